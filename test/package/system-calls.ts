import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** What a program asked the operating system for. */
export interface SystemCalls {
  /** Paths that were opened, or were tried to be, in order; relative ones seen from the folder it ran in. */
  readonly opened: readonly string[];
  /** Those of them that were opened to be written. */
  readonly written: readonly string[];
  /** Lines about the network. */
  readonly network: readonly string[];
  /** Programs that were started, itself included. */
  readonly started: readonly string[];
}

const traced = 'open,openat,openat2,creat,execve,execveat,socket,connect,bind,sendto,sendmsg,listen';

/** The program and its arguments that run another one under watch. `log` gets what it did. */
export function watching(log: string, command: readonly string[]): readonly [string, ...string[]] {
  // Not what the threads of the engine write to each other: strings are kept whole, and no call is left unfinished.
  return ['strace', '-f', '-qq', '-s', '4096', '-o', log, '-e', `trace=${traced}`, ...command];
}

/** Whether the operating system lets a program be watched. */
export function canWatch(): boolean {
  return spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;
}

/** @param folder in which the program ran */
export function readCalls(log: string, folder: string): SystemCalls {
  const lines = fs.readFileSync(log, 'utf8').split('\n');
  const calls = lines.flatMap((line) => {
    const [, name, rest] = /^(?:\d+ +)?(\w+)\((.*)$/.exec(line) ?? [];
    return name === undefined || rest === undefined ? [] : [{ name, rest }];
  });
  const paths = (wanted: RegExp, having?: RegExp) =>
    calls.flatMap(({ name, rest }) => {
      if (!wanted.test(name) || (having && !having.test(rest))) return [];
      const [, quoted] = /^[^"]*"((?:[^"\\]|\\.)*)"/.exec(rest) ?? [];
      return quoted === undefined ? [] : [path.resolve(folder, quoted)];
    });
  return {
    opened: paths(/^(?:open|creat)/),
    written: paths(/^(?:open|creat)/, /O_WRONLY|O_RDWR|O_CREAT/),
    network: calls
      .filter(({ name, rest }) => /^(?:connect|bind|listen|sendto|sendmsg)$/.test(name) || /^AF_INET/.test(rest))
      .map(({ name, rest }) => `${name}(${rest}`),
    started: paths(/^execve/),
  };
}
