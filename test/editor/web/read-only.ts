import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Suite, until } from '../suite/runner.ts';
import { foundAt, lenses, problems } from '../suite/support.ts';

async function open(name: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.equal(folder?.uri.scheme, 'read-only');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The workspace is the folder `read-only-fs/project`, which the editor can neither search nor write. */
export const readOnly: Suite = {
  title: 'read-only',
  tests: {
    'definitions of the folder are found without a search': async () => {
      const document = await open('One.xml');
      await problems(document, ['internal-name-not-unique@4']);
      const [found] = foundAt(document.uri);
      assert.equal(found?.relatedInformation?.[0]?.location.uri.path, '/project/deep/folder/Two.xml');
    },

    'what a team agrees on counts': async () => {
      const document = await open('Agreed.xml');
      await problems(document, ['invalid-boolean@7']);
      assert.equal(foundAt(document.uri)[0]?.severity, vscode.DiagnosticSeverity.Information);
    },

    'a baseline is compared with, and not written': async () => {
      const document = await open('Imported.xml');
      await until(
        'the lens',
        () => lenses(document),
        (titles) => titles.some((title) => /^No field changed/.test(title)),
      );
      // Nothing is asked before; it is over when the page around has seen the refusal and closed it.
      await vscode.commands.executeCommand('callCenterXml.markAsImported', document.uri);
    },
  },
};
