import type { Span } from '../text/span.ts';

export type TargetForm = 'import' | 'metadata';

/** What a conversion made: the other form's text, or the reason why there is none. Nothing is dropped in silence. */
export type Conversion =
  | {
      readonly kind: 'converted';
      readonly text: string;
      /** The file name that goes with it: the metadata form's name is the call center's internal name. */
      readonly fileName: string;
      /** In the order of their places. */
      readonly losses: readonly Loss[];
    }
  | { readonly kind: 'refused'; readonly reason: string; readonly at: Span };

/** Something that is in one of the two texts only. */
export interface Loss {
  /** Stable, for programs. */
  readonly code: LossCode;
  /** Where it stands in the text that was converted. */
  readonly at: Span;
  /** What it is and what to do about it; a sentence, already translated. */
  readonly message: string;
}

export type LossCode =
  /** The numbers themselves, where they were not 0, 1, 2 …: the order is kept. */
  | 'sort-order'
  /** The order of the lines, where it was not that of the numbers. */
  | 'document-order'
  /** The other form demands a label: the name stands in for it. */
  | 'label-added'
  | 'attribute'
  | 'namespace'
  | 'instruction'
  /** A comment that had to move, because the other form has no place there. */
  | 'comment-moved'
  | 'settings-key'
  /** An item made from a key of `customSettings`, from `adapterUrl` or because the form demands it. */
  | 'item-added'
  /** `customSettings` or `adapterUrl` says one thing, the item another: the item's value was taken. */
  | 'value-differs'
  | 'contact-center-channels'
  | 'status-maps'
  | 'version'
  | 'internal-name'
  | 'display-name'
  /** A key that the metadata form needs and no item stands for. */
  | 'settings-key-added';
