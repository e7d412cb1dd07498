import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  CodeAction,
  CompletionList,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  LinkedEditingRanges,
  Position,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import {
  applyTextEdits,
  connect,
  definition,
  fullCapabilities,
  type TestClient,
  withCursor,
} from '../support/protocol.ts';

const uri = 'file:///service-desk.xml';
const open = '<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="General Information">\n';
const close = '\n  </section>\n</callCenter>\n';

/** Opens a marked text and asks at its cursor. */
async function at<Result>(client: TestClient, marked: string, method: string, more: object = {}): Promise<Result> {
  const { text, position } = withCursor(marked);
  await client.open(uri, text);
  return client.connection.sendRequest<Result>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
}

const typed = (triggerCharacter: string) => ({ context: { triggerKind: 2, triggerCharacter } });

describe('completion', () => {
  it('inserts a whole item as a snippet, or as plain text for clients without snippets', async () => {
    const marked = `${open}    |${close}`;
    const client = await connect();
    const list = await at<CompletionList>(client, marked, 'completion');
    assert.equal(list.isIncomplete, false);
    const offered = list.items.find((item) => item.textEdit?.newText.includes('name="reqInternalName"'));
    assert.equal(offered?.insertTextFormat, 2);
    assert.match(offered?.textEdit?.newText ?? '', /\$\{?1/);
    assert.deepEqual(Object.keys(offered?.documentation ?? {}), ['kind', 'value']);
    assert.deepEqual(
      [offered?.labelDetails?.description, offered?.detail],
      ['required · letters and digits', undefined],
    );
    await client.dispose();

    const plain = await connect({ capabilities: {} });
    const plainList = await at<CompletionList>(plain, marked, 'completion');
    const same = plainList.items.find((item) => item.textEdit?.newText.includes('name="reqInternalName"'));
    assert.equal(same?.insertTextFormat, 1);
    assert.doesNotMatch(same?.textEdit?.newText ?? '', /\$/);
    assert.equal(typeof same?.documentation, 'string');
    assert.deepEqual([same?.labelDetails, same?.detail], [undefined, 'required · letters and digits']);
    await plain.dispose();
  });

  it('offers, after a typed character, only what that character can mean', async () => {
    const cases: readonly (readonly [string, string, RegExp | undefined])[] = [
      ['<', `${open}    <|${close}`, /item/],
      ['>', `${open}    <item sortOrder="0" name="reqUseApi">|</item>${close}`, /^true$/],
      ['>', `${open}    <item sortOrder="0" name="custom">x</item>|${close}`, undefined],
      ['"', `${open}    <item sortOrder="0" name="|">x</item>${close}`, /reqInternalName/],
      [' ', `${open}    <item |>x</item>${close}`, /name/],
      [' ', `${open}    <item sortOrder="0" name="custom">a |</item>${close}`, undefined],
      ['/', `${open}    <item sortOrder="0" name="custom">a/|</item>${close}`, undefined],
    ];
    for (const [character, marked, expected] of cases) {
      const client = await connect();
      const list = await at<CompletionList>(client, marked, 'completion', typed(character));
      const labels = list.items.map((item) => item.label);
      if (expected)
        assert.ok(
          labels.some((label) => expected.test(label)),
          `${character}: ${marked}: ${labels}`,
        );
      else assert.deepEqual(labels, [], `${character}: ${marked}`);
      await client.dispose();
    }
  });

  it('offers whole definitions in an empty document', async () => {
    const client = await connect();
    const list = await at<CompletionList>(client, '|', 'completion');
    assert.ok(list.items.length >= 4);
    assert.ok(list.items.every((item) => item.textEdit?.newText.includes('<callCenter>')));
    await client.dispose();
  });
});

describe('the JSON in customSettings', () => {
  const settings = (json: string) =>
    `<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">\n  <customSettings>${json}</customSettings>\n</CallCenter>\n`;

  it('is completed after a quote, which may be written as a reference', async () => {
    for (const [character, json] of [
      [';', '{&quot;|}'],
      ['"', '{"|}'],
    ] as const) {
      const client = await connect();
      const list = await at<CompletionList>(client, settings(json), 'completion', typed(character));
      const key = list.items.find(({ label }) => label === 'reqTimeout');
      const start = '  <customSettings>{'.length;
      const quote = json.slice(1, -2);
      assert.deepEqual(key?.textEdit, {
        range: { start: { line: 1, character: start }, end: { line: 1, character: start + quote.length } },
        newText: `${quote}reqTimeout${quote}:${quote}\${1:5000}${quote}`,
      });
      await client.dispose();
    }
  });

  it('asks for nothing after other characters, and a semicolon means nothing elsewhere', async () => {
    const client = await connect();
    assert.equal(await at<CompletionList | null>(client, settings('{ |}'), 'completion', typed(' ')), null);
    const elsewhere = `${open}    <item sortOrder="0" name="reqUseApi">&amp;|</item>${close}`;
    assert.deepEqual((await at<CompletionList>(client, elsewhere, 'completion', typed(';'))).items, []);
    await client.dispose();
  });

  it('is explained at the right place', async () => {
    const client = await connect();
    const hover = await at<Hover>(client, settings('{&quot;req|UseApi&quot;:&quot;true&quot;}'), 'hover');
    assert.deepEqual(hover.range, { start: { line: 1, character: 19 }, end: { line: 1, character: 40 } });
    await client.dispose();
  });

  it('is indented where it has several lines', async () => {
    const client = await connect();
    const text = settings('{&quot;a&quot;:&quot;1&quot;,\n&quot;b&quot;:&quot;2&quot;}');
    await client.open(uri, text);
    const ask = { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } };
    const edits = await client.connection.sendRequest<TextEdit[]>('textDocument/formatting', ask);
    const wanted = settings('{\n    &quot;a&quot;: &quot;1&quot;,\n    &quot;b&quot;: &quot;2&quot;\n  }');
    assert.equal(applyTextEdits(text, edits), wanted);
    await client.dispose();
  });
});

