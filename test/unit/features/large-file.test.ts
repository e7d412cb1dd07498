import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLanguageService } from '../../../server/src/language/index.ts';
import { inSection, item } from '../../../server/src/language/rules/example-text.ts';
import { sourceOf } from '../../support/language.ts';

const service = createLanguageService();
/** Several rules object to it. */
const text = inSection(item(0, 'reqUseApi', 'yes') + item(0, 'reqUseApi', 'yes'));
const size = Buffer.byteLength(text);

const idsIn = (given: string, largeFileSize?: number) =>
  service.findings(sourceOf(given), largeFileSize === undefined ? {} : { largeFileSize }).map(({ rule }) => rule);

describe('a definition that is too large to be checked in full', () => {
  test('has one finding, which says what was not checked and what can be done', () => {
    const [notice, ...others] = service.findings(sourceOf(text), { largeFileSize: size - 1 });
    assert.deepEqual(others, []);
    assert.equal(notice?.rule, 'large-file');
    assert.equal(notice.severity, 'information');
    assert.equal(text.slice(notice.at.start, notice.at.end), 'callCenter');
    assert.match(notice.message, /only the syntax is checked.*command line.*largeFileSize/);
  });

  test('is one that has more bytes than were allowed, not as many', () => {
    assert.ok(idsIn(text, size).length > 1);
    assert.deepEqual(idsIn(text, size), idsIn(text));
  });

  test('names both sizes so that they differ', () => {
    const messageFor = (bytes: number, largeFileSize: number) => {
      const long = text.replace('yes', 'y'.repeat(bytes - size + 3));
      assert.equal(Buffer.byteLength(long), bytes);
      return service.findings(sourceOf(long), { largeFileSize })[0]?.message ?? '';
    };
    assert.match(messageFor(7_000_000, 5_000_000), /has 7 MB\. Above 5 MB/);
    assert.match(messageFor(5_100_000, 5_000_000), /has 5\.1 MB\. Above 5\.0 MB/);
    assert.match(messageFor(5_000_001, 5_000_000), /has 5\.000001 MB\. Above 5\.000000 MB/);
  });

  test('is still told of its syntax, with fixes, and of nothing beside it', () => {
    const broken = text.replace('yes', 'a & b');
    assert.deepEqual(idsIn(broken, 1), ['large-file', 'xml-syntax']);
    const source = sourceOf(broken);
    const at = broken.indexOf('&');
    const fixes = service.quickFixes(source, { start: at, end: at }, { largeFileSize: 1 });
    assert.deepEqual([...new Set(fixes.map(({ rule }) => rule))], ['xml-syntax']);
    assert.deepEqual(idsIn(`<!DOCTYPE callCenter>${text}`, 1), ['large-file', 'doctype']);
  });

  test('hears of no comment that silences what was not looked for', () => {
    const silencing = text.replace(
      '<section',
      '<!-- call-center-xml-disable-next-line no-such-rule, placeholder -->\n<section',
    );
    assert.deepEqual(idsIn(silencing, 1), ['large-file']);
  });

  test('has no notice where it is no definition', () => assert.deepEqual(idsIn('<project/>', 1), []));

  test('has an outline of its sections, and no colours: an editor asks for all of them after each key', () => {
    const source = sourceOf(text);
    const depthOf = (largeFileSize: number) =>
      service.outline(source, { largeFileSize })[0]?.children.map(({ children }) => children.length);
    assert.deepEqual(depthOf(size), [2]);
    assert.deepEqual(depthOf(size - 1), [0]);
    assert.equal(service.semanticTokens(source, { largeFileSize: size }).length, 3);
    assert.deepEqual(service.semanticTokens(source, { largeFileSize: size - 1 }), []);
  });

  test('keeps its help', () => {
    const source = sourceOf(text);
    const facts = {
      visualforcePages: [],
      vendorApiNames: [],
      packageDirectories: [],
      forceIgnores: [],
      definitions: [],
    };
    assert.ok(service.hover(source, text.indexOf('reqUseApi'), { largeFileSize: 1 }));
    assert.ok(service.completions(source, text.indexOf('<item') + 1, facts, { largeFileSize: 1 }).length > 0);
  });
});
