import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileHost } from '../language/index.ts';

/** A workspace that holds more entries than this is searched up to here: completion must not read a whole disk. */
const maxEntries = 200_000;

/** Folders with the files of others: installed packages, version control and other hidden folders. */
const skipped = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** The files below folders given as `file:` URIs. Other URIs are no business of a disk and count as empty. */
export function createDiskFileHost(roots: readonly string[]): FileHost {
  return {
    async find(suffixes) {
      const found: string[] = [];
      const folders = roots.map(toPath).filter((folder) => folder !== undefined);
      let left = maxEntries;
      for (let folder = folders.shift(); folder !== undefined && left > 0; folder = folders.shift()) {
        for (const entry of await entriesOf(folder)) {
          left--;
          const full = path.join(folder, entry.name);
          if (entry.isDirectory() && !skipped(entry.name)) folders.push(full);
          else if (entry.isFile() && suffixes.some((suffix) => entry.name.endsWith(suffix))) {
            found.push(pathToFileURL(full).href);
          }
        }
      }
      return found;
    },
    async read(uri) {
      const file = toPath(uri);
      if (file === undefined) return undefined;
      try {
        return await readFile(file, 'utf8');
      } catch {
        return undefined; // Gone or not readable since it was found: the port says so by undefined.
      }
    },
  };
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return []; // A folder that may not be read holds nothing that could be offered.
  }
}

function toPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined; // Another scheme, or another machine.
  }
}
