import { type CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { cancelled, type Session } from './session.ts';

/** Answers one kind of request. It may throw: the wrapper around it logs and gives the empty answer. */
export type Handler<Params, Result> = (
  session: Session,
  params: Params,
  token: CancellationToken,
) => Result | Promise<Result>;

/** Whatever a handler may answer: JSON that is neither a number nor a boolean. */
export type Answer = object | string | null;

/**
 * The one wrapper around every handler: a request that was cancelled is answered so, one that fails gets `empty` and a
 * line in the log, and the server lives on.
 */
export function answer<Params, Result extends Answer>(
  session: () => Session,
  method: string,
  empty: Result,
  handler: Handler<Params, Result>,
): (params: Params, token?: CancellationToken) => Promise<Answer> {
  return async (params, token) => {
    const running = session();
    // The library passes the token in place of parameters that are not there.
    if (!token) throw new ResponseError(ErrorCodes.InvalidParams, `${method} needs parameters.`);
    running.turns.arrived();
    if (token.isCancellationRequested) throw cancelled();
    try {
      return await handler(running, params, token);
    } catch (error) {
      // Meant for the client: it was cancelled, or asked for something impossible.
      if (error instanceof ResponseError) throw error;
      running.connection.console.error(`${method} failed: ${describeError(error)}`);
      return empty;
    }
  };
}

/** For messages to the client whose outcome nothing waits for: one that it refuses must not end the server. */
export function send(connection: Connection, what: string, outcome: Promise<unknown>): void {
  outcome.catch((error: unknown) => connection.console.error(`${what} failed: ${describeError(error)}`));
}

/** Kind and place of an error, without its message: a message may quote the document, and logs get pasted into reports. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 12)].join('\n');
}
