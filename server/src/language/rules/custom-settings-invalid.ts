import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { removeEntry, setValue } from '../custom-settings/edits.ts';
import { type CustomSettings, customSettingsOf, type Entry, isBlank, placeOf } from '../custom-settings/read.ts';
import { placeOfError, repairOf } from '../custom-settings/repair.ts';
import { syntaxWords } from '../json/syntax-words.ts';
import type { TextEdit } from '../text/edits.ts';
import { defineRule, type Fix, type Problem } from './define-rule.ts';
import { component } from './example-metadata.ts';

interface Data {
  readonly fixes: readonly Fix[];
}

const settings = (json: string) => component(`<customSettings>${json}</customSettings>`);

export const customSettingsInvalid = defineRule<Data>({
  id: 'custom-settings-invalid',
  severity: 'error',
  tier: 'documented',
  forms: ['metadata'],
  onBrokenText: 'certain',
  summary: 'The text of customSettings is no JSON object of strings.',
  docs: `## What it finds
A \`customSettings\` that is no JSON (only its first mistake is shown, since one slip makes many), that is JSON but no object, or that has values without quotes or the same key twice.

## Why it matters
\`customSettings\` is JSON inside XML, so nothing that checks the XML looks into it. Salesforce's own guide shows a sample with a missing quote. What a deployment says to it is not documented; without JSON nobody can read the settings. Every value is a string: \`"400"\`, not \`400\`. Of two entries with one key most programs take the last.

## How to fix it
A missing comma, colon, quote or brace is put in. A number, \`true\` or \`false\` gets its quotes. Of two entries with one key decide which one stays.`,
  sources: [sources.META, sources.PT_GUIDE, sources.DEMOAD],
  examples: {
    bad: [
      settings('{&quot;reqUseApi&quot;:&quot;true&quot; «&quot;reqTimeout&quot;»:&quot;5000&quot;}'),
      settings('{"reqCallCenterType":"SCVBYOT",«scvVendorLoginUrl»":"https://login.acme.test/"}'),
      settings('{"reqUseApi":"true"«,»}'),
      settings('«["reqUseApi"]»'),
      settings('{"reqSoftphoneHeight":«400»,"reqUseApi":«true»}'),
      settings('{"reqUseApi":"true","reqTimeout":"1",«"reqUseApi"»:"true"}'),
      settings('{"reqTimeout":"1",«"reqTimeout"»:"2"}'),
    ],
    good: [
      settings('{&quot;reqUseApi&quot;:&quot;true&quot;}'),
      settings('<![CDATA[{ "reqUseApi": "true" }]]>'),
      settings(''),
    ],
  },
  check({ source }, report) {
    const found = customSettingsOf(source);
    // An element in it is no text, and has a rule of its own.
    if (!found || isBlank(found) || found.element.children.some(({ kind }) => kind === 'element')) return;
    const { text, errors, root } = found;
    const [error] = errors;
    if (error) {
      const repair = repairOf(text.text, error);
      const edits = repair?.flatMap(({ span, newText }) => text.edits(span, newText));
      report({
        at: text.rawSpan(placeOfError(text.text, error)),
        message: l10n.t(
          'customSettings is no JSON: {0}. Nothing can read the settings of the call center as they stand.',
          syntaxWords(error),
        ),
        data: { fixes: edits ? [fixOf(l10n.t('Mend the JSON of customSettings'), edits, true)] : [] },
      });
      return;
    }
    if (root?.type !== 'object') {
      report({
        at: root ? placeOf(found, root) : found.element.content,
        message: l10n.t('customSettings is no JSON object: it holds keys and values in braces, each in double quotes.'),
      });
      return;
    }
    const firsts = new Map<string, Entry>();
    for (const entry of found.entries) {
      const first = firsts.get(entry.key);
      if (!first) firsts.set(entry.key, entry);
      const problem = judgeValue(found, entry) ?? (first && judgeKey(found, entry, first));
      if (problem) report(problem);
    }
  },
  fix({ data }) {
    return data?.fixes ?? [];
  },
});

function judgeValue(settings: CustomSettings, { key, value }: Entry): Problem<Data> | undefined {
  if (!value || value.type === 'string') return undefined;
  const { text } = settings;
  const written = text.text.slice(value.offset, value.offset + value.length);
  const edits = value.type === 'number' || value.type === 'boolean' ? setValue(settings, value, written) : undefined;
  return {
    at: placeOf(settings, value),
    severity: 'warning',
    message: l10n.t(
      'The value of {0} in customSettings is no string: Salesforce writes every value in double quotes, numbers too.',
      key,
    ),
    data: { fixes: edits ? [fixOf(l10n.t('Put the value in quotes'), edits, true)] : [] },
  };
}

/** The later of two entries with one key. */
function judgeKey(settings: CustomSettings, entry: Entry, first: Entry): Problem<Data> {
  const { key, keyNode, value } = entry;
  const same = first.value?.value === value?.value;
  const remove = (one: Entry, title: string) => fixOf(title, removeEntry(settings, one), same);
  return {
    at: placeOf(settings, keyNode),
    severity: 'warning',
    message: l10n.t('{0} stands twice in customSettings; most programs take the last value and drop the other.', key),
    related: [{ at: placeOf(settings, first.keyNode), message: l10n.t('The first one is here.') }],
    data: {
      fixes: same
        ? [remove(entry, l10n.t('Remove the repeated entry'))]
        : [remove(first, l10n.t('Keep the last value')), remove(entry, l10n.t('Keep the first value'))],
    },
  };
}

function fixOf(title: string, edits: readonly TextEdit[], preferred: boolean): Fix {
  return { title, edits, preferred };
}
