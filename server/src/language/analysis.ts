import { type Comparison, compareWithImported, type Imported } from './baseline/compare.ts';
import type { Catalog, Flavour } from './catalog/types.ts';
import type { NumberingPlan } from './dialing/plans.ts';
import type { Definition } from './model/definition.ts';
import { type Interface, inferFlavour, inferInterface } from './model/flavour.ts';
import { definitionOf } from './model/read.ts';
import type { FindNamed, KnownDefinition, WorkspaceFacts } from './model/surroundings.ts';
import type { RuleContext } from './rules/define-rule.ts';
import { createItemValues, type ItemValues } from './rules/values.ts';
import type { DocumentOptions } from './service.ts';
import { isLargerThan } from './text/size.ts';
import type { Source } from './text/source.ts';

/** The flavour that holds for a definition: the one that a person chose, else what its content says. */
export function flavourOf(definition: Definition, options: DocumentOptions): Flavour | undefined {
  if (!definition.body) return undefined;
  return options.flavour ?? inferFlavour(definition);
}

export function interfaceOf(definition: Definition, flavour: Flavour | undefined): Interface | undefined {
  return flavour && inferInterface(definition, flavour);
}

/** Whether it has more bytes than are looked at in full while somebody edits. */
export function isLarge(source: Source, { largeFileSize }: DocumentOptions): boolean {
  return largeFileSize !== undefined && isLargerThan(source, largeFileSize);
}

/** What holds for all documents. */
export interface Knowledge {
  readonly catalog: Catalog;
  readonly plans: () => readonly NumberingPlan[];
  readonly findNamed: FindNamed;
}

/** What the rules see of a document; `undefined` when it is nobody's definition. */
export function contextOf(source: Source, options: DocumentOptions, knowledge: Knowledge): RuleContext | undefined {
  const definition = definitionOf(source);
  if (definition.form === 'none') return undefined;
  // The invented form has no items to judge by: it imitates Open CTI (reference, section 1, step 5).
  const flavour = flavourOf(definition, options) ?? 'openCti';
  return new DocumentContext(definition, flavour, options, knowledge);
}

/**
 * A class because of its getter. Each getter of an object literal is a shape of its own, which V8 keeps for long together
 * with all that the getter sees: every edit would leave its document behind.
 */
class DocumentContext implements RuleContext {
  readonly source: Source;
  readonly definition: Definition;
  readonly flavour: Flavour;
  readonly interface: Interface;
  readonly catalog: Catalog;
  readonly plans: () => readonly NumberingPlan[];
  readonly values: ItemValues;
  readonly large: boolean;
  readonly now: number | undefined;
  readonly facts: WorkspaceFacts | undefined;
  readonly imported: Imported | undefined;
  readonly #findNamed: FindNamed;
  readonly #asksForValues: boolean;
  #comparison: Comparison | undefined;
  #compared = false;

  constructor(definition: Definition, flavour: Flavour, options: DocumentOptions, knowledge: Knowledge) {
    const { source } = definition;
    const { catalog, plans, findNamed } = knowledge;
    this.source = source;
    this.definition = definition;
    this.flavour = flavour;
    this.interface = inferInterface(definition, flavour);
    this.catalog = catalog;
    this.plans = plans;
    this.values = createItemValues(source, definition, catalog);
    this.large = isLarge(source, options);
    this.now = options.now;
    this.facts = options.facts;
    this.imported = options.imported;
    this.#findNamed = findNamed;
    this.#asksForValues = asksForValues(options);
  }

  definitionsNamed(internalName: string): readonly KnownDefinition[] {
    return this.#findNamed(this.facts?.definitions ?? [], internalName);
  }

  get comparison(): Comparison | undefined {
    // A dozen rules ask; in a text whose structure is in doubt none of them does.
    if (!this.#compared && this.imported)
      this.#comparison = compareWithImported(this.definition, this.imported, this.catalog, this.#asksForValues);
    this.#compared = true;
    return this.#comparison;
  }
}

/** Values can be edited after the import, so a difference interests only those who say so. */
function asksForValues({ severities }: DocumentOptions): boolean {
  return (severities?.['value-changed'] ?? 'off') !== 'off';
}
