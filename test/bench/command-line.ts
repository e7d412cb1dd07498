// The command line beside xmllint, what the extension costs where it is not wanted, and the sizes of what ships.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { another, documentsOf } from './documents.ts';
import { median, type Part, shown, timer } from './figures.ts';

const cli = path.resolve('dist/cli.js');
const strict = path.resolve('dist/test/bench/strict.cjs');
const vsix = 'dist/call-center-xml.vsix';
const shipped = [
  'dist/cli.js',
  'dist/server/node.js',
  'dist/server/serve.js',
  'dist/server/browser.js',
  'dist/client/extension.js',
  'dist/client/client.js',
  'dist/client/browser.js',
  'dist/webview/preview.js',
  vsix,
];

const files = 1000;
const rounds = { one: 15, many: 5 };

/** @param otherNode the executable of another Node to measure the command line in */
export function measureCommandLine(say: (text: string) => void, otherNode: string | undefined): Part {
  say('command line');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-bench-'));
  try {
    const { xml } = documentsOf(5_000);
    mkdirSync(path.join(folder, 'many'));
    const names = Array.from({ length: files }, (_, index) => `many/${index}.xml`);
    for (const [index, name] of names.entries()) writeFileSync(path.join(folder, name), another(xml, index));
    const commands = {
      xmllint: (which: readonly string[]) => ['xmllint', '--noout', ...which],
      'call-center-xml': (which: readonly string[]) => [process.execPath, cli, 'check', ...which],
      ...(otherNode !== undefined && {
        [`in Node ${versionOf(otherNode)}`]: (which: readonly string[]) => [otherNode, cli, 'check', ...which],
      }),
      'saxes in node': (which: readonly string[]) => [process.execPath, strict, ...which],
      'node alone': () => [process.execPath, '-e', '0'],
    };
    const measured = Object.entries(commands).map(([name, command]) => ({
      name,
      one: [] as number[],
      many: [] as number[],
      run: (which: readonly string[]) => milliseconds(command(which), folder),
    }));
    for (let round = -1; round < rounds.one; round++)
      for (const { one, run } of measured) {
        const took = run(names.slice(0, 1));
        if (round >= 0) one.push(took);
      }
    for (let round = -1; round < rounds.many; round++)
      for (const { many, run } of measured) {
        const took = run(names);
        if (round >= 0) many.push(took);
      }
    const activations = Array.from({ length: rounds.one }, () => activation());
    const of = (name: string, count: 'one' | 'many') =>
      median(measured.find((one) => one.name === name)?.[count] ?? []);
    return {
      tables: [
        {
          title: 'Command line: milliseconds as a whole process (median), files of 5 kB',
          head: ['', '1 file', `${files} files`],
          rows: measured.map(({ name }) => [
            name,
            shown(of(name, 'one')),
            name === 'node alone' ? '' : shown(of(name, 'many')),
          ]),
        },
        {
          title: `The extension beside a foreign XML file, in a process that has loaded nothing (median of ${rounds.one})`,
          head: ['', 'ms'],
          rows: [['reading and running `activate()`', shown(median(activations))]],
        },
        {
          title: 'Sizes in kB',
          head: ['', 'kB'],
          rows: shipped.map((file) => [`\`${file}\``, shown(statSync(file).size / 1000)]),
        },
      ],
      targets: [
        {
          what: `${files} files on the command line, beside \`xmllint --noout\``,
          most: 3,
          measured: of('call-center-xml', 'many') / of('xmllint', 'many'),
          unit: '',
        },
        { what: 'one file on the command line', most: 150, measured: of('call-center-xml', 'one'), unit: 'ms' },
        { what: '`activate()` beside a foreign XML file', most: 15, measured: median(activations), unit: 'ms' },
        { what: 'VSIX', most: 900, measured: statSync(vsix).size / 1000, unit: 'kB' },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function versionOf(node: string): string {
  return spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim();
}

function milliseconds([program = '', ...args]: readonly string[], cwd: string): number {
  const took = timer();
  const { error, status } = spawnSync(program, args, { cwd, stdio: 'ignore' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}.`);
  return took();
}

/** Milliseconds. Anything that is loaded or started for a foreign file makes it fail. */
function activation(): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/test/bench/activate.cjs'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The extension could not be activated: ${stderr}`);
  return Number(stdout);
}
