import { kindPattern } from '../catalog/kind-pattern.ts';
import type { Catalog, Flavour, ValueKind } from '../catalog/types.ts';
import type { FieldItem, FieldSet, FieldValue } from './field-set.ts';
import { valueFingerprint } from './fingerprint.ts';

/** The version of the file format that this program reads and writes. A change that older versions would misread is a new one. */
export const formatVersion = 1;

/**
 * What a baseline file says: the fields of one call center as Salesforce imported them, and the changes since then that
 * people accepted. Of values it holds what is closed (yes or no, one of a list, a number), of those of other platform
 * items a fingerprint; of own items and of secrets nothing.
 */
export interface Baseline {
  readonly internalName: string | undefined;
  readonly flavour: Flavour | undefined;
  readonly takenFrom: Origin;
  /** `YYYY-MM-DD`. */
  readonly importedOn: string;
  /** In the order in which Setup shows them. */
  readonly sections: readonly BaselineSection[];
  readonly accepted: readonly Acceptance[];
}

export interface BaselineSection {
  readonly name: string;
  readonly label: string | undefined;
  readonly items: readonly BaselineItem[];
}

export type BaselineItem = Omit<FieldItem, 'kind'>;

/**
 * What the fields were read from: the definition that the baseline lies beside, another definition, a revision of git, or
 * an org.
 */
export interface Origin {
  readonly kind: (typeof originKinds)[number];
  /** A path relative to the definition, a revision, a component: for people. Never a path that holds on one machine only. */
  readonly what: string;
}
export const originKinds = ['file', 'definition', 'git', 'org'] as const;

/** A change by what an acceptance of it says. */
export interface ChangeMark {
  readonly fingerprint: string;
  /** The kind of change, which is the id of its rule, too. */
  readonly rule: string;
  /** Run-time keys, `/section/item`: as imported, and now. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface Acceptance extends ChangeMark {
  readonly reason: string;
  /** A person's name. */
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

export interface Import {
  readonly takenFrom: Origin;
  /** `YYYY-MM-DD`. */
  readonly importedOn: string;
}

/**
 * The baseline of fields that were just imported: nothing of it is changed yet, so nothing is accepted. An origin that is
 * a whole path of this machine is cut to the name of the file.
 */
export function baselineOf(fields: FieldSet, { takenFrom, importedOn }: Import, catalog: Catalog): Baseline {
  return {
    internalName: fields.internalName,
    flavour: fields.flavour,
    takenFrom: { kind: takenFrom.kind, what: portable(takenFrom.what) },
    importedOn,
    sections: fields.sections.map(({ name: section, label, items }) => ({
      name: section,
      label,
      items: items.map(({ name, label, value }) => ({
        name,
        label,
        value: value && keptOf(value, catalog.item(section, name)?.value),
      })),
    })),
    accepted: [],
  };
}

/** The fields that a baseline tells of. What kind of value an item holds is in no file: it is what is known today. */
export function fieldSetOfBaseline({ internalName, flavour, sections }: Baseline, catalog: Catalog): FieldSet {
  return {
    internalName,
    flavour,
    sections: sections.map(({ name, label, items }) => ({
      name,
      label,
      items: items.map((item) => ({ ...item, kind: catalog.item(name, item.name)?.value.kind })),
    })),
  };
}

const closedKinds: readonly ValueKind['kind'][] = ['boolean', 'enum', 'pixels', 'milliseconds', 'integer'];

/** A value is kept as it is only where it is one of those that its kind allows: anything may stand at a wrong place. */
function keptOf(value: FieldValue, kind: ValueKind | undefined): FieldValue {
  if (!('text' in value)) return value;
  const closed = kind !== undefined && closedKinds.includes(kind.kind) && value.text.length <= longestClosedValue;
  return closed && kindPattern(kind)?.test(value.text) ? value : { fingerprint: valueFingerprint(value.text) };
}

/** Characters. `Classic_and_Lightning` has 21; a number with more digits is none of pixels or milliseconds. */
const longestClosedValue = 24;

function portable(what: string): string {
  return /^(?:[/\\]|[A-Za-z]:[/\\]|[a-z][\w+.-]*:\/\/)/.test(what) ? what.replace(/^.*[/\\]/s, '') : what;
}
