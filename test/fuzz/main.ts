// `npm run fuzz -- --seconds N --seed S [--texts N] [--part P] [--large N] [--xmllint]`: asks everything about texts that nobody
// would write, and tells what must never be. Of each 500 texts N are as large as 300 kB, 1 unless told; each takes as long as hundreds of others.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verdictOf } from '../../server/src/language/model/read.ts';
import { sourceOf } from '../support/language.ts';
import { hasLoneSurrogate } from '../support/mutants.ts';
import { seeded } from '../support/random.ts';
import { refusedByXmllint } from '../support/xmllint.ts';
import { type Failure, inspect } from './inspect.ts';
import { largeTexts } from './large.ts';
import { hostileTexts, seedTexts } from './texts.ts';

/** Texts of one seed; the next ones have the next seed. */
const batch = 500;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    seed: { type: 'string' },
    texts: { type: 'string' },
    part: { type: 'string' },
    large: { type: 'string' },
    xmllint: { type: 'boolean' },
  },
});
const seconds = Number(values.seconds ?? 60);
const most = Number(values.texts ?? Number.POSITIVE_INFINITY);
const part = Number(values.part ?? 1);
const large = Number(values.large ?? 1);
const first = Number(values.seed ?? Date.now() % 1_000_000);
if (
  !Number.isFinite(seconds) ||
  !Number.isInteger(first) ||
  Number.isNaN(most) ||
  !(part > 0 && part <= 1) ||
  !(large >= 0)
) {
  console.error(
    'fuzz: --seconds and --texts take a number, --seed a whole one, --part one from 0 to 1, and --large one from 0.',
  );
  process.exit(2);
}

const kinds = new Map<string, number>();
const until = performance.now() + seconds * 1000;
let seed = first;

async function run(): Promise<void> {
  const seeds = seedTexts();
  let texts = 0;
  for (; performance.now() < until && texts < most; seed++) {
    const random = seeded(seed);
    const asked: string[] = [];
    const took = async (text: string, imported: string): Promise<boolean> => {
      for (const failure of await inspect(text, imported, random, { part, timed: true })) tell(failure, text, imported);
      // Other parsers have limits of their own, for depth and for length.
      if (text.length < 20_000 && !hasLoneSurrogate(text)) asked.push(text);
      texts++;
      return performance.now() > until || texts >= most;
    };
    for (const { text, imported } of largeTexts(large, seed)) if (await took(text, imported)) break;
    for (const text of hostileTexts(seeds, Math.max(0, batch - large), seed)) {
      if (performance.now() > until || texts >= most) break;
      await took(text, seeds[Math.floor(random() * seeds.length)] ?? '');
    }
    if (values.xmllint) judge(asked);
  }
  console.log(`${texts} texts, seeds ${first} to ${seed - 1}; kinds of failures: ${kinds.size}`);
  for (const [kind, count] of kinds) console.log(`  ${count} × ${kind}`);
  process.exitCode = kinds.size > 0 ? 1 : 0;
}

void run();

/** The first of each kind is kept as a file. */
function tell({ what, message }: Failure, text: string, imported: string): void {
  const kind = `${what}: ${(message.split('\n')[0] ?? '').slice(0, 120)}`;
  const count = (kinds.get(kind) ?? 0) + 1;
  kinds.set(kind, count);
  if (count > 1) return;
  mkdirSync('dist/fuzz', { recursive: true });
  const file = `dist/fuzz/${kinds.size}`;
  writeFileSync(`${file}.xml`, text);
  writeFileSync(`${file}-imported.xml`, imported);
  writeFileSync(`${file}.txt`, `${what}\n${message}\n`);
  console.log(`seed ${seed}, kept as ${file}.xml: ${kind}`);
}

/** The verdict beside that of libxml2; a DOCTYPE is never read here, so there is none to compare. */
function judge(asked: readonly string[]): void {
  const refused = refusedByXmllint(asked);
  for (const [index, text] of asked.entries()) {
    const verdict = verdictOf(sourceOf(text));
    if (verdict.kind === 'doctype' || (verdict.kind === 'ill-formed') === refused.has(index)) continue;
    const message = verdict.kind === 'ill-formed' ? verdict.message : '';
    if (isOnlyJavas(message, text)) continue;
    tell(
      {
        what: 'verdict',
        message: refused.has(index)
          ? `${verdict.kind}, refused by xmllint`
          : `${verdict.kind}, taken by xmllint: ${message}`,
      },
      text,
      '',
    );
  }
}

/**
 * As Java does, the verdict goes by the names of the fourth edition of XML 1.0, where libxml2 knows those of the fifth; and
 * it takes no encoding and no version that it does not know, where libxml2 warns or reads the beginning, and wants the blank
 * before `standalone`.
 */
function isOnlyJavas(message: string, text: string): boolean {
  if (message === 'whitespace required.') return /^\ufeff?<\?xml[^>]*["']standalone/.test(text);
  return /^(?:disallowed character in name|unknown encoding|XML version|version number must)/.test(message);
}
