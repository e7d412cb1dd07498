import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, SubjectPublicKeyInfo, type Time } from '@peculiar/asn1-x509';

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

/** The validity that an X.509 certificate in DER states; undefined when the bytes are none. Signatures are not checked. */
export function readValidity(der: Uint8Array<ArrayBuffer>): Validity | undefined {
  const validity = read(() => AsnConvert.parse(der, Certificate).tbsCertificate.validity);
  if (!validity) return undefined;
  const notBefore = momentOf(validity.notBefore);
  const notAfter = momentOf(validity.notAfter);
  return notBefore && notAfter && { notBefore, notAfter };
}

function momentOf(stated: Time): Moment | undefined {
  const read = stated.getTime();
  const time = read.getTime();
  return Number.isNaN(time) ? undefined : { time, date: read.toISOString().slice(0, 10) };
}

/** Whether the bytes are a public key in DER (`SubjectPublicKeyInfo`). */
export function isPublicKey(der: Uint8Array<ArrayBuffer>): boolean {
  return read(() => AsnConvert.parse(der, SubjectPublicKeyInfo)) !== undefined;
}

/** The parser throws on whatever is not of its schema: that is an answer, not a failure. */
function read<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
