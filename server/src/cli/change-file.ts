import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import { FileTrouble, naming, reasonOf, shown } from './files.ts';
import { readText } from './read-text.ts';

/** Milliseconds that another writer is waited for. It needs a few. */
const patience = 5000;
const pause = 25;

/** How often a change is made anew since somebody wrote who does not know of the lock. */
const mostTries = 5;

/**
 * Changes a file so that nothing is lost: whoever reads it sees the old or the new text, never half of one; two who change
 * it at the same time come one after the other, each with the text that the other left. The draft beside the file, made
 * by one of them only, is the lock. The mode is kept, and a link goes on pointing to the file it points to.
 * @param change gets the text that is there, undefined for none, and says what it is to be; the same for no change. What it
 * throws leaves the file as it was.
 * @returns whether something was written
 * @throws FileTrouble when the file cannot be read or written, with its name: most who change it have another file in hand
 */
export async function changeFile(
  file: string,
  change: (present: string | undefined) => string | undefined,
): Promise<boolean> {
  const target = naming(file, () => realTarget(file));
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.lock`);
  const trouble = (reason: string) => new FileTrouble(`${shown(file)}: ${reason}`);
  await lock(draft, trouble);
  let mine = true;
  try {
    const mode = naming(file, () => modeOf(target));
    for (let tries = 0; tries < mostTries; tries++) {
      const present = naming(file, () => textOf(target));
      const text = change(present);
      if (text === undefined || text === present) return false;
      write(draft, text, mode);
      if (naming(file, () => textOf(target)) !== present) continue;
      fs.renameSync(draft, target);
      // From now on a draft of that name is somebody else's.
      mine = false;
      return true;
    }
    throw trouble(l10n.t('somebody else is writing it all the time'));
  } catch (error) {
    throw error instanceof Error && 'code' in error ? trouble(reasonOf(error, target)) : error;
  } finally {
    if (mine) fs.rmSync(draft, { force: true });
  }
}

function write(draft: string, text: string, mode: number | undefined): void {
  const handle = fs.openSync(draft, 'w');
  try {
    fs.writeFileSync(handle, text, 'utf8');
    if (mode !== undefined) fs.fchmodSync(handle, mode);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Makes the draft, as soon as nobody else has one. */
async function lock(draft: string, trouble: (reason: string) => FileTrouble): Promise<void> {
  for (let waited = 0; ; waited += pause) {
    try {
      fs.mkdirSync(path.dirname(draft), { recursive: true });
      fs.closeSync(fs.openSync(draft, 'wx'));
      return;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!taken) throw trouble(reasonOf(error, draft));
      if (waited >= patience) {
        throw trouble(l10n.t('somebody else is writing it. If nobody is, a run was interrupted: delete {0}', draft));
      }
      await setTimeout(pause);
    }
  }
}

/** The file that a link leads to, and the file itself where it is none, or is not there yet. */
function realTarget(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch (error) {
    if (isGone(error)) return path.resolve(file);
    throw new FileTrouble(reasonOf(error, file));
  }
}

/** Undefined where there is no file. A read-only one stays as it is: that was somebody's wish. */
function modeOf(target: string): number | undefined {
  const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined && (mode & 0o222) === 0) {
    throw new FileTrouble(l10n.t('the file is read-only; it was left as it is'));
  }
  return mode === undefined ? undefined : mode & 0o7777;
}

function textOf(target: string): string | undefined {
  return fs.statSync(target, { throwIfNoEntry: false }) ? readText(target) : undefined;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
