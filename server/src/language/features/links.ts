import * as l10n from '@vscode/l10n';
import { definitionOf } from '../model/read.ts';
import type { DocumentLink } from '../service/editing.ts';
import type { Source } from '../text/source.ts';
import { decodeReferences } from '../xml/references.ts';

/** Values that are web addresses. Nothing is fetched: a link is followed only when a person does so. */
export function links(source: Source): readonly DocumentLink[] {
  const found: DocumentLink[] = [];
  for (const section of definitionOf(source).sections) {
    for (const item of section.items) {
      if (!item.valueIsPlain) continue;
      const raw = source.text.slice(item.value.span.start, item.value.span.end);
      const match = /^(\s*)(https?:\/\/[^\s<>"{}|\\^`]+)\s*$/.exec(raw);
      if (!match?.[2]) continue;
      const start = item.value.span.start + (match[1]?.length ?? 0);
      const target = decodeReferences(match[2]);
      found.push({ at: { start, end: start + match[2].length }, target, tooltip: l10n.t('Open in the browser') });
    }
  }
  return found;
}
