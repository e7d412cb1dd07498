import { type Comparison, compareWithImported } from './baseline/compare.ts';
import type { Catalog, Flavour } from './catalog/types.ts';
import type { NumberingPlan } from './dialing/plans.ts';
import type { Definition } from './model/definition.ts';
import { type Interface, inferFlavour, inferInterface } from './model/flavour.ts';
import { definitionOf } from './model/read.ts';
import type { RuleContext } from './rules/define-rule.ts';
import { createItemValues } from './rules/values.ts';
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

/** What holds for all documents. */
export interface Knowledge {
  readonly catalog: Catalog;
  readonly plans: () => readonly NumberingPlan[];
}

/** What the rules see of a document; `undefined` when it is nobody's definition. */
export function contextOf(
  source: Source,
  options: DocumentOptions,
  { catalog, plans }: Knowledge,
): RuleContext | undefined {
  const definition = definitionOf(source);
  if (definition.form === 'none') return undefined;
  // The invented form has no items to judge by: it imitates Open CTI (reference, section 1, step 5).
  const flavour = flavourOf(definition, options) ?? 'openCti';
  const { now, facts, imported } = options;
  let comparison: Comparison | undefined;
  let compared = false;
  return {
    source,
    definition,
    flavour,
    interface: inferInterface(definition, flavour),
    catalog,
    plans,
    values: createItemValues(source, definition, catalog),
    large: options.largeFileSize !== undefined && isLargerThan(source, options.largeFileSize),
    now,
    facts,
    imported,
    get comparison() {
      // A dozen rules ask; in a text whose structure is in doubt none of them does.
      if (!compared && imported)
        comparison = compareWithImported(definition, imported, catalog, asksForValues(options));
      compared = true;
      return comparison;
    },
  };
}

/** Values can be edited after the import, so a difference interests only those who say so. */
function asksForValues({ severities }: DocumentOptions): boolean {
  return (severities?.['value-changed'] ?? 'off') !== 'off';
}
