import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** The text of a file, or where it stops being UTF-8. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'not-utf-8';
      /** Place of the first byte that fits no UTF-8 text. */
      readonly byteOffset: number;
      /** The characters before that byte. */
      readonly before: string;
      readonly looksLike: 'utf-16' | 'binary' | undefined;
    };

/** Decodes strictly: no byte is replaced or dropped, and a byte order mark stays in the text as its first character. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = looksLikeUtf16(bytes);
  const utf8 = isUtf8(bytes);
  // Letters of UTF-16 without a byte order mark pass for UTF-8: each has a zero byte beside it.
  if (utf8 && !utf16) {
    return { kind: 'text', text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') };
  }
  const before = utf8 ? '' : validStart(bytes);
  return {
    kind: 'not-utf-8',
    byteOffset: utf8 ? Math.max(0, bytes.indexOf(0)) : new TextEncoder().encode(before).length,
    before,
    looksLike: utf16 ? 'utf-16' : bytes.subarray(0, 8000).includes(0) ? 'binary' : undefined,
  };
}

/** What the beginning of a file seems to say, whatever its encoding: enough to tell what sort of file it is, and no more. */
export function glimpse(start: Uint8Array): string {
  const [first] = start;
  const encoding = !looksLikeUtf16(start) ? 'utf-8' : first === 0xfe || first === 0 ? 'utf-16be' : 'utf-16le';
  return new TextDecoder(encoding).decode(start);
}

function strictly(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
}

/** The characters before the first byte that is not UTF-8, found by halving. */
function validStart(bytes: Uint8Array): string {
  let good = '';
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // As a stream: a character that is only cut off here is no mistake.
    const text = startOf(bytes, middle);
    if (text === undefined) {
      high = middle - 1;
    } else {
      low = middle;
      good = text;
    }
  }
  return good;
}

function startOf(bytes: Uint8Array, length: number): string | undefined {
  try {
    return strictly().decode(bytes.subarray(0, length), { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A byte order mark of UTF-16, or letters of which every other byte is zero. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 256 - (256 % 2));
  if (!start.includes(0)) return false;
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const pairs = Math.floor(start.length / 2);
  return pairs >= 2 && Math.min(even, odd) === 0 && Math.max(even, odd) > pairs * 0.7;
}
