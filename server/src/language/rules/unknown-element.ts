import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { nearest } from '../text/near.ts';
import type { XmlElement } from '../xml/tree.ts';
import { defineRule } from './define-rule.ts';
import { renameElement } from './edits.ts';
import { component, items, sections } from './example-metadata.ts';
import { strangersIn } from './metadata-elements.ts';
import { straysOf } from './strays.ts';

interface Data {
  readonly element: XmlElement;
  readonly meant: string | undefined;
}

export const unknownElement = defineRule<Data>({
  id: 'unknown-element',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'The import form knows the elements callCenter, section and item only, the metadata form its own.',
  docs: `## What it finds
In a file for Setup, an element with any other name, in any place. In a file for the Metadata API, an element that is none of a \`CallCenter\` and no slip for one; that is a warning, since a newer version of the API may know it.

## Why it matters
The format consists of \`callCenter\`, \`section\` and \`item\`. What stands in another element does not become a field, and the import probably refuses the file; no published definition has one. The Metadata API refuses an element it does not know: \`invalid at this location\`.

## How to fix it
Correct the name. A value belongs directly between \`<item …>\` and \`</item>\`.`,
  sources: [sources.XML, sources.META, sources.VOX],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n    <«itm» sortOrder="1" name="b" label="B">2</itm>\n  </section>\n</callCenter>\n',
      component('<«colour»>blue</colour>'),
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
      component(sections('Own', ...items('team', '1'))),
    ],
  },
  check({ definition, catalog }, report) {
    if (definition.body === 'metadata') {
      for (const { element, meant } of strangersIn(definition, catalog)) {
        // A slip, and a known element in another place, have rules of their own.
        if (meant !== undefined || catalog.metadataElement(element.name)) continue;
        report({
          at: element.nameSpan,
          severity: 'warning',
          message: l10n.t(
            'No element <{0}> is known in <{1}> of the Metadata API. Unless a newer version of the API has it, a deployment answers: Element {0} invalid at this location.',
            element.name,
            element.parent?.name ?? '',
          ),
        });
      }
      return;
    }
    for (const element of straysOf(definition).elements) {
      // A half-typed tag is on its way to a known name; the syntax rule speaks of it.
      if (catalog.element(element.name) || !element.openTagFinished) continue;
      // The metadata form's root around an import body is a matter of the form as a whole, not of one element.
      if (definition.form === 'hybrid' && element === definition.root) continue;
      const parent = element.parent?.name ?? '';
      const allowed =
        catalog.element(parent)?.children ??
        catalog.elements.filter((entry) => entry.parents.length === 0).map(({ name }) => name);
      const meant = nearest(element.name, allowed);
      const list = allowed.map((name) => `<${name}>`).join(', ');
      const expected =
        list === '' ? l10n.t('Nothing but text may stand in <{0}>.', parent) : l10n.t('{0} is allowed here.', list);
      report({
        at: element.nameSpan,
        message: l10n.t(
          '<{0}> is not part of a call center definition, so what it holds will not become a field. {1}',
          element.name,
          expected,
        ),
        data: { element, meant },
      });
    }
  },
  fix({ data }) {
    if (!data?.meant) return [];
    const { element, meant } = data;
    return [{ title: l10n.t('Change it to <{0}>', meant), preferred: true, edits: renameElement(element, meant) }];
  },
});
