import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type * as vscode from 'vscode';
import { createGate } from '../../../client/src/gate.ts';

/** As much of a document as the gate looks at. */
interface FakeDocument {
  readonly uri: vscode.Uri;
  version: number;
}

function documentAt(address: string): FakeDocument & vscode.TextDocument {
  return { uri: { toString: () => address }, version: 1 } as FakeDocument & vscode.TextDocument;
}

/** A gate with a record of what came through it. */
function record(ours: readonly vscode.TextDocument[]) {
  const sent: string[] = [];
  const gate = createGate(
    (document) => ours.includes(document),
    (event) => void sent.push(`told ${event.document.version}`),
  );
  const { didOpen, didChange, didClose, sendRequest } = gate.middleware;
  assert.ok(didOpen && didChange && didClose && sendRequest);
  return {
    gate,
    sent,
    open: (document: vscode.TextDocument) => didOpen(document, async () => void sent.push(`open ${document.version}`)),
    change: (document: vscode.TextDocument) =>
      didChange({ document, contentChanges: [], reason: undefined }, async () => {
        sent.push(`change ${document.version}`);
      }),
    close: (document: vscode.TextDocument) => didClose(document, async () => void sent.push('close')),
    ask: (params: unknown) =>
      sendRequest('textDocument/hover', params, undefined, () => Promise.resolve<unknown>('an answer')),
  };
}

describe('the gate', () => {
  it('lets a definition through, once, and tells when a change has been sent', async () => {
    const ours = documentAt('file:///a.xml');
    const { gate, sent, open, change, close } = record([ours]);
    await open(ours);
    await open(ours);
    assert.equal(gate.isOpen(ours.uri), true);
    ours.version = 2;
    await change(ours);
    await close(ours);
    await close(ours);
    assert.deepEqual(sent, ['open 1', 'change 2', 'told 2', 'close']);
    assert.equal(gate.isOpen(ours.uri), false);
  });

  it('does not send the change that made a document ours a second time', async () => {
    const ours = documentAt('file:///a.xml');
    const { sent, open, change } = record([ours]);
    ours.version = 7;
    await open(ours);
    await change(ours);
    ours.version = 8;
    await change(ours);
    assert.deepEqual(sent, ['open 7', 'change 8', 'told 8']);
  });

  it('keeps everything else from the server, and answers for it', async () => {
    const ours = documentAt('file:///a.xml');
    const other = documentAt('file:///pom.xml');
    const { sent, open, change, close, ask } = record([ours]);
    await open(other);
    await change(other);
    await close(other);
    assert.deepEqual(sent, []);
    assert.equal(await ask({ textDocument: { uri: 'file:///pom.xml' } }), null);
    assert.equal(await ask({ textDocument: { uri: 'file:///a.xml' } }), null);
    await open(ours);
    assert.equal(await ask({ textDocument: { uri: 'file:///a.xml' } }), 'an answer');
  });

  it('keeps findings that are sent from documents whose findings are asked for', async () => {
    const ours = documentAt('file:///a.xml');
    const { gate, open, close } = record([ours]);
    const shown: string[] = [];
    const send = (uri: vscode.Uri) =>
      gate.middleware.handleDiagnostics?.(uri, [], (to) => void shown.push(to.toString()));
    send(ours.uri);
    await open(ours);
    send(ours.uri);
    send(documentAt('file:///closed.xml').uri);
    await close(ours);
    send(ours.uri);
    assert.deepEqual(shown, ['file:///a.xml', 'file:///closed.xml', 'file:///a.xml']);
  });

  it('lets requests through that are about no document', async () => {
    const { ask } = record([]);
    for (const params of [
      undefined,
      null,
      7,
      {},
      { textDocument: null },
      { textDocument: {} },
      { flavour: 'openCti' },
    ]) {
      assert.equal(await ask(params), 'an answer');
    }
  });

  it('opens everything anew for a new server', async () => {
    const ours = documentAt('file:///a.xml');
    const { gate, sent, open } = record([ours]);
    await open(ours);
    gate.reset();
    await open(ours);
    assert.deepEqual(sent, ['open 1', 'open 1']);
  });
});
