import module from 'node:module';

/**
 * Keeps compiled code between runs, in the folder for temporary files, where Node can do that (22.8 and later): most of what
 * a run on one file takes is the compiler's. Whoever sets `NODE_DISABLE_COMPILE_CACHE` has none.
 */
(module as { enableCompileCache?(): unknown }).enableCompileCache?.();
