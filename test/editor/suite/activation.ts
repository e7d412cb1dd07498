import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Suite, until } from './runner.ts';

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('call-center-xml.call-center-xml');
  assert.ok(found, 'the extension is installed');
  return found;
}

async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

export const activation: Suite = {
  title: 'activation',
  tests: {
    'the package is installed, and is not the checkout': async () => {
      assert.ok(
        !extension().extensionPath.startsWith(process.env['CALL_CENTER_XML_ROOT'] ?? ''),
        extension().extensionPath,
      );
    },
    'a definition wakes the extension, and stays an XML document': async () => {
      const document = await open('service-desk.xml');
      assert.equal(document.languageId, 'xml');
      await until('the extension is active', () => extension().isActive, Boolean);
    },
  },
};
