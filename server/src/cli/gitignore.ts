import fs, { type Dirent } from 'node:fs';
import path from 'node:path';
import { type GitPatterns, gitPatterns, isWithinReason } from '../language/index.ts';

/** Leaves out of a folder's entries what nobody means to have checked. */
export interface Entries {
  /**
   * What is left of the entries of `folder`, an absolute path.
   * @throws Error of the file system when a `.gitignore` is there and cannot be read
   */
  filter(folder: string, entries: readonly Dirent[]): Dirent[];
}

interface Rules {
  /** The absolute path of the folder that the patterns are relative to. */
  readonly base: string;
  readonly patterns: GitPatterns;
}

/**
 * Leaves out installed packages and what `.gitignore` names: the files of that name in the folder itself, in those above
 * it up to the root of its repository, and in each one below. The folder that the search begins with is wanted, whatever
 * the rules above say of it.
 * @param passedOver told once for each `.gitignore`, an absolute path, that holds patterns which count for nothing, and of
 * their lines, from 1
 */
export function createEntries(passedOver: (file: string, lines: readonly number[]) => void): Entries {
  const known = new Map<string, readonly Rules[]>();
  let top: string | undefined;

  const rulesFor = (folder: string): readonly Rules[] => {
    const before = known.get(folder);
    if (before) return before;
    // Rules by which the folder itself would be left out say nothing about what is in it: it was wanted all the same.
    const above =
      folder === top ? [] : rulesFor(path.dirname(folder)).filter((rules) => !ignores([rules], folder, true));
    const own = readRules(folder, passedOver);
    const all = own ? [own, ...above] : above;
    known.set(folder, all);
    return all;
  };

  return {
    filter(given, entries) {
      const folder = path.resolve(given);
      top ??= repositoryOf(folder) ?? folder;
      const rules = rulesFor(folder);
      return entries.filter(
        (entry) =>
          !(entry.isDirectory() && entry.name === 'node_modules') &&
          !ignores(rules, path.join(folder, entry.name), entry.isDirectory()),
      );
    },
  };
}

/** The nearest rules that name a path decide about it. */
function ignores(nearestFirst: readonly Rules[], file: string, isFolder: boolean): boolean {
  for (const { base, patterns } of nearestFirst) {
    const name = path.relative(base, file).split(path.sep).join('/');
    if (!isWithinReason(name)) return false;
    const { ignored, unignored } = patterns.test(isFolder ? `${name}/` : name);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function readRules(folder: string, passedOver: Parameters<typeof createEntries>[0]): Rules | undefined {
  const file = path.join(folder, '.gitignore');
  if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const patterns = gitPatterns(fs.readFileSync(file, 'utf8'));
  if (patterns.leftOut.length > 0) passedOver(file, patterns.leftOut);
  return { base: folder, patterns };
}

/** The nearest folder upwards that git keeps its data in or beside. */
function repositoryOf(folder: string): string | undefined {
  if (fs.existsSync(path.join(folder, '.git'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}
