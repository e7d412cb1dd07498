import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-jsonrpc';
import type { InitializeParams } from 'vscode-languageserver';
import { initializeResult } from './capabilities.ts';
import { readClient } from './client-facts.ts';

/** A line to a client that somebody else has answered first. */
export interface Line {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/**
 * Receives a client while nothing is loaded: answers `initialize` at once, and calls `enter` with the first message that
 * needs the server itself. It then hears everything from the beginning; its own answer to `initialize` goes nowhere.
 *
 * What is imported here is loaded before anything can be said: it is little, and no language. A test holds that.
 *
 * @param enter is called once, and begins to read before it returns or later
 */
export function createWaitingRoom({ reader, writer }: Line, version: string, enter: (line: Line) => void): void {
  const replay = new ReplayingReader(reader);
  let answered: number | string | undefined;
  let entered = false;

  const admit = (): void => {
    if (entered) return;
    entered = true;
    enter({ reader: replay, writer: answered === undefined ? writer : withoutAnswer(writer, answered) });
  };

  reader.onError((error) => {
    replay.pass({ error });
    admit();
  });
  reader.onClose(() => {
    replay.pass('close');
    admit();
  });
  reader.listen((message) => {
    replay.pass({ message });
    if (entered) return;
    const request = answered === undefined ? initializeIn(message) : undefined;
    if (request) {
      const response = answerTo(request, version);
      if (!response) return admit();
      answered = request.id;
      writer.write(response).catch(admit);
    } else if (answered === undefined || !isInitialized(message)) {
      admit();
    }
  });
}

/** Undefined where the parameters are not what they should be, which is for the server to say. */
function answerTo({ id, params }: InitializeMessage, version: string): ResponseMessage | undefined {
  try {
    return { jsonrpc: '2.0', id, result: initializeResult(readClient(params), version) };
  } catch {
    return undefined;
  }
}

interface InitializeMessage {
  readonly id: number | string;
  readonly params: InitializeParams;
}

function initializeIn(message: Message): InitializeMessage | undefined {
  const { id, method, params } = partsOf(message);
  if (method !== 'initialize' || (typeof id !== 'number' && typeof id !== 'string')) return undefined;
  const { capabilities } = (params ?? {}) as Partial<InitializeParams>;
  return typeof capabilities === 'object' && capabilities !== null
    ? { id, params: params as InitializeParams }
    : undefined;
}

function isInitialized(message: Message): boolean {
  return partsOf(message).method === 'initialized';
}

/** Whatever is JSON may come. */
function partsOf(message: Message | null): Partial<RequestMessage> {
  return typeof message === 'object' ? { ...message } : {};
}

/** The client has the answer to that request already. */
function withoutAnswer(writer: MessageWriter, id: number | string): MessageWriter {
  let swallowed = false;
  return {
    onError: writer.onError,
    onClose: writer.onClose,
    end: () => writer.end(),
    dispose: () => writer.dispose(),
    write(message) {
      if (swallowed || !('id' in message) || message.id !== id || 'method' in message) return writer.write(message);
      swallowed = true;
      return Promise.resolve();
    },
  };
}

type Event = { readonly message: Message } | { readonly error: Error } | 'close';

/** Gives what came before anybody listened, and then what comes. */
class ReplayingReader extends AbstractMessageReader implements MessageReader {
  readonly #source: MessageReader;
  #kept: Event[] = [];
  #listener: DataCallback | undefined;

  constructor(source: MessageReader) {
    super();
    this.#source = source;
    source.onPartialMessage((info) => this.firePartialMessage(info));
  }

  pass(event: Event): void {
    if (!this.#listener) this.#kept.push(event);
    else if (event === 'close') this.fireClose();
    else if ('error' in event) this.fireError(event.error);
    else this.#listener(event.message);
  }

  listen(callback: DataCallback): Disposable {
    this.#listener = callback;
    const kept = this.#kept;
    this.#kept = [];
    for (const event of kept) this.pass(event);
    return { dispose: () => this.#source.dispose() };
  }
}
