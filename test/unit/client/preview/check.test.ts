import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readHostMessage, readKeptState, readPageMessage } from '../../../../client/src/preview/check.ts';
import type { HostMessage, KeptState, PageMessage } from '../../../../client/src/preview/messages.ts';

const range = { start: { line: 0, character: 1 }, end: { line: 2, character: 3 } };
const edit = (operation: Extract<PageMessage, { type: 'edit' }>['operation']): PageMessage => ({
  type: 'edit',
  ticket: 1,
  version: 3,
  operation,
});

const fromPage: readonly PageMessage[] = [
  { type: 'ready' },
  edit({ kind: 'setValue', id: '/a/b', value: '<script>' }),
  edit({ kind: 'setLabel', id: '/a', label: '' }),
  edit({ kind: 'move', id: '/a/b', by: -1 }),
  edit({ kind: 'moveTo', id: '/a/b', place: 0, section: '/c' }),
  edit({ kind: 'moveTo', id: '/a/b', place: 2 }),
  edit({ kind: 'addItem', section: '/a', name: 'b', label: 'B', value: '' }),
  edit({ kind: 'addSection', name: 'a' }),
  edit({ kind: 'remove', id: '/a' }),
  edit({ kind: 'setMode', mode: 'Classic_and_Lightning' }),
  edit({ kind: 'setSize', width: 300 }),
  edit({ kind: 'setPrefixes', outside: '9', longDistance: '', international: '011' }),
  { type: 'reveal', id: '/a', focus: true },
  { type: 'goTo', range, fix: false },
  { type: 'near', sections: ['/a', '/b'] },
  { type: 'history', step: 'redo' },
  { type: 'copy', text: '/a/b' },
  { type: 'secret', id: '/a/b' },
  { type: 'dial', ticket: 2, numbers: ['+1 415 555 1212', ''], country: 'US' },
  { type: 'dial', ticket: 2, numbers: [] },
  { type: 'settings', ticket: 3, format: 'lightning', reveal: false },
  { type: 'copySettings', format: 'markdown', reveal: false },
  { type: 'open', format: 'csv', reveal: true },
];

describe('a message from the page', () => {
  test('is taken when it has one of the shapes', () => {
    for (const message of fromPage) assert.deepEqual(readPageMessage(JSON.parse(JSON.stringify(message))), message);
  });

  test('is nothing without any of its properties that it has to have', () => {
    const optional = new Set(['country', 'section', 'label', 'width', 'outside', 'longDistance', 'international']);
    for (const message of fromPage) {
      for (const key of Object.keys(message)) {
        if (optional.has(key)) continue;
        const less = Object.fromEntries(Object.entries(message).filter(([name]) => name !== key));
        assert.equal(readPageMessage(less), undefined, `${message.type} without ${key}`);
      }
    }
  });

  test('is nothing with a property that nobody knows, or of another type', () => {
    for (const message of fromPage) {
      assert.equal(readPageMessage({ ...message, extra: 1 }), undefined);
      for (const key of Object.keys(message)) {
        assert.equal(readPageMessage({ ...message, [key]: Symbol.iterator }), undefined, `${message.type}.${key}`);
      }
    }
  });

  for (const [what, value] of [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ready'],
    ['a list', [{ type: 'ready' }]],
    ['a name of every object', { type: 'constructor' }],
    ['a prototype', { type: '__proto__' }],
    ['an unknown operation', { type: 'edit', ticket: 1, version: 1, operation: { kind: 'run', id: 'x' } }],
    [
      'a place before the first',
      { type: 'edit', ticket: 1, version: 1, operation: { kind: 'moveTo', id: 'x', place: -1 } },
    ],
    ['a step of two', { type: 'edit', ticket: 1, version: 1, operation: { kind: 'move', id: 'x', by: 2 } }],
    ['half a pixel', { type: 'edit', ticket: 1, version: 1, operation: { kind: 'setSize', width: 0.5 } }],
    ['a line before the first', { type: 'goTo', range: { ...range, start: { line: -1, character: 0 } }, fix: true }],
    ['no country', { type: 'dial', ticket: 2, numbers: [], country: 'usa' }],
    ['more numbers than anybody reads', { type: 'dial', ticket: 2, numbers: Array.from({ length: 201 }, () => '1') }],
    ['a number without end', { type: 'dial', ticket: 2, numbers: ['1'.repeat(201)] }],
    ['an unknown format', { type: 'open', format: 'exe', reveal: false }],
  ] as const) {
    test(`cannot be ${what}`, () => assert.equal(readPageMessage(value), undefined));
  }
});

describe('a message from the extension', () => {
  const view = {
    type: 'view',
    serial: 1,
    uri: 'file:///a',
    name: 'a',
    locked: false,
    version: 1,
    outdated: false,
  } as const;

  test('is taken when it has one of the shapes', () => {
    const messages: readonly HostMessage[] = [
      { type: 'words', texts: { copy: 'Copy' }, language: 'en' },
      view,
      { ...view, error: { message: 'broken', at: range } },
      { type: 'cursor' },
      { type: 'cursor', id: '/a' },
      { type: 'edited', ticket: 1, outcome: 'refused', reason: 'no' },
      { type: 'secret', id: '/a/b', version: 1, value: '' },
      { type: 'settings', ticket: 3, format: 'csv', version: 1, text: 'Key', masked: 0, cut: true },
      { type: 'said', text: 'Copied.' },
      { type: 'back' },
    ];
    for (const message of messages) assert.deepEqual(readHostMessage(message), message);
  });

  test('is nothing else', () => {
    for (const value of [{}, { type: 'ready' }, { ...view, version: '1' }, { ...view, html: '<b>' }, [view]]) {
      assert.equal(readHostMessage(value), undefined);
    }
  });
});

describe('what a page kept', () => {
  const kept: KeptState = { uri: 'file:///a', locked: true, tab: 'dialing', open: { '/a': false }, numbers: '911' };

  test('is taken up again, and what another version kept is not', () => {
    assert.deepEqual(readKeptState(kept), kept);
    for (const value of [
      undefined,
      null,
      {},
      { ...kept, tab: 'news' },
      { ...kept, open: { '/a': 1 } },
      { ...kept, more: 1 },
    ]) {
      assert.equal(readKeptState(value), undefined);
    }
  });
});
