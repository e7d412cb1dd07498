// The language server beside its peers, each with the same document in its own language.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Position } from 'vscode-languageserver/node';
import { another, type Documents, documentsOf, schema } from './documents.ts';
import { median, type Part, shown, type Table, type Target, timer } from './figures.ts';
import { type Entrant, type Running, start } from './server.ts';

/** Rounds are as many as a person at work makes, of whom each key is an edit, and the machine has time for. */
export const sizes = [
  { name: '2 kB', size: 2_000, rounds: 100 },
  { name: '20 kB', size: 20_000, rounds: 100 },
  { name: '200 kB', size: 200_000, rounds: 30 },
  { name: '1 MB', size: 1_000_000, rounds: 15 },
] as const;

/** What a server that waits by itself takes, so many rounds tell. */
const roundsOfSlow = 7;
const roundsOf = ({ waits }: Entrant, rounds: number) => (waits ? Math.min(rounds, roundsOfSlow) : rounds);

const starts = 9;
const manyFiles = 200;

const peersFolder = 'test/bench/node_modules';
const extracted = `${peersFolder}/vscode-langservers-extracted/bin`;

/** Ours comes first, then the floor, then the peers. */
function entrants(schemaUri: string): readonly [Entrant, Entrant, ...Entrant[]] {
  return [
    {
      name: 'call-center-xml',
      command: ['dist/server/node.js'],
      languageId: 'xml',
      text: ({ xml }) => xml,
      settings: {},
      judges: true,
    },
    {
      name: 'floor',
      command: ['dist/test/bench/floor.cjs'],
      languageId: 'xml',
      text: ({ xml }) => xml,
      settings: {},
      judges: false,
    },
    {
      name: 'JSON',
      command: [`${extracted}/vscode-json-language-server`],
      languageId: 'json',
      text: ({ json }) => json,
      settings: { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*'], url: schemaUri, schema }] } },
      judges: true,
    },
    {
      name: 'YAML',
      command: [`${peersFolder}/yaml-language-server/bin/yaml-language-server`],
      languageId: 'yaml',
      text: ({ yaml }) => yaml,
      settings: { yaml: { validate: true, schemas: { [schemaUri]: ['*.yaml'] }, schemaStore: { enable: false } } },
      judges: true,
      waits: true,
    },
    {
      name: 'HTML',
      command: [`${extracted}/vscode-html-language-server`],
      languageId: 'html',
      text: ({ xml }) => xml,
      settings: {},
      // It says nothing about elements.
      judges: false,
    },
  ];
}

const operations = ['open', 'edit', 'completion', 'hover', 'symbols'] as const;
type Operation = (typeof operations)[number];

const described: Readonly<Record<Operation, string>> = {
  open: 'open → first diagnostics',
  edit: 'edit → diagnostics',
  completion: 'edit and completion',
  hover: 'edit and hover',
  symbols: 'edit and symbols',
};

export async function measureServers(say: (text: string) => void): Promise<Part> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-bench-'));
  try {
    const schemaFile = path.join(folder, 'schema.json');
    writeFileSync(schemaFile, JSON.stringify(schema));
    const all = entrants(pathToFileURL(schemaFile).href);
    const parts = [await starting(all, say)];
    for (const size of sizes) parts.push(await working(all, size, say));
    parts.push(await memory(all, say));
    return { tables: parts.flatMap(({ tables }) => tables), targets: parts.flatMap(({ targets }) => targets) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function starting(all: readonly Entrant[], say: (text: string) => void): Promise<Part> {
  say('servers: start');
  const documents = documentsOf(sizes[0].size);
  const listOfEach = () => new Map<Entrant, number[]>(all.map((entrant) => [entrant, []]));
  const initialized = listOfEach();
  const judged = listOfEach();
  for (let round = 0; round < starts; round++) {
    for (const entrant of all) {
      const took = timer();
      const running = await start(entrant);
      initialized.get(entrant)?.push(running.initialize);
      // An editor starts a server because somebody has opened a document.
      await running.configure();
      const uri = uriOf(entrant, 'first');
      await running.open(uri, entrant.text(documents));
      if (entrant.judges) {
        await running.diagnostics(uri);
        judged.get(entrant)?.push(took());
      }
      await running.stop();
    }
  }
  const of = (entrant: Entrant | undefined, times = initialized) => median((entrant && times.get(entrant)) ?? []);
  const floor = of(all[1]);
  return {
    tables: [
      {
        title: `From the start of the process, milliseconds (median of ${starts})`,
        head: ['', '`initialize` answered', '× floor', `first diagnostics of ${sizes[0].name}`],
        rows: all.map((entrant) => [
          entrant.name,
          shown(of(entrant)),
          shown(of(entrant) / floor),
          entrant.judges ? shown(of(entrant, judged)) : '–',
        ]),
      },
    ],
    targets: [{ what: '`initialize` beside the bare floor', most: 1.15, measured: of(all[0]) / floor, unit: '' }],
  };
}

/** Where a quote is deleted and put back: the last one of a line in the middle, which every one of the languages misses. */
function quoteIn(text: string): { readonly at: Position; readonly inName: Position } {
  const lines = text.split('\n');
  for (let line = Math.floor(lines.length / 2); line < lines.length; line++) {
    const found = /name"?[:=] ?"\w/.exec(lines[line] ?? '');
    if (!found) continue;
    const character = found.index + found[0].length - 2;
    return { at: { line, character }, inName: { line, character: character + 2 } };
  }
  throw new Error('No name in the middle of the document.');
}

const endings: Readonly<Record<string, string>> = { xml: 'xml', json: 'json', yaml: 'yaml', html: 'html' };
const uriOf = ({ languageId }: Entrant, name: string) => `file:///bench/${name}.${endings[languageId]}`;

async function working(
  all: readonly Entrant[],
  { name, size, rounds }: (typeof sizes)[number],
  say: (text: string) => void,
): Promise<Part> {
  say(`servers: ${name}`);
  const documents = documentsOf(size);
  const times = new Map<string, number[]>();
  const note = (entrant: Entrant, operation: Operation, time: number) => {
    const key = `${entrant.name} ${operation}`;
    times.set(key, [...(times.get(key) ?? []), time]);
  };
  const running: Running[] = [];
  for (const entrant of all) {
    const server = await start(entrant);
    await server.configure();
    running.push(server);
  }
  for (const server of running) await open(server, documents, rounds, note);
  let work = 0;
  for (let round = 0; round < rounds; round++) {
    for (const server of running) {
      if (!server.entrant.judges || round >= roundsOf(server.entrant, rounds)) continue;
      const before = server.cpu();
      await edit(server, documents, note);
      if (server === running[0]) work += server.cpu() - before;
    }
  }
  for (let round = 0; round < rounds; round++)
    for (const server of running) {
      const { entrant } = server;
      if (entrant.name !== 'floor' && round < roundsOf(entrant, rounds)) await ask(server, documents, note);
    }
  for (const server of running) await server.stop();

  const of = (entrant: Entrant | undefined, operation: Operation) =>
    median((entrant && times.get(`${entrant.name} ${operation}`)) ?? []);
  const [own, , ...peers] = all;
  const fastest = (operation: Operation) =>
    Math.min(...peers.map((peer) => of(peer, operation)).filter((time) => !Number.isNaN(time)));
  const measured = all.filter((entrant) => entrant.name !== 'floor');
  const table: Table = {
    title: `${name}: milliseconds (median of ${rounds}; of ${roundsOfSlow} for who waits by itself)`,
    head: ['', ...operations.map((operation) => described[operation])],
    rows: [
      ...measured.map((entrant) => [entrant.name, ...operations.map((operation) => shown(of(entrant, operation)))]),
      [
        'ours beside the fastest peer',
        ...operations.map((operation) => shown(of(own, operation) / fastest(operation), '×')),
      ],
    ],
  };
  const targets: Target[] = (['open', 'edit', 'completion', 'hover'] as const).map((operation) => ({
    what: `${name}: ${described[operation]}, beside the fastest peer`,
    most: 1,
    measured: of(own, operation) / fastest(operation),
    unit: '',
  }));
  // Each round edits twice.
  const mostWork = size === 1_000_000 ? 100 : size === 20_000 ? 5 : undefined;
  if (mostWork !== undefined)
    targets.push({
      what: `${name}: work of the processor from edit to diagnostics`,
      most: mostWork,
      measured: work / (2 * rounds),
      unit: 'ms',
    });
  return { tables: [table], targets };
}

type Note = (entrant: Entrant, operation: Operation, time: number) => void;

async function open(server: Running, documents: Documents, rounds: number, note: Note): Promise<void> {
  const { entrant } = server;
  const text = entrant.text(documents);
  // Each time another document, as in a folder that somebody looks through; the first ones also warm up the process.
  for (let round = 0; round < roundsOf(entrant, rounds); round++) {
    const uri = uriOf(entrant, round === 0 ? 'main' : `open${round}`);
    const opened = round === 0 ? text : another(text, round);
    const took = timer();
    await server.open(uri, opened);
    if (!entrant.judges) continue;
    await server.diagnostics(uri);
    note(entrant, 'open', took());
  }
}

async function edit(server: Running, documents: Documents, note: Note): Promise<void> {
  const { entrant } = server;
  const uri = uriOf(entrant, 'main');
  const { at } = quoteIn(entrant.text(documents));
  const seen: (readonly Diagnostic[])[] = [];
  for (const [length, newText] of [
    [1, ''],
    [0, '"'],
  ] as const) {
    const took = timer();
    await server.change(uri, at, length, newText);
    seen.push(await server.diagnostics(uri));
    note(entrant, 'edit', took());
  }
  // Who does not see that a quote is missing has not been measured at all.
  if (seen[0]?.length === seen[1]?.length) throw new Error(`${entrant.name} has not seen the edit.`);
}

async function ask(server: Running, documents: Documents, note: Note): Promise<void> {
  const { entrant } = server;
  const uri = uriOf(entrant, 'main');
  const { inName } = quoteIn(entrant.text(documents));
  const requests = [
    ['completion', 'textDocument/completion', { position: inName }],
    ['hover', 'textDocument/hover', { position: inName }],
    ['symbols', 'textDocument/documentSymbol', {}],
  ] as const;
  for (const [operation, method, params] of requests) {
    const took = timer();
    await server.change(uri, inName, 0, 'x');
    await server.request(method, { textDocument: { uri }, ...params });
    note(entrant, operation, took());
    await server.change(uri, inName, 1, '');
    // What it does by itself because of the edit is not to be counted with the next one.
    await server.request('textDocument/documentSymbol', { textDocument: { uri } });
  }
}

async function memory(all: readonly Entrant[], say: (text: string) => void): Promise<Part> {
  say('servers: memory');
  const documents = documentsOf(20_000);
  const rows: { readonly entrant: Entrant; readonly peaks: readonly number[] }[] = [];
  for (const entrant of all) {
    const server = await start(entrant);
    const text = entrant.text(documents);
    const peaks: number[] = [];
    const symbols = (uri: string) => server.request('textDocument/documentSymbol', { textDocument: { uri } });
    await server.rest();
    peaks.push(server.peak());
    await server.configure();
    await symbols(uriOf(entrant, 'nothing')).catch(() => undefined);
    peaks.push(server.peak());
    for (let file = 1; file <= manyFiles; file++) {
      const uri = uriOf(entrant, `file${file}`);
      await server.open(uri, another(text, file));
      await symbols(uri);
      if (file > 1) continue;
      if (entrant.judges) await server.diagnostics(uri);
      // Including what it does by itself once nobody asks.
      await server.rest();
      peaks.push(server.peak());
    }
    for (let file = 2; file <= manyFiles && entrant.judges; file++)
      await server.diagnostics(uriOf(entrant, `file${file}`));
    peaks.push(server.peak());
    rows.push({ entrant, peaks });
    await server.stop();
  }
  const idle = (index: number) => rows[index]?.peaks[0] ?? Number.NaN;
  return {
    tables: [
      {
        title: 'Most memory held, in MiB',
        head: ['', 'idle', 'asked about nothing', 'one file of 20 kB', `${manyFiles} files of 20 kB`],
        rows: rows.map(({ entrant, peaks }) => [entrant.name, ...peaks.map((peak) => shown(peak))]),
      },
    ],
    targets: [{ what: 'memory when idle, beside the floor', most: 1.2, measured: idle(0) / idle(1), unit: '' }],
  };
}
