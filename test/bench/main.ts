// What `npm run bench` runs once everything is built; see test/bench.mjs.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { measureAnalysis } from './analysis.ts';
import { measureCommandLine } from './command-line.ts';
import { isHeld, markdown, type Part, targetTable } from './figures.ts';
import { measurePreview } from './preview.ts';
import { measureServers } from './servers.ts';

const results = 'dist/bench/results.md';
const page = 'client/docs/performance.md';

/** @param otherNode the executable of another Node, where there is one to be measured */
type Measure = (say: (text: string) => void, otherNode: string | undefined) => Part | Promise<Part>;

const parts: Readonly<Record<string, Measure>> = {
  servers: measureServers,
  analysis: measureAnalysis,
  'command-line': measureCommandLine,
  preview: measurePreview,
};

async function main(): Promise<number> {
  const values = readOptions();
  if (!values) return 2;
  const chosen = values.only?.split(',') ?? Object.keys(parts);
  const unknown = chosen.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`bench: there is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
    return 2;
  }
  if (values.write && values.only !== undefined) {
    console.error('bench: --write takes a whole run, not --only.');
    return 2;
  }
  const measured: Part[] = [];
  for (const name of chosen) {
    const part = await parts[name]?.((text) => console.error(`  ${text}`), values['other-node']);
    if (part) measured.push(part);
  }
  const targets = measured.flatMap((part) => part.targets);
  const tables = [targetTable(targets), ...measured.flatMap((part) => part.tables)];
  const cpus = os.cpus();
  const where = `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus.length} × ${cpus[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, load ${os.loadavg()[0]?.toFixed(1)} at the end.`;
  const text = `${[where, ...tables.map(markdown)].join('\n\n')}\n`;
  console.log(text);
  mkdirSync('dist/bench', { recursive: true });
  writeFileSync(results, text);
  if (values.write) writeFileSync(page, `${head}\n${text}`);
  const missed = targets.filter((target) => !isHeld(target));
  console.log(`${targets.length - missed.length} of ${targets.length} targets held. The figures are in ${results}.`);
  return missed.length > 0 ? 1 : 0;
}

/** Undefined where they are others; that is told then. */
function readOptions():
  | { readonly only?: string; readonly write?: boolean; readonly 'other-node'?: string }
  | undefined {
  try {
    return parseArgs({
      options: { only: { type: 'string' }, write: { type: 'boolean' }, 'other-node': { type: 'string' } },
    }).values;
  } catch (error) {
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

const head = `# How fast, how small

\`npm run bench\` measures what ships beside its peers, the language servers for JSON, YAML and HTML, with the same contents
written down for each: all in one run and through one driver, so that a busy machine is so for everyone. The floor is a server
that answers everything with nothing. What follows is one such run, as it was printed.

All of it runs in the Node that the newest VS Code brings, as the server does there, and the command line in the one that the
run was started with, too: before 22.8 a Node keeps no compiled code from one run to the next. The server warms up while its
client is silent, which takes half a second once, so most of what is measured here is measured of a warm one. It holds some
30 MiB more then: as much as one that did not warm up holds after two hundred edits.

One target is missed in every run, and stands here all the same: a thousand files in three times what \`xmllint\` takes, which
reads a file in a twentieth of a millisecond. Two thirds of what that allows are gone when Node has started and a strict parser
in it has read them, one that does nothing else; then each file is judged by a hundred rules. Sharing the files does not
help: two processes on two cores, each with half of them, take as long as one, since each has to compile for itself and the
compiler of one already works beside it.
`;

main().then((code) => {
  process.exitCode = code;
});
