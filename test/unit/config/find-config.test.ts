import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createConfigs, placesOfConfig } from '../../../server/src/language/config/find-config.ts';

const name = '.callcenterrc.json';

describe('the places of a configuration', () => {
  const cases: readonly (readonly [uri: string, places: readonly string[]])[] = [
    ['file:///w/a/b.xml', [`file:///w/a/${name}`, `file:///w/${name}`, `file:///${name}`]],
    ['file:///b.xml', [`file:///${name}`]],
    ['file:///c%3A/w/b%20c.xml', [`file:///c%3A/w/${name}`, `file:///c%3A/${name}`, `file:///${name}`]],
    ['file://server/share/b.xml', [`file://server/share/${name}`, `file://server/${name}`]],
    [
      'vscode-vfs://github/o/r/b.xml',
      [`vscode-vfs://github/o/r/${name}`, `vscode-vfs://github/o/${name}`, `vscode-vfs://github/${name}`],
    ],
    ['memfs:/w/b.xml?q=/x#/y', [`memfs:/w/${name}?q=/x`, `memfs:/${name}?q=/x`]],
    [
      'vscode-remote://wsl+Ubuntu/home/b.xml',
      [`vscode-remote://wsl+Ubuntu/home/${name}`, `vscode-remote://wsl+Ubuntu/${name}`],
    ],
    ['untitled:Untitled-1', []],
    ['nonsense', []],
    ['', []],
  ];
  for (const [uri, places] of cases) {
    test(`of ${uri === '' ? 'nothing' : uri}`, () => assert.deepEqual(placesOfConfig(uri), places));
  }
});

describe('configurations', () => {
  function over(files: Readonly<Record<string, string>>) {
    const asked: string[] = [];
    const configs = createConfigs(
      async (uri) => {
        asked.push(uri);
        return files[uri];
      },
      ['secret'],
    );
    return { configs, asked };
  }

  test('the nearest one counts alone', async () => {
    const { configs } = over({
      [`file:///w/${name}`]: '{ "preset": "strict", "rules": { "secret": "off" } }',
      [`file:///w/a/${name}`]: '{ "rules": {} }',
    });
    const found = await configs.of('file:///w/a/b/c.xml');
    assert.equal(found?.uri, `file:///w/a/${name}`);
    assert.deepEqual(found?.choice, { severities: {} });
    assert.deepEqual((await configs.of('file:///w/c.xml'))?.choice, {
      preset: 'strict',
      severities: { secret: 'off' },
    });
    assert.equal(await configs.of('file:///c.xml'), undefined);
    assert.equal(await configs.of('untitled:Untitled-1'), undefined);
  });

  test('each place is looked at once, also by many at the same time, until all is dropped', async () => {
    const files: Record<string, string> = {};
    const { configs, asked } = over(files);
    await Promise.all(['a.xml', 'b.xml', 'd/c.xml'].map((file) => configs.of(`file:///w/${file}`)));
    assert.deepEqual(asked.sort(), [`file:///${name}`, `file:///w/${name}`, `file:///w/d/${name}`]);
    files[`file:///w/${name}`] = '{ "preset": "relaxed" }';
    assert.equal(await configs.of('file:///w/a.xml'), undefined);
    configs.drop();
    assert.equal((await configs.of('file:///w/d/c.xml'))?.choice.preset, 'relaxed');
  });

  test('what has been found out is there at once, until all is dropped', async () => {
    const { configs } = over({ [`file:///w/${name}`]: '{ "preset": "strict" }' });
    assert.equal(configs.settled('file:///w/d/a.xml'), undefined);
    const looking = configs.of('file:///w/d/a.xml');
    assert.equal(configs.settled('file:///w/d/a.xml'), undefined);
    const found = await looking;
    assert.equal(found?.choice.preset, 'strict');
    assert.equal(configs.settled('file:///w/d/b.xml')?.config, found);
    await configs.of('file:///a.xml');
    assert.deepEqual(configs.settled('file:///b.xml'), { config: undefined });
    assert.deepEqual(configs.settled('untitled:Untitled-1'), { config: undefined });
    configs.drop();
    assert.equal(configs.settled('file:///w/d/b.xml'), undefined);
  });

  test('one with mistakes is the nearest all the same', async () => {
    const { configs } = over({ [`file:///w/${name}`]: '{ "preset": "relaxed" }', [`file:///w/a/${name}`]: '{' });
    const found = await configs.of('file:///w/a/b.xml');
    assert.deepEqual(found?.choice, {});
    assert.equal(found?.problems.length, 1);
  });

  test('one can be named, whatever it is called', async () => {
    const { configs } = over({ 'file:///etc/rules.json': '{ "preset": "strict" }' });
    assert.equal((await configs.at('file:///etc/rules.json'))?.choice.preset, 'strict');
    assert.equal(await configs.at('file:///etc/none.json'), undefined);
  });

  test('what reading throws is thrown', async () => {
    const configs = createConfigs(() => Promise.reject(new Error('no disk')), []);
    await assert.rejects(configs.of('file:///w/a.xml'), /no disk/);
    assert.equal(configs.settled('file:///w/a.xml'), undefined);
  });
});
