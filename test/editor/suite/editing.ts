import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Suite, until } from './runner.ts';
import {
  atCursor,
  definition,
  fixesAt,
  foundAt,
  openNew,
  problems,
  problemsOf,
  replaceText,
  retirement,
  ruleOf,
} from './support.ts';

function completionsAt(document: vscode.TextDocument, offset: number, wanted: string): Promise<vscode.CompletionList> {
  const ask = () =>
    vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(offset),
    );
  return until(`a completion ${wanted}`, ask, ({ items }) => items.some((item) => labelOf(item) === wanted));
}

function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}

export const editing: Suite = {
  title: 'editing',
  tests: {
    'problems appear while the text is wrong and go when it is right': async () => {
      const editor = await openNew(definition({ reqUseApi: 'TRUE' }));
      await problems(editor.document, ['invalid-boolean@7']);
      await replaceText(editor, 'TRUE', 'true');
      await problems(editor.document, []);
      await replaceText(editor, 'cti</item>', 'cti?a=1&b=2</item>');
      await problems(editor.document, ['xml-syntax@6']);
    },

    'a quick fix repairs the text': async () => {
      const editor = await openNew(definition({ reqInternalName: 'Fabrikam_Phone' }));
      await problems(editor.document, ['internal-name@4']);
      const action = await fixesAt(
        editor.document,
        editor.document.positionAt(editor.document.getText().indexOf('Fabrikam_Phone') + 3),
        'FabrikamPhone',
      );
      assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
      assert.ok(editor.document.getText().includes('>FabrikamPhone</item>'));
      await problems(editor.document, []);
    },

    'everything with one right answer is mended on save': async () => {
      const editor = await openNew(
        definition({
          reqUseApi: 'TRUE',
          reqSoftphoneWidth: '300px',
          reqAdapterUrl: 'https://x.fabrikam.example/?a=1&b=2',
        }),
      );
      await problems(editor.document, ['invalid-boolean@7', 'softphone-size@9', 'xml-syntax@6']);
      const settings = vscode.workspace.getConfiguration('editor');
      await settings.update(
        'codeActionsOnSave',
        { 'source.fixAll.callCenterXml': 'explicit' },
        vscode.ConfigurationTarget.Global,
      );
      try {
        const mended = definition({ reqAdapterUrl: 'https://x.fabrikam.example/?a=1&amp;b=2' });
        const { document } = editor;
        // The editor may take the setting up after the first save.
        await until(
          'the mended text',
          async () => {
            await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, '\n'));
            // As a web page VS Code also saves by itself, and says no where it was at it just then.
            const saved = await document.save();
            return { saved, text: document.getText().trimEnd() };
          },
          ({ saved, text }) => saved && text === mended.trimEnd(),
        );
      } finally {
        await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
      }
    },

    'completion of a name inserts the whole item': async () => {
      const { text, offset } = atCursor(definition({}, '\n    <item sortOrder="7" name="|'));
      const editor = await openNew(text);
      const list = await completionsAt(editor.document, offset, 'reqStandbyUrl');
      const item = list.items.find((candidate) => labelOf(candidate) === 'reqStandbyUrl');
      assert.ok(item?.insertText instanceof vscode.SnippetString);
      const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
      assert.ok(
        await editor.insertSnippet(
          item.insertText,
          range ?? new vscode.Range(editor.document.positionAt(offset), editor.document.positionAt(offset)),
        ),
      );
      assert.match(editor.document.getText(), /<item sortOrder="7" name="reqStandbyUrl" label="[^"]+">[^<]*<\/item>/);
    },

    'an empty file is offered whole definitions': async () => {
      const editor = await openNew('');
      const list = await until(
        'templates',
        () =>
          vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            editor.document.uri,
            new vscode.Position(0, 0),
          ),
        ({ items }) =>
          items.some((item) => /Open CTI/.test(labelOf(item)) && item.kind !== vscode.CompletionItemKind.Text),
      );
      for (const flavour of ['Open CTI', 'CTI Toolkit', 'Partner Telephony', 'Amazon Connect']) {
        assert.ok(
          list.items.some((item) => labelOf(item).includes(flavour)),
          flavour,
        );
      }
    },

    'hover explains an item': async () => {
      const editor = await openNew(definition());
      const position = editor.document.positionAt(editor.document.getText().indexOf('reqSoftphoneWidth') + 4);
      const ask = () =>
        vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, position);
      const hovers = await until('a hover', ask, (found) => found.length > 0);
      const text = hovers
        .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
        .join('\n');
      for (const word of ['/reqGeneralInfo/reqSoftphoneWidth', '200', '1920'])
        assert.ok(text.replaceAll(',', '').includes(word), `${word}: ${text}`);
    },

    'outline, folding, links, formatting and tokens answer': async () => {
      const editor = await openNew(definition().replace(/\n {4}<item/g, '\n<item'));
      const { uri } = editor.document;
      await problems(editor.document, []);
      const outline = await until(
        'an outline',
        () => vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri),
        (found) => (found ?? []).length > 0,
      );
      assert.deepEqual(outline[0]?.children[0]?.children.map(({ name }) => name).slice(0, 2), [
        'Internal Name',
        'Display Name',
      ]);
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        uri,
      );
      assert.ok(folds.length >= 2);
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
      assert.ok(links.some(({ target }) => target?.toString(true) === 'https://phone.fabrikam.example/cti'));
      const edits = await until(
        'formatting',
        () =>
          vscode.commands.executeCommand<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', uri, {
            tabSize: 2,
            insertSpaces: true,
          }),
        (found) => (found ?? []).length > 0,
      );
      const format = new vscode.WorkspaceEdit();
      format.set(uri, edits);
      assert.ok(await vscode.workspace.applyEdit(format));
      assert.equal(editor.document.getText(), definition());
      const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        uri,
      );
      assert.ok(legend.tokenTypes.includes('callCenterItem'));
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        uri,
      );
      assert.equal(tokens.data.length, 5 * 8);
    },

    'sort orders are renumbered by command': async () => {
      const editor = await openNew(definition().replace('sortOrder="6"', 'sortOrder="9"'));
      await problems(editor.document, ['sort-order-gap@10']);
      await vscode.commands.executeCommand('callCenterXml.renumber');
      await until(
        'the new numbers',
        () => editor.document.getText(),
        (text) => text === definition(),
      );
      await problems(editor.document, []);
    },

    'XML that is not ours gets nothing, whatever its name': async () => {
      const editor = await openNew(
        '<project><callCenterId>1</callCenterId>\n<a b="c">&</a></project>\n',
        '.callcenter.xml',
      );
      const ours = await openNew(definition({ reqUseApi: 'TRUE' }));
      await problems(ours.document, ['invalid-boolean@7']);
      assert.deepEqual(problemsOf(editor.document), []);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      assert.deepEqual(symbols ?? [], []);
    },

    'a text that becomes a definition is checked from then on': async () => {
      const editor = await openNew('<note/>\n');
      await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 1, 0), definition({ reqUseApi: 'TRUE' })));
      await problems(editor.document, ['invalid-boolean@7']);
      await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 99, 0), '<note/>\n'));
      await problems(editor.document, []);
    },

    'a rule can be switched off in the settings': async () => {
      const editor = await openNew(definition({ reqUseApi: 'TRUE' }));
      await problems(editor.document, ['invalid-boolean@7']);
      const settings = vscode.workspace.getConfiguration('callCenterXml');
      await settings.update('rules', { 'invalid-boolean': 'off' }, vscode.ConfigurationTarget.Global);
      try {
        await problems(editor.document, []);
      } finally {
        await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
      }
      await problems(editor.document, ['invalid-boolean@7']);
    },

    'the server comes back after a restart, and the problems with it': async () => {
      const editor = await openNew(definition({ reqUseApi: 'TRUE' }));
      await problems(editor.document, ['invalid-boolean@7']);
      await vscode.commands.executeCommand('callCenterXml.restartServer');
      await problems(editor.document, ['invalid-boolean@7']);
      await replaceText(editor, 'TRUE', 'true');
      await problems(editor.document, []);
    },

    'every finding links to the page of its rule': async () => {
      const editor = await openNew(definition({ reqUseApi: 'TRUE' }));
      await problems(editor.document, ['invalid-boolean@7']);
      const [found] = foundAt(editor.document.uri);
      assert.ok(typeof found?.code === 'object');
      const page = await vscode.workspace.openTextDocument(found.code.target);
      assert.match(page.getText(), /^# invalid-boolean/);
    },

    'the hint that Open CTI retires goes for good when it is dismissed, and other settings stay': async () => {
      const editor = await openNew(definition());
      const hints = () =>
        vscode.languages.getDiagnostics(editor.document.uri).filter((found) => ruleOf(found) === retirement);
      const rules = () => vscode.workspace.getConfiguration('callCenterXml').inspect('rules')?.globalValue;
      const set = (value: unknown) =>
        vscode.workspace.getConfiguration('callCenterXml').update('rules', value, vscode.ConfigurationTarget.Global);
      await set({ 'sort-order-gap': 'error' });
      try {
        const [hint] = await until('the hint', hints, (found) => found.length === 1);
        assert.equal(hint?.severity, vscode.DiagnosticSeverity.Hint);
        const { command } = await fixesAt(editor.document, new vscode.Position(1, 4), 'Do not show this again');
        assert.ok(command);
        await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
        await until('no hint', hints, (found) => found.length === 0);
        assert.deepEqual(rules(), { 'sort-order-gap': 'error', [retirement]: 'off' });
      } finally {
        await set(undefined);
      }
    },
  },
};
