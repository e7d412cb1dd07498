import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Suite } from './runner.ts';
import { until } from './runner.ts';
import { definition, openNew, problems, replaceText } from './support.ts';

/** Ids of the language servers that this extension host has started. */
function servers(): number[] {
  const list =
    process.platform === 'win32'
      ? execFileSync(
          'powershell',
          [
            '-NoProfile',
            '-Command',
            'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId) $($_.CommandLine)" }',
          ],
          { encoding: 'utf8' },
        )
      : execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [, id, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && /dist[\\/]server[\\/]node\.js/.test(command ?? '') ? [Number(id)] : [];
  });
}

export const crash: Suite = {
  title: 'crash',
  tests: {
    'a server that dies is started again, and no problem is lost': async () => {
      const editor = await openNew(definition({ reqUseApi: 'TRUE', reqSoftphoneWidth: '300px' }));
      await problems(editor.document, ['invalid-boolean@7', 'softphone-size@9']);
      const [first, ...others] = servers();
      assert.ok(first !== undefined && others.length === 0, 'one server runs');
      process.kill(first, 'SIGKILL');
      await replaceText(editor, 'TRUE', 'true');
      const [second] = await until('another server', servers, (found) => found.length === 1 && found[0] !== first);
      assert.notEqual(second, first);
      await problems(editor.document, ['softphone-size@9']);
      await replaceText(editor, '300px', '300');
      await problems(editor.document, []);
    },
  },
};
