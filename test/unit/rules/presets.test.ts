import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Rule, Severity, Tier } from '../../../server/src/language/rules/define-rule.ts';
import { isOff, type Level, levelOf, levels, presets } from '../../../server/src/language/rules/presets.ts';
import { rules } from '../../../server/src/language/rules/registry.ts';
import { findingsOf } from '../../support/language.ts';

const tiers: readonly Tier[] = ['refused', 'documented', 'contradicted', 'advice'];
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const gravity: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];

function rule(tier: Tier, severity: Severity, offByDefault = false): Rule {
  return {
    ...{ id: 'demo', tier, severity, offByDefault, forms: ['import'], summary: '', docs: '', sources: [] },
    ...{ examples: { bad: [], good: [] }, check: () => undefined },
  };
}

describe('a preset', () => {
  test('maps what a rule says by how sure the rule is', () => {
    const table = presets.flatMap((preset) =>
      tiers.map((tier) =>
        [preset, tier, ...severities.map((severity) => levelOf(rule(tier, severity), undefined, { preset }))].join(' '),
      ),
    );
    assert.deepEqual(table, [
      'salesforce refused error warning information hint',
      'salesforce documented error warning information hint',
      'salesforce contradicted error warning information hint',
      'salesforce advice error warning information hint',
      'strict refused error error warning information',
      'strict documented error error warning information',
      'strict contradicted error warning warning warning',
      'strict advice error error warning information',
      'relaxed refused error warning information hint',
      'relaxed documented warning information hint hint',
      'relaxed contradicted warning hint off off',
      'relaxed advice warning hint off off',
    ]);
  });

  test('is salesforce where none is chosen', () => {
    assert.equal(levelOf(rule('documented', 'warning'), undefined, {}), 'warning');
  });

  test('never turns the order of two findings round, and strict is never milder than relaxed', () => {
    const rank = (preset: (typeof presets)[number], tier: Tier, severity: Severity) =>
      gravity.indexOf(levelOf(rule(tier, severity), undefined, { preset }));
    for (const tier of tiers) {
      for (const severity of severities) {
        assert.ok(rank('strict', tier, severity) >= rank('salesforce', tier, severity));
        assert.ok(rank('salesforce', tier, severity) >= rank('relaxed', tier, severity));
      }
      for (const preset of presets) {
        const ranks = severities.map((severity) => rank(preset, tier, severity));
        assert.deepEqual(
          ranks,
          [...ranks].sort((a, b) => b - a),
        );
      }
    }
  });

  test('maps what a rule makes of one finding, too', () => {
    const demo = rule('documented', 'error');
    assert.equal(levelOf(demo, 'information', { preset: 'strict' }), 'warning');
    assert.equal(levelOf(demo, 'warning', { preset: 'relaxed' }), 'information');
  });

  test('leaves a rule off that is off by default', () => {
    for (const preset of presets) {
      assert.equal(levelOf(rule('documented', 'error', true), undefined, { preset }), 'off');
      assert.ok(isOff(rule('documented', 'error', true), { preset }));
      assert.ok(!isOff(rule('advice', 'hint'), { preset }));
    }
  });

  test('leaves nothing silent that Salesforce is known to refuse or documents', () => {
    for (const demo of rules) {
      if (demo.offByDefault || demo.tier === 'advice' || demo.tier === 'contradicted') continue;
      assert.notEqual(levelOf(demo, undefined, { preset: 'relaxed', canDismiss: true }), 'off', demo.id);
    }
  });
});

describe('a severity by rule id', () => {
  test('replaces what the preset, the rule and the rule about one finding say', () => {
    for (const preset of presets) {
      for (const level of levels) {
        const choice = { preset, severities: { demo: level } };
        assert.equal(levelOf(rule('refused', 'error'), 'warning', choice), level);
        assert.equal(levelOf(rule('advice', 'hint', true), undefined, choice), level);
        assert.equal(isOff(rule('advice', 'hint', true), choice), level === 'off');
      }
    }
  });
});

test('findings follow: strict makes errors of advice, relaxed leaves only what is refused', () => {
  const text = `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">9Desk</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Desk</item>
    <item sortOrder="2" name="reqAdapterUrl" label="CTI Adapter URL">https://cti.contoso.example/ </item>
    <item sortOrder="3" name="reqUseApi" label="Use CTI API">true</item>
    <item sortOrder="4" name="reqSoftphoneHeight" label="Softphone Height">400</item>
    <item sortOrder="5" name="reqSoftphoneWidth" label="Softphone Width">300</item>
    <item sortOrder="7" name="reqSalesforceCompatibilityMode" label="Salesforce Compatibility Mode">Lightning</item>
  </section>
</callCenter>
`;
  const under = (preset: (typeof presets)[number]) =>
    findingsOf(text, { preset }).map(({ rule: id, severity }) => `${id} ${severity}`);
  assert.deepEqual(under('salesforce'), [
    'internal-name error',
    'value-whitespace information',
    'sort-order-gap warning',
  ]);
  assert.deepEqual(under('strict'), ['internal-name error', 'value-whitespace warning', 'sort-order-gap error']);
  assert.deepEqual(under('relaxed'), ['internal-name error', 'sort-order-gap information']);
});
