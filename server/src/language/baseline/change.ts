/**
 * One difference between the field set that was imported and the present one: a fact, not a judgement. Every fact about a
 * section or item names both places it concerns.
 */
export interface Change {
  readonly kind: ChangeKind;
  /** Where it stands in the imported field set; undefined for what was added, and for the definition as a whole. */
  readonly from: FieldPlace | undefined;
  /** Where it stands in the present field set; undefined for what was removed, and for the definition as a whole. */
  readonly to: FieldPlace | undefined;
  /** What was imported and what is there now, for `*-changed`: a label, a place (from 0), a value, a flavour, a name. */
  readonly was?: string | undefined;
  readonly now?: string | undefined;
  /** How sure it is that both places are the same field, from 0 to 1: below 1 only where a name differs, its section's too. */
  readonly confidence: number;
  /**
   * For an item: it came, went or moved only because its section was added, removed or renamed, so that the fact about
   * the section tells it.
   */
  readonly withSection: boolean;
}

/**
 * `item-moved`: to another section; its name may differ as well. A section that was renamed takes its items along: they
 * have another run-time key all the same, so each is told as moved `withSection`, or as renamed where its own name differs.
 */
export const changeKinds = [
  'section-added',
  'section-removed',
  'section-renamed',
  'item-added',
  'item-removed',
  'item-renamed',
  'item-moved',
  'label-changed',
  'order-changed',
  'value-changed',
  'flavour-changed',
  'internal-name-changed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A section or an item of a field set by its place in there, since names may occur twice. Both counts from 0. */
export interface FieldPlace {
  readonly section: number;
  /** Undefined for the section itself. */
  readonly item: number | undefined;
}

/** Whether a change is one of the field set itself, which an import freezes: fields that came, went, or have other keys. */
export function isFieldSetChange({ kind }: Change): boolean {
  return /^(?:section|item)-(?:added|removed|renamed|moved)$/.test(kind);
}
