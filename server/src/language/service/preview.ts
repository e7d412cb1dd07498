import type { FieldId } from '../preview/preview.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';

/** Where a field of the preview is written down. What it does not have is undefined. */
export interface FieldSpans {
  readonly element: Span;
  readonly name: Span | undefined;
  readonly label: Span | undefined;
  readonly value: Span | undefined;
}

/** What an operation of the preview comes to. */
export type PreviewEdit =
  | {
      readonly kind: 'edits';
      /** None where the text says it already. */
      readonly edits: readonly TextEdit[];
      /** What the field is called afterwards; undefined where it is gone. */
      readonly id: FieldId | undefined;
    }
  /** A sentence, already translated. */
  | { readonly kind: 'refused'; readonly reason: string };
