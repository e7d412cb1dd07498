// How the project's own commands speak, and how they run other programs.
import { spawn } from 'node:child_process';

/** A failure that a person can do something about: its message is a sentence for them, and is printed without a stack. */
export class Stop extends Error {
  /** @override */
  name = 'Stop';
}

/**
 * Announces what is done next.
 *
 * @param {string} text
 */
export function step(text) {
  console.log(`\n▸ ${text}`);
}

/**
 * A line below a step.
 *
 * @param {string} text
 */
export function note(text) {
  console.log(`  ${text}`);
}

/**
 * @param {number} since a time from `performance.now()`
 * @returns {string} the time passed, e.g. `3.2 s`
 */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] in place of the environment of this process
 * @property {boolean} [capture] whether the output is returned, not shown
 *
 * @typedef {object} RunResult
 * @property {number} code exit code; 1 where a signal ended the program
 * @property {string} output both streams, in the order they came; empty when the output was shown
 */

/**
 * Runs a program to its end, its output shown as it comes unless it is captured. Never rejects for the program's own
 * exit code; rejects with a `Stop` when the program cannot be started.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { cwd, env = process.env, capture = false } = {}) {
  return new Promise((resolve, reject) => {
    // Windows starts `npm` and `code`, which are batch files there, through its shell only.
    const shell = process.platform === 'win32' && !command.endsWith('.exe');
    const quoted = shell ? args.map((arg) => (/[\s&]/.test(arg) ? `"${arg}"` : arg)) : args;
    const child = spawn(command, quoted, {
      cwd,
      env,
      shell,
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', (error) => reject(new Stop(`\`${command}\` could not be started: ${error.message}.`)));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs the body of a command; a `Stop` is printed as its sentence, anything else with its stack. Ends the process.
 *
 * @param {() => Promise<number>} body returns the exit code
 */
export async function main(body) {
  try {
    process.exit(await body());
  } catch (error) {
    console.error(error instanceof Stop ? `\n✗ ${error.message}` : error);
    process.exit(1);
  }
}
