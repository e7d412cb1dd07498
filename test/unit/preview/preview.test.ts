import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DocumentOptions, PreviewContent, PreviewItem, Span } from '../../../server/src/language/index.ts';
import { service, sourceOf } from '../../support/language.ts';

const item = (order: number, name: string, value: string, label = name) =>
  `<item sortOrder="${order}" name="${name}" label="${label}">${value}</item>`;

const text = `<callCenter>
  <section sortOrder="1" name="Own" label="My own">
    ${item(1, 'second', 'b')}
    ${item(0, 'apiToken', 'h7Gk29sLq0')}
  </section>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    ${item(0, 'reqInternalName', 'Acme', 'Internal Name')}
    ${item(1, 'reqDisplayName', 'Acme Phone', 'Display Name')}
    ${item(2, 'reqAdapterUrl', 'https://phone.acme.test/', 'CTI Adapter URL')}
    ${item(3, 'reqUseApi', 'yes', 'Use CTI API')}
    ${item(4, 'reqSoftphoneHeight', '300', 'Height')}
    ${item(5, 'reqSoftphoneWidth', '300', 'Width')}
    ${item(6, 'reqSalesforceCompatibilityMode', 'Classic', 'Mode')}
  </section>
</callCenter>
`;

function contentOf(given: string, options?: DocumentOptions): PreviewContent<Span> {
  const preview = service.preview(sourceOf(given), options);
  assert.ok(preview.state === 'definition', preview.state);
  return preview.content;
}

function itemsOf(content: PreviewContent<Span>): readonly PreviewItem<Span>[] {
  return content.sections.flatMap(({ items = [] }) => items);
}

function itemOf(given: string, id: string, options?: DocumentOptions): PreviewItem<Span> {
  const content = contentOf(given, options);
  const found = [...itemsOf(content), ...content.parts].find((candidate) => candidate.id === id);
  assert.ok(found, id);
  return found;
}

describe('the preview', () => {
  test('has sections and items in the order of Setup, with their run-time keys', () => {
    const content = contentOf(text);
    assert.deepEqual(
      content.sections.map(({ key, label, need }) => [key, label, need]),
      [
        ['/reqGeneralInfo', 'General Information', 'required'],
        ['/Own', 'My own', 'custom'],
      ],
    );
    assert.deepEqual(
      content.sections[1]?.items?.map(({ key }) => key),
      ['/Own/apiToken', '/Own/second'],
    );
    assert.equal(content.internalName, 'Acme');
    assert.equal(content.displayName, 'Acme Phone');
    assert.equal(content.flavour, 'openCti');
  });

  test('is plain JSON', () => {
    const preview = service.preview(sourceOf(text));
    assert.deepEqual(JSON.parse(JSON.stringify(preview)), preview);
  });

  test('holds no secret, and tells that there is one; it is there for who asks', () => {
    const secret = itemOf(text, '/Own/apiToken');
    assert.deepEqual(secret.control, { kind: 'secret', lines: false });
    assert.equal(secret.value, undefined);
    assert.equal(secret.filled, true);
    assert.doesNotMatch(JSON.stringify(service.preview(sourceOf(text))), /h7Gk29sLq0/);
    assert.equal(service.fieldValue(sourceOf(text), '/Own/apiToken'), 'h7Gk29sLq0');
    assert.equal(service.fieldValue(sourceOf(text), '/Own/gone'), undefined);
  });

  test('has the control that suits the kind', () => {
    const controls = Object.fromEntries(itemsOf(contentOf(text)).map(({ name, control }) => [name, control.kind]));
    assert.deepEqual(controls, {
      reqInternalName: 'text',
      reqDisplayName: 'text',
      reqAdapterUrl: 'url',
      reqUseApi: 'toggle',
      reqSoftphoneHeight: 'number',
      reqSoftphoneWidth: 'number',
      reqSalesforceCompatibilityMode: 'choice',
      apiToken: 'secret',
      second: 'text',
    });
  });

  test('bounds a size in Lightning Experience only', () => {
    assert.deepEqual(itemOf(text, '/reqGeneralInfo/reqSoftphoneWidth').control, { kind: 'number', unit: 'px' });
    const lightning = text.replace('>Classic<', '>Lightning<');
    const { control } = itemOf(lightning, '/reqGeneralInfo/reqSoftphoneWidth');
    assert.deepEqual(control, { kind: 'number', unit: 'px', min: 200, max: 1920 });
  });

  test('says what nobody can change after the import', () => {
    assert.deepEqual(
      itemsOf(contentOf(text)).flatMap(({ name, fixedAfterImport }) => (fixedAfterImport ? [name] : [])),
      ['reqInternalName'],
    );
  });

  test('shows a problem at its field', () => {
    const [problem] = itemOf(text, '/reqGeneralInfo/reqUseApi').problems ?? [];
    assert.equal(problem?.rule, 'invalid-boolean');
    assert.equal(text.slice(problem?.at.start, problem?.at.end), 'yes');
    const noSection = text.replace(/ {2}<section sortOrder="0"[\s\S]*<\/section>\n/, '');
    assert.ok(contentOf(noSection).problems.some(({ rule }) => rule === 'missing-section'));
  });

  test('marks what somebody has to fill in, and what only the text can say', () => {
    const open = text.replace('>b<', '>{{tenant}}<');
    assert.equal(itemOf(open, '/Own/second').placeholder, true);
    const mixed = text.replace('>b<', '>a<b/>c<');
    assert.match(itemOf(mixed, '/Own/second').locked ?? '', /edit it in the text/);
  });

  test('offers what the flavour knows and the definition lacks', () => {
    const { addable, sections } = contentOf(text);
    assert.deepEqual(
      addable.map(({ name }) => name),
      ['reqDialingOptions'],
    );
    const names = sections[0]?.addable.map(({ name }) => name) ?? [];
    assert.ok(names.includes('reqStandbyUrl') && !names.includes('reqUseApi') && !names.includes('reqProgId'));
    assert.deepEqual(sections[1]?.addable, []);
  });
});

