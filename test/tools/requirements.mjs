// What the project's commands need on a machine, and how they get it. Uses nothing that is not in Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { note, run, Stop, seconds, step } from './say.mjs';

/** Fails with a sentence when this Node is too old for the project. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new Stop(
      `This needs Node 20 or newer, and was started with Node ${process.versions.node}. Install Node from nodejs.org.`,
    );
  }
}

/**
 * @param {string} name of a program
 * @returns {string | undefined} its full path, when it is on PATH
 */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => existsSync(file));
}

/**
 * Runs npm, the one that started this process where there is one.
 *
 * @param {readonly string[]} args
 * @param {import('./say.mjs').RunOptions} [options]
 */
export function npm(args, options) {
  const started = process.env['npm_execpath'];
  if (started?.endsWith('npm-cli.js') === true && existsSync(started))
    return run(process.execPath, [started, ...args], options);
  return run('npm', args, options);
}

/** Installs the project's packages when they are missing or older than the lock file. */
export async function ensurePackages() {
  const installed = statSync('node_modules/.package-lock.json', { throwIfNoEntry: false });
  const wanted = statSync('package-lock.json', { throwIfNoEntry: false });
  if (wanted === undefined) throw new Stop('package-lock.json is missing: this is not a complete copy of the project.');
  if (installed !== undefined && installed.mtimeMs >= wanted.mtimeMs) return;

  step(installed === undefined ? 'Installing packages (npm ci)' : 'The lock file is newer than the packages: npm ci');
  const start = performance.now();
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    throw new Stop(
      '`npm ci` failed; its own message is above. It needs the npm registry: check the network and `npm config get registry`, then run this again.',
    );
  }
  note(`done in ${seconds(start)}`);
}

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {() => string | undefined} find
 * @property {readonly string[]} debian the Debian packages that hold it
 * @property {string} help what a person does where it cannot be installed for them
 */

/** @type {Program} */
export const xmllint = {
  name: 'xmllint',
  find: () => onPath('xmllint'),
  debian: ['libxml2-utils'],
  help: 'the unit tests compare every verdict on damaged XML with it. Install libxml2 (Debian and Ubuntu: `sudo apt-get install libxml2-utils`; macOS has it; Fedora: `sudo dnf install libxml2`)',
};

/** @type {Program} */
export const chromium = {
  name: 'Chromium',
  find: findChromium,
  debian: ['chromium'],
  help: 'the editor tests drive VS Code in it. Install Chromium or Chrome (Debian: `sudo apt-get install chromium`), or set CHROMIUM_PATH to its executable',
};

/** @type {Program} */
export const neovim = {
  name: 'Neovim',
  find: () => onPath('nvim'),
  debian: ['neovim'],
  help: 'the ring "clients" drives the server from it. Install Neovim 0.7 to 0.10 (Debian: `sudo apt-get install neovim`), or run the other rings only: `npm test -- unit protocol package editor`',
};

/** @type {Program} */
export const emacs = {
  name: 'Emacs with Eglot',
  find: findEmacs,
  debian: ['emacs-nox', 'elpa-eglot'],
  help: 'the ring "clients" drives the server from it. Install Emacs 29, which has Eglot (Debian 12: `sudo apt-get install emacs-nox elpa-eglot`), or run the other rings only: `npm test -- unit protocol package editor`',
};

/** @returns {string | undefined} an Emacs that finds Eglot */
function findEmacs() {
  const executable = onPath('emacs');
  if (executable === undefined) return undefined;
  const { status } = spawnSync(executable, ['--batch', '--eval', "(progn (package-initialize) (require 'eglot))"]);
  return status === 0 ? executable : undefined;
}

/** @type {Program} */
export const strace = {
  name: 'strace',
  find: () => onPath('strace'),
  debian: ['strace'],
  help: 'the package tests watch with it which files the program opens, and that it never asks the network. Install strace (Debian and Ubuntu: `sudo apt-get install strace`; Fedora: `sudo dnf install strace`)',
};

/** @returns {string | undefined} the executable of a Chromium or Chrome */
function findChromium() {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new Stop(`CHROMIUM_PATH names ${given}, and there is no such file.`);
    return given;
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return names.map(onPath).find((file) => file !== undefined) ?? usual.find((file) => existsSync(file));
}

/**
 * Sees to it that programs are there: installs what is missing where that needs no question (Debian, as root), and
 * otherwise fails with a sentence for each.
 *
 * @param {readonly Program[]} programs
 */
export async function ensurePrograms(programs) {
  const missing = programs.filter((program) => program.find() === undefined);
  if (missing.length === 0) return;

  if (existsSync('/etc/debian_version') && process.getuid?.() === 0 && onPath('apt-get') !== undefined) {
    const start = performance.now();
    const packages = missing.flatMap((program) => program.debian);
    step(`Installing ${packages.join(' and ')} (apt-get)`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await aptGet(['update', '-qq'], env);
    await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
    note(`done in ${seconds(start)}`);
  }

  const still = missing.filter((program) => program.find() === undefined);
  if (still.length > 0) throw new Stop(still.map(({ name, help }) => `${name} is missing: ${help}.`).join('\n✗ '));
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function aptGet(args, env) {
  const { code, output } = await run('apt-get', ['-o', 'Acquire::Retries=3', ...args], { env, capture: true });
  if (code !== 0) throw new Stop(`\`apt-get ${args.join(' ')}\` failed:\n${output.trim()}`);
}
