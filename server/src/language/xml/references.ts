const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const reference = /&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,8})|([A-Za-z]+));/g;

/** The text a program reads: predefined entities and character references decoded; whatever else begins with `&` stays as written. */
export function decodeReferences(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(reference, decodeOne);
}

function decodeOne(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return predefined.get(name) ?? whole;
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal ?? '', 10);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : whole;
}

/** The references that `decodeReferences` decodes, in text order, with their place in `raw`. */
export function* referencesIn(raw: string): Generator<{ start: number; written: string; decoded: string }> {
  if (!raw.includes('&')) return;
  for (const match of raw.matchAll(reference)) {
    const [written, hex, decimal, name] = match;
    const decoded = decodeOne(written, hex, decimal, name);
    if (decoded !== written) yield { start: match.index, written, decoded };
  }
}

/** What XML 1.0 lets a document contain (production `Char`). */
export function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** For element text: `&` and `<`, and the `>` of a `]]>`. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
}

/** For an attribute value between the given quotes. White space other than a blank is only kept as a reference. */
export function escapeAttribute(value: string, quote: '"' | "'" = '"'): string {
  const escaped = value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
  return quote === '"' ? escaped.replaceAll('"', '&quot;') : escaped.replaceAll("'", '&apos;');
}
