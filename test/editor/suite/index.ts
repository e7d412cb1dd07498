import { writeFileSync } from 'node:fs';
import { activation } from './activation.ts';
import { converting } from './converting.ts';
import { crash, crashes } from './crash.ts';
import { editing } from './editing.ts';
import { imported } from './imported.ts';
import { programs } from './programs.ts';
import { project } from './project.ts';
import { runSuites } from './runner.ts';
import { beginCase } from './support.ts';
import { team } from './team.ts';
import { workspace } from './workspace.ts';

const suites = [activation, editing, converting, imported, programs, project, workspace, team, crashes, crash];

/** What depends most on the editor. The rest talks to the server, which is the same everywhere. */
const suitesOfOldest = [activation, editing, imported, programs, crash];

/**
 * Called by the extension host. Writes `{ passed, failed }` to the file that CALL_CENTER_XML_RESULTS names.
 *
 * @throws when a test has failed, which is how the host learns of it
 */
export async function run(): Promise<void> {
  const oldest = process.env['CALL_CENTER_XML_VSCODE'] === 'oldest';
  const counts = await runSuites(oldest ? suitesOfOldest : suites, beginCase);
  const results = process.env['CALL_CENTER_XML_RESULTS'];
  if (results !== undefined) writeFileSync(results, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
}
