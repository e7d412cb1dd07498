import type { Catalog } from '../catalog/types.ts';
import type { Definition } from '../model/definition.ts';
import { fileNameOf } from '../model/file-name.ts';
import { definitionOf } from '../model/read.ts';
import type { Position, Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { type Acceptance, fieldSetOfBaseline } from './baseline.ts';
import { type Change, type FieldPlace, isFieldSetChange } from './change.ts';
import { diffFieldSets } from './diff.ts';
import { fieldKey } from './field-key.ts';
import { type FieldParts, type FieldSet, fieldPartsOf, fieldSetOf } from './field-set.ts';
import { changeFingerprint, collisionFingerprint, createNamesakes, valueFingerprint } from './fingerprint.ts';
import { createPresent, type Present } from './present.ts';
import { type BaselineFile, type ReadableBaseline, readBaseline } from './read-baseline.ts';

/** What a host knows of the import of one definition. */
export interface Imported {
  /** The baseline file, where there is one. */
  readonly file?: Source;
  /** What the definition is compared with in place of what that file says: another definition, or another revision of it. */
  readonly other?: OtherDefinition;
  /** The file that the baseline says it was taken from, as it is now, where that is another one than the definition. */
  readonly taken?: OtherDefinition;
  /** Why what it is to be compared with cannot be had: a sentence, already translated. */
  readonly trouble?: string;
  /** As if nobody had accepted anything. */
  readonly acceptingNothing?: boolean;
}

/** A definition beside the one at hand. */
export interface OtherDefinition {
  readonly source: Source;
  /** What people call it: the name of a file, a revision. */
  readonly title: string;
}

/** A place in another document than the definition. */
export interface OtherPlace {
  readonly uri: string;
  readonly at: { readonly start: Position; readonly end: Position };
}

export interface ComparedChange extends Change {
  /** Whether somebody has accepted it, with a reason, in the baseline file. */
  readonly accepted: boolean;
}

/** A definition beside the field set that was imported. */
export interface Comparison extends Present {
  readonly was: FieldSet;
  readonly now: FieldSet;
  /** What it is compared with, for people: the name of a file, a revision. */
  readonly title: string;
  /** `YYYY-MM-DD`, where it is known when that was imported. */
  readonly importedOn: string | undefined;
  readonly changes: readonly ComparedChange[];
  /** The parts of the definition by the places of `now`. */
  readonly parts: readonly FieldParts[];
  /** 12 hex digits that tell a change from all others (fingerprint.ts). */
  fingerprintOf(change: Change): string;
  /** Where a place of `was` is written down. */
  placeOf(place: FieldPlace): OtherPlace | undefined;
  /** What an import under the same internal name runs into; undefined where nothing that is frozen has changed. */
  collision(): Collision | undefined;
  /** How far the file that the baseline was taken from has gone on since. */
  readonly drift: { readonly title: string; readonly changes: number } | undefined;
  /** What is accepted in the baseline file and not there any more, with its places in that file. */
  readonly goneAcceptances: readonly { readonly acceptance: Acceptance; readonly at: OtherPlace }[];
}

/** What a baseline file says, worked out once per text. */
export function baselineIn(file: Source): BaselineFile {
  return file.derive(readSource);
}

function readSource({ text }: Source): BaselineFile {
  return readBaseline(text);
}

/** A field set that has changed under one and the same internal name. */
export interface Collision {
  /** 12 hex digits, for this name and these changes. */
  readonly fingerprint: string;
  /** By itself, or because every one of the changes is. */
  readonly accepted: boolean;
}

/**
 * A definition compared with what was imported. Undefined where nobody knows what that was: there is no baseline, or none
 * that can be read, or the other text is no definition.
 * @param values whether changed values are of interest
 */
export function compareWithImported(
  definition: Definition,
  { file, other, taken, trouble, acceptingNothing }: Imported,
  catalog: Catalog,
  values: boolean,
): Comparison | undefined {
  // What was chosen cannot be had: the file would answer another question.
  if (trouble !== undefined) return undefined;
  const reading = file && baselineIn(file);
  if (reading?.kind === 'unreadable' && !other) return undefined;
  const record = file && reading?.kind === 'baseline' ? { file, reading } : undefined;
  const before = other ? beforeOfDefinition(other, catalog) : record && beforeOfBaseline(record, catalog);
  if (!before) return undefined;
  const { was } = before;
  const now = fieldSetOf(definition, catalog);
  const known = new Map<Change, string>();
  const namesakes = createNamesakes();
  const fingerprintOf = (change: Change): string => {
    const fingerprint = known.get(change) ?? changeFingerprint(change, was, now, namesakes);
    known.set(change, fingerprint);
    return fingerprint;
  };
  const acceptances = acceptingNothing ? [] : (record?.reading.baseline.accepted ?? []);
  const facts = diffFieldSets(was, now, { values, fingerprintOf: valueFingerprint }).filter(
    (change) => !isSaidElsewhere(change, was, now, definition),
  );
  const changes = withAcceptances(facts, acceptances, fingerprintOf);
  const accepted = (fingerprint: string) => acceptances.some((acceptance) => acceptance.fingerprint === fingerprint);
  const parts = fieldPartsOf(definition);
  let collision: { readonly found: Collision | undefined } | undefined;
  return {
    ...before,
    ...createPresent(was, parts, changes),
    now,
    changes,
    parts,
    fingerprintOf,
    collision() {
      // A component is deployed again under its name; what becomes of its fields then is not known.
      if (definition.body !== 'import') return undefined;
      collision ??= { found: collisionOf(was, now, changes, fingerprintOf, accepted) };
      return collision.found;
    },
    drift: record && !other && taken ? driftOf(was, taken, catalog) : undefined,
    // Beside another definition, nobody knows what has become of the changes that the file speaks of.
    goneAcceptances: record && !other ? goneIn(record, facts, fingerprintOf, values) : [],
  };
}

/**
 * The names that an import demands as items are none in the metadata form, which says them in elements of its own
 * (definition-format reference, section 7.2). Beside a file that was retrieved they are neither new nor gone. What was
 * imported had them in any case.
 */
function isSaidElsewhere({ kind, from, to }: Change, was: FieldSet, now: FieldSet, { body }: Definition): boolean {
  const key =
    kind === 'item-added'
      ? fieldKey(now, to)
      : kind === 'item-removed' && body === 'metadata'
        ? fieldKey(was, from)
        : undefined;
  return key === '/reqGeneralInfo/reqInternalName' || key === '/reqGeneralInfo/reqDisplayName';
}

interface FileRecord {
  readonly file: Source;
  readonly reading: ReadableBaseline;
}

type Before = Pick<Comparison, 'was' | 'title' | 'importedOn' | 'placeOf'>;

function beforeOfBaseline({ file, reading }: FileRecord, catalog: Catalog): Before {
  const { baseline, places } = reading;
  return {
    was: fieldSetOfBaseline(baseline, catalog),
    title: fileNameOf(file.uri),
    importedOn: baseline.importedOn,
    placeOf({ section, item }) {
      const found = places.sections[section];
      const span = item === undefined ? found?.at : found?.items[item];
      return span && placeIn(file, span);
    },
  };
}

function beforeOfDefinition({ source, title }: OtherDefinition, catalog: Catalog): Before | undefined {
  const definition = definitionOf(source);
  if (!definition.body) return undefined;
  const parts = fieldPartsOf(definition);
  return {
    was: fieldSetOf(definition, catalog),
    title,
    importedOn: undefined,
    placeOf({ section, item }) {
      const found = parts[section];
      const part = item === undefined ? found?.section : found?.items[item];
      return part && placeIn(source, part.name?.span ?? part.element.openTag);
    },
  };
}

/** A span of another document, as that document's lines and columns. */
export function placeIn(source: Source, { start, end }: Span): OtherPlace {
  return { uri: source.uri, at: { start: source.positionAt(start), end: source.positionAt(end) } };
}

function collisionOf(
  was: FieldSet,
  now: FieldSet,
  changes: readonly ComparedChange[],
  fingerprintOf: (change: Change) => string,
  isAccepted: (fingerprint: string) => boolean,
): Collision | undefined {
  if (now.internalName === undefined || now.internalName !== was.internalName) return undefined;
  const frozen = changes.filter((change) => isFieldSetChange(change) && !change.withSection);
  if (frozen.length === 0) return undefined;
  const fingerprint = collisionFingerprint(now.internalName, frozen.map(fingerprintOf));
  return { fingerprint, accepted: isAccepted(fingerprint) || frozen.every(({ accepted }) => accepted) };
}

function driftOf(was: FieldSet, { source, title }: OtherDefinition, catalog: Catalog): Comparison['drift'] {
  const definition = definitionOf(source);
  if (!definition.body) return undefined;
  const changes = diffFieldSets(was, fieldSetOf(definition, catalog)).filter(isFieldSetChange).length;
  return changes > 0 ? { title, changes } : undefined;
}

/** A section that was accepted takes its items along. */
function withAcceptances(
  facts: readonly Change[],
  acceptances: readonly Acceptance[],
  fingerprintOf: (change: Change) => string,
): readonly ComparedChange[] {
  // Fingerprints cost more than the comparison, and mostly nothing is accepted.
  if (acceptances.length === 0) return facts.map((change) => ({ ...change, accepted: false }));
  const known = new Set(acceptances.map(({ fingerprint }) => fingerprint));
  const accepted = new Set(facts.filter((change) => known.has(fingerprintOf(change))));
  const cameWith = new Set<number | undefined>();
  const wentWith = new Set<number | undefined>();
  for (const { kind, from, to } of accepted) {
    if (kind === 'section-added') cameWith.add(to?.section);
    if (kind === 'section-removed') wentWith.add(from?.section);
  }
  return facts.map((change) => {
    const { from, to, withSection } = change;
    const along = withSection && (from ? wentWith.has(from.section) : cameWith.has(to?.section));
    return { ...change, accepted: along || accepted.has(change) };
  });
}

function goneIn(
  { file, reading }: FileRecord,
  facts: readonly Change[],
  fingerprintOf: (change: Change) => string,
  values: boolean,
): Comparison['goneAcceptances'] {
  const { accepted } = reading.baseline;
  if (accepted.length === 0) return [];
  const present = new Set(facts.map(fingerprintOf));
  return accepted.flatMap((acceptance, index) => {
    // Nobody has looked for changed values unless they are asked for.
    if (present.has(acceptance.fingerprint) || (!values && acceptance.rule === 'value-changed')) return [];
    return [{ acceptance, at: placeIn(file, reading.places.accepted[index] ?? { start: 0, end: 0 }) }];
  });
}
