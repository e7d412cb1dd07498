import type { FileHost, FoundFile } from './file-host.ts';
import { type GitPatterns, gitPatterns, isWithinReason, withoutSlashes } from './git-patterns.ts';

const fileName = '.gitignore';

/** Which files of a workspace git leaves alone. */
export interface IgnoreRules {
  ignores(uri: string): boolean;
  readonly leftOut: readonly LeftOut[];
}

/** Patterns that count for nothing, because they would never be done. */
export interface LeftOut {
  /** Of the `.gitignore`. */
  readonly uri: string;
  /** From 1; not empty. */
  readonly lines: readonly number[];
}

/**
 * The rules of all `.gitignore` files in the workspace and, for each of its folders inside a repository, of those above
 * it up to the root of the repository.
 * @param roots URIs of the workspace's folders
 */
export async function readIgnoreRules(host: FileHost, roots: readonly string[]): Promise<IgnoreRules> {
  const files = new Map<string, FoundFile>();
  const take = async (uri: string, wanted: (file: FoundFile) => boolean = () => true): Promise<void> => {
    const text = files.has(uri) ? undefined : await host.read(uri);
    if (text !== undefined && wanted({ uri, text })) files.set(uri, { uri, text });
  };
  for (const uri of await host.find([fileName], 1000)) if (uri.endsWith(`/${fileName}`)) await take(uri);
  for (const root of roots) {
    // Rules by which the folder itself would be left out say nothing about what is in it: somebody opened it all the same.
    const holds = (file: FoundFile) => !createIgnoreRules([file]).ignores(`${withoutSlashes(root)}/`);
    for (const uri of await ignoreFilesAbove(host, root)) await take(uri, holds);
  }
  return createIgnoreRules([...files.values()]);
}

/** None where the folder is in no repository: files above it are then no rules for it. */
async function ignoreFilesAbove(host: FileHost, root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const [, start = '', path = ''] = /^([\w+.-]+:\/\/[^/]*)(\/.*)$/.exec(root) ?? [];
  const names = withoutSlashes(path).split('/').slice(1);
  for (let depth = names.length; depth >= 0; depth--) {
    const folder = [start, ...names.slice(0, depth)].join('/');
    if (depth < names.length) found.push(`${folder}/${fileName}`);
    const inside = (await host.read(`${folder}/.git/HEAD`)) ?? (await host.read(`${folder}/.git`));
    if (inside !== undefined) return found;
  }
  return [];
}

/**
 * @param files `.gitignore` files and what is in them
 */
export function createIgnoreRules(files: readonly FoundFile[]): IgnoreRules {
  const rules = new Map<string, GitPatterns>();
  const leftOut: LeftOut[] = [];
  for (const file of files) {
    const patterns = gitPatterns(file.text);
    rules.set(file.uri.slice(0, -fileName.length), patterns);
    if (patterns.leftOut.length > 0) leftOut.push({ uri: file.uri, lines: patterns.leftOut });
  }
  const folders = new Map<string, boolean>();

  /** What is in an ignored folder is ignored; else the rules that are nearest and name the path decide. */
  const judge = (uri: string): boolean => {
    const parent = parentOf(uri);
    if (parent === undefined) return false;
    if (ignoresFolder(parent)) return true;
    for (let folder: string | undefined = parent; folder !== undefined; folder = parentOf(folder)) {
      const relative = decode(uri.slice(folder.length));
      const verdict = rules.get(folder)?.test(relative);
      if (verdict?.ignored || verdict?.unignored) return verdict.ignored;
    }
    return false;
  };
  const ignoresFolder = (uri: string): boolean => {
    const known = folders.get(uri);
    if (known !== undefined) return known;
    const verdict = judge(uri);
    folders.set(uri, verdict);
    return verdict;
  };
  return { ignores: (uri) => rules.size > 0 && isWithinReason(uri) && judge(uri), leftOut };
}

/** The folder that holds a file or a folder, with its `/` at the end; undefined above the root of a URI. */
function parentOf(uri: string): string | undefined {
  const end = uri.endsWith('/') ? uri.length - 2 : uri.length - 1;
  const slash = uri.lastIndexOf('/', end);
  return slash < 0 || uri[slash - 1] === '/' || uri[slash - 1] === ':' ? undefined : uri.slice(0, slash + 1);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // A host that does not escape its URIs: the path as it stands is the better guess.
  }
}
