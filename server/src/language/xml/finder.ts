/**
 * Looks for one needle at offsets that grow, but for a few steps back. Remembers the last answer, so that asking again and
 * again over hostile text stays linear.
 */
export type Finder = (from: number) => number;

/** The returned function gives the first occurrence at or after `from`, or the text's length when there is none. */
export function createFinder(text: string, needle: string): Finder {
  let askedFrom = 0;
  let answer = -1;
  return (from) => {
    if (answer >= from && from >= askedFrom) return answer;
    if (from < askedFrom && answer >= 0) {
      // What lies behind is known: looking at it once more is what a hostile text waits for.
      const before = text.slice(from, askedFrom + needle.length - 1).indexOf(needle);
      askedFrom = from;
      if (before >= 0) answer = from + before;
      return answer;
    }
    askedFrom = from;
    const found = text.indexOf(needle, from);
    answer = found < 0 ? text.length : found;
    return answer;
  };
}

/** The finders that a parse shares. */
export interface Finders {
  readonly doubleQuote: Finder;
  readonly singleQuote: Finder;
  readonly lessThan: Finder;
  readonly greaterThan: Finder;
  /** Line feed or carriage return. */
  readonly lineBreak: Finder;
  readonly commentOpen: Finder;
  readonly commentClose: Finder;
  readonly cdataOpen: Finder;
  readonly cdataClose: Finder;
  readonly piClose: Finder;
}

export function createFinders(text: string): Finders {
  const lineFeed = createFinder(text, '\n');
  const carriageReturn = createFinder(text, '\r');
  return {
    doubleQuote: createFinder(text, '"'),
    singleQuote: createFinder(text, "'"),
    lessThan: createFinder(text, '<'),
    greaterThan: createFinder(text, '>'),
    lineBreak: (from) => Math.min(lineFeed(from), carriageReturn(from)),
    commentOpen: createFinder(text, '<!--'),
    commentClose: createFinder(text, '-->'),
    cdataOpen: createFinder(text, '<![CDATA['),
    cdataClose: createFinder(text, ']]>'),
    piClose: createFinder(text, '?>'),
  };
}
