import {
  type FieldId,
  mostFieldsAtOnce,
  type PreviewItem,
  type PreviewOperation,
  type SettingsFormat,
} from '../../server/src/language/preview/preview.ts';
import type { ProtocolRange } from '../../server/src/protocol/document.ts';
import type { DialAnswer } from '../../server/src/protocol/preview.ts';
import type { HostMessage, PageMessage, TabName, View } from '../src/preview/messages.ts';
import type { TextKey } from '../src/preview/texts.ts';

export type Item = PreviewItem<ProtocolRange>;
export type Content = NonNullable<View['content']>;
export type Section = Content['sections'][number];

/** A frame's size while somebody drags its corner, in px. */
export interface DraggedSize {
  readonly width: number;
  readonly height: number;
}

/** What the page shows just now. */
export interface PageState {
  readonly view: View | undefined;
  readonly tab: TabName;
  /** Sections that a person opened or closed; others are open as long as there are few fields. */
  readonly open: Readonly<Record<FieldId, boolean>>;
  /** The field in which the cursor of the text is. */
  readonly cursor: FieldId | undefined;
  /** Values being typed, by field; those of the softphone and the prefixes by their own names. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Fields whose draft is in the text already, and not in the view yet. */
  readonly settled: ReadonlySet<string>;
  /** Secrets that are revealed, by field; undefined until their value is known. */
  readonly secrets: ReadonlyMap<FieldId, string | undefined>;
  /** In a large definition, the open sections that are in sight, or close to it, and the runs of fields of a long one. */
  readonly near: ReadonlySet<string>;
  /** How high they were when they were last drawn, in px. */
  readonly heights: ReadonlyMap<string, number>;
  /** A field that has to be drawn, wherever it is: the focus will go there. */
  readonly wanted: FieldId | undefined;
  /** The section or item whose label is being edited, and what was asked for: who leaves the field does not ask once more. */
  readonly labelled: { readonly id: FieldId; readonly asked?: string } | undefined;
  /** Why the last edit was refused. */
  readonly refusal: string | undefined;
  /** The value that the last edit would have set, where it was refused. */
  readonly refused: { readonly id: FieldId; readonly value: string } | undefined;
  /** For people who hear the page. */
  readonly said: string;
  readonly dragged: DraggedSize | undefined;
  /** The field or section that is being dragged. */
  readonly moving: FieldId | undefined;
  /** What a dragged field or section is over just now. */
  readonly dropOn: FieldId | undefined;
  readonly numbers: string;
  readonly country: string | undefined;
  readonly dialled: DialAnswer | undefined;
  readonly settings: Extract<HostMessage, { readonly type: 'settings' }> | undefined;
  readonly withSecrets: boolean;
  readonly format: SettingsFormat;
}

/** What the parts of the page work with. */
export interface Page {
  readonly state: PageState;
  /** False while the text is broken, or no definition. */
  readonly editable: boolean;
  readonly language: string;
  text(key: TextKey, ...args: readonly (string | number)[]): string;
  change(changes: Partial<PageState>): void;
  send(message: PageMessage): void;
  /**
   * Asks for a change of the text, made in what is in sight now.
   * @param done called once it is made, and not where it is refused
   * @param draft the id of the one that it writes, where that is none of a field; where it is refused, the draft goes
   */
  edit(operation: PreviewOperation, done?: () => void, draft?: string): void;
}

/** Whether a section shows its fields. */
export function isOpen({ state }: Page, content: Content, id: FieldId): boolean {
  return state.open[id] ?? !isLarge(content);
}

/** Whether only those fields are drawn that are close to being in sight. */
export function isLarge({ sections }: Content): boolean {
  return sections.reduce((sum, { count }) => sum + count, 0) > mostFieldsAtOnce;
}

/** Drafts without some of them. */
export function without(drafts: PageState['drafts'], ...ids: readonly (string | undefined)[]): PageState['drafts'] {
  return new Map([...drafts].filter(([id]) => !ids.includes(id)));
}

/** Every field that the page has been told of. */
export function allItems({ parts, sections }: Content): readonly Item[] {
  return [...parts, ...sections.flatMap(({ items = [] }) => items)];
}
