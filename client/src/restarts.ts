import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  ErrorCodes,
  type ErrorHandler,
  ResponseError,
} from 'vscode-languageclient';

const maxCrashes = 5;
const periodMinutes = 3;

/** What becomes of a server that crashes. */
export interface Restarts extends ErrorHandler {
  /** A person has decided: crashes before count no more. */
  forget(): void;
}

/**
 * Restarts a crashed server, quietly, until it has crashed too often: then a person must decide, because a server that
 * dies on every start would only keep the machine busy.
 */
export function createRestarts(
  channel: vscode.LogOutputChannel,
  gaveUp: () => void,
  restart: () => Promise<void>,
): Restarts {
  const crashes: number[] = [];
  return {
    // Single messages that cannot be sent or read are no reason to stop; a connection that is gone says so by closing.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now();
      crashes.push(now);
      const recent = crashes.filter((time) => now - time <= periodMinutes * 60_000);
      crashes.splice(0, crashes.length, ...recent);
      if (recent.length < maxCrashes) {
        channel.warn(
          vscode.l10n.t(
            'The language server ended unexpectedly ({0} of {1}); it is started again.',
            recent.length,
            maxCrashes,
          ),
        );
        return { action: CloseAction.Restart, handled: true };
      }
      crashes.length = 0;
      gaveUp();
      void ask(channel, restart);
      return { action: CloseAction.DoNotRestart, handled: true };
    },
    forget() {
      crashes.length = 0;
    },
  };
}

/**
 * Keeps the library from telling people itself of a server that dies before it has answered. It does so several times
 * for each, until the editor shows no message at all any more, that of the last crash neither.
 */
export function tellOfCrashesOnce(client: BaseLanguageClient): void {
  const tell = client.error.bind(client);
  client.error = (message, data, show) => tell(message, data, isCutOff(data) ? false : show);
}

function isCutOff(error: unknown): boolean {
  return error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected;
}

async function ask(channel: vscode.LogOutputChannel, restart: () => Promise<void>): Promise<void> {
  const again = vscode.l10n.t('Restart');
  const details = vscode.l10n.t('Show Output');
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The language server for call center definitions crashed {0} times within {1} minutes and was not started again. Problems, completion and hovers are missing until it runs.',
      maxCrashes,
      periodMinutes,
    ),
    again,
    details,
  );
  if (answer === again) await restart();
  if (answer === details) channel.show();
}
