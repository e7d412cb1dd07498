import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  createSource,
  decoded,
  fileNameOf,
  type KeyUse,
  keyPlaces,
  type Rewritten,
  searchCode,
} from '../../language/index.ts';
import type { DocumentParams } from '../../protocol/document.ts';
import type { BaselineFile, BaselineText, ChangeBaselineParams, ImportedText } from '../../protocol/imported.ts';
import type { Handler } from '../answer.ts';
import { type OpenDocument, openDocument, type Session } from '../session.ts';
import { twinOf } from '../twin.ts';

/** Where the baseline of a document is, and what could be one. */
export const baselineFile: Handler<DocumentParams, BaselineFile | null> = async (session, { uri }, token) => {
  const open = await openDocument(session, uri, token);
  if (!open) return null;
  const place = await session.imports.place(uri);
  await session.definitions.all();
  const twin = twinOf(session, uri);
  return { ...(place !== undefined && { uri: place }), ...(twin !== undefined && { twin }) };
};

/**
 * The new text of a baseline file. The client writes it: it knows whether the file is still as it was.
 * @throws ResponseError `InvalidParams` for a change that does not exist: what came out for it would be written, too.
 */
export const changeBaseline: Handler<ChangeBaselineParams, BaselineText | null> = async (session, params, token) => {
  if (!isChange(params.change) || !isText(params.present ?? ''))
    throw new ResponseError(ErrorCodes.InvalidParams, 'change is none that a baseline knows');
  const open = await openDocument(session, params.uri, token);
  if (!open) return null;
  const result = rewritten(session, open, params);
  return result.kind === 'written' ? { kind: 'text', text: result.text } : result;
};

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isChange(given: Partial<ChangeBaselineParams['change']> | null | undefined): boolean {
  if (given?.kind === 'mark') {
    const { from, on } = given;
    const known = from === undefined || ['definition', 'git', 'org'].includes(from?.kind);
    return known && [...(from ? [from.text, from.what] : []), on].every(isText);
  }
  if (given?.kind === 'accept') {
    const { fingerprints, reason, by, on } = given;
    const known = fingerprints === undefined || (Array.isArray(fingerprints) && fingerprints.every(isText));
    return known && [reason, by, on].every(isText);
  }
  return given?.kind === 'prune';
}

function rewritten({ service }: Session, { source, options }: OpenDocument, params: ChangeBaselineParams): Rewritten {
  const { change } = params;
  const present = params.present ?? undefined;
  if (change.kind === 'mark') {
    const { from, on } = change;
    const takenFrom = from
      ? { kind: from.kind, what: from.what }
      : ({ kind: 'file', what: fileNameOf(source.uri) } as const);
    const fields = from ? createSource(source.uri, 0, from.text) : source;
    return service.markImported(source, present, { takenFrom, importedOn: on }, fields);
  }
  if (present === undefined) {
    throw new ResponseError(ErrorCodes.InvalidParams, 'only what is written down as imported can have changes');
  }
  if (change.kind === 'accept') {
    const { fingerprints, reason, by, on } = change;
    return service.acceptChanges(source, present, fingerprints, { reason, by, on }, options);
  }
  return service.pruneAcceptances(source, present, options);
}

/** The left side of a comparison. */
export const importedText: Handler<DocumentParams, ImportedText | null> = async (session, { uri }, token) => {
  const open = await openDocument(session, uri, token);
  if (!open) return null;
  const text = session.service.importedText(open.source, open.options);
  const report = session.service.changes(open.source, open.options);
  return text === undefined || !report ? null : { text, title: report.title };
};

/** Markdown. */
export const reimportPlan: Handler<DocumentParams, string | null> = async (session, { uri }, token) => {
  const open = await openDocument(session, uri, token);
  const report = open && session.service.changes(open.source, open.options);
  if (!open || !report) return null;
  const gone = new Set(report.changes.flatMap(({ from, to }) => (from !== undefined && from !== to ? [from] : [])));
  const uses = await usesOf(session, [...gone], () => token.isCancellationRequested);
  return session.service.reimportPlan(open.source, uses, open.options) ?? null;
};

/** Where code of the workspace reads these keys. */
async function usesOf(session: Session, keys: readonly string[], cancelled: () => boolean): Promise<readonly KeyUse[]> {
  if (!session.files || keys.length === 0) return [];
  const placesIn = (text: string, key: string) => {
    const [, section = '', item] = key.split('/');
    return keyPlaces(text, { section, item });
  };
  const found = await searchCode(session.files, (text) => keys.flatMap((key) => placesIn(text, key)), cancelled);
  const files = [...new Set(found.map(({ source }) => source))];
  return keys.flatMap((key): KeyUse[] => {
    const places = files.flatMap((source) =>
      placesIn(source.text, key).map(({ start }) => ({
        path: shortPath(session, source.uri),
        line: source.positionAt(start).line,
      })),
    );
    return places.length > 0 ? [{ key, places }] : [];
  });
}

/** A file's path below its folder of the workspace. */
function shortPath({ roots }: Session, uri: string): string {
  const root = [...roots].find((folder) => uri.startsWith(`${folder}/`));
  return decoded(root === undefined ? uri : uri.slice(root.length + 1));
}
