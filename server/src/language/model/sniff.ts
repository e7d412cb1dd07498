/**
 * Whether a text is worth starting a language server for. Cheap enough to run on every XML file that is opened, and
 * free of imports, so that a host can carry it alone. It only guesses; the verdict on the form is `detect`'s.
 *
 * - `definition`: a call center definition of any form, whole, broken or half-typed
 * - `empty`: nothing yet that speaks for or against: white space, a declaration, comments, the first letters of a tag
 * - `other`: anything else, also where the file is named after call centers
 */
export type Sniff = 'definition' | 'empty' | 'other';

/** How many characters of a document `sniff` reads at most; a host need not hand over more. */
export const sniffLength = 65_536;

/** Beyond this the prolog is not read in order any more: only signatures count. */
const prologLength = 8192;

/** Distance from the first element within which a signature speaks for an import body under another root. */
const signatureReach = 4096;

/**
 * Salesforce's general section, which every definition must have, by either grammar; or a section or item with a
 * platform name and a sort order (definition-format reference, sections 2 and 12).
 */
const signatures = [
  /\bname\s*=\s*["']reqGeneralInfo["']/,
  /<name>\s*reqGeneralInfo\s*<\/name>/,
  /<(?:section|item)\s(?=[^<>]{0,400}\bsortOrder\s*=)[^<>]{0,400}\bname\s*=\s*["']req[A-Z]/,
];

/** A root of our own within a text whose beginning could not be read in order. */
const strayRoot = /<(?:[\w.-]+:)?[cC]allCenter(?=[\s/>])/;

/** Letters from which a lone, unfinished tag can be nothing else: `<callC`. */
const tellingLetters = 5;

/** Looks at the beginning of a document: `text` may be cut after `sniffLength` characters. Never throws. */
export function sniff(text: string): Sniff {
  const prefix = text.length > sniffLength ? text.slice(0, sniffLength) : text;
  const start = skipProlog(prefix);
  if (start === 'unknown' || start === 'unterminated') {
    if (strayRoot.test(prefix) || hasSignature(prefix)) return 'definition';
    // A comment or declaration that is still being typed, and nothing else.
    return start === 'unterminated' && prefix === text ? 'empty' : 'other';
  }
  if (start === prefix.length) return prefix === text ? 'empty' : 'other';
  return judge(prefix, start);
}

function judge(text: string, start: number): Sniff {
  const name = /^<(?:[\w.-]+:)?([\w.-]*)/.exec(text.slice(start, start + 200));
  const local = name?.[1] ?? '';
  if (local === 'callCenter' || local === 'CallCenter') return 'definition';
  // Nothing but the first letters of something, with or without its `<`?
  const typed = name ? local : text.slice(start, start + 200).trim();
  const alone = name ? text.slice(start + name[0].length).trim() === '' : text.slice(start).trim() === typed;
  if (alone && 'callcenter'.startsWith(typed.toLowerCase())) {
    return name && local.length >= tellingLetters ? 'definition' : 'empty';
  }
  // Text before the declaration or the root: the platform refuses it, but it is a definition that wants mending.
  const near = text.slice(start, start + signatureReach);
  return (!name && strayRoot.test(near)) || hasSignature(near) ? 'definition' : 'other';
}

function hasSignature(text: string): boolean {
  return signatures.some((signature) => signature.test(text));
}

/**
 * Offset of the first thing that is no byte order mark, white space, declaration, comment, processing instruction or
 * document type; the text's length when there is none.
 */
function skipProlog(text: string): number | 'unknown' | 'unterminated' {
  let at = 0;
  while (at < text.length) {
    if (at > prologLength) return 'unknown';
    const unit = text.charCodeAt(at);
    if (unit === 0xfeff || unit === 32 || (unit >= 9 && unit <= 13)) {
      at++;
      continue;
    }
    const end = endOfMarkup(text, at);
    if (end === at) return at;
    if (end === undefined) return 'unterminated';
    at = end;
  }
  return text.length;
}

/** End of the comment, instruction or document type at `at`; `at` when there is none; undefined when it never ends. */
function endOfMarkup(text: string, at: number): number | undefined {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2);
  if (text.startsWith('<!DOCTYPE', at)) {
    const bracket = text.indexOf('[', at);
    const close = text.indexOf('>', at);
    if (bracket >= 0 && bracket < close) return after(text, ']>', bracket) ?? after(text, '>', text.lastIndexOf(']'));
    return close < 0 ? undefined : close + 1;
  }
  return at;
}

function after(text: string, mark: string, from: number): number | undefined {
  const found = text.indexOf(mark, from);
  return found < 0 ? undefined : found + mark.length;
}
