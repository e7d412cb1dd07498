/** How the language reaches the files around a definition. Hosts implement it; no method ever rejects for a missing file. */
export interface FileHost {
  /**
   * URIs of the files in the workspace whose names end with one of `suffixes`, `limit` of them at most. Installed packages,
   * the insides of version control and what the editor is told to exclude are left out.
   */
  find(suffixes: readonly string[], limit: number): Promise<readonly string[]>;
  /** The text of a file; undefined when there is none or it cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /**
   * Those of the files that begin like a call center definition, whole, or without their text where that has more than
   * `maxBytes`. Of the others no more is read than it takes to see that. A host that can only read whole files does not
   * look into those of more than `maxBytes`: it names them all.
   */
  readDefinitions(uris: readonly string[], maxBytes: number): Promise<readonly FoundDefinition[]>;
}

export interface FoundDefinition {
  readonly uri: string;
  /** Missing where it is too large. */
  readonly text?: string;
}

export interface FoundFile {
  readonly uri: string;
  readonly text: string;
}
