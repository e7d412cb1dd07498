import * as l10n from '@vscode/l10n';
import {
  CodeLensRefreshRequest,
  type Connection,
  Emitter,
  ErrorCodes,
  type InitializeParams,
  InlayHintRefreshRequest,
  type Position,
  ResponseError,
  SemanticTokensRefreshRequest,
  TextDocuments,
} from 'vscode-languageserver';
import {
  createLanguageService,
  createSource,
  type FileHost,
  type ReadRevision,
  type Source,
  type SourceChange,
  updateSource,
} from '../language/index.ts';
import { flavourIds } from '../protocol/document.ts';
import type { CompareWithParams, ReadRevisionParams, RevisionAnswer } from '../protocol/imported.ts';
import { methods, type SetFlavourParams } from '../protocol.ts';
import { describeError, send } from './answer.ts';
import { initializeResult } from './capabilities.ts';
import { createWorkspaceChecks } from './check-all.ts';
import { type ClientFacts, readClient } from './client-facts.ts';
import { createClientFileHost } from './client-file-host.ts';
import { createDefinitions } from './definitions.ts';
import { createPublisher, type Publisher } from './diagnostics.ts';
import { createDocumentStates } from './document-states.ts';
import { createFacts } from './facts.ts';
import { setFlavour } from './handlers/set-flavour.ts';
import { createImports } from './imports.ts';
import { createRecentDocuments } from './recent.ts';
import { route } from './routes.ts';
import { createRuleFailures } from './rule-failures.ts';
import { optionsFor, type Session, usualChoice } from './session.ts';
import { createSettings } from './settings.ts';
import { createTeamConfig } from './team-config.ts';
import { createTurns } from './turns.ts';
import { warmUp } from './warm-up.ts';
import { watchTeam } from './watch-team.ts';
import { changesExcludes, changesOwn, followWorkspace, registerWatchers } from './workspace.ts';

/** What the place where the server runs brings along. */
export interface ServerHost {
  readonly version: string;
  /** Files below the given folder URIs (asked for anew each time), for clients that do not serve files. Absent where there is no disk. */
  readonly files?: (roots: () => readonly string[]) => FileHost;
  /** Somebody will type at its client for long, and is served sooner when the engine has compiled everything by then. */
  readonly warmsUp?: boolean;
  /** Revisions of files under version control, for clients that do not serve them. */
  readonly readRevision?: ReadRevision;
}

export interface Server {
  /** Whether the client has asked for the end: then nothing is wrong when its connection goes. */
  isDown(): boolean;
}

/** Serves one client over `connection` until it goes. Runs wherever the connection came from: it touches no platform. */
export function startServer(connection: Connection, host: ServerHost): Server {
  let session: Session | undefined;
  let down = false;
  const running = (): Session => {
    if (!session) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.');
    if (down) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was shut down.');
    return session;
  };

  connection.onInitialize((params: InitializeParams) => {
    if (session) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    const client = readClient(params);
    if (client.options.l10n) l10n.config({ contents: { ...client.options.l10n } });
    session = createSession(connection, host, client);
    const publisher = createPublisher(session);
    follow(session, publisher);
    watchTeam(session);
    followWorkspace(session);
    return initializeResult(client, host.version);
  });
  connection.onInitialized(() => {
    const started = running();
    registerWatchers(started);
    if (!host.warmsUp) return;
    const choice = usualChoice();
    send(
      connection,
      'Warming up',
      warmUp(started, (uri) => optionsFor(started, uri, choice)),
    );
  });
  connection.onShutdown(() => {
    down = true;
  });
  route(connection, running);
  connection.listen();
  return { isDown: () => down };
}

