import * as l10n from '@vscode/l10n';
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { FilePlace, KeyAt } from '../../language/index.ts';
import type { Handler } from '../answer.ts';
import { toOffset, toRange } from '../convert.ts';
import { placesOfKey } from '../key-places.ts';
import { openDocument, type Session } from '../session.ts';

type Named = { readonly range: Range; readonly placeholder: string };

/** @throws ResponseError `RequestFailed` where nothing can be renamed, with the reason. */
export const prepareRename: Handler<PrepareRenameParams, Named | null> = async (session, params, token) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  const found = open && session.service.keyAt(open.source, toOffset(open.source, params.position));
  if (!open || !found) return null;
  refusePlatformNames(found);
  return { range: toRange(open.source, found.at), placeholder: open.source.text.slice(found.at.start, found.at.end) };
};

/**
 * Renames a section or item of somebody's own: in its definition, in the other form of that, and in the keys that code
 * reads it by, which a person confirms one by one.
 * @throws ResponseError `RequestFailed` for a name that is none or is taken, and for names of the platform
 */
export const rename: Handler<RenameParams, WorkspaceEdit | null> = async (session, params, token) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  const found = open && session.service.keyAt(open.source, toOffset(open.source, params.position));
  if (!open || !found) return null;
  refusePlatformNames(found);
  const { newName } = params;
  const reason = session.service.nameTrouble(open.source, found.key, newName);
  if (reason !== undefined) throw refusal(reason);
  const places = await placesOfKey(session, open.source, found.key, () => token.isCancellationRequested);
  return toEdit(session, places.definitions, places.code, newName);
};

function refusePlatformNames({ renamable, key }: KeyAt): void {
  if (renamable) return;
  const name = key.item ?? key.section;
  throw refusal(l10n.t('{0} is a name of the platform: under another name it would mean nothing.', name));
}

function refusal(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

const inCode = 'code';

function toEdit(
  { client, documents }: Session,
  definitions: readonly FilePlace[],
  code: readonly FilePlace[],
  newText: string,
): WorkspaceEdit {
  const edits = ({ source, at }: FilePlace) => ({ range: toRange(source, at), newText });
  if (!client.versionedEdits) {
    const changes: Record<string, ReturnType<typeof edits>[]> = {};
    for (const place of [...definitions, ...code]) {
      const { uri } = place.source;
      changes[uri] = [...(changes[uri] ?? []), edits(place)];
    }
    return { changes };
  }
  const annotated = client.changeAnnotations ? { annotationId: inCode } : {};
  const byFile = new Map<string, { range: Range; newText: string }[]>();
  const add = (place: FilePlace, more: object) => {
    const { uri } = place.source;
    byFile.set(uri, [...(byFile.get(uri) ?? []), { ...edits(place), ...more }]);
  };
  for (const place of definitions) add(place, {});
  for (const place of code) add(place, annotated);
  return {
    documentChanges: [...byFile].map(([uri, list]) => ({
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits: list,
    })),
    ...(client.changeAnnotations &&
      code.length > 0 && {
        changeAnnotations: {
          [inCode]: {
            label: l10n.t('Run-time keys in code'),
            needsConfirmation: true,
            description: l10n.t('The code may belong to another call center that has the same key.'),
          },
        },
      }),
  };
}
