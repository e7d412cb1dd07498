import { spawnSync } from 'node:child_process';

/** Runs git in a folder, as nobody in particular. Throws where it fails. */
export function git(folder: string, ...args: readonly string[]): string {
  const settings = ['user.name=Test Person', 'user.email=test@contoso.example', 'commit.gpgsign=false'];
  const given = [...settings, 'init.defaultBranch=main', 'protocol.file.allow=always'].flatMap((one) => ['-c', one]);
  const run = spawnSync('git', [...given, ...args], { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`git ${args.join(' ')}: ${run.error?.message ?? run.stderr}`);
  return run.stdout;
}

/** A repository with everything that is in the folder as its first commit. */
export function commitAll(folder: string): void {
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'as it is');
}
