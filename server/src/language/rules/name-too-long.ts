import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Field } from '../model/definition.ts';
import { defineRule } from './define-rule.ts';
import { inSection, item } from './example-text.ts';

export const nameTooLong = defineRule({
  id: 'name-too-long',
  severity: 'information',
  tier: 'contradicted',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'Names should not be longer than 40 characters.',
  docs: `## What it finds
A name of more than 40 characters, unless it is the platform's own.

## Why it matters
The guide allows 40. It is probably not enforced: one of Salesforce's own items has 47 characters, and a published file of a vendor has names of up to 55.

## How to fix it
Choose a shorter name in a new file.`,
  sources: [sources.XML, sources.WXCC1],
  examples: {
    bad: [
      inSection('<item sortOrder="0" name="«aNameThatGoesOnAndOnUntilNobodyCanReadItAnyMore»" label="Long">1</item>'),
    ],
    good: [inSection(item(0, 'aNameThatIsShortEnough', '1'))],
  },
  check({ definition, catalog }, report) {
    const judge = (name: Field | undefined, isPlatforms: (name: string) => boolean) => {
      if (!name || name.text.length <= 40 || isPlatforms(name.text)) return;
      report({
        at: name.span,
        message: l10n.t(
          '“{0}” has {1} characters; the guide allows 40. Published files have longer ones, so the limit is probably not enforced.',
          name.text,
          name.text.length,
        ),
      });
    };
    const isSection = (name: string) => catalog.section(name) !== undefined;
    const isItem = (name: string) => catalog.itemsNamed(name).length > 0;
    for (const { name, items } of definition.sections) {
      judge(name, isSection);
      for (const item of items) judge(item.name, isItem);
    }
  },
});