function createSession(connection: Connection, host: ServerHost, client: ClientFacts): Session {
  const service = createLanguageService({ onRuleFailure: createRuleFailures(connection) });
  const documents = new TextDocuments<Source>({
    create: (uri, _language, version, text) => createSource(uri, version, text),
    update: (source, changes, version) => updateSource(source, changes.filter(isChange), version),
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
  const settings = createSettings(connection, client, ruleIds, () => {
    imports.drop();
    changed.fire();
  });
  const team = createTeamConfig(
    connection,
    files,
    () => [...roots],
    ruleIds,
    () => {
      imports.drop();
      changed.fire();
    },
  );
  const imports = createImports(
    {
      files,
      readRevision: client.options.revisions ? revisionsOfClient(connection) : host.readRevision,
      agreed: async (uri) => ({ ...(await team.baseline(uri)), ...(await settings.of(uri)).baseline }),
      open: (uri) => documents.get(uri),
      chosen: new Map(Object.entries(client.options.comparisons ?? {})),
      failed: (error) => {
        connection.console.warn(l10n.t('What was imported could not be read: {0}', describeError(error)));
      },
    },
    () => changed.fire(),
  );
  const session: Session = {
    connection,
    service,
    client,
    documents,
    recent: createRecentDocuments(),
    files,
    settings,
    team,
    imports,
    roots,
    definitions,
    facts: createFacts(files, definitions, failed, () => changed.fire()),
    onSurroundingsChanged: changed.event,
    checks: createWorkspaceChecks(() => session, files),
    turns: createTurns(),
    flavours: new Map(chosen),
  };
  return session;
}

/** Counting goes on for ever with what is no number, and takes the server along. */
function isChange(change: unknown): change is SourceChange {
  const { text, range } = (change ?? {}) as Partial<SourceChange>;
  const isPlace = (place: Partial<Position> | undefined) =>
    Number.isFinite(place?.line) && Number.isFinite(place?.character);
  return typeof text === 'string' && (!range || (isPlace(range.start) && isPlace(range.end)));
}

function revisionsOfClient(connection: Connection): ReadRevision {
  return (uri, revision) => {
    const params: ReadRevisionParams = { uri, revision };
    return connection.sendRequest<RevisionAnswer>(methods.readRevision, params);
  };
}

/** What happens without being asked: documents come, change and go; settings, flavours and files change. */
function follow(session: Session, publisher: Publisher): void {
  const { connection, documents } = session;
  const states = createDocumentStates(session);
  documents.onDidChangeContent(({ document }) => {
    session.turns.arrived();
    session.recent.used(document);
    publisher.changed(document);
    states.changed(document);
  });
  documents.onDidClose(({ document }) => {
    publisher.closed(document.uri);
    session.recent.closed(document.uri);
    states.closed(document.uri);
    session.settings.forget(document.uri);
    session.imports.forget(document.uri);
  });

  const refresh = (): void => {
    publisher.refresh();
    session.checks.allChanged();
    tellPreviews(session);
    if (!session.client.refreshesTokens) return;
    const { method } = SemanticTokensRefreshRequest;
    send(connection, method, connection.sendRequest(method));
  };
  session.onSurroundingsChanged(() => {
    publisher.refresh();
    session.checks.allChanged();
    for (const document of documents.all()) states.changed(document);
    refreshImported(session);
    tellPreviews(session);
  });
  connection.onNotification(methods.compareWith, ({ uri, with: choice }: CompareWithParams) =>
    session.imports.choose(uri, choice),
  );
  connection.onNotification(methods.revisionsChanged, () => session.imports.revisionsChanged());
  connection.onDidChangeConfiguration(({ settings }) => {
    if (changesExcludes(settings)) {
      session.facts.reset();
      // A client may tell of everything at once.
      if (!changesOwn(settings)) return;
    }
    session.settings.changed(settings);
    session.imports.drop();
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

/** Of a change in the text itself a client knows before we do. */
function tellPreviews({ connection, client }: Session): void {
  if (client.options.previews !== true) return;
  send(connection, methods.previewsChanged, connection.sendNotification(methods.previewsChanged));
}

/** What clients keep of what we told them about an import. */
function refreshImported({ connection, client }: Session): void {
  if (client.refreshesCodeLenses && client.options.baselines) {
    send(connection, CodeLensRefreshRequest.method, connection.sendRequest(CodeLensRefreshRequest.method));
  }
  if (client.refreshesInlayHints) {
    send(connection, InlayHintRefreshRequest.method, connection.sendRequest(InlayHintRefreshRequest.method));
  }
}
