// `npm run try`: opens real VS Code with the extension and a folder of sample definitions. Needs only Node 20 and npm.
//
//   npm run try                      VS Code in the browser, on this machine alone; prints the address; Ctrl+C ends it
//   npm run try -- --port 8080       on this port
//   npm run try -- --desktop         installs the extension into the VS Code on PATH instead, and opens the folder there
//   npm run try -- --once            ends as soon as VS Code answers (for tests)
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, packageVsix, vsix } from './tools/build.mjs';
import { ensurePackages, onPath, requireNode } from './tools/requirements.mjs';
import { main, note, run, Stop, step } from './tools/say.mjs';
import { ensureVsCode } from './tools/vscode-installations.mjs';
import { startVsCode } from './tools/vscode-server.mjs';

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

await main(async () => {
  const { desktop, once, port } = readOptions();
  requireNode();
  const code = desktop ? requireCode() : undefined;
  await ensurePackages();
  if (code === undefined) await ensureVsCode();
  step('Building and packaging the extension');
  await build(['--production']);
  note(`${vsix}  ${Math.ceil((await packageVsix()) / 1000)} kB`);

  const base = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-try-'));
  const folder = path.join(base, 'call-center-samples');
  cpSync('test/samples', folder, { recursive: true });
  if (code !== undefined) return openDesktop(code, folder);

  const remove = () => rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  step('Starting VS Code');
  const vscode = await startVsCode({ folder, vsix: [vsix], port });
  console.log(`\n  Open this in a browser:   ${vscode.address}\n`);
  note(`The files are copies, in ${folder}: change them as you like.`);
  if (once) {
    await vscode.stop();
    return 0;
  }
  note('Ctrl+C ends VS Code and removes them.');
  await vscode.ended;
  throw new Stop(`VS Code has ended by itself. It said:\n${vscode.log().trim()}`);
});

/** @returns {{ desktop: boolean, once: boolean, port: number | undefined }} */
function readOptions() {
  const usage = 'The options are --port N, --desktop and --once: `npm run try -- --desktop`.';
  try {
    const { values } = parseArgs({
      options: { desktop: { type: 'boolean' }, once: { type: 'boolean' }, port: { type: 'string' } },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
      throw new Stop(`${values.port} is no port: it must be a whole number from 1 to 65535.`);
    }
    return { desktop: values.desktop === true, once: values.once === true, port };
  } catch (error) {
    throw error instanceof TypeError ? new Stop(`${error.message}. ${usage}`) : error;
  }
}

/** @returns {string} the `code` command */
function requireCode() {
  const code = onPath('code');
  if (code !== undefined) return code;
  throw new Stop(
    'There is no `code` on PATH. Install VS Code and let it put the command there (on macOS: "Shell Command: Install \'code\' command in PATH" in its palette), or run `npm run try` for VS Code in the browser.',
  );
}

/**
 * @param {string} code
 * @param {string} folder it stays when this process ends, because the editor does
 * @returns {Promise<number>}
 */
async function openDesktop(code, folder) {
  step('Installing the extension into VS Code');
  const installed = await run(code, ['--install-extension', path.resolve(vsix), '--force']);
  if (installed.code !== 0) throw new Stop('VS Code did not install the extension; its own message is above.');
  const opened = await run(code, ['--new-window', folder]);
  if (opened.code !== 0) throw new Stop(`VS Code did not open ${folder}; its own message is above.`);
  note(`VS Code opens ${folder}; delete that folder when you no longer need it.`);
  note('`code --uninstall-extension call-center-xml.call-center-xml` takes the extension out again.');
  return 0;
}
