import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageOfDocument, pageOfLink } from '../../../client/src/rule-links.ts';

describe('a link to the page of a rule', () => {
  it('names a rule or the list of all', () => {
    assert.equal(pageOfLink('/rules/internal-name'), 'internal-name');
    assert.equal(pageOfLink('/rules/doctype'), 'doctype');
    assert.equal(pageOfLink('/rules'), 'README');
    assert.equal(pageOfLink('/rules/'), 'README');
    assert.equal(pageOfDocument('/rules/internal-name.md'), 'internal-name');
    assert.equal(pageOfDocument('/rules/README.md'), 'README');
  });

  it('leads nowhere else', () => {
    for (const path of [
      ...['', '/', '/x', '/rule/doctype', '/rules/../../package', '/rules/..', '/rules/a/b', '/rules/Doctype'],
      ...[
        '/rules/-a',
        '/rules/a-',
        '/rules/a--b',
        '/rules/a.b',
        '/rules/a%2Fb',
        '/rules/a\\b',
        '/rules/a\nb',
        'rules/a',
      ],
    ]) {
      assert.equal(pageOfLink(path), undefined, path);
      assert.equal(pageOfDocument(`${path}.md`), undefined, path);
    }
    assert.equal(pageOfDocument('/rules/doctype'), undefined);
  });
});
