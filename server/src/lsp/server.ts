import * as l10n from '@vscode/l10n';
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  SemanticTokensRefreshRequest,
  TextDocuments,
} from 'vscode-languageserver';
import {
  createLanguageService,
  createSource,
  type FileHost,
  factFileSuffixes,
  type Source,
  updateSource,
} from '../language/index.ts';
import { flavourIds, methods, type SetFlavourParams, section } from '../protocol.ts';
import { describeError, send } from './answer.ts';
import { capabilitiesFor } from './capabilities.ts';
import { type ClientFacts, readClient } from './client-facts.ts';
import { createClientFileHost } from './client-file-host.ts';
import { createPublisher, type Publisher } from './diagnostics.ts';
import { createDocumentStates } from './document-states.ts';
import { createFacts } from './facts.ts';
import { setFlavour } from './handlers/set-flavour.ts';
import { route } from './routes.ts';
import { createRuleFailures } from './rule-failures.ts';
import type { Session } from './session.ts';
import { createSettings } from './settings.ts';

/** What the place where the server runs brings along. */
export interface ServerHost {
  readonly version: string;
  /** Files below the given folder URIs, for clients that do not serve files. Absent where there is no disk. */
  readonly files?: (roots: readonly string[]) => FileHost;
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
  const files = client.options.files ? createClientFileHost(connection) : host.files?.(client.roots);
  const chosen = Object.entries(client.options.flavours ?? {}).filter(([, flavour]) => flavourIds.includes(flavour));
  return {
    connection,
    service,
    client,
    documents,
    settings: createSettings(
      connection,
      client,
      service.rules.map((rule) => rule.id),
    ),
    facts: createFacts(files, (error) => {
      connection.console.warn(l10n.t("The workspace's files could not be listed: {0}", describeError(error)));
    }),
    flavours: new Map(chosen),
  };
}

/** What happens without being asked: documents come, change and go; settings, flavours and files change. */
function follow(session: Session, publisher: Publisher): void {
  const { connection, documents } = session;
  const states = createDocumentStates(session);
  documents.onDidOpen(({ document }) => {
    // Other clients send every XML file; only for a definition is the workspace worth a look.
    if (session.service.describe(document).form !== 'none') session.facts.prepare();
  });
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
    if (!session.client.refreshesTokens) return;
    const { method } = SemanticTokensRefreshRequest;
    send(connection, method, connection.sendRequest(method));
  };
  connection.onDidChangeConfiguration(({ settings }) => {
    session.settings.changed(settings);
    refresh();
  });
  connection.onDidChangeWatchedFiles(() => session.facts.changed());
  connection.onNotification(methods.setFlavour, (params: SetFlavourParams) => {
    setFlavour(session, params);
    const source = documents.get(params.uri);
    if (!source) return;
    states.changed(source);
    refresh();
  });
}

/** Both kinds of change are only told to servers that ask, in the way that the client offers. */
function registerWatchers({ connection, client }: Session): void {
  if (client.configuration && client.watchesConfiguration) {
    const registered = connection.client.register(DidChangeConfigurationNotification.type, { section });
    send(connection, 'Watching the settings', registered);
  }
  if (client.watchesFiles) {
    const watchers = factFileSuffixes.map((suffix) => ({
      globPattern: suffix.startsWith('.') ? `**/*${suffix}` : `**/${suffix}`,
    }));
    const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    send(connection, 'Watching the workspace', registered);
  }
}
