import * as vscode from 'vscode';
import { editing } from '../suite/editing.ts';
import { imported } from '../suite/imported.ts';
import { project } from '../suite/project.ts';
import { type Counts, runSuites } from '../suite/runner.ts';
import { beginCase } from '../suite/support.ts';
import { workspace } from '../suite/workspace.ts';
import { readOnly } from './read-only.ts';
import { web } from './web.ts';

/** Called by the extension host of a browser. The last line that it prints is what came of it. */
export async function run(): Promise<void> {
  // A page saves after a while by itself, under the hands of the tests.
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  const written = vscode.workspace.workspaceFolders?.[0]?.uri.scheme !== 'read-only';
  const suites = written ? [editing, imported, project, workspace, web] : [readOnly];
  const counts: Counts = await runSuites(suites, beginCase);
  console.log(`results: ${JSON.stringify(counts)}`);
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
}
