// Builds every bundle of the project. esbuild strips types and never checks them: `npm run typecheck` does.
//
//   node esbuild.mjs                 what ships, with source maps
//   node esbuild.mjs --watch         the same, rebuilt whenever a source changes
//   node esbuild.mjs --production    what ships, minified, without source maps
//   node esbuild.mjs --tests         the test bundles; --tests=unit,protocol for some of the rings
//   node esbuild.mjs --tools         the generator, dist/tools/generate.cjs
//
// Problems are printed as `file:line:column: error: text`, which `.vscode/tasks.json` understands.
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
process.chdir(root);

const flags = process.argv.slice(2);
const known = ['--watch', '--production', '--tests', '--tools'];
const nameOf = (/** @type {string} */ flag) => flag.split('=')[0] ?? '';
const unknown = flags.filter((flag) => !known.includes(nameOf(flag)));
if (unknown.length > 0) {
  console.error(`esbuild.mjs: unknown option ${unknown.join(' ')}; there are ${known.join(', ')}.`);
  process.exit(2);
}
const has = (/** @type {string} */ flag) => flags.some((given) => nameOf(given) === flag);
const production = has('--production');
const watch = has('--watch');

/**
 * What every bundle has in common: CommonJS for Node 20, the oldest that an editor of ours brings.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
const common = /** @type {const} */ ({
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Packages that also come as ES modules: what nobody uses of them is then left out.
  mainFields: ['module', 'main'],
  logLevel: 'silent',
  metafile: true,
  // `import('./client.ts')` becomes a lazy require: an extension host hands out the module 'vscode' to require only.
  supported: { 'dynamic-import': false },
  // Its ES module asks for its own address, which there is none of in a bundle.
  alias: { tinyglobby: './node_modules/tinyglobby/dist/index.cjs' },
});

/**
 * Keeps the language client out of the first bundle: it is read when the first definition is seen, not before.
 *
 * @type {import('esbuild').Plugin}
 */
const clientApart = {
  name: 'client-apart',
  setup(build) {
    build.onResolve({ filter: /\/client\.[jt]s$/ }, (args) =>
      args.kind === 'entry-point' ? undefined : { path: './client.js', external: true },
    );
  },
};

/**
 * @typedef {object} Target
 * @property {string} entry
 * @property {string} out
 * @property {boolean} [executable]
 * @property {string[]} [external]
 * @property {import('esbuild').Plugin[]} [plugins]
 * @property {true} [page] runs in a page and not in Node
 */

/** What ships. @type {readonly Target[]} */
const targets = [
  { entry: 'server/src/node/main.ts', out: 'dist/server/node.js' },
  { entry: 'server/src/cli/main.ts', out: 'dist/cli.js', executable: true },
  { entry: 'client/src/desktop.ts', out: 'dist/client/extension.js', external: ['vscode'], plugins: [clientApart] },
  { entry: 'client/src/client.ts', out: 'dist/client/client.js', external: ['vscode'] },
  { entry: 'client/webview/main.ts', out: 'dist/webview/preview.js', page: true },
  { entry: 'client/webview/preview.css', out: 'dist/webview/preview.css', page: true },
];

/** What only the project itself runs. @type {readonly Target[]} */
const tools = [{ entry: 'server/src/tools/generate.ts', out: 'dist/tools/generate.cjs' }];

/**
 * @param {Target} target
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
const options = (target) => ({
  ...common,
  // What ships builds documents and writes them, but reads none with it: its parser and the names of HTML stay out.
  alias: { ...common.alias, '@xmldom/xmldom': './node_modules/@xmldom/xmldom/lib/dom.js' },
  entryPoints: [target.entry],
  outfile: target.out,
  external: target.external ?? [],
  plugins: [...(target.plugins ?? []), ...(watch ? [reportingBuilds(target.out)] : [])],
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  // The licences of what is bundled are gathered into one file instead (see `writeNotices`).
  legalComments: production ? 'none' : 'inline',
  ...(target.page === true ? { platform: 'browser', format: 'iife', target: 'chrome122' } : {}),
  ...(target.executable === true ? { banner: { js: '#!/usr/bin/env node' } } : {}),
});

/**
 * Prints messages in the form that problem matchers read.
 *
 * @param {readonly import('esbuild').Message[]} messages
 * @param {'error' | 'warning'} kind
 */
const print = (messages, kind) => {
  for (const { location, text } of messages) {
    const place = location === null ? 'esbuild.mjs:1:1' : `${location.file}:${location.line}:${location.column + 1}`;
    console.error(`${place}: ${kind}: ${text}`);
  }
};

/**
 * @param {string} out
 * @returns {import('esbuild').Plugin}
 */
function reportingBuilds(out) {
  return {
    name: 'reporting-builds',
    setup(build) {
      build.onStart(() => console.log(`[watch] build started: ${out}`));
      build.onEnd(({ errors, warnings }) => {
        print(errors, 'error');
        print(warnings, 'warning');
        console.log(`[watch] build finished: ${out}`);
      });
    },
  };
}