describe('hover, outline and structure', () => {
  it('hovers in Markdown where the client shows it', async () => {
    const marked = definition().replace('reqUseApi', 'req|UseApi');
    const client = await connect();
    const hover = await at<Hover>(client, marked, 'hover');
    assert.deepEqual(hover.range, { start: { line: 5, character: 30 }, end: { line: 5, character: 39 } });
    const { kind, value } = hover.contents as { kind: string; value: string };
    assert.equal(kind, 'markdown');
    assert.ok(value.includes('/reqGeneralInfo/reqUseApi'));
    await client.dispose();
  });

  it('outlines as a tree, or as a list for old clients', async () => {
    const client = await connect();
    await client.open(uri, definition());
    const ask = { textDocument: { uri } };
    const [tree] = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', ask);
    const [section] = tree?.children ?? [];
    assert.equal(section?.children?.length, 7);
    for (const symbol of [tree, section, ...(section?.children ?? [])]) {
      assert.ok(symbol && inside(symbol.range, symbol.selectionRange), symbol?.name);
    }
    await client.dispose();

    const old = await connect({ capabilities: {} });
    await old.open(uri, definition());
    const list = await old.connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', ask);
    assert.equal(list.length, 9);
    assert.equal(list[2]?.containerName, list[1]?.name);
    await old.dispose();
  });

  it('folds sections and comments by whole lines, and leaves closing tags in sight', async () => {
    const client = await connect();
    await client.open(uri, definition().replace('<callCenter>', '<!-- one\ntwo -->\n<callCenter>'));
    const folds = await client.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri },
    });
    const lines = folds.map(({ startLine, endLine, kind }) => [startLine, endLine, kind]);
    assert.deepEqual(
      lines.sort((a, b) => Number(a[0]) - Number(b[0])),
      [
        [0, 1, 'comment'],
        [2, 11, undefined],
        [3, 10, undefined],
      ],
    );
    await client.dispose();
  });

  it('widens a selection step by step to the whole document', async () => {
    const client = await connect();
    const { text, position } = withCursor(definition().replace('Service Desk', 'Service| Desk'));
    await client.open(uri, text);
    const [innermost, ...others] = await client.connection.sendRequest<SelectionRange[]>(
      'textDocument/selectionRange',
      {
        textDocument: { uri },
        positions: [position, position],
      },
    );
    assert.equal(others.length, 1);
    let steps = 0;
    for (let one = innermost; one?.parent; one = one.parent) {
      assert.ok(inside(one.parent.range, one.range));
      steps++;
    }
    assert.ok(steps >= 3, `${steps} steps`);
    await client.dispose();
  });

  it('marks both names of a tag pair, links them for editing, and leaves words alone', async () => {
    const client = await connect();
    const marked = definition().replace('<section', '<sec|tion');
    const places = [
      { start: { line: 1, character: 3 }, end: { line: 1, character: 10 } },
      { start: { line: 9, character: 4 }, end: { line: 9, character: 11 } },
    ];
    const highlights = await at<DocumentHighlight[]>(client, marked, 'documentHighlight');
    assert.deepEqual(
      highlights.map(({ range }) => range),
      places,
    );
    const linked = await at<LinkedEditingRanges>(client, marked, 'linkedEditingRange');
    assert.deepEqual(linked.ranges, places);
    assert.ok(new RegExp(`^(?:${linked.wordPattern})$`).test('section'));
    const inValue = definition().replace('Service Desk', 'Ser|vice Desk');
    assert.equal(await at(client, inValue, 'documentHighlight'), null);
    assert.equal(await at(client, inValue, 'linkedEditingRange'), null);
    await client.dispose();
  });

  it('links addresses', async () => {
    const client = await connect();
    await client.open(uri, definition());
    const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    assert.deepEqual(
      links.map(({ target, range }) => [target, range.start.line]),
      [['https://cti.contoso.example/softphone', 4]],
    );
    await client.dispose();
  });

  it('names what required, optional and custom items are, in order and one line each', async () => {
    const client = await connect();
    await client.open(uri, definition());
    const { data } = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    assert.equal(data.length % 5, 0);
    assert.ok(data.length >= 8 * 5);
    for (let at = 0; at < data.length; at += 5) assert.ok((data[at] ?? -1) >= 0 && (data[at + 2] ?? 0) > 0);
    await client.dispose();
  });
});

