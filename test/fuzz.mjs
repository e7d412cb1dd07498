// `npm run fuzz -- --seconds N --seed S [--large N] [--xmllint]`: asks everything about texts that nobody would write, and
// about N of each 500 that are as large as 300 kB. What must never be (an exception, a span outside the text, a fix that
// breaks a sound text …) is printed with its seed and kept in dist/fuzz; the exit code is then 1.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './tools/build.mjs';
import { ensurePackages, ensurePrograms, requireNode, xmllint } from './tools/requirements.mjs';
import { main, run } from './tools/say.mjs';

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

await main(async () => {
  const args = process.argv.slice(2);
  requireNode();
  await ensurePackages();
  if (args.includes('--xmllint')) await ensurePrograms([xmllint]);
  await build(['--tests=fuzz']);
  const { code } = await run(process.execPath, ['dist/test/fuzz/main.cjs', ...args]);
  return code ?? 1;
});
