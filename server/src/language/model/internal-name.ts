import type { Span } from '../text/span.ts';
import type { Definition } from './definition.ts';
import { metadataStem } from './file-name.ts';

/** What a definition calls its call center, and where it says so: at the start of the file where only its name does. */
export interface InternalName {
  readonly text: string;
  readonly span: Span;
}

/**
 * The internal name: the value of `reqInternalName`; in the metadata form the full name, which is the name of the file
 * where no element states it (definition-format reference, sections 6.2 and 7.2). Undefined where none can be read,
 * for a name that is no identifier yet (empty, a placeholder) included.
 */
export function internalNameOf(definition: Definition): InternalName | undefined {
  const name =
    definition.body === 'metadata'
      ? (fullName(definition) ?? item(definition) ?? fileName(definition))
      : item(definition);
  return name && /^[A-Za-z]\w*$/.test(name.text) ? name : undefined;
}

function item({ sections }: Definition): InternalName | undefined {
  for (const { items } of sections) {
    const found = items.find(({ name, valueIsPlain }) => name?.text === 'reqInternalName' && valueIsPlain);
    if (found) return { text: found.value.text.trim(), span: found.value.span };
  }
  return undefined;
}

function fullName({ metadata }: Definition): InternalName | undefined {
  const field = metadata?.fullName;
  return field && { text: field.text.trim(), span: field.span };
}

function fileName({ source }: Definition): InternalName | undefined {
  const name = metadataStem(source.uri);
  return name === undefined ? undefined : { text: name, span: { start: 0, end: 0 } };
}

/** The nearest name that the platform takes (reference, section 3.1): letters and digits, a letter first; perhaps empty. */
export function legalInternalName(name: string, maxLength = 40): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .replace(/^[0-9]+/, '')
    .slice(0, maxLength);
}

/**
 * A name for the next import, as vendors form theirs (reference, section 6.3): a date at the end (`…V20241121`) becomes
 * today's, a number goes up by one and keeps its zeros, and to any other name `V2` is added.
 * @param now the present moment, in ms since 1970-01-01 UTC; without it a date counts as a number
 */
export function nextInternalName(name: string, now: number | undefined, maxLength = 40): string {
  const [digits] = /(?<!\d)\d+$/.exec(name) ?? [''];
  const stem = name.slice(0, name.length - digits.length);
  const today = now === undefined ? undefined : new Date(now).toISOString().slice(0, 10).replaceAll('-', '');
  if (today !== undefined && isDate(digits) && today > digits) return stem + today;
  const end = digits === '' ? 'V2' : increased(digits);
  return stem.slice(0, maxLength - end.length) + end;
}

/** `YYYYMMDD`, in a year in which there were call centers. */
function isDate(digits: string): boolean {
  return /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
}

function increased(digits: string): string {
  return (BigInt(digits) + 1n).toString().padStart(digits.length, '0');
}
