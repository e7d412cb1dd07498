import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import type { Definition } from '../model/definition.ts';
import { trimmedEnd } from '../xml/problems.ts';
import { defineRule } from './define-rule.ts';
import { removeWithLine, replaceSpan } from './edits.ts';
import { inSection, item } from './example-text.ts';
import { type Strays, straysOf, textsIn } from './strays.ts';

export const strayText = defineRule({
  id: 'stray-text',
  severity: 'error',
  tier: 'documented',
  forms: ['import', 'metadata'],
  onBrokenText: 'certain',
  summary: 'Text may stand in items only, not directly in callCenter or in a section.',
  docs: `## What it finds
Characters other than white space directly in \`callCenter\` or in a \`section\`, in a file for the Metadata API also in \`items\`, for example the \`...\` of a shortened listing.

## Why it matters
\`callCenter\` holds sections, a section holds items, and nothing else is documented. The text becomes no field, and the import probably refuses the file.

## How to fix it
Remove it, or turn it into a comment.`,
  sources: [sources.XML],
  examples: {
    bad: [inSection(item(0, 'team', 'Service'), '«...»')],
    good: [inSection(item(0, 'team', 'Service'), '<!-- ... -->')],
  },
  check({ source, definition }, report) {
    const { text } = source;
    for (const { node, holder } of textsOf(definition)) {
      const slice = text.slice(node.span.start, node.span.end);
      const start = node.span.start + (slice.length - slice.trimStart().length);
      report({
        at: { start, end: trimmedEnd(text, node.span) },
        message: l10n.t(
          'Text cannot stand directly in <{0}>; it becomes no field, and Salesforce may refuse the file. Remove it or turn it into a comment.',
          holder.name,
        ),
      });
    }
  },
  fix({ at }, { source }) {
    const text = source.text.slice(at.start, at.end);
    const fixes = [{ title: l10n.t('Remove the text'), preferred: false, edits: [removeWithLine(source, at)] }];
    if (text.includes('--') || text.endsWith('-') || text.startsWith('<![')) return fixes;
    return [
      { title: l10n.t('Turn it into a comment'), preferred: true, edits: [replaceSpan(at, `<!-- ${text} -->`)] },
      ...fixes,
    ];
  },
});

function textsOf(definition: Definition): Strays['texts'] {
  const { source, sections, root, body } = definition;
  if (body !== 'metadata') return straysOf(definition).texts;
  // Without a value it is that, written as in the import form: the rule about missing elements speaks of it.
  const items = sections.flatMap((section) => section.items.filter(({ value }) => value.element));
  const holders = [...sections, ...items].map(({ element }) => element);
  if (root) holders.unshift(root);
  return holders.flatMap((holder) => textsIn(source.text, holder).map((node) => ({ node, holder })));
}