describe('edits', () => {
  const spoilt = definition({ internalName: 'Service_Desk', useApi: 'TRUE' });

  it('offers a quick fix with the finding that it mends', async () => {
    const client = await connect();
    await client.open(uri, spoilt);
    const diagnostics = await client.pull(uri);
    const wrong = diagnostics.find((diagnostic) => diagnostic.code === 'invalid-boolean');
    assert.ok(wrong);
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: wrong.range,
      context: { diagnostics },
    });
    const preferred = actions.find((action) => action.isPreferred);
    assert.equal(preferred?.kind, 'quickfix');
    assert.deepEqual(preferred?.diagnostics, [wrong]);
    const [change] = (preferred?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.textDocument, { uri, version: 1 });
    const mended = applyTextEdits(spoilt, (change?.edits ?? []) as TextEdit[]);
    assert.ok(mended.includes('>true</item>'));
    await client.dispose();
  });

  it('fixes everything at once only for who asks for that', async () => {
    const client = await connect();
    await client.open(uri, spoilt);
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const ask = (only: string[] | undefined) =>
      client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: nowhere,
        context: { diagnostics: [], ...(only && { only }) },
      });
    assert.deepEqual(await ask(undefined), []);
    assert.deepEqual(await ask(['refactor']), []);
    for (const only of ['source', 'source.fixAll', 'source.fixAll.callCenterXml']) {
      const [action, ...others] = await ask([only]);
      assert.deepEqual(others, []);
      assert.equal(action?.kind, 'source.fixAll.callCenterXml');
      const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.ok(applyTextEdits(spoilt, (change?.edits ?? []) as TextEdit[]).includes('>true</item>'));
    }
    await client.dispose();
  });

  it('gives edits without a version to clients that know none', async () => {
    const { workspace, ...others } = fullCapabilities;
    const client = await connect({ capabilities: { ...others, workspace: { ...workspace, workspaceEdit: {} } } });
    await client.open(uri, spoilt);
    const [action] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 5, character: 0 }, end: { line: 5, character: 200 } },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [uri]);
    await client.dispose();
  });

  it('formats the whole document or a range of it', async () => {
    const client = await connect();
    const flat = definition().replaceAll(/^ +/gm, '');
    await client.open(uri, flat);
    const options = { tabSize: 2, insertSpaces: true };
    const ask = (method: string, more: object) =>
      client.connection.sendRequest<TextEdit[]>(`textDocument/${method}`, { textDocument: { uri }, options, ...more });
    assert.equal(applyTextEdits(flat, await ask('formatting', {})), definition());
    const line = { start: { line: 3, character: 0 }, end: { line: 3, character: 10 } };
    const some = applyTextEdits(flat, await ask('rangeFormatting', { range: line })).split('\n');
    assert.match(some[3] ?? '', /^ {4}<item/);
    assert.match(some[5] ?? '', /^<item/);
    await client.dispose();
  });

  it('renumbers, and says for which version', async () => {
    const client = await connect();
    const gap = definition().replace('sortOrder="6"', 'sortOrder="9"');
    await client.open(uri, gap);
    const answer = await client.connection.sendRequest<{ version: number; edits: TextEdit[] }>(
      'callCenterXml/renumber',
      {
        uri,
      },
    );
    assert.equal(answer.version, 1);
    assert.equal(applyTextEdits(gap, answer.edits), definition());
    await client.dispose();
  });

  it('closes a tag for the version that was typed, and for no other', async () => {
    const client = await connect();
    const { text, position } = withCursor(`${open}    <item sortOrder="0" name="custom">|${close}`);
    await client.open(uri, text);
    const ask = (version: number) =>
      client.connection.sendRequest('callCenterXml/autoClose', { uri, position, version });
    assert.match(String(await ask(1)), /<\/item>/);
    assert.equal(await ask(2), null);
    await client.dispose();
  });
});

function inside(outer: { start: Position; end: Position }, inner: { start: Position; end: Position }): boolean {
  const key = ({ line, character }: Position) => line * 10_000 + character;
  return key(outer.start) <= key(inner.start) && key(inner.end) <= key(outer.end);
}