describe('the id of a field', () => {
  test('stays, and so does all of the field, when something else is edited', () => {
    const edited = text.replace('>Acme Phone<', '>Another<').replace('<callCenter>', '<callCenter>\n  <!-- new -->');
    const before = itemsOf(contentOf(text));
    const now = itemsOf(contentOf(edited));
    assert.deepEqual(
      now.map(({ id }) => id),
      before.map(({ id }) => id),
    );
    const unchanged = (items: readonly PreviewItem<Span>[]) =>
      items.filter(({ name, problems }) => name !== 'reqDisplayName' && !problems);
    assert.deepEqual(unchanged(now), unchanged(before));
  });

  test('tells fields with one name apart, whatever their names are', () => {
    const doubled = `<callCenter>
      <section sortOrder="0" name="a" label="A">${item(0, 'b', '1')}${item(1, 'b', '2')}${item(2, 'b#2', '3')}${item(3, '', '4')}</section>
      <section sortOrder="1" name="a" label="A">${item(0, 'b', '5')}</section>
    </callCenter>`;
    const ids = contentOf(doubled).sections.flatMap(({ id, items = [] }) => [id, ...items.map((one) => one.id)]);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      ids.map((id) => service.fieldValue(sourceOf(doubled), id)),
      [undefined, '1', '2', '3', '4', undefined, '5'],
    );
  });

  test('leads to its place, and a place to it', () => {
    const source = sourceOf(text);
    for (const { id } of itemsOf(contentOf(text))) {
      const spans = service.fieldSpans(source, id);
      assert.ok(spans?.value && spans.name);
      assert.equal(text.slice(spans.value.start, spans.value.end), service.fieldValue(source, id));
      for (const at of [spans.element.start, spans.name.start, spans.value.end, spans.element.end])
        assert.equal(service.fieldAt(source, at), id);
    }
    assert.equal(service.fieldAt(source, text.indexOf('My own')), '/Own');
    assert.equal(service.fieldAt(source, 0), undefined);
    assert.equal(service.fieldSpans(source, '/Own/gone'), undefined);
  });
});

describe('a text that is no whole definition', () => {
  test('is broken, with the first error, and without content where its structure is in doubt', () => {
    const preview = service.preview(sourceOf(text.replace('</section>', '')));
    assert.ok(preview.state === 'broken');
    assert.ok(preview.error.message.length > 10);
    assert.equal(preview.content, undefined);
  });

  test('shows its content all the same where only a character is wrong', () => {
    const raw = text.replace('phone.acme.test/', 'phone.acme.test/?a=1&b=2');
    const preview = service.preview(sourceOf(raw));
    assert.ok(preview.state === 'broken');
    assert.equal(raw[preview.error.at.start], '&');
    assert.equal(preview.content?.sections.length, 2);
  });

  test('has an error also where its rule is switched off', () => {
    const raw = text.replace('phone.acme.test/', 'phone.acme.test/?a=1&b=2');
    const preview = service.preview(sourceOf(raw), { severities: { 'xml-syntax': 'off' } });
    assert.ok(preview.state === 'broken' && preview.error.at.end > 0);
  });

  test('is none where it is something else, and says so', () => {
    for (const other of ['', 'x', '<project/>', '<CallCenter><InternalName>A</InternalName></CallCenter>']) {
      const preview = service.preview(sourceOf(other));
      assert.ok(preview.state === 'none', other);
      assert.ok(preview.message.length > 10);
    }
  });
});

