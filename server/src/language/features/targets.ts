import { internalNameOf } from '../model/internal-name.ts';
import { definitionOf } from '../model/read.ts';
import type { Target } from '../service/editing.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

const page = /^\s*(?:https?:\/\/[^/\s]+)?\/apex\/(?:\w+__)?([A-Za-z]\w*)/;

/**
 * What the value at `offset` refers to; at the internal name, or at the name of the root where only the file's name says
 * it, the other form of the call center (reference, sections 6.2 and 7.5).
 */
export function targetAt(source: Source, offset: number): Target | undefined {
  const definition = definitionOf(source);
  const { body, root, sections, metadata } = definition;
  if (!body) return undefined;
  const holds = ({ start, end }: Span) => start <= offset && offset <= end;

  const name = internalNameOf(definition);
  const nameSpan = name && (name.span.start === name.span.end ? root?.nameSpan : name.span);
  if (name && nameSpan && holds(nameSpan)) {
    return { kind: 'twin', internalName: name.text, form: body === 'import' ? 'metadata' : 'import', at: nameSpan };
  }
  if (metadata?.adapterUrl && holds(metadata.adapterUrl.span)) return pageTarget(metadata.adapterUrl);
  for (const section of sections) {
    if (!holds(section.element.span)) continue;
    const item = section.items.find(({ value }) => holds(value.span));
    if (!item) continue;
    const value = item.value.text.trim();
    if (item.name?.text === 'reqVendorInfoApiName' && /^\w+$/.test(value) && /.__./.test(value)) {
      return { kind: 'vendor', apiName: value, at: item.value.span };
    }
    return pageTarget(item.value);
  }
  return undefined;
}

function pageTarget({ text, span }: { readonly text: string; readonly span: Span }): Target | undefined {
  const found = page.exec(text)?.[1];
  return found === undefined ? undefined : { kind: 'page', name: found, at: span };
}
