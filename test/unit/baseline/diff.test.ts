import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diffFieldSets } from '../../../server/src/language/baseline/diff.ts';
import type { FieldItem, FieldSet } from '../../../server/src/language/baseline/field-set.ts';
import { changeLine, fieldSet } from '../../support/field-sets.ts';

function linesOf(was: FieldSet, now: FieldSet): readonly string[] {
  return diffFieldSets(was, now).map((change) => changeLine(change, was, now));
}

function linesOfItems(was: readonly string[], now: readonly string[]): readonly string[] {
  return linesOf(fieldSet({ s: was }), fieldSet({ s: now }));
}

describe('the difference of two field sets', () => {
  test('tells what was added, removed, renamed, moved, in that order of places', () => {
    const was = fieldSet({
      'general "General"': ['agentName', 'queueAdress', 'extension', 'oldThing'],
      'phone "Phone"': ['ringtone'],
    });
    const now = fieldSet({
      'general "General"': ['agentName', 'queueAddress', 'brandNew'],
      'phone "Phone"': ['ringtone', 'extension'],
    });
    assert.deepEqual(linesOf(was, now), [
      'item-renamed /general/queueAdress -> /general/queueAddress',
      'item-added /general/brandNew',
      'item-moved /general/extension -> /phone/extension',
      'item-removed /general/oldThing',
    ]);
  });

  test('tells labels, and a label that came or went', () => {
    assert.deepEqual(
      linesOf(fieldSet({ 's "One"': ['a "A"', 'b', 'c "C"'] }), fieldSet({ 's "Two"': ['a "A!"', 'b "B"', 'c'] })),
      [
        'label-changed /s: One -> Two',
        'label-changed /s/a: A -> A!',
        'label-changed /s/b: undefined -> B',
        'label-changed /s/c: C -> undefined',
      ],
    );
  });

  test('tells another flavour and another internal name, where both are known', () => {
    const was = fieldSet({}, { flavour: 'openCti', internalName: 'Acme1' });
    assert.deepEqual(linesOf(was, fieldSet({}, { flavour: 'partnerTelephony', internalName: 'Acme2' })), [
      'flavour-changed: openCti -> partnerTelephony',
      'internal-name-changed: Acme1 -> Acme2',
    ]);
    assert.deepEqual(linesOf(was, fieldSet({})), []);
    assert.deepEqual(linesOf(fieldSet({}), was), []);
  });

  test('is sure of equal names, and less so of others', () => {
    const was = fieldSet({ s: ['agentName', 'gone'] });
    const now = fieldSet({ s: ['agentsName'] });
    const [renamed, removed] = diffFieldSets(was, now);
    assert.ok(renamed && renamed.confidence > 0.7 && renamed.confidence < 1);
    assert.equal(removed?.confidence, 1);
  });
});

describe('values', () => {
  const withValue = (value: FieldItem['value'], kind: FieldItem['kind'] = 'text'): FieldSet => {
    const of = fieldSet({ s: ['a'] });
    return {
      ...of,
      sections: [{ name: 's', label: undefined, items: [{ name: 'a', label: undefined, kind, value }] }],
    };
  };
  const one = withValue({ text: 'one' });
  const two = withValue({ text: 'two' });

  test('count only for who asks', () => {
    assert.deepEqual(diffFieldSets(one, two), []);
    assert.deepEqual(
      diffFieldSets(one, two, { values: true }).map((change) => changeLine(change, one, two)),
      ['value-changed /s/a: one -> two'],
    );
  });

  test('that are not known have not changed', () => {
    assert.deepEqual(diffFieldSets(one, withValue(undefined), { values: true }), []);
  });

  test('of which only a fingerprint is kept are compared by it, and not shown', () => {
    const kept = withValue({ fingerprint: 'f-one' });
    const options = { values: true, fingerprintOf: (text: string) => `f-${text}` };
    assert.deepEqual(diffFieldSets(kept, one, options), []);
    const [changed] = diffFieldSets(kept, two, options);
    assert.deepEqual([changed?.kind, changed?.was, changed?.now], ['value-changed', undefined, 'two']);
    assert.deepEqual(diffFieldSets(kept, two, { values: true }), [], 'without a way to compare them');
    assert.equal(diffFieldSets(kept, withValue({ fingerprint: 'f-two' }), { values: true }).length, 1);
  });

  test('that are an internal name are told once', () => {
    assert.deepEqual(
      diffFieldSets(withValue({ text: 'a' }, 'internalName'), withValue({ text: 'b' }, 'internalName'), {
        values: true,
      }),
      [],
    );
  });
});

