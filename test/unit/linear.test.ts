import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Source } from '../../server/src/language/index.ts';
import { service, sourceOf } from '../support/language.ts';

/** Characters that searches for a string or a pattern pass over while `work` is done: what a clock would only hint at. */
function searched(work: () => void): number {
  const names = ['indexOf', 'lastIndexOf', 'includes'] as const;
  const own = names.map((name) => String.prototype[name]);
  let characters = 0;
  for (const [at, name] of names.entries()) {
    const original = own[at] as (this: string, needle: string, from?: number) => number | boolean;
    Object.defineProperty(String.prototype, name, {
      configurable: true,
      writable: true,
      value(this: string, needle: string, from?: number) {
        const found = original.call(this, needle, from);
        characters +=
          typeof found === 'number' && found >= 0 ? Math.abs(found - (from ?? 0)) : this.length - (from ?? 0);
        return found;
      },
    });
  }
  const { exec } = RegExp.prototype;
  Object.defineProperty(RegExp.prototype, 'exec', {
    configurable: true,
    writable: true,
    value(this: RegExp, given: string) {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const found = exec.call(this, given);
      characters += this.sticky ? 1 : (found?.index ?? given.length) - from;
      return found;
    },
  });
  try {
    work();
  } finally {
    Object.defineProperty(RegExp.prototype, 'exec', { configurable: true, writable: true, value: exec });
    for (const [at, name] of names.entries())
      Object.defineProperty(String.prototype, name, { configurable: true, writable: true, value: own[at] });
  }
  return characters;
}

const item = (index: number, content: string) =>
  `    <item sortOrder="${index}" name="team${index}" label="Team ${index}">${content}</item>\n`;

/** What a text consists of, many times over, and what breaks it once. */
const shapes: Readonly<Record<string, (index: number) => string>> = {
  'plain items': (index) => item(index, 'x'),
  'items with references': (index) => item(index, '&lt;a&gt; &amp; b'),
  'items with CDATA': (index) => item(index, '<![CDATA[a]]>'),
  'items with comments': (index) => item(index, '<!-- a -->b'),
  'items with certificates that are none': (index) => item(index, '-----BEGIN CERTIFICATE-----&#10;AA'),
  'items in one line': (index) => item(index, 'x').trim(),
  'self-closing items': (index) => `<item sortOrder="${index}" name="t${index}"/>`,
};
const breaks: Readonly<Record<string, (text: string) => string>> = {
  'well-formed': (text) => text,
  'without a quote in the middle': (text) =>
    text.slice(0, text.length / 2) + text.slice(text.length / 2).replace('"', ''),
  'cut off': (text) => text.slice(0, (text.length * 3) / 4),
  'with a stray ampersand at the beginning': (text) => text.replace('>', '>&'),
};

const text = (shape: (index: number) => string, items: number) =>
  `<callCenter>\n  <section sortOrder="0" name="reqGeneralInfo" label="A">\n${Array.from({ length: items }, (_, index) => shape(index)).join('')}  </section>\n</callCenter>\n`;

for (const [name, shape] of Object.entries(shapes)) {
  for (const [how, broken] of Object.entries(breaks)) {
    test(`four times as many ${name}, ${how}, are four times the searching`, () => {
      const cost = (items: number) => {
        const source = sourceOf(broken(text(shape, items)));
        return searched(() => {
          service.findings(source, { now: Date.UTC(2026, 0, 1) });
          service.fixAll(source, {});
          service.outline(source);
          service.format(source, { tabSize: 2, insertSpaces: true });
        });
      };
      const [few, many] = [cost(200), cost(800)];
      assert.ok(many <= 6 * few + 10_000, `${few} characters become ${many}`);
    });
  }
}

test('four times as many texts in one line before a declaration are mended with four times the searching', () => {
  const cost = (texts: number) => {
    const source = sourceOf(`${'x<!-- a -->'.repeat(texts)}<?xml version="1.0"?><callCenter/>`);
    return searched(() => service.fixAll(source, {}));
  };
  const [few, many] = [cost(60), cost(240)];
  assert.ok(many <= 6 * few + 10_000, `${few} characters become ${many}`);
});

