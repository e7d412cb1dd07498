import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type BaselineChoice,
  createConfigs,
  createSource,
  type FoundConfig,
  foremost,
  layered,
  type RuleChoice,
} from '../language/index.ts';
import { FileTrouble, reasonOf, shown, uriOf } from './files.ts';
import type { ConfigPlace } from './options.ts';
import { readText } from './read-text.ts';

/** What holds for each definition: its configuration, and on top of that what the command line says. */
export interface Choices {
  /**
   * Undefined where a configuration is wrong, which has been told then.
   * @param uri of the definition
   */
  for(uri: string): Promise<Agreed | undefined>;
}

export interface Agreed {
  readonly choice: RuleChoice;
  /** Where baselines lie, and what definitions are compared with. */
  readonly baseline: BaselineChoice;
}

/** What a command line says of configurations, and on top of them. */
export interface ConfigOptions {
  readonly config: ConfigPlace;
  readonly choice: RuleChoice;
}

/** A line about a configuration, once for each; `grave` where the exit code must be 2. */
export type TellConfig = (line: string, grave: boolean) => void;

export function createChoices(
  { config, choice }: ConfigOptions,
  ruleIds: readonly string[],
  tell: TellConfig,
): Choices {
  // The library asks for each file once and keeps the answer, so that each trouble is told once.
  const read = async (uri: string): Promise<string | undefined> => {
    const file = toPath(uri);
    try {
      return file === undefined ? undefined : readConfigText(file, typeof config === 'object');
    } catch (error) {
      if (error instanceof FileTrouble) tell(`${shownUri(uri)}: ${error.message}`, true);
      throw error;
    }
  };
  const configs = createConfigs(read, ruleIds);
  const judged = new Map<string, boolean>();
  const isRight = (found: FoundConfig): boolean => {
    const before = judged.get(found.uri);
    if (before !== undefined) return before;
    const { uri, text, problems } = found;
    const source = createSource(uri, 0, text);
    const { told, more } = foremost(problems);
    for (const { at, severity, message } of told) {
      const { line, character } = source.positionAt(at.start);
      tell(`${shownUri(uri)}:${line + 1}:${character + 1} ${severity} ${message}`, severity === 'error');
    }
    if (more !== undefined) tell(`${shownUri(uri)}: ${more}`, false);
    const right = problems.every(({ severity }) => severity !== 'error');
    judged.set(uri, right);
    return right;
  };

  return {
    async for(uri) {
      const alone = { choice, baseline: {} };
      if (config === 'none') return alone;
      try {
        const found = config === 'nearest' ? await configs.of(uri) : await configs.at(uriOf(config.file));
        if (!found) return alone;
        return isRight(found) ? { choice: layered(found.choice, choice), baseline: found.baseline } : undefined;
      } catch (error) {
        if (error instanceof FileTrouble) return undefined;
        throw error;
      }
    },
  };
}

/** @throws FileTrouble when the file is there, or has to be, and cannot be read */
function readConfigText(file: string, hasToBe: boolean): string | undefined {
  try {
    if (!hasToBe && !fs.statSync(file, { throwIfNoEntry: false })) return undefined;
  } catch (error) {
    throw new FileTrouble(reasonOf(error, file));
  }
  return readText(file);
}

function toPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined; // Above the drives of Windows there is no folder.
  }
}

function shownUri(uri: string): string {
  return shown(toPath(uri) ?? uri);
}
