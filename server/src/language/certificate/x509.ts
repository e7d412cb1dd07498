import { type AsnType, BitString, Constructed, fromBER, Integer, Sequence, UTCTime } from 'asn1js';

/** From when to when a certificate holds. */
export interface Validity {
  readonly notBefore: Moment;
  readonly notAfter: Moment;
}

export interface Moment {
  /** In ms since 1970-01-01 UTC. */
  readonly time: number;
  /** `2026-02-25`, in UTC. */
  readonly date: string;
}

/**
 * The validity that an X.509 certificate in DER states (RFC 5280, section 4.1); undefined when the bytes are none.
 * Names and extensions are not looked at, and signatures are not checked.
 */
export function readValidity(der: Uint8Array<ArrayBuffer>): Validity | undefined {
  const [signed, algorithm, signature] = partsOf(parse(der));
  if (!(algorithm instanceof Sequence && signature instanceof BitString)) return undefined;
  const stated = partsOf(signed);
  // The version, tagged, stands first, but not in certificates of version 1.
  if (stated[0]?.idBlock.tagClass === contextSpecific) stated.shift();
  const [serial, , issuer, validity, subject, key] = stated;
  if (!(serial instanceof Integer && issuer instanceof Sequence && subject instanceof Sequence)) return undefined;
  const [notBefore, notAfter] = partsOf(validity).map(momentOf);
  return isKey(key) && notBefore && notAfter ? { notBefore, notAfter } : undefined;
}

/** Whether the bytes are a public key in DER: `SubjectPublicKeyInfo` of RFC 5280. */
export function isPublicKey(der: Uint8Array<ArrayBuffer>): boolean {
  return isKey(parse(der));
}

const contextSpecific = 3;

/** Undefined for bytes that are no ASN.1: of some the parser says so, on others it throws. */
function parse(der: Uint8Array<ArrayBuffer>): AsnType | undefined {
  try {
    const { offset, result } = fromBER(der);
    return offset === -1 ? undefined : result;
  } catch {
    return undefined;
  }
}

function partsOf(node: AsnType | undefined): AsnType[] {
  return node instanceof Constructed ? [...node.valueBlock.value] : [];
}

function isKey(node: AsnType | undefined): boolean {
  const [algorithm, key, ...more] = partsOf(node);
  return algorithm instanceof Sequence && key instanceof BitString && more.length === 0;
}

/** `UTCTime`, and `GeneralizedTime`, which is one for the parser. */
function momentOf(node: AsnType): Moment | undefined {
  if (!(node instanceof UTCTime)) return undefined;
  const read = node.toDate();
  const time = read.getTime();
  return Number.isNaN(time) ? undefined : { time, date: read.toISOString().slice(0, 10) };
}
