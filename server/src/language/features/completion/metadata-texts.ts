import * as l10n from '@vscode/l10n';
import { elementsOfRoot } from '../../convert/component-template.ts';
import type { Field, Item, Section } from '../../model/definition.ts';
import type { ContentPlace } from '../../xml/query.ts';
import { escapeText } from '../../xml/references.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { partOf } from '../parts.ts';
import { itemCandidates, sectionCandidates } from './candidates.ts';
import type { CompletionContext } from './context.ts';
import { ownCloseTag } from './finish.ts';
import { lineBreak, linesOf } from './layout.ts';
import { valueStop } from './new-element.ts';
import { type Change, editOfAll, type Offer } from './offer.ts';
import { textSpan, valuesAt } from './values.ts';

/** Texts for an element of a metadata body that holds nothing else: names, labels, values, the address. */
export function metadataTexts(context: CompletionContext, place: ContentPlace): readonly Offer[] {
  const { element } = place;
  if (!element) return [];
  const { catalog, definition } = context;
  if (element.name === 'adapterUrl' && element.parent === definition.root) {
    const entry = catalog.item('reqGeneralInfo', 'reqAdapterUrl');
    return entry ? valuesAt(context, entry, element) : [];
  }
  const part = partOf(context, element.parent);
  if (!part) return [];
  if (element.name === 'name')
    return 'section' in part ? itemNames(context, element, part) : sectionNames(context, element, part);
  const entry =
    'section' in part
      ? catalog.item(part.section.name?.text ?? '', part.name?.text ?? '')
      : catalog.section(part.name?.text ?? '');
  if (!entry) return [];
  if (element.name === 'value' && entry.kind === 'item') return valuesAt(context, entry, element);
  return element.name === 'label' ? labelOf(context, element, entry.label) : [];
}

function labelOf(context: CompletionContext, element: XmlElement, label: string): readonly Offer[] {
  const span = textSpan(context, element);
  if (!span) return [];
  const change = { span, pieces: [escapeText(label), closing(element)] };
  const edit = editOfAll(context.source, change, []);
  const detail = l10n.t('the usual label');
  return [{ label, kind: 'value', detail, documentation: '', ...edit, filterText: label, preselect: true }];
}

/** Names for an item; each brings the label and the value that the item still lacks. */
function itemNames(context: CompletionContext, element: XmlElement, item: Item): readonly Offer[] {
  const span = textSpan(context, element);
  if (!span) return [];
  return itemCandidates(context, item.section, item)
    .filter(({ entry }) => !elementsOfRoot.includes(entry.name))
    .map(({ entry, label, detail, documentation }, index) => {
      const behind = lineBreak(linesOf(context.source, element), 0);
      const value = item.value.element ? [] : [`${behind}<value>`, valueStop(entry, context.likely), '</value>'];
      const closed = ownCloseTag(element) !== undefined;
      const end = { start: element.span.end, end: element.span.end };
      const main = { span, pieces: [entry.name, closing(element), ...(closed ? [] : value)] };
      const edit = editOfAll(context.source, main, [
        ...labelChange(context, element, item.label, entry.label),
        ...(closed && value.length > 0 ? [{ span: end, pieces: value }] : []),
      ]);
      return {
        label,
        kind: 'item' as const,
        detail,
        documentation,
        ...edit,
        filterText: entry.name,
        preselect: index === 0,
      };
    });
}

/** Names for a section; each brings the label that the section still lacks. */
function sectionNames(context: CompletionContext, element: XmlElement, section: Section): readonly Offer[] {
  const span = textSpan(context, element);
  if (!span) return [];
  const seen = new Set<string>();
  return sectionCandidates(context, section)
    .filter(({ entry }) => !seen.has(entry.name) && seen.add(entry.name))
    .map(({ entry, detail, documentation }, index) => {
      const main = { span, pieces: [entry.name, closing(element)] };
      const edit = editOfAll(context.source, main, labelChange(context, element, section.label, entry.label));
      const name = entry.name;
      return {
        label: name,
        kind: 'section' as const,
        detail,
        documentation,
        ...edit,
        filterText: name,
        preselect: index === 0,
      };
    });
}

/** The label where there is none, or an empty one: before the name, as a retrieve has them. */
function labelChange(
  context: CompletionContext,
  name: XmlElement,
  label: Field | undefined,
  text: string,
): readonly Change[] {
  const { element } = label ?? {};
  if (element && (element.selfClosing || label?.text.trim() !== '')) return [];
  if (element) return [{ span: element.content, pieces: [escapeText(text)] }];
  const at = name.span.start;
  const behind = lineBreak(linesOf(context.source, name), 0);
  return [{ span: { start: at, end: at }, pieces: [`<label>${escapeText(text)}</label>${behind}`] }];
}

function closing(element: XmlElement): string {
  return ownCloseTag(element) ? '' : `</${element.name}>`;
}
