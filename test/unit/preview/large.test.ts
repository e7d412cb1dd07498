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
  const preview = service.preview(source);
  const shown = performance.now();
  assert.ok(preview.state === 'definition');
  assert.equal(preview.content.sections.length, 500);
  const edit = service.previewEdit(source, { kind: 'move', id: '/section250/item100', by: 1 });
  assert.ok(edit.kind === 'edits' && edit.edits.length === 2);
  const edited = performance.now();
  console.log(
    `findings ${Math.round(start - findings)} ms, preview ${Math.round(shown - start)} ms, edit ${Math.round(edited - shown)} ms, ${Math.round(JSON.stringify(preview).length / 1000)} kB`,
  );
  assert.ok(shown - start < 5000, `${shown - start} ms`);
});
