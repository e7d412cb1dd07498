// Runs the suite of test/editor/suite inside an extension host, with the packaged extension installed: through
// @vscode/test-electron, in VS Code's server and a headless browser or in a desktop VS Code that it downloads.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests, runVSCodeCommand, TestRunFailedError } from '@vscode/test-electron';
import { vsix } from '../tools/build.mjs';
import { Stop } from '../tools/say.mjs';

/** User settings of the editor under test. */
const settings = { 'files.autoSave': 'off', 'workbench.startupEditor': 'none' };

/**
 * @param {{ readonly vscode: 'newest' | 'oldest' | 'desktop' }} options which VS Code; a desktop is downloaded
 * @returns {Promise<import('../tools/rings.mjs').Counts>}
 */
export async function runExtensionHostSuite({ vscode }) {
  // Short, because a desktop VS Code keeps a socket in its user folder and the path of a socket is limited.
  const base = mkdtempSync(path.join(os.tmpdir(), 'ccx-'));
  try {
    const folder = path.join(base, 'workspace');
    const results = path.join(base, 'results.json');
    const userData = path.join(base, 'user');
    cpSync('test/editor/workspace', folder, { recursive: true });
    mkdirSync(path.join(userData, 'User'), { recursive: true });
    writeFileSync(path.join(userData, 'User/settings.json'), JSON.stringify(settings));
    const profile = [`--user-data-dir=${userData}`, `--extensions-dir=${path.join(base, 'extensions')}`];

    const executable = vscode === 'desktop' ? await desktopWithExtension(profile) : path.resolve('test/tools/code.mjs');
    try {
      await runTests({
        vscodeExecutablePath: executable,
        extensionDevelopmentPath: path.resolve('test/editor/harness'),
        extensionTestsPath: path.resolve('dist/test/editor/suite/index.cjs'),
        launchArgs: [folder, ...profile],
        extensionTestsEnv: {
          CALL_CENTER_XML_VSIX: path.resolve(vsix),
          CALL_CENTER_XML_RESULTS: results,
          CALL_CENTER_XML_VSCODE: vscode,
          CALL_CENTER_XML_ROOT: process.cwd(),
        },
      });
    } catch (error) {
      // Failed tests are in the results, which were written before the host ended with an error.
      if (!(error instanceof TestRunFailedError) || !existsSync(results)) throw error;
    }
    if (!existsSync(results)) throw new Stop('The extension host ended without running the tests.');
    return JSON.parse(readFileSync(results, 'utf8'));
  } finally {
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Downloads VS Code (kept in .vscode-test) and installs the package.
 *
 * @param {readonly string[]} profile
 * @returns {Promise<string>} its executable
 */
async function desktopWithExtension(profile) {
  const executable = await downloadAndUnzipVSCode('stable').catch((error) => {
    throw new Stop(
      `A desktop VS Code could not be downloaded: ${String(error)}. It comes from update.code.visualstudio.com.`,
    );
  });
  await runVSCodeCommand(['--install-extension', path.resolve(vsix), '--force', ...profile]);
  return executable;
}
