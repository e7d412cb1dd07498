// The language by itself: everything that is found out about a text when it is opened, beside parsers that only read it.
import { createRequire } from 'node:module';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { createLanguageService, createSource } from '../../server/src/language/index.ts';
import { documentsOf } from './documents.ts';
import { median, type Part, shown, timer } from './figures.ts';

const sizes = [
  { name: '20 kB', size: 20_000, rounds: 200 },
  { name: '200 kB', size: 200_000, rounds: 40 },
  { name: '1 MB', size: 1_000_000, rounds: 15 },
  { name: '10 MB', size: 10_000_000, rounds: 5 },
] as const;

interface ParseXml {
  parseXml(text: string): unknown;
}

/** Parsers that refuse what is not well-formed, each used in the way that is quickest. */
function strictParsers(): Readonly<Record<string, (text: string) => void>> {
  const require = createRequire(path.resolve('test/bench/package.json'));
  const { parseXml } = require('@rgrove/parse-xml') as ParseXml;
  return {
    saxes: (text) => {
      const parser = new SaxesParser({ xmlns: false });
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(text).close();
    },
    'parse-xml': (text) => void parseXml(text),
  };
}

export function measureAnalysis(say: (text: string) => void): Part {
  const service = createLanguageService();
  let version = 0;
  const analyse = (text: string) => {
    version++;
    // A new document each time: what is found out hangs on it.
    service.findings(createSource('file:///bench.xml', version, text), { now: Date.UTC(2026, 0, 1) });
  };
  const contestants = { ...strictParsers(), 'full analysis': analyse };
  const names = Object.keys(contestants);
  const times = new Map<string, number>();
  for (const { name, size, rounds } of sizes) {
    say(`analysis: ${name}`);
    const { xml } = documentsOf(size);
    const taken = new Map<string, number[]>(names.map((contestant) => [contestant, []]));
    // The first rounds are for the compiler.
    const warming = Math.min(rounds, 5);
    for (let round = -warming; round < rounds; round++) {
      for (const [contestant, read] of Object.entries(contestants)) {
        globalThis.gc?.();
        const took = timer();
        read(xml);
        if (round >= 0) taken.get(contestant)?.push(took());
      }
    }
    for (const contestant of names) times.set(`${contestant} ${name}`, median(taken.get(contestant) ?? []));
  }
  const of = (contestant: string, size: string) => times.get(`${contestant} ${size}`) ?? Number.NaN;
  const fastest = Math.min(...Object.keys(strictParsers()).map((parser) => of(parser, '1 MB')));
  const own = (size: string) => of('full analysis', size);
  return {
    tables: [
      {
        title: 'In one process: milliseconds (median)',
        head: ['', ...sizes.map(({ name }) => name)],
        rows: names.map((contestant) => [contestant, ...sizes.map(({ name }) => shown(of(contestant, name)))]),
      },
    ],
    targets: [
      {
        what: 'full analysis of 1 MB, beside the fastest strict parse',
        most: 6,
        measured: own('1 MB') / fastest,
        unit: '',
      },
      {
        what: 'linear: cost of a character in 10 MB, beside one in 20 kB',
        most: 2,
        measured: own('10 MB') / own('20 kB') / 500,
        unit: '',
      },
    ],
  };
}
