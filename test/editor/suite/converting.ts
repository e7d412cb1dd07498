import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Suite, until } from './runner.ts';
import { definition, openNew, problems, writeNew } from './support.ts';

function shown(): string {
  return vscode.window.activeTextEditor?.document.getText() ?? '';
}

/** Waits for the editor with the result, which is not saved yet. */
async function result(mark: string): Promise<vscode.TextDocument> {
  await until('the converted text', shown, (text) => text.includes(mark));
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document?.isUntitled, 'it is not saved');
  assert.equal(document.languageId, 'xml');
  return document;
}

export const converting: Suite = {
  title: 'converting',
  tests: {
    'a definition opens in the other form beside it, and comes back as it was': async () => {
      const text = definition({ reqInternalName: 'RoundTrip' });
      const { document } = await openNew(text);
      await problems(document, []);
      await vscode.commands.executeCommand('callCenterXml.convertToMetadata');
      const there = await result('<CallCenter xmlns=');
      assert.match(there.uri.path, /\/RoundTrip\.callCenter-meta\.xml$/);
      assert.match(there.getText(), /<customSettings>\{&quot;reqUseApi&quot;:&quot;true&quot;,/);
      assert.equal(document.getText(), text, 'the original is untouched');
      await vscode.commands.executeCommand('callCenterXml.convertToImport');
      const back = await result('<callCenter>');
      assert.match(back.uri.path, /\/RoundTrip\.xml$/);
      // Four spaces a level are what a new file gets.
      assert.equal(back.getText().replace(/^ +/gm, ''), text.replace(/^ +/gm, ''));
    },

    'a file that is clicked in the explorer is converted without being shown': async () => {
      const text = definition({ reqInternalName: 'Clicked' });
      const uri = await writeNew(text);
      await vscode.commands.executeCommand('callCenterXml.convertToMetadata', uri, [uri]);
      const there = await result('<displayName>Fabrikam Phone</displayName>');
      assert.match(there.uri.path, /\/Clicked\.callCenter-meta\.xml$/);
    },
  },
};
