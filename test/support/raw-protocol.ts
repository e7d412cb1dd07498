import { spawn } from 'node:child_process';
import path from 'node:path';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.ts';

/** A message of JSON-RPC, as far as tests look at it. */
export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A server at the level of bytes: what goes in is what the test says, well-formed or not. */
export interface RawServer {
  /** All of it at once, so that the server finds everything there when it begins to read. */
  write(...pieces: readonly (string | Uint8Array)[]): void;
  /** In the order they came. */
  readonly received: readonly Message[];
  /** The answer to a request, come or still to come. Rejects when the server ends before. */
  answer(id: number | string): Promise<Message>;
  /** The first message of a kind that the server sends by itself, come or still to come. */
  notification(method: string): Promise<Message>;
}

export interface RawProcess extends RawServer {
  /** What it wrote to its standard error, so far. */
  readonly complaints: () => string;
  /** The exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Closes its standard input. */
  hangUp(): void;
  kill(): void;
}

/** Bytes of a message: a header, and the JSON of a value or whatever else the text is. */
export function frame(message: object | string): Uint8Array {
  const body = Buffer.from(typeof message === 'string' ? message : JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/** What a client says first. */
export const hello = (capabilities: object = {}, more: object = {}): Uint8Array =>
  Buffer.concat([
    frame({ id: 'hello', method: 'initialize', params: { processId: null, rootUri: null, capabilities, ...more } }),
    frame({ method: 'initialized', params: {} }),
  ]);

export const open = (uri: string, text: string, version = 1): Uint8Array =>
  frame({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'xml', version, text } },
  });

/** The server in this process, so that a test can watch it work. */
export function startInMemory(): RawServer {
  const up = new PassThrough();
  const down = new PassThrough();
  startServer(createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down)), {
    version: '0.0.0',
  });
  return rawServer(up, down, new Promise(() => undefined));
}

type Command = readonly [string, ...string[]];

/**
 * `dist/server/node.js`, over standard input and output.
 *
 * @param within the command that runs another one; default: that one itself
 */
export function startProcess(
  within: (command: Command) => Command = (command) => command,
  env: Readonly<Record<string, string | undefined>> = process.env,
): RawProcess {
  const server = path.resolve('dist/server/node.js');
  const [program, ...args] = within([process.execPath, server, '--stdio']);
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  // A server that has ended reads nothing any more; `ended` tells of that.
  child.stdin.on('error', () => undefined);
  return {
    ...rawServer(child.stdin, child.stdout, ended),
    complaints: () => complaints,
    ended,
    hangUp: () => child.stdin.end(),
    kill: () => child.kill('SIGKILL'),
  };
}

function rawServer(input: Writable, output: Readable, ended: Promise<unknown>): RawServer {
  const received: Message[] = [];
  const waiting = new Set<() => void>();
  new StreamMessageReader(output).listen((message) => {
    received.push(message as Message);
    for (const look of waiting) look();
  });
  const first = (wanted: (message: Message) => boolean, what: string): Promise<Message> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = received.find(wanted);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`the server ended without ${what}`)));
    });
  return {
    write: (...pieces) => void input.write(Buffer.concat(pieces.map((piece) => Buffer.from(piece)))),
    received,
    answer: (id) => first((message) => message.id === id && message.method === undefined, `an answer to ${id}`),
    notification: (method) => first((message) => message.method === method, method),
  };
}
