import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service, sourceOf } from '../../support/language.ts';

test('500 sections with 200 items each are shown and edited in time', () => {
  const lines = ['<callCenter>'];
  for (let section = 0; section < 500; section++) {
    lines.push(`  <section sortOrder="${section}" name="section${section}" label="Section ${section}">`);
    for (let item = 0; item < 200; item++) {
      lines.push(`    <item sortOrder="${item}" name="item${item}" label="Item ${item}">value ${item}</item>`);
    }
    lines.push('  </section>');
  }
  const text = `${lines.join('\n')}\n</callCenter>\n`;
  const source = sourceOf(text);
  // What diagnostics have worked out already when somebody looks.
  const findings = performance.now();
  service.findings(source);
  const start = performance.now();
  const preview = service.preview(source, {}, new Set(['/section7']));
  const shown = performance.now();
  assert.ok(preview.state === 'definition');
  const { sections } = preview.content;
  assert.equal(sections.length, 500);
  // Only those fields that somebody looks at.
  assert.deepEqual(
    sections.filter(({ items }) => items).map(({ id, items }) => [id, items?.length]),
    [['/section7', 200]],
  );
  assert.ok(sections.every(({ count }) => count === 200));
  const size = JSON.stringify(preview).length;
  assert.ok(size < 500_000, `${size} characters`);
  const edit = service.previewEdit(source, { kind: 'move', id: '/section250/item100', by: 1 });
  assert.ok(edit.kind === 'edits' && edit.edits.length === 2);
  const edited = performance.now();
  console.log(
    `findings ${Math.round(start - findings)} ms, preview ${Math.round(shown - start)} ms, edit ${Math.round(edited - shown)} ms, ${Math.round(size / 1000)} kB`,
  );
  assert.ok(shown - start < 5000, `${shown - start} ms`);
});

test('a section that nobody looks at says how many problems its fields have', () => {
  const items = Array.from({ length: 160 }, (_, item) => `<item sortOrder="${item}" name="x" label="X">1</item>`);
  const text = `<callCenter><section sortOrder="0" name="own" label="Own">${items.join('')}</section></callCenter>`;
  const hidden = service.preview(sourceOf(text), {}, new Set());
  const shown = service.preview(sourceOf(text));
  assert.ok(hidden.state === 'definition' && shown.state === 'definition');
  const given = (shown.content.sections[0]?.items ?? []).reduce((sum, { problems = [] }) => sum + problems.length, 0);
  assert.ok(given > 0);
  assert.equal(shown.content.sections[0]?.hiddenProblems, undefined);
  assert.equal(hidden.content.sections[0]?.hiddenProblems, given);
  assert.equal(hidden.content.sections[0]?.items, undefined);
});

test('a definition that is not large is given in full, whatever is asked for', () => {
  const text =
    '<callCenter><section sortOrder="0" name="a" label="A"><item sortOrder="0" name="b" label="B">1</item></section></callCenter>';
  const preview = service.preview(sourceOf(text), {}, new Set());
  assert.ok(preview.state === 'definition');
  assert.equal(preview.content.sections[0]?.items?.length, 1);
});
