import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { Host } from '../host.ts';

/** A browser: the server is a worker, and nothing starts programs. */
export function createWorkerHost(extensionUri: vscode.Uri): Host {
  const script = vscode.Uri.joinPath(extensionUri, 'dist/server/browser.js').toString(true);
  let worker: Worker | undefined;
  return {
    createClient(id, name, options) {
      // The library would know a worker by its class, in the place of which VS Code puts another one.
      const start = async (): Promise<MessageTransports> => {
        // It has ended by itself, unless it did not answer any more.
        worker?.terminate();
        worker = await startWorker(script);
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      };
      return new LanguageClient(id, name, start, options);
    },
  };
}

/** Rejects when the script cannot be read or run, of which the client library would never learn. */
function startWorker(script: string): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script);
    const failed = ({ message }: ErrorEvent): void => {
      worker.terminate();
      reject(
        new Error(vscode.l10n.t('{0} could not be started: {1}', script, message || vscode.l10n.t('no reason given'))),
      );
    };
    worker.addEventListener('error', failed);
    worker.addEventListener(
      'message',
      () => {
        worker.removeEventListener('error', failed);
        resolve(worker);
      },
      { once: true },
    );
  });
}
