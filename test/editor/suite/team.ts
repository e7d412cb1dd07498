import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Suite, until } from './runner.ts';
import { definition, foundAt, openNew, problemsOf } from './support.ts';

const configName = '.callcenterrc.json';

function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'a folder is open');
  return first.uri;
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Tidies up, also where a test ended before the file was there. */
async function remove(...files: readonly vscode.Uri[]): Promise<void> {
  for (const file of files) {
    const there = await vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (there) await vscode.workspace.fs.delete(file);
  }
}

/** Waits until the only problem of a document has this severity; undefined: until there is no problem. */
async function severity(document: vscode.TextDocument, expected: keyof typeof vscode.DiagnosticSeverity | undefined) {
  const severities = () => foundAt(document.uri).map((found) => vscode.DiagnosticSeverity[found.severity]);
  await until(`${expected ?? 'no problem'}`, severities, (found) => found.join() === (expected ?? ''));
}

export const team: Suite = {
  title: 'what a team agrees on',
  tests: {
    'counts as soon as the file is made, changed or deleted, also above the workspace': async () => {
      const here = vscode.Uri.joinPath(folder(), configName);
      const above = vscode.Uri.joinPath(folder(), '..', configName);
      const editor = await openNew(definition({ reqUseApi: 'TRUE' }));
      try {
        await severity(editor.document, 'Error');
        await write(here, '{ "preset": "relaxed" }');
        await severity(editor.document, 'Warning');
        await write(here, '{ "rules": { "invalid-boolean": "hint" } }');
        await severity(editor.document, 'Hint');
        await write(above, '{ "rules": { "invalid-boolean": "off" } }');
        await vscode.workspace.fs.delete(here);
        await severity(editor.document, undefined);
        await write(above, '{ "rules": { "invalid-boolean": "information" } }');
        await severity(editor.document, 'Information');
        await vscode.workspace.fs.delete(above);
        await severity(editor.document, 'Error');
      } finally {
        await remove(here, above);
      }
    },

    'stands below the settings of a person': async () => {
      const here = vscode.Uri.joinPath(folder(), configName);
      const settings = vscode.workspace.getConfiguration('callCenterXml');
      const editor = await openNew(definition({ reqUseApi: 'TRUE' }));
      try {
        await write(here, '{ "preset": "relaxed" }');
        await severity(editor.document, 'Warning');
        await settings.update('preset', 'strict', vscode.ConfigurationTarget.Global);
        await severity(editor.document, 'Error');
        await settings.update('preset', undefined, vscode.ConfigurationTarget.Global);
        await severity(editor.document, 'Warning');
      } finally {
        await settings.update('preset', undefined, vscode.ConfigurationTarget.Global);
        await remove(here);
      }
    },

    'is written with help: comments are allowed, and what is wrong is marked': async () => {
      const here = vscode.Uri.joinPath(folder(), configName);
      try {
        await write(here, '{\n  // as agreed\n  "preset": "strickt",\n  "rules": { "sekret": "off" }\n}\n');
        const document = await vscode.workspace.openTextDocument(here);
        await vscode.window.showTextDocument(document);
        assert.equal(document.languageId, 'jsonc');
        const lines = () => vscode.languages.getDiagnostics(here).map(({ range }) => range.start.line);
        await until('what the schema says', lines, (found) => [...found].sort().join() === '2,3');
        assert.deepEqual(problemsOf(document), []);
      } finally {
        await remove(here);
      }
    },
  },
};
