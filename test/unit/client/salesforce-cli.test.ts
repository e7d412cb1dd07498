import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cliCall } from '../../../client/src/node/salesforce-cli.ts';

const args = ['project', '--target-metadata-dir', 'C:\\Users\\Ada L\\Temp\\call-center-1'];
const search = '.;bin;"C:\\Program Files\\sf\\bin\\";C:\\npm';

describe('the Salesforce CLI', () => {
  test('is no file of the folder that it is asked in, on Windows, and its arguments stay whole', () => {
    const looked: string[] = [];
    const call = cliCall('win32', search, args, (file) => {
      looked.push(file);
      return file.endsWith('.cmd');
    });
    assert.deepEqual(looked, ['C:\\Program Files\\sf\\bin\\sf.exe', 'C:\\Program Files\\sf\\bin\\sf.cmd']);
    assert.deepEqual(call, {
      program: '"C:\\Program Files\\sf\\bin\\sf.cmd"',
      args: ['"project"', '"--target-metadata-dir"', '"C:\\Users\\Ada L\\Temp\\call-center-1"'],
      shell: true,
    });
  });

  test('needs no shell where it is a program', () => {
    const found = cliCall('win32', search, args, (file) => file === 'C:\\npm\\sf.exe');
    assert.deepEqual(found, { program: 'C:\\npm\\sf.exe', args, shell: false });
    assert.deepEqual(
      cliCall('linux', '/usr/bin', args, () => false),
      { program: 'sf', args, shell: false },
    );
  });

  test('is missing where no folder of programs has it', () => {
    assert.equal(
      cliCall('win32', search, args, () => false),
      undefined,
    );
  });
});
