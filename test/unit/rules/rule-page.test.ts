import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { service } from '../../support/language.ts';

describe('the page of a rule', () => {
  it('has its chapters in one order for every rule, and shows no mark of an example', () => {
    for (const { id } of service.rules) {
      const page = service.rulePage(id) ?? '';
      assert.deepEqual(
        [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading).filter((one) => one !== 'What Salesforce says'),
        [
          id,
          'What it finds',
          'Why it matters',
          'How sure it is',
          'An example that it reports',
          'An example that it leaves alone',
          'How to fix it',
          'How to change its severity',
        ],
      );
      assert.doesNotMatch(page, /[«»]/, id);
      assert.doesNotMatch(page, /\n{3}/, id);
    }
  });

  it('says whether its fixes are safe, as its examples show', () => {
    assert.match(service.rulePage('internal-name') ?? '', /The quick fix is safe: there is one right answer/);
    assert.match(service.rulePage('vendor-api-name') ?? '', /The quick fixes are proposals/);
    assert.match(service.rulePage('sort-order-gap') ?? '', /The quick fix is safe/);
    assert.match(service.rulePage('too-many-items') ?? '', /There is no quick fix/);
  });

  it('quotes what Salesforce answers to such a file, where that is known', () => {
    assert.match(
      service.rulePage('toolkit-fallback') ?? '',
      /## What Salesforce says\n\n.*という名前のアイテムが必要です。/,
    );
    assert.match(service.rulePage('internal-name') ?? '', /in a report's words: “Line 4: limited to 40 alphanumeric/);
    assert.doesNotMatch(service.rulePage('label-too-long') ?? '', /What Salesforce says/);
  });

  it('leaves out the middle of an example that nobody would read to its end', () => {
    for (const { id } of service.rules) assert.ok((service.rulePage(id) ?? '').length < 5000, id);
    assert.match(service.rulePage('too-many-items') ?? '', /<!-- \d+ more lines/);
  });

  it('exists for rules only', () => {
    assert.equal(service.rulePage('no-such-rule'), undefined);
    assert.equal(service.rulePage('../internal-name'), undefined);
  });
});

it('a page tells how everyone, and how one person, changes the severity', () => {
  const page = service.rulePage('internal-name') ?? '';
  assert.match(page, /`\.callcenterrc\.json`/);
  assert.match(page, /^\{ "rules": \{ "internal-name": "off" \} \}$/m);
  assert.match(page, /^"callCenterXml\.rules": \{ "internal-name": "off" \}$/m);
});

it('of a long example the middle is left out', () => {
  const page = service.rulePage('too-many-items') ?? '';
  assert.match(page, /^ {2}<!-- \d+ more lines like these -->$/m);
  assert.ok(page.split('\n').length < 80);
});