describe('the metadata form', () => {
  const component = `<?xml version="1.0" encoding="UTF-8"?>
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
    <adapterUrl>https://a.acme.test/</adapterUrl>
    <customSettings>{&quot;reqTimeout&quot;:&quot;5000&quot;,&quot;reqUseApi&quot;:&quot;true&quot;}</customSettings>
    <displayName>Acme Phone</displayName>
    <displayNameLabel>Shown as</displayNameLabel>
    <internalNameLabel>Internal</internalNameLabel>
    <sections>
        <items><label>URL</label><name>reqAdapterUrl</name><value>https://a.acme.test/</value></items>
        <items><label>API</label><name>reqUseApi</name><value>true</value></items>
        <label>General</label>
        <name>reqGeneralInfo</name>
    </sections>
</CallCenter>
`;

  test('has beside its sections what it says in no item', () => {
    const { parts, body, displayName } = contentOf(component);
    assert.equal(body, 'metadata');
    assert.equal(displayName, 'Acme Phone');
    assert.deepEqual(
      parts.map(({ id, label, value }) => [id, label, value]),
      [
        ['<fullName>', 'Internal', ''],
        ['<displayName>', 'Shown as', 'Acme Phone'],
        ['{reqTimeout}', 'reqTimeout', '5000'],
      ],
    );
    assert.deepEqual(
      parts.map(({ offers }) => offers),
      ['label', 'label', 'remove'],
    );
    assert.deepEqual(parts[2]?.control, { kind: 'number', unit: 'ms', min: 0 });
    assert.match(parts[0]?.locked ?? '', /name of the file/);
  });

  test('shows what its places disagree about', () => {
    const { parts } = contentOf(component.replace('https://a.', 'https://b.'));
    assert.deepEqual(
      parts.map(({ id }) => id),
      ['<fullName>', '<displayName>', '<adapterUrl>', '{reqTimeout}'],
    );
    assert.equal(parts[2]?.offers, 'remove');
  });

  test('finds its parts by place', () => {
    const source = sourceOf(component);
    assert.equal(service.fieldAt(source, component.indexOf('Acme Phone')), '<displayName>');
    assert.equal(service.fieldAt(source, component.indexOf('Shown as')), '<displayName>');
    assert.equal(service.fieldAt(source, component.indexOf('5000')), '{reqTimeout}');
    assert.equal(service.fieldAt(source, component.indexOf('General')), '/reqGeneralInfo');
  });
});

describe('beside an import', () => {
  const imported = (was: string): DocumentOptions => ({
    imported: { other: { source: sourceOf(was, 'file:///was.xml'), title: 'v1' } },
  });

  test('the differences are marked, and what is gone stands where it stood', () => {
    const was = text
      .replace('name="second"', 'name="zweites"')
      .replace(
        '</section>',
        `  ${item(2, 'removedOne', 'x')}\n  </section>\n  <section sortOrder="2" name="Gone" label="Gone">${item(0, 'a', '1')}</section>`,
      );
    const content = contentOf(text.replace('label="My own"', 'label="Ours"'), imported(was));
    assert.deepEqual(content.baseline, { title: 'v1' });
    const [, own, gone] = content.sections;
    assert.deepEqual(
      own?.marks?.map(({ kind }) => kind),
      ['label'],
    );
    assert.deepEqual(
      own?.items?.map(({ name, marks }) => [name, marks?.map(({ kind }) => kind).join()]),
      [
        ['apiToken', undefined],
        ['zweites', 'removed'],
        ['removedOne', 'removed'],
        ['second', 'added'],
      ],
    );
    assert.equal(own?.items?.[2]?.id.startsWith('-'), true);
    assert.deepEqual(
      [gone?.name, gone?.marks?.[0]?.kind, gone?.items?.map(({ name }) => name)],
      ['Gone', 'removed', ['a']],
    );
    const refusal = service.previewEdit(sourceOf(text), { kind: 'remove', id: gone?.id ?? '' });
    assert.equal(refusal.kind, 'refused');
  });

  test('a field that was renamed or moved has its old key', () => {
    const was = text.replace('name="second" label="second"', 'name="secondd" label="second"');
    const [mark] = itemOf(text, '/Own/second', imported(was)).marks ?? [];
    assert.deepEqual([mark?.kind, mark?.from], ['renamed', '/Own/secondd']);
  });
});
