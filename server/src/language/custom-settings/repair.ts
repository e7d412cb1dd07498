import { type ParseError, printParseErrorCode } from 'jsonc-parser/lib/esm/main.js';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { parseJson } from './read.ts';

/** The characters that an error is about, at least one where there is one. All in the JSON text. */
export function placeOfError(text: string, error: ParseError): Span {
  const comma = trailingComma(text, error);
  if (comma) return comma;
  const end = Math.min(error.offset + error.length, text.length);
  const start = Math.min(error.offset, end);
  return start < end ? { start, end } : { start: Math.max(0, start - 1), end };
}

/** The edits that make the text a JSON object, where a slip of one kind is all that is wrong. */
export function repairOf(text: string, error: ParseError): readonly TextEdit[] | undefined {
  return candidates(text, error).find((edits) => {
    const { errors, root } = parseJson(applyEdits(text, edits));
    return errors.length === 0 && root?.type === 'object';
  });
}

function candidates(text: string, error: ParseError): readonly (readonly TextEdit[])[] {
  const { offset, length } = error;
  const before = text.slice(0, offset).trimEnd().length;
  const token = { start: offset, end: offset + length };
  const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });
  const comma = trailingComma(text, error);
  switch (printParseErrorCode(error.error)) {
    case 'CommaExpected':
      return [[insert(before, ',')]];
    case 'ColonExpected':
      return [[insert(before, ':')]];
    case 'PropertyNameExpected':
      return [comma, token].flatMap((span) => (span ? [[{ span, newText: '' }]] : []));
    case 'EndOfFileExpected':
      return [[{ span: { start: before, end: text.length }, newText: '' }]];
    case 'CloseBraceExpected':
      return [[insert(text.trimEnd().length, '}')]];
    case 'UnexpectedEndOfString': {
      const brace = text.lastIndexOf('}');
      return brace > offset ? [[insert(brace, '"')]] : [[insert(text.trimEnd().length, '"}')]];
    }
    case 'InvalidSymbol':
      return [
        [insert(offset, '"')],
        [insert(offset, '"'), insert(token.end, '"')],
        quotesFor(text, /[\u201c\u201d\u201e]/g),
        quotesFor(text, /'/g),
      ];
    default:
      return [];
  }
}

/** Quotes of JSON in the place of others. */
function quotesFor(text: string, others: RegExp): readonly TextEdit[] {
  return [...text.matchAll(others)].map(({ index }) => ({ span: { start: index, end: index + 1 }, newText: '"' }));
}

/** The comma behind which nothing follows any more, where that is the error. */
function trailingComma(text: string, { error, offset }: ParseError): Span | undefined {
  if (printParseErrorCode(error) !== 'PropertyNameExpected') return undefined;
  const end = text.slice(0, offset).trimEnd().length;
  return text[end - 1] === ',' && text[offset] === '}' ? { start: end - 1, end } : undefined;
}
