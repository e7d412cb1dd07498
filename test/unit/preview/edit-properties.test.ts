import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits, type PreviewOperation } from '../../../server/src/language/index.ts';
import { definitionOf, treeOf, verdictOf } from '../../../server/src/language/model/read.ts';
import { fieldsOf } from '../../../server/src/language/preview/fields.ts';
import type { XmlNode } from '../../../server/src/language/xml/tree.ts';
import { corpus, fixturesIn } from '../../support/fixtures.ts';
import { service, sourceOf } from '../../support/language.ts';
import { seeded } from '../../support/random.ts';

const definitions = [...fixturesIn('fixtures/ok'), ...corpus('import'), ...corpus('metadata')].filter(({ text }) => {
  const source = sourceOf(text);
  return definitionOf(source).body !== undefined && verdictOf(source).kind === 'well-formed';
});

/** Every field by id, with its label and value; secrets in the clear. */
function shown(text: string): Map<string, { label: string | undefined; value: string | undefined }> {
  const source = sourceOf(text);
  return new Map(
    [...fieldsOf(source).byId.values()].map((part) => {
      const { label } =
        part.kind === 'section' ? part.section : part.kind === 'item' ? part.item : { label: undefined };
      return [part.id, { label: label?.text, value: service.fieldValue(source, part.id) }];
    }),
  );
}

/** What the page shows of a field. */
function inPreview(text: string, id: string) {
  const preview = service.preview(sourceOf(text));
  assert.ok(preview.state === 'definition');
  const { sections, parts } = preview.content;
  return [...parts, ...sections.flatMap(({ items = [] }) => items)].find((item) => item.id === id);
}

function commentsIn(text: string): string[] {
  const found: string[] = [];
  const walk = (nodes: readonly XmlNode[]) => {
    for (const node of nodes) {
      if (node.kind === 'comment') found.push(text.slice(node.span.start, node.span.end));
      if (node.kind === 'element') walk(node.children);
    }
  };
  walk(treeOf(sourceOf(text)).children);
  return found.sort();
}

/** The text after an operation, which has to be allowed. */
function after(text: string, operation: PreviewOperation): string {
  const result = service.previewEdit(sourceOf(text), operation);
  assert.equal(result.kind, 'edits', JSON.stringify([operation, result]));
  const next = result.kind === 'edits' ? applyEdits(text, result.edits) : text;
  assert.equal(verdictOf(sourceOf(next)).kind, 'well-formed', JSON.stringify(operation));
  return next;
}

const values = [
  '',
  'x',
  ']]',
  ']]a>',
  ' a b ',
  'a & b < c > d "e" \'f\'',
  ']]>',
  'line\nline',
  '{"a":[1]}',
  '<script>',
  'ü 😀',
  '&amp;',
];

