import type * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Keeps XML that is not ours from the server: the client library listens to every XML document, and nothing about
 * one that the gate has not let through is ever sent. It also knows which documents the server has open.
 */
export interface Gate {
  readonly middleware: Middleware;
  isOpen(uri: vscode.Uri): boolean;
  /** The server is gone, and with it everything it had open. */
  reset(): void;
}

/**
 * @param wanted whether the server is to know a document
 * @param changed called when the server has been told about a change
 */
export function createGate(
  wanted: (document: vscode.TextDocument) => boolean,
  changed: (event: vscode.TextDocumentChangeEvent) => void,
): Gate {
  /** Version that the server got first, by URI. */
  const opened = new Map<string, number>();
  const isOpen = (uri: vscode.Uri) => opened.has(uri.toString());

  const middleware: Middleware = {
    async didOpen(document, next) {
      if (!wanted(document) || isOpen(document.uri)) return;
      opened.set(document.uri.toString(), document.version);
      await next(document);
    },
    async didChange(event, next) {
      const first = opened.get(event.document.uri.toString());
      // A change that made the document ours is in the text that was opened already.
      if (first === undefined || event.document.version <= first) return;
      await next(event);
      changed(event);
    },
    async didClose(document, next) {
      if (opened.delete(document.uri.toString())) await next(document);
    },
    handleDiagnostics(uri, diagnostics, next) {
      // What is found in an open document is asked for; sent it would come in between.
      if (!isOpen(uri)) next(uri, diagnostics);
    },
    async sendRequest<Params, Result>(
      type: Parameters<NonNullable<Middleware['sendRequest']>>[0],
      params: Params | undefined,
      token: vscode.CancellationToken | undefined,
      next: (
        type: Parameters<NonNullable<Middleware['sendRequest']>>[0],
        params?: Params,
        token?: vscode.CancellationToken,
      ) => Promise<Result>,
    ): Promise<Result> {
      const uri = documentOf(params);
      // Null is an empty answer to every request about a document.
      if (uri !== undefined && !opened.has(uri)) return null as Result;
      return next(type, params, token);
    },
  };
  return { middleware, isOpen, reset: () => opened.clear() };
}

/** The URI of the document that a request of the protocol is about. */
function documentOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('textDocument' in params)) return undefined;
  const { textDocument } = params;
  if (typeof textDocument !== 'object' || textDocument === null || !('uri' in textDocument)) return undefined;
  return typeof textDocument.uri === 'string' ? textDocument.uri : undefined;
}
