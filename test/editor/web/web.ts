import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Suite, until } from '../suite/runner.ts';
import { definition, openNew, problems, replaceText, writeNew } from '../suite/support.ts';

function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'a folder is open');
  return first.uri;
}

/** What is seen on the screen only, the page around looks at (test/editor/web.mjs), and closes it then. */
export const web: Suite = {
  title: 'web',
  tests: {
    'there is neither a disk nor a process': async () => {
      assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
      assert.equal(vscode.env.remoteName, undefined);
      assert.equal(folder().scheme, 'vscode-test-web');
      assert.equal(typeof globalThis.process?.versions?.node, 'undefined');
    },

    'what a team agrees on counts': async () => {
      const file = vscode.Uri.joinPath(folder(), '.callcenterrc.json');
      const { document } = await openNew(definition({ reqUseApi: 'TRUE' }));
      await problems(document, ['invalid-boolean@7']);
      await vscode.workspace.fs.writeFile(
        file,
        new TextEncoder().encode(
          '{ "rules": { "invalid-boolean": "off" }, "baseline": { "compareWith": "git:HEAD" } }',
        ),
      );
      try {
        // A revision is asked for all the same: the reason why there is none is on the definition.
        const [found] = await until(
          'the reason',
          () => vscode.languages.getDiagnostics(document.uri).filter(({ message }) => message.includes('browser')),
          (all) => all.length === 1,
        );
        assert.match(found?.message ?? '', /A browser starts no programs, Git among them/);
        await problems(document, ['baseline-unreadable@2']);
      } finally {
        await vscode.workspace.fs.delete(file);
      }
      await problems(document, ['invalid-boolean@7']);
    },

    'definitions of the folder are found': async () => {
      await writeNew(definition({ reqInternalName: 'TwiceInTheBrowser' }));
      const { document } = await openNew(definition({ reqInternalName: 'TwiceInTheBrowser' }));
      await problems(document, ['internal-name-not-unique@4']);
    },

    'a definition is converted': async () => {
      const { document } = await openNew(definition({ reqInternalName: 'Across' }));
      await problems(document, []);
      await vscode.commands.executeCommand('callCenterXml.convertToMetadata');
      await until(
        'the other form',
        () => vscode.window.activeTextEditor?.document.getText() ?? '',
        (text) => text.includes('<CallCenter xmlns='),
      );
    },

    'a preview opens beside the text and follows it': async () => {
      const editor = await openNew(definition({ reqInternalName: 'Previewed' }));
      await problems(editor.document, []);
      await vscode.commands.executeCommand('callCenterXml.openPreviewToTheSide');
      const open = () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(
            ({ input }) => input instanceof vscode.TabInputWebview && /callCenterXml\.preview/.test(input.viewType),
          );
      await until('the preview', open, Boolean);
      await replaceText(editor, 'Fabrikam Phone', 'Phone in a Browser');
      await until('the preview was seen and closed', open, (there) => !there, 60_000);
    },
  },
};
