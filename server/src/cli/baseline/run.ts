import os from 'node:os';
import path from 'node:path';
import type { LanguageService } from '../../language/index.ts';
import { gitUserName } from '../../node/git.ts';
import { type Agreed, type ConfigOptions, createChoices } from '../configs.ts';
import { escapeControls } from '../escape.ts';
import { FileTrouble, uriOf } from '../files.ts';
import { troubleLine } from '../print-text.ts';
import type { Output } from '../run.ts';
import { acceptOf, pruneOf } from './accept.ts';
import { checkBaseline } from './check.ts';
import { writeBaselineOf } from './write.ts';

interface OnFiles extends ConfigOptions {
  /** At least one. */
  readonly files: readonly string[];
}

export interface WriteRequest extends OnFiles {
  readonly action: 'write';
  /** A file or folder in place of the one that was agreed on. */
  readonly out: string | undefined;
  /** What the fields come from, as given; undefined for the definition itself. */
  readonly from: string | undefined;
  /** `YYYY-MM-DD`; undefined for today. */
  readonly date: string | undefined;
  /** The baseline may be that of another call center. */
  readonly force: boolean;
}

export interface AcceptRequest extends OnFiles {
  readonly action: 'accept';
  /** What to compare with, as given; undefined for what the team agreed on, else the baseline file. */
  readonly baseline: string | undefined;
  readonly reason: string;
  /** Undefined for whom git, else the system, says. */
  readonly by: string | undefined;
  /** Undefined for all changes that nobody has accepted. */
  readonly fingerprints: readonly string[] | undefined;
}

export interface PruneRequest extends OnFiles {
  readonly action: 'prune';
  readonly baseline: string | undefined;
}

export type BaselineRequest = WriteRequest | (OnFiles & { readonly action: 'check' }) | AcceptRequest | PruneRequest;

/**
 * Does something with the baselines of definitions, file by file; what cannot be done with one is told and does not keep
 * the others from it.
 * @returns the exit code: 0 done, 1 (check only) fields have changed, 2 when a file cannot be read or written
 */
export async function runBaseline(
  service: LanguageService,
  request: BaselineRequest,
  output: Output,
): Promise<0 | 1 | 2> {
  const ruleIds = service.rules.map(({ id }) => id);
  const choices = createChoices(request, ruleIds, (line) => output.error(`${escapeControls(line)}\n`));
  let worst: 0 | 1 | 2 = 0;
  for (const file of request.files) {
    let code: 0 | 1 | 2;
    try {
      const agreed = await choices.for(uriOf(file));
      code = agreed ? await answer(service, request, file, agreed, output) : 2;
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      output.error(troubleLine(file, error.message));
      code = 2;
    }
    if (code > worst) worst = code;
  }
  return worst;
}

async function answer(
  service: LanguageService,
  request: BaselineRequest,
  file: string,
  agreed: Agreed,
  output: Output,
): Promise<0 | 1 | 2> {
  const tell = (message: string) => output.error(troubleLine(file, message));
  switch (request.action) {
    case 'write':
      tell(await writeBaselineOf(file, request, agreed, today(), service));
      return 0;
    case 'check':
      return checkBaseline(file, agreed, service, output);
    case 'accept':
      tell(await acceptOf(file, request, agreed, { by: request.by ?? (await nameOfUser(file)), on: today() }, service));
      return 0;
    case 'prune':
      tell(await pruneOf(file, request, agreed, service));
      return 0;
  }
}

async function nameOfUser(file: string): Promise<string> {
  return (await gitUserName(path.dirname(path.resolve(file)))) ?? os.userInfo().username;
}

/** `YYYY-MM-DD`, where the person before the screen is. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
