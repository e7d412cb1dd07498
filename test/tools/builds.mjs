// Builds of VS Code that only tests need, and of which some are large. They are kept outside of the work tree, so that
// a fresh clone on the same machine finds them: in CALL_CENTER_XML_CACHE, or else where the system keeps such things.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { npm } from './requirements.mjs';
import { note, Stop, seconds, step } from './say.mjs';

/** @returns {string} */
function cacheFolder() {
  const given = process.env['CALL_CENTER_XML_CACHE'];
  if (given !== undefined && given !== '') return path.resolve(given);
  const usual = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache');
  return path.join(usual, 'call-center-xml');
}

/**
 * Installs a build once, as its lock file says: test/editor/builds/<name>.
 *
 * @param {string} name
 * @param {(folder: string) => Promise<void>} [finish] what else is to be done in the folder that holds `node_modules`
 * @param {string} [more] what the result depends on beside the lock file
 * @returns {Promise<string>} the folder that holds `node_modules`
 */
export async function ensureBuild(name, finish, more = '') {
  const source = path.resolve('test/editor/builds', name);
  const lock = readFileSync(path.join(source, 'package-lock.json'), 'utf8');
  const version = createHash('sha256').update(lock).update(more).digest('hex').slice(0, 12);
  const home = cacheFolder();
  const target = path.join(home, `${name}-${version}`);
  if (existsSync(target)) return target;

  step(`Installing ${name}, once for this machine (${target})`);
  const start = performance.now();
  mkdirSync(home, { recursive: true });
  // Whoever reads the cache sees a whole build or none, also while two clones install at the same time.
  const draft = mkdtempSync(path.join(home, 'draft-'));
  try {
    cpSync(source, draft, { recursive: true });
    const { code, output } = await npm(
      ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: draft,
        capture: true,
      },
    );
    if (code !== 0) throw new Stop(`Installing ${name} failed. It comes from the npm registry.\n${output.trim()}`);
    // Half of a large build.
    removeSourceMaps(path.join(draft, 'node_modules'));
    await finish?.(draft);
    try {
      renameSync(draft, target);
    } catch (error) {
      if (!existsSync(target)) throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  note(`done in ${seconds(start)}`);
  return target;
}

/** @param {string} folder */
function removeSourceMaps(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (String(name).endsWith('.map')) rmSync(path.join(folder, String(name)), { force: true });
  }
}
