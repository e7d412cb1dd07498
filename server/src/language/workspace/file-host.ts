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
   * Those of the files that begin like a call center definition, whole. Of the others no more is read than it takes to
   * see that; files of more than `maxBytes` are passed over.
   */
  readDefinitions(uris: readonly string[], maxBytes: number): Promise<readonly FoundFile[]>;
}

export interface FoundFile {
  readonly uri: string;
  readonly text: string;
}
