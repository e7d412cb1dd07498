import { treeOf } from '../model/read.ts';
import type { Source } from '../text/source.ts';
import { type Span, touches } from '../text/span.ts';
import { pathAt } from '../xml/lookup.ts';
import type { XmlElement } from '../xml/tree.ts';

/** The names of opening and closing tag when the offset stands on one of them; the opening name alone for a tag without partner. */
export function tagHighlights(source: Source, offset: number): readonly Span[] {
  const element = elementNamedAt(source, offset);
  if (!element) return [];
  return element.closeTag ? [element.nameSpan, element.closeTag.nameSpan] : [element.nameSpan];
}

/** Both names of a pair that is equal, so that an editor can change them together. */
export function linkedNames(source: Source, offset: number): readonly Span[] | undefined {
  const element = elementNamedAt(source, offset);
  if (!element?.closeTag?.finished || element.closeTag.name !== element.name) return undefined;
  return [element.nameSpan, element.closeTag.nameSpan];
}

/**
 * What belongs behind a `>` that ends an opening tag, or behind the `</` of a closing one, as a snippet; `undefined` when
 * the tag has its partner already. The recovered tree knows whether a closing tag further down is really this tag's.
 */
export function autoClose(source: Source, offset: number): string | undefined {
  const { text } = source;
  const path = pathAt(treeOf(source), offset);
  if (text[offset - 1] === '>') {
    const element = path.find((candidate) => candidate.openTag.end === offset);
    if (!element?.openTagFinished || element.selfClosing || element.closeTag) return undefined;
    return `$0</${element.name}>`;
  }
  if (text[offset - 1] !== '/' || text[offset - 2] !== '<') return undefined;
  const ended = path.find(
    ({ closeTag }) => closeTag?.span.start === offset - 2 && (!closeTag.finished || closeTag.name === ''),
  );
  const open = ended ?? path.filter((candidate) => !candidate.closeTag && !candidate.selfClosing).at(-1);
  if (!open) return undefined;
  return text[offset] === '>' ? open.name : `${open.name}>`;
}

function elementNamedAt(source: Source, offset: number): XmlElement | undefined {
  const path = pathAt(treeOf(source), offset);
  return path
    .filter(
      (element) =>
        touches(element.nameSpan, offset) || (element.closeTag && touches(element.closeTag.nameSpan, offset)),
    )
    .at(-1);
}
