import * as l10n from '@vscode/l10n';
import type { Definition } from '../model/definition.ts';
import { definitionOf, verdictOf } from '../model/read.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import { isStructureSound } from '../rules/run.ts';
import type { Finding } from '../service/findings.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { contentOf } from './content.ts';
import type { FieldId, Preview } from './preview.ts';

/**
 * A document as a page shows it.
 *
 * @param context undefined for what is nobody's definition
 * @param wanted in a large definition, the sections whose items are given; undefined: all
 */
export function previewOf(
  source: Source,
  context: RuleContext | undefined,
  findings: () => readonly Finding[],
  wanted?: ReadonlySet<FieldId>,
): Preview<Span> {
  const { version } = source;
  const definition = definitionOf(source);
  const verdict = verdictOf(source);
  if (!context || !definition.body) {
    // A definition that somebody is about to break, or to write, has no grammar to be read by for a moment.
    if (context && verdict.kind === 'ill-formed')
      return { state: 'broken', version, error: errorOf(source, findings()) };
    return { state: 'none', version, message: noneMessage(definition) };
  }
  if (verdict.kind !== 'ill-formed') {
    return { state: 'definition', version, content: contentOf(context, findings(), wanted) };
  }
  const found = findings();
  const error = errorOf(source, found);
  if (!isStructureSound(definition.tree)) return { state: 'broken', version, error };
  return { state: 'broken', version, error, content: contentOf(context, found, wanted) };
}

function noneMessage({ form }: Definition): string {
  return form === 'invented'
    ? l10n.t(
        'Neither Setup nor the Metadata API knows this shape, which circulates in generated guides, so nothing would be shown for it.',
      )
    : l10n.t('This is no call center definition: there is no <callCenter> or <CallCenter> with sections in it.');
}

/** The first thing that makes the text ill-formed, in the words of the rule. */
function errorOf(source: Source, findings: readonly Finding[]): { readonly message: string; readonly at: Span } {
  const found = findings.find(({ rule }) => rule === 'xml-syntax');
  if (found) return { message: found.message, at: found.at };
  // The rule may be switched off.
  const verdict = verdictOf(source);
  const start = verdict.kind === 'ill-formed' ? Math.min(verdict.at, source.text.length) : 0;
  return {
    message: l10n.t('The file is not well-formed XML here: {0}', verdict.kind === 'ill-formed' ? verdict.message : ''),
    at: { start, end: Math.min(source.text.length, start + 1) },
  };
}
