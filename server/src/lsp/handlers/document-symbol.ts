import * as l10n from '@vscode/l10n';
import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { OutlineSymbol, Source } from '../../language/index.ts';
import type { Handler } from '../answer.ts';
import { toRange } from '../convert.ts';
import { openDocument } from '../session.ts';

type Symbols = DocumentSymbol[] | SymbolInformation[] | null;

const kinds: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  callCenter: SymbolKind.Package,
  section: SymbolKind.Module,
  item: SymbolKind.Field,
};

export const documentSymbol: Handler<DocumentSymbolParams, Symbols> = async (session, params, token) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  const outline = session.service.outline(open.source, open.options);
  if (session.client.hierarchicalSymbols) return outline.map((symbol) => toTree(open.source, symbol));
  return outline.flatMap((symbol) => toList(open.source, symbol, undefined));
};

/** Editors refuse symbols without a name. */
const nameOf = (symbol: OutlineSymbol): string => (symbol.name.trim() === '' ? l10n.t('(no name)') : symbol.name);

function toTree(source: Source, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: nameOf(symbol),
    ...(symbol.detail !== '' && { detail: symbol.detail }),
    kind: kinds[symbol.kind],
    range: toRange(source, symbol.span),
    selectionRange: toRange(source, symbol.selection),
    children: symbol.children.map((child) => toTree(source, child)),
  };
}

function toList(source: Source, symbol: OutlineSymbol, parent: string | undefined): SymbolInformation[] {
  const name = nameOf(symbol);
  const own: SymbolInformation = {
    name,
    kind: kinds[symbol.kind],
    location: { uri: source.uri, range: toRange(source, symbol.span) },
    ...(parent !== undefined && { containerName: parent }),
  };
  return [own, ...symbol.children.flatMap((child) => toList(source, child, name))];
}
