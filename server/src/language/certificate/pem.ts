/** One block of a PEM text (RFC 7468). */
export interface PemBlock {
  /** What stands behind `BEGIN`: `CERTIFICATE`, `PUBLIC KEY`, `RSA PRIVATE KEY`. */
  readonly label: string;
  /** The whole opening line, from its first hyphen to its last. */
  readonly header: string;
  /** Between the two lines; undefined when the closing line is missing. */
  readonly body: string | undefined;
}

const header = /-----BEGIN ([A-Z0-9][A-Z0-9 .#-]{0,60})-----/g;

/** More blocks than any chain has. */
const mostBlocks = 20;

/** The blocks of a text, in its order; what stands between them does not matter. Reads the text once. */
export function readPem(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  header.lastIndex = 0;
  for (const match of text.matchAll(header)) {
    const [opening, label = ''] = match;
    const start = match.index + opening.length;
    const next = text.indexOf('-----', start);
    const closed = next >= 0 && text.startsWith(`-----END ${label}-----`, next);
    blocks.push({ label, header: opening, body: closed ? text.slice(start, next) : undefined });
    if (blocks.length === mostBlocks) break;
  }
  return blocks;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...alphabet].map((character, value) => [character.charCodeAt(0), value]));

/** Longer than any certificate; what is longer need not be decoded to know that it is none. */
const longest = 100_000;

/** The bytes that base64 stands for, white space left out; undefined when it is none, or longer than any certificate. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length > longest) return undefined;
  const digits = text.replace(/\s+/g, '');
  const bare = digits.replace(/={1,2}$/, '');
  if (bare === '' || bare.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((bare.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let i = 0; i < bare.length; i++) {
    const value = values.get(bare.charCodeAt(i));
    if (value === undefined) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at++] = (bits >> count) & 0xff;
  }
  return bytes;
}