/** Elements of lists that are looked at, one by one, or taken from a pile while `work` is done. */
function visited(work: () => void): number {
  const names = ['filter', 'find', 'findIndex', 'some', 'every'] as const;
  const own = names.map((name) => Array.prototype[name]);
  let elements = 0;
  for (const [at, name] of names.entries()) {
    const original = own[at] as (this: readonly unknown[], callback: (...args: unknown[]) => unknown) => unknown;
    Object.defineProperty(Array.prototype, name, {
      configurable: true,
      writable: true,
      value(this: readonly unknown[], callback: (...args: unknown[]) => unknown, thisArg: unknown) {
        return original.call(this, (...args) => {
          elements++;
          return callback.apply(thisArg, args);
        });
      },
    });
  }
  const { at, pop, includes } = Array.prototype;
  Object.defineProperty(Array.prototype, 'at', {
    configurable: true,
    writable: true,
    value(this: readonly unknown[], place: number) {
      elements++;
      return at.call(this, place);
    },
  });
  Object.defineProperty(Array.prototype, 'includes', {
    configurable: true,
    writable: true,
    value(this: readonly unknown[], ...args: Parameters<typeof includes>) {
      const at = this.indexOf(...args);
      elements += at < 0 ? this.length : at + 1;
      return includes.apply(this, args);
    },
  });
  Object.defineProperty(Array.prototype, 'pop', {
    configurable: true,
    writable: true,
    value(this: unknown[]) {
      elements++;
      return pop.call(this);
    },
  });
  try {
    work();
  } finally {
    Object.defineProperty(Array.prototype, 'at', { configurable: true, writable: true, value: at });
    Object.defineProperty(Array.prototype, 'pop', { configurable: true, writable: true, value: pop });
    Object.defineProperty(Array.prototype, 'includes', { configurable: true, writable: true, value: includes });
    for (const [at, name] of names.entries())
      Object.defineProperty(Array.prototype, name, { configurable: true, writable: true, value: own[at] });
  }
  return elements;
}

const inSettings = (entry: (index: number) => string, count: number) =>
  `<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><customSettings>{${Array.from({ length: count }, (_, index) => entry(index)).join()}}</customSettings></CallCenter>`;

/** Under the internal name of the first item. */
const named = (index: number) =>
  index === 0 ? item(0, 'Contoso').replace('team0', 'reqInternalName') : item(index, 'x');

const sections = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `  <section sortOrder="${index + 1}" name="s${index}" label="S">\n${item(0, 'x')}  </section>\n`,
  ).join('');

/** Very many of one kind, and what they are compared with. */
const crowds: Readonly<Record<string, (count: number) => { readonly text: string; readonly imported?: string }>> = {
  'keys of customSettings': (count) => ({ text: inSettings((index) => `"k${index}":"v"`, count) }),
  'keys of customSettings that are the same': (count) => ({ text: inSettings(() => '"k":"v"', count) }),
  'items without the one that they go with': (count) => ({
    text: text((index) => item(index, '5000').replace(`team${index}`, 'reqTimeout'), count),
  }),
  'attributes that no section has, each of them twice': (count) => ({
    text: text(named, 1).replace(
      'label="A"',
      Array.from({ length: count }, (_, at) => `a${at}="x" a${at}="x"`).join(' '),
    ),
  }),
  'elements that nobody closed, each in the one before': (count) => ({ text: text(() => '<a>', count) }),
  'closing tags without an end': (count) => ({ text: text(() => '<item>x</item\n', count) }),
  'elements that do not belong there': (count) => ({ text: text(() => '<section/><value>x</value>', count) }),
  'texts before a declaration': (count) => ({
    text: `${'x<!-- a -->'.repeat(count)}<?xml version="1.0"?>${text(named, 1)}`,
  }),
  'items that belong into one of very many sections': (count) => ({
    text: text((index) => item(index, '9').replace(`team${index}`, 'reqOutsidePrefix'), count).replace(
      '</callCenter>',
      `${sections(count).replace(/name="s\d+"/g, 'name="reqDialingOptions"')}</callCenter>`,
    ),
  }),
  'sections that are gone': (count) => ({
    text: text(named, 1),
    imported: text(named, 1).replace('</callCenter>', `${sections(count)}</callCenter>`),
  }),
  'fields that are gone': (count) => ({ text: text(named, 1), imported: text(named, count) }),
};

