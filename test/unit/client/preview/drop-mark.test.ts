import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dropMark } from '../../../../client/webview/drop-mark.ts';

describe('the mark of where something that is dragged lands', () => {
  const among = ['/a', '/b', '/c'].map((id) => ({ id }));
  const marksWhile = (moving: string | undefined, dropOn: string | undefined, fromElsewhere: 'over' | 'over into') =>
    among.map(({ id }) => dropMark({ moving, dropOn }, id, among, fromElsewhere));

  test('is above what it is over, and below that where it comes from further up', () => {
    assert.deepEqual(marksWhile('/c', '/a', 'over'), ['over', '', '']);
    assert.deepEqual(marksWhile('/a', '/b', 'over'), ['', 'over below', '']);
    assert.deepEqual(marksWhile('/a', '/c', 'over'), ['', '', 'over below']);
    assert.deepEqual(marksWhile('/b', '/b', 'over'), ['', 'over', '']);
  });

  test('is for what comes from elsewhere above a field, and around a section', () => {
    assert.deepEqual(marksWhile('/x/y', '/b', 'over'), ['', 'over', '']);
    assert.deepEqual(marksWhile('/x/y', '/b', 'over into'), ['', 'over into', '']);
  });

  test('is nowhere while nothing is over anything', () => {
    assert.deepEqual(marksWhile('/a', undefined, 'over'), ['', '', '']);
    assert.deepEqual(marksWhile(undefined, undefined, 'over into'), ['', '', '']);
  });
});
