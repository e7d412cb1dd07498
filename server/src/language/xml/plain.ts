import type { XmlOther } from './tree.ts';

// What every strict parser accepts, beside the structure that ours has found. Each of these may say no to what is all right:
// then a strict parser is asked (well-formed.ts). None may say yes to what is not.

/** Characters that XML does not know, and those that are half of one. */
const offensive = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

/** A reference other than the five of XML. */
const reference = /&(?!(?:amp|lt|gt|quot|apos);)/;

/** A declaration as nearly all are. */
const plainDeclaration =
  /^xml version=(["'])1\.0\1(?: encoding=(["'])[Uu][Tt][Ff]-8\2)?(?: standalone=(["'])(?:yes|no)\3)?[ \t\r\n]*$/;

/** No character of the text, and no reference in it, can be wrong where it stands. */
export function isPlainText(text: string): boolean {
  return !offensive.test(text) && hasPlainMarks(text);
}

/** The same for a text of which it is known that no character in it is wrong by itself. */
export function hasPlainMarks(text: string): boolean {
  // One after the other: most texts hold no ampersand, and looking for all at once takes half as long again.
  return !text.includes(']]>') && !(text.includes('&') && reference.test(text));
}

/** Every parser knows all of its characters for those of names, if our own did. */
export function isPlainName(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) > 127) return false;
  return true;
}

/** Every strict parser accepts it where it stands. */
export function isPlainMarkup(text: string, { kind, content }: XmlOther): boolean {
  const inner = text.slice(content.start, content.end);
  if (kind === 'declaration') return plainDeclaration.test(inner);
  return kind === 'comment' && !inner.includes('--') && !inner.endsWith('-');
}