describe('renamed items', () => {
  for (const [what, was, now] of [
    ['a slip', 'queueAdress', 'queueAddress'],
    ['two letters exchanged', 'softphoneTitle', 'sofptohneTitle'],
    ['another case', 'agentname', 'AgentName'],
    ['underscores', 'agentQueueName', 'agent_queue_name'],
    ['a prefix', 'queueName', 'acmeQueueName'],
    ['a suffix', 'screenPop', 'screenPopUrl'],
    ['words exchanged', 'nameOfAgent', 'agentOfName'],
    ['the reserved prefix given up', 'reqScreenPop', 'screenPop'],
    ['a number written otherwise', 'phone1', 'phone01'],
    ['a number, of one alone', 'screenPopV1', 'screenPopV2'],
  ] as const) {
    test(`are recognised by ${what}`, () => {
      assert.deepEqual(linesOfItems(['first', was, 'last'], ['first', now, 'last']), [
        `item-renamed /s/${was} -> /s/${now}`,
      ]);
    });
  }

  test('are recognised by their label where the name changed much', () => {
    assert.deepEqual(linesOfItems(['screenPopUrl "Screen pop"'], ['screenPopPage "Screen pop"']), [
      'item-renamed /s/screenPopUrl -> /s/screenPopPage',
    ]);
    assert.deepEqual(linesOfItems(['screenPopUrl "Screen pop"'], ['screenPopPage "Page"']), [
      'item-added /s/screenPopPage',
      'item-removed /s/screenPopUrl',
    ]);
  });

  test('are not two fields made alike: name and label differ in the same word', () => {
    assert.deepEqual(linesOfItems(['incomingRingtone "Incoming ringtone"'], ['outgoingRingtone "Outgoing ringtone"']), [
      'item-added /s/outgoingRingtone',
      'item-removed /s/incomingRingtone',
    ]);
  });

  test('are never two items of the platform, however alike', () => {
    assert.deepEqual(linesOfItems(['reqSoftphoneWidth:pixels "Size"'], ['reqSoftphoneHeight:pixels "Size"']), [
      'item-added /s/reqSoftphoneHeight',
      'item-removed /s/reqSoftphoneWidth',
    ]);
    assert.deepEqual(linesOfItems(['reqAdapterUrl:url "URL"'], ['reqCanvasApiName:apiName "URL"']), [
      'item-added /s/reqCanvasApiName',
      'item-removed /s/reqAdapterUrl',
    ]);
  });

  test('can be an item of the platform that somebody misspelt', () => {
    assert.deepEqual(linesOfItems(['reqAdapterUrl:url "URL"'], ['reqAdaptorUrl "URL"']), [
      'item-renamed /s/reqAdapterUrl -> /s/reqAdaptorUrl',
    ]);
  });

  test('get the best partners, not the first ones', () => {
    assert.deepEqual(
      linesOfItems(['x', 'agentNames', 'agentName2nd', 'y'], ['x', 'agentName2ndd', 'agentNamess', 'y']).filter(
        (line) => line.startsWith('item-'),
      ),
      ['item-renamed /s/agentName2nd -> /s/agentName2ndd', 'item-renamed /s/agentNames -> /s/agentNamess'],
    );
  });
});

describe('numbered families', () => {
  const phones = (numbers: readonly number[]) => numbers.map((number) => `phone${number} "Phone ${number}"`);

  test('lose a member without renaming the others', () => {
    assert.deepEqual(linesOfItems(phones([1, 2, 3, 4, 5]), phones([1, 3, 4, 5])), ['item-removed /s/phone2']);
  });

  test('lose one and gain one', () => {
    assert.deepEqual(linesOfItems(phones([1, 2, 3]), phones([1, 3, 4])), [
      'item-added /s/phone4',
      'item-removed /s/phone2',
    ]);
  });

  test('keep their numbers when all are renamed', () => {
    assert.deepEqual(
      linesOfItems(phones([1, 2, 3]), ['phoneNo3 "Phone 3"', 'phoneNo1 "Phone 1"', 'phoneNo2 "Phone 2"']).filter(
        (line) => line.startsWith('item-'),
      ),
      [
        'item-renamed /s/phone3 -> /s/phoneNo3',
        'item-renamed /s/phone1 -> /s/phoneNo1',
        'item-renamed /s/phone2 -> /s/phoneNo2',
      ],
    );
  });

  test('are sections, too: one that went and one that came share their items with all', () => {
    const button = (number: number) => [`Button${number}`, ['Label "Label"', 'Url "URL"', 'Icon "Icon"']] as const;
    const was = fieldSet(Object.fromEntries([1, 2, 3].map(button)));
    const now = fieldSet(Object.fromEntries([1, 3, 6].map(button)));
    assert.deepEqual(linesOf(was, now), [
      'section-added /Button6',
      ...['Label', 'Url', 'Icon'].map((name) => `item-added /Button6/${name} (with its section)`),
      'section-removed /Button2',
      ...['Label', 'Url', 'Icon'].map((name) => `item-removed /Button2/${name} (with its section)`),
    ]);
  });
});

describe('names that occur twice', () => {
  test('belong together by the order in which they come', () => {
    assert.deepEqual(linesOfItems(['a "1"', 'a "2"', 'b'], ['a "1"', 'b', 'a "2"', 'a "3"']), [
      'order-changed /s/b: 2 -> 1',
      'item-added /s/a',
    ]);
  });
});

