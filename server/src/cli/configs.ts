import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as l10n from '@vscode/l10n';
import { createConfigs, createSource, type FoundConfig, layered, type RuleChoice } from '../language/index.ts';
import type { CheckOptions } from './arguments.ts';
import { decode } from './decode.ts';
import { FileTrouble, readBytes, reasonOf } from './files.ts';

/** What holds for each definition: its configuration, and on top of that what the command line says. */
export interface Choices {
  /** Undefined where a configuration is wrong, which has been told then. */
  for(file: string): Promise<RuleChoice | undefined>;
}

/** A line about a configuration, once for each; `grave` where the exit code must be 2. */
export type TellConfig = (line: string, grave: boolean) => void;

export function createChoices(
  { config, choice }: Pick<CheckOptions, 'config' | 'choice'>,
  ruleIds: readonly string[],
  tell: TellConfig,
): Choices {
  // The library asks for each file once and keeps the answer, so that each trouble is told once.
  const read = async (uri: string): Promise<string | undefined> => {
    const file = toPath(uri);
    try {
      return file === undefined ? undefined : readText(file, typeof config === 'object');
    } catch (error) {
      if (error instanceof FileTrouble) tell(`${shown(uri)}: ${error.message}`, true);
      throw error;
    }
  };
  const configs = createConfigs(read, ruleIds);
  const judged = new Map<string, boolean>();
  const isRight = (found: FoundConfig): boolean => {
    const before = judged.get(found.uri);
    if (before !== undefined) return before;
    const { uri, text, problems } = found;
    for (const { at, severity, message } of problems) {
      const { line, character } = createSource(uri, 0, text).positionAt(at.start);
      tell(`${shown(uri)}:${line + 1}:${character + 1} ${severity} ${message}`, severity === 'error');
    }
    const right = problems.every(({ severity }) => severity !== 'error');
    judged.set(uri, right);
    return right;
  };

  return {
    async for(file) {
      if (config === 'none') return choice;
      try {
        const found =
          config === 'nearest'
            ? await configs.of(pathToFileURL(path.resolve(file)).href)
            : await configs.at(pathToFileURL(path.resolve(config.file)).href);
        if (!found) return choice;
        return isRight(found) ? layered(found.choice, choice) : undefined;
      } catch (error) {
        if (error instanceof FileTrouble) return undefined;
        throw error;
      }
    },
  };
}

/** @throws FileTrouble when the file is there, or has to be, and cannot be read */
function readText(file: string, hasToBe: boolean): string | undefined {
  try {
    if (!hasToBe && !fs.statSync(file, { throwIfNoEntry: false })) return undefined;
  } catch (error) {
    throw new FileTrouble(reasonOf(error, file));
  }
  const decoded = decode(readBytes(file));
  if (decoded.kind === 'text') return decoded.text;
  throw new FileTrouble(l10n.t('byte {0} is not UTF-8; save it as UTF-8', decoded.byteOffset));
}

function toPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined; // Above the drives of Windows there is no folder.
  }
}

/** Relative where the file lies below the present folder. */
function shown(uri: string): string {
  const file = toPath(uri) ?? uri;
  const relative = path.relative('.', file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}
