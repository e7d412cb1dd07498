/** How the language reaches the files around a definition. Hosts implement it; neither method ever rejects for a missing file. */
export interface FileHost {
  /**
   * URIs of the files in the workspace whose names end with one of `suffixes`. Installed packages and the insides of
   * version control are left out; a host may stop after some thousands.
   */
  find(suffixes: readonly string[]): Promise<readonly string[]>;
  /** The text of a file; undefined when there is none or it cannot be read. */
  read(uri: string): Promise<string | undefined>;
}
