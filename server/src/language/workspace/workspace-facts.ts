import { decoded, fileNameOf } from '../model/file-name.ts';
import type { ForceIgnore, WorkspaceFacts } from '../model/surroundings.ts';
import type { FileHost } from './file-host.ts';
import { gitPatterns, isWithinReason } from './git-patterns.ts';

const pageSuffix = '.page';
const vendorSuffixes = ['.ConversationVendorInformation', '.ConversationVendorInformation-meta.xml'];
const projectFile = 'sfdx-project.json';
const forceIgnoreFile = '.forceignore';

/** Completion offers a few dozen names at most. */
const mostFiles = 5000;

/** Names of unpackaged components carry this in place of a namespace (definition-format reference, section 3.1). */
const noNamespace = 'c';

/** Ends of the names of all files that these facts rest on: what a host should watch. */
export const factFileSuffixes: readonly string[] = [pageSuffix, ...vendorSuffixes, projectFile];

export const noFacts: WorkspaceFacts = {
  visualforcePages: [],
  vendorApiNames: [],
  definitions: [],
  packageDirectories: [],
  forceIgnores: [],
};

/**
 * Reads off the workspace which Visualforce pages and voice vendors a definition could name, and which folders are
 * deployed. A vendor's full API name is its project's namespace, or `c` when it has none, two underscores, and the file's
 * base name. No definitions are
 * among these facts: their index is kept up to date by itself (definition-index.ts).
 */
export async function gatherFacts(host: FileHost): Promise<WorkspaceFacts> {
  const uris = await host.find(factFileSuffixes, mostFiles);
  const named = (suffix: string) => uris.filter((uri) => uri.endsWith(suffix)).map((uri) => baseName(uri, suffix));
  const projects = uris.filter((uri) => uri.endsWith(`/${projectFile}`));
  const namespaces = new Map<string, string>();
  const packages: string[] = [];
  const forceIgnores: ForceIgnore[] = [];
  for (const uri of projects) {
    const project = parseProject(await host.read(uri));
    const folder = uri.slice(0, -projectFile.length);
    const namespace = namespaceOf(project);
    if (namespace) namespaces.set(folder, namespace);
    for (const path of packagePathsOf(project)) packages.push(folderBelow(folder, path));
    const ignored = await host.read(folder + forceIgnoreFile);
    if (ignored !== undefined) forceIgnores.push(forceIgnore(decoded(folder), ignored));
  }
  const vendors = uris.flatMap((uri) => {
    const suffix = vendorSuffixes.find((candidate) => uri.endsWith(candidate));
    const name = suffix === undefined ? undefined : baseName(uri, suffix);
    return name ? [`${nearest(namespaces, uri) ?? noNamespace}__${name}`] : [];
  });
  return {
    visualforcePages: sorted(named(pageSuffix)),
    vendorApiNames: sorted(vendors),
    definitions: [],
    packageDirectories: sorted(packages),
    forceIgnores,
  };
}

/** The value belonging to the longest folder that holds `uri`. */
function nearest(folders: ReadonlyMap<string, string>, uri: string): string | undefined {
  let best = '';
  for (const folder of folders.keys()) if (uri.startsWith(folder) && folder.length > best.length) best = folder;
  return folders.get(best);
}

function baseName(uri: string, suffix: string): string {
  return fileNameOf(uri).slice(0, -suffix.length);
}

/** What a project file holds; nothing where it is no JSON. */
function parseProject(text: string | undefined): object {
  if (text === undefined) return {};
  try {
    const project: unknown = JSON.parse(text);
    return typeof project === 'object' && project !== null ? project : {};
  } catch {
    return {}; // Half-typed project files are common; vendors then count as unpackaged until it parses again.
  }
}

/** The namespace a project declares. */
function namespaceOf(project: object): string | undefined {
  return 'namespace' in project && typeof project.namespace === 'string' ? project.namespace.trim() : undefined;
}

/** The paths of the package directories a project declares, relative to it. */
function packagePathsOf(project: object): string[] {
  if (!('packageDirectories' in project) || !Array.isArray(project.packageDirectories)) return [];
  return project.packageDirectories.flatMap((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'path' in entry && typeof entry.path === 'string'
      ? [entry.path]
      : [],
  );
}

/** Its patterns are those of git (the package that reads them here reads them for the Salesforce CLI). */
function forceIgnore(folder: string, text: string): ForceIgnore {
  let patterns: ReturnType<typeof gitPatterns> | undefined;
  return {
    folder,
    patterns: text,
    ignores(path) {
      patterns ??= gitPatterns(text);
      return isWithinReason(path) && patterns.test(path).ignored;
    },
  };
}

/** A path as project files write it (`force-app`, `./src/`, with the slashes of any system), below a folder's URI. */
function folderBelow(folder: string, path: string): string {
  const parts = decoded(folder).replace(/\/$/, '').split('/');
  for (const part of path.trim().split(/[\\/]+/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `${parts.join('/')}/`;
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => name !== '').sort();
}