/** Comments about rules, and what they are about. */
const comments: Readonly<Record<string, (count: number) => string>> = {
  'comments that silence nothing': (count) => text(() => '<!-- callcenter-disable-next-line secret: x -->\n', count),
  'rules in one comment': (count) =>
    text(
      (index) =>
        index === 0 ? `<!-- callcenter-disable-file ${'secret '.repeat(count)}: x -->\n` : item(index, ' x '),
      count,
    ),
  'comments that silence one thing each': (count) =>
    text((index) => `<!-- callcenter-disable-next-line value-whitespace: x -->\n${item(index, ' x ')}`, count),
};

for (const [name, crowd] of Object.entries(comments)) {
  test(`four times as many ${name} are four times the work, fixes included`, () => {
    const cost = (count: number) => {
      const source = sourceOf(crowd(count));
      return visited(() => {
        service.fixAll(source, {});
        service.quickFixes(source, { start: 0, end: source.text.length });
      });
    };
    const [few, many] = [cost(400), cost(1600)];
    assert.ok(many <= 6 * few + 10_000, `${few} elements become ${many}`);
  });
}

for (const [name, crowd] of Object.entries(crowds)) {
  test(`four times as many ${name} are four times the work`, () => {
    const cost = (count: number) => {
      const { text: given, imported } = crowd(count);
      const other = imported === undefined ? undefined : { source: sourceOf(imported), title: 'imported' };
      const source = sourceOf(given, given.startsWith('<CallCenter') ? 'file:///w/A.callCenter' : undefined);
      const options = { now: Date.UTC(2026, 0, 1), ...(other && { imported: { other } }) };
      return visited(() => {
        service.findings(source, options);
        service.fixAll(source, options);
        service.removedFields(source, options);
        service.preview(source, options);
      });
    };
    const [few, many] = [cost(150), cost(600)];
    assert.ok(many <= 6 * few + 10_000, `${few} elements become ${many}`);
  });
}

const asImported = (count: number, of: (index: number) => string) =>
  text(named, 1).replace(
    '</callCenter>',
    `${Array.from({ length: count }, (_, index) => of(index)).join('')}</callCenter>`,
  );
const section = (place: number, name: string, content: string) =>
  `  <section sortOrder="${place + 1}" name="${name}" label="S">\n${content}  </section>\n`;

/** What was imported, and what has become of it. */
const taken: Readonly<Record<string, (count: number) => readonly [imported: string, now: string]>> = {
  'sections that are gone': (count) => [
    asImported(count, (index) => section(index, `s${index}`, item(0, 'x'))),
    asImported(count / 2, (index) => section(index, `s${2 * index}`, item(0, 'x'))),
  ],
  'items that were moved into one section': (count) => [
    asImported(2, (place) =>
      section(
        place,
        `s${place}`,
        place === 0 ? Array.from({ length: count }, (_, index) => item(index, 'x')).join('') : '',
      ),
    ),
    asImported(2, (place) =>
      section(
        place,
        `s${place}`,
        place === 1 ? Array.from({ length: count }, (_, index) => item(index, 'x')).join('') : '',
      ),
    ),
  ],
  'items that were moved around': (count) => [
    asImported(count, (index) => section(index, `s${index}`, item(index, 'x'))),
    asImported(count, (index) => section(index, `s${index}`, item(count - 1 - index, 'x'))),
  ],
  'sections with items in another order': (count) => [
    asImported(count, (index) => section(index, `s${index}`, item(0, 'x') + item(1, 'y'))),
    asImported(count, (index) =>
      section(index, `s${index}`, item(0, 'y').replaceAll('eam0', 'eam1') + item(1, 'x').replaceAll('eam1', 'eam0')),
    ),
  ],
};

