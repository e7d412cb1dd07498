// The editor ring: the packaged extension inside real VS Code.
import { runTestFiles, testBundles } from '../tools/rings.mjs';
import { note } from '../tools/say.mjs';
import { ensureOldestVsCode, ensureVsCode } from '../tools/vscode-installations.mjs';
import { runExtensionHostSuite } from './extension-host.mjs';
import { runWebSuites } from './web.mjs';

/** @returns {Promise<import('../tools/rings.mjs').Counts>} */
export async function runEditorRing() {
  await ensureVsCode();
  note('inside the extension host:');
  const inside = await runExtensionHostSuite({ vscode: 'newest' });
  await ensureOldestVsCode();
  note('inside the extension host of the oldest VS Code with a Node that can be had, 1.93.1:');
  const oldest = await runExtensionHostSuite({ vscode: 'oldest' });
  const web = await runWebSuites();
  note('by hand, in the browser:');
  const byHand = await runTestFiles(testBundles('dist/test/editor/ui'), { concurrency: 1, minutes: 15 });
  const all = [inside, oldest, web, byHand];
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}
