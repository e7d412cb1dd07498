import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stepOf } from '../../../../client/webview/history-keys.ts';

const none = { key: 'z', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('the keys of the history', () => {
  test('undo and redo, on a Mac too', () => {
    assert.equal(stepOf({ ...none, ctrlKey: true }), 'undo');
    assert.equal(stepOf({ ...none, metaKey: true }), 'undo');
    assert.equal(stepOf({ ...none, ctrlKey: true, shiftKey: true, key: 'Z' }), 'redo');
    assert.equal(stepOf({ ...none, metaKey: true, shiftKey: true, key: 'Z' }), 'redo');
    assert.equal(stepOf({ ...none, ctrlKey: true, key: 'y' }), 'redo');
  });

  test('are no others', () => {
    for (const keys of [
      none,
      { ...none, shiftKey: true },
      { ...none, ctrlKey: true, altKey: true },
      { ...none, ctrlKey: true, metaKey: true },
      { ...none, metaKey: true, key: 'y' },
      { ...none, ctrlKey: true, shiftKey: true, key: 'Y' },
      { ...none, ctrlKey: true, key: 'x' },
    ]) {
      assert.equal(stepOf(keys), undefined, JSON.stringify(keys));
    }
  });
});
