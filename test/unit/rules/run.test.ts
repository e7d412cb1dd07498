import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contextOf } from '../../../server/src/language/analysis.ts';
import { createNumberingPlans } from '../../../server/src/language/dialing/plans.ts';
import { createFindNamed } from '../../../server/src/language/model/surroundings.ts';
import type { Problem, Rule } from '../../../server/src/language/rules/define-rule.ts';
import type { RuleChoice } from '../../../server/src/language/rules/presets.ts';
import { createRun, type Run } from '../../../server/src/language/rules/run.ts';
import { catalog } from '../../support/features.ts';
import { sourceOf } from '../../support/language.ts';
import { rule } from '../../support/rule.ts';

type Check = (report: (problem: Problem<undefined>) => void) => void;

const whole =
  '<callCenter><section sortOrder="0" name="a"><item sortOrder="0" name="b">x</item></section></callCenter>';
const broken = '<callCenter><section sortOrder="0" name="a"><item sortOrder="0" name="b">x</item></section>';

function run(text: string, rules: readonly Rule[], severities = {}) {
  return runWith(createRun(rules), text, { severities });
}

function runWith(runRules: Run, text: string, choice: RuleChoice) {
  const context = contextOf(
    sourceOf(text),
    {},
    { catalog, plans: createNumberingPlans(), findNamed: createFindNamed() },
  );
  assert.ok(context);
  const failures: string[] = [];
  const steps = runRules(context, choice, (id) => failures.push(id));
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { failures, found: step.value.map(({ rule: { id }, severity, problem }) => ({ id, severity, problem })) };
}

const at = { start: 13, end: 20 };
const says = (message: string): Check => {
  return (report) => report({ at, message });
};

describe('running rules', () => {
  test('a rule that fails is told of, has no finding, and stops no other', () => {
    const failing = rule('failing', (report) => {
      report({ at, message: 'Half of it.' });
      throw new Error('a bug');
    });
    const { failures, found } = run(whole, [rule('before', says('A.')), failing, rule('after', says('B.'))]);
    assert.deepEqual(failures, ['failing']);
    assert.deepEqual(
      found.map(({ id }) => id),
      ['before', 'after'],
    );
  });

  test('findings come in the order of the text', () => {
    const later = rule('later', (report) => report({ at: { start: 30, end: 31 }, message: 'A.' }));
    assert.deepEqual(
      run(whole, [later, rule('earlier', says('B.'))]).found.map(({ id }) => id),
      ['earlier', 'later'],
    );
  });

  test('what a person has chosen stands above what a finding says, and that above what the rule says', () => {
    const grave = rule('grave', (report) => report({ at, message: 'A.', severity: 'error' }));
    assert.deepEqual(
      run(whole, [grave]).found.map(({ severity }) => severity),
      ['error'],
    );
    assert.deepEqual(
      run(whole, [grave], { grave: 'hint' }).found.map(({ severity }) => severity),
      ['hint'],
    );
    assert.deepEqual(run(whole, [grave], { grave: 'off' }).found, []);
  });

  test('a rule that is off by itself speaks when a person asks for it', () => {
    const quiet = rule('quiet', says('A.'), { offByDefault: true });
    assert.deepEqual(run(whole, [quiet]).found, []);
    assert.deepEqual(
      run(whole, [quiet], { quiet: 'error' }).found.map(({ severity }) => severity),
      ['error'],
    );
  });

  test('what was chosen for one document does not hold for the next', () => {
    const quiet = rule('quiet', says('A.'), { offByDefault: true });
    const noisy = rule('noisy', says('B.'), { dismissible: true });
    const runRules = createRun([quiet, noisy]);
    const found = (choice: RuleChoice) => runWith(runRules, whole, choice).found.map(({ id }) => id);
    const severities = { quiet: 'hint' } as const;
    assert.deepEqual(found({ severities }), ['quiet']);
    assert.deepEqual(found({ severities, canDismiss: true }), ['quiet', 'noisy']);
    assert.deepEqual(found({ severities: {}, canDismiss: true }), ['noisy']);
    assert.deepEqual(found({}), []);
  });

  test('a rule about another form is silent', () => {
    assert.deepEqual(run(whole, [rule('metadata', says('A.'), { forms: ['metadata'] })]).found, []);
  });

  test('in a broken text only those rules speak that say so, and outside the doubtful places', () => {
    const inDoubt: Check = (report) => {
      report({ at: { start: 1, end: 11 }, message: 'On the element that is not closed.' });
      report({ at: { start: 56, end: 60 }, message: 'Elsewhere.' });
    };
    const { found } = run(broken, [
      rule('whole', inDoubt),
      rule('certain', inDoubt, { onBrokenText: 'certain' }),
      rule('always', inDoubt, { onBrokenText: 'always' }),
    ]);
    assert.deepEqual(
      found.map(({ id, problem }) => `${id} ${problem.at.start}`),
      ['always 1', 'certain 56', 'always 56'],
    );
  });

  test('one rule reports 250 times at most', () => {
    const many = rule('many', (report) => {
      for (let i = 0; i < 1000; i++) report({ at, message: 'Again.' });
    });
    const { found, failures } = run(whole, [many, rule('other', says('B.'))]);
    assert.equal(found.filter(({ id }) => id === 'many').length, 250);
    assert.equal(found.filter(({ id }) => id === 'other').length, 1);
    assert.deepEqual(failures, []);
  });

  test('of a message that quotes a huge value the middle is left out, and no character is cut in two', () => {
    const long = rule('long', says(`Begin ${'😀'.repeat(5000)} end.`));
    const message = run(whole, [long]).found[0]?.problem.message ?? '';
    assert.ok(message.length <= 1000);
    assert.match(message, /^Begin .* … \(9,?\d\d\d characters are left out\) … .* end\.$/s);
    assert.doesNotMatch(message, /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
  });
});
