import { type Dirent, promises as fs, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type FileHost, type FoundDefinition, sniff, sniffLength } from '../language/index.ts';

/** A workspace that holds more entries than this is searched up to here: completion must not read a whole disk. */
const maxEntries = 200_000;

/** More bytes than any file has that is read whole. */
const maxFileBytes = 64 * 1024 * 1024;

/** Enough that nobody waits for the disk alone, and so few that another question to it is soon answered. */
const readAtOnce = 8;

/** Folders with the files of others: installed packages, version control and other hidden folders. */
const skipped = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** The files below folders given as `file:` URIs. Other URIs are no business of a disk and count as empty. */
export function createDiskFileHost(roots: () => readonly string[]): FileHost {
  return {
    async find(suffixes, limit) {
      const found: string[] = [];
      const folders = roots()
        .map(toPath)
        .filter((folder) => folder !== undefined);
      let left = maxEntries;
      for (
        let folder = folders.shift();
        folder !== undefined && left > 0 && found.length < limit;
        folder = folders.shift()
      ) {
        for (const entry of await entriesOf(folder)) {
          left--;
          const full = path.join(folder, entry.name);
          if (entry.isDirectory() && !skipped(entry.name)) folders.push(full);
          else if (entry.isFile() && suffixes.some((suffix) => entry.name.endsWith(suffix))) {
            found.push(pathToFileURL(full).href);
          }
        }
      }
      return found.slice(0, limit);
    },
    async read(uri) {
      const file = toPath(uri);
      try {
        return file !== undefined && isReadable(file) ? await fs.readFile(file, 'utf8') : undefined;
      } catch {
        return undefined; // Gone or not readable since it was found: the port says so by undefined.
      }
    },
    async readDefinitions(uris, maxBytes) {
      const found: FoundDefinition[] = [];
      for (let first = 0; first < uris.length; first += readAtOnce) {
        const some = uris.slice(first, first + readAtOnce).map(async (uri) => {
          const file = toPath(uri);
          const definition = file === undefined ? undefined : await readDefinition(file, maxBytes);
          return definition ? [{ uri, ...definition }] : [];
        });
        found.push(...(await Promise.all(some)).flat());
      }
      return found;
    },
  };
}

/** The whole text, if it is not too large, but only of a file whose beginning is that of a definition. */
async function readDefinition(file: string, maxBytes: number): Promise<{ readonly text?: string } | undefined> {
  try {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
    const handle = await fs.open(file);
    try {
      const { size } = await handle.stat();
      const head = await handle.read(Buffer.alloc(Math.min(size, sniffLength)), { position: 0 });
      const beginning = head.buffer.toString('utf8', 0, head.bytesRead);
      if (sniff(beginning) !== 'definition') return undefined;
      if (size > maxBytes) return {};
      const text = size <= sniffLength ? beginning : await fs.readFile(file, 'utf8');
      return { text: text.replace(/^\ufeff/, '') }; // Editors keep it out of their documents, too.
    } finally {
      await handle.close();
    }
  } catch {
    return undefined; // Gone or not readable since it was found, or a folder by that name.
  }
}

/**
 * Reading anything else may never end: a pipe that nobody writes to, a link to a device. Asked without a promise, because most
 * of what is asked for is not there, and the error of a promise that fails takes longer than the parse of a text.
 */
function isReadable(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size <= maxFileBytes;
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await fs.readdir(folder, { withFileTypes: true });
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
