import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import type { Rule } from '../../server/src/language/rules/define-rule.ts';
import { rules } from '../../server/src/language/rules/registry.ts';
import { definition } from '../support/protocol.ts';
import { frame, hello, type Message, open, type RawServer, startInMemory } from '../support/raw-protocol.ts';

const uri = 'file:///service-desk.xml';
const textDocument = { uri };
const position = { line: 2, character: 5 };
const pulls = { textDocument: { diagnostic: {} } };

const name = (index: number) => `Service_Desk_${index}`;
const edit = (version: number) =>
  frame({
    method: 'textDocument/didChange',
    params: { textDocument: { uri, version }, contentChanges: [{ text: definition({ internalName: name(version) }) }] },
  });
const pull = (id: string) => frame({ id, method: 'textDocument/diagnostic', params: { textDocument } });
const complete = (id: string) => frame({ id, method: 'textDocument/completion', params: { textDocument, position } });

afterEach(() => mock.restoreAll());

/** How often all rules have looked at a text. */
function countLooks(): () => number {
  const rule = rules.find(({ id }) => id === 'internal-name');
  assert.ok(rule);
  const watched = mock.method(rule, 'check').mock;
  return () => watched.callCount();
}

/** Makes a look at a text a stretch of work, since every rule takes its time. */
function slowRules(): {
  /** Over when the first rule begins. */
  readonly begun: Promise<void>;
  /** How often the last rule was asked. */
  readonly finished: () => number;
} {
  let last: Rule | undefined;
  let finished = 0;
  const begun = new Promise<void>((resolve) => {
    for (const rule of rules) {
      const check = rule.check.bind(rule);
      mock.method(rule, 'check', (...args: Parameters<Rule['check']>) => {
        resolve();
        const end = Date.now() + 3;
        while (Date.now() < end);
        if (rule === last) finished++;
        check(...args);
      });
    }
  });
  const asked = rules.filter(
    ({ forms, offByDefault, dismissible, onImported }) =>
      forms.includes('import') && !offByDefault && !dismissible && !onImported,
  );
  last = asked.at(-1);
  return { begun, finished: () => finished };
}

function place(server: RawServer, found: (message: Message) => boolean): number {
  const at = server.received.findIndex(found);
  assert.ok(at >= 0, 'it was sent');
  return at;
}

const isAnswer = (id: string) => (message: Message) => message.id === id && message.method === undefined;

function messagesOf(answer: Message): readonly string[] {
  return (answer.result as { items: readonly { message: string }[] }).items.map(({ message }) => message);
}

describe('what a person waits for', () => {
  it('is answered before the findings of texts that nobody has any more, which are looked at once', async () => {
    const looks = countLooks();
    const server = startInMemory();
    const versions = Array.from({ length: 60 }, (_, index) => index + 2);
    server.write(
      hello(pulls),
      open(uri, definition()),
      ...versions.flatMap((version) => [edit(version), pull(`pull ${version}`)]),
      complete('completion'),
    );
    const answers = await Promise.all(versions.map((version) => server.answer(`pull ${version}`)));
    assert.ok(
      place(server, isAnswer('completion')) < place(server, isAnswer('pull 2')),
      'the completion came before the first findings',
    );
    assert.equal(looks(), 1);
    // Whoever asked for an older text hears of the one that is there.
    for (const answer of answers) assert.match(messagesOf(answer).join(), /Service_Desk_61/);
  });

  it('is answered in the middle of a long look at a text', async () => {
    const { begun } = slowRules();
    const server = startInMemory();
    server.write(hello(pulls), open(uri, definition({ internalName: name(1) })), pull('findings'));
    await begun;
    server.write(
      complete('completion'),
      frame({ id: 'hover', method: 'textDocument/hover', params: { textDocument, position } }),
    );
    assert.match(messagesOf(await server.answer('findings')).join(), /Service_Desk_1/);
    for (const id of ['completion', 'hover']) {
      assert.ok(place(server, isAnswer(id)) < place(server, isAnswer('findings')), id);
    }
  });

  it('does not wait for the findings of a large definition that the server sends by itself', async () => {
    const { begun } = slowRules();
    const server = startInMemory();
    server.write(hello(), open(uri, definition({ internalName: name(1) })));
    await begun;
    server.write(complete('completion'));
    await server.answer('completion');
    assert.ok(!server.received.some(({ method }) => method === 'textDocument/publishDiagnostics'));
    // Else its work would go on in the middle of the next test.
    await server.notification('textDocument/publishDiagnostics');
  });
});

describe('a long look at a text', () => {
  it('is left off with the next edit, and begins anew', async () => {
    const { begun, finished } = slowRules();
    const server = startInMemory();
    server.write(hello(pulls), open(uri, definition({ internalName: name(1) })), pull('findings'));
    await begun;
    server.write(edit(2));
    assert.match(messagesOf(await server.answer('findings')).join(), /Service_Desk_2/);
    // The last rule has seen the second text alone.
    assert.equal(finished(), 1);
  });

  it('is left off when nobody wants it any more', async () => {
    const { begun } = slowRules();
    const server = startInMemory();
    server.write(hello(pulls), open(uri, definition({ internalName: name(1) })), pull('findings'));
    await begun;
    server.write(frame({ method: '$/cancelRequest', params: { id: 'findings' } }));
    assert.equal((await server.answer('findings')).error?.code, -32800);
  });

  it('is left off when the document is closed', async () => {
    const { begun } = slowRules();
    const server = startInMemory();
    server.write(hello(pulls), open(uri, definition({ internalName: name(1) })), pull('findings'));
    await begun;
    server.write(frame({ method: 'textDocument/didClose', params: { textDocument } }));
    assert.deepEqual(messagesOf(await server.answer('findings')), []);
  });

  it('is taken once for the findings and the fixes of one text', async () => {
    const looks = countLooks();
    const server = startInMemory();
    const literals = { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } };
    const range = { start: { line: 2, character: 69 }, end: { line: 2, character: 69 } };
    const params = { textDocument, range, context: { diagnostics: [] } };
    server.write(
      hello({ textDocument: { ...pulls.textDocument, ...literals } }),
      open(uri, definition({ internalName: name(1) })),
      pull('findings'),
      frame({ id: 'fixes', method: 'textDocument/codeAction', params }),
    );
    assert.equal(messagesOf(await server.answer('findings')).length, 1);
    assert.notDeepEqual((await server.answer('fixes')).result, []);
    assert.equal(looks(), 1);
  });
});
