/** The kinds of call center. The language service has the same list; a compile-time check in `lsp` keeps them equal. */
export const flavourIds = ['openCti', 'ctiToolkit', 'partnerTelephony', 'amazonConnect'] as const;

export type FlavourId = (typeof flavourIds)[number];

export interface DocumentParams {
  readonly uri: string;
}

/** Zero-based line and UTF-16 column. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

export interface ProtocolEdit {
  readonly range: ProtocolRange;
  readonly newText: string;
}

export interface VersionedEdits {
  /** Version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly ProtocolEdit[];
}
