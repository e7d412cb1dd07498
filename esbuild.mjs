// Builds every bundle of the project. esbuild strips types and never checks them: `npm run typecheck` does.
//
//   node esbuild.mjs                 what ships, with source maps; each bundle is complete in itself
//   node esbuild.mjs --watch         the same, rebuilt whenever a source changes
//   node esbuild.mjs --production    what ships, minified, without source maps; what two bundles hold is there once
//   node esbuild.mjs --tests         the test bundles; --tests=unit,protocol for some of the rings
//   node esbuild.mjs --tools         the generator, dist/tools/generate.cjs
//
// Problems are printed as `file:line:column: error: text`, which `.vscode/tasks.json` understands.
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { isTaken, sharing } from './esbuild.shared.mjs';

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
 * Keeps a module out of the bundle that imports it when it is needed: it is another bundle, and not read before.
 *
 * @param {RegExp} filter
 * @param {string} address of that bundle, as `require` takes it
 * @returns {import('esbuild').Plugin}
 */
const apart = (filter, address) => ({
  name: 'apart',
  setup(build) {
    build.onResolve({ filter }, (args) =>
      args.kind === 'dynamic-import' ? { path: address, external: true } : undefined,
    );
  },
});

/** Until a definition is seen, no language client is read. */
const clientApart = apart(/\/node\/client\.ts$/, './client.js');

/** Until a client has a question, no language is read. */
const serverApart = apart(/\/serve\.ts$/, './serve.js');

/**
 * Who reads and writes messages, and no more, makes no connection: its module is a quarter of that library.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutConnection = {
  name: 'without-connection',
  setup(build) {
    build.onLoad({ filter: /\/vscode-jsonrpc\/lib\/common\/connection\.js$/ }, () => ({ contents: '' }));
  },
};

/**
 * @typedef {object} Target
 * @property {string} entry
 * @property {string} out
 * @property {true} [executable] begins so that a shell can run it
 * @property {string[]} [external]
 * @property {import('esbuild').Plugin[]} [plugins]
 * @property {true} [page] runs in a page and not in Node
 *
 * @typedef {object} Shared a bundle for browsers, and those for Node that take from it what it holds already
 * @property {string} out
 * @property {string} code what it exports by itself
 * @property {string} [ground] see esbuild.shared.mjs
 * @property {Omit<import('esbuild').BuildOptions, 'metafile'>} options
 * @property {readonly Target[]} takers
 */

/** What ships and stands alone. @type {readonly Target[]} */
const targets = [
  { entry: 'client/src/desktop.ts', out: 'dist/client/extension.js', external: ['vscode'], plugins: [clientApart] },
  { entry: 'server/src/node/main.ts', out: 'dist/server/node.js', plugins: [serverApart, withoutConnection] },
  { entry: 'client/webview/main.ts', out: 'dist/webview/preview.js', page: true },
  { entry: 'client/webview/preview.css', out: 'dist/webview/preview.css', page: true },
];

/** What ships for Node and for browsers. @type {readonly Shared[]} */
const shared = [
  {
    out: 'dist/server/browser.js',
    code: "export const start = () => require('./server/src/browser/main.ts');",
    ground: 'server/src/language/index.ts',
    options: {
      // A worker has no `module`, and starts at once.
      format: 'iife',
      globalName: 'callCenterXml',
      footer: { js: 'typeof module === "object" ? (module.exports = callCenterXml) : callCenterXml.start();' },
    },
    takers: [
      { entry: 'server/src/node/serve.ts', out: 'dist/server/serve.js' },
      { entry: 'server/src/cli/main.ts', out: 'dist/cli.js', executable: true },
    ],
  },
  {
    out: 'dist/client/browser.js',
    code: "export * from './client/src/web.ts';",
    options: { external: ['vscode'] },
    takers: [{ entry: 'client/src/node/client.ts', out: 'dist/client/client.js', external: ['vscode'] }],
  },
];

/** What only the project itself runs. @type {readonly Target[]} */
const tools = [{ entry: 'server/src/tools/generate.ts', out: 'dist/tools/generate.cjs' }];

/** What everything that ships has in common. */
const shipped = {
  ...common,
  alias: {
    ...common.alias,
    // What ships builds documents and writes them, but reads none with it: its parser and the names of HTML stay out.
    '@xmldom/xmldom': './node_modules/@xmldom/xmldom/lib/dom.js',
    // The other one reads translations from a disk, which nobody asks of it.
    '@vscode/l10n': './node_modules/@vscode/l10n/dist/browser.js',
  },
  minify: production,
  sourcemap: production ? /** @type {const} */ (false) : /** @type {const} */ ('linked'),
  sourcesContent: false,
  // The licences of what is bundled are gathered into one file instead (see `writeNotices`).
  legalComments: production ? /** @type {const} */ ('none') : /** @type {const} */ ('inline'),
};

