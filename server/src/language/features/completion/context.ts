import type { Catalog, Flavour } from '../../catalog/types.ts';
import type { Definition } from '../../model/definition.ts';
import type { WorkspaceFacts } from '../../service.ts';
import type { Source } from '../../text/source.ts';

/** What every kind of offer is made from. */
export interface CompletionContext {
  readonly source: Source;
  readonly offset: number;
  readonly definition: Definition;
  readonly catalog: Catalog;
  readonly facts: WorkspaceFacts;
  /** The flavours that the file may be of, at least one; the first is the best guess. */
  readonly likely: readonly Flavour[];
}
