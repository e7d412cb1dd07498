import { platformMessages } from './catalog.ts';
import type { PlatformMessage } from './platform-message.ts';

/** More of a text is not looked at: the message is at its beginning, and a paste may hold a whole log. */
const longest = 20_000;

/** Zero-based line and, where the message tells it, column. */
export interface NamedPlace {
  readonly line: number;
  readonly character: number;
}

/**
 * The known messages that a text holds, in the order of the catalog. Quotes, blanks, line ends, punctuation, capital
 * letters and full-width forms do not matter, nor do lists that come in another order or only in part.
 */
export function recognise(text: string): readonly PlatformMessage[] {
  const given = squash(text.slice(0, longest));
  return platformMessages.filter(({ signs }) => signs.some((pieces) => pieces.every((piece) => given.includes(piece))));
}

/** Letters and digits only, in their usual width and in small letters: what no line wrap and no keyboard changes. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The place that a message names: `Line 4:` as the import writes it, `4 行目` in Japanese, `(4:17)` at the end as the
 * Salesforce command line does, `lineNumber: 4; columnNumber: 17` of an XML parser. The first one counts.
 */
export function namedPlace(text: string): NamedPlace | undefined {
  const plain = text.slice(0, longest).normalize('NFKC');
  const match =
    // Nowhere may white space belong to either of two neighbours: a long run of it would be divided in every way.
    /\bline\s*(?:number\s*)?(?:[:#]\s*)?(\d{1,7})(?:[\s,;]*col(?:umn)?\s*(?:number\s*)?(?:[:#]\s*)?(\d{1,7}))?/i.exec(
      plain,
    ) ??
    // 行, 行番号
    /\u884c\s*(?:\u756a\u53f7\s*)?(?::\s*)?(\d{1,7})/.exec(plain) ??
    /(\d{1,7})\s*\u884c/.exec(plain) ??
    /\((\d{1,7}):(\d{1,7})\)/.exec(plain);
  const line = Number(match?.[1] ?? 0);
  if (line < 1) return undefined;
  return { line: line - 1, character: Math.max(0, Number(match?.[2] ?? 1) - 1) };
}
