// Builds and packages what ships.
import { mkdirSync, statSync } from 'node:fs';
import { run, Stop } from './say.mjs';

/** The packaged extension, from the project's folder. */
export const vsix = 'dist/call-center-xml.vsix';

/**
 * @param {readonly string[]} [args] options of esbuild.mjs
 */
export async function build(args = []) {
  const { code } = await run(process.execPath, ['esbuild.mjs', ...args]);
  if (code !== 0) throw new Stop('The build failed; the problems are above.');
}

/**
 * Packages the bundles of a production build.
 *
 * @returns {Promise<number>} size of the VSIX in bytes
 */
export async function packageVsix() {
  mkdirSync('dist', { recursive: true });
  const { code, output } = await run(
    process.execPath,
    [
      'node_modules/@vscode/vsce/vsce',
      'package',
      // The bundles hold their packages already.
      '--no-dependencies',
      // No public address is named in the manifest, so relative links and pictures of the README stay what they are.
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '--out',
      vsix,
    ],
    { capture: true },
  );
  if (code !== 0) throw new Stop(`Packaging the extension failed:\n${output.trim()}`);
  return statSync(vsix).size;
}