for (const [name, texts] of Object.entries(taken)) {
  test(`four times as many ${name} are taken back with four times the work, and all of them`, () => {
    const cost = (count: number) => {
      const [imported, now] = texts(count).map((given) => sourceOf(given));
      const options = { imported: { other: { source: imported ?? sourceOf(''), title: 'imported' } } };
      return visited(() => {
        const back = service.importedText(now ?? sourceOf(''), options) ?? '';
        assert.deepEqual(service.changes(sourceOf(back), options)?.changes, []);
      });
    };
    const [few, many] = [cost(150), cost(600)];
    assert.ok(many <= 6 * few + 10_000, `${few} elements become ${many}`);
  });
}

test('four times as many fields without a sort order are put back with four times the work', () => {
  const cost = (count: number) => {
    const unordered = (items: number) => sourceOf(text(named, items).replaceAll(/sortOrder="\d+" /g, ''));
    const source = unordered(1);
    const options = { imported: { other: { source: unordered(count), title: 'imported' } } };
    return visited(() => assert.match(service.importedText(source, options) ?? '', new RegExp(`"team${count - 1}"`)));
  };
  const [few, many] = [cost(150), cost(600)];
  assert.ok(many <= 6 * few + 10_000, `${few} elements become ${many}`);
});

test('four times as many changes are accepted one by one, and offered to be, with four times the work', () => {
  const cost = (count: number) => {
    const written = service.markImported(sourceOf(text(named, 1)), undefined, {
      takenFrom: { kind: 'file', what: 'a.xml' },
      importedOn: '2026-11-20',
    });
    assert.ok(written.kind === 'written');
    const source = sourceOf(text(named, count));
    const options = { imported: { file: sourceOf(written.text, 'file:///w/a.callcenter-baseline.json') } };
    const fingerprints = service.changes(source, options)?.changes.map(({ fingerprint }) => fingerprint()) ?? [];
    const consent = { reason: 'because', by: 'somebody', on: '2026-11-24' };
    return visited(() => {
      const accepted = service.acceptChanges(source, written.text, fingerprints, consent, options);
      assert.ok(accepted.kind === 'written' && accepted.text.includes(fingerprints.at(-1) ?? '-'));
      assert.equal(service.acceptable(source, { start: 0, end: source.text.length }, options).length, 251);
    });
  };
  const [few, many] = [cost(300), cost(1200)];
  assert.ok(many <= 6 * few + 10_000, `${few} elements become ${many}`);
});

test('whether a name collides is found out once, and not for each finding', () => {
  const count = 1200;
  const [was, now] = [(place: number) => place, (place: number) => count - place].map((turned) =>
    sourceOf(asImported(count, (place) => section(turned(place), `s${place}`, item(0, 'a & b')))),
  );
  const source = now ?? sourceOf('');
  const options = { imported: { other: { source: was ?? source, title: 'imported' } } };
  service.findings(source, options);
  const looked = visited(() => service.acceptable(source, { start: 0, end: source.text.length }, options));
  assert.ok(looked < 10 * count, `${looked} elements`);
});

test('a fix for many findings is offered once, and no more are offered at once than a client can carry', () => {
  const all = (source: Source) => ({ start: 0, end: source.text.length });
  const repeated = sourceOf(text((index) => item(index, 'x').replace(/sortOrder="\d+"/, 'sortOrder="0"'), 1000));
  const fixes = service.quickFixes(repeated, all(repeated)).filter(({ rule }) => rule === 'sort-order-duplicate');
  assert.deepEqual(
    fixes.filter(({ title }) => title.startsWith('Renumber')).map(({ edits }) => edits.length),
    [999],
  );
  const other = { source: sourceOf(asImported(2000, (index) => section(index, `s${index}`, ''))), title: 'imported' };
  const source = sourceOf(asImported(1000, (index) => section(index, `s${2 * index + 1}`, '')));
  const offered = service.quickFixes(source, all(source), { imported: { other } });
  const edits = offered.reduce((sum, fix) => sum + fix.edits.length, 0);
  assert.ok(offered.some(({ rule }) => rule === 'section-removed') && edits < 25_000, `${edits} edits`);
});
