import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNumberingPlans } from '../../server/src/language/dialing/plans.ts';
import { createLooks } from '../../server/src/language/looks.ts';
import { defineRule } from '../../server/src/language/rules/define-rule.ts';
import { inSection, item } from '../../server/src/language/rules/example-text.ts';
import { catalog } from '../support/features.ts';
import { sourceOf } from '../support/language.ts';

function counting() {
  let checks = 0;
  const rule = defineRule({
    id: 'counting',
    severity: 'hint',
    tier: 'advice',
    forms: ['import'],
    summary: '',
    docs: '',
    sources: [],
    examples: { bad: [], good: [] },
    check: () => {
      checks++;
    },
  });
  const { look, steps } = createLooks([rule], { catalog, plans: createNumberingPlans() }, () => undefined);
  return { look, steps, checks: () => checks };
}

const text = inSection(item(0, 'team', 'Service'));
const definitions: never[] = [];
const facts = () => ({ visualforcePages: [], vendorApiNames: [], packageDirectories: [], definitions });
const pages: string[] = [];

test('a document is looked at once for all who ask with the same options, however they are put together', () => {
  const { look, checks } = counting();
  const source = sourceOf(text);
  const ask = (now: number) =>
    look(source, {
      now,
      severities: { secret: 'error' },
      facts: { ...facts(), visualforcePages: pages, vendorApiNames: pages, packageDirectories: pages },
    });
  assert.equal(ask(1000), ask(2000));
  assert.equal(checks(), 1);
});

test('other options, another document and a later moment are another look', () => {
  const { look, checks } = counting();
  const source = sourceOf(text);
  look(source, { now: 0 });
  look(source, { now: 3_600_000 });
  look(source, { now: 3_600_000, flavour: 'ctiToolkit' });
  look(source, { now: 3_600_000, flavour: 'ctiToolkit', severities: { secret: 'error' } });
  look(source, { now: 3_600_000, flavour: 'ctiToolkit', severities: { secret: 'hint' } });
  look(source, { now: 3_600_000, flavour: 'ctiToolkit', severities: { secret: 'hint' }, facts: facts() });
  look(sourceOf(text), { now: 3_600_000, flavour: 'ctiToolkit', severities: { secret: 'hint' }, facts: facts() });
  assert.equal(checks(), 7);
});

test('a look in steps leaves nothing to do, however many take them, and one that is left off nothing undone', () => {
  const { look, steps, checks } = counting();
  const source = sourceOf(text);
  const [one, other] = [steps(source, {}), steps(source, {})];
  for (let round = 0; round < 20; round++) for (const taken of [one, other]) taken.next();
  assert.ok(one.next().done && other.next().done);
  assert.equal(checks(), 1);
  look(source, {});
  assert.equal(checks(), 1);

  const second = sourceOf(text);
  const left = steps(second, {});
  for (let round = 0; round < 4; round++) left.next();
  assert.deepEqual(look(second, {})?.found, []);
  assert.equal(checks(), 2);
  while (!left.next().done);
  assert.equal(checks(), 2);
});

test('steps under other options begun meanwhile come to their end as well', () => {
  const { look, steps, checks } = counting();
  const source = sourceOf(text);
  const one = steps(source, {});
  const other = steps(source, { flavour: 'ctiToolkit' });
  for (let round = 0; round < 20; round++) for (const taken of [one, other]) taken.next();
  assert.equal(checks(), 2);
  look(source, { flavour: 'ctiToolkit' });
  assert.equal(checks(), 2);
});

test('a text that is no definition has its steps, too', () => {
  const { steps, checks } = counting();
  assert.equal([...steps(sourceOf('<project/>'), {})].length, 1);
  assert.equal(checks(), 0);
});
