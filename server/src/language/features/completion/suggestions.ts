import * as l10n from '@vscode/l10n';
import type { ItemEntry } from '../../catalog/types.ts';
import { flavours } from '../../catalog/types.ts';
import { itemValue } from '../../model/flavour.ts';
import type { CompletionKind } from '../../service/editing.ts';
import type { CompletionContext } from './context.ts';

/** A value that an item may have. */
export interface Suggestion {
  readonly value: string;
  readonly kind: CompletionKind;
  readonly detail: string;
  /** What the value means, English; shown through l10n. */
  readonly summary?: string;
  /** True for an example: the author puts something else in its place. */
  readonly replace: boolean;
}

/** Values for an item of the catalog, the likeliest first and each once. Nothing for certificates and secrets. */
export function suggestions(context: CompletionContext, entry: ItemEntry): readonly Suggestion[] {
  const seen = new Set<string>();
  const must = prescribed(context, entry);
  const sure = must.length > 0 && context.likely.length === 1;
  const all = sure ? must : [...byKind(context, entry), ...must, ...examples(context, entry)];
  return all.filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value));
}

function byKind(context: CompletionContext, entry: ItemEntry): readonly Suggestion[] {
  const { value } = entry;
  switch (value.kind) {
    case 'boolean':
      return firstOf(['true', 'false'], usual(context, entry)).map((one) => fixed(one, 'enumMember', ''));
    case 'enum': {
      const { values } = value;
      const names = values.map((one) => one.value);
      return firstOf(names, usual(context, entry)).map((name) => ({
        ...fixed(name, 'enumMember', name === entry.default ? l10n.t('default') : ''),
        summary: values.find((one) => one.value === name)?.summary ?? entry.summary,
      }));
    }
    case 'pixels':
      return [
        ...typical(context, entry).map((size) => fixed(size, 'value', l10n.t('a usual size'))),
        fixed(String(value.min), 'value', l10n.t('the smallest in Lightning Experience')),
        fixed(String(value.max), 'value', l10n.t('the largest in Lightning Experience')),
      ];
    case 'url':
      return value.allowRelative
        ? context.facts.visualforcePages.map((page) =>
            fixed(`/apex/${page}`, 'file', l10n.t('Visualforce page of the workspace')),
          )
        : [];
    case 'vendorApiName':
      return context.facts.vendorApiNames.map((name) => fixed(name, 'file', l10n.t('vendor of the workspace')));
    case 'dialPrefix':
      return value.typical.map((prefix) => fixed(prefix, 'value', l10n.t('usual')));
    default:
      return [];
  }
}

/** What a flavour that the file may be of does not leave to the author: Amazon Connect has one vendor. */
function prescribed({ likely, catalog }: CompletionContext, entry: ItemEntry): readonly Suggestion[] {
  return flavours.flatMap((flavour) => {
    const value = entry.prescribed?.[flavour];
    if (value === undefined || !likely.includes(flavour)) return [];
    return [fixed(value, 'value', l10n.t('prescribed for {0}', l10n.t(catalog.flavourInfo[flavour].title)))];
  });
}

/** The default, the value of the item that this one repeats, and an example where nothing better is known. */
function examples(context: CompletionContext, entry: ItemEntry): readonly Suggestion[] {
  const { value } = entry;
  if (value.kind === 'certificate' || value.kind === 'secret') return [];
  if (value.kind === 'boolean' || value.kind === 'enum' || value.kind === 'dialPrefix') return [];
  const other = entry.sameValueAs && itemValue(context.definition, entry.section ?? '', entry.sameValueAs);
  const same = other && !/[\r\n]/.test(other) ? other : undefined;
  return [
    ...(same ? [fixed(same, 'value', l10n.t('the value of {0}', entry.sameValueAs ?? ''))] : []),
    ...(entry.default === undefined ? [] : [fixed(entry.default, 'value', l10n.t('default'))]),
    ...typical(context, entry).map((text) => ({ ...fixed(text, 'value', l10n.t('example')), replace: true })),
  ];
}

/** What the catalog shows as an example for the likeliest flavour. */
function typical({ likely }: CompletionContext, entry: ItemEntry): readonly string[] {
  const own = likely.map((flavour) => entry.exampleFor?.[flavour]).find((text) => text !== undefined);
  const text = own ?? entry.example;
  return text === undefined ? [] : [text];
}

/** What a new definition has there. */
function usual({ likely }: CompletionContext, entry: ItemEntry): string | undefined {
  const started = likely.map((flavour) => entry.starter?.[flavour]?.value).find((text) => text !== undefined);
  return started ?? entry.example ?? entry.default;
}

function firstOf(all: readonly string[], first: string | undefined): readonly string[] {
  return [...all].sort((a, b) => Number(b === first) - Number(a === first));
}

function fixed(value: string, kind: CompletionKind, detail: string): Suggestion {
  return { value, kind, detail, replace: false };
}
