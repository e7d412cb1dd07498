import * as l10n from '@vscode/l10n';
import type { JSONSchema } from 'vscode-json-languageservice/lib/esm/jsonLanguageService.js';
import type { Catalog, ItemEntry } from '../../catalog/types.ts';
import { knownSettings } from '../../custom-settings/known.ts';
import type { Definition } from '../../model/definition.ts';
import { itemValue } from '../../model/flavour.ts';
import type { CompletionContext } from '../completion/context.ts';
import { type Suggestion, suggestions } from '../completion/suggestions.ts';
import { renderItem } from '../render-entry.ts';
import { shortKind } from '../render-kind.ts';
import { asSnippet } from './snippet.ts';

/** What a person is offered in `customSettings`: the keys, those first that an item has, and values for each. */
export function completionSchema(context: CompletionContext): JSONSchema {
  const { catalog, definition } = context;
  const isVoice = context.likely.every((flavour) => flavour === 'partnerTelephony' || flavour === 'amazonConnect');
  const rank = ({ name, section }: ItemEntry) => {
    if (section === undefined) return isVoice ? 0 : 2;
    return itemValueOf(definition, name) === undefined ? 3 : 1;
  };
  const entries = [...knownSettings(catalog)].sort((a, b) => rank(a) - rank(b));
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map((entry) => [entry.name, propertyOf(context, entry)])),
    defaultSnippets: [
      {
        label: l10n.t('the settings of the items'),
        markdownDescription: l10n.t('A JSON object with the items of reqGeneralInfo that Salesforce repeats here.'),
        bodyText: asSnippet(JSON.stringify(repeated(definition, catalog))),
      },
    ],
  };
}

/** What a person is told about the keys and those values that the catalog explains. */
export function hoverSchema(catalog: Catalog): JSONSchema {
  const properties = knownSettings(catalog).map((entry) => {
    const values = entry.value.kind === 'enum' ? entry.value.values : [];
    const schema: JSONSchema = {
      markdownDescription: renderItem(entry, catalog),
      ...(values.length > 0 && {
        enum: values.map(({ value }) => value),
        markdownEnumDescriptions: values.map(({ summary }) => l10n.t(summary)),
      }),
    };
    return [entry.name, schema] as const;
  });
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function propertyOf(context: CompletionContext, entry: ItemEntry): JSONSchema {
  const values = valuesFor(context, entry);
  const markdownDescription = renderItem(entry, context.catalog);
  const completionDetail =
    itemValueOf(context.definition, entry.name) === undefined ? shortKind(entry.value) : l10n.t('an item of this file');
  if (values.length === 0) return { type: 'string', markdownDescription, completionDetail };
  return {
    type: 'string',
    markdownDescription,
    completionDetail,
    enum: values.map(({ value }) => value),
    enumDetails: values.map(({ detail }) => detail),
    markdownEnumDescriptions: values.map(({ summary }) =>
      summary === undefined ? markdownDescription : `${l10n.t(summary)}\n\n${markdownDescription}`,
    ),
  };
}

/** The value of the item first: the two should agree. */
function valuesFor(context: CompletionContext, entry: ItemEntry): readonly Suggestion[] {
  const found = suggestions(context, entry);
  const own = itemValueOf(context.definition, entry.name);
  if (!own) return found;
  const known = found.find(({ value }) => value === own);
  const first: Suggestion = {
    ...(known ?? { kind: 'value', replace: false }),
    value: own,
    detail: l10n.t('the value of the item'),
  };
  return [first, ...found.filter(({ value }) => value !== own)];
}

function itemValueOf(definition: Definition, name: string): string | undefined {
  return itemValue(definition, 'reqGeneralInfo', name);
}

function repeated(definition: Definition, catalog: Catalog): Readonly<Record<string, string>> {
  const entries = catalog.itemsInCustomSettings.flatMap((name) => {
    const value = itemValueOf(definition, name);
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}
