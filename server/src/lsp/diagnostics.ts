import {
  CancellationTokenSource,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  PublishDiagnosticsNotification,
  RAL,
} from 'vscode-languageserver';
import type { Finding, Source } from '../language/index.ts';
import { describeError, type Handler, send } from './answer.ts';
import { checkedDocument } from './checked-document.ts';
import type { ClientFacts } from './client-facts.ts';
import { toDiagnostic } from './convert.ts';
import type { OpenDocument, Session } from './session.ts';

/** An editor gets slow before a person reads this many; the first ones by place are sent. */
export const maxDiagnostics = 1000;

/** Milliseconds of silence before findings are pushed. Clients that pull decide for themselves when to ask. */
const pushDelay = 80;

/**
 * Schemes of the read-only left side of a comparison, as VS Code's git and the usual extensions name them. Problems
 * there cannot be mended and would be listed twice.
 */
const comparisonSchemes = new Set([
  ...['git', 'gitfs', 'gitlens', 'gitlens-git', 'git-graph', 'svn', 'hg', 'review', 'pr', 'githubpr'],
  ...['scm-history-item', 'vscode-local-history', 'conflictResolution', 'chat-editing-text-model', 'merge-editor'],
]);

export function getsDiagnostics(uri: string): boolean {
  return !comparisonSchemes.has(uri.slice(0, Math.max(0, uri.indexOf(':'))));
}

export function findDiagnostics(session: Session, { source, options }: OpenDocument): Diagnostic[] {
  if (!getsDiagnostics(source.uri)) return [];
  const diagnostics = toDiagnostics(session.client, source, session.service.findings(source, options));
  // While it was looked at, others may have been asked about.
  session.recent.used(source);
  return diagnostics;
}

/** The first findings of a document, as many as an editor can show. */
export function toDiagnostics(client: ClientFacts, source: Source, findings: readonly Finding[]): Diagnostic[] {
  return findings.slice(0, maxDiagnostics).map((finding) => toDiagnostic(client, source, finding));
}

export const noReport: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Answers `textDocument/diagnostic`. */
export const pullDiagnostics: Handler<
  { readonly textDocument: { readonly uri: string } },
  DocumentDiagnosticReport
> = async (session, params, token) => {
  const open = await checkedDocument(session, params.textDocument.uri, token);
  return open ? { kind: DocumentDiagnosticReportKind.Full, items: findDiagnostics(session, open) } : noReport;
};

/** Sends findings to clients that do not ask for them. */
export interface Publisher {
  changed(source: Source): void;
  closed(uri: string): void;
  /** Everything may have changed: settings, a flavour. */
  refresh(): void;
}

export function createPublisher(session: Session): Publisher {
  const { connection, client } = session;
  const timers = new Map<string, { dispose(): void }>();

  /** Looks that are under way. */
  const looks = new Map<string, CancellationTokenSource>();

  const publish = async (uri: string): Promise<void> => {
    const look = new CancellationTokenSource();
    looks.set(uri, look);
    try {
      const open = await checkedDocument(session, uri, look.token);
      if (!open || look.token.isCancellationRequested) return;
      const diagnostics = findDiagnostics(session, open);
      await connection.sendDiagnostics({ uri, version: open.source.version, diagnostics });
    } catch (error) {
      if (look.token.isCancellationRequested) return;
      connection.console.error(`${PublishDiagnosticsNotification.method} failed: ${describeError(error)}`);
    } finally {
      if (looks.get(uri) === look) looks.delete(uri);
    }
  };
  /** What was about to be said of a document is of no use any more. */
  const drop = (uri: string): void => {
    timers.get(uri)?.dispose();
    timers.delete(uri);
    looks.get(uri)?.cancel();
  };
  const schedule = (uri: string): void => {
    drop(uri);
    const timer = RAL().timer.setTimeout(() => {
      timers.delete(uri);
      void publish(uri);
    }, pushDelay);
    timers.set(uri, timer);
  };

  if (client.pullsDiagnostics) {
    return {
      changed: () => undefined,
      closed: () => undefined,
      refresh() {
        if (!client.refreshesDiagnostics) return;
        const { method } = DiagnosticRefreshRequest;
        send(connection, method, connection.sendRequest(method));
      },
    };
  }
  return {
    changed: (source) => schedule(source.uri),
    closed(uri) {
      drop(uri);
      send(connection, PublishDiagnosticsNotification.method, connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
    refresh: () => session.documents.keys().forEach(schedule),
  };
}
