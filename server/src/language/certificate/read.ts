import { decodeBase64, type PemBlock, readPem } from './pem.ts';
import { isPublicKey, readValidity, type Validity } from './x509.ts';

/** What a value is that should hold a certificate or a public key. It tells nothing of what stands in them. */
export type Reading =
  /** `label` is what the value is, when only the two lines around it are missing. */
  | { readonly kind: 'not-pem'; readonly label?: string }
  /** The first block that makes the value wrong; `header` is its opening line. */
  | {
      readonly kind: 'private-key' | 'cut-off' | 'unreadable' | 'other-kind';
      readonly label: string;
      readonly header: string;
    }
  | { readonly kind: 'public-key' }
  /** The certificate that ceases to hold first. */
  | { readonly kind: 'certificate'; readonly validity: Validity };

/** Reads a value, line ends as XML hands them on. Never throws; of a text that is too long for a certificate little is read. */
export function readCertificate(text: string): Reading {
  const blocks = readPem(text);
  const secret = blocks.find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (secret) return about('private-key', secret);
  if (blocks.length === 0) {
    const label = kindOf(text);
    return { kind: 'not-pem', ...(label && { label }) };
  }
  let first: Validity | undefined;
  for (const block of blocks) {
    const { label, body } = block;
    if (body === undefined) return about('cut-off', block);
    if (label !== 'CERTIFICATE' && label !== 'PUBLIC KEY') return about('other-kind', block);
    const der = decodeBase64(body);
    const validity = der && label === 'CERTIFICATE' ? readValidity(der) : undefined;
    if (!der || !(validity || (label === 'PUBLIC KEY' && isPublicKey(der)))) return about('unreadable', block);
    if (validity && (!first || validity.notAfter.time < first.notAfter.time)) first = validity;
  }
  return first ? { kind: 'certificate', validity: first } : { kind: 'public-key' };
}

function about(kind: 'private-key' | 'cut-off' | 'unreadable' | 'other-kind', { label, header }: PemBlock): Reading {
  return { kind, label, header };
}

/** Which of the two base64 is that has no lines around it. */
function kindOf(text: string): string | undefined {
  const der = decodeBase64(text);
  if (!der) return undefined;
  if (readValidity(der)) return 'CERTIFICATE';
  return isPublicKey(der) ? 'PUBLIC KEY' : undefined;
}
