import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createOwnEdits } from '../../../../client/src/preview/own-edits.ts';
import { createThrottle } from '../../../../client/src/preview/throttle.ts';
import { numbersOf } from '../../../../client/webview/numbers.ts';
import { fill } from '../../../../client/webview/words.ts';

describe('numbers of a list', () => {
  test('stand on lines, or between semicolons, tabs and commas, and blanks in and before a number belong to it', () => {
    assert.deepEqual(numbersOf(' +1 (415) 555-1212\r\n\n911;\t112 '), {
      numbers: [' +1 (415) 555-1212', '911', '112'],
      more: false,
    });
    // A comma is a pause, too.
    assert.deepEqual(numbersOf('911, +44 20 7946 0958, (415) 555-1212,,123, extension').numbers, [
      '911',
      '+44 20 7946 0958',
      '(415) 555-1212,,123, extension',
    ]);
    assert.deepEqual(numbersOf(' \n'), { numbers: [], more: false });
  });

  test('are at most 200 of at most 200 characters, so that the extension takes them', () => {
    const { numbers, more } = numbersOf(Array.from({ length: 201 }, () => '1'.repeat(300)).join('\n'));
    assert.deepEqual([numbers.length, numbers[0]?.length, more], [200, 200, true]);
  });
});

describe('a sentence with arguments', () => {
  test('has them in their places, and what they hold is not filled again', () => {
    assert.equal(fill('{1} of {0}', ['{1}', 2]), '2 of {1}');
    assert.equal(fill('{0} $& {2}', ['$1']), '$1 $& {2}');
  });
});

describe('edits of the page', () => {
  test('make a view that is behind by them alone no older', () => {
    const own = createOwnEdits();
    own.add(3, 4);
    own.add(4, 5);
    assert.deepEqual([3, 4, 5, 2, 6].map(own.rebase), [5, 5, 5, 2, 6]);
    own.add(7, 8);
    assert.deepEqual([3, 7].map(own.rebase), [5, 8], 'version 6 was made by somebody else');
    own.clear();
    assert.equal(own.rebase(3), 3);
  });

  test('that changed nothing lead nowhere', () => {
    const own = createOwnEdits();
    own.add(3, 3);
    assert.equal(own.rebase(3), 3);
  });
});

describe('a throttle', () => {
  test('runs once for all that is asked at once, and once more for what is asked while it runs', async () => {
    let runs = 0;
    let finish: (() => void) | undefined;
    const started: (() => void)[] = [];
    const start = () => new Promise<void>((resolve) => started.push(resolve));
    const throttle = createThrottle(() => {
      runs += 1;
      started.shift()?.();
      return new Promise((resolve) => {
        finish = resolve;
      });
    }, 1);
    const first = start();
    throttle.ask();
    throttle.ask();
    await first;
    assert.equal(runs, 1);
    const second = start();
    throttle.ask();
    throttle.ask();
    finish?.();
    await second;
    assert.equal(runs, 2);
    throttle.dispose();
    finish?.();
    throttle.ask();
    assert.equal(runs, 2);
  });
});
