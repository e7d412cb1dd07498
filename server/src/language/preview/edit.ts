import * as l10n from '@vscode/l10n';
import { verdictOf } from '../model/read.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import { doubtfulPlaces, isStructureSound } from '../rules/run.ts';
import type { PreviewEdit } from '../service/preview.ts';
import { createOverlaps } from '../text/span.ts';
import { isXmlCharacter } from '../xml/references.ts';
import { addItem, addSection } from './edit-add.ts';
import { movePart, placeInOrder } from './edit-order.ts';
import { removePart } from './edit-remove.ts';
import { setMode, setPrefixes, setSize } from './edit-settings.ts';
import { setLabel, setPartValue } from './edit-value.ts';
import { fieldsOf, type Part } from './fields.ts';
import type { FieldId, PreviewOperation } from './preview.ts';
import { edited, refused } from './refusal.ts';

/** The edits that do what a person did in the page. `context` is undefined for what is no definition. */
export function previewEdit(context: RuleContext | undefined, operation: PreviewOperation): PreviewEdit {
  if (!context?.definition.body)
    return refused(l10n.t('This is no call center definition, so nothing can be edited here.'));
  const { source, definition } = context;
  if (!isStructureSound(definition.tree)) return refused(brokenText());
  const foreign = foreignCharacter(operation);
  if (foreign !== undefined) {
    return refused(l10n.t('The character U+{0} cannot stand in an XML file.', foreign));
  }
  const result = withPlainLines(operation, (plain) => edit(context, plain));
  if (result.kind === 'refused' || verdictOf(source).kind !== 'ill-formed') return result;
  const isDoubtful = createOverlaps(doubtfulPlaces(source));
  return result.edits.some(({ span }) => isDoubtful(span)) ? refused(brokenText()) : result;
}

function edit(context: RuleContext, operation: PreviewOperation): PreviewEdit {
  switch (operation.kind) {
    case 'setValue':
      return withPart(context, operation.id, (part) => setPartValue(context, part, operation.value));
    case 'setLabel':
      return withPart(context, operation.id, (part) => setLabel(context, part, operation.label));
    case 'move':
      return withPart(context, operation.id, (part) => {
        const place = placeInOrder(context, part);
        return place === undefined ? edited([], part.id) : movePart(context, part, place + operation.by);
      });
    case 'moveTo':
      return withPart(context, operation.id, (part) => {
        if (operation.section === undefined) return movePart(context, part, operation.place);
        return withPart(context, operation.section, (target) =>
          target.kind === 'section' ? movePart(context, part, operation.place, target) : refused(notThere()),
        );
      });
    case 'addItem':
      return withPart(context, operation.section, (part) =>
        part.kind === 'section' ? addItem(context, part, operation) : refused(notThere()),
      );
    case 'addSection':
      return addSection(context, operation.name, operation.label);
    case 'remove':
      return withPart(context, operation.id, (part) => removePart(context, part));
    case 'setMode':
      return setMode(context, operation.mode);
    case 'setSize':
      return setSize(context, operation);
    case 'setPrefixes':
      return setPrefixes(context, operation);
  }
}

function withPart({ source }: RuleContext, id: FieldId, then: (part: Part) => PreviewEdit): PreviewEdit {
  const part = fieldsOf(source).byId.get(id);
  return part ? then(part) : refused(notThere());
}

function notThere(): string {
  return l10n.t('The field is not in the definition any more.');
}

function brokenText(): string {
  return l10n.t('The text is not well-formed there. Mend it first: its problems say how.');
}

/** Line breaks are line feeds, as a program reads them. */
function withPlainLines(operation: PreviewOperation, then: (operation: PreviewOperation) => PreviewEdit): PreviewEdit {
  const plain = Object.entries(operation).map(([key, value]) => [
    key,
    typeof value === 'string' && key !== 'id' ? value.replace(/\r\n?/g, '\n') : value,
  ]);
  return then({ ...operation, ...Object.fromEntries(plain) });
}

/** The first character, in hexadecimal digits, that no XML file can hold. */
function foreignCharacter(operation: PreviewOperation): string | undefined {
  for (const value of Object.values(operation)) {
    if (typeof value !== 'string') continue;
    for (const character of value) {
      const code = character.codePointAt(0) ?? 0;
      if (!isXmlCharacter(code)) return code.toString(16).toUpperCase().padStart(4, '0');
    }
  }
  return undefined;
}
