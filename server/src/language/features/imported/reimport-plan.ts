import * as l10n from '@vscode/l10n';
import { isFieldSetChange } from '../../baseline/change.ts';
import type { Comparison } from '../../baseline/compare.ts';
import { fieldKey } from '../../baseline/field-key.ts';
import { nextInternalName } from '../../model/internal-name.ts';
import { isSecret } from '../../model/secrets.ts';
import { abridged } from '../../rules/abridged.ts';
import type { RuleContext } from '../../rules/define-rule.ts';
import type { KeyUse } from '../../service/changes.ts';
import { titleOf } from './report.ts';

/**
 * What has to be done in an org that has the call center already, for the changes at hand: the steps of a revised import
 * (reference, section 6.4) with the names, fields and commands of this one. Markdown, without values.
 * @param uses where code of the workspace still reads the keys of fields that are gone or have other keys
 */
export function reimportPlan(context: RuleContext, uses: readonly KeyUse[]): string | undefined {
  const { comparison } = context;
  if (!comparison) return undefined;
  const { was, now, title, importedOn } = comparison;
  const name = now.internalName ?? was.internalName ?? '';
  const frozen = comparison.changes.some(isFieldSetChange);
  const renamed =
    was.internalName !== undefined && now.internalName !== undefined && was.internalName !== now.internalName;
  const parts = [
    `# ${l10n.t('Re-import plan for {0}', code(name))}`,
    importedOn === undefined
      ? l10n.t('Compared with {0}.', title)
      : l10n.t('Compared with what was imported on {0} ({1}).', importedOn, title),
    `## ${l10n.t('What has changed')}`,
    changeList(comparison),
    ...(frozen || renamed ? importSteps(context, comparison, renamed) : [noImport(comparison)]),
    ...(uses.length > 0 ? [`## ${l10n.t('Code that reads the old keys')}`, useList(uses)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function changeList(comparison: Comparison): string {
  const { was, now, changes } = comparison;
  if (changes.length === 0) return l10n.t('Nothing: the fields are those that were imported.');
  const told = changes.filter(({ withSection }) => !withSection);
  const lines = told.map((change) => {
    const [before, after] = [change.was, change.now].map((text) => text && abridged(text, longest));
    const words = titleOf(
      { ...change, was: before, now: after },
      code(fieldKey(was, change.from) ?? ''),
      code(fieldKey(now, change.to) ?? ''),
    );
    return `- ${change.accepted ? l10n.t('{0} (accepted)', words) : words}`;
  });
  return lines.join('\n');
}

function noImport({ changes }: Comparison): string {
  const heading = `## ${l10n.t('No new import is needed')}`;
  const text =
    changes.length === 0
      ? l10n.t('Values can be edited in Setup at any time.')
      : l10n.t(
          'Labels and order stay in the org as they were imported; values can be edited in Setup. A new import is worth its while only if the new labels or the new order are wanted.',
        );
  return `${heading}\n\n${text}`;
}

function importSteps(context: RuleContext, comparison: Comparison, renamed: boolean): readonly string[] {
  const { was, now } = comparison;
  const old = was.internalName ?? '';
  const next = renamed ? (now.internalName ?? '') : nextInternalName(old, context.now);
  const voice = context.flavour === 'partnerTelephony' || context.flavour === 'amazonConnect';
  const what = renamed
    ? l10n.t(
        'An import makes a new call center, {0}, beside {1}. Nothing of the old one is changed, and nothing goes over by itself: neither values nor users nor numbers.',
        code(next),
        code(old),
      )
    : context.definition.body === 'metadata'
      ? l10n.t(
          'Whether a deployment under the name {0} changes the fields of the call center in the org is not known. If it does not, or the file is imported in Setup, it takes a new name.',
          code(old),
        )
      : l10n.t(
          'The file still has the internal name {0}. Where a call center of that name is, Salesforce refuses the import; nothing is changed there.',
          code(old),
        );
  const page = voice ? l10n.t('Setup > Partner Telephony Contact Centers') : l10n.t('Setup > Call Centers');
  const steps = [
    step(
      l10n.t('Note the values of the present call center.'),
      l10n.t('They differ from org to org, and the new call center starts with those of the file.'),
      shell(
        'sf data query -q "SELECT Id, Name, InternalName, AdapterUrl, CustomSettings FROM CallCenter"',
        `sf project retrieve start --metadata CallCenter:${old}`,
      ),
      ...valuesToFill(comparison),
    ),
    renamed
      ? step(
          l10n.t('Keep the new internal name {0}.', code(next)),
          l10n.t('Old and new can live side by side until the users have moved.'),
        )
      : step(
          l10n.t('Give the definition a new internal name, for example {0}.', code(next)),
          l10n.t(
            'Old and new can then live side by side until the users have moved. The other way is to delete the old call center first: nobody has a softphone between the two steps, and whether Setup deletes a call center that still has users is not documented.',
          ),
        ),
    step(l10n.t('Import the file: {0}.', page), l10n.t('Then put in the values that differ in this org.')),
    step(
      l10n.t('Move the users.'),
      l10n.t(
        'A user belongs to one call center at a time, and the dialog that adds users hides those who are in another one: remove them from the old one first, or set the field.',
      ),
      shell(
        `sf data query -q "SELECT Id, Username FROM User WHERE CallCenterId = '04v…'"`,
        'sf data update record --sobject User --record-id 005… --values "CallCenterId=04v…"',
      ),
      ...(voice
        ? [
            l10n.t(
              'For Salesforce Voice the users need their permission sets for the contact center first, or the list is empty.',
            ),
          ]
        : []),
    ),
    step(
      l10n.t('Move the directory numbers.'),
      l10n.t(
        'Numbers that belong to the old call center are not shown in the new one; those without a call center are shown in every directory.',
      ),
      shell('sf data query -q "SELECT Name, Phone, CallCenterId FROM AdditionalNumber"'),
    ),
    step(
      l10n.t('Look at the softphone layouts.'),
      l10n.t(
        'They hang on profiles and not on call centers, so they stay. If they seem to have lost their defaults, open and save them.',
      ),
    ),
    step(
      l10n.t('Point everything to the new name that knows the old one: {0}.', code(old)),
      voice
        ? l10n.t(
            'The subject of JSON web tokens, the call center name in calls of the connector, the names of AWS resources and the settings of the vendor.',
          )
        : l10n.t('The settings of the adapter, and code that asks for a call center by its name.'),
    ),
    step(
      l10n.t('Delete the old call center, once nobody is in it.'),
      l10n.t('Then mark the definition as imported, so that it is compared with this import from now on.'),
    ),
  ];
  return [
    `## ${l10n.t('What an import does')}`,
    what,
    `## ${l10n.t('Step by step')}`,
    steps.map((text, index) => `${index + 1}. ${text}`).join('\n'),
  ];
}

/** Characters of a name or label; a plan repeats them. */
const longest = 200;

/** Kinds of values that name something of one org or of one installation of a vendor. */
const perOrg: ReadonlySet<string | undefined> = new Set([
  ...['url', 'certificate', 'secret', 'arn', 'awsRegion', 'recordId', 'vendorApiName', 'apiName', 'namespace', 'phone'],
]);

/** The fields whose values have to be put in anew, by their keys: those that are new, those of one org, and secrets. */
function valuesToFill({ now, changes }: Comparison): readonly string[] {
  const added = changes.flatMap(({ kind, to }) => (kind === 'item-added' ? (fieldKey(now, to) ?? []) : []));
  const all = now.sections.flatMap(({ name, items }) =>
    items.map((item) => ({ ...item, key: `/${name}/${item.name}`, secret: isSecret(item.name, item.kind) })),
  );
  const secret = all.filter((field) => field.secret).map(({ key }) => key);
  const ofOrg = all.filter(({ kind, secret: hidden }) => perOrg.has(kind) && !hidden).map(({ key }) => key);
  const list = (keys: readonly string[]) => keys.map(code).join(', ');
  return [
    ...(added.length > 0 ? [l10n.t('New, so no org has a value for them yet: {0}.', list(added))] : []),
    ...(ofOrg.length > 0 ? [l10n.t('Likely to differ from org to org: {0}.', list(ofOrg))] : []),
    ...(secret.length > 0 ? [l10n.t('Put in by hand: {0}.', list(secret))] : []),
  ];
}

function useList(uses: readonly KeyUse[]): string {
  const lines = uses.map(({ key, places }) => {
    const files = places.map(({ path, line }) => `  - ${path}:${line + 1}`);
    return [`- ${code(key)}`, ...files].join('\n');
  });
  return lines.join('\n');
}

function step(title: string, ...rest: readonly string[]): string {
  const indented = rest.map((text) => text.replace(/^/gm, '   '));
  return [`**${title}**`, ...indented].join('\n\n');
}

function shell(...lines: readonly string[]): string {
  return ['```bash', ...lines, '```'].join('\n');
}

function code(text: string): string {
  return `\`${abridged(text.replaceAll('`', "'"), longest)}\``;
}
