import type { Position } from '../text/source.ts';
import { decoded } from './file-name.ts';

/** Facts about the files around a definition. The host gathers them; the language only asks. */
export interface WorkspaceFacts {
  /** Names of the Visualforce pages in the workspace, without folder and suffix. */
  readonly visualforcePages: readonly string[];
  /** Full API names of the workspace's ConversationVendorInformation files, e.g. `c__AcmeVoice`. */
  readonly vendorApiNames: readonly string[];
  /** Every definition of the workspace that names its call center, sorted by URI; the document itself among them. */
  readonly definitions: readonly KnownDefinition[];
  /** Folders that `sfdx-project.json` files name as package directories: URIs without escapes that end with a slash. */
  readonly packageDirectories: readonly string[];
  /** What projects leave out of their deployments all the same. */
  readonly forceIgnores: readonly ForceIgnore[];
}

/** A `.forceignore`. */
export interface ForceIgnore {
  /** Of its project: a URI without escapes that ends with a slash. */
  readonly folder: string;
  /** Its text. */
  readonly patterns: string;
  /** Whether it leaves a file out, by the path below `folder`. */
  ignores(path: string): boolean;
}

/** Whether a file takes part in the deployment of a project; false where the host does not know. */
export function isInPackage(uri: string, facts: WorkspaceFacts | undefined): boolean {
  const path = decoded(uri);
  if (!facts?.packageDirectories.some((folder) => path.startsWith(folder))) return false;
  return !facts.forceIgnores.some(
    ({ folder, ignores }) => path.startsWith(folder) && ignores(path.slice(folder.length)),
  );
}

/** A definition of the workspace, as far as a rule may need it. */
export interface KnownDefinition {
  readonly uri: string;
  /** What the file calls the call center: the value of `reqInternalName`, or the full name of the metadata form. */
  readonly internalName: string;
  /** Which grammar it follows: the import and the metadata form of one call center often stand side by side. */
  readonly body: 'import' | 'metadata';
  /** Where the name stands; lines and UTF-16 columns from 0. The start of the file where only the file's name says it. */
  readonly at: { readonly start: Position; readonly end: Position };
}

/** The definitions of a list that call their call center by a name, in the list's order. */
export type FindNamed = (list: readonly KnownDefinition[], internalName: string) => readonly KnownDefinition[];

/** Goes through a list once, for all who ask about it one after the other: each of thousands of definitions asks. */
export function createFindNamed(): FindNamed {
  let last: readonly KnownDefinition[] | undefined;
  let byName = new Map<string, KnownDefinition[]>();
  return (list, internalName) => {
    if (list.length === 0) return list;
    if (list !== last) {
      last = list;
      byName = new Map();
      for (const known of list) {
        const same = byName.get(known.internalName) ?? [];
        byName.set(known.internalName, same);
        same.push(known);
      }
    }
    return byName.get(internalName) ?? [];
  };
}