/**
 * @param {Shared} bundle
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
const wholeOptions = (bundle) => ({
  ...shipped,
  platform: 'browser',
  target: ['node20', 'es2022'],
  outfile: bundle.out,
  stdin: { contents: bundle.code, resolveDir: root },
  plugins: watch ? [reportingBuilds(bundle.out)] : [],
  ...bundle.options,
});

/**
 * @param {Target} target
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
const options = (target) => ({
  ...shipped,
  entryPoints: [target.entry],
  outfile: target.out,
  external: target.external ?? [],
  plugins: [...(target.plugins ?? []), ...(watch ? [reportingBuilds(target.out)] : [])],
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
    return printFailure(error);
  }
};

/**
 * @param {unknown} error what a build was rejected with
 * @returns {undefined}
 */
const printFailure = (error) => {
  if (!(error instanceof Error && 'errors' in error)) throw error;
  const { errors, warnings } = /** @type {import('esbuild').BuildFailure} */ (error);
  print(errors, 'error');
  print(warnings, 'warning');
};

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(0)} kB`;

/**
 * What is to be built of bundles that share modules, and the modules of which only they know. While a person develops,
 * each is complete in itself. Exits with 1 after all problems were printed.
 */
const sharedBundles = async () => {
  const bundles = await Promise.all(
    shared.map(async (bundle) => {
      const { code, ground, out, takers } = bundle;
      const whole = wholeOptions(bundle);
      if (!production) return { build: [whole, ...takers.map(options)], modules: [] };
      const folder = (/** @type {Target} */ target) => path.posix.dirname(target.out);
      const beside = takers.map((target) => ({
        options: options(target),
        address: `./${path.posix.relative(folder(target), out)}`,
      }));
      return sharing({ options: whole, code, ...(ground !== undefined && { ground }) }, beside).catch(printFailure);
    }),
  );
  const good = bundles.filter((bundle) => bundle !== undefined);
  if (good.length < bundles.length) process.exit(1);
  return good;
};

/**
 * Builds everything at once; exits with 1 after all problems were printed.
 *
 * @param {readonly import('esbuild').BuildOptions[]} list
 */
const buildAll = async (list) => {
  const results = await Promise.all(
    list.map(async (given) => {
      const out = given.outfile ?? '';
      const result = await run({ ...given, metafile: true });
      if (result === undefined) return undefined;
      if (given.banner?.['js']?.startsWith('#!') === true) await chmod(out, 0o755);
      if (production) await rm(`${out}.map`, { force: true });
      console.log(`${out}  ${kilobytes(result.metafile.outputs[out]?.bytes ?? 0)}`);
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
 * @param {Iterable<string>} modules paths of everything that is bundled
 */
const writeNotices = async (modules) => {
  /** @type {Map<string, string>} */
  const packages = new Map();
  for (const module of modules) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0];
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

/** The suite that runs in a browser's extension host. */
const webSuite = {
  ...common,
  platform: /** @type {const} */ ('browser'),
  target: 'es2022',
  alias: { 'node:assert/strict': './test/editor/web/assert.ts' },
  entryPoints: ['test/editor/web/index.ts'],
  outfile: 'dist/test/editor/web/index.js',
  external: ['vscode'],
  sourcemap: /** @type {const} */ ('inline'),
  sourcesContent: false,
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
    if (ring === 'bench')
      entryPoints.push(...['main', 'floor', 'activate', 'strict'].map((name) => `test/bench/${name}.ts`));
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
    if (result === undefined || (ring === 'editor' && (await run(webSuite)) === undefined)) process.exit(1);
    console.log(`dist/test/${ring}  ${entryPoints.length} bundles`);
  }
};

if (watch) {
  const bundles = (await sharedBundles()).flatMap(({ build }) => build);
  const all = [...bundles, ...[...targets, ...tools].map(options)];
  const contexts = await Promise.all(all.map((given) => esbuild.context(given)));
  await Promise.all(contexts.map((context) => context.watch()));
} else if (has('--tests')) {
  const given = flags.find((flag) => flag.startsWith('--tests='));
  await buildTests(given?.slice('--tests='.length).split(',') ?? ['unit', 'protocol', 'package', 'editor']);
} else if (has('--tools')) {
  await buildAll(tools.map(options));
} else {
  const bundles = await sharedBundles();
  const metafiles = await buildAll([...targets.map(options), ...bundles.flatMap(({ build }) => build)]);
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs)).filter((name) => !isTaken(name));
  if (production) await writeNotices([...inputs, ...bundles.flatMap(({ modules }) => modules)]);
}
