import module from 'node:module';
import path from 'node:path';
import process from 'node:process';

/**
 * Keeps compiled code between runs, where Node can do that (22.8 and later): most of what a run on one file takes is the
 * compiler's, and a quarter of what an editor waits for before the first findings. Whoever sets
 * `NODE_DISABLE_COMPILE_CACHE` has none, and `NODE_COMPILE_CACHE` names another folder. Where the folder cannot be written
 * to, nothing is kept, and nothing is said.
 */
const folder = cacheFolder();
if (folder !== undefined) {
  (module as { enableCompileCache?(folder: string): unknown }).enableCompileCache?.(folder);
}

/**
 * A folder of this user alone. Node's own choice lies among the temporary files, where on a machine that is shared anybody
 * may have put code for others to run.
 */
function cacheFolder(): string | undefined {
  const { HOME, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  const caches =
    process.platform === 'win32'
      ? LOCALAPPDATA
      : process.platform === 'darwin'
        ? HOME && path.join(HOME, 'Library', 'Caches')
        : XDG_CACHE_HOME || (HOME && path.join(HOME, '.cache'));
  // A relative one would lie in whatever project somebody is working on.
  return caches && path.isAbsolute(caches) ? path.join(caches, 'call-center-xml', 'compiled') : undefined;
}
