import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './runner.ts';

const folder = () => {
  const found = vscode.workspace.workspaceFolders?.[0];
  assert.ok(found, 'a folder is open');
  return found.uri;
};

let caseNumber = 0;

/** From here on definitions have a name that those of earlier tests, whose files are still there, do not have. */
export function beginCase(): void {
  caseNumber++;
}

/** A whole Open CTI definition that nothing is wrong with; `items` stand behind those of the general section. */
export function definition(changes: Readonly<Record<string, string>> = {}, items = ''): string {
  const value = (name: string, usual: string) => changes[name] ?? usual;
  return `<?xml version="1.0" encoding="UTF-8"?>
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">${value('reqInternalName', `FabrikamPhone${caseNumber}`)}</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Fabrikam Phone</item>
    <item sortOrder="2" name="reqAdapterUrl" label="CTI Adapter URL">${value('reqAdapterUrl', 'https://phone.fabrikam.example/cti')}</item>
    <item sortOrder="3" name="reqUseApi" label="Use CTI API">${value('reqUseApi', 'true')}</item>
    <item sortOrder="4" name="reqSoftphoneHeight" label="Softphone Height">400</item>
    <item sortOrder="5" name="reqSoftphoneWidth" label="Softphone Width">${value('reqSoftphoneWidth', '300')}</item>
    <item sortOrder="6" name="reqSalesforceCompatibilityMode" label="Mode">Classic_and_Lightning</item>${items}
  </section>
</callCenter>
`;
}

/** Items of a section of one's own, to stand behind those of a definition. */
export const own =
  '\n  </section>\n  <section sortOrder="1" name="Agents" label="Agents">\n    <item sortOrder="0" name="agentTeam" label="Agent Team">Service</item>\n    <item sortOrder="1" name="site" label="Site">Oslo</item>';

let counter = 0;

/** Writes a new file into the workspace. */
export async function writeNew(text: string, suffix = '.xml', below = ''): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), `${below}case-${++counter}${suffix}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Writes a new file into the workspace and opens it in an editor. */
export async function openNew(text: string, suffix = '.xml'): Promise<vscode.TextEditor> {
  const uri = await writeNew(text, suffix);
  const document = await vscode.workspace.openTextDocument(uri);
  return vscode.window.showTextDocument(document);
}

/** Our diagnostics of a document, as `rule@line` with lines from 1. */
export function problemsOf(document: vscode.TextDocument): string[] {
  return problemsAt(document.uri);
}

export function problemsAt(uri: vscode.Uri): string[] {
  return foundAt(uri).map((found) => `${ruleOf(found)}@${found.range.start.line + 1}`);
}

/** Our diagnostics, but for the hint that stands in every definition of Open CTI. */
export function foundAt(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((found) => found.source === 'call-center-xml' && ruleOf(found) !== retirement);
}

export const retirement = 'open-cti-retirement';

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function problems(document: vscode.TextDocument, expected: readonly string[]): Promise<string[]> {
  const wanted = [...expected].sort().join(' ');
  return until(
    `problems of ${document.uri.path}`,
    () => problemsOf(document),
    (found) => [...found].sort().join(' ') === wanted,
  );
}

/** The position of the first `|` of a text, which is not part of it. */
export function atCursor(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf('|');
  assert.ok(offset >= 0, 'a cursor');
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}

export async function replaceText(editor: vscode.TextEditor, old: string, text: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(old);
  assert.ok(start >= 0, `the text holds ${old}`);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + old.length));
  assert.ok(await editor.edit((edit) => edit.replace(range, text)));
}

export async function fixesAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  wanted: string,
): Promise<vscode.CodeAction> {
  const range = new vscode.Range(position, position);
  const ask = () =>
    vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
  const found = await until(`a quick fix “${wanted}”`, ask, (actions) =>
    actions.some(({ title }) => title.includes(wanted)),
  );
  const action = found.find(({ title }) => title.includes(wanted));
  assert.ok(action);
  return action;
}

/** The titles of the lenses of a document. */
export async function lenses(document: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    10,
  );
  return found.flatMap(({ command }) => command?.title ?? []);
}
