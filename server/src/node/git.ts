import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextDecoder } from 'node:util';
import * as l10n from '@vscode/l10n';
import type { ReadRevision, RevisionText } from '../language/index.ts';

/** Milliseconds. Git reads a file of any revision in a few; a disk of a network may take long. */
const patience = 20_000;

/** More bytes than any definition has. */
const maxBytes = 64 * 1024 * 1024;

/** `readRevision` for a server with a disk. Never rejects. */
export const readRevisionOnDisk: ReadRevision = async (uri, revision) => {
  let file: string;
  try {
    file = fileURLToPath(uri);
  } catch {
    return trouble(l10n.t('Only of a file on this machine can git tell how it was in “{0}”.', revision));
  }
  return readFromGit(file, revision);
};

/**
 * A file as it was in a revision of the repository that it lies in; nothing is checked out, and nothing fetched. A
 * symbolic link counts as what it points to, and a file in a submodule belongs to that.
 * @param inRevision the path it had there, as git takes it: from the root of the repository, or beginning with `./` from
 * the folder of the file; undefined for the same as now
 * @returns the text without a byte order mark, or one sentence that says what is in the way. Never rejects.
 */
export async function readFromGit(file: string, revision: string, inRevision?: string): Promise<RevisionText> {
  // What begins like an option would be one.
  if (!/^[^-:\s][^:\s]*$/.test(revision)) {
    return trouble(l10n.t('“{0}” is no revision: it takes a branch, a tag or a commit.', revision));
  }
  const place = realPlace(file);
  const folder = path.dirname(place);
  const object = `${revision}:${inRevision ?? `./${path.basename(place)}`}`;
  const blob = await git(folder, ['cat-file', 'blob', object]);
  if (blob.kind === 'trouble') return blob;
  if (blob.kind === 'refused') return trouble(await reasonOf(folder, revision, object, inRevision ?? file));
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(blob.bytes) };
  } catch {
    return trouble(l10n.t('{0} is not UTF-8.', object));
  }
}

/** What git calls the person who works in a folder; undefined where it calls nobody anything. */
export async function gitUserName(folder: string): Promise<string | undefined> {
  const answer = await git(folder, ['config', '--get', 'user.name']);
  const name = answer.kind === 'done' ? new TextDecoder().decode(answer.bytes).trim() : '';
  return name === '' ? undefined : name;
}

/** Why a file is not to be had, in the order in which one would look. */
async function reasonOf(folder: string, revision: string, object: string, file: string): Promise<string> {
  const inside = await git(folder, ['rev-parse', '--is-inside-work-tree']);
  if (inside.kind === 'trouble') return inside.message;
  if (inside.kind === 'refused') {
    return /dubious ownership/.test(inside.said)
      ? l10n.t(
          'Git reads nothing in {0}, because the repository belongs to somebody else: allow it with “git config --global --add safe.directory” and the folder of the repository.',
          folder,
        )
      : l10n.t('{0} lies in no git repository, so there are no revisions of it.', file);
  }
  const known = await git(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{tree}`]);
  if (known.kind === 'trouble') return known.message;
  if (known.kind === 'refused') {
    const shallow = await git(folder, ['rev-parse', '--is-shallow-repository']);
    return shallow.kind === 'done' && new TextDecoder().decode(shallow.bytes).trim() === 'true'
      ? l10n.t(
          'Git knows no revision “{0}” here. This clone is shallow, it has only the newest commits of one branch: fetch the revision first, in a pipeline with a checkout of full depth (fetch-depth: 0).',
          revision,
        )
      : l10n.t('Git knows no revision “{0}” here. If it is on the remote, fetch it first.', revision);
  }
  const named = await git(folder, ['rev-parse', '--verify', '--quiet', object]);
  const missing = named.kind === 'done' && (await git(folder, ['cat-file', '-e', object])).kind !== 'done';
  return missing
    ? l10n.t(
        'This clone is a partial one, and the content of {0} was not fetched yet: “git show {0}” fetches it.',
        object,
      )
    : l10n.t(
        '{0} is not a file of the revision “{1}”. If it had another path there, name it: git:{1}:PATH.',
        file,
        revision,
      );
}

type Answer =
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  /** Git ran, and said no. */
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'trouble'; readonly message: string };

/** Runs git in a folder, without a shell and without a network. Never rejects. */
async function git(folder: string, args: readonly string[]): Promise<Answer> {
  // Most never need it, and it is a good part of what a program takes to start.
  const { execFile } = await import('node:child_process');
  const options = {
    cwd: folder,
    env: environment(),
    encoding: 'buffer',
    timeout: patience,
    maxBuffer: maxBytes,
    windowsHide: true,
  } as const;
  return new Promise((resolve) => {
    const program = programOf(process.platform, process.env['PATH'] ?? process.env['Path'] ?? '');
    if (program === undefined) {
      resolve(trouble(notThere(folder)));
      return;
    }
    execFile(program, args, options, (error, stdout, stderr) => {
      if (!error) resolve({ kind: 'done', bytes: stdout });
      else if (error.code === 'ENOENT') resolve(trouble(notThere(folder)));
      else if (error.killed === true) resolve(trouble(l10n.t('Git did not answer in {0} seconds.', patience / 1000)));
      else if (typeof error.code === 'number') resolve({ kind: 'refused', said: new TextDecoder().decode(stderr) });
      else resolve(trouble(l10n.t('Git could not be run: {0}', error.message)));
    });
  });
}

/** The same error stands for a program and for a folder that is not there. */
function notThere(folder: string): string {
  return fs.existsSync(folder)
    ? l10n.t('Git is not installed here, or not on the PATH, so no revision can be read.')
    : l10n.t('There is no folder {0}.', folder);
}

/**
 * On Windows a program is looked for in the present folder first: a repository could bring a `git.exe` along. So it is
 * named with its whole path there. Undefined where there is none.
 */
export function programOf(platform: NodeJS.Platform, searchPath: string, exists = fs.existsSync): string | undefined {
  if (platform !== 'win32') return 'git';
  const { isAbsolute, join } = path.win32;
  const folders = searchPath.split(';').map((folder) => folder.replaceAll('"', ''));
  const found = folders.filter((folder) => isAbsolute(folder)).map((folder) => join(folder, 'git.exe'));
  return found.find((program) => exists(program));
}

/** Set by git where it runs a hook: they would lead to another repository than that of the file. */
const ofOneRepository = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/**
 * Messages in English, no questions, and nothing from the network: a partial clone would fetch what it lacks, by a program
 * that the configuration of the repository names, and that may be anybody's.
 */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !ofOneRepository.includes(name));
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

function realPlace(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return path.resolve(file); // Gone by now; it may be in the revision all the same.
  }
}

function trouble(message: string): { readonly kind: 'trouble'; readonly message: string } {
  return { kind: 'trouble', message };
}
