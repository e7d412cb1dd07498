import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Asks `xmllint --noout` about many texts at once: the set of indexes that it refuses.
 * @throws Error naming the package to install when xmllint is missing.
 */
export function refusedByXmllint(texts: readonly string[]): Set<number> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
  try {
    const refused = new Set<number>();
    const batch = 500;
    for (let from = 0; from < texts.length; from += batch) {
      const names = texts.slice(from, from + batch).map((text, i) => {
        const name = `${from + i}.xml`;
        fs.writeFileSync(path.join(dir, name), text);
        return name;
      });
      const run = spawnSync('xmllint', ['--noout', '--nonet', ...names], {
        cwd: dir,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      if (run.error)
        throw new Error(
          `xmllint cannot be run (${run.error.message}): install libxml2-utils (Debian), libxml2 (Homebrew) or the like.`,
        );
      // Namespace errors are complaints only: xmllint accepts such a document, and so does a parser that knows no namespaces.
      for (const match of run.stderr.matchAll(/^(\d+)\.xml:\d+: (?!namespace )[\w/ ]*error/gm))
        refused.add(Number(match[1]));
    }
    return refused;
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
