import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';

export type CompletionKind =
  | 'element'
  | 'attribute'
  | 'section'
  | 'item'
  | 'value'
  | 'enumMember'
  | 'file'
  | 'template'
  | 'closeTag'
  /** Of the JSON in `customSettings`. */
  | 'key';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** One line beside the label: "required · boolean". */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What is replaced: one line, holding the cursor, as the protocol demands. */
  readonly replace: Span;
  /** A snippet in LSP syntax (`$1`, `${1:x}`, `$0`); literal `$`, `}` and `\` are escaped. */
  readonly snippet: string;
  /** The same without tab stops, for clients that know no snippets. */
  readonly plain: string;
  /** Edits elsewhere that belong to it; never overlapping `replace`. */
  readonly additional: readonly TextEdit[];
  readonly sortText: string;
  readonly filterText: string;
  /** Chosen by the editor at first when several fit. */
  readonly preselect: boolean;
}

export interface Hover {
  readonly at: Span;
  readonly markdown: string;
}

export interface OutlineSymbol {
  /** The label, or the name where there is none. */
  readonly name: string;
  /** The name as adapters know it; empty where there is none. */
  readonly id: string;
  readonly detail: string;
  readonly kind: 'callCenter' | 'section' | 'item';
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

export interface FoldingRange {
  readonly span: Span;
  readonly kind: 'element' | 'comment';
}

export interface DocumentLink {
  readonly at: Span;
  readonly target: string;
  readonly tooltip: string;
}

export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/** Token type and modifiers as in the semantic token legend (features/semantic-tokens.ts). */
export interface SemanticToken {
  readonly at: Span;
  readonly type: SemanticTokenType;
  readonly modifiers: readonly SemanticTokenModifier[];
}

export type SemanticTokenType = 'callCenterSection' | 'callCenterItem' | 'callCenterPlaceholder';

export type SemanticTokenModifier = 'required' | 'optional' | 'custom';

/** What a place of a definition refers to, outside of it. */
export type Target =
  /** A Visualforce page, without its namespace: a page of another package is in no workspace. */
  | { readonly kind: 'page'; readonly name: string; readonly at: Span }
  /** A voice vendor by its full API name, `c__Acme`. */
  | { readonly kind: 'vendor'; readonly apiName: string; readonly at: Span }
  /** The same call center in the other form. */
  | { readonly kind: 'twin'; readonly internalName: string; readonly form: 'import' | 'metadata'; readonly at: Span };

/** A section, or an item in it, by the names that make its run-time key `/section/item` (reference, section 8.4). */
export interface RunTimeKey {
  readonly section: string;
  /** Undefined for the section itself. */
  readonly item: string | undefined;
}

export interface KeyAt {
  readonly key: RunTimeKey;
  /** The name that stands in the definition. */
  readonly at: Span;
  /** False for what the platform gives a meaning to: under another name it would mean nothing. */
  readonly renamable: boolean;
}
