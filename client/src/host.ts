import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What the place brings along where the extension runs. */
export interface Host {
  /** A client whose server runs, once it is started, in a process or in a worker of its own. */
  createClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
  /** What starts programs; absent where that cannot be, in a browser. */
  readonly programs?: Programs;
}

export interface Programs {
  /**
   * Retrieves a call center from the default org of a project with the Salesforce CLI: the project is not touched. Only
   * ever called when a person asks for it.
   *
   * @param internalName letters and digits only
   * @param project path of a folder
   */
  retrieve(internalName: string, project: string, token: vscode.CancellationToken): Promise<Retrieved>;
}

export type Retrieved =
  | { readonly kind: 'retrieved'; readonly text: string }
  /** A sentence, translated. */
  | { readonly kind: 'trouble'; readonly message: string };
