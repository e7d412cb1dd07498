import * as l10n from '@vscode/l10n';
import { setValue as setSetting } from '../custom-settings/edits.ts';
import { customSettingsOf, entryOfKey, textOf } from '../custom-settings/read.ts';
import type { Definition, Field, Item } from '../model/definition.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import { replaceField, setAttribute, setValue } from '../rules/edits.ts';
import { elementText, insertElements } from '../rules/metadata-filling.ts';
import type { PreviewEdit } from '../service/preview.ts';
import { singleEdit, type TextEdit } from '../text/edits.ts';
import { lineEnd } from '../text/line-end.ts';
import { decodeContent } from '../xml/decoded-text.ts';
import { escapeText } from '../xml/references.ts';
import type { XmlElement } from '../xml/tree.ts';
import { mixedValue } from './content.ts';
import { generalItem, nameOf, type Part } from './fields.ts';
import { edited, refused } from './refusal.ts';

/**
 * Puts another value in the place of one. What says the same elsewhere, as a retrieved file does, goes on saying the same;
 * what differs already is left alone, since which of the two counts is not documented (reference, section 7.3).
 */
export function setPartValue(context: RuleContext, part: Part, value: string): PreviewEdit {
  const { source, definition } = context;
  switch (part.kind) {
    case 'section':
      return refused(l10n.t('A section has no value.'));
    case 'item':
      if (!part.item.valueIsPlain) return refused(mixedValue());
      return edited(valueEdits(context, part.item, value), part.id);
    case 'element': {
      if (!part.field) return refused(l10n.t('The name of the file says it: rename the file.'));
      const item = twinNames.get(part.name);
      const twin = item === undefined ? undefined : generalItem(definition, item);
      return edited(
        [
          ...fieldEdits(context, part.field, value),
          ...(twin && saysTheSame(twin, part.value) ? itemEdits(context, twin, value) : []),
        ],
        part.id,
      );
    }
    case 'setting': {
      const settings = customSettingsOf(source);
      if (!settings || !part.entry.value) return edited([], part.id);
      return edited(part.value === value ? [] : setSetting(settings, part.entry.value, value), part.id);
    }
  }
}

/** The elements of the metadata root that repeat an item of `reqGeneralInfo` (reference, section 7.2). */
const twinNames: ReadonlyMap<string, string> = new Map([
  ['fullName', 'reqInternalName'],
  ['displayName', 'reqDisplayName'],
  ['adapterUrl', 'reqAdapterUrl'],
]);

function saysTheSame(item: Item, value: string): boolean {
  return item.valueIsPlain && item.value.text.trim() === value.trim();
}

/** The edits of an item and of what repeats it. */
export function valueEdits(context: RuleContext, item: Item, value: string): readonly TextEdit[] {
  if (item.value.text === value) return [];
  return [...itemEdits(context, item, value), ...repetitionEdits(context, item, value)];
}

function itemEdits({ source }: RuleContext, item: Item, value: string): readonly TextEdit[] {
  const holder = item.value.element ?? (item.element.name === 'items' ? undefined : item.element);
  return (holder && contentEdits(source.text, holder, value)) ?? [setValue(item, value)];
}

function fieldEdits({ source }: RuleContext, field: Field, value: string): readonly TextEdit[] {
  if (field.text === value) return [];
  return (field.element && contentEdits(source.text, field.element, value)) ?? [replaceField(field, value)];
}

/** What says the same as an item of `reqGeneralInfo` in a metadata body. */
function repetitionEdits(context: RuleContext, item: Item, value: string): readonly TextEdit[] {
  const { source, definition, catalog } = context;
  const { metadata } = definition;
  const name = nameOf(item);
  if (!metadata || generalItem(definition, name) !== item) return [];
  const elements = [...twinNames].flatMap(([element, repeated]) => {
    const field = repeated === name ? metadataField(metadata, element) : undefined;
    return field && saysTheSame(item, field.text) ? fieldEdits(context, field, value) : [];
  });
  const settings = customSettingsOf(source);
  if (!settings || settings.errors.length > 0 || !catalog.itemsInCustomSettings.includes(name)) return elements;
  const entry = entryOfKey(settings, name);
  const said = entry && textOf(entry);
  if (!entry?.value || said === undefined || !saysTheSame(item, said)) return elements;
  return [...elements, ...setSetting(settings, entry.value, value)];
}

function metadataField(metadata: NonNullable<Definition['metadata']>, name: string): Field | undefined {
  if (name === 'fullName') return metadata.fullName;
  return name === 'displayName' ? metadata.displayName : metadata.adapterUrl;
}

/** The smallest edits of an element's text, comments and CDATA in it kept; undefined where the element has to be written anew. */
function contentEdits(text: string, element: XmlElement, value: string): readonly TextEdit[] | undefined {
  if (element.selfClosing || !element.closeTag || element.attributes.some(({ name }) => name === 'xsi:nil')) {
    return undefined;
  }
  const decoded = decodeContent(text, element);
  const change = singleEdit(decoded.text, value);
  if (!change) return [];
  const { span, newText } = value.includes(']]>') ? withBrackets(decoded.text, change) : change;
  if (element.children.some(({ kind }) => kind !== 'text')) return decoded.edits(span, newText);
  // Nothing but text: a quote there need be no reference.
  const escaped = value.includes(']]>') ? escapeText(newText).replaceAll('>', '&gt;') : escapeText(newText);
  return [{ span: decoded.rawSpan(span), newText: escaped.replaceAll('\n', lineEnd(text)) }];
}

/** A `]]>` must not come about where a change only brings its characters together: it takes those behind it along. */
function withBrackets(text: string, { span, newText }: TextEdit): TextEdit {
  const { start, end } = span;
  const behind = /^[\]>]{0,2}/.exec(text.slice(end, end + 2))?.[0] ?? '';
  return { span: { start, end: end + behind.length }, newText: newText + behind };
}

/** Puts another label in the place of one, or gives one to what has none. */
export function setLabel(context: RuleContext, part: Part, label: string): PreviewEdit {
  switch (part.kind) {
    case 'section':
    case 'item': {
      const { element, label: field } = part.kind === 'section' ? part.section : part.item;
      if (field?.text === label) return edited([], part.id);
      if (context.definition.body === 'import') return edited([setAttribute(element, 'label', label, field)], part.id);
      return edited(labelElementEdits(context, element, 'label', field, label), part.id);
    }
    case 'element': {
      const name = labelNames.get(part.name);
      const root = context.definition.root;
      if (name === undefined || !root) return refused(l10n.t('It has no label.'));
      return edited(labelElementEdits(context, root, name, part.label, label), part.id);
    }
    case 'setting':
      return refused(l10n.t('It has no label.'));
  }
}

const labelNames: ReadonlyMap<string, string> = new Map([
  ['fullName', 'internalNameLabel'],
  ['displayName', 'displayNameLabel'],
]);

function labelElementEdits(
  context: RuleContext,
  parent: XmlElement,
  name: string,
  field: Field | undefined,
  label: string,
): readonly TextEdit[] {
  if (field) return fieldEdits(context, field, label);
  return insertElements(parent, [{ name, line: elementText(name, label) }], context);
}
