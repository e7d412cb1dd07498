import { readSources, type Source } from '../language/index.ts';
import type { Session } from './session.ts';

/** Every definition of the workspace, by URI: open ones as they are in the editor, the others as they are on the disk. */
export async function allDefinitions({ definitions, documents, files }: Session): Promise<readonly Source[]> {
  const uris = await definitions.all();
  const open = uris.flatMap((uri) => documents.get(uri) ?? []);
  const closed = files
    ? await readSources(
        files,
        uris.filter((uri) => !documents.get(uri)),
      )
    : [];
  return [...open, ...closed].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** The definitions of one call center, in either form, `source` itself among them. */
export async function definitionsOfSameCenter(session: Session, source: Source): Promise<readonly Source[]> {
  const known = session.definitions.known();
  const name = known.find(({ uri }) => uri === source.uri)?.internalName;
  const uris = new Set(known.filter(({ internalName }) => internalName === name).map(({ uri }) => uri));
  if (name === undefined || uris.size < 2) return [source];
  const others = (await allDefinitions(session)).filter(({ uri }) => uris.has(uri) && uri !== source.uri);
  return [source, ...others];
}
