// `npm run bench [-- --write] [-- --only servers,analysis,command-line,preview]`: measures what ships beside its peers, in
// one run and with one driver, prints the figures and the targets, and keeps them in dist/bench/results.md. The exit code is 1
// when a target is missed. `--write` also puts the figures into client/docs/performance.md.
//
// All of it runs in the Node that VS Code's newest brings, as the server does there; the command line in the present one, too.
//
// Figures are ratios wherever they can be: a machine that is busy is so for all who are measured. Measure on an idle one all
// the same.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, packageVsix } from './tools/build.mjs';
import { chromium, ensurePackages, ensurePrograms, npm, requireNode, xmllint } from './tools/requirements.mjs';
import { main, run, Stop, step } from './tools/say.mjs';

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** The peers have a lock file of their own: who only works on the extension need not install them. */
async function ensurePeers() {
  const installed = 'test/bench/node_modules/.package-lock.json';
  const lock = 'test/bench/package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  step('Installing the peers (npm ci)');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await npm(args, { cwd: 'test/bench' });
  if (code !== 0) throw new Stop('`npm ci` failed in test/bench; its own message is above. It needs the npm registry.');
}

await main(async () => {
  requireNode();
  await ensurePackages();
  await ensurePrograms([xmllint, chromium]);
  await ensurePeers();
  const { ensureVsCode } = await import('./tools/vscode-installations.mjs');
  const { node } = await ensureVsCode();
  step('Building what ships');
  await build(['--production']);
  await packageVsix();
  await build(['--tests=bench']);
  const other = node === process.execPath ? [] : ['--other-node', process.execPath];
  const args = [...other, ...process.argv.slice(2)];
  const { code } = await run(node, ['--expose-gc', 'dist/test/bench/main.cjs', ...args]);
  return code;
});
