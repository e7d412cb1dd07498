import assert from 'node:assert/strict';
import { it } from 'node:test';
import { connect, definition } from '../support/protocol.ts';

// Alone in its file: the messages' language is the process's, not the connection's.
it('speaks the language that the client hands over, and English for what that lacks', async () => {
  const english = 'Fix all problems with one right answer';
  const client = await connect({ initializationOptions: { l10n: { [english]: 'Alles Eindeutige beheben' } } });
  const uri = 'file:///a.xml';
  await client.open(uri, definition({ useApi: 'TRUE' }));
  const nowhere = { line: 0, character: 0 };
  const actions = await client.connection.sendRequest<{ readonly title: string }[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: nowhere, end: nowhere },
    context: { diagnostics: [], only: ['source.fixAll'] },
  });
  assert.deepEqual(
    actions.map((action) => action.title),
    ['Alles Eindeutige beheben'],
  );
  const [finding] = await client.pull(uri);
  assert.match(String(finding?.message), /[a-z]/);
  await client.dispose();
});
