import assert from 'node:assert/strict';
import { test } from 'node:test';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createNumberingPlans } from '../../server/src/language/dialing/plans.ts';
import { createLanguageService } from '../../server/src/language/index.ts';
import { createLooks } from '../../server/src/language/looks.ts';
import { createFindNamed } from '../../server/src/language/model/surroundings.ts';
import { inSection, item } from '../../server/src/language/rules/example-text.ts';
import { createSource } from '../../server/src/language/text/source.ts';
import { catalog } from '../support/features.ts';
import { sourceOf } from '../support/language.ts';
import { rule } from '../support/rule.ts';

function counting() {
  let checks = 0;
  const counted = rule('counting', () => {
    checks++;
  });
  const { look, steps } = createLooks(
    [counted],
    { catalog, plans: createNumberingPlans(), findNamed: createFindNamed() },
    () => undefined,
  );
  return { look, steps, checks: () => checks };
}

const text = inSection(item(0, 'team', 'Service'));
const definitions: never[] = [];
const forceIgnores: never[] = [];
const facts = () => ({
  visualforcePages: [],
  vendorApiNames: [],
  packageDirectories: [],
  forceIgnores,
  definitions,
});
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

test('what was worked out of a text goes away with it, and does not wait for a collection of all that is old', () => {
  v8.setFlagsFromString('--expose-gc');
  // The engine guesses what will live for long, and then makes it among what is old: that is no leak, and no help here.
  v8.setFlagsFromString('--no-allocation-site-pretenuring');
  const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void;
  const service = createLanguageService();
  const sections = Array.from({ length: 200 }, (_, index) => item(index, `item${index}`, 'Service')).join('');
  const imported = { other: { source: sourceOf(inSection(sections, item(200, 'gone', '1'))), title: 'before' } };
  let kept: unknown;
  const edit = (version: number) => {
    const source = createSource('file:///a.xml', version, inSection(sections));
    const findings = service.findings(source, { imported });
    assert.ok(findings.length > 0);
    kept = [source, findings, service.changes(source, { imported })];
  };
  const left = () => {
    edit(0);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let version = 1; version <= 200; version++) {
      edit(version);
      // Whoever is held by something old, dead or alive, outlives it.
      if (version % 20 === 0) collect({ type: 'minor' });
    }
    assert.ok(kept);
    return Math.round((process.memoryUsage().heapUsed - before) / 200);
  };
  // What is held is held each time. On a busy machine the engine may be about a collection of its own just then.
  const leftBehind = [left(), left(), left()];
  assert.ok(Math.min(...leftBehind) < 60_000, `Each edit leaves ${leftBehind.join(', ')} bytes behind.`);
});
