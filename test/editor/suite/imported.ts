import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Suite, until } from './runner.ts';
import {
  definition,
  fixesAt,
  lenses,
  openNew,
  own,
  problems,
  replaceText,
  retirement,
  ruleOf,
  writeNew,
} from './support.ts';

export function baselineOf({ path, ...uri }: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ ...uri, path: path.replace(/\.xml$/, '.callcenter-baseline.json') });
}

export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Runs *Mark as Imported* and takes the first of what it offers: the fields of the file as they are. */
export async function markAsImported(document: vscode.TextDocument): Promise<string> {
  const baseline = baselineOf(document.uri);
  void vscode.commands.executeCommand('callCenterXml.markAsImported', document.uri);
  const text = await until(
    'the baseline',
    async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return textOf(baseline);
    },
    (found) => found !== undefined,
  );
  return text ?? '';
}

export const imported: Suite = {
  title: 'imported',
  tests: {
    'a renamed item is seen, compared and renamed back': async () => {
      const editor = await openNew(definition({}, own));
      const { document } = editor;
      await problems(document, []);
      const baseline = JSON.parse(await markAsImported(document));
      assert.equal(baseline.sections[1].items[0].name, 'agentTeam');
      assert.ok(!JSON.stringify(baseline).includes('Oslo'), 'values of own items are not kept');
      await until(
        'the lens',
        () => lenses(document),
        (titles) => titles.some((title) => /^No field changed/.test(title)),
      );

      await replaceText(editor, 'name="agentTeam"', 'name="agentTeamName"');
      await problems(document, ['item-renamed@13', 'field-set-changed-same-internal-name@4']);
      const titles = await until(
        'the lens',
        () => lenses(document),
        (found) => found.length === 4,
      );
      assert.match(titles[0] ?? '', /^1 change since the import on \d{4}-\d\d-\d\d$/);

      await vscode.commands.executeCommand('callCenterXml.compareWithBaseline', document.uri);
      const input = await until(
        'the comparison',
        () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
        (tab) => tab instanceof vscode.TabInputTextDiff,
      );
      assert.ok(input instanceof vscode.TabInputTextDiff);
      const left = await vscode.workspace.openTextDocument(input.original);
      await until(
        'the left side',
        () => left.getText(),
        (text) => text.includes('name="agentTeam"'),
      );
      assert.equal(left.getText().replace('name="agentTeam"', 'name="agentTeamName"'), document.getText());
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');

      const at = document.positionAt(document.getText().indexOf('agentTeamName'));
      const fix = await fixesAt(document, at, 'Rename back to agentTeam');
      assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
      assert.equal(document.getText(), definition({}, own));
      await problems(document, []);
    },

    'a new item under the same internal name is an error, and under another one a warning': async () => {
      const editor = await openNew(definition({ reqInternalName: 'AcmeV20250101' }, own));
      const { document } = editor;
      await markAsImported(document);
      await replaceText(
        editor,
        'label="Site">Oslo</item>',
        'label="Site">Oslo</item>\n    <item sortOrder="2" name="region" label="Region">EMEA</item>',
      );
      await problems(document, ['item-added@15', 'field-set-changed-same-internal-name@4']);
      const at = document.positionAt(document.getText().indexOf('AcmeV'));
      const fix = await fixesAt(document, at, 'Give it the internal name AcmeV20');
      assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
      await problems(document, ['item-added@15', 'internal-name-changed@4']);
    },

    'what is gone is shown where it stood, and comes back': async () => {
      const editor = await openNew(definition({}, own));
      const { document } = editor;
      await markAsImported(document);
      const item = '\n    <item sortOrder="1" name="site" label="Site">Oslo</item>';
      await replaceText(editor, item, '');
      await problems(document, ['item-removed@12', 'field-set-changed-same-internal-name@4']);
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const [hint] = await until(
        'the hint',
        () =>
          vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole),
        (hints) => hints.length === 1,
      );
      assert.equal(hint?.label, 'site was here');
      assert.equal(hint.position.line, 12);
      const at = document.positionAt(document.getText().indexOf('Agents'));
      const fix = await fixesAt(document, at, 'Restore site');
      assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
      // The value of an own item is in no baseline.
      assert.equal(document.getText(), definition({}, own).replace('Oslo', ''));
      await problems(document, []);
    },

    'what is compared stays so when its files and their folders get other names': async () => {
      const imported = await writeNew(definition({ reqInternalName: 'Compared' }, own), '.xml', 'imported/');
      const editor = await openNew(definition({ reqInternalName: 'Compared' }, own.replace('agentTeam', 'team')));
      const { document } = editor;
      await vscode.commands.executeCommand('callCenterXml.compareWith', document.uri, imported.toString());
      const compared = (uri: vscode.Uri) =>
        until(
          'the lens',
          () => lenses(document),
          ([title]) => title?.startsWith(`1 change compared with ${uri.path.split('/').at(-1)}`) === true,
        );
      await compared(imported);
      const folder = vscode.Uri.joinPath(imported, '..');
      const file = vscode.Uri.joinPath(folder, 'compared.xml');
      const renames = new vscode.WorkspaceEdit();
      renames.renameFile(imported, file);
      assert.ok(await vscode.workspace.applyEdit(renames));
      await compared(file);
      const moves = new vscode.WorkspaceEdit();
      moves.renameFile(folder, vscode.Uri.joinPath(folder, '../before'));
      assert.ok(await vscode.workspace.applyEdit(moves));
      await vscode.commands.executeCommand('callCenterXml.restartServer');
      await compared(file);
    },

    'the baseline of a definition goes along when that gets another name': async () => {
      const { document } = await openNew(definition({ reqInternalName: 'Renamed' }, own));
      await problems(document, []);
      const text = await markAsImported(document);
      const before = document.uri;
      const after = vscode.Uri.joinPath(before, '../renamed-with-baseline.xml');
      const renames = new vscode.WorkspaceEdit();
      renames.renameFile(before, after);
      assert.ok(await vscode.workspace.applyEdit(renames));
      assert.equal(await textOf(baselineOf(after)), text);
      assert.equal(await textOf(baselineOf(before)), undefined);
      const renamed = await vscode.workspace.openTextDocument(after);
      await until(
        'the lens',
        () => lenses(renamed),
        ([title]) => title?.startsWith('No field changed') === true,
      );
    },

    'a baseline that cannot be read is told, and is never written over': async () => {
      const editor = await openNew(definition({}, own));
      const { document } = editor;
      // That there is none has been found out before one comes.
      await until(
        'the first look',
        () => vscode.languages.getDiagnostics(document.uri),
        (found) => found.some((diagnostic) => ruleOf(diagnostic) === retirement),
      );
      const baseline = baselineOf(document.uri);
      const broken = '<<<<<<< ours\n{}\n=======\n';
      await vscode.workspace.fs.writeFile(baseline, new TextEncoder().encode(broken));
      await problems(document, ['baseline-unreadable@2']);
      void vscode.commands.executeCommand('callCenterXml.markAsImported', document.uri);
      await until(
        'the refusal',
        async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return vscode.commands.executeCommand('notifications.focusFirstToast').then(
            () => true,
            () => false,
          );
        },
        (shown) => shown,
      );
      assert.equal(await textOf(baseline), broken);
    },
  },
};
