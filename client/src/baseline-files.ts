import * as vscode from 'vscode';
import type { DocumentParams } from '../../server/src/protocol/document.ts';
import type { BaselineFile, BaselineText, ChangeBaselineParams } from '../../server/src/protocol/imported.ts';
import { methods } from '../../server/src/protocol.ts';
import type { App } from './app.ts';

/** Kinds of changes in the protocol: see `FileChangeType` there. */
const created = 1;
const changed = 2;

/** How often a file that somebody else writes at the same time is read again. */
const mostTries = 5;

/** The definition that a command is about: the one that it was called for, else the one in the active editor. */
export async function subject(app: App, resources: readonly vscode.Uri[]): Promise<vscode.TextDocument | undefined> {
  const [given] = resources;
  const document = given ? await vscode.workspace.openTextDocument(given) : vscode.window.activeTextEditor?.document;
  if (!document || !app.definitions.wanted(document)) {
    await vscode.window.showInformationMessage(
      given
        ? vscode.l10n.t('This is no call center definition.')
        : vscode.l10n.t('Open a call center definition first.'),
    );
    return undefined;
  }
  await app.server.sync(document);
  return document;
}

/** The same for a command that is going to write the baseline file: undefined, too, where nothing can be written. */
export async function subjectToWriteFor(
  app: App,
  resources: readonly vscode.Uri[],
): Promise<vscode.TextDocument | undefined> {
  const document = await subject(app, resources);
  const place = document && (await baselineFileOf(app, document)).uri;
  if (place === undefined) return document;
  const file = vscode.Uri.parse(place);
  if (vscode.workspace.fs.isWritableFileSystem(file.scheme) !== false) return document;
  await refuse(
    file,
    vscode.l10n.t(
      'The files of this folder can be read only. Open it where they can be written, as on a machine with a clone of it.',
    ),
  );
  return undefined;
}

/** Where the baseline of a definition is, and what could be one. */
export async function baselineFileOf(app: App, document: vscode.TextDocument): Promise<BaselineFile> {
  const params: DocumentParams = { uri: document.uri.toString() };
  const client = await app.server.client();
  return (await client.sendRequest<BaselineFile | null>(methods.baselineFile, params)) ?? {};
}

/**
 * Changes the baseline file of a definition, or says why that cannot be. Nothing is lost: the change is made in the text
 * that is on the disk, the file is replaced as a whole, and where somebody else wrote meanwhile it is all done again.
 * @returns the file that was written; undefined where none was
 */
export async function changeBaseline(
  app: App,
  document: vscode.TextDocument,
  change: ChangeBaselineParams['change'],
): Promise<vscode.Uri | undefined> {
  const { uri: place } = await baselineFileOf(app, document);
  if (place === undefined) {
    await vscode.window.showWarningMessage(vscode.l10n.t('Save the definition first: its baseline lies beside it.'));
    return undefined;
  }
  const file = vscode.Uri.parse(place);
  if (vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.toString() === file.toString())) {
    await refuse(file, vscode.l10n.t('It is open and has changes that are not saved. Save it, or revert it.'));
    return undefined;
  }
  const client = await app.server.client();
  for (let tries = 0; tries < mostTries; tries++) {
    try {
      const present = await textOf(file);
      const params: ChangeBaselineParams = { uri: document.uri.toString(), present: present ?? null, change };
      const answer = await client.sendRequest<BaselineText | null>(methods.changeBaseline, params);
      if (!answer) {
        await refuse(file, vscode.l10n.t('The output "Call Center Definitions" says why.'));
        return undefined;
      }
      if (answer.kind === 'refused') {
        await refuse(file, answer.reason);
        return undefined;
      }
      if (await replace(file, present, answer.text)) {
        // Who watches the folder will say so too, but may be late: a person sees at once what has come of it.
        const changes = [{ uri: file.toString(), type: present === undefined ? created : changed }];
        await client.sendNotification('workspace/didChangeWatchedFiles', { changes });
        return file;
      }
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError)) throw error;
      await refuse(file, vscode.l10n.t('The file system says: {0}', error.message));
      return undefined;
    }
  }
  await refuse(file, vscode.l10n.t('Somebody else is writing it all the time. Please try again.'));
  return undefined;
}

/** The text on the disk; undefined when there is no such file. Any other trouble is thrown. */
async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** Puts a whole new file in the place of the one that was read; false when that is not there any more. */
async function replace(file: vscode.Uri, before: string | undefined, text: string): Promise<boolean> {
  if (text === before) return true;
  const { fs } = vscode.workspace;
  const draft = file.with({ path: `${file.path}.${crypto.randomUUID().slice(0, 8)}.tmp` });
  await fs.writeFile(draft, new TextEncoder().encode(text));
  try {
    if ((await textOf(file)) === before) {
      await fs.rename(draft, file, { overwrite: before !== undefined });
      return true;
    }
  } catch (error) {
    // Somebody else has made the file meanwhile.
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileExists')) {
      await fs.delete(draft);
      throw error;
    }
  }
  await fs.delete(draft);
  return false;
}

async function refuse(file: vscode.Uri, reason: string): Promise<void> {
  const open = vscode.l10n.t('Open the Baseline');
  const name = vscode.workspace.asRelativePath(file);
  const exists = await textOf(file).then(
    (text) => text !== undefined,
    () => true,
  );
  const picked = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} was not written. {1}', name, reason),
    ...(exists ? [open] : []),
  );
  if (picked === open) await vscode.window.showTextDocument(file);
}

/** `YYYY-MM-DD`, where the person before the editor is. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
