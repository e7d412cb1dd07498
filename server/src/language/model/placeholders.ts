import type { Span } from '../text/span.ts';

/**
 * What published definitions leave for somebody to fill in: `{{name}}`, `{Some Value}`, `&lt;Presence Status Id&gt;`,
 * `domain:port`, `YOUR-DOMAIN`, `TobeUpdated…`, `___NAME___`, and the host names reserved for examples. A vendor's own
 * template, `{direction} Call {activityDatetime}`, is none: its braces hold one word that begins with a small letter.
 */
const pattern =
  /\{\{[^{}]{1,80}\}\}|\{[^{}"':]{0,40}(?:[A-Z][^{}"':]{0,40}|\s[^{}"':]{0,40})\}|(?:&lt;|<)[A-Za-z][^<>&;]{0,60}(?:&gt;|>)|\bdomain:port\b|\b[Yy]our[-_ ]?(?:[Dd]omain|[Hh]ost|[Ss]erver|URL|url)\b|\bYOUR[-_][A-Z][A-Z_-]*|\bTo ?be ?[Uu]pdated\w*|___\w+___|\b(?:[a-z0-9-]+\.)*example\.(?:com|org|net)\b/g;

/** Placeholders in the characters of a range, as written in the document. */
export function placeholdersIn(text: string, span: Span): readonly Span[] {
  const slice = text.slice(span.start, Math.min(span.end, span.start + 4000));
  return [...slice.matchAll(pattern)].map((match) => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }));
}
