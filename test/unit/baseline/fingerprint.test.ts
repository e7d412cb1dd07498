import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change } from '../../../server/src/language/baseline/change.ts';
import { fieldKey } from '../../../server/src/language/baseline/field-key.ts';
import type { FieldItem, FieldSet } from '../../../server/src/language/baseline/field-set.ts';
import { changeFingerprint, valueFingerprint } from '../../../server/src/language/baseline/fingerprint.ts';

function item(name: string, rest: Partial<FieldItem> = {}): FieldItem {
  return { name, label: name, kind: undefined, value: undefined, ...rest };
}

function fields(sections: Readonly<Record<string, readonly FieldItem[]>>, rest: Partial<FieldSet> = {}): FieldSet {
  const list = Object.entries(sections).map(([name, items]) => ({ name, label: name, items }));
  return { internalName: 'Northwind', flavour: 'openCti', ...rest, sections: list };
}

function change(kind: Change['kind'], from: Change['from'], to: Change['to'], rest: Partial<Change> = {}): Change {
  return { kind, from, to, confidence: 1, withSection: false, ...rest };
}

const at = (section: number, index?: number) => ({ section, item: index });

describe('fingerprints lie in committed files: these never change', () => {
  const was = fields({ a: [item('x', { value: { text: 'true' } }), item('y')] });
  const now = fields({ a: [item('x', { label: 'X', value: { text: 'false' } }), item('z')], b: [item('q')] });

  test('of values', () => {
    assert.equal(valueFingerprint(''), '5acb84d8e47c');
    assert.equal(valueFingerprint('c__Northwind'), '42a45151073c');
    assert.equal(valueFingerprint('Größe \u{1f4de}'), '48b37891f1b1');
  });

  test('of changes', () => {
    const of = (one: Change) => changeFingerprint(one, was, { ...now, flavour: undefined, internalName: 'Northwind2' });
    assert.deepEqual(
      [
        change('item-added', undefined, at(0, 1)),
        change('item-removed', at(0, 1), undefined),
        change('item-renamed', at(0, 1), at(0, 1)),
        change('item-moved', at(0, 1), at(1, 0)),
        change('section-added', undefined, at(1)),
        change('section-removed', at(0), undefined),
        change('section-renamed', at(0), at(1)),
        change('label-changed', at(0, 0), at(0, 0)),
        change('value-changed', at(0, 0), at(0, 0)),
        change('order-changed', at(0, 0), at(0, 1), { was: '0', now: '1' }),
        change('flavour-changed', undefined, undefined),
        change('internal-name-changed', undefined, undefined),
      ].map((one) => `${one.kind} ${of(one)}`),
      [
        'item-added f44b20dc7c03',
        'item-removed fd7944a35b6a',
        'item-renamed 413d5b1bd61e',
        'item-moved 186d46cdb29d',
        'section-added 1742cba79440',
        'section-removed af3f594e87af',
        'section-renamed c0b94becfcb5',
        'label-changed f5a5b8d7cde1',
        'value-changed 5c46dbc8d535',
        'order-changed de1d7c4bbfae',
        'flavour-changed ec0d7adc644a',
        'internal-name-changed f8bad6926728',
      ],
    );
  });
});

describe('the fingerprint of a value', () => {
  test('does not hold what may be a credential in an address', () => {
    const plain = valueFingerprint('https://cti.example.com/phone');
    for (const same of [
      'https://ann:pa55@cti.example.com/phone',
      'https://cti.example.com/phone?token=abc',
      'https://a@b@cti.example.com/phone#access_token=abc',
    ]) {
      assert.equal(valueFingerprint(same), plain, same);
    }
    assert.notEqual(valueFingerprint('https://cti.example.com/other'), plain);
    assert.equal(valueFingerprint('/apex/phone?sid=abc'), valueFingerprint('/apex/phone'));
    assert.notEqual(valueFingerprint('Who? Me'), valueFingerprint('Who'));
  });
});

describe('the fingerprint of a change', () => {
  const was = fields({ a: [item('x'), item('y')], b: [item('x')] });

  test('knows kind, path and content apart', () => {
    const now = fields({ a: [item('x'), item('y'), item('z')], b: [item('x'), item('z')] });
    const all = [
      change('item-added', undefined, at(0, 2)),
      change('item-added', undefined, at(1, 1)),
      change('item-removed', at(0, 0), undefined),
      change('item-removed', at(1, 0), undefined),
      change('item-renamed', at(0, 1), at(0, 2)),
      change('item-moved', at(0, 1), at(1, 1)),
    ].map((one) => changeFingerprint(one, was, now));
    assert.equal(new Set(all).size, all.length);
  });

  test('does not depend on what stands around', () => {
    const now = fields({ a: [item('x'), item('z'), item('y')] });
    const later = fields({ n: [item('m')], a: [item('k'), item('y'), item('x'), item('z', { label: 'Zed' })] });
    assert.equal(
      changeFingerprint(change('item-added', undefined, at(0, 1)), was, now),
      changeFingerprint(change('item-added', undefined, at(1, 3), { confidence: 0.5, withSection: true }), was, later),
    );
  });

  test('counts fields with the same names, so that accepting one more is not accepting all that come', () => {
    const twice = fields({ a: [item('x'), item('x'), item('x')] });
    const prints = [0, 1, 2].map((n) => changeFingerprint(change('item-added', undefined, at(0, n)), was, twice));
    assert.equal(new Set(prints).size, 3);
  });

  test('of a section that came or went holds its items, in any order', () => {
    const print = (items: readonly FieldItem[]) =>
      changeFingerprint(change('section-added', undefined, at(0)), was, fields({ c: items }));
    assert.equal(print([item('m'), item('n')]), print([item('n'), item('m')]));
    assert.notEqual(print([item('m')]), print([item('m'), item('n')]));
  });

  test('is the same for a value from a definition and from a baseline', () => {
    const now = fields({ a: [item('x', { value: { text: 'new' } })] });
    const text = fields({ a: [item('x', { value: { text: 'old' } })] });
    const kept = fields({ a: [item('x', { value: { fingerprint: valueFingerprint('old') } })] });
    const changed = change('value-changed', at(0, 0), at(0, 0));
    assert.equal(changeFingerprint(changed, text, now), changeFingerprint(changed, kept, now));
    assert.notEqual(changeFingerprint(changed, text, now), changeFingerprint(changed, text, text));
  });

  test('tells labels and halves of characters apart', () => {
    const print = (label: string | undefined) =>
      changeFingerprint(change('label-changed', at(0, 0), at(0, 0)), was, fields({ a: [item('x', { label })] }));
    assert.equal(new Set(['', undefined, 'a', '\ud800', '\ud801'].map(print)).size, 5);
  });
});

test('a run-time key is that of the settings call', () => {
  const set = fields({ a: [item('x')] });
  assert.equal(fieldKey(set, at(0, 0)), '/a/x');
  assert.equal(fieldKey(set, at(0)), '/a');
  assert.equal(fieldKey(set, undefined), undefined);
  assert.equal(fieldKey(set, at(7, 0)), undefined);
});
