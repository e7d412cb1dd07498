import type { Span } from '../text/span.ts';

/** Braces around one word or several, angle brackets, written as such or as references. */
const doubleBraces = /\{\{[^{}]{1,80}\}\}/;
const braces = /\{[^{}"':]{1,80}\}/;
const brackets = /(?:&lt;|<)[A-Za-z][^<>&;=/]{0,60}(?:&gt;|>)/;
/** `YOUR-DOMAIN`, `your-org`, `YOURWEBSITE`; never with a blank, as in a sentence. */
const yours =
  /(?<![A-Za-z])(?:[Yy]our[-_]?(?:[Dd]omain|[Hh]ost(?:name)?|[Ss]erver|URL|[Uu]rl|[Oo]rg|[Cc]ompany|[Ww]eb[Ss]ite|[Ss]ite|[Ii]nstance|[Aa]pp|[Tt]enant)|YOUR[-_][A-Z][A-Z_-]*|YOUR(?:DOMAIN|HOST|HOSTNAME|SERVER|URL|ORG|COMPANY|WEBSITE|SITE|INSTANCE|APP|TENANT))(?![A-Za-z])/;
const others =
  /\bdomain:port\b|\bTo ?be ?[Uu]pdated\w*|\bREPLACE[-_](?:WITH|ME|THIS)\w*|___\w+___|(?<![A-Za-z0-9])[A-Z]?(?:X{8,}|x{8,}|Y{8,}|y{8,})(?![A-Za-z0-9])/;
/** Kept for examples by RFC 2606. `.example` alone is left out: files that are samples as a whole use it. */
const exampleHosts = /(?<![\w-]\.?)(?:[\w-]+\.)*example\.(?:com|org|net)\b/;
const pattern = new RegExp(
  [doubleBraces, braces, brackets, others, yours, exampleHosts].map((part) => part.source).join('|'),
  'g',
);

/** Something of every placeholder. Nearly no value holds any of it, and then the long pattern need not look. */
const trace = /[{<]|&lt;|domain:port|[Uu]pdated|REPLACE|___|X{8}|x{8}|Y{8}|y{8}|[Yy]our|YOUR|example\./;

const none: readonly Span[] = Object.freeze([]);

/** `{"key": …}`, `["a"]`: whatever stands in braces there is data. */
const json = /^(?:\{\s*(?:["'}]|&quot;)|\[\s*(?:["'{[\]\d-]|&quot;|true\b|false\b|null\b))/;
/** An address or a resource name, in which a word in braces can only be something to fill in. */
const addressLike = /^(?:[a-z][a-z0-9+.-]*:\/\/|arn:)\S*/i;
const toDo = /^\{\s*(?:replace|your|enter|insert|fill|put|add|paste|some)\b/i;

/**
 * What published definitions leave for somebody to fill in: `{{name}}`, `{Some Value}`, `&lt;Presence Status Id&gt;`,
 * `domain:port`, `YOUR-DOMAIN`, `TobeUpdated…`, `___NAME___`, `XXXXXXXXXXXX`, and the host names kept for examples. A
 * vendor's own template, `{direction} Call {activityDatetime}`, is none, and neither is anything in a value that is JSON.
 *
 * @param span the characters of one value, as written in the document; of a very long one only the beginning is read
 */
export function placeholdersIn(text: string, span: Span): readonly Span[] {
  const slice = text.slice(span.start, Math.min(span.end, span.start + 4000));
  if (!trace.test(slice)) return none;
  const value = slice.trim();
  if (json.test(value)) return [];
  const address = addressLike.test(value);
  return [...slice.matchAll(pattern)]
    .filter(([found]) => isMeant(found, value, address))
    .map((match) => ({ start: span.start + match.index, end: span.start + match.index + match[0].length }));
}

function isMeant(found: string, value: string, address: boolean): boolean {
  if (found.startsWith('{{')) return true;
  if (found.startsWith('{')) {
    if (toDo.test(found)) return true;
    // A word that begins with a small letter names a variable of the vendor, even in an address.
    if (address) return /^.\s*[A-Z]|\s/.test(found);
    return found === value && /\s/.test(found);
  }
  if (found.startsWith('<') || found.startsWith('&lt;')) {
    // `<b>` in a text is markup; `<host>` alone or in an address is not.
    return address || found === value || /[\sA-Z_-]/.test(found.replace(/&[lg]t;/g, ''));
  }
  return true;
}
