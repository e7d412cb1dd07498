import fs from 'node:fs';
import { type Context, createContext, Script } from 'node:vm';
import fc from 'fast-check';

/** A regular expression as it is written in the sources. */
export interface WrittenPattern {
  readonly pattern: RegExp;
  readonly file: string;
}

/** Every literal regular expression below some folders, each once. Files that ship nowhere are left out. */
export function patternsIn(folders: readonly string[]): readonly WrittenPattern[] {
  const found = new Map<string, WrittenPattern>();
  for (const folder of folders) {
    for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = `${folder}/${name.replaceAll('\\', '/')}`;
      if (!file.endsWith('.ts') || file.includes('/tools/')) continue;
      for (const pattern of literals(fs.readFileSync(file, 'utf8'))) {
        if (!found.has(String(pattern))) found.set(String(pattern), { pattern, file });
      }
    }
  }
  return [...found.values()];
}

/** What may stand before a regular expression, and not before a division. */
const before = /(?:^|[(,=:[!&|?{};>]|\b(?:return|typeof|case))$/;

/** The regular expressions of a source in the order they stand there; comments, strings and templates are passed over. */
function literals(source: string): RegExp[] {
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g;
  const found: RegExp[] = [];
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const [text] = match;
    if (!text.startsWith('/') || text.startsWith('//') || text.startsWith('/*')) continue;
    if (!before.test(source.slice(Math.max(0, match.index - 40), match.index).trimEnd())) {
      // A division: what follows it may hold anything.
      token.lastIndex = match.index + 1;
      continue;
    }
    const end = text.lastIndexOf('/');
    found.push(new RegExp(text.slice(1, end), text.slice(end + 1)));
  }
  return found;
}

/**
 * Tries to keep a pattern busy: with what begins like a text that fits, a part of one over and over, and an end that does
 * not fit.
 *
 * @returns such a text in short; undefined for a pattern that comes to an end with each of them
 */
export function bombFor(pattern: RegExp): string | undefined {
  if (!/[*+]|\{\d+,/.test(pattern.source)) return undefined;
  let samples: readonly string[] = [];
  // Of some classes the generator looks for a character for ever; what the pattern names remains.
  ends(() => {
    samples = samplesOf(pattern);
  });
  const pieces = new Set(
    [...usual, ...literalRuns(pattern), ...samples.flatMap(partsOf)].filter((piece) => piece !== ''),
  );
  for (const start of new Set(['', ...samples.filter(({ length }) => length <= longestStart)])) {
    for (const piece of pieces) {
      const text = `${start}${pumped(piece)}\u0001`;
      const fails = () =>
        !ends(() => {
          pattern.lastIndex = 0;
          pattern.test(text);
        });
      // A machine that was busy with other things is asked again.
      if (fails() && fails()) return JSON.stringify(`${start}${piece.repeat(3)}\u0001`);
    }
  }
  return undefined;
}

const longestStart = 100;

const usual = [' ', 'a', '0', '_', '<', '/', 'a ', 'a.', 'a-', '__a'];

/** So long that work which grows with its square takes seconds, and work which grows with it less than a millisecond. */
const bombLength = 100_000;

/** Milliseconds; hundreds of times what a sound pattern needs. */
const patience = 500;

const pumped = (piece: string): string => piece.repeat(Math.ceil(bombLength / piece.length));

const place: Context = createContext({});
const script = new Script('work();');

/** Whether work comes to an end by itself: it is cut off before it takes for ever, within a pattern too. */
function ends(work: () => void): boolean {
  place['work'] = work;
  try {
    script.runInContext(place, { timeout: patience });
    return true;
  } catch (error) {
    // It comes from another realm, and is no `Error` of this one.
    if ((error as { readonly code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}

/** Texts that fit a pattern, whole and cut in the middle; none where its grammar is too rich for the generator. */
function samplesOf({ source, flags }: RegExp): readonly string[] {
  try {
    // Of what stands around a place the generator knows little.
    const plain = source.replace(/\(\?<?[=!](?:[^()\\[]|\\.|\[(?:[^\]\\]|\\.)*\])*\)/g, '');
    const fitting = fc.stringMatching(new RegExp(plain, flags.replace(/[gy]/g, '')));
    const samples = fc.sample(fitting, { numRuns: 2, seed: 20_261_123 });
    return [...new Set(samples.flatMap((sample) => [sample, sample.slice(0, Math.ceil(sample.length / 2))]))];
  } catch {
    return []; // The pieces of the pattern itself remain.
  }
}

function partsOf(sample: string): readonly string[] {
  return [0, 1, 2].map((third) => {
    const start = Math.floor((sample.length * third) / 3);
    return sample.slice(start, start + 1 + third);
  });
}

/** The characters that a pattern names, one by one and those that stand side by side. */
function literalRuns({ source }: RegExp): readonly string[] {
  const runs = source.match(/(?:[^\\^$.*+?()[\]{}|]|\\[^a-zA-Z0-9])+/g) ?? [];
  return [
    ...new Set(runs.map((run) => run.replaceAll('\\', '')).flatMap((run) => [run.slice(0, 8), run.slice(0, 1)])),
  ].slice(0, 12);
}
