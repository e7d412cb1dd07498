import * as l10n from '@vscode/l10n';
import { removeEntry } from '../custom-settings/edits.ts';
import { customSettingsOf } from '../custom-settings/read.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import { removeWithLine } from '../rules/edits.ts';
import type { PreviewEdit } from '../service/preview.ts';
import { closeGap, inOrder } from './edit-order.ts';
import type { Part } from './fields.ts';
import { edited, refused } from './refusal.ts';

/** Takes a field away; the numbers behind it close the gap where there was none. */
export function removePart(context: RuleContext, part: Part): PreviewEdit {
  const { source, definition } = context;
  switch (part.kind) {
    case 'section':
    case 'item': {
      const body = part.kind === 'section' ? part.section : part.item;
      const gap = definition.body === 'import' ? closeGap(inOrder(context, part), body) : [];
      return edited([removeWithLine(source, body.element.span), ...gap]);
    }
    case 'element': {
      const element = part.field?.element;
      if (part.name !== 'adapterUrl' || !element) return refused(l10n.t('Every call center has it.'));
      return edited([removeWithLine(source, element.span)]);
    }
    case 'setting': {
      const settings = customSettingsOf(source);
      return edited(settings ? removeEntry(settings, part.entry) : []);
    }
  }
}
