import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import {
  baselinePathTrouble,
  baselineUri,
  defaultBaselinePath,
  parseBaselineSource,
} from '../../../server/src/language/baseline/baseline-file.ts';

const name = `\${name}`;

describe('the baseline of a definition lies', () => {
  test('beside it, under its name without the ending', () => {
    const cases = [
      ['Acme.xml', 'Acme'],
      ['Acme.callCenter', 'Acme'],
      ['Acme.callCenter-meta.xml', 'Acme'],
      ['Acme.callCenter.xml', 'Acme'],
      ['ACME.XML', 'ACME'],
      ['call.center.v2.xml', 'call.center.v2'],
      ['Acme', 'Acme'],
      ['Acme%20%26%20Co%23.xml', 'Acme%20%26%20Co%23'],
      ['$%26-x.xml', '$%26-x'],
    ];
    for (const [file, stem] of cases) {
      assert.equal(baselineUri(`file:///c/centers/${file}`), `file:///c/centers/${stem}.callcenter-baseline.json`);
    }
  });

  test('where a pattern says, seen from its folder', () => {
    const at = (pattern: string, uri = 'file:///c/a%20b/Acme.xml') => baselineUri(uri, pattern);
    assert.equal(
      at(`baselines/${name}.callcenter-baseline.json`),
      'file:///c/a%20b/baselines/Acme.callcenter-baseline.json',
    );
    assert.equal(at(`./../${name}/${name}.callcenter-baseline.json`), 'file:///c/Acme/Acme.callcenter-baseline.json');
    assert.equal(
      at(`größe #1?/${name}.callcenter-baseline.json`),
      'file:///c/a%20b/gr%C3%B6%C3%9Fe%20%231%3F/Acme.callcenter-baseline.json',
    );
    assert.equal(at(`../../../${name}.callcenter-baseline.json`), undefined);
    assert.equal(at(defaultBaselinePath, 'file:///Acme.xml'), 'file:///Acme.callcenter-baseline.json');
  });

  test('in the same file system, whatever that is', () => {
    assert.equal(
      baselineUri('vscode-vfs://github/acme/repo/a.xml?x#y'),
      'vscode-vfs://github/acme/repo/a.callcenter-baseline.json',
    );
    assert.equal(baselineUri('file:///c%3A/x/a.xml'), 'file:///c%3A/x/a.callcenter-baseline.json');
  });

  test('nowhere for what lies in no folder or has no name', () => {
    for (const uri of ['untitled:Untitled-1', '', 'a.xml', 'file:///c/.xml', 'file:///c/'])
      assert.equal(baselineUri(uri), undefined);
  });

  test('beside it for any name that a file can have', () => {
    const fileName = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .map((text) => `x${text.replace(/[/\\\0]/g, '_')}`);
    fc.assert(
      fc.property(fileName, (stem) => {
        const uri = baselineUri(pathToFileURL(`/c/${stem}.xml`).href) ?? '';
        const expected = stem.replace(/\.callCenter(?:-meta)?$/i, '');
        assert.equal(path.basename(fileURLToPath(uri)), `${expected}.callcenter-baseline.json`);
      }),
    );
  });
});

describe('a path of baselines', () => {
  test('is relative, ends as baselines do, and differs by definition', () => {
    for (const good of [
      defaultBaselinePath,
      `../b/${name}.callcenter-baseline.json`,
      `${name}/x.callcenter-baseline.json`,
    ]) {
      assert.equal(baselinePathTrouble(good), undefined, good);
    }
    const cases = [
      [`/b/${name}.callcenter-baseline.json`, /starts at the folder of the definition/],
      [`C:/b/${name}.callcenter-baseline.json`, /starts at the folder of the definition/],
      [`~/${name}.callcenter-baseline.json`, /starts at the folder of the definition/],
      [`b\\${name}.callcenter-baseline.json`, /no “\\”/],
      [`${name}.json`, /must end with “\.callcenter-baseline\.json”/],
      [`\ud800/${name}.callcenter-baseline.json`, /no “\\”/],
      ['', /must end with/],
      ['b.callcenter-baseline.json', /must hold “\$\{name\}”/],
      [`\${dir}/${name}.callcenter-baseline.json`, /“\$\{dir\}” means nothing/],
    ] as const;
    for (const [bad, words] of cases) assert.match(baselinePathTrouble(bad) ?? '', words, bad);
  });
});

describe('what to compare with', () => {
  test('is the baseline file, a revision or another definition', () => {
    assert.deepEqual(parseBaselineSource('file'), { kind: 'file' });
    for (const ref of ['HEAD', 'HEAD~1', 'origin/main', 'v1.2', 'main@{1}', 'HEAD^{/fix}']) {
      assert.deepEqual(parseBaselineSource(`git:${ref}`), { kind: 'git', ref });
    }
    assert.deepEqual(parseBaselineSource(' ../org/A b.xml '), { kind: 'definition', path: '../org/A b.xml' });
  });

  test('is nothing that git would take for an option or for a path, and not nothing', () => {
    for (const bad of ['git:', 'git:--output=x', 'git:HEAD:x', 'git:a b', 'git:a\u0007', '', ' ', 'a\u0000b']) {
      assert.equal(parseBaselineSource(bad).kind, 'trouble', bad);
    }
  });
});
