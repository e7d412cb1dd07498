import * as l10n from '@vscode/l10n';
import { flavours } from '../../catalog/types.ts';
import { componentSnippet, newComponent } from '../../convert/component-template.ts';
import { newDefinition, templateSnippet } from '../../convert/template.ts';
import { metadataStem } from '../../model/file-name.ts';
import { lineEndOf } from '../../text/line-end.ts';
import type { Span } from '../../text/span.ts';
import type { Place } from '../../xml/query.ts';
import { paragraphs } from '../markdown.ts';
import type { CompletionContext } from './context.ts';
import { endOfShell, rootElements } from './elements.ts';
import type { Offer } from './offer.ts';

/**
 * Where a whole definition may go: in a document that holds nothing but a declaration, comments and white space, and
 * perhaps the first letters of a root. `undefined` in all others, and in front of the declaration.
 */
export function templateSpan({ source, definition, offset }: CompletionContext, place: Place): Span | undefined {
  const { text } = source;
  const { tree } = definition;
  const typed = typedSpan(text, place);
  const letters = typed && /^<?([^/>]*)/.exec(text.slice(typed.start, typed.end))?.[1];
  if (!typed || letters === undefined || !'callcenter'.startsWith(letters.toLowerCase())) return undefined;
  for (const node of tree.children) {
    if (node.kind === 'declaration' && offset <= node.span.start) return undefined;
    if (node.kind === 'doctype' || ('terminated' in node && !node.terminated)) return undefined;
    if (node.kind === 'element' && (place.kind !== 'tag-name' || place.element !== node)) return undefined;
    if (node.kind !== 'text' && node.kind !== 'cdata') continue;
    const before = text.slice(node.span.start, Math.max(node.span.start, Math.min(typed.start, node.span.end)));
    const behind = text.slice(Math.min(node.span.end, Math.max(typed.end, node.span.start)), node.span.end);
    if ((before + behind).replace('\ufeff', '').trim() !== '') return undefined;
  }
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (offset < bom) return undefined;
  // White space in front of the declaration is not allowed: what stands on the same line goes.
  const lineStart = Math.max(bom, source.lineSpan(source.positionAt(offset).line).start);
  const start = text.slice(lineStart, typed.start).trim() === '' ? lineStart : typed.start;
  return { start, end: typed.end };
}

/** What has been typed of a root at the cursor. */
function typedSpan(text: string, place: Place): Span | undefined {
  if (place.kind === 'content' && !place.element) return place.replace;
  if (place.kind !== 'tag-name' || place.parent) return undefined;
  if (!place.element) return place.replace;
  const end = endOfShell(text, place.element);
  return end === undefined ? undefined : { start: place.element.span.start, end };
}

/** A whole definition for every flavour, and the bare root. */
export function templates(context: CompletionContext, span: Span): readonly Offer[] {
  const { source, catalog } = context;
  const typed = /^\s*</.test(source.text.slice(span.start, span.end)) ? '<' : '';
  const bom = source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const adapt = (template: string) => {
    // An XML declaration can only be the first thing in a file.
    const body = span.start === bom ? template : template.replace(/^<\?xml[^>]*\?>\n/, '');
    return body.replaceAll('\n', lineEndOf(source));
  };
  const named = metadataStem(source.uri) !== undefined;
  const whole = flavours.map((flavour): Offer => {
    const { title, summary, importedAt } = catalog.flavourInfo[flavour];
    return {
      label: l10n.t('{0} call center definition', l10n.t(title)),
      kind: 'template',
      detail: l10n.t('whole file'),
      documentation: paragraphs(
        l10n.t(summary),
        named
          ? l10n.t('A component of the Metadata API, as the name of the file says.')
          : l10n.t('Imported in {0}.', l10n.t(importedAt)),
      ),
      replace: span,
      snippet: adapt(named ? componentSnippet(flavour, catalog) : templateSnippet(flavour, catalog)),
      plain: adapt(named ? newComponent(flavour, catalog) : newDefinition(flavour, catalog)),
      additional: [],
      filterText: `${typed}callCenter ${title}`,
      preselect: flavour === 'openCti',
    };
  });
  return named ? whole : [...whole, ...rootElements(context, span, typed)];
}
