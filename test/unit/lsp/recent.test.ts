import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSource, type Source } from '../../../server/src/language/index.ts';
import { createRecentDocuments } from '../../../server/src/lsp/recent.ts';

const open = (index: number) => createSource(`file:///${index}.xml`, 1, `<callCenter>${index}</callCenter>`);

/** Those of which something that was computed is still at hand, by name. */
function kept(sources: readonly Source[], computed: ReadonlyMap<Source, object>): readonly string[] {
  return sources.filter((source) => source.derive(compute) === computed.get(source)).map(({ uri }) => uri.slice(8, -4));
}

const compute = (): object => ({});

describe('of very many documents', () => {
  const given = () => {
    const sources = Array.from({ length: 14 }, (_, index) => open(index));
    return { sources, computed: new Map(sources.map((source) => [source, source.derive(compute)])) };
  };

  test('more than the text is kept of the ten that were used last', () => {
    const { sources, computed } = given();
    const recent = createRecentDocuments();
    for (const source of sources) recent.used(source);
    assert.deepEqual(kept(sources, computed), ['4', '5', '6', '7', '8', '9', '10', '11', '12', '13']);
  });

  test('one that is used again stays', () => {
    const { sources, computed } = given();
    const recent = createRecentDocuments();
    for (const source of sources) {
      recent.used(source);
      if (sources[0]) recent.used(sources[0]);
    }
    assert.deepEqual(kept(sources, computed), ['0', '5', '6', '7', '8', '9', '10', '11', '12', '13']);
  });

  test('one that is closed takes no place', () => {
    const { sources, computed } = given();
    const recent = createRecentDocuments();
    for (const source of sources.slice(0, 12)) {
      recent.used(source);
      if (source !== sources[0]) continue;
      recent.closed(source.uri);
    }
    assert.deepEqual(kept(sources.slice(1, 12), computed), ['2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
  });

  test('a newer text of one takes the place of the older', () => {
    const { sources, computed } = given();
    const recent = createRecentDocuments();
    for (const source of sources.slice(0, 10)) recent.used(source);
    recent.used(createSource('file:///3.xml', 2, '<callCenter/>'));
    assert.equal(kept(sources.slice(0, 10), computed).length, 10);
  });
});
