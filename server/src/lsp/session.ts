import {
  type CancellationToken,
  type Connection,
  type Event,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import {
  type DocumentOptions,
  type FileHost,
  type LanguageService,
  layered,
  type RuleChoice,
  type Source,
} from '../language/index.ts';
import type { FlavourId } from '../protocol/document.ts';
import type { WorkspaceChecks } from './check-all.ts';
import type { ClientFacts } from './client-facts.ts';
import type { Definitions } from './definitions.ts';
import type { Facts } from './facts.ts';
import type { Imports } from './imports.ts';
import type { RecentDocuments } from './recent.ts';
import { nothingChosen, type Settings } from './settings.ts';
import type { TeamConfig } from './team-config.ts';
import type { Turns } from './turns.ts';

/** What handlers work with. It outlives requests, so it holds nothing that a request found out. */
export interface Session {
  readonly connection: Connection;
  readonly service: LanguageService;
  readonly client: ClientFacts;
  readonly documents: TextDocuments<Source>;
  readonly recent: RecentDocuments;
  /** The files of the workspace; undefined where nobody serves them. */
  readonly files: FileHost | undefined;
  readonly settings: Settings;
  readonly team: TeamConfig;
  readonly facts: Facts;
  readonly definitions: Definitions;
  readonly imports: Imports;
  readonly checks: WorkspaceChecks;
  readonly turns: Turns;
  /** URIs of the folders of the workspace. */
  readonly roots: Set<string>;
  /** Other pages, vendors or names of call centers are known: what is found in any document may change. */
  readonly onSurroundingsChanged: Event<void>;
  /** Flavours that a person chose, by document URI. */
  readonly flavours: Map<string, FlavourId>;
}

/** An open document and how it is to be read. */
export interface OpenDocument {
  readonly source: Source;
  readonly options: DocumentOptions;
}

/**
 * The document as it is once its settings are known; undefined when the client has not opened it or has closed it
 * meanwhile.
 * @throws ResponseError `RequestCancelled` when the client no longer wants the answer.
 */
export async function openDocument(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<OpenDocument | undefined> {
  if (!session.documents.get(uri)) return undefined;
  const choice = await choiceFor(session, uri);
  if (token.isCancellationRequested) throw cancelled();
  const source = session.documents.get(uri);
  if (source) session.recent.used(source);
  return source && { source, options: optionsFor(session, uri, choice) };
}

/** What somebody chose for a document. */
export type Choice = Pick<DocumentOptions, keyof RuleChoice | 'largeFileSize'>;

/** What holds for the rules of a document, once it is known what it is compared with: what its team has agreed on, and the settings of the person on top of that. */
export async function choiceFor({ team, settings, imports }: Session, uri: string): Promise<Choice> {
  const [below, { choice, largeFileSize }] = await Promise.all([
    team.choice(uri),
    settings.of(uri),
    imports.prepare(uri),
  ]);
  return { ...layered(below, choice), largeFileSize };
}

/** What holds where nobody has chosen anything. */
export function usualChoice(): Choice {
  const { choice, largeFileSize } = nothingChosen;
  return { ...layered({}, choice), largeFileSize };
}

/**
 * Always the same fields in the same order: to the engine, options that lack one are another kind of object, and what it
 * has compiled for one kind is of no use for the next.
 * @param choice not needed where no rule is asked
 */
export function optionsFor(session: Session, uri: string, choice: Choice | undefined): DocumentOptions {
  const flavour = session.flavours.get(uri);
  const facts = session.facts.known(uri);
  const imported = session.imports.known(uri);
  return {
    flavour,
    preset: choice?.preset,
    severities: choice?.severities,
    canDismiss: session.client.options.turnsRulesOff === true,
    largeFileSize: choice?.largeFileSize,
    facts,
    imported,
    now: Date.now(),
  };
}

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
