import * as l10n from '@vscode/l10n';
import {
  type Connection,
  Emitter,
  type InitializeParams,
  SemanticTokensRefreshRequest,
  TextDocuments,
} from 'vscode-languageserver';
import { createLanguageService, createSource, type FileHost, type Source, updateSource } from '../language/index.ts';
import { flavourIds, methods, type SetFlavourParams } from '../protocol.ts';
import { describeError, send } from './answer.ts';
import { capabilitiesFor } from './capabilities.ts';
import { createWorkspaceChecks } from './check-all.ts';
import { type ClientFacts, readClient } from './client-facts.ts';
import { createClientFileHost } from './client-file-host.ts';
import { createDefinitions } from './definitions.ts';
import { createPublisher, type Publisher } from './diagnostics.ts';
import { createDocumentStates } from './document-states.ts';
import { createFacts } from './facts.ts';
import { setFlavour } from './handlers/set-flavour.ts';
import { route } from './routes.ts';
import { createRuleFailures } from './rule-failures.ts';
import type { Session } from './session.ts';
import { createSettings } from './settings.ts';
import { createTeamConfig } from './team-config.ts';
import { watchTeam } from './watch-team.ts';
import { changesExcludes, followWorkspace, registerWatchers } from './workspace.ts';

/** What the place where the server runs brings along. */
export interface ServerHost {
  readonly version: string;
  /** Files below the given folder URIs (asked for anew each time), for clients that do not serve files. Absent where there is no disk. */
  readonly files?: (roots: () => readonly string[]) => FileHost;
}

/** Serves one client over `connection` until it goes. Runs wherever the connection came from: it touches no platform. */
export function startServer(connection: Connection, host: ServerHost): void {
  let session: Session | undefined;
  const running = (): Session => {
    if (session) return session;
    throw new Error('the client sent a request before it initialized the server');
  };

  connection.onInitialize((params: InitializeParams) => {
    const client = readClient(params);
    if (client.options.l10n) l10n.config({ contents: { ...client.options.l10n } });
    session = createSession(connection, host, client);
    const publisher = createPublisher(session);
    follow(session, publisher);
    followWorkspace(session);
    watchTeam(session);
    return {
      capabilities: capabilitiesFor(client),
      serverInfo: { name: 'call-center-xml', version: host.version },
    };
  });
  connection.onInitialized(() => registerWatchers(running()));
  route(connection, running);
  connection.listen();
}

function createSession(connection: Connection, host: ServerHost, client: ClientFacts): Session {
  const service = createLanguageService({ onRuleFailure: createRuleFailures(connection) });
  const documents = new TextDocuments<Source>({
    create: (uri, _language, version, text) => createSource(uri, version, text),
    update: updateSource,
  });
  documents.listen(connection);
  const roots = new Set(client.roots);
  const files = client.options.files ? createClientFileHost(connection) : host.files?.(() => [...roots]);
  const changed = new Emitter<void>();
  const definitions = createDefinitions(
    connection,
    documents,
    files,
    () => [...roots],
    () => changed.fire(),
  );
  const failed = (error: unknown) => {
    connection.console.warn(l10n.t("The workspace's files could not be listed: {0}", describeError(error)));
  };
  const ruleIds = service.rules.map((rule) => rule.id);
  const chosen = Object.entries(client.options.flavours ?? {}).filter(([, flavour]) => flavourIds.includes(flavour));
  const session: Session = {
    connection,
    service,
    client,
    documents,
    files,
    settings: createSettings(connection, client, ruleIds),
    team: createTeamConfig(
      connection,
      files,
      () => [...roots],
      ruleIds,
      () => changed.fire(),
    ),
    roots,
    definitions,
    facts: createFacts(files, definitions, failed, () => changed.fire()),
    onSurroundingsChanged: changed.event,
    checks: createWorkspaceChecks(() => session, files),
    flavours: new Map(chosen),
  };
  return session;
}

/** What happens without being asked: documents come, change and go; settings, flavours and files change. */
function follow(session: Session, publisher: Publisher): void {
  const { connection, documents } = session;
  const states = createDocumentStates(session);
  documents.onDidChangeContent(({ document }) => {
    publisher.changed(document);
    states.changed(document);
  });
  documents.onDidClose(({ document }) => {
    publisher.closed(document.uri);
    states.closed(document.uri);
    session.settings.forget(document.uri);
  });

  const refresh = (): void => {
    publisher.refresh();
    session.checks.allChanged();
    if (!session.client.refreshesTokens) return;
    const { method } = SemanticTokensRefreshRequest;
    send(connection, method, connection.sendRequest(method));
  };
  session.onSurroundingsChanged(() => {
    publisher.refresh();
    session.checks.allChanged();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    if (changesExcludes(settings)) {
      session.facts.reset();
      return;
    }
    session.settings.changed(settings);
    refresh();
  });
  connection.onNotification(methods.setFlavour, (params: SetFlavourParams) => {
    setFlavour(session, params);
    const source = documents.get(params.uri);
    if (!source) return;
    states.changed(source);
    refresh();
  });
}
