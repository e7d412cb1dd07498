import * as vscode from 'vscode';
import { type Choices, createChoices } from './choices.ts';
import type { Client } from './client.ts';
import { commandNames } from './command-names.ts';
import { type Definitions, judge, watchDefinitions } from './definitions.ts';
import { showRulePages } from './rule-pages.ts';

/**
 * All that runs for XML that is not ours. Whatever is larger (the language client, the server, every command) waits in
 * `client.ts`, which is run when the first definition shows up or a command is called.
 *
 * @param create reads and runs `client.ts`, with what the place brings along where the extension runs
 */
export function activateWith(
  context: vscode.ExtensionContext,
  create: (definitions: Definitions, choices: Choices) => Promise<Client>,
): void {
  const choices = createChoices(context.workspaceState);
  const definitions = watchDefinitions(choices);
  context.subscriptions.push(choices, definitions);

  let loading: Promise<Client> | undefined;
  const client = () => {
    loading ??= create(definitions, choices);
    return loading;
  };
  const wake = (document: vscode.TextDocument) => {
    if (loading === undefined && definitions.looksLikeOne(document)) void client();
  };

  context.subscriptions.push(
    definitions.onDidChange(wake),
    contextKey(definitions),
    showRulePages(context.extensionUri),
    completionInEmptyDocuments(definitions, client),
    vscode.window.registerWebviewPanelSerializer('callCenterXml.preview', {
      deserializeWebviewPanel: async (panel, kept) => (await client()).restorePreview(panel, kept),
    }),
    ...commandNames.map((name) =>
      // The explorer hands over the file that was clicked and all that are selected; a code lens, an address and more.
      vscode.commands.registerCommand(`callCenterXml.${name}`, async (clicked?: unknown, more?: unknown) =>
        (await client()).run(name, urisOf(clicked, more), more),
      ),
    ),
  );
  definitions.all().forEach(wake);
}

function urisOf(clicked: unknown, selected: unknown): readonly vscode.Uri[] {
  const given: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
  const uris = given.filter((one) => one instanceof vscode.Uri);
  return uris.length === 0 && typeof clicked === 'string' ? [vscode.Uri.parse(clicked)] : uris;
}

/** Shows the commands for definitions only where there is one: in the explorer by its name, or because it has been seen open. */
function contextKey(definitions: Definitions): vscode.Disposable {
  let last: boolean | undefined;
  const tellOpen = (): void => {
    // The path as an explorer may have it: of a remote workspace, or of this machine.
    const paths = definitions.all().flatMap(({ uri }) => [uri.path, uri.fsPath]);
    void vscode.commands.executeCommand('setContext', 'callCenterXml.definitions', paths);
  };
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const now = document !== undefined && definitions.looksLikeOne(document);
    if (now === last) return;
    last = now;
    void vscode.commands.executeCommand('setContext', 'callCenterXml.isDefinition', now);
  };
  update();
  if (definitions.all().length > 0) tellOpen();
  return vscode.Disposable.from(
    definitions.onDidChange(update),
    definitions.onDidChange(tellOpen),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

interface Completer {
  completions(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): vscode.ProviderResult<vscode.CompletionItem[] | vscode.CompletionList>;
}

/**
 * An empty XML document may become anything. It gets a server only when someone asks for completion in it, to be
 * offered whole definitions; from then on the server answers by itself and this provider stays silent.
 */
function completionInEmptyDocuments(definitions: Definitions, client: () => Promise<Completer>): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { language: 'xml' },
    {
      async provideCompletionItems(document, position, token, context) {
        if (definitions.looksLikeOne(document) || judge(document) !== 'empty') return undefined;
        definitions.adopt(document);
        return (await client()).completions(document, position, token, context);
      },
    },
  );
}
