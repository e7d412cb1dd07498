import {
  ClientCapabilities,
  CompletionItemKind,
  getLanguageService,
  type JSONSchema,
  MarkupContent,
  type Range,
  TextDocument,
} from 'vscode-json-languageservice/lib/esm/jsonLanguageService.js';
import type { Span } from '../../text/span.ts';
import { withoutStops } from './snippet.ts';

/** Something that may be written in JSON. Offsets count in its text. */
export interface JsonOffer {
  readonly isKey: boolean;
  readonly label: string;
  /** The key or value as JSON: what is typed is compared with it. */
  readonly json: string;
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  readonly replace: Span;
  /** A snippet in LSP syntax. */
  readonly snippet: string;
}

export interface JsonHover {
  readonly at: Span;
  readonly markdown: string;
}

/** What the schema lets stand at an offset. */
export async function completeJson(text: string, offset: number, schema: JSONSchema): Promise<readonly JsonOffer[]> {
  const { service, document, json } = open(text, schema);
  const list = await service.doComplete(document, document.positionAt(offset), json);
  return (list?.items ?? []).flatMap((item) => {
    const edit = item.textEdit;
    if (!edit || !('range' in edit)) return [];
    // The label of a long value is cut, and has quotes.
    const value = item.filterText === undefined ? withoutStops(edit.newText).replace(/,$/, '') : undefined;
    return {
      isKey: item.kind === CompletionItemKind.Property,
      label: value?.startsWith('"') ? String(JSON.parse(value)) : item.label,
      json: value ?? item.filterText ?? item.label,
      detail: item.detail ?? '',
      documentation: MarkupContent.is(item.documentation) ? item.documentation.value : (item.documentation ?? ''),
      replace: spanOf(document, edit.range),
      snippet: edit.newText,
    };
  });
}

/** What the schema says of the key or value at an offset. */
export async function hoverJson(text: string, offset: number, schema: JSONSchema): Promise<JsonHover | undefined> {
  const { service, document, json } = open(text, schema);
  const hover = await service.doHover(document, document.positionAt(offset), json);
  if (!hover?.range) return undefined;
  const parts = [hover.contents].flat().map((part) => (typeof part === 'string' ? part : part.value));
  const markdown = parts.filter((part) => part !== '').join('\n\n');
  return markdown === '' ? undefined : { at: spanOf(document, hover.range), markdown };
}

/** A service for one question: what the schema offers depends on the document. Nothing is read from anywhere. */
function open(text: string, schema: JSONSchema) {
  const service = getLanguageService({ clientCapabilities: ClientCapabilities.LATEST });
  const uri = 'file:///custom-settings.json';
  service.configure({ validate: false, schemas: [{ uri: 'file:///schema.json', fileMatch: [uri], schema }] });
  const document = TextDocument.create(uri, 'json', 0, text);
  return { service, document, json: service.parseJSONDocument(document) };
}

function spanOf(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
