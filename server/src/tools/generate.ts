// Writes every generated file from the catalog and the rules.
//
//   node dist/tools/generate.cjs            writes what is stale
//   node dist/tools/generate.cjs --check    writes nothing; prints what is stale, as a diff, and exits with 1
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rules } from '../language/rules/registry.ts';
import { lineDiff } from './diff.ts';
import { generateFiles } from './generated-files.ts';

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.filter((argument) => argument !== '--check');
  if (unknown.length > 0) {
    console.error(`generate: unknown argument ${unknown.join(' ')}; there is --check.`);
    return 2;
  }
  const root = process.cwd();
  const files = await generateFiles(root, rules);
  const stale = files.filter((file) => file.actual !== file.expected);
  for (const file of stale) {
    const target = path.join(root, file.path);
    if (args.includes('--check')) {
      console.log(lineDiff(file.path, file.actual ?? '', file.expected ?? ''));
    } else if (file.expected === undefined) {
      await rm(target);
      console.log(`generate: removed ${file.path}, which nothing stands behind any more`);
    } else {
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, file.expected);
      console.log(`generate: wrote ${file.path}`);
    }
  }
  console.log(`generate: ${files.length - stale.length} of ${files.length} files were fresh`);
  return args.includes('--check') && stale.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`generate: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
