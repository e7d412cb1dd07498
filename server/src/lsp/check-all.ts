import { type CancellationToken, PublishDiagnosticsNotification, RAL, WorkDoneProgress } from 'vscode-languageserver';
import { createSource, type FileHost, type Finding, largestDefinition, type Source } from '../language/index.ts';
import type { CheckAllParams, CheckSummary } from '../protocol.ts';
import { describeError, type Handler, send } from './answer.ts';
import { prepareInTurns } from './checked-document.ts';
import { toDiagnostics } from './diagnostics.ts';
import { choiceFor, optionsFor, type Session } from './session.ts';

/** Files that are read at once. */
const batchSize = 20;

/** Milliseconds of silence before files are checked again. */
const delay = 100;

/** With more files than these, what concerns all of them waits until the command is run again. */
const mostFollowed = 200;

/** Findings of definitions that are not open: asked for once, then kept up to date. */
export interface WorkspaceChecks {
  run(params: CheckAllParams, token: CancellationToken): Promise<CheckSummary>;
  /** A file may have other findings now, or it or the folder that holds it is gone. */
  changed(uri: string): void;
  /** Any file may have: settings, or the files around. */
  allChanged(): void;
  /** The findings of the open document take over. */
  opened(uri: string): void;
}

export const checkAll: Handler<CheckAllParams, CheckSummary | null> = (session, params, token) =>
  session.checks.run(params, token);

/** @param session asked for when it is needed, since it holds what is made here */
export function createWorkspaceChecks(session: () => Session, host: FileHost | undefined): WorkspaceChecks {
  /** Files whose findings the client was sent, none among them as well. */
  const followed = new Set<string>();
  const stale = new Set<string>();
  let timer: { dispose(): void } | undefined;

  const publish = (uri: string, source: Source | undefined, findings: readonly Finding[]): void => {
    const { connection, client } = session();
    const diagnostics = source ? toDiagnostics(client, source, findings) : [];
    send(connection, PublishDiagnosticsNotification.method, connection.sendDiagnostics({ uri, diagnostics }));
  };
  const forget = (uri: string): void => {
    if (followed.delete(uri)) publish(uri, undefined, []);
  };
  const findingsIn = async (source: Source): Promise<readonly Finding[]> => {
    await session().turns.quiet();
    const choice = await choiceFor(session(), source.uri);
    const options = optionsFor(session(), source.uri, choice);
    await prepareInTurns(session(), { source, options }, () => true);
    return session().service.findings(source, options);
  };
  /** Checks files and sends what is found in those that are not open. Tells of each file that is a definition. */
  const check = async (
    uris: readonly string[],
    tell: (uri: string, findings: readonly Finding[] | 'too large') => void,
  ): Promise<void> => {
    const { documents } = session();
    const closed = uris.filter((uri) => !documents.get(uri));
    const found = new Map(
      (await host?.readDefinitions(closed, largestDefinition))?.map(({ uri, text }) => [uri, text]),
    );
    for (const uri of uris) {
      const text = found.get(uri);
      const source = documents.get(uri) ?? (text === undefined ? undefined : createSource(uri, 0, text));
      if (!source) {
        if (found.has(uri)) tell(uri, 'too large');
        forget(uri);
        continue;
      }
      const findings = await findingsIn(source);
      tell(uri, findings);
      if (documents.get(uri)) {
        session().recent.used(source);
        continue;
      }
      followed.add(uri);
      publish(uri, source, findings);
      session().settings.forget(uri);
    }
  };
  const checkStale = async (): Promise<void> => {
    const uris = [...stale].filter((uri) => followed.has(uri));
    stale.clear();
    await check(uris, () => undefined);
  };
  const soon = (): void => {
    timer?.dispose();
    timer = RAL().timer.setTimeout(() => {
      checkStale().catch((error: unknown) => {
        session().connection.console.error(`Checking changed definitions failed: ${describeError(error)}`);
      });
    }, delay);
  };

  return {
    async run({ workDoneToken, except }, token) {
      const { connection, definitions } = session();
      const left = new Set(except);
      const all = await Promise.race([definitions.all(), cancelled(token)]);
      const uris = all.filter((uri) => !left.has(uri));
      const present = new Set(uris);
      if (!token.isCancellationRequested) for (const uri of [...followed]) if (!present.has(uri)) forget(uri);
      const tooLarge = new Set(definitions.tooLarge().filter((uri) => !left.has(uri)));
      const counts = { checked: 0, definitions: uris.length, errors: 0, warnings: 0, others: 0 };
      const tell = (uri: string, findings: readonly Finding[] | 'too large'): void => {
        if (findings !== 'too large') count(findings, counts);
        else {
          // It has grown since the files were listed.
          tooLarge.add(uri);
          counts.definitions--;
        }
      };
      for (let done = 0; done < uris.length && !token.isCancellationRequested; done += batchSize) {
        await check(uris.slice(done, done + batchSize), tell);
        if (workDoneToken === undefined) continue;
        const percentage = Math.round((100 * Math.min(done + batchSize, uris.length)) / uris.length);
        const report = { kind: 'report' as const, percentage, message: `${counts.checked} / ${uris.length}` };
        send(connection, 'Progress', connection.sendProgress(WorkDoneProgress.type, workDoneToken, report));
      }
      return { ...counts, tooLarge: [...tooLarge].sort(), mostBytes: largestDefinition };
    },
    changed(uri) {
      const concerned = [...followed].filter((file) => file === uri || file.startsWith(`${uri}/`));
      if (concerned.length === 0) return;
      for (const file of concerned) stale.add(file);
      soon();
    },
    allChanged() {
      if (followed.size === 0 || followed.size > mostFollowed) return;
      for (const uri of followed) stale.add(uri);
      soon();
    },
    opened(uri) {
      if (followed.has(uri)) publish(uri, undefined, []);
    },
  };
}

/** No files, as soon as a request is cancelled: the index goes on without it. */
function cancelled(token: CancellationToken): Promise<readonly string[]> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve([]));
  });
}

type Counts = { -readonly [Key in 'checked' | 'errors' | 'warnings' | 'others']: number };

function count(findings: readonly Finding[], counts: Counts): void {
  counts.checked++;
  for (const { severity } of findings) {
    if (severity === 'error') counts.errors++;
    else if (severity === 'warning') counts.warnings++;
    else counts.others++;
  }
}
