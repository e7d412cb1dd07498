import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Suite, until } from './runner.ts';
import { definition, openNew, writeNew } from './support.ts';

const own =
  '\n  </section>\n  <section sortOrder="1" name="Agents" label="Agents">\n    <item sortOrder="0" name="team" label="Team">Service</item>';

export const project: Suite = {
  title: 'project',
  tests: {
    'an item is found, and renamed, by its key in code': async () => {
      const code = await writeNew("export const team = (settings) => settings['/Agents/team'];\n", '.js');
      const { document } = await openNew(definition({}, own));
      const at = (text: string) => document.positionAt(document.getText().indexOf(text) + 1);

      const references = await until(
        'the references',
        () =>
          vscode.commands.executeCommand<vscode.Location[]>(
            'vscode.executeReferenceProvider',
            document.uri,
            at('team"'),
          ),
        (found) => found.length === 2,
      );
      assert.deepEqual(
        references.map(({ uri }) => uri.toString()).sort(),
        [document.uri.toString(), code.toString()].sort(),
      );

      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at('team"'),
        'group',
      );
      assert.deepEqual(
        edit
          .entries()
          .map(([uri, edits]) => [uri.toString(), edits.map(({ newText }) => newText)])
          .sort(),
        [
          [document.uri.toString(), ['group']],
          [code.toString(), ['group']],
        ].sort(),
      );
    },

    'every item of the workspace is a symbol': async () => {
      await openNew(definition({}, own.replace('name="team"', 'name="symbolTeam"')));
      const symbols = await until(
        'the symbol',
        () =>
          vscode.commands.executeCommand<vscode.SymbolInformation[]>(
            'vscode.executeWorkspaceSymbolProvider',
            'symbolTeam',
          ),
        (found) => found.some(({ name }) => name === 'symbolTeam (Team)'),
      );
      const [symbol] = symbols.filter(({ name }) => name === 'symbolTeam (Team)');
      assert.match(symbol?.containerName ?? '', /^Fabrikam Phone › Agents$/);
    },
  },
};
