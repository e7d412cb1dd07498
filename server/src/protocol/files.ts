export interface FindFilesParams {
  /** Ends of file names, e.g. `.page`. */
  readonly suffixes: readonly string[];
  /** More are not wanted. */
  readonly limit: number;
}

export interface ReadDefinitionsParams {
  readonly uris: readonly string[];
  /** Of larger files the name is enough. */
  readonly maxBytes: number;
}

export interface FoundDefinition {
  readonly uri: string;
  /** Missing where the file has more than `maxBytes`. */
  readonly text?: string;
}

export interface ReadFileParams {
  readonly uri: string;
}
