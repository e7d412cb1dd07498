// `npm run pictures`: makes the pictures of the README anew, in client/images, from the packaged extension in real VS Code.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, packageVsix } from '../tools/build.mjs';
import { chromium, ensurePackages, ensurePrograms, requireNode } from '../tools/requirements.mjs';
import { main, run, Stop, step } from '../tools/say.mjs';

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'));

await main(async () => {
  requireNode();
  await ensurePackages();
  await ensurePrograms([chromium]);
  step('Building and packaging');
  await build(['--production']);
  await packageVsix();
  await build(['--tests=editor']);
  step('Taking the pictures');
  const { ensureVsCode } = await import('../tools/vscode-installations.mjs');
  await ensureVsCode();
  const { code } = await run(process.execPath, ['dist/test/editor/ui/pictures.cjs']);
  if (code !== 0) throw new Stop('A picture could not be taken; the reason is above.');
  return 0;
});
