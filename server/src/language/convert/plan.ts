/**
 * A definition as plain data, ready to be written down in either form. A comment is what stands between `<!--` and
 * `-->`, blanks included; it holds no `--` and does not end with `-`.
 */
export interface DefinitionPlan {
  /** Before the root. */
  readonly comments?: readonly string[];
  /** In list order: it becomes `sortOrder` in the import form, and is kept by the order of elements in the other one. */
  readonly sections: readonly SectionPlan[];
  /** Behind the last section. */
  readonly trailing?: readonly string[];
  /** Behind the root. */
  readonly after?: readonly string[];
}

export interface SectionPlan {
  readonly name: string;
  readonly label?: string;
  /** On lines of their own before the section. */
  readonly comments?: readonly string[];
  readonly items: readonly ItemPlan[];
  /** Behind the last item. */
  readonly trailing?: readonly string[];
}

export interface ItemPlan {
  readonly name: string;
  readonly label?: string;
  /** Written as it is: a reader gets these characters back, no more and no fewer. */
  readonly value: string;
  /** On lines of their own before the item. */
  readonly comments?: readonly string[];
}

/** What the metadata form has beside its sections, in the order in which Salesforce writes it (reference, section 7). */
export interface MetadataPlan extends DefinitionPlan {
  readonly adapterUrl?: string;
  /** JSON. */
  readonly customSettings?: string;
  readonly displayName: string;
  readonly displayNameLabel: string;
  readonly internalNameLabel: string;
}

/** A comment of one line, between blanks. */
export function remark(text: string): string {
  return ` ${text} `;
}
