import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DocumentDiagnosticRequest,
  type InitializeResult,
  type Position,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.ts';

/** What VS Code's client library declares, as far as the server looks at it. */
export const fullCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: {
      documentChanges: true,
      changeAnnotationSupport: {},
      resourceOperations: ['create', 'rename', 'delete'],
    },
    fileOperations: { willRename: true },
    diagnostics: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        preselectSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    },
    documentLink: { tooltipSupport: true },
  },
};

export interface ConnectOptions {
  /** Default: `fullCapabilities`. */
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** URIs of the folders of the workspace; default: none. */
  readonly roots?: readonly string[];
  /** Answers `workspace/configuration` for one resource; default: no settings. */
  readonly configuration?: (uri: string | undefined) => unknown;
  /** Registers what the test answers or watches, before the server starts. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server logged, and which capabilities it registered later. */
  readonly log: readonly string[];
  readonly registered: readonly string[];
  open(uri: string, text: string): Promise<void>;
  /** Replaces `range`, or everything. Versions count up by themselves. */
  change(uri: string, text: string, range?: Range): Promise<void>;
  close(uri: string): Promise<void>;
  /** Tells of changes on disk, by URI. */
  fileEvents(changes: Readonly<Record<string, 'created' | 'changed' | 'deleted'>>): Promise<void>;
  /** The next time that the server wants its findings asked for again. */
  refreshed(): Promise<void>;
  /** Asks for the findings, as a client that pulls does. */
  pull(uri: string): Promise<Diagnostic[]>;
  /** The next findings that the server sends for a document by itself. */
  published(uri: string): Promise<PublishDiagnosticsParams>;
  /** Shuts the server down, behind everything that was sent before. */
  dispose(): Promise<void>;
}

/** The real server and a client, connected in memory and initialized. */
export async function connect(options: ConnectOptions = {}): Promise<TestClient> {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(server, { version: '0.0.0' });

  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const log: string[] = [];
  const registered: string[] = [];
  const waiting = new Map<string, ((params: PublishDiagnosticsParams) => void)[]>();
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    for (const resolve of waiting.get(params.uri)?.splice(0) ?? []) resolve(params);
  });
  connection.onRequest('client/registerCapability', (params: { registrations: { method: string }[] }) => {
    registered.push(...params.registrations.map(({ method }) => method));
    return null;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
    Promise.all(items.map((item) => options.configuration?.(item.scopeUri) ?? null)),
  );
  let refreshes: (() => void)[] = [];
  connection.onRequest('workspace/diagnostic/refresh', () => {
    for (const resolve of refreshes) resolve();
    refreshes = [];
    return null;
  });
  connection.onRequest('workspace/semanticTokens/refresh', () => null);
  options.prepare?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    ...(options.roots && { workspaceFolders: options.roots.map((uri) => ({ uri, name: uri })) }),
    capabilities: options.capabilities ?? fullCapabilities,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  const versions = new Map<string, number>();
  const next = (uri: string): number => {
    const version = (versions.get(uri) ?? 0) + 1;
    versions.set(uri, version);
    return version;
  };
  return {
    connection,
    initialized,
    log,
    registered,
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'xml', version: next(uri), text },
      }),
    change: (uri, text, range) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: next(uri) },
        contentChanges: [{ text, ...(range && { range }) }],
      }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    fileEvents: (changes) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: Object.entries(changes).map(([uri, kind]) => ({
          uri,
          type: { created: 1, changed: 2, deleted: 3 }[kind],
        })),
      }),
    refreshed: () => new Promise((resolve) => refreshes.push(resolve)),
    async pull(uri) {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      return report.kind === 'full' ? report.items : [];
    },
    published: (uri) =>
      new Promise((resolve) => {
        waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]);
      }),
    // Nothing else is to be released: streams in memory keep no process alive, and cutting them while an answer is
    // under way would only make that fail.
    dispose: () => connection.sendRequest('shutdown'),
  };
}

/** A text with its cursor: the text without the `|`, and the position that it marked. */
export function withCursor(marked: string): { readonly text: string; readonly position: Position } {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.indexOf('|', offset + 1) >= 0) throw new Error(`one | was expected in ${marked}`);
  const before = marked.slice(0, offset).split('\n');
  return {
    text: marked.slice(0, offset) + marked.slice(offset + 1),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/** The text after edits that all refer to `text`, as an editor applies them. */
export function applyTextEdits(
  text: string,
  edits: readonly { readonly range: Range; readonly newText: string }[],
): string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = ({ line, character }: Position) => (starts[line] ?? text.length) + character;
  return edits
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

/** A definition of which nothing is to be said, with one value to spoil. */
export function definition(changes: { readonly internalName?: string; readonly useApi?: string } = {}): string {
  const item = (order: number, name: string, label: string, value: string) =>
    `    <item sortOrder="${order}" name="${name}" label="${label}">${value}</item>`;
  return [
    '<callCenter>',
    '  <section sortOrder="0" name="reqGeneralInfo" label="General Information">',
    item(0, 'reqInternalName', 'Internal Name', changes.internalName ?? 'ServiceDesk'),
    item(1, 'reqDisplayName', 'Display Name', 'Service Desk'),
    item(2, 'reqAdapterUrl', 'CTI Adapter URL', 'https://cti.contoso.example/softphone'),
    item(3, 'reqUseApi', 'Use CTI API', changes.useApi ?? 'true'),
    item(4, 'reqSoftphoneHeight', 'Softphone Height', '400'),
    item(5, 'reqSoftphoneWidth', 'Softphone Width', '300'),
    item(6, 'reqSalesforceCompatibilityMode', 'Salesforce Compatibility Mode', 'Classic_and_Lightning'),
    '  </section>',
    '</callCenter>',
    '',
  ].join('\n');
}
