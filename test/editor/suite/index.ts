import { activation } from './activation.ts';
import { converting } from './converting.ts';
import { crash } from './crash.ts';
import { editing } from './editing.ts';
import { imported } from './imported.ts';
import { project } from './project.ts';
import { runSuites } from './runner.ts';
import { beginCase } from './support.ts';
import { team } from './team.ts';
import { workspace } from './workspace.ts';

/** Called by the extension host. */
export function run(): Promise<void> {
  return runSuites([activation, editing, converting, imported, project, workspace, team, crash], beginCase);
}
