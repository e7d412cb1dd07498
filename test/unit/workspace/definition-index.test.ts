import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDefinitionIndex } from '../../../server/src/language/workspace/definition-index.ts';
import { memoryFiles } from '../../support/files.ts';
import { definition } from '../../support/protocol.ts';

const metadata =
  '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><displayName>x</displayName></CallCenter>';

function indexOf(given: Readonly<Record<string, string>>) {
  const files = memoryFiles(given);
  return { ...files, index: createDefinitionIndex(files, () => ['file:///w']) };
}

describe('the index of definitions', () => {
  it('knows definitions by their content, with the place of their name', async () => {
    const { index } = indexOf({
      'file:///w/b.xml': definition({ internalName: 'Second' }),
      'file:///w/a/pom.xml': '<project/>',
      'file:///w/a/callcenter.xml': '<extension type="component"/>',
      'file:///w/m/First.callCenter-meta.xml': metadata,
      'file:///w/notes.txt': definition(),
      'file:///w/broken.xml': '<callCenter><section sortOrder="0" name="reqGeneralInfo">',
      'file:///w/template.xml': definition({ internalName: '{{NAME}}' }),
    });
    await index.list();
    assert.deepEqual(
      index.known().map(({ uri, internalName, body, at }) => [uri.slice(10), internalName, body, at.start.line]),
      [
        ['b.xml', 'Second', 'import', 2],
        ['m/First.callCenter-meta.xml', 'First', 'metadata', 0],
      ],
    );
    assert.deepEqual(
      index.uris().map((uri) => uri.slice(10)),
      ['b.xml', 'broken.xml', 'm/First.callCenter-meta.xml', 'template.xml'],
    );
  });

  it('names apart those that are too large to be read', async () => {
    const { index, files } = indexOf({
      'file:///w/a.xml': definition(),
      'file:///w/b.xml': metadata.padEnd(9_000_000),
    });
    await index.list();
    assert.deepEqual([index.uris(), index.tooLarge()], [['file:///w/a.xml'], ['file:///w/b.xml']]);
    files.set('file:///w/b.xml', metadata);
    await index.reread(['file:///w/b.xml']);
    assert.deepEqual([index.uris(), index.tooLarge()], [['file:///w/a.xml', 'file:///w/b.xml'], []]);
  });

  it('leaves out what git ignores', async () => {
    const { index, asked } = indexOf({
      'file:///w/.gitignore': 'out/\n',
      'file:///w/x.xml': definition(),
      'file:///w/out/x.xml': definition(),
    });
    await index.list();
    assert.deepEqual(index.uris(), ['file:///w/x.xml']);
    assert.deepEqual(asked, ['file:///w/x.xml']);
    assert.deepEqual([index.ignores('file:///w/out/x.xml'), index.ignores('file:///w/x.xml')], [true, false]);
  });

  it('reads again what has changed, and new files only, and forgets what is gone', async () => {
    const { index, files, asked } = indexOf({
      'file:///w/a.xml': definition({ internalName: 'A' }),
      'file:///w/f/b.xml': definition({ internalName: 'B' }),
      'file:///w/f/c.xml': '<note/>',
    });
    const names = () => index.known().map(({ internalName }) => internalName);
    await index.list();
    asked.length = 0;
    files.set('file:///w/a.xml', definition({ internalName: 'A2' }));
    files.set('file:///w/f/c.xml', definition({ internalName: 'C' }));
    await index.reread(['file:///w/a.xml', 'file:///w/f/c.xml', 'file:///elsewhere.xml']);
    assert.deepEqual(names(), ['A2', 'B', 'C']);
    assert.deepEqual(asked, ['file:///w/a.xml', 'file:///w/f/c.xml']);
    files.set('file:///w/f/c.xml', '<note/>');
    await index.reread(['file:///w/f/c.xml']);
    assert.deepEqual(names(), ['A2', 'B']);
    files.set('file:///w/d.xml', definition({ internalName: 'D' }));
    asked.length = 0;
    await index.list();
    assert.deepEqual([names(), asked], [['A2', 'D', 'B'], ['file:///w/d.xml']]);
    index.drop('file:///w/f');
    assert.deepEqual(names(), ['A2', 'D']);
    files.delete('file:///w/a.xml');
    await index.list();
    assert.deepEqual(names(), ['D', 'B']);
    files.delete('file:///w/d.xml');
    await index.reread(['file:///w/d.xml']);
    assert.deepEqual(names(), ['B']);
  });

  it('looks at 5,000 files at most, first at those that are named after call centers, and tells how far it is', async () => {
    const many: Record<string, string> = {};
    for (let i = 0; i < 6000; i++) many[`file:///w/${i}.xml`] = '<a/>';
    many['file:///w/z/myCallCenter.xml'] = definition();
    const { index, asked } = indexOf(many);
    const steps: number[] = [];
    await index.list((done, total) => {
      assert.equal(total, 5000);
      steps.push(done);
    });
    assert.deepEqual([asked.length, asked[0], index.uris().length], [5000, 'file:///w/z/myCallCenter.xml', 1]);
    assert.deepEqual([steps.length, steps.at(-1)], [100, 5000]);
  });

  it('stops when it is told to, and goes on from there', async () => {
    const many: Record<string, string> = {};
    for (let i = 0; i < 200; i++) many[`file:///w/${i}.xml`] = definition({ internalName: `N${i}` });
    const { index } = indexOf(many);
    let batches = 0;
    await index.list(
      () => void batches++,
      () => batches >= 2,
    );
    assert.equal(index.uris().length, 100);
    await index.list();
    assert.equal(index.uris().length, 200);
  });
});
