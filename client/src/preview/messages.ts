import type {
  FieldId,
  PreviewContent,
  PreviewOperation,
  SettingsFormat,
} from '../../../server/src/language/preview/preview.ts';
import type { ProtocolRange } from '../../../server/src/protocol/document.ts';
import type { DialAnswer, VersionedSettings } from '../../../server/src/protocol/preview.ts';
import type { ContentChanges } from './changes.ts';

/** What the extension and the page of a preview say to each other: plain JSON, nothing else. */

export { settingsFormats } from '../../../server/src/language/preview/preview.ts';

export const tabs = ['setup', 'softphone', 'dialing', 'settings'] as const;
export type TabName = (typeof tabs)[number];

/** More numbers than a person looks at; what is behind them is left out, and that is said. */
export const mostNumbers = 200;
/** Characters of one number. */
export const longestNumber = 200;
/** Characters of the settings that are shown; of a very large definition they would take the page seconds. */
export const mostSettings = 100_000;

/** Words for everything that the page says by itself, in the language of the editor, by key. `{0}` stands for an argument. */
export type PageTexts = Readonly<Record<string, string>>;

/** From the extension to the page. */
export type HostMessage =
  /** Once, first of all. */
  | { readonly type: 'words'; readonly texts: PageTexts; readonly language: string }
  | ViewMessage
  /** The field in which the cursor of the text is. */
  | { readonly type: 'cursor'; readonly id?: FieldId }
  | EditedMessage
  | { readonly type: 'secret'; readonly id: FieldId; readonly version: number; readonly value: string }
  /** `ticket`: that of the question, here and for settings. */
  | { readonly type: 'dialled'; readonly ticket: number; readonly answer: DialAnswer }
  | ({ readonly type: 'settings'; readonly ticket: number; readonly format: SettingsFormat } & VersionedSettings)
  /** Something to be said that is not about an edit. */
  | { readonly type: 'said'; readonly text: string }
  /** The person has been taken back to this page: where the editor left the focus beside it, the page takes it. */
  | { readonly type: 'back' };

/** What there is to see. */
export interface View {
  readonly uri: string;
  readonly name: string;
  readonly locked: boolean;
  readonly version: number;
  /** Absent where there never was anything to show. */
  readonly content?: PreviewContent<ProtocolRange>;
  /** `content` is of the last text that could be shown: nothing in it can be edited now. */
  readonly outdated: boolean;
  /** The text is broken there. */
  readonly error?: { readonly message: string; readonly at: ProtocolRange };
  /** Why there is nothing to show: a sentence. */
  readonly nothing?: string;
}

/** A view as it is sent: in full, or as what is different from the one before it. */
export interface ViewMessage extends View {
  readonly type: 'view';
  /** Rises with each view of a panel. */
  readonly serial: number;
  /** In place of `content`. `base` is the serial of the view whose content they change; who shows another says `ready` again. */
  readonly changes?: { readonly base: number; readonly content: ContentChanges };
}

/** What came of an edit. */
export interface EditedMessage {
  readonly type: 'edited';
  /** `EditMessage.ticket` */
  readonly ticket: number;
  readonly outcome: 'done' | 'refused';
  /** Why it was refused. */
  readonly reason?: string;
  /** What the field is called now. */
  readonly id?: FieldId;
}

/** From the page to the extension. */
export type PageMessage =
  /** The page has been loaded, or does not know what it should: it is told everything. */
  | { readonly type: 'ready' }
  /** The sections whose fields it draws now, in a large definition. */
  | { readonly type: 'near'; readonly sections: readonly FieldId[] }
  | EditMessage
  /** Shows the field in the text. With `focus` the person goes there. */
  | { readonly type: 'reveal'; readonly id: FieldId; readonly focus: boolean }
  | { readonly type: 'goTo'; readonly range: ProtocolRange; readonly fix: boolean }
  /** Undoes or redoes the last change of the text. */
  | { readonly type: 'history'; readonly step: 'undo' | 'redo' }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'secret'; readonly id: FieldId }
  /** `ticket` names the question in the answer, here and for settings. */
  | { readonly type: 'dial'; readonly ticket: number; readonly numbers: readonly string[]; readonly country?: string }
  | { readonly type: 'settings'; readonly ticket: number; readonly format: SettingsFormat; readonly reveal: boolean }
  /** All of the settings, to the clipboard or as a document. */
  | { readonly type: 'copySettings' | 'open'; readonly format: SettingsFormat; readonly reveal: boolean };

export interface EditMessage {
  readonly type: 'edit';
  /** Names the edit in the answer. */
  readonly ticket: number;
  /** Of the view in which it was made. */
  readonly version: number;
  readonly operation: PreviewOperation;
}

/** What the page keeps over a reload of the window: no text of a document. */
export interface KeptState {
  readonly uri: string;
  readonly locked: boolean;
  readonly tab: TabName;
  /** Sections that a person opened or closed. */
  readonly open: Readonly<Record<FieldId, boolean>>;
  /** What was typed in the dialing tab. */
  readonly numbers: string;
  readonly country?: string;
}
