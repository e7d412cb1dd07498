import * as l10n from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import {
  type BaselineChoice,
  configName,
  createConfigs,
  createSource,
  type FileHost,
  type FoundConfig,
  foremost,
  placesOfConfig,
  type RuleChoice,
} from '../language/index.ts';
import { describeError } from './answer.ts';
import { within } from './within.ts';

/** What the team of each document has agreed on. What was read is kept until it is dropped. */
export interface TeamConfig {
  /** What holds for a document. Where files take long to come, nothing does until they are there. */
  choice(uri: string): Promise<RuleChoice>;
  /** The same for where its baseline lies, and what it is compared with. */
  baseline(uri: string): Promise<BaselineChoice>;
  /** The folders around a document in which its configuration may lie, as URIs; the root of a disk is none. */
  folders(uri: string): readonly string[];
  /** What was read counts no more. */
  drop(): void;
  /** These files came, went or changed. */
  changed(uris: readonly string[]): void;
}

/** Milliseconds that findings wait for a configuration. On a disk it is there at once. */
const patience = 1000;

/** @param changed told when something else may hold for any document */
export function createTeamConfig(
  connection: Connection,
  files: FileHost | undefined,
  roots: () => readonly string[],
  ruleIds: readonly string[],
  changed: () => void,
): TeamConfig {
  let complained = false;
  /** The text whose problems were told of last, by file: they are told once, not on every look. */
  const told = new Map<string, string>();
  const read = async (uri: string): Promise<string | undefined> => {
    try {
      return await files?.read(uri);
    } catch (error) {
      if (!complained) {
        complained = true;
        connection.console.warn(l10n.t('{0} could not be looked for: {1}', configName, describeError(error)));
      }
      return undefined;
    }
  };
  const configs = createConfigs(read, ruleIds);

  const tell = ({ uri, text, problems }: FoundConfig): void => {
    if (told.get(uri) === text) return;
    told.set(uri, text);
    const source = createSource(uri, 0, text);
    const { told: first, more } = foremost(problems);
    for (const { at, message, severity } of first) {
      const { line, character } = source.positionAt(at.start);
      const log = severity === 'error' ? connection.console.error : connection.console.warn;
      log.call(connection.console, `${uri}:${line + 1}:${character + 1} ${message}`);
    }
    if (more !== undefined) connection.console.warn(`${uri}: ${more}`);
  };
  const look = async (place: string): Promise<FoundConfig | undefined> => {
    const found = await configs.of(place);
    if (found) tell(found);
    return found;
  };
  const found = async (uri: string): Promise<FoundConfig | undefined> => {
    const place = placeOf(uri, roots());
    if (place === undefined) return undefined;
    // With each key somebody asks.
    const settled = configs.settled(place);
    if (settled) return settled.config;
    const looking = look(place);
    const late = Symbol('not there yet');
    const config = await within(looking, patience, late);
    if (config !== late) return config;
    void looking.then(changed);
    return undefined;
  };

  return {
    choice: async (uri) => (await found(uri))?.choice ?? {},
    baseline: async (uri) => (await found(uri))?.baseline ?? {},
    folders(uri) {
      const place = placeOf(uri, roots());
      const files = place === undefined ? [] : placesOfConfig(place);
      return files.map((file) => file.replace(`/${configName}`, '')).filter((folder) => !isDiskRoot.test(folder));
    },
    drop: () => configs.drop(),
    changed(uris) {
      const names = uris.map((uri) => uri.replace(/\?.*$/, '').replace(/^.*\//, ''));
      // What has no suffix may be a folder, and nobody tells of the files that come and go with it.
      if (names.some((name) => name === configName || !name.includes('.'))) configs.drop();
      if (names.includes(configName)) changed();
    },
  };
}

const isDiskRoot = /^[^:/?#]+:(?:\/\/[^/?#]*)?(?:\/[A-Za-z](?::|%3A))?(?:\?.*)?$/i;

/**
 * Where a document lies or would lie: one that was never saved is going to be a file of the workspace, in the folder that
 * its name says or else in the first one. Undefined when there is no workspace either.
 */
function placeOf(uri: string, roots: readonly string[]): string | undefined {
  const [, path] = /^untitled:([^?#]*)/.exec(uri) ?? [];
  if (path === undefined) return uri;
  const schemeOf = (root: string) => /^[^:/?#]+:(?:\/\/[^/?#]*)?/.exec(root)?.[0] ?? '';
  const root =
    roots.find((candidate) => path.startsWith(`${candidate.slice(schemeOf(candidate).length)}/`)) ?? roots[0];
  if (root === undefined) return undefined;
  return path.startsWith('/') ? `${schemeOf(root)}${path}` : `${root}/${path}`;
}
