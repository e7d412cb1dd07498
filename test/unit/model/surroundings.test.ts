import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFindNamed, type KnownDefinition } from '../../../server/src/language/model/surroundings.ts';

const start = { line: 0, character: 0 };
const known = (uri: string, internalName: string): KnownDefinition => ({
  uri,
  internalName,
  body: 'import',
  at: { start, end: start },
});

test('definitions are found by name, in the order of the list, and in another list anew', () => {
  const findNamed = createFindNamed();
  const [a, b, c] = [known('file:///a', 'One'), known('file:///b', 'constructor'), known('file:///c', 'One')];
  const list = [a, b, c];
  assert.deepEqual(findNamed(list, 'One'), [a, c]);
  assert.deepEqual(findNamed(list, 'constructor'), [b]);
  assert.deepEqual(findNamed(list, 'one'), []);
  assert.deepEqual(findNamed([], 'One'), []);
  assert.deepEqual(findNamed([c], 'One'), [c]);
  assert.deepEqual(findNamed([c], 'constructor'), []);
  assert.deepEqual(findNamed(list, 'One'), [a, c]);
});
