import * as vscode from 'vscode';
import type { App } from './app.ts';
import { closeTags } from './auto-close.ts';
import type { Choices } from './choices.ts';
import type { CommandName } from './command-names.ts';
import { acceptChanges } from './commands/accept-changes.ts';
import { checkAllDefinitions } from './commands/check-all-definitions.ts';
import { compareWith } from './commands/compare-with.ts';
import { compareWithBaseline } from './commands/compare-with-baseline.ts';
import { convertToImport } from './commands/convert-to-import.ts';
import { convertToMetadata } from './commands/convert-to-metadata.ts';
import { explainMessage } from './commands/explain-message.ts';
import { markAsImported } from './commands/mark-as-imported.ts';
import { newDefinition } from './commands/new-definition.ts';
import { openPreview } from './commands/open-preview.ts';
import { openPreviewToTheSide } from './commands/open-preview-to-the-side.ts';
import { pruneAcceptances } from './commands/prune-acceptances.ts';
import { renumber } from './commands/renumber.ts';
import { restartServer } from './commands/restart-server.ts';
import { selectFlavour } from './commands/select-flavour.ts';
import { showReimportPlan } from './commands/show-reimport-plan.ts';
import { togglePreviewLock } from './commands/toggle-preview-lock.ts';
import { registerTurnRuleOff } from './commands/turn-rule-off.ts';
import { createComparisons, sendComparison } from './comparisons.ts';
import type { Definitions } from './definitions.ts';
import { serveExplanations } from './explanations.ts';
import type { Host } from './host.ts';
import { showImportStatus } from './import-status.ts';
import { serveImportedTexts } from './imported-texts.ts';
import { createLanguageServer, type LanguageServer, sendFlavour } from './language-server.ts';
import { createPreviews } from './preview/previews.ts';
import { createRevisions } from './revisions.ts';
import { logStates } from './state-log.ts';
import { createStates } from './states.ts';
import { showStatus } from './status.ts';

/** Everything that only matters once there is a definition, or a command was called. */
export interface Client {
  /**
   * @param resources what is selected in the explorer, or the document of a code lens or a fix, where it was called there
   * @param more what such a caller hands over beside that
   */
  run(command: CommandName, resources: readonly vscode.Uri[], more: unknown): Promise<void>;
  /** Takes up a preview that was open when the window was last closed. */
  restorePreview(panel: vscode.WebviewPanel, kept: unknown): void;
  completions(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): Promise<vscode.CompletionItem[] | vscode.CompletionList | undefined>;
}

type Command = (app: App, resources: readonly vscode.Uri[], more: unknown) => Promise<void>;

const commands: Readonly<Record<CommandName, Command>> = {
  acceptChanges,
  checkAllDefinitions,
  compareWith,
  compareWithBaseline,
  convertToImport,
  convertToMetadata,
  explainMessage,
  markAsImported,
  newDefinition,
  openPreview,
  openPreviewToTheSide,
  pruneAcceptances,
  restartServer,
  renumber,
  selectFlavour,
  showReimportPlan,
  togglePreviewLock,
};

export function createClient(
  context: vscode.ExtensionContext,
  host: Host,
  definitions: Definitions,
  choices: Choices,
): Client {
  const channel = vscode.window.createOutputChannel(vscode.l10n.t('Call Center Definitions'), { log: true });
  channel.info(
    vscode.l10n.t(
      'Call Center Definitions {0} in {1} {2}',
      String(context.extension.packageJSON.version),
      vscode.env.appName,
      vscode.version,
    ),
  );
  const comparisons = createComparisons(context.workspaceState);
  const revisions = createRevisions(() => server.running(), host);
  const server: LanguageServer = createLanguageServer(host, channel, definitions, choices, comparisons, revisions);
  const states = createStates(server, definitions);
  const explanations = serveExplanations();
  const previews = createPreviews(context.extensionUri);
  const app: App = {
    host,
    channel,
    definitions,
    choices,
    comparisons,
    previews,
    revisions,
    server,
    states,
    explanations,
  };

  const sync = async (document: vscode.TextDocument): Promise<void> => {
    try {
      await server.sync(document);
    } catch (error) {
      channel.error(vscode.l10n.t('A definition could not be handed to the language server: {0}', String(error)));
    }
  };
  context.subscriptions.push(
    channel,
    server,
    states,
    explanations,
    comparisons,
    revisions,
    previews,
    showStatus(app),
    showImportStatus(app),
    serveImportedTexts(app),
    logStates(app),
    closeTags(app),
    registerTurnRuleOff(),
    definitions.onDidChange(sync),
    choices.onDidChange((key) => {
      const choice = choices.get(key);
      const flavour = choice === 'notACallCenter' ? undefined : choice;
      void sendFlavour(server, vscode.Uri.parse(key), flavour);
    }),
  );
  context.subscriptions.push(comparisons.onDidChange((key) => void sendComparison(server, key, comparisons.get(key))));
  for (const document of definitions.all()) void sync(document);

  return {
    restorePreview: (panel, kept) => previews.restore(app, panel, kept),
    run: (command, resources, more) => commands[command](app, resources, more),
    async completions(document, position, token, asked) {
      await server.sync(document);
      const provider = server.running()?.getFeature('textDocument/completion').getProvider(document);
      return (await provider?.provideCompletionItems(document, position, token, asked)) ?? undefined;
    },
  };
}
