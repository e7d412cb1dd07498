import { execFileSync } from 'node:child_process';

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

/** Ids of the language servers that a process has started, or one that it has started. */
export function serversBelow(ancestor: number): number[] {
  const all = processes();
  const below = new Set([ancestor]);
  // A set hands out what is added to it on the way, and nothing twice.
  for (const id of below) for (const child of all) if (child.parent === id) below.add(child.id);
  return all
    .filter(({ id, command }) => id !== ancestor && below.has(id) && /dist[\\/]server[\\/]node\.js/.test(command))
    .map(({ id }) => id);
}

function processes(): Process[] {
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
    return command === undefined ? [] : [{ id: Number(id), parent: Number(parent), command }];
  });
}
