import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diffFieldSets } from '../../../server/src/language/baseline/diff.ts';
import type { FieldItem, FieldSet } from '../../../server/src/language/baseline/field-set.ts';
import { fieldSetOf } from '../../../server/src/language/baseline/field-set.ts';
import { createCatalog } from '../../../server/src/language/catalog/catalog.ts';
import { definitionOf } from '../../../server/src/language/model/read.ts';
import { keyOf } from '../../support/field-sets.ts';
import { sourceOf } from '../../support/language.ts';
import { seeded } from '../../support/random.ts';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const wordsOf = (name: string) => name.match(/[A-Z]?[a-z]+/g) ?? [name];

/** How people rename: each gives a name that stays similar. */
const renames: readonly ((name: string, random: () => number) => string)[] = [
  (name, random) => without(name, 1 + Math.floor(random() * (name.length - 1))),
  (name, random) => {
    const at = 1 + Math.floor(random() * (name.length - 2));
    return `${name.slice(0, at)}${name.charAt(at)}${name.slice(at)}`;
  },
  (name) => `acme${capital(name)}`,
  (name) => `${name}Url`,
  (name) => name.toLowerCase(),
  (name) => name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase(),
  (name) => {
    const [first = '', ...rest] = wordsOf(name);
    return rest.join('') + capital(first);
  },
];

function without(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}

/** Names of three words, no two of which have more than one in common. */
const firsts = ['agent', 'queue', 'screen', 'ticket', 'wallboard', 'voicemail', 'campaign'];
const seconds = ['Default', 'Timeout', 'Language', 'Window', 'Recording', 'Greeting', 'Callback'];
const thirds = ['Mode', 'Length', 'Policy', 'Address', 'Template', 'Format', 'Threshold'];
const names = firsts.flatMap((first, a) =>
  seconds.map((second, b) => `${first}${second}${thirds[(a + b) % thirds.length]}`),
);

function setOf(items: readonly string[], random: () => number): FieldSet {
  const sections = ['general', 'screen', 'voice'].map((name, index) => ({
    name,
    label: name,
    items: items
      .filter((_, place) => place % 3 === index)
      .map((item): FieldItem => {
        const label = random() < 0.8 ? wordsOf(item).join(' ') : undefined;
        return { name: item, label, kind: undefined, value: undefined };
      }),
  }));
  return { internalName: 'Acme', flavour: 'openCti', sections };
}

describe('renames of some items', () => {
  test('are all found, and nothing else is', () => {
    const random = seeded(20261123);
    for (let round = 0; round < 200; round++) {
      const was = setOf(names, random);
      const renamed = new Map<string, string>();
      for (let left = 1 + Math.floor(random() * 8); left > 0; left--) {
        const name = names[Math.floor(random() * names.length)] ?? '';
        const rename = renames[Math.floor(random() * renames.length)];
        if (rename) renamed.set(name, rename(name, random));
      }
      const now: FieldSet = {
        ...was,
        sections: was.sections.map((section) => ({
          ...section,
          items: section.items.map((item) => ({ ...item, name: renamed.get(item.name) ?? item.name })),
        })),
      };
      const found = diffFieldSets(was, now).map(
        ({ kind, from, to }) => `${kind} ${keyOf(was, from)} ${keyOf(now, to)}`,
      );
      const expected = was.sections.flatMap(({ name, items }) =>
        items.flatMap((item) => {
          const to = renamed.get(item.name);
          return to === undefined ? [] : [`item-renamed /${name}/${item.name} /${name}/${to}`];
        }),
      );
      assert.deepEqual(found, expected);
    }
  });
});

describe('the order of elements in the document', () => {
  const catalog = createCatalog();
  const setIn = (text: string) => fieldSetOf(definitionOf(sourceOf(text)), catalog);
  const item = (name: string, order: number) => `<item sortOrder="${order}" name="${name}" label="${name}">v</item>`;
  const section = (name: string, order: number, items: readonly string[]) =>
    `<section sortOrder="${order}" name="${name}" label="${name}">${items.join('')}</section>`;
  const written = section('reqGeneralInfo', 0, [item('a', 0), item('b', 1), item('c', 2)]);
  const other = section('own', 1, [item('d', 0), item('e', 1)]);
  const was = setIn(`<callCenter>${written}${other}</callCenter>`);

  test('makes no difference', () => {
    const shuffled = section('reqGeneralInfo', 0, [item('c', 2), item('a', 0), item('b', 1)]);
    assert.deepEqual(diffFieldSets(was, setIn(`<callCenter>${other}${shuffled}</callCenter>`)), []);
  });

  test('counts where the numbers say so', () => {
    const exchanged = section('reqGeneralInfo', 0, [item('a', 0), item('b', 2), item('c', 1)]);
    assert.deepEqual(
      diffFieldSets(was, setIn(`<callCenter>${exchanged}${other}</callCenter>`)).map(({ kind }) => kind),
      ['order-changed'],
    );
  });
});

describe('very many fields', () => {
  const large = (items: number, nameOf: (section: number, item: number) => string, prefix = 'section'): FieldSet => ({
    internalName: 'Acme',
    flavour: undefined,
    sections: Array.from({ length: 500 }, (_, section) => ({
      name: `${prefix}${section}`,
      label: undefined,
      items: Array.from({ length: items }, (_, item) => ({
        name: nameOf(section, item),
        label: undefined,
        kind: undefined,
        value: undefined,
      })),
    })),
  });
  const nameOf = (section: number, item: number) => `field${section}x${item}`;
  const kindsOf = (was: FieldSet, now: FieldSet) => [...new Set(diffFieldSets(was, now).map(({ kind }) => kind))];

  test('of 500 sections can all be renamed, with their sections or without', () => {
    const was = large(2, nameOf);
    const renamed = (section: number, item: number) => `${nameOf(section, item)}Url`;
    assert.deepEqual(kindsOf(was, large(2, renamed)), ['item-renamed']);
    assert.deepEqual(kindsOf(was, large(2, nameOf, 'other')), ['section-renamed', 'item-moved']);
  });

  test('are more than a definition of the largest size that is read can hold', () => {
    const was = large(200, nameOf);
    assert.deepEqual(kindsOf(was, large(200, nameOf)), []);
    assert.deepEqual(
      kindsOf(
        was,
        large(200, (section, item) => (section === 250 && item === 50 ? 'pop' : nameOf(section, item))),
      ),
      ['item-added', 'item-removed'],
    );
    // So many have no counterpart that nothing similar is looked for.
    assert.deepEqual(
      kindsOf(
        was,
        large(200, (section, item) => `other${item}y${section}`),
      ),
      ['item-added', 'item-removed'],
    );
  });
});

test('names and labels as long as a file are compared by what they begin with, which comes to an end', () => {
  const random = seeded(7);
  const long = () => Array.from({ length: 1_000_000 }, () => 'abcdé'.charAt(Math.floor(random() * 5))).join('');
  const [first, second] = [setOf([long()], random), setOf([long()], random)];
  assert.deepEqual(
    diffFieldSets(first, second)
      .map(({ kind }) => kind)
      .sort(),
    ['item-added', 'item-removed'],
  );
  const name = long();
  const slip = `${name.slice(0, 50)}x${name.slice(50)}`;
  const kinds = diffFieldSets(setOf([name], random), setOf([slip], random)).map(({ kind }) => kind);
  assert.ok(kinds.includes('item-renamed') && !kinds.includes('item-added'), kinds.join());
});
