import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDefinitionIndex, gatherFacts, type WorkspaceFacts } from '../language/index.ts';
import { createDiskFileHost } from '../node/disk-file-host.ts';

/** What an editor would know from its workspace: the files of the project that a definition belongs to. */
export interface Surroundings {
  /**
   * Undefined for a file that belongs to no project: nothing is said then that depends on other files.
   * @param searched the folder that was searched, where it was found in one; it counts where there is no project
   */
  of(file: string, searched: string | undefined): Promise<WorkspaceFacts | undefined>;
}

/** Looks at each project once, when it is first needed. */
export function createSurroundings(): Surroundings {
  const projects = new Map<string, string | undefined>();
  const facts = new Map<string, Promise<WorkspaceFacts>>();

  /** The nearest folder upwards in which a project begins. */
  const projectOf = (folder: string): string | undefined => {
    if (projects.has(folder)) return projects.get(folder);
    const parent = path.dirname(folder);
    const begins = ['sfdx-project.json', '.git'].some((name) => fs.existsSync(path.join(folder, name)));
    const project = begins ? folder : parent === folder ? undefined : projectOf(parent);
    projects.set(folder, project);
    return project;
  };

  return {
    async of(file, searched) {
      const root = projectOf(path.dirname(path.resolve(file))) ?? (searched && path.resolve(searched));
      if (root === undefined) return undefined;
      const known = facts.get(root) ?? lookAround(pathToFileURL(root).href);
      facts.set(root, known);
      return known;
    },
  };
}

async function lookAround(root: string): Promise<WorkspaceFacts> {
  const files = createDiskFileHost(() => [root]);
  const index = createDefinitionIndex(files, () => [root]);
  await index.list();
  return { ...(await gatherFacts(files)), definitions: index.known() };
}
