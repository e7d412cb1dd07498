import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Change, FieldPlace } from './change.ts';
import { itemAt, sectionAt } from './field-key.ts';
import type { FieldSet, FieldValue } from './field-set.ts';

/*
 * Fingerprints lie in files that people commit, and are compared with what later versions of this program compute. For
 * ever fixed are therefore: SHA-256 over UTF-8, its first 12 hex digits; the JSON arrays below with their first word,
 * their order and their null; the names of the kinds of change; and what is left out of a value. A new kind of change may
 * be added. Anything else is a new format version of the baseline file.
 */

export const fingerprintPattern = /^[0-9a-f]{12}$/;

/**
 * 12 hex digits that tell whether a value is still the same. Of an address, what may hold credentials does not enter: the
 * user before the host, the query and the fragment.
 * @param text the value without the blanks around it
 */
export function valueFingerprint(text: string): string {
  return fingerprint(['value', withoutCredentials(text)]);
}

export function fingerprintOfValue(value: FieldValue): string {
  return 'text' in value ? valueFingerprint(value.text) : value.fingerprint;
}

/**
 * 12 hex digits for a change: what an acceptance is for. Two changes that cannot be told apart by what is fixed at import
 * have the same one. It depends on the names on the way to the field and on what was changed; not on the form and the
 * formatting of the definition, on the order of its parts (but for `order-changed`), on what else was changed, on how
 * sure the change is, or on whether a value was read from a definition or from a baseline.
 * @param was the field set that `change.from` points into
 * @param now the field set that `change.to` points into
 * @param namesakes a memory of its own, for whoever asks about very many changes
 */
export function changeFingerprint(change: Change, was: FieldSet, now: FieldSet, namesakes = createNamesakes()): string {
  const path = [pathOf(was, change.from, namesakes), pathOf(now, change.to, namesakes)];
  return fingerprint(['change', change.kind, ...path, contentOf(change, was, now)]);
}

/**
 * 12 hex digits for what all changes of the field set under one internal name come to: the next import under that name is
 * refused.
 * @param changes the fingerprints of the changes, in any order
 */
export function collisionFingerprint(internalName: string, changes: readonly string[]): string {
  return fingerprint(['collision', internalName, [...changes].sort()]);
}

type Canonical = string | number | null | readonly Canonical[];

function fingerprint(canonical: Canonical): string {
  // JSON writes halves of surrogate pairs as escapes, so that no two texts become the same bytes.
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical)))).slice(0, 12);
}

/** The names on the way to a field, and of how many fields with the same names it is which. */
function pathOf(fields: FieldSet, place: FieldPlace | undefined, namesakes: Namesakes): Canonical {
  const section = place && sectionAt(fields, place);
  if (!place || !section) return null;
  const item = itemAt(fields, place);
  const before = namesakes(fields)[place.section];
  if (item === undefined) return [section.name, before?.section ?? 0];
  return [section.name, item.name, before?.items[place.item ?? 0] ?? 0];
}

/** How many of the same name stand before a section, and before each of its items in all sections of that name. */
interface Before {
  readonly section: number;
  readonly items: readonly number[];
}

/** Of each section of a field set. */
export type Namesakes = (fields: FieldSet) => readonly Before[];

/** Counts those of a field set once: two field sets may differ in a hundred thousand places. */
export function createNamesakes(): Namesakes {
  const counted = new Map<FieldSet, readonly Before[]>();
  return (fields) => {
    const known = counted.get(fields) ?? countNamesakes(fields);
    counted.set(fields, known);
    return known;
  };
}

function countNamesakes({ sections }: FieldSet): readonly Before[] {
  const sectionsMet = new Map<string, number>();
  const itemsMet = new Map<string, Map<string, number>>();
  return sections.map(({ name, items }) => {
    const met = itemsMet.get(name) ?? new Map<string, number>();
    itemsMet.set(name, met);
    return { section: meet(sectionsMet, name), items: items.map((item) => meet(met, item.name)) };
  });
}

/** @returns how often the name was met before */
function meet(met: Map<string, number>, name: string): number {
  const before = met.get(name) ?? 0;
  met.set(name, before + 1);
  return before;
}

/** What was changed, beyond where. */
function contentOf(change: Change, was: FieldSet, now: FieldSet): Canonical {
  switch (change.kind) {
    // The items of such a section go with it (see `withSection`): another one is another change.
    case 'section-added':
      return itemNames(now, change.to);
    case 'section-removed':
      return itemNames(was, change.from);
    case 'label-changed':
      return [labelAt(was, change.from), labelAt(now, change.to)];
    case 'value-changed':
      return [valueAt(was, change.from), valueAt(now, change.to)];
    case 'flavour-changed':
      return [was.flavour ?? null, now.flavour ?? null];
    case 'internal-name-changed':
      return [was.internalName ?? null, now.internalName ?? null];
    case 'order-changed':
      return [change.was ?? null, change.now ?? null];
    case 'section-renamed':
    case 'item-added':
    case 'item-removed':
    case 'item-renamed':
    case 'item-moved':
      return null;
  }
}

function itemNames(fields: FieldSet, place: FieldPlace | undefined): Canonical {
  return (place ? (sectionAt(fields, place)?.items ?? []) : []).map(({ name }) => name).sort();
}

function labelAt(fields: FieldSet, place: FieldPlace | undefined): Canonical {
  if (place === undefined) return null;
  return (place.item === undefined ? sectionAt(fields, place) : itemAt(fields, place))?.label ?? null;
}

function valueAt(fields: FieldSet, place: FieldPlace | undefined): Canonical {
  const value = place && itemAt(fields, place)?.value;
  return value ? fingerprintOfValue(value) : null;
}

function withoutCredentials(text: string): string {
  const [, scheme, host = '', path = ''] =
    /^([A-Za-z][A-Za-z0-9+.-]*:\/\/|\/)(?:(?<=:\/\/)[^/?#]*@)?([^/?#]*)([^?#]*)/.exec(text) ?? [];
  return scheme === undefined ? text : `${scheme}${host}${path}`;
}
