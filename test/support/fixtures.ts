import fs from 'node:fs';
import path from 'node:path';

export interface Fixture {
  /** Path relative to the folder, with forward slashes. */
  readonly name: string;
  readonly text: string;
}

/** Tests run from the project's root. */
export const root = process.cwd();

/** The files of a folder below `test/`, decoded as UTF-8 with a byte order mark kept. */
export function fixturesIn(folder: string): Fixture[] {
  return read(path.join(root, 'test', folder), /\.(xml|callCenter)$/);
}

/** The real files beside the project, when they are there; a line is printed when they are not. */
export function corpus(folder: 'import' | 'metadata'): Fixture[] {
  const dir = path.join(root, '..', 'shared', 'corpus', folder);
  if (!fs.existsSync(dir)) {
    console.log(
      `The corpus of real files is not here (${path.join('..', 'shared', 'corpus', folder)}): its part of this test did not run.`,
    );
    return [];
  }
  return read(dir, /\.(xml|callCenter)$/);
}

function read(dir: string, wanted: RegExp): Fixture[] {
  return fs
    .readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(name))
    .sort()
    .map((name) => {
      const bytes = fs.readFileSync(path.join(dir, name));
      return {
        name: name.split(path.sep).join('/'),
        text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      };
    });
}
