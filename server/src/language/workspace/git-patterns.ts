import * as l10n from '@vscode/l10n';
import ignore, { type Ignore, type TestResult } from 'ignore';

/**
 * More wildcards than anybody writes into one pattern. Whoever matches patterns tries every way to share a path out among
 * them, and a pattern made for it would keep a machine busy for days.
 */
const mostWildcards = 4;

/** Characters; more than any system lets a path have. Of a pattern that is much longer no expression can be made. */
const longestPattern = 4096;

/** The same for the folders that a path leads through. */
const mostFolders = 60;

/** Lines that people are shown of one file. */
const mostLines = 10;

export interface GitPatterns {
  /** What the patterns say of a path below their folder; one that ends with a slash is a folder. */
  test(path: string): Pick<TestResult, 'ignored' | 'unignored'>;
  /** The lines, from 1, of those that would never be done. */
  readonly leftOut: readonly number[];
}

/** What a `.gitignore` says. A pattern that is left out ignores nothing. */
export function gitPatterns(text: string): GitPatterns {
  const kept: Pattern[] = [];
  const leftOut: number[] = [];
  const known = new Map<string, Ignore>();
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    if (line.startsWith('#') || line.trim() === '') continue;
    if (isPattern(line)) kept.push({ line, literal: literalOf(line) });
    else leftOut.push(at + 1);
  }
  return {
    test(path) {
      // An expression is made of each pattern and tried: too much for those of which anybody sees that they do not fit.
      const lines = kept.flatMap(({ line, literal }) => (path.includes(literal) ? line : [])).join('\n');
      if (lines === '') return { ignored: false, unignored: false };
      // As git has it, the case of letters counts.
      const patterns = known.get(lines) ?? ignore({ ignorecase: false, allowRelativePaths: true }).add(lines);
      // Mostly the same few fit; where they do not, memory has an end.
      if (known.size >= 100) known.clear();
      known.set(lines, patterns);
      return patterns.test(path);
    },
    leftOut,
  };
}

interface Pattern {
  readonly line: string;
  /** What stands in each path that the pattern fits. */
  readonly literal: string;
}

/** The longer one of what stands before the first and behind the last character that stands for others. */
function literalOf(line: string): string {
  const parts = line.replace(/^!/, '').split(/[*?[\]\\]/);
  const [start = '', end = ''] = [parts[0], parts.at(-1)].map((part = '') => part.trim().replace(/^\/+|\/$/g, ''));
  return start.length > end.length ? start : end;
}

function isPattern(line: string): boolean {
  return line.length <= longestPattern && (line.match(/\*+/g)?.length ?? 0) <= mostWildcards;
}

/** A sentence about patterns that were left out, for people who know of which file. */
export function tellLeftOut(lines: readonly number[]): string {
  const some = lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines;
  return l10n.t(
    'patterns with more than {0} wildcards or {1} characters are passed over, and leave nothing out. Lines: {2}',
    mostWildcards,
    longestPattern,
    some.join(', '),
  );
}

/** Whether a path, with `/` between its folders, is one that patterns are tried on. */
export function isWithinReason(path: string): boolean {
  let folders = 0;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) if (++folders > mostFolders) return false;
  return true;
}

/** A path or URI without the slashes at its end. */
export function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}
