/** Above this many pairs of lines the changed part is shown as one block instead of being compared line by line. */
const comparedPairs = 4_000_000;
const context = 2;

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * What has to change in a file, for people: `-` before lines that are there, `+` before lines that should be, with two
 * lines of context. Empty when both are equal.
 */
export function lineDiff(file: string, actual: string, expected: string): string {
  if (actual === expected) return '';
  const lines = compare(actual === '' ? [] : actual.split('\n'), expected.split('\n'));
  const near = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (line.sign === ' ') continue;
    for (let i = index - context; i <= index + context; i++) near.add(i);
  }
  const shown: string[] = [`--- ${file} (as it is)`, `+++ ${file} (as it should be)`];
  let gap = false;
  for (const [index, line] of lines.entries()) {
    if (near.has(index)) shown.push(`${line.sign} ${line.text}`);
    else if (!gap) shown.push('  …');
    gap = !near.has(index);
  }
  return shown.join('\n');
}

function compare(actual: readonly string[], expected: readonly string[]): Line[] {
  const shorter = Math.min(actual.length, expected.length);
  let head = 0;
  while (head < shorter && actual[head] === expected[head]) head++;
  let tail = 0;
  while (tail < shorter - head && actual[actual.length - 1 - tail] === expected[expected.length - 1 - tail]) tail++;
  return [
    ...actual.slice(0, head).map(same),
    ...middle(actual.slice(head, actual.length - tail), expected.slice(head, expected.length - tail)),
    ...actual.slice(actual.length - tail).map(same),
  ];
}

/** The longest common subsequence of the lines that differ. */
function middle(actual: readonly string[], expected: readonly string[]): Line[] {
  if (actual.length * expected.length > comparedPairs) return [...actual.map(gone), ...expected.map(added)];
  const width = expected.length + 1;
  const common = new Uint32Array((actual.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = actual.length - 1; i >= 0; i--) {
    for (let j = expected.length - 1; j >= 0; j--) {
      common[i * width + j] = actual[i] === expected[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < actual.length || j < expected.length) {
    const left = actual[i];
    const right = expected[j];
    if (left !== undefined && left === right) {
      lines.push(same(left));
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(gone(left));
      i++;
    } else {
      lines.push(added(right ?? ''));
      j++;
    }
  }
  return lines;
}

function same(text: string): Line {
  return { sign: ' ', text };
}

function gone(text: string): Line {
  return { sign: '-', text };
}

function added(text: string): Line {
  return { sign: '+', text };
}
