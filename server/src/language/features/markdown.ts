/** Longer texts of a document are cut in what we show: a hover is no place to read a file. */
const longest = 80;

/**
 * Text of a document as Markdown: a code span, in which nothing of it is taken for markup, HTML or a link. One line,
 * cut when it is long.
 */
export function code(text: string): string {
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  const cut = line.length > longest ? `${line.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : line;
  const fence = '`'.repeat(1 + Math.max(0, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length)));
  return fence.length > 1 || cut === '' ? `${fence} ${cut} ${fence}` : `${fence}${cut}${fence}`;
}

/** Text that stands in running Markdown and must not become markup, such as a label of the catalog or a page's title. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}

/** A list with one line for every text that is there. */
export function bullets(lines: readonly (string | undefined)[]): string {
  return lines.flatMap((line) => (line ? [`- ${line}`] : [])).join('\n');
}

/** Paragraphs, those left out that are empty. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** Sentences of one paragraph, or the members of an enumeration. */
export function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