/**
 * Builds one set of options and prints its problems.
 *
 * @param {import('esbuild').BuildOptions & { metafile: true }} buildOptions
 * @returns {Promise<import('esbuild').BuildResult<{ metafile: true }> | undefined>} undefined when it failed
 */
const run = async (buildOptions) => {
  try {
    const result = await esbuild.build(buildOptions);
    print(result.warnings, 'warning');
    return result;
  } catch (error) {
    if (!(error instanceof Error && 'errors' in error)) throw error;
    const { errors, warnings } = /** @type {import('esbuild').BuildFailure} */ (error);
    print(errors, 'error');
    print(warnings, 'warning');
    return undefined;
  }
};

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(0)} kB`;

/**
 * Builds targets at once; exits with 1 after all problems were printed.
 *
 * @param {readonly Target[]} list
 */
const buildAll = async (list) => {
  const results = await Promise.all(
    list.map(async (target) => {
      const result = await run(options(target));
      if (result === undefined) return undefined;
      if (target.executable === true) await chmod(target.out, 0o755);
      if (production) await rm(`${target.out}.map`, { force: true });
      console.log(`${target.out}  ${kilobytes(result.metafile.outputs[target.out]?.bytes ?? 0)}`);
      return result.metafile;
    }),
  );
  const built = results.filter((metafile) => metafile !== undefined);
  if (built.length < list.length) process.exit(1);
  return built;
};

/**
 * Writes the licences of every bundled package beside the bundles, as those licences demand.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
const writeNotices = async (metafiles) => {
  /** @type {Map<string, string>} */
  const packages = new Map();
  for (const input of metafiles.flatMap((metafile) => Object.keys(metafile.inputs))) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder === undefined) continue;
    const { name, version, license, author } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    const title = `${name} ${version} (${license})`;
    if (packages.has(title)) continue;
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
    const text =
      file === undefined
        ? `By ${author?.name ?? author}. The package names its licence and brings no text of it.`
        : await readFile(path.join(folder, file), 'utf8');
    packages.set(title, text.replaceAll('\r\n', '\n').trim());
  }
  const parts = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, text]) => `${title}\n\n${text}\n`);
  const rule = `\n${'-'.repeat(80)}\n\n`;
  const head = 'The extension contains the following packages, under their own licences.\n';
  await mkdir('dist', { recursive: true });
  await writeFile('dist/third-party-notices.txt', [head, ...parts].join(rule));
  console.log(`dist/third-party-notices.txt  ${packages.size} packages`);
};

/**
 * @param {string} folder
 * @param {string} ending
 * @returns {Promise<string[]>} the files below it whose name ends so, in a fixed order, with `/` as separator
 */
const filesBelow = async (folder, ending) => {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
};

/**
 * Bundles the tests: test/<ring>/x.test.ts -> dist/test/<ring>/x.test.cjs, each complete in itself. They run with the
 * project's folder as working directory, and find every file of the project from there. The suite of the editor ring
 * is loaded by an extension host: test/editor/suite/index.ts -> dist/test/editor/suite/index.cjs. What takes the pictures
 * of the README works the editor as its tests do, and is built with them.
 *
 * @param {readonly string[]} rings
 */
const buildTests = async (rings) => {
  for (const ring of rings) {
    const entryPoints = await filesBelow(`test/${ring}`, '.test.ts');
    if (ring === 'fuzz') entryPoints.push('test/fuzz/main.ts');
    if (ring === 'bench') entryPoints.push('test/bench/main.ts', 'test/bench/floor.ts');
    if (ring === 'editor') entryPoints.push('test/editor/suite/index.ts', 'test/editor/ui/pictures.ts');
    await rm(`dist/test/${ring}`, { recursive: true, force: true });
    if (entryPoints.length === 0) {
      console.log(`dist/test/${ring}  no test files`);
      continue;
    }
    const result = await run({
      ...common,
      entryPoints,
      outdir: 'dist/test',
      outbase: 'test',
      outExtension: { '.js': '.cjs' },
      // Playwright reads files beside its own modules; it is no part of a bundle.
      external: ['vscode', 'playwright-core'],
      sourcemap: 'inline',
      sourcesContent: false,
    });
    if (result === undefined) process.exit(1);
    console.log(`dist/test/${ring}  ${entryPoints.length} bundles`);
  }
};

const present = (/** @type {readonly Target[]} */ list) =>
  list.filter((target) => {
    if (existsSync(target.entry)) return true;
    console.log(`${target.out}  skipped: ${target.entry} does not exist yet`);
    return false;
  });

if (watch) {
  const contexts = await Promise.all(present([...targets, ...tools]).map((target) => esbuild.context(options(target))));
  await Promise.all(contexts.map((context) => context.watch()));
} else if (has('--tests')) {
  const given = flags.find((flag) => flag.startsWith('--tests='));
  await buildTests(given?.slice('--tests='.length).split(',') ?? ['unit', 'protocol', 'package', 'editor']);
} else if (has('--tools')) {
  await buildAll(present(tools));
} else {
  const metafiles = await buildAll(present(targets));
  if (production) await writeNotices(metafiles);
}
