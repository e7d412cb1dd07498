// `npm run test:desktop`: the suite of the extension host in a desktop VS Code, which is downloaded. On Linux it needs a
// display: `xvfb-run -a npm run test:desktop` where there is none.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, packageVsix } from '../tools/build.mjs';
import { ensurePackages, requireNode } from '../tools/requirements.mjs';
import { main, step } from '../tools/say.mjs';

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'));

await main(async () => {
  requireNode();
  await ensurePackages();
  step('Building and packaging');
  await build(['--production']);
  await packageVsix();
  await build(['--tests=editor']);
  step('Running the suite in a desktop VS Code');
  // Loaded here, because its packages may have been installed just now.
  const { runExtensionHostSuite } = await import('./extension-host.mjs');
  const { passed, failed } = await runExtensionHostSuite({ vscode: 'desktop' });
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
});
