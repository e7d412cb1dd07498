// `npm test`: installs what is missing, checks everything, and runs every ring of tests. Needs only Node 20 and npm.
//
//   npm test                        everything
//   npm test -- unit protocol       only these rings, after the same checks
//
// The last line is `N passed, N failed`; the exit code is 1 when a check or a test failed, or a ring ran none.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, packageVsix, vsix } from './tools/build.mjs';
import { generatedFiles, lint, typecheck } from './tools/checks.mjs';
import {
  chromium,
  emacs,
  ensurePackages,
  ensurePrograms,
  neovim,
  requireNode,
  strace,
  xmllint,
} from './tools/requirements.mjs';
import { runTestFiles, testBundles } from './tools/rings.mjs';
import { main, note, Stop, seconds, step } from './tools/say.mjs';

const rings = ['unit', 'protocol', 'package', 'clients', 'editor'];

/** @type {readonly (readonly [string, () => Promise<void>])[]} */
const checks = [
  ['Style', lint],
  ['Types', typecheck],
  ['Generated files', generatedFiles],
];

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

await main(async () => {
  const started = performance.now();
  let passed = 0;
  let failed = 0;
  try {
    const chosen = chosenRings(process.argv.slice(2));

    step('Checking what is installed');
    requireNode();
    await ensurePackages();
    await ensurePrograms([
      ...(chosen.some((ring) => ring === 'unit' || ring === 'package') ? [xmllint] : []),
      // Other systems have no such program, and the test says so.
      ...(chosen.includes('package') && process.platform === 'linux' ? [strace] : []),
      ...(chosen.includes('clients') ? [neovim, emacs] : []),
      ...(chosen.includes('editor') ? [chromium] : []),
    ]);
    note(`Node ${process.versions.node}; packages and programs are there`);

    // A failed check counts as a failed test, and the tests run all the same: one run tells everything.
    for (const [title, check] of checks) {
      await timed(title, async () => {
        const problem = await check().catch(sentence);
        if (problem !== undefined) failed++;
      });
    }
    await timed('Building what ships', () => build(['--production']));
    await timed(`Packaging ${vsix}`, async () => note(`${Math.ceil((await packageVsix()) / 1000)} kB`));
    await timed('Building the tests', () => build([`--tests=${chosen.join(',')}`]));

    for (const ring of chosen) {
      await timed(`Ring: ${ring}`, async () => {
        const counts = await runRing(ring);
        passed += counts.passed;
        failed += counts.failed;
        if (counts.passed + counts.failed === 0) throw new Stop(`The ring "${ring}" ran no test.`);
      });
    }
  } catch (error) {
    sentence(error);
    failed++;
  }
  console.log(`\nAll of it took ${seconds(started)}.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});

/**
 * @param {unknown} error
 * @returns {string} what was printed
 */
function sentence(error) {
  if (!(error instanceof Stop)) throw error;
  console.error(`✗ ${error.message}`);
  return error.message;
}

/** @param {string} ring */
async function runRing(ring) {
  if (ring === 'editor') {
    // Loaded here, because its packages may have been installed just now.
    const { runEditorRing } = await import('./editor/run.mjs');
    return runEditorRing();
  }
  return runTestFiles(testBundles(path.join('dist/test', ring)), { concurrency: 2, minutes: 10 });
}

/**
 * @param {readonly string[]} args
 * @returns {readonly string[]} in their fixed order
 */
function chosenRings(args) {
  const unknown = args.filter((arg) => !rings.includes(arg));
  if (unknown.length > 0) {
    throw new Stop(
      `There is no ring called ${unknown.join(' or ')}. The rings are ${rings.join(', ')}: \`npm test -- unit\`.`,
    );
  }
  return args.length === 0 ? rings : rings.filter((ring) => args.includes(ring));
}

/**
 * @param {string} title
 * @param {() => Promise<void>} body
 */
async function timed(title, body) {
  step(title);
  const start = performance.now();
  await body();
  note(`(${seconds(start)})`);
}
