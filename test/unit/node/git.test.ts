import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gitUserName, programOf, readFromGit, readRevisionOnDisk } from '../../../server/src/node/git.ts';

let folder = '';
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-git-'));
  fs.mkdirSync(path.join(folder, 'sub'));
  fs.writeFileSync(path.join(folder, 'sub', 'a b[ü].xml'), '\ufeff<callCenter/>\r\n');
  fs.writeFileSync(path.join(folder, 'latin.xml'), new Uint8Array([0x41, 0xe4]));
  git('init', '-q');
  git('config', 'user.name', 'Ada Ünï');
  git('add', '-A');
  git('-c', 'user.email=a@contoso.example', '-c', 'commit.gpgsign=false', 'commit', '-q', '-m', 'x');
  git('tag', 'v1/ü');
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

const file = () => path.join(folder, 'sub', 'a b[ü].xml');

async function trouble(...args: Parameters<typeof readFromGit>): Promise<string> {
  const answer = await readFromGit(...args);
  return answer.kind === 'trouble' ? answer.message : 'no trouble';
}

describe('a file of a revision', () => {
  test('is its text without a byte order mark, by any name of the revision', async () => {
    const expected = { kind: 'text', text: '<callCenter/>\r\n' };
    for (const revision of ['HEAD', 'v1/ü', 'HEAD^{commit}', 'HEAD~0']) {
      assert.deepEqual(await readFromGit(file(), revision), expected, revision);
    }
    assert.deepEqual(await readRevisionOnDisk(pathToFileURL(file()).href, 'HEAD'), expected);
    assert.deepEqual(await readFromGit(path.join(folder, 'new.xml'), 'HEAD', 'sub/a b[ü].xml'), expected);
  });

  test('is there also when the file is gone by now', async () => {
    const gone = path.join(folder, 'gone.xml');
    fs.writeFileSync(gone, 'x');
    git('add', 'gone.xml');
    git('-c', 'user.email=a@contoso.example', '-c', 'commit.gpgsign=false', 'commit', '-q', '-m', 'y');
    fs.rmSync(gone);
    assert.deepEqual(await readFromGit(gone, 'HEAD'), { kind: 'text', text: 'x' });
  });

  test('is read where the file lies, whatever a hook of another repository set', async () => {
    process.env['GIT_DIR'] = path.join(folder, 'nowhere');
    try {
      assert.equal((await readFromGit(file(), 'HEAD')).kind, 'text');
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  test('that cannot be had is explained in a sentence', async () => {
    assert.match(await trouble(file(), 'v2'), /^Git knows no revision “v2” here\. If it is on the remote/);
    assert.match(await trouble(file(), 'a...b'), /^Git knows no revision/);
    for (const revision of ['-p', '--help', '', 'HEAD:x', 'a b']) {
      assert.match(await trouble(file(), revision), / is no revision: it takes a branch, a tag or a commit\.$/);
    }
    assert.match(
      await trouble(path.join(folder, 'none.xml'), 'HEAD'),
      /none\.xml is not a file of the revision “HEAD”/,
    );
    assert.match(await trouble(file(), 'HEAD', '../../out.xml'), /out\.xml is not a file of the revision/);
    assert.match(await trouble(path.join(folder, 'latin.xml'), 'HEAD'), /latin\.xml is not UTF-8\.$/);
    assert.match(await trouble(path.join(os.tmpdir(), 'outside.xml'), 'HEAD'), /lies in no git repository/);
    assert.match(await trouble(path.join(folder, 'no', 'such.xml'), 'HEAD'), /^There is no folder /);
    const elsewhere = await readRevisionOnDisk('untitled:Untitled-1', 'HEAD');
    assert.equal(elsewhere.kind, 'trouble');
  });

  test('needs git', async () => {
    const before = process.env['PATH'];
    process.env['PATH'] = folder;
    try {
      assert.match(await trouble(file(), 'HEAD'), /^Git is not installed here/);
    } finally {
      process.env['PATH'] = before;
    }
  });
});

test('the name of the person is what git has for the folder', async () => {
  assert.equal(await gitUserName(folder), 'Ada Ünï');
});

test('on Windows git is never what lies in the present folder', () => {
  const search = '.;tools;"C:\\Program Files\\Git\\cmd";D:\\git';
  assert.equal(
    programOf('win32', search, () => true),
    'C:\\Program Files\\Git\\cmd\\git.exe',
  );
  assert.equal(
    programOf('win32', search, () => false),
    undefined,
  );
  assert.equal(programOf('linux', search), 'git');
});