describe('an operation on any definition', () => {
  for (const [index, { name, text }] of definitions.entries()) {
    const random = seeded(index + 1);
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const source = sourceOf(text);
    const fields = fieldsOf(source);
    const parts = [...fields.byId.values()];
    const plainItems = parts.filter((part) => part.kind === 'item' && part.item.valueIsPlain);

    test(`a value or label in ${name}: the page shows it, the rest stays, and back again gives the old text`, () => {
      for (let round = 0; round < 4; round++) {
        const part = pick([...plainItems, ...fields.beside]);
        const value = pick(values);
        if (!part || value === undefined) return;
        const old = service.fieldValue(source, part.id) ?? '';
        if (part.kind === 'element' && !part.field) continue;
        const next = after(text, { kind: 'setValue', id: part.id, value });
        const field = inPreview(next, part.id);
        assert.equal(field?.value, field?.control.kind === 'secret' && value.trim() !== '' ? undefined : value);
        assert.equal(service.fieldValue(sourceOf(next), part.id), value);
        const [before, now] = [shown(text), shown(next)];
        for (const [id, field] of before) {
          const other = now.get(id);
          // What says the same elsewhere goes along.
          if (id === part.id || field.value === old) continue;
          assert.deepEqual(other, field, id);
        }
        assert.deepEqual(commentsIn(next), commentsIn(text));
        const back = after(next, { kind: 'setValue', id: part.id, value: old });
        assert.deepEqual(shown(back), before);
        const written = text.slice(
          ...Object.values(service.fieldSpans(source, part.id)?.value ?? { start: 0, end: 0 }),
        );
        if (written === old && old !== '' && part.kind === 'item' && !definitionOf(source).metadata)
          assert.equal(back, text);

        if (part.kind !== 'item') continue;
        const relabelled = after(text, { kind: 'setLabel', id: part.id, label: value });
        const label = fieldsOf(sourceOf(relabelled)).byId.get(part.id);
        assert.equal(label?.kind === 'item' && label.item.label?.text, value);
      }
    });

    test(`a move in ${name}: the page shows it, every value stays`, () => {
      const movable = parts.filter(({ kind }) => kind === 'item' || kind === 'section');
      for (let round = 0; round < 4; round++) {
        const part = pick(movable);
        if (!part) return;
        const place = Math.floor(random() * 5);
        const result = service.previewEdit(source, { kind: 'moveTo', id: part.id, place });
        if (result.kind === 'refused') continue;
        const next = applyEdits(text, result.edits);
        assert.equal(verdictOf(sourceOf(next)).kind, 'well-formed');
        const order = orderWith(next, result.id ?? '');
        assert.equal(order.indexOf(result.id ?? ''), Math.min(place, order.length - 1), `${part.id} to ${place}`);
        assert.deepEqual(fieldLines(next), fieldLines(text));
        assert.deepEqual(commentsIn(next), commentsIn(text));
      }
    });

    test(`a move to another section of ${name}: there it is`, () => {
      for (let round = 0; round < 4; round++) {
        const part = pick(parts.filter(({ kind }) => kind === 'item'));
        const target = pick(parts.filter(({ kind }) => kind === 'section'));
        if (part?.kind !== 'item' || !target || part.section === target) continue;
        const place = Math.floor(random() * 5);
        const result = service.previewEdit(source, { kind: 'moveTo', id: part.id, place, section: target.id });
        if (result.kind === 'refused') continue;
        const next = applyEdits(text, result.edits);
        assert.equal(verdictOf(sourceOf(next)).kind, 'well-formed');
        const order = orderWith(next, result.id ?? '');
        assert.equal(
          order.indexOf(result.id ?? ''),
          Math.min(place, order.length - 1),
          `${part.id} to ${target.id} ${place}`,
        );
        assert.deepEqual(fieldLines(next), fieldLines(text));
        assert.deepEqual(commentsIn(next), commentsIn(text));
      }
    });

    test(`adding to ${name} and removing it again gives the old text`, () => {
      const section = pick(parts.filter(({ kind }) => kind === 'section'));
      const added: [PreviewOperation, string][] = [[{ kind: 'addSection', name: 'somethingNew' }, '/somethingNew']];
      if (section)
        added.push([
          { kind: 'addItem', section: section.id, name: 'somethingNew', value: 'a&b' },
          `${section.id}/somethingNew`,
        ]);
      for (const [operation, id] of added) {
        const next = after(text, operation);
        assert.ok(shown(next).has(id), id);
        for (const [other, field] of shown(text)) assert.deepEqual(shown(next).get(other), field);
        assert.equal(after(next, { kind: 'remove', id }), text);
      }
    });

    test(`removing from ${name} leaves the rest`, () => {
      const part = pick(parts.filter(({ kind }) => kind === 'item'));
      if (part?.kind !== 'item' || /#\d/.test(part.id)) return;
      const next = after(text, { kind: 'remove', id: part.id });
      const before = [...shown(text).entries()].filter(([id]) => id !== part.id).map(([, field]) => line(field));
      // A part that the item repeated comes to light.
      const now = new Set([...shown(next).values()].map(line));
      for (const field of before) assert.ok(now.has(field), field);
    });
  }
});

/** Labels and values of sections and items, in no order: what repeats an item that moved away comes to light beside them. */
function fieldLines(text: string): readonly string[] {
  return [...shown(text)].flatMap(([id, field]) => (id.startsWith('/') ? [line(field)] : [])).sort();
}

function line(field: object): string {
  return JSON.stringify(field);
}

/** The ids in the order shown, of the list that holds one. */
function orderWith(text: string, id: string): readonly string[] {
  const { sections } = fieldsOf(sourceOf(text));
  const lists = [sections.map(({ part }) => part.id), ...sections.map(({ items }) => items.map((item) => item.id))];
  return lists.find((list) => list.includes(id)) ?? [];
}
