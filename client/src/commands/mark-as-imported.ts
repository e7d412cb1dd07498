import * as vscode from 'vscode';
import type { ChangeBaselineParams } from '../../../server/src/protocol/imported.ts';
import type { App } from '../app.ts';
import { baselineFileOf, changeBaseline, subjectToWriteFor, today } from '../baseline-files.ts';
import type { Programs } from '../host.ts';
import { pickDefinition, pickRevision, withoutPrograms } from '../import-sources.ts';

type Mark = ChangeBaselineParams['change'] & { readonly kind: 'mark' };

interface SourceItem extends vscode.QuickPickItem {
  /** Where the fields come from; undefined when the person gave up or was told why it cannot be. */
  mark?(): Promise<Mark | undefined>;
}

/** Keeps the fields of a definition as those that were imported: of the file as it is now, or of what the org has. */
export async function markAsImported(app: App, resources: readonly vscode.Uri[]): Promise<void> {
  const document = await subjectToWriteFor(app, resources);
  if (!document) return;
  const { twin } = await baselineFileOf(app, document);
  const picked = await vscode.window.showQuickPick(sources(app, document, twin), {
    title: vscode.l10n.t('Mark as Imported'),
    placeHolder: vscode.l10n.t('Which fields were imported?'),
    matchOnDetail: true,
  });
  const change = await picked?.mark?.();
  if (!change) return;
  const file = await changeBaseline(app, document, change);
  if (!file) return;
  const open = vscode.l10n.t('Open the Baseline');
  const name = vscode.workspace.asRelativePath(file);
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0} keeps the fields as imported. Commit it with the definition: changes are compared with it.',
      name,
    ),
    open,
  );
  if (answer === open) await vscode.window.showTextDocument(file);
}

function sources(app: App, document: vscode.TextDocument, twin: string | undefined): readonly SourceItem[] {
  const on = today();
  const { programs } = app.host;
  const fromFile = async (uri: vscode.Uri): Promise<Mark> => {
    const other = await vscode.workspace.openTextDocument(uri);
    return { kind: 'mark', on, from: { text: other.getText(), kind: 'definition', what: relative(document.uri, uri) } };
  };
  const metadata: readonly SourceItem[] =
    twin === undefined
      ? []
      : [
          {
            label: vscode.l10n.t('Those of the metadata form in this project'),
            detail: vscode.workspace.asRelativePath(vscode.Uri.parse(twin)),
            mark: () => fromFile(vscode.Uri.parse(twin)),
          },
        ];
  return [
    {
      label: vscode.l10n.t('Those of this file, as they are now'),
      detail: vscode.l10n.t('Right after the import. Acceptances end: the import took in what they were for'),
      mark: async () => ({ kind: 'mark', on }),
    },
    ...metadata,
    ...(programs ? [revision(app, document, on)] : []),
    {
      label: vscode.l10n.t('Those of another file…'),
      detail: vscode.l10n.t('In either form; a file that was retrieved from the org says what the org has'),
      mark: async () => {
        const file = await pickDefinition(document.uri);
        return file && fromFile(file);
      },
    },
    ...(programs ? [org(programs, document, on)] : [withoutPrograms()]),
  ];
}

function revision(app: App, document: vscode.TextDocument, on: string): SourceItem {
  return {
    label: vscode.l10n.t('Those of a Git revision…'),
    detail: vscode.l10n.t('For example the tag of the release that customers have imported'),
    mark: async () => {
      const revision = await pickRevision(app, document.uri);
      if (revision === undefined) return undefined;
      const answer = await app.revisions.read(document.uri.toString(), revision);
      if (answer.kind === 'text') return { kind: 'mark', on, from: { text: answer.text, kind: 'git', what: revision } };
      await vscode.window.showWarningMessage(answer.message);
      return undefined;
    },
  };
}

function org(programs: Programs, document: vscode.TextDocument, on: string): SourceItem {
  return {
    label: vscode.l10n.t('Those in the org, retrieved now…'),
    detail: vscode.l10n.t(
      'With the Salesforce CLI, from the default org of this project; no file of the project changes',
    ),
    mark: () => fromOrg(programs, document, on),
  };
}

async function fromOrg(programs: Programs, document: vscode.TextDocument, on: string): Promise<Mark | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder?.uri.scheme !== 'file') {
    await vscode.window.showWarningMessage(
      vscode.l10n.t('The file must lie in a folder that is open, on this machine.'),
    );
    return undefined;
  }
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Internal Name of the Call Center in the Org'),
    value: internalNameIn(document.getText()),
    validateInput: (text) => (/^[A-Za-z]\w*$/.test(text) ? undefined : vscode.l10n.t('Letters and digits only.')),
  });
  if (name === undefined) return undefined;
  const answer = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Retrieving {0} from the org', name),
      cancellable: true,
    },
    (_, token) => programs.retrieve(name, folder.uri.fsPath, token),
  );
  if (answer.kind === 'retrieved')
    return { kind: 'mark', on, from: { text: answer.text, kind: 'org', what: `CallCenter:${name}` } };
  await vscode.window.showWarningMessage(answer.message);
  return undefined;
}

/** What the input box begins with; the person sees and can change it. */
function internalNameIn(text: string): string {
  return /reqInternalName["'][^>]*>\s*(\w+)\s*</.exec(text)?.[1] ?? '';
}

/** The way from a document's folder to another file, as it is written in the baseline: with `/`, never a whole path. */
function relative(from: vscode.Uri, to: vscode.Uri): string {
  const start = from.path.split('/').slice(0, -1);
  const end = to.path.split('/');
  let same = 0;
  while (same < start.length && same < end.length - 1 && start[same] === end[same]) same++;
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
}
