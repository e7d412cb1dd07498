import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Field } from '../model/definition.ts';
import { defineRule } from './define-rule.ts';
import { replaceField } from './edits.ts';
import { component, items, sections } from './example-metadata.ts';

interface Data {
  readonly element: Field;
  readonly item: Field;
}

const https = 'https://phone.acme.test/';
const elsewhere = 'https://other.acme.test/';

export const adapterUrlMismatch = defineRule<Data>({
  id: 'adapter-url-mismatch',
  severity: 'warning',
  tier: 'advice',
  forms: ['metadata'],
  summary: 'The element adapterUrl and the item reqAdapterUrl hold different addresses.',
  docs: `## What it finds
An \`adapterUrl\` that differs from the item \`reqAdapterUrl\` in \`reqGeneralInfo\`. Blanks around them do not count.

## Why it matters
Retrieved files hold the address twice, and equal. The two are stored separately, and which of them the platform uses is not documented: with different addresses, the softphone may load the page that nobody expects.

## How to fix it
Take the address of the element or that of the item, whichever is right, for both.`,
  sources: [sources.META, sources.DEMOAD],
  examples: {
    bad: [
      component(
        `<adapterUrl>«${elsewhere}»</adapterUrl>`,
        sections('reqGeneralInfo', ...items('reqAdapterUrl', https, 'CTI Adapter URL')),
      ),
    ],
    good: [
      component(
        `<adapterUrl>${https}</adapterUrl>`,
        sections('reqGeneralInfo', ...items('reqAdapterUrl', https, 'CTI Adapter URL')),
      ),
    ],
  },
  check({ definition }, report) {
    const element = definition.metadata?.adapterUrl;
    const general = definition.sections.find(({ name }) => name?.text === 'reqGeneralInfo');
    const item = general?.items.find(({ name, valueIsPlain }) => name?.text === 'reqAdapterUrl' && valueIsPlain)?.value;
    if (!element || !item?.element || element.text.trim() === item.text.trim()) return;
    report({
      at: element.span,
      message: l10n.t(
        'adapterUrl is “{0}”, the item reqAdapterUrl is “{1}”. Which of the two the platform uses is not documented: make them equal.',
        element.text.trim(),
        item.text.trim(),
      ),
      related: [{ at: item.span, message: l10n.t('The item is here.') }],
      data: { element, item },
    });
  },
  fix({ data }) {
    if (!data) return [];
    const { element, item } = data;
    // Which one is right, only the author knows.
    return [
      {
        title: l10n.t('Take the address of the item'),
        preferred: false,
        edits: [replaceField(element, item.text.trim())],
      },
      {
        title: l10n.t('Take the address of <adapterUrl>'),
        preferred: false,
        edits: [replaceField(item, element.text.trim())],
      },
    ];
  },
});
