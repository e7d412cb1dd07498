// Runs bundled test files with Node's own test runner and counts what happened.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { run as runNodeTests } from 'node:test';
import { inspect } from 'node:util';
import { note } from './say.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed tests that failed, were skipped or were left as to do: the project has none of the latter two
 *
 * @typedef {Counts & { readonly name: string, ms: number }} FileCounts
 *
 * What is used of an event of Node's test runner.
 * @typedef {object} TestEvent
 * @property {string} name
 * @property {number} nesting
 * @property {string} [file]
 * @property {boolean | string} [skip]
 * @property {boolean | string} [todo]
 * @property {{ readonly duration_ms: number, readonly type?: string, readonly error?: Error }} details
 */

/**
 * @param {string} folder
 * @returns {readonly string[]} the test bundles below it, in a fixed order
 */
export function testBundles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.test.cjs'))
    .sort()
    .map((name) => path.join(folder, name));
}

/**
 * Runs test bundles, each in a process of its own with the project's folder as working directory. Prints a line per
 * file as it ends, every failure in full, and what the tests print.
 *
 * @param {readonly string[]} files
 * @param {{ readonly concurrency: number, readonly minutes: number }} options how many files at once; how long one may take
 * @returns {Promise<Counts>}
 */
export async function runTestFiles(files, { concurrency, minutes }) {
  // The stack of a failure names the lines of the sources, not of the bundles.
  process.env['NODE_OPTIONS'] = '--enable-source-maps';
  const stream = runNodeTests({
    files: files.map((file) => path.resolve(file)),
    concurrency,
    timeout: minutes * 60_000,
  });

  /** @type {FileCounts[]} */
  const done = [];
  /** The names of the tests around the present one, outermost first. @type {string[]} */
  const names = [];
  for await (const { type, data } of stream) {
    if (type === 'test:stdout' || type === 'test:stderr') process.stdout.write(data.message);
    else if (type === 'test:start') names.splice(data.nesting, names.length, data.name);
    else if (type === 'test:pass' || type === 'test:fail') {
      const event = /** @type {TestEvent} */ (data);
      const file = fileOf(event, done);
      const complaint = complaintAbout(event, type === 'test:pass');
      if (event.nesting === 0) file.ms += event.details.duration_ms;
      if (complaint === undefined) {
        if (event.details.type !== 'suite') file.passed++;
      } else if (complaint !== '') {
        file.failed++;
        const where = [file.name, ...names.slice(0, event.nesting), event.name === event.file ? '' : event.name];
        console.log(`\n✖ ${where.filter((name) => name !== '').join(' › ')}\n${indent(complaint)}\n`);
      }
    }
  }
  const last = done.at(-1);
  if (last !== undefined) printFile(last);
  return {
    passed: done.reduce((sum, { passed }) => sum + passed, 0),
    failed: done.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/**
 * Events come file by file, so the first event of the next file closes the one before.
 *
 * @param {TestEvent} event
 * @param {FileCounts[]} done
 * @returns {FileCounts}
 */
function fileOf(event, done) {
  const last = done.at(-1);
  const name = event.file === undefined ? (last?.name ?? 'tests') : sourceOf(event.file);
  if (last?.name === name) return last;
  if (last !== undefined) printFile(last);
  const next = { name, passed: 0, failed: 0, ms: 0 };
  done.push(next);
  return next;
}

/**
 * @param {TestEvent} event
 * @param {boolean} passed
 * @returns {string | undefined} what is wrong with it; empty where one of its own subtests has said so already
 */
function complaintAbout(event, passed) {
  if (event.skip !== undefined) return 'Skipped. This project has no skipped tests: it counts as failed.';
  if (event.todo !== undefined) return 'Marked as to do. This project has no such tests: it counts as failed.';
  if (passed) return event.name === event.file ? 'The file holds no test.' : undefined;
  const error = /** @type {(Error & { failureType?: string }) | undefined} */ (event.details.error);
  if (error?.failureType === 'subtestsFailed') return '';
  const cause = error?.cause ?? error;
  if (cause instanceof Error) return (cause.stack ?? cause.message).replace(/\n +at .*\(?node:.*/g, '');
  return typeof cause === 'string' ? cause : inspect(cause);
}

/** @param {FileCounts} file */
function printFile({ name, passed, failed, ms }) {
  const failures = failed === 0 ? '' : `, ${failed} failed`;
  note(`${failed === 0 ? '✔' : '✖'} ${name}  ${passed} passed${failures}  ${(ms / 1000).toFixed(1)} s`);
}

/** @param {string} text */
function indent(text) {
  return text.replace(/^/gm, '    ');
}

/**
 * @param {string} file a bundle, or the source that its source map names
 * @returns {string} the path of the source
 */
function sourceOf(file) {
  const relative = path.relative(process.cwd(), file).replaceAll('\\', '/');
  return relative.replace(/^dist\//, '').replace(/\.cjs$/, '.ts');
}
