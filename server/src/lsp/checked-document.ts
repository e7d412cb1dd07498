import type { CancellationToken } from 'vscode-languageserver';
import { cancelled, type OpenDocument, openDocument, type Session } from './session.ts';

/** Milliseconds of work after which it gives way: less than a person notices behind a key. */
const stretch = 10;

/**
 * The document once all rules have looked at it, so that its findings and fixes are at hand. Whatever else the client asks
 * comes first, and with an edit the work begins anew on the new text; undefined when the document is not open any more.
 * @throws ResponseError `RequestCancelled` when the client no longer wants the answer.
 */
export async function checkedDocument(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<OpenDocument | undefined> {
  for (;;) {
    await session.turns.quiet();
    if (token.isCancellationRequested) throw cancelled();
    const opening = openDocument(session, uri, token);
    // What holds for it may have to be asked for, or to be read from a disk: meanwhile there is something to do.
    const source = session.documents.get(uri);
    // Where reading fails nobody waits for the other any more, and an error that nobody hears of would end the server.
    opening.catch(() => undefined);
    if (source) session.service.read(source);
    const open = await opening;
    if (!open) return undefined;
    const goesOn = () => {
      if (token.isCancellationRequested || session.documents.get(uri) !== open.source) return false;
      session.recent.used(open.source);
      return true;
    };
    if (await prepareInTurns(session, open, goesOn)) return open;
    if (token.isCancellationRequested) throw cancelled();
  }
}

/**
 * Lets all rules look at a document, a little at a time.
 * @param wanted asked whenever something else may have happened
 * @returns false when it is not wanted any more
 */
export async function prepareInTurns(
  { service, turns }: Session,
  { source, options }: OpenDocument,
  wanted: () => boolean,
): Promise<boolean> {
  let since = Date.now();
  for (const _ of service.prepare(source, options)) {
    if (Date.now() - since < stretch) continue;
    await turns.quiet();
    if (!wanted()) return false;
    since = Date.now();
  }
  return true;
}