describe('moved items', () => {
  test('are told with both names where they were renamed as well', () => {
    assert.deepEqual(
      linesOf(
        fieldSet({ a: ['one', 'callWrapUpTime "Wrap-up"'], b: ['two'] }),
        fieldSet({ a: ['one'], b: ['two', 'callWrapupTimes "Wrap-up"'] }),
      ),
      ['item-moved /a/callWrapUpTime -> /b/callWrapupTimes'],
    );
  });

  test('go before similar names in the old section: a name that is still there is not renamed', () => {
    assert.deepEqual(
      linesOf(
        fieldSet({ a: ['one', 'queueName'], b: ['two'] }),
        fieldSet({ a: ['one', 'queueNames'], b: ['two', 'queueName'] }),
      ),
      ['item-added /a/queueNames', 'item-moved /a/queueName -> /b/queueName'],
    );
  });

  test('can come from a section that is gone', () => {
    assert.deepEqual(
      linesOf(fieldSet({ a: ['one'], b: ['agentName', 'obsolete'] }), fieldSet({ a: ['one', 'agentName'] })),
      ['item-moved /b/agentName -> /a/agentName', 'section-removed /b', 'item-removed /b/obsolete (with its section)'],
    );
  });

  test('of several with one name are those with the same label', () => {
    assert.deepEqual(
      linesOf(
        fieldSet({ a: ['url "Pop"'], b: ['url "Help"'], c: ['keep'] }),
        fieldSet({ a: [], b: [], c: ['keep', 'url "Help"'] }),
      ),
      ['item-moved /b/url -> /c/url', 'item-removed /a/url'],
    );
  });

  test('are not those of another section with a name that every section has', () => {
    assert.deepEqual(
      linesOf(
        fieldSet({ a: ['url "Pop"', 'x'], b: ['url "Help"'], c: ['keep'] }),
        fieldSet({ a: ['x'], b: ['url "Help"'], c: ['keep', 'url "Other"'] }),
      ),
      ['item-added /c/url', 'item-removed /a/url'],
    );
  });
});

describe('sections', () => {
  test('that were renamed take their items along', () => {
    assert.deepEqual(
      linesOf(
        fieldSet({ Oldies: ['one', 'two', 'agentName'], kept: ['three'] }),
        fieldSet({ Newest: ['one', 'agentNames', 'two', 'four'], kept: ['three'] }),
      ),
      [
        'section-renamed /Oldies -> /Newest',
        'item-moved /Oldies/one -> /Newest/one (with its section)',
        'item-renamed /Oldies/agentName -> /Newest/agentNames',
        'item-moved /Oldies/two -> /Newest/two (with its section)',
        'order-changed /Oldies/two -> /Newest/two: 1 -> 2',
        'item-added /Newest/four',
      ],
    );
  });

  test('that hold other items are other sections, unless they are called nearly the same', () => {
    const was = fieldSet({ Routing: ['one', 'two'] });
    assert.deepEqual(
      diffFieldSets(was, fieldSet({ Softphone: ['three', 'four'] })).map(({ kind }) => kind),
      ['section-added', 'item-added', 'item-added', 'section-removed', 'item-removed', 'item-removed'],
    );
    assert.equal(diffFieldSets(was, fieldSet({ Routings: ['one', 'four'] }))[0]?.kind, 'section-renamed');
  });

  test('of the platform are never one another', () => {
    const lines = linesOf(fieldSet({ reqHvcc: ['reqA:text'] }), fieldSet({ reqHvca: ['reqB:text'] }));
    assert.deepEqual(lines, [
      'section-added /reqHvca',
      'item-added /reqHvca/reqB (with its section)',
      'section-removed /reqHvcc',
      'item-removed /reqHvcc/reqA (with its section)',
    ]);
  });

  test('that are empty are compared by name and label', () => {
    assert.deepEqual(linesOf(fieldSet({ Settings: [] }), fieldSet({ Setings: [] })), [
      'section-renamed /Settings -> /Setings',
    ]);
  });
});

describe('the order', () => {
  test('is told of what moved only, not of what it passed', () => {
    assert.deepEqual(linesOfItems(['a', 'b', 'c', 'd', 'e'], ['e', 'a', 'b', 'c', 'd']), [
      'order-changed /s/e: 4 -> 0',
    ]);
    assert.deepEqual(linesOf(fieldSet({ a: [], b: [], c: [] }), fieldSet({ b: [], c: [], a: [] })), [
      'order-changed /a: 0 -> 2',
    ]);
  });

  test('does not change by what comes and goes', () => {
    assert.deepEqual(linesOfItems(['q1', 'b', 'zz', 'd'], ['b', 'xx', 'd', 'yyy']), [
      'item-added /s/xx',
      'item-added /s/yyy',
      'item-removed /s/q1',
      'item-removed /s/zz',
    ]);
  });

  test('of two neighbours that changed places is told of the same one in both directions', () => {
    assert.deepEqual(linesOfItems(['a', 'b'], ['b', 'a']), ['order-changed /s/b: 1 -> 0']);
    assert.deepEqual(linesOfItems(['b', 'a'], ['a', 'b']), ['order-changed /s/b: 0 -> 1']);
  });
});
