import type { RenameFile, RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver';
import type { Handler } from '../answer.ts';
import type { Session } from '../session.ts';

/**
 * The baselines of definitions that are renamed or moved go along: they are named after them, and what was imported would
 * be forgotten without a word. Of folders nothing is said: what lies beside a definition moves with it anyway.
 */
export const willRenameFiles: Handler<RenameFilesParams, WorkspaceEdit | null> = async (session, { files }) => {
  const leaving = new Set(files.map(({ oldUri }) => oldUri));
  const moves = new Map<string, string>();
  for (const { oldUri, newUri } of files) {
    // Under another ending it is put aside; its fields stay those of the name that it had.
    if (!/\.(?:xml|callcenter)$/i.test(newUri)) continue;
    const [from, to] = await Promise.all([session.imports.place(oldUri), session.imports.place(newUri)]);
    if (from === undefined || to === undefined || from === to) continue;
    // A person moves it, too, or it has gone along with the other form.
    if (leaving.has(from) || moves.has(from)) continue;
    const stays =
      !(await isThere(session, from)) || (await isThere(session, to)) || (await isOfOther(session, from, leaving));
    if (!stays) moves.set(from, to);
  }
  if (moves.size === 0) return null;
  return {
    documentChanges: [...moves].map(([from, to]): RenameFile => ({ kind: 'rename', oldUri: from, newUri: to })),
  };
};

async function isThere({ files }: Session, uri: string): Promise<boolean> {
  return (await files?.read(uri)) !== undefined;
}

/** Both forms of a call center in one folder have one baseline: it stays with the one that stays. */
async function isOfOther(
  { definitions, imports }: Session,
  baseline: string,
  leaving: ReadonlySet<string>,
): Promise<boolean> {
  const staying = (await definitions.all()).filter((uri) => !leaving.has(uri));
  const places = await Promise.all(staying.map((uri) => imports.place(uri)));
  return places.includes(baseline);
}
