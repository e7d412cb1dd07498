import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movedTo } from '../../../client/src/moved.ts';

test('a file goes with its own name and with that of each folder around it, and with no other', () => {
  const moves = [
    { oldUri: 'file:///w/a.xml', newUri: 'file:///w/b.xml' },
    { oldUri: 'file:///w/old', newUri: 'file:///w/new/deep' },
  ];
  const where = (uri: string) => movedTo(uri, moves);
  assert.equal(where('file:///w/a.xml'), 'file:///w/b.xml');
  assert.equal(where('file:///w/old/in/c.xml'), 'file:///w/new/deep/in/c.xml');
  assert.equal(where('file:///w/older/c.xml'), undefined);
  assert.equal(where('file:///w/a.xml2'), undefined);
});
