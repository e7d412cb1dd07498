/** What is to be started, and with which arguments. */
export interface CliCall {
  readonly program: string;
  readonly args: readonly string[];
  /** Where the shell of the system has to do it. Program and arguments are quoted for that one then. */
  readonly shell: boolean;
}

/**
 * How the Salesforce CLI is called. On Windows it is a script for the shell, which would look for it in the present folder
 * first: a project could bring an `sf.cmd` along. So it is named with its whole path there.
 * @param searchPath the folders of programs, as the system has them in `PATH`
 * @param args without `"`, which no path has on Windows
 * @returns undefined where Windows has no such program; other systems say so when it is started
 */
export function cliCall(
  platform: string,
  searchPath: string,
  args: readonly string[],
  exists: (file: string) => boolean,
): CliCall | undefined {
  if (platform !== 'win32') return { program: 'sf', args, shell: false };
  const folders = searchPath
    .split(';')
    .map((folder) => folder.replaceAll('"', '').replace(/[\\/]$/, ''))
    .filter((folder) => /^(?:[A-Za-z]:[\\/]|\\\\)/.test(folder));
  // In the order in which the system tries endings.
  const files = folders.flatMap((folder) => ['exe', 'cmd'].map((ending) => `${folder}\\sf.${ending}`));
  const program = files.find(exists);
  if (program === undefined) return undefined;
  if (program.endsWith('.exe')) return { program, args, shell: false };
  return { program: `"${program}"`, args: args.map((arg) => `"${arg}"`), shell: true };
}
