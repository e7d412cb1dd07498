import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { type Seen, workWith } from './editors.ts';

const here = path.resolve('test/clients');

const editors: Readonly<Record<string, () => Seen>> = {
  Neovim: () =>
    workWith('neovim', 'init.lua', ({ configuration, definition }) => [
      ...(['nvim', '--headless', '-n', '-i', 'NONE', '-u', configuration, definition] as const),
      ...['-c', `luafile ${path.join(here, 'neovim.lua')}`],
    ]),
  'Emacs with Eglot': () =>
    workWith('emacs', 'init.el', ({ configuration, definition }) => [
      // Not without the site's files: there Debian keeps Eglot.
      ...(['emacs', '--batch', '--no-init-file', '--load', configuration, '--visit', definition] as const),
      ...['--load', path.join(here, 'emacs.el')],
    ]),
};

describe('the server under other editors, with the configuration that the documentation gives', () => {
  for (const [editor, work] of Object.entries(editors)) {
    test(editor, () => {
      const seen = work();
      assert.equal(seen.trouble, undefined);
      assert.deepEqual([...seen.problems].sort(), ['internal-name@3', 'invalid-boolean@6']);
      assert.ok(seen.completion.includes('reqStandbyUrl'), seen.completion.join());
      assert.ok(!seen.completion.includes('reqAdapterUrl'), 'what is there is not offered again');
      assert.match(seen.hover, /reqInternalName.*identifier of the call center/s);
      assert.equal(seen.action, 'Change it to ServiceDesk');
      assert.match(seen.mended, />ServiceDesk</);
      assert.deepEqual(seen.left, ['invalid-boolean@6']);
      assert.equal(seen.stopped, true);
    });
  }
});
