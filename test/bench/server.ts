// Any language server as a process, driven over stdio as an editor drives it.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import {
  createProtocolConnection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Documents } from './documents.ts';
import { timer } from './figures.ts';

/** A server that takes part. */
export interface Entrant {
  readonly name: string;
  /** Arguments of Node. */
  readonly command: readonly string[];
  readonly languageId: string;
  readonly text: (documents: Documents) => string;
  readonly settings: object;
  /** Whether it says anything about a document that is broken. */
  readonly judges: boolean;
  /** Whether it lets time pass before it judges. */
  readonly waits?: true;
}

/** One of its processes. Times are in milliseconds. */
export interface Running {
  readonly entrant: Entrant;
  /** From the start of the process to the answer of `initialize`. */
  readonly initialize: number;
  /** Tells it its settings, as an editor does at once. */
  configure(): Promise<void>;
  open(uri: string, text: string): Promise<void>;
  /** Replaces `length` characters of one line. */
  change(uri: string, at: Position, length: number, newText: string): Promise<void>;
  /** What it says about a document, in the quickest way that it offers: asked for, or sent by itself. */
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  request(method: string, params: object): Promise<unknown>;
  /** Milliseconds of work since the start; the system counts in hundredths of a second. */
  cpu(): number;
  /** The most memory that it held so far, in MiB. */
  peak(): number;
  /** Waits until it does nothing any more. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

const ticksPerSecond = 100;

/** Milliseconds without any work. */
const restingTime = 500;

export async function start(entrant: Entrant): Promise<Running> {
  const took = timer();
  const child = spawn(process.execPath, [...entrant.command, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const { stdin, stdout } = child;
  const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  const publications = new Map<string, Publications>();
  const publicationsOf = (uri: string) => {
    const known = publications.get(uri) ?? new Publications();
    publications.set(uri, known);
    return known;
  };
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
    publicationsOf(uri).add(diagnostics),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section }) => (entrant.settings as Record<string, unknown>)[section ?? ''] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      // As editors do, VS Code among them: who relies on being told of changes need not look by itself.
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      },
      textDocument: {
        diagnostic: {},
        publishDiagnostics: {},
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        hover: { contentFormat: ['markdown'] },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    },
    // Asked by the JSON server; without it schemas of its own are looked for on the network.
    initializationOptions: { handledSchemaProtocols: ['file'], provideFormatter: false },
  });
  const initialize = took();
  await connection.sendNotification(InitializedNotification.type, {});
  const pulls = capabilities.diagnosticProvider !== undefined;
  let version = 1;
  const cpu = (): number => {
    // Behind the name, which may hold anything, the fields are counted from the state, the third.
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  };

  return {
    entrant,
    initialize,
    configure: () =>
      connection.sendNotification(DidChangeConfigurationNotification.type, { settings: entrant.settings }),
    async open(uri, text) {
      publicationsOf(uri).forget();
      const { languageId } = entrant;
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version, text },
      });
    },
    async change(uri, at, length, newText) {
      publicationsOf(uri).forget();
      version++;
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: at, end: { ...at, character: at.character + length } }, text: newText }],
      });
    },
    async diagnostics(uri) {
      if (!pulls) return publicationsOf(uri).next();
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      return report.kind === 'full' ? report.items : [];
    },
    request: (method, params) => connection.sendRequest(method, params),
    cpu,
    async rest() {
      for (let before = -1, now = cpu(); before !== now; before = now, now = cpu()) await setTimeout(restingTime);
    },
    peak() {
      const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kilobytes) / 1024;
    },
    stop: () => stop(connection, child),
  };
}

async function stop(connection: ProtocolConnection, child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  // One of the peers stays when it is told to go.
  const late = new AbortController();
  const impatience = setTimeout(2000, 'late', { signal: late.signal }).catch(() => 'ended');
  if ((await Promise.race([ended, impatience])) === 'late') child.kill('SIGKILL');
  await ended;
  late.abort();
  connection.dispose();
}

/** What a server sends about one document by itself, from the last change on. */
class Publications {
  #last: readonly Diagnostic[] | undefined;
  #waiting: ((diagnostics: readonly Diagnostic[]) => void) | undefined;

  forget(): void {
    this.#last = undefined;
  }

  add(diagnostics: readonly Diagnostic[]): void {
    this.#last = diagnostics;
    this.#waiting?.(diagnostics);
    this.#waiting = undefined;
  }

  next(): Promise<readonly Diagnostic[]> {
    if (this.#last) return Promise.resolve(this.#last);
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }
}
