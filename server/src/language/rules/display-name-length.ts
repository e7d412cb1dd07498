import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { characterCount } from '../text/size.ts';
import { defineRule, type RuleContext } from './define-rule.ts';
import { component } from './example-metadata.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { withoutBlanks } from './values.ts';

const long = (length: number) => 'Acme Service '.repeat(length).slice(0, length);

export const displayNameLength = defineRule({
  id: 'display-name-length',
  severity: 'information',
  tier: 'documented',
  forms: ['import', 'metadata'],
  summary: 'The display name is longer than the 80 characters of the record, or than the 1,000 of the guide.',
  docs: `## What it finds
A display name of more than 80 characters, and as an error one of more than 1,000: the item \`reqDisplayName\`, or the element \`displayName\` of the metadata form.

## Why it matters
The documentation holds two limits: the guide for definition files allows 1,000 characters, the object reference gives the field that holds the name 80. What Salesforce does with a name between the two is not documented; it may refuse it or cut it.

## How to fix it
Choose a name of at most 80 characters. It can also be changed later in Setup.`,
  sources: [sources.REQ, sources.OBJ],
  examples: {
    bad: [
      inGeneralInfo(`<item sortOrder="0" name="reqDisplayName" label="Display Name">«${long(81)}»</item>`),
      component().replace('Acme', `«${long(81)}»`),
    ],
    good: [inGeneralInfo(item(0, 'reqDisplayName', long(80))), component().replace('Acme', long(80))],
  },
  check(context, report) {
    for (const { name, kind, text, at } of displayNames(context)) {
      const { maxLength, warnLength } = kind;
      if (warnLength === undefined || text.length <= warnLength) continue;
      const length = characterCount(text);
      if (maxLength !== undefined && length > maxLength) {
        report({
          at,
          severity: 'error',
          message: l10n.t(
            '{0} has {1} characters; the guide allows {2}. Salesforce will probably refuse it.',
            name,
            length,
            maxLength,
          ),
        });
      } else if (length > warnLength) {
        report({
          at,
          message: l10n.t(
            '{0} has {1} characters. The guide allows {2}, but the field that keeps the name is documented with {3}: Salesforce may refuse it or cut it.',
            name,
            length,
            maxLength ?? warnLength,
            warnLength,
          ),
        });
      }
    }
  },
});

/** The values that have such a limit, and the element that the metadata form has in the place of one of them. */
function* displayNames(context: RuleContext) {
  yield* context.values.ofKind('text');
  const { source, definition, catalog } = context;
  const element = definition.metadata?.displayName;
  const kind = catalog.item('reqGeneralInfo', 'reqDisplayName')?.value;
  if (!element || kind?.kind !== 'text') return;
  yield { name: 'displayName', kind, text: element.text.trim(), at: withoutBlanks(source.text, element.span) };
}
