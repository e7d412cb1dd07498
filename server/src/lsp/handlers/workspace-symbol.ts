import { type SymbolInformation, SymbolKind, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { OutlineSymbol, Source } from '../../language/index.ts';
import type { Handler } from '../answer.ts';
import { toRange } from '../convert.ts';
import { allDefinitions } from '../workspace-sources.ts';

/** More of them nobody reads; whoever types on gets others. */
const mostSymbols = 500;

const kinds: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  callCenter: SymbolKind.Package,
  section: SymbolKind.Module,
  item: SymbolKind.Field,
};

/** Every call center, section and item of the workspace whose name or label has the letters asked for, in their order. */
export const workspaceSymbol: Handler<WorkspaceSymbolParams, SymbolInformation[] | null> = async (
  session,
  { query },
  token,
) => {
  const found: SymbolInformation[] = [];
  for (const source of await allDefinitions(session)) {
    if (token.isCancellationRequested || found.length >= mostSymbols) break;
    for (const symbol of session.service.outline(source)) gather(source, symbol, undefined, query, found);
  }
  return found.slice(0, mostSymbols);
};

function gather(
  source: Source,
  symbol: OutlineSymbol,
  container: string | undefined,
  query: string,
  found: SymbolInformation[],
): void {
  const { id, name: label } = symbol;
  const name = id === '' || id === label ? label : `${id} (${label})`;
  if (name !== '' && hasLetters(name, query)) {
    found.push({
      name,
      kind: kinds[symbol.kind],
      location: { uri: source.uri, range: toRange(source, symbol.selection) },
      ...(container !== undefined && { containerName: container }),
    });
  }
  for (const child of symbol.children)
    gather(source, child, container === undefined ? label : `${container} › ${label}`, query, found);
}

/** As editors filter: all letters of the query, in their order, whatever is between them. */
function hasLetters(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
