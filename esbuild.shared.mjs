// Bundles that have most modules in common. One of them is whole: it needs no other file, because in a browser it can
// read none. The others run in Node beside it, hold what the whole one lacks, and take the rest from it. So the same code
// is there once and runs once: a class of a library is the same class for all.
import path from 'node:path';
import esbuild from 'esbuild';

const namespace = 'taken';

/** Where the ground of a whole bundle is, in its own file. */
const ground = 'callCenterXmlGround';

/**
 * @typedef {import('esbuild').BuildOptions & { metafile: true }} Options
 *
 * @typedef {object} Whole
 * @property {Options} options of a bundle for browsers
 * @property {string} code what it exports by itself
 * @property {string} [ground] a module that all takers need. It runs at once, with all that it imports: as one piece of
 *   code, which starts faster than modules that can be run one by one
 *
 * @typedef {object} Taker
 * @property {Options} options of a bundle for Node
 * @property {string} address the whole bundle, as `require` takes it there
 */

/**
 * @param {Whole} whole
 * @param {readonly Taker[]} takers
 * @returns {Promise<{ readonly build: readonly Options[], readonly modules: readonly string[] }>} what is to be built, and
 *   the modules that the whole bundle will hold
 */
export async function sharing(whole, takers) {
  const inGround =
    whole.ground === undefined
      ? new Map()
      : await modulesIn({ ...whole.options, ...entry(`import ${JSON.stringify(`./${whole.ground}`)};`) });
  /** @type {Set<string>} */
  const fromGround = new Set();
  const takeFromGround = taking(inGround, (name) => `${ground}.modules[${JSON.stringify(name)}]`, fromGround);
  const above = { ...whole.options, plugins: [...(whole.options.plugins ?? []), takeFromGround] };
  const inAbove = await modulesIn({ ...above, ...entry(whole.code) });

  const held = new Map([...inGround, ...inAbove]);
  /** @type {Set<string>} */
  const taken = new Set();
  const takersOptions = takers.map(({ options, address }) => ({
    ...options,
    plugins: [
      ...(options.plugins ?? []),
      taking(held, (name) => `require(${JSON.stringify(address)}).modules[${JSON.stringify(name)}]()`, taken),
    ],
  }));
  // Only when they are built it is known what they take.
  await Promise.all(takersOptions.map((options) => esbuild.build({ ...options, write: false })));

  const modules = [...taken].sort().map((name) => {
    const module = inGround.has(name)
      ? `${ground}.modules[${JSON.stringify(name)}]`
      : `require(${JSON.stringify(`./${name}`)})`;
    return `  ${JSON.stringify(name)}: () => ${module},`;
  });
  const code = [whole.code, 'export const modules = {', ...modules, '};'].join('\n');
  for (const name of taken) if (inGround.has(name)) fromGround.add(name);
  const banner = inGround.size === 0 ? {} : { banner: { js: await groundCode(whole.options, inGround, fromGround) } };
  return { build: [{ ...above, ...entry(code), ...banner }, ...takersOptions], modules: [...held.keys()] };
}

/** Whether an input of a bundle is only the way to a module in another one. */
export const isTaken = (/** @type {string} */ input) => input.startsWith(`${namespace}:`);

/**
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<ReadonlyMap<string, string>>} the modules of a bundle by path from the project's folder: `esm` or `cjs`
 */
async function modulesIn(options) {
  const { metafile } = await esbuild.build({ ...options, metafile: true, write: false });
  // Of JSON a bundle holds the values that it uses, and no module.
  const inputs = Object.entries(metafile.inputs).filter(([name]) => !isTaken(name) && !/\.json$|^<stdin>$/.test(name));
  return new Map(inputs.map(([name, { format }]) => [name, format ?? 'cjs']));
}

/**
 * Takes modules from somewhere else instead of bundling them.
 *
 * @param {ReadonlyMap<string, string>} held what is there
 * @param {(name: string) => string} expression what stands for such a module in the code
 * @param {Set<string>} taken gets those that are taken
 * @returns {import('esbuild').Plugin}
 */
function taking(held, expression, taken) {
  return {
    name: 'taking',
    setup(build) {
      build.onResolve({ filter: /^\.\//, namespace }, ({ path: address }) => ({ path: address, external: true }));
      build.onResolve({ filter: /.*/, namespace: 'file' }, async ({ path: asked, kind, pluginData, ...from }) => {
        if (kind === 'entry-point' || pluginData === namespace) return undefined;
        const found = await build.resolve(asked, { ...from, kind, pluginData: namespace });
        const name = path.relative(process.cwd(), found.path).replaceAll('\\', '/');
        if (found.errors.length > 0 || found.external || !held.has(name)) return found;
        taken.add(name);
        return { path: name, namespace };
      });
      build.onLoad({ filter: /.*/, namespace }, ({ path: name }) => ({
        contents: `module.exports = ${expression(name)};`,
      }));
    },
  };
}

/**
 * @param {Options} options
 * @param {ReadonlyMap<string, string>} formats
 * @param {Iterable<string>} names the modules to hand out
 */
async function groundCode(options, formats, names) {
  const lines = [...names].sort().map((name, index) => {
    const [file, key] = [JSON.stringify(`./${name}`), JSON.stringify(name)];
    return formats.get(name) === 'esm'
      ? `import * as module${index} from ${file}; modules[${key}] = module${index};`
      : `modules[${key}] = require(${file});`;
  });
  const { footer: _, ...rest } = options;
  const result = await esbuild.build({
    ...rest,
    ...entry(['export const modules = {};', ...lines].join('\n')),
    format: 'iife',
    globalName: ground,
    write: false,
  });
  return result.outputFiles[0]?.text.trim() ?? '';
}

/** @param {string} code */
function entry(code) {
  return { stdin: { contents: code, resolveDir: process.cwd() } };
}
