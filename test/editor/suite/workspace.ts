import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Suite, until } from './runner.ts';
import { definition, foundAt, openNew, problems, problemsAt, writeNew } from './support.ts';

const taken = 'internal-name-not-unique';

/** The addresses of the tabs that are open. */
function tabs(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs: open }) => open)
    .flatMap(({ input }) =>
      input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? [input.uri.toString()] : [],
    );
}

async function problemsOfFile(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  await until(
    `problems of ${uri.path}`,
    () => problemsAt(uri),
    (found) => found.join(' ') === expected.join(' '),
  );
}

export const workspace: Suite = {
  title: 'workspace',
  tests: {
    'a name that a closed definition has is found, and found no more when that is deleted': async () => {
      const other = await writeNew(definition({ reqInternalName: 'TakenName' }));
      const editor = await openNew(definition({ reqInternalName: 'TakenName' }));
      await problems(editor.document, [`${taken}@4`]);
      const [found] = foundAt(editor.document.uri);
      assert.equal(found?.relatedInformation?.[0]?.location.uri.toString(), other.toString());
      await vscode.workspace.fs.delete(other);
      await problems(editor.document, []);
    },

    'all definitions are checked by command, each finding once': async () => {
      const closed = await writeNew(definition({ reqInternalName: 'ClosedOne', reqUseApi: 'TRUE' }));
      const ignored = await writeNew(definition({ reqUseApi: 'TRUE' }), '.xml', 'node_modules/x/');
      const editor = await openNew(definition({ reqInternalName: 'OpenOne', reqUseApi: 'TRUE' }));
      await problems(editor.document, ['invalid-boolean@7']);
      assert.deepEqual(problemsAt(closed), []);
      const command = vscode.commands.executeCommand('callCenterXml.checkAllDefinitions');
      await problemsOfFile(closed, ['invalid-boolean@7']);
      assert.deepEqual(problemsAt(editor.document.uri), ['invalid-boolean@7']);
      await until(
        'the end of the command',
        async () => {
          await vscode.commands.executeCommand('notifications.clearAll');
          return Promise.race([
            Promise.resolve(command).then(() => true),
            new Promise((resolve) => setTimeout(resolve, 200)),
          ]);
        },
        Boolean,
      );
      assert.deepEqual(problemsAt(ignored), []);
      // Opened, it is checked as any document; closed again, what was asked for stays.
      const opened = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(closed));
      await problems(opened.document, ['invalid-boolean@7']);
      await vscode.workspace.fs.writeFile(
        closed,
        new TextEncoder().encode(definition({ reqInternalName: 'ClosedOne' })),
      );
      await problemsOfFile(closed, []);
    },

    'a message from Salesforce leads to its explanation': async () => {
      const content = 'Line 4: limited to 40 alphanumeric characters,\nmust begin with a letter, no symbols or spaces';
      const log = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
      log.selection = new vscode.Selection(0, 0, 9, 0);
      void vscode.commands.executeCommand('callCenterXml.explainMessage');
      // The selected message stands in the box; the first answer is what it means.
      const page = 'call-center-xml:/messages/internal-name-refused.md';
      await until(
        'the explanation',
        async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return tabs();
        },
        (open) => open.includes(page),
      );
      const text = (await vscode.workspace.openTextDocument(vscode.Uri.parse(page))).getText();
      assert.match(text, /^# The internal name is refused/);
      assert.match(text, /reqInternalName/);
    },

    'the list of rules and their pages are there without a server': async () => {
      const read = async (path: string) =>
        (await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'call-center-xml', path }))).getText();
      assert.match(await read('/rules/README.md'), /\| \[internal-name\]\(internal-name\.md\) \|/);
      assert.match(await read('/rules/internal-name-not-unique.md'), /^# internal-name-not-unique/);
      assert.match(await read('/rules/no-such-rule.md'), /There is no rule page/);
    },
  },
};
