import type { Catalog, Flavour } from '../catalog/types.ts';
import { placeholdersIn } from '../model/placeholders.ts';
import { definitionOf } from '../model/read.ts';
import type { SemanticToken, SemanticTokenModifier } from '../service/editing.ts';
import type { Source } from '../text/source.ts';

/** Names of sections and items by what the flavour makes of them, and what is still to be filled in. In text order. */
export function semanticTokens(
  source: Source,
  catalog: Catalog,
  flavour: Flavour | undefined,
): readonly SemanticToken[] {
  const definition = definitionOf(source);
  if (!definition.body || !flavour) return [];
  const tokens: SemanticToken[] = [];
  for (const section of definition.sections) {
    const sectionName = section.name?.text ?? '';
    const sectionEntry = catalog.section(sectionName);
    if (section.name && oneLine(source, section.name.span)) {
      tokens.push({
        at: section.name.span,
        type: 'callCenterSection',
        modifiers: [modifier(sectionEntry?.flavours[flavour])],
      });
    }
    for (const item of section.items) {
      const entry = catalog.item(sectionName, item.name?.text ?? '');
      if (item.name && oneLine(source, item.name.span)) {
        tokens.push({ at: item.name.span, type: 'callCenterItem', modifiers: [modifier(entry?.flavours[flavour])] });
      }
      if (!item.valueIsPlain) continue;
      for (const at of placeholdersIn(source.text, item.value.span)) {
        if (oneLine(source, at)) tokens.push({ at, type: 'callCenterPlaceholder', modifiers: [] });
      }
    }
  }
  return tokens.sort((a, b) => a.at.start - b.at.start);
}

function modifier(need: 'required' | 'optional' | 'notApplicable' | undefined): SemanticTokenModifier {
  if (need === 'required') return 'required';
  return need === undefined ? 'custom' : 'optional';
}

/** The protocol knows no token over several lines, and none without a character. */
function oneLine(source: Source, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return end > start && !/[\r\n]/.test(source.text.slice(start, end));
}
