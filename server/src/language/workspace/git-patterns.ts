/**
 * More wildcards than anybody writes into one pattern. Whoever matches patterns tries every way to share a path out among
 * them, and a pattern made for it would keep a machine busy for days.
 */
const mostWildcards = 4;

/** The same for the folders that a path leads through. */
const mostFolders = 60;

/**
 * The text of a `.gitignore` without what would never be done: a pattern that is left out ignores nothing. As git has it,
 * a byte order mark is no part of the first pattern.
 */
export function gitPatterns(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .filter((line) => line.startsWith('#') || (line.match(/\*+/g)?.length ?? 0) <= mostWildcards)
    .join('\n');
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
