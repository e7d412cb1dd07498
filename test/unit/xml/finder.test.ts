import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFinder } from '../../../server/src/language/xml/finder.ts';
import { seeded } from '../../support/random.ts';

test('a finder gives the next occurrence, whatever was asked before', () => {
  const random = seeded(7);
  const text = Array.from({ length: 400 }, () => 'ab-->'[Math.floor(random() * 5)]).join('');
  for (const needle of ['a', '-->']) {
    const find = createFinder(text, needle);
    for (let asked = 0; asked < 2000; asked++) {
      const from = Math.floor(random() * (text.length + 1));
      const expected = text.indexOf(needle, from);
      assert.equal(find(from), expected < 0 ? text.length : expected, `${needle} from ${from}`);
    }
  }
});
