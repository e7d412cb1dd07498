// The checks that need no test: style, types, generated files.
import { existsSync } from 'node:fs';
import { build } from './build.mjs';
import { run, Stop } from './say.mjs';

/** The projects of the compiler, from the purest to the freest. */
const projects = [
  'server/src/language',
  'server/src/lsp',
  'server/src/browser',
  'server',
  'client',
  'client/src/node',
  'client/webview',
  'test',
];

/** Formatting and lint rules, over the whole tree. */
export async function lint() {
  const { code } = await run(process.execPath, [
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--error-on-warnings',
  ]);
  if (code !== 0)
    throw new Stop('The style check failed. `npm run lint -- --write` mends what can be mended without thought.');
}

/** Types of every project; all errors of all of them are shown. */
export async function typecheck() {
  const results = await Promise.all(
    projects.map((project) =>
      run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project, '--pretty', 'false'], { capture: true }),
    ),
  );
  // Projects share files: each error is shown once.
  const lines = new Set(results.flatMap(({ output }) => output.split('\n')).filter((line) => line.trim() !== ''));
  for (const line of lines) console.log(line);
  if (results.some(({ code }) => code !== 0)) throw new Stop('The compiler found errors.');
}

/** Whether the generated files are what the catalog and the rules say today. */
export async function generatedFiles() {
  if (!existsSync('server/src/tools/generate.ts')) {
    console.log('  skipped: server/src/tools/generate.ts does not exist yet');
    return;
  }
  await build(['--tools']);
  const { code } = await run(process.execPath, ['dist/tools/generate.cjs', '--check']);
  if (code !== 0) throw new Stop('Generated files are stale: run `npm run generate` and commit what it writes.');
}
