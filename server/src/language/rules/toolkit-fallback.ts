import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { starterValue } from '../catalog/starter-value.ts';
import type { Item, Section } from '../model/definition.ts';
import { defineRule, type Fix } from './define-rule.ts';
import { appendToSection, itemLines, nextSortOrder, setValue } from './edits.ts';
import { inRoot, item } from './example-text.ts';
import { toolkitFallback as findFallback } from './toolkit-demands.ts';

interface Data {
  readonly section: Section;
  readonly missing: readonly string[];
  readonly useApi: Item | undefined;
}

const open = '<section sortOrder="0" name="reqGeneralInfo" label="General Information">';

export const toolkitFallback = defineRule<Data>({
  id: 'toolkit-fallback',
  severity: 'error',
  tier: 'refused',
  forms: ['import', 'metadata'],
  summary: 'A definition that is neither Open CTI nor Voice is checked as a CTI Toolkit one, and refused.',
  docs: `## What it finds
A definition in which \`reqUseApi\` is not \`true\`, that has nothing of Salesforce Voice, and that lacks items of the CTI Toolkit.

## Why it matters
The platform takes whatever it recognises neither as Open CTI nor as Voice for a call center of the old CTI Toolkit. It then answers that the section \`reqGeneralInfo\` must have items named \`reqVersion, reqDescription, reqProgId\`, which leads authors of an Open CTI file astray: what they lack is \`reqUseApi\`. The message is known from Japanese reports of deployments; that the import says the same is our conclusion.

## How to fix it
For a softphone in the browser set \`reqUseApi\` to \`true\`. Only for an adapter on the Windows desktop add the three items.`,
  sources: [sources.VOX, sources.REQ, sources.META],
  examples: {
    bad: [
      inRoot(
        `«${open}»`,
        `  ${item(0, 'reqInternalName', 'A')}`,
        `  ${item(1, 'reqDisplayName', 'A')}`,
        `  ${item(2, 'reqAdapterUrl', 'https://phone.acme.test/')}`,
        '</section>',
      ),
      inRoot(`«${open}»`, `  ${item(0, 'reqInternalName', 'A')}`, `  ${item(1, 'reqUseApi', 'false')}`, '</section>'),
    ],
    good: [
      inRoot(open, `  ${item(0, 'reqUseApi', 'true')}`, '</section>'),
      inRoot(open, `  ${item(0, 'reqProgId', 'Acme.Adapter.1')}`, '</section>'),
    ],
  },
  check({ definition, flavour }, report) {
    const fallback = flavour === 'openCti' || flavour === 'ctiToolkit' ? findFallback(definition) : undefined;
    if (!fallback) return;
    const { section, missing } = fallback;
    report({
      at: section.element.openTag,
      message: l10n.t(
        'Nothing here says Open CTI (reqUseApi is not true) or Salesforce Voice, so the platform will apply the rules of the CTI Toolkit and refuse the file: {0} must have items named reqVersion, reqDescription, reqProgId. For a softphone in the browser, set reqUseApi to true.',
        section.name?.text ?? '',
      ),
      data: { section, missing, useApi: section.items.find((candidate) => candidate.name?.text === 'reqUseApi') },
    });
  },
  fix({ data }, { source, definition, catalog }) {
    if (!data) return [];
    const { section, missing, useApi } = data;
    const fixes: Fix[] = [];
    const entry = catalog.item('reqGeneralInfo', 'reqUseApi');
    const next = nextSortOrder(section.items);
    if (entry) {
      const adapter = section.items.some((candidate) => candidate.name?.text === 'reqAdapterUrl');
      const unsaid = !useApi || useApi.value.text.trim() === '';
      const edit = useApi && setValue(useApi, 'true');
      fixes.push({
        title: useApi ? l10n.t('Set reqUseApi to true') : l10n.t('Add reqUseApi with the value true'),
        // A page to show is what Open CTI has; a `false` that somebody wrote is not overridden unasked.
        preferred: adapter && unsaid,
        edits: [edit ?? appendToSection(source, section, itemLines(definition, entry, next, 'true'))],
      });
    }
    const items = missing.flatMap((name) => catalog.item('reqGeneralInfo', name) ?? []);
    fixes.push({
      title: l10n.t('Add the items of the CTI Toolkit'),
      preferred: false,
      edits: [
        appendToSection(
          source,
          section,
          items.flatMap((candidate, index) =>
            itemLines(definition, candidate, next + index, starterValue(candidate, 'ctiToolkit')),
          ),
        ),
      ],
    });
    return fixes;
  },
});
