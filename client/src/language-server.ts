import * as vscode from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import type { ReadRevisionParams, RevisionAnswer } from '../../server/src/protocol/imported.ts';
import { type InitializationOptions, methods } from '../../server/src/protocol.ts';
import type { Choices } from './choices.ts';
import type { Comparisons } from './comparisons.ts';
import type { Definitions } from './definitions.ts';
import { createFormatters } from './formatters.ts';
import { createGate } from './gate.ts';
import type { Host } from './host.ts';
import { serveFiles } from './host-files.ts';
import { createRestarts, tellOfCrashesOnce } from './restarts.ts';
import type { Revisions } from './revisions.ts';
import { createTraceChannel } from './trace-channel.ts';
import { configurationForServer, watchNeighbour } from './xml-neighbours.ts';

/** The server's life: it starts for the first definition and knows exactly those documents that are definitions. */
export interface LanguageServer extends vscode.Disposable {
  /** Opens or closes a document at the server, as `definitions` has it now. Starts the server if it must. */
  sync(document: vscode.TextDocument): Promise<void>;
  /** The running client; starts it if it must. Rejects when the server cannot be started. */
  client(): Promise<BaseLanguageClient>;
  /** The client while it runs. */
  running(): BaseLanguageClient | undefined;
  /** Ends the server and starts it again where there is a definition to serve. */
  restart(): Promise<void>;
  /** A change to a definition that the server knows about by now: what is asked from here on refers to the new text. */
  readonly onDidSendChange: vscode.Event<vscode.TextDocumentChangeEvent>;
  /** Notifications of the server, whichever it is just now. */
  onNotification<Params>(method: string, handler: (params: Params) => void): void;
}

export function createLanguageServer(
  host: Host,
  channel: vscode.LogOutputChannel,
  definitions: Definitions,
  choices: Choices,
  comparisons: Comparisons,
  revisions: Revisions,
): LanguageServer {
  const changes = new vscode.EventEmitter<vscode.TextDocumentChangeEvent>();
  const gate = createGate(definitions.wanted, (event) => changes.fire(event));
  const formatters = createFormatters();
  const problems = vscode.languages.createDiagnosticCollection('call-center-xml');
  const trace = createTraceChannel(channel);
  const handlers = new Map<string, (params: unknown) => void>();
  let current: BaseLanguageClient | undefined;
  const restarts = createRestarts(
    channel,
    () => problems.clear(),
    () => restart(),
  );

  const options: LanguageClientOptions = {
    documentSelector: [{ language: 'xml' }],
    outputChannel: channel,
    traceOutputChannel: trace,
    middleware: { ...gate.middleware, workspace: { configuration: configurationForServer } },
    initializationOptions: (): InitializationOptions => ({
      ...(vscode.l10n.bundle && { l10n: vscode.l10n.bundle }),
      flavours: choices.flavours(),
      files: true,
      rulePages: true,
      turnsRulesOff: true,
      revisions: true,
      baselines: true,
      comparisons: comparisons.all(),
      documentState: true,
      previews: true,
      ownFormatters: true,
    }),
    errorHandler: restarts,
    // The library tells of it anyway, with the reason: that there is no connection.
    initializationFailedHandler: () => false,
    // Problems stay in sight while a crashed server is started again, which then replaces them.
    diagnosticCollectionProvider: { create: () => problems, dispose: () => undefined },
  };

  const create = (): BaseLanguageClient => {
    const client = host.createClient('callCenterXml', channel.name, options);
    tellOfCrashesOnce(client);
    serveFiles(client);
    client.onRequest<RevisionAnswer, void>(methods.readRevision, ({ uri, revision }: ReadRevisionParams) =>
      revisions.read(uri, revision),
    );
    for (const [method, handler] of handlers) client.onNotification(method, handler);
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) {
        gate.reset();
        formatters.reset();
        return;
      }
      channel.info(vscode.l10n.t('The language server runs. Open definitions: {0}', definitions.all().length));
      // A server that crashed leaves the problems of files that are not open to nobody.
      const open = new Set(definitions.all().map(({ uri }) => uri.toString()));
      problems.forEach((uri) => {
        if (!open.has(uri.toString())) problems.delete(uri);
      });
      for (const document of definitions.all()) if (definitions.wanted(document)) formatters.add(client, document);
    });
    return client;
  };
  const client = async (): Promise<BaseLanguageClient> => {
    current ??= create();
    const starting = current;
    await starting.start();
    return starting;
  };
  const stop = async (): Promise<void> => {
    const stopping = current;
    current = undefined;
    try {
      await stopping?.dispose();
    } catch (error) {
      // It never ran, or does not answer any more; it ends with its channel.
      channel.warn(vscode.l10n.t('The language server did not stop in order: {0}', describeError(error)));
    }
  };
  const restart = async (): Promise<void> => {
    await stop();
    restarts.forget();
    problems.clear();
    if (definitions.all().some(definitions.wanted)) await client();
  };

  const neighbour = watchNeighbour(() => {
    // The server drops the settings that it knows and asks again.
    if (current?.isRunning()) void current.sendNotification('workspace/didChangeConfiguration', { settings: null });
  });

  return {
    async sync(document) {
      if (definitions.wanted(document)) {
        await open(await client(), document);
        return;
      }
      problems.delete(document.uri);
      if (!current?.isRunning()) return;
      formatters.remove(current, document);
      await current.getFeature('textDocument/didClose').getProvider(document)?.send(document);
      askAgain(current, document);
    },
    client,
    running: () => (current?.isRunning() ? current : undefined),
    restart,
    onDidSendChange: changes.event,
    onNotification(method, handler) {
      const untyped = handler as (params: unknown) => void;
      handlers.set(method, untyped);
      current?.onNotification(method, untyped);
    },
    dispose() {
      void stop();
      vscode.Disposable.from(problems, trace, changes, neighbour).dispose();
    },
  };

  /** Documents that were ours when the server started are open already: the client library has seen to it. */
  async function open(running: BaseLanguageClient, document: vscode.TextDocument): Promise<void> {
    if (!definitions.wanted(document)) return;
    formatters.add(running, document);
    if (gate.isOpen(document.uri)) return;
    // Else the library may think that it has the problems of this version: none, from before the document was ours.
    running.getFeature('textDocument/diagnostic').getProvider(document)?.forget(document);
    await running.getFeature('textDocument/didOpen').getProvider(document)?.send(document);
    askAgain(running, document);
  }
}

/** A decision about a document changes no character of it, so the editor must be told to ask again. */
function askAgain(client: BaseLanguageClient, document: vscode.TextDocument): void {
  client.getFeature('textDocument/semanticTokens').getProvider(document)?.onDidChangeSemanticTokensEmitter.fire();
  client.getFeature('textDocument/foldingRange').getProvider(document)?.onDidChangeFoldingRange.fire();
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Tells the server about a choice of flavour, if it runs; one that starts later learns it on its start. */
export async function sendFlavour(server: LanguageServer, uri: vscode.Uri, flavour: string | undefined): Promise<void> {
  await server.running()?.sendNotification(methods.setFlavour, { uri: uri.toString(), ...(flavour && { flavour }) });
}
