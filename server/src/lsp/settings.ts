import * as l10n from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import {
  type BaselineChoice,
  baselinePathTrouble,
  type Level,
  levels,
  presets,
  type RuleChoice,
  unknownLevel,
  unknownRule,
} from '../language/index.ts';
import { section } from '../protocol.ts';
import { describeError } from './answer.ts';
import type { ClientFacts } from './client-facts.ts';
import { within } from './within.ts';

/**
 * What the person before the editor has chosen, per folder: settings belong to a folder or to more than that, in every
 * editor. Answers are kept until the client says that its configuration changed, or until no document of the folder is
 * left: not every client says it.
 */
export interface Settings {
  of(uri: string): Promise<Chosen>;
  /** Drops what is known. `pushed` is what a client sent that cannot be asked. */
  changed(pushed: unknown): void;
  forget(uri: string): void;
}

export interface Chosen {
  readonly choice: RuleChoice;
  /** Where the baselines of definitions lie, if the person says it. */
  readonly baseline: Pick<BaselineChoice, 'path'>;
  /** Bytes above which a definition gets syntax checks only. */
  readonly largeFileSize: number;
}

/** What a client said of a folder. */
interface Answered {
  chosen: Promise<Chosen>;
  /** The documents that it holds for. */
  readonly documents: Set<string>;
}

/**
 * Megabytes. Definitions in use have less than 100 kB; at 5 MB a full look takes about half a second after a key, and
 * what is larger has come about by mistake.
 */
const usualLargeFileSize = 5;

const bytesPerMegabyte = 1_000_000;

export const nothingChosen: Chosen = { choice: {}, baseline: {}, largeFileSize: usualLargeFileSize * bytesPerMegabyte };

/** Milliseconds that findings wait for an answer. An editor has it at once; some clients never give one. */
const patience = 1000;

/** @param changed told when an answer came so late that something else may hold for any document */
export function createSettings(
  connection: Connection,
  client: ClientFacts,
  ruleIds: readonly string[],
  changed: () => void,
): Settings {
  const known = new Map<string, Answered>();
  const complained = new Set<string>();
  let global = nothingChosen;

  const complain = (text: string) => {
    if (complained.has(text)) return;
    complained.add(text);
    connection.console.warn(text);
  };
  const read = (given: unknown): Chosen => ({
    choice: readChoice(given, ruleIds, complain),
    baseline: readBaseline(given, complain),
    largeFileSize: readLargeFileSize(given, complain),
  });
  const ask = async (uri: string): Promise<Chosen> => {
    try {
      const given: unknown = await connection.workspace.getConfiguration({ scopeUri: uri, section });
      return read(given);
    } catch (error) {
      complain(l10n.t('The settings could not be read; every rule keeps its own severity. {0}', describeError(error)));
      return nothingChosen;
    }
  };

  const askFor = (uri: string, folder: string): Answered => {
    const asking = ask(uri);
    const late = Symbol('not there yet');
    const chosen = within(asking, patience, late).then((outcome) => {
      if (outcome !== late) return outcome;
      void asking.then(() => {
        answered.chosen = asking;
        if (known.get(folder) === answered) changed();
      });
      return nothingChosen;
    });
    const answered: Answered = { chosen, documents: new Set() };
    return answered;
  };
  return {
    of(uri) {
      if (!client.configuration) return Promise.resolve(global);
      const folder = folderOf(uri);
      const answered = known.get(folder) ?? askFor(uri, folder);
      answered.documents.add(uri);
      known.set(folder, answered);
      return answered.chosen;
    },
    changed(pushed) {
      known.clear();
      complained.clear();
      if (!client.configuration && isRecord(pushed)) global = read(pushed[section]);
    },
    forget(uri) {
      const folder = folderOf(uri);
      const documents = known.get(folder)?.documents;
      documents?.delete(uri);
      if (documents?.size === 0) known.delete(folder);
    },
  };
}

/** What stands before the name of a file; a document that lies nowhere is a folder of its own. */
function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1) || uri;
}

function readChoice(given: unknown, ruleIds: readonly string[], complain: (text: string) => void): RuleChoice {
  if (!isRecord(given)) return {};
  const { preset: wanted, rules, syntaxDiagnostics } = given;
  const preset = presets.find((name) => name === wanted);
  // Absent, or null as the editor has it: the configuration of the team decides.
  if (preset === undefined && wanted !== undefined && wanted !== null) {
    complain(l10n.t('{0} must be one of {1}; it is ignored.', `${section}.preset`, presets.join(', ')));
  }
  // `auto` is for the client to answer, which knows what else reports. A severity by id says more, and stands below.
  const severities: Record<string, Level> = syntaxDiagnostics === 'off' ? { 'xml-syntax': 'off' } : {};
  for (const [id, wantedLevel] of isRecord(rules) ? Object.entries(rules) : []) {
    const level = levels.find((name) => name === wantedLevel);
    if (!ruleIds.includes(id)) complain(`${section}.rules: ${unknownRule(id, ruleIds)}`);
    else if (level === undefined) complain(`${section}.rules: ${unknownLevel(id, wantedLevel)}`);
    else severities[id] = level;
  }
  return { ...(preset && { preset }), severities };
}

function readBaseline(given: unknown, complain: (text: string) => void): Pick<BaselineChoice, 'path'> {
  const { baseline } = isRecord(given) ? given : {};
  const { path } = isRecord(baseline) ? baseline : {};
  // Absent, or null as the editor has it: the configuration of the team decides.
  if (path === undefined || path === null) return {};
  const name = `${section}.baseline.path`;
  const trouble = typeof path === 'string' ? baselinePathTrouble(path) : l10n.t('{0} must be a text.', name);
  if (trouble !== undefined) complain(`${name}: ${trouble}`);
  return typeof path === 'string' && trouble === undefined ? { path } : {};
}

function readLargeFileSize(given: unknown, complain: (text: string) => void): number {
  const { largeFileSize: wanted } = isRecord(given) ? given : {};
  if (wanted === undefined || wanted === null) return nothingChosen.largeFileSize;
  if (typeof wanted === 'number' && wanted > 0) return wanted * bytesPerMegabyte;
  const name = `${section}.largeFileSize`;
  complain(l10n.t('{0} must be a number of megabytes above 0; {1} MB hold.', name, usualLargeFileSize));
  return nothingChosen.largeFileSize;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
