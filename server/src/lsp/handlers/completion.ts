import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import type { Completion, CompletionKind, Source } from '../../language/index.ts';
import type { Handler } from '../answer.ts';
import type { completionTriggers } from '../capabilities.ts';
import type { ClientFacts } from '../client-facts.ts';
import { toOffset, toRange, toTextEdits } from '../convert.ts';
import { openDocument } from '../session.ts';

/** Milliseconds that a completion waits for the workspace's files; later ones find them ready. */
const factsPatience = 400;

type Trigger = (typeof completionTriggers)[number];

/**
 * The kinds of answer that a person can want who just typed a character after which an editor asks by itself. Behind a `>` that closes something, for instance, a list of elements would swallow the next Enter.
 */
const wantedAfter: Readonly<Record<string, readonly CompletionKind[]>> = {
  '<': ['element', 'section', 'item', 'closeTag', 'template'],
  '/': ['closeTag'],
  ' ': ['attribute'],
  '"': ['section', 'item', 'value', 'enumMember', 'file'],
  "'": ['section', 'item', 'value', 'enumMember', 'file'],
  '>': ['value', 'enumMember', 'file'],
  // See `settingsTriggers`.
  ';': [],
} satisfies Readonly<Record<Trigger, readonly CompletionKind[]>>;

/** Those that count in the JSON of `customSettings`: its beginning, and a quote, be it written `&quot;`. */
const settingsTriggers: readonly string[] = ['>', '"', ';'];

export const completion: Handler<CompletionParams, CompletionList | null> = async (session, params, token) => {
  const { facts, complete } = await session.facts.current(factsPatience);
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  const { source, options } = open;
  const offset = toOffset(source, params.position);
  const typed = typedCharacter(params);
  const inSettings = session.service.settingsCompletions(source, offset, facts, options);
  if (inSettings && typed !== undefined && !settingsTriggers.includes(typed)) return null;
  const found = inSettings ? await inSettings : session.service.completions(source, offset, facts, options);
  const wanted = inSettings || typed === undefined ? undefined : wantedAfter[typed];
  const items = wanted ? found.filter((candidate) => wanted.includes(candidate.kind)) : found;
  return { isIncomplete: !complete, items: items.map((item) => toItem(session.client, source, item)) };
};

/** The character that made the editor ask by itself. */
function typedCharacter({ context }: CompletionParams): string | undefined {
  return context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
}

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  element: CompletionItemKind.Struct,
  attribute: CompletionItemKind.Property,
  section: CompletionItemKind.Module,
  item: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  enumMember: CompletionItemKind.EnumMember,
  file: CompletionItemKind.File,
  template: CompletionItemKind.Snippet,
  closeTag: CompletionItemKind.Property,
  key: CompletionItemKind.Property,
};

function toItem(client: ClientFacts, source: Source, completion: Completion): CompletionItem {
  const { detail, documentation } = completion;
  return {
    label: completion.label,
    kind: kinds[completion.kind],
    // As the label's description an editor shows it beside every entry, not only beside the one that is selected.
    ...(detail !== '' && (client.labelDetails ? { labelDetails: { description: detail } } : { detail })),
    ...(documentation !== '' && {
      documentation: client.markdownDocumentation ? { kind: MarkupKind.Markdown, value: documentation } : documentation,
    }),
    sortText: completion.sortText,
    filterText: completion.filterText,
    // An element comes with the indentation of its place; an editor that adds its own would indent it twice.
    ...(client.keepsIndentation && { insertTextMode: InsertTextMode.asIs }),
    insertTextFormat: client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: toRange(source, completion.replace),
      newText: client.snippets ? completion.snippet : completion.plain,
    },
    ...(completion.additional.length > 0 && { additionalTextEdits: toTextEdits(source, completion.additional) }),
    ...(completion.preselect && client.preselects && { preselect: true }),
  };
}
