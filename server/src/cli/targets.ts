import fs from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { tellLeftOut } from '../language/index.ts';
import { reasonOf } from './files.ts';
import { createEntries } from './gitignore.ts';

/** What one argument of the command line stands for. */
export interface Target {
  readonly given: string;
  /** A file is checked whatever it is; in a folder, or where a pattern fits, definitions are looked for. */
  readonly kind: 'file' | 'folder' | 'pattern';
  /** Paths as they are shown: below the folder as given, or as the pattern is written (relative or absolute). Sorted. */
  readonly files: readonly string[];
  readonly troubles: readonly Trouble[];
  /** What was looked at in another way than a person may think. */
  readonly notices: readonly Trouble[];
}

/** Something that could not be looked at, and why. */
export interface Trouble {
  readonly path: string;
  readonly reason: string;
}

/** The names that definitions have in folders: what editors take for XML here, in any case of letters. */
const inFolders = '**/*.{xml,callcenter}';

/**
 * Finds out what an argument stands for: what exists counts as what it is, whatever characters its name holds. In folders
 * and for patterns, symbolic links are not followed (so no loop, and no file twice), and hidden folders, `node_modules`
 * and what `.gitignore` names are left out, unless the argument itself leads into them. Never throws.
 */
export function readTarget(given: string): Target {
  const kind = kindOf(given);
  if (kind === 'file') return { given, kind, files: [given], troubles: [], notices: [] };
  // Only Windows writes `\` between folders; elsewhere it takes a character of a pattern literally.
  const pattern = path.sep === '\\' ? given.replaceAll('\\', '/') : given;
  return kind === 'folder'
    ? search(given, kind, inFolders, given, false)
    : search(given, kind, pattern, '.', path.isAbsolute(pattern));
}

function kindOf(given: string): Target['kind'] {
  try {
    const stat = fs.statSync(given, { throwIfNoEntry: false });
    if (stat) return stat.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'file'; // It is there and cannot be looked at: reading it will tell why.
  }
  // The second half catches `folder\*.xml`, in which the star is escaped where `\` does not stand between folders.
  return isDynamicPattern(given) || /[*?]/.test(given) ? 'pattern' : 'file';
}

function search(given: string, kind: Target['kind'], pattern: string, folder: string, absolute: boolean): Target {
  const troubles: Trouble[] = [];
  const notices: Trouble[] = [];
  const shownAs = (place: string) =>
    absolute || path.isAbsolute(folder) ? path.resolve(place) : path.relative('.', place) || '.';
  const entries = createEntries((file, lines) => notices.push({ path: shownAs(file), reason: tellLeftOut(lines) }));
  const readdirSync = (place: string): fs.Dirent[] => {
    try {
      return entries.filter(place, fs.readdirSync(place, { withFileTypes: true }));
    } catch (error) {
      // A pattern may begin with a folder that is not there: then no file fits it.
      if (isGone(error) && !place.includes('\ufffd')) return [];
      troubles.push({ path: shownAs(place), reason: reasonOf(error, place) });
      return [];
    }
  };
  const found = globSync(pattern, {
    cwd: folder,
    absolute,
    expandDirectories: false,
    followSymbolicLinks: false,
    caseSensitiveMatch: kind === 'pattern',
    // The only way in which this search reads folders; of the many shapes of the function it uses this one.
    fs: { readdirSync: readdirSync as unknown as typeof fs.readdirSync },
  });
  const files = found.map((file) => (kind === 'folder' ? path.join(folder, file) : file)).sort(byCodeUnits);
  return { given, kind, files, troubles, notices };
}

function isGone(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Why an argument led to no definition; undefined for a file, of which its report tells. */
export function nothingFound({ given, kind, files }: Target): string | undefined {
  if (kind === 'file') return undefined;
  if (kind === 'folder')
    return l10n.t(
      'there is no call center definition in this folder (hidden folders, node_modules and what .gitignore names are left out)',
    );
  if (files.length > 0)
    return l10n.t('none of the {0} files that fit this pattern is a call center definition', files.length);
  return given.includes('\\') && path.sep === '/'
    ? l10n.t('no file fits this pattern; write / between folders')
    : l10n.t('no file fits this pattern');
}
