import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRuleFailures } from '../../server/src/lsp/rule-failures.ts';

test('a rule that fails is told of once, by name, and without a word of the text', () => {
  const lines: string[] = [];
  const connection = { console: { error: (line: string) => lines.push(line) } };
  const failed = createRuleFailures(connection as unknown as Parameters<typeof createRuleFailures>[0]);
  failed('internal-name', new Error('cannot read Wingtip'));
  failed('internal-name', new Error('cannot read Wingtip'));
  failed('placeholder', new RangeError('no'));
  assert.deepEqual(
    lines.map((line) => /^Rule (\S+) failed/.exec(line)?.[1]),
    ['internal-name', 'placeholder'],
  );
  assert.ok(!lines.join('').includes('Wingtip'));
});
