import type { WorkspaceFacts } from '../model/surroundings.ts';
import type { FileHost } from './file-host.ts';

const pageSuffix = '.page';
const vendorSuffixes = ['.ConversationVendorInformation', '.ConversationVendorInformation-meta.xml'];
const projectFile = 'sfdx-project.json';

/** Completion offers a few dozen names at most. */
const mostFiles = 5000;

/** Names of unpackaged components carry this in place of a namespace (definition-format reference, section 3.1). */
const noNamespace = 'c';

/** Ends of the names of all files that these facts rest on: what a host should watch. */
export const factFileSuffixes: readonly string[] = [pageSuffix, ...vendorSuffixes, projectFile];

export const noFacts: WorkspaceFacts = { visualforcePages: [], vendorApiNames: [], definitions: [] };

/**
 * Reads off the workspace which Visualforce pages and voice vendors a definition could name. A vendor's full API name
 * is its project's namespace, or `c` when it has none, two underscores, and the file's base name. No definitions are
 * among these facts: their index is kept up to date by itself (definition-index.ts).
 */
export async function gatherFacts(host: FileHost): Promise<WorkspaceFacts> {
  const uris = await host.find(factFileSuffixes, mostFiles);
  const named = (suffix: string) => uris.filter((uri) => uri.endsWith(suffix)).map((uri) => baseName(uri, suffix));
  const projects = uris.filter((uri) => uri.endsWith(`/${projectFile}`));
  const namespaces = new Map<string, string>();
  for (const project of projects) {
    const namespace = namespaceOf(await host.read(project));
    if (namespace) namespaces.set(project.slice(0, -projectFile.length), namespace);
  }
  const vendors = uris.flatMap((uri) => {
    const suffix = vendorSuffixes.find((candidate) => uri.endsWith(candidate));
    const name = suffix === undefined ? undefined : baseName(uri, suffix);
    return name ? [`${nearest(namespaces, uri) ?? noNamespace}__${name}`] : [];
  });
  return { visualforcePages: sorted(named(pageSuffix)), vendorApiNames: sorted(vendors), definitions: [] };
}

/** The value belonging to the longest folder that holds `uri`. */
function nearest(folders: ReadonlyMap<string, string>, uri: string): string | undefined {
  let best = '';
  for (const folder of folders.keys()) if (uri.startsWith(folder) && folder.length > best.length) best = folder;
  return folders.get(best);
}

function baseName(uri: string, suffix: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1, -suffix.length);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // A host that does not escape its URIs: the name as it stands is the better guess.
  }
}

/** The namespace a project file declares. A file that is no JSON declares none. */
function namespaceOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  let project: unknown;
  try {
    project = JSON.parse(text);
  } catch {
    return undefined; // Half-typed project files are common; vendors then count as unpackaged until it parses again.
  }
  if (typeof project !== 'object' || project === null || !('namespace' in project)) return undefined;
  return typeof project.namespace === 'string' ? project.namespace.trim() : undefined;
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => name !== '').sort();
}
