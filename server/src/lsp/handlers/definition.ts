import type { DefinitionParams, Location } from 'vscode-languageserver';
import { type FilePlace, findPages, findVendors, namePlace, type Source } from '../../language/index.ts';
import type { Handler } from '../answer.ts';
import { toOffset, toRange } from '../convert.ts';
import { openDocument, type Session } from '../session.ts';
import { definitionsOfSameCenter } from '../workspace-sources.ts';

/** From a value to the file that it names, and from a call center to its other form. */
export const definition: Handler<DefinitionParams, Location[] | null> = async (session, params, token) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  const target = open && session.service.target(open.source, toOffset(open.source, params.position));
  if (!open || !target) return null;
  const { files } = session;
  switch (target.kind) {
    case 'page': {
      const top = { line: 0, character: 0 };
      const uris = files ? await findPages(files, target.name) : [];
      return uris.map((uri) => ({ uri, range: { start: top, end: top } }));
    }
    case 'vendor':
      return files ? (await findVendors(files, target.apiName)).map(toLocation) : [];
    case 'twin':
      return twins(session, open.source, target.form);
  }
};

async function twins(session: Session, source: Source, form: 'import' | 'metadata'): Promise<Location[]> {
  await session.definitions.all();
  const bodies = new Map(session.definitions.known().map(({ uri, body }) => [uri, body]));
  const all = await definitionsOfSameCenter(session, source);
  return all
    .filter(({ uri }) => uri !== source.uri && bodies.get(uri) === form)
    .map((twin) => toLocation(namePlace(twin)));
}

function toLocation({ source, at }: FilePlace): Location {
  return { uri: source.uri, range: toRange(source, at) };
}
