import { Console } from 'node:console';
import net from 'node:net';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import {
  AbstractMessageWriter,
  type Message,
  type MessageReader,
  type MessageWriter,
  RAL,
  StreamMessageReader,
} from 'vscode-jsonrpc/node';
import type { Connection } from 'vscode-languageserver/node';
import type { Line } from '../lsp/waiting-room.ts';

/** How the library begins to complain of what stands before a message. */
const brokenHeader = /^(?:Header must|Content-Length value must|Message header must)/;

/** A length that a message can have: of a gigabyte and more there is none. */
const possibleLength = /^\d{1,9}$/;

/** A line, and what ends with the client. */
export interface StreamLine extends Line {
  readonly input: Readable;
}

/** A line over standard input and output, which nothing else may print on any more. */
export function openStdio(): StreamLine {
  const { stdin, stdout, stderr } = process;
  // A line that anything prints would be taken for a part of a message.
  globalThis.console = new Console(stderr, stderr);
  return lineOver(stdin, stdout);
}

/** Where a client waits for the server to call: a port of this machine, or a pipe (a socket of the file system). */
export type Address = { readonly port: number } | { readonly path: string };

/** The address in `--socket=PORT`, `--pipe=NAME`, or the same in two arguments; undefined when there is none. */
export function addressIn(given: readonly string[]): Address | undefined {
  for (const [place, option] of given.entries()) {
    const [, name, value = given[place + 1]] = /^--(socket|pipe)(?:=(.*))?$/s.exec(option) ?? [];
    if (name === undefined || value === undefined || value === '') continue;
    if (name === 'pipe') return { path: value };
    const port = Number(value);
    if (/^\d+$/.test(value) && port > 0 && port < 65_536) return { port };
  }
  return undefined;
}

/** A line to a client that waits for it. Ends the process, with a sentence, where nobody does. */
export function openSocket(address: Address): StreamLine {
  const socket = net.connect('port' in address ? { ...address, host: '127.0.0.1' } : address);
  let connected = false;
  socket.once('connect', () => {
    connected = true;
  });
  socket.on('error', ({ message }) => {
    // Later the line closes, which ends the process, too.
    if (connected) return;
    process.stderr.write(`The language server ends, because no client waits for it: ${message}\n`);
    process.exit(1);
  });
  return lineOver(socket, socket);
}

/** A line over two streams. */
export function lineOver(input: Readable, output: Writable): StreamLine {
  refuseImpossibleLengths();
  return { input, reader: new StreamMessageReader(input), writer: new WholeMessageWriter(output) };
}

/**
 * Writes each message at once. The library's own writer sends the head of a message, waits until it is gone, and sends the
 * rest: the client is woken twice for each answer, which a person who types waits for.
 */
class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  #failures = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Rejects, and never throws, also for what cannot be written as JSON: so do the library's writers. */
  async write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const whole = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(whole, (error) => {
        if (!error) {
          this.#failures = 0;
          resolve();
          return;
        }
        this.fireError(error, message, ++this.#failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}

/**
 * Tells what cannot be read. The library keeps that to itself: then the server sits there for ever, and so does whoever
 * waits for its answers.
 */
export function watchInput(reader: MessageReader, connection: Connection): void {
  reader.onError((error) => {
    if (!brokenHeader.test(error.message)) {
      // Without what is wrong with it: that may quote a document.
      connection.console.error('A message was passed over: it is no JSON, or none that the protocol knows.');
      return;
    }
    // Nobody knows any more where a message begins.
    process.stderr.write(
      'The language server ends, because it cannot read its input: a message has no valid header.\n',
    );
    process.exit(1);
  });
}

/**
 * Ends with the client, whose end of the line closes with it.
 * @param isDown whether the client has asked for the end
 */
export function endWithInput({ input }: StreamLine, isDown: () => boolean): void {
  input.once('close', () => process.exit(isDown() ? 0 : 1));
}

/**
 * The library takes whatever begins like a number for a length: with `-5` it cuts messages at the wrong place, and for
 * twenty digits it waits as long as it lives. Readers that are made from here on complain of such a header.
 */
function refuseImpossibleLengths(): void {
  const runtime = RAL();
  const create = (encoding: RAL.MessageBufferEncoding): RAL.MessageBuffer => {
    const buffer = runtime.messageBuffer.create(encoding);
    return {
      encoding,
      append: (chunk) => buffer.append(chunk),
      tryReadBody: (length) => buffer.tryReadBody(length),
      tryReadHeaders(lowerCaseKeys) {
        const headers = buffer.tryReadHeaders(lowerCaseKeys);
        const length = headers?.get('content-length');
        if (length !== undefined && !possibleLength.test(length)) {
          throw new Error(`Content-Length value must be a number of at most nine digits. Got ${length}`);
        }
        return headers;
      },
    };
  };
  RAL.install({ ...runtime, messageBuffer: { create } });
}
