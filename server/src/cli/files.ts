import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as l10n from '@vscode/l10n';

/** More bytes than any definition has; what is larger is not read into memory. */
export const maxBytes = 64 * 1024 * 1024;

/** Something a person can mend about a file, in one clause: "there is no such file". */
export class FileTrouble extends Error {}

/**
 * The bytes of a file.
 * @throws FileTrouble when it is missing, a folder, too large or otherwise not readable
 */
export function readBytes(file: string): Uint8Array {
  try {
    const stat = fs.statSync(file);
    if (stat.isDirectory()) throw new FileTrouble(l10n.t('this is a folder'));
    if (!stat.isFile()) throw new FileTrouble(l10n.t('this is no regular file'));
    if (stat.size > maxBytes) {
      throw new FileTrouble(
        l10n.t('it has {0} bytes, and no definition is larger than {1}', String(stat.size), String(maxBytes)),
      );
    }
    return fs.readFileSync(file);
  } catch (error) {
    throw troubleOf(error, file);
  }
}

/**
 * The first bytes of a file, at most `length`.
 * @throws FileTrouble when it cannot be read
 */
export function readStart(file: string, length: number): Uint8Array {
  try {
    const handle = fs.openSync(file, 'r');
    try {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, fs.readSync(handle, bytes));
    } finally {
      fs.closeSync(handle);
    }
  } catch (error) {
    throw troubleOf(error, file);
  }
}

/** A file as the language knows it, by its URI. */
export function uriOf(file: string): string {
  return pathToFileURL(path.resolve(file)).href;
}

/** As people are shown it: relative where it lies below the present folder. */
export function shown(file: string): string {
  const relative = path.relative('.', file);
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative) ? file : relative;
}

/**
 * What `act` answers.
 * @throws FileTrouble of `act` with the name of the file in front, for whoever has another one in hand
 */
export function naming<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof FileTrouble ? new FileTrouble(`${shown(file)}: ${error.message}`) : error;
  }
}

/** Whether there is a folder of that name. Where that cannot be told, writing there tells why. */
export function isFolder(place: string): boolean {
  try {
    return fs.statSync(place).isDirectory();
  } catch {
    return false;
  }
}

/** Where a file is in truth, however it was named; where that cannot be told, its absolute path. */
export function realPath(file: string): string {
  try {
    return fs.realpathSync.native(file);
  } catch {
    return path.resolve(file); // Reading it will tell what is wrong.
  }
}

/**
 * Replaces the content of a file at once: whoever reads it sees the old or the new text, never half of one. The mode is
 * kept, and a link goes on pointing to the file it points to.
 * @throws FileTrouble when the file is read-only or its folder cannot be written to; the file is then as it was
 */
export function replaceText(file: string, text: string): void {
  let temporary: string | undefined;
  try {
    const target = fs.realpathSync(file);
    const { mode } = fs.statSync(target);
    // A new file could take the place of a read-only one; that it is read-only was somebody's wish all the same.
    if ((mode & 0o222) === 0) throw new FileTrouble(l10n.t('the file is read-only; it was left as it is'));
    fs.accessSync(target, fs.constants.W_OK);
    const name = path.join(path.dirname(target), `.${path.basename(target)}.${randomName()}.tmp`);
    const handle = fs.openSync(name, 'wx', mode);
    temporary = name;
    try {
      fs.writeFileSync(handle, text, 'utf8');
      fs.fchmodSync(handle, mode & 0o7777);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(name, target);
    temporary = undefined;
  } catch (error) {
    throw troubleOf(error, file);
  } finally {
    if (temporary !== undefined) fs.rmSync(temporary, { force: true });
  }
}

function troubleOf(error: unknown, file: string): FileTrouble {
  return error instanceof FileTrouble ? error : new FileTrouble(reasonOf(error, file));
}

/** What a person can mend about a file or folder, in one clause, for an error that the file system reports about it. */
export function reasonOf(error: unknown, file: string): string {
  if (!(error instanceof Error)) return String(error);
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      // Node replaces bytes that are no UTF-8, and then looks for a name that nothing has.
      return file.includes('\ufffd')
        ? l10n.t('its name is not UTF-8, so it cannot be opened; rename it')
        : l10n.t('there is no such file');
    case 'ENOTDIR':
      return l10n.t('a part of this path is no folder');
    case 'EISDIR':
      return l10n.t('this is a folder');
    case 'ELOOP':
      return l10n.t('this link leads back to itself');
    case 'ENAMETOOLONG':
      return l10n.t('a name in this path is longer than the system allows');
    case 'EACCES':
    case 'EPERM':
      return l10n.t('permission denied');
    case 'EROFS':
      return l10n.t('its disk is read-only');
    case 'ENOSPC':
      return l10n.t('its disk is full');
    default:
      return error.message;
  }
}

/** Letters and digits that no other process comes upon at the same time. */
function randomName(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex');
}
