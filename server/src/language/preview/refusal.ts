import type { PreviewEdit } from '../service/preview.ts';
import type { TextEdit } from '../text/edits.ts';
import type { FieldId } from './preview.ts';

/** @param reason a sentence, already translated */
export function refused(reason: string): PreviewEdit {
  return { kind: 'refused', reason };
}

/** @param id what the field is called afterwards; absent where it is gone */
export function edited(edits: readonly TextEdit[], id?: FieldId): PreviewEdit {
  return { kind: 'edits', edits, id };
}
