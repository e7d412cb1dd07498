import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createCatalog } from '../language/catalog/catalog.ts';
import { createLanguageService } from '../language/index.ts';
import { messageTexts } from '../language/messages/catalog.ts';
import type { Rule } from '../language/rules/define-rule.ts';
import { baselineSchema, baselineSchemaPath } from './baseline-schema.ts';
import { configSchema, configSchemaPath } from './config-schema.ts';
import { l10nBundle, type SourceFile } from './l10n-bundle.ts';
import { rulePageFiles, rulePagesFolder } from './rule-pages.ts';
import { withRuleSettings, withRuleTexts } from './rule-settings.ts';
import { snippetsFile } from './snippets-file.ts';

/** A file that is written by the generator, in whole or in part. */
export interface GeneratedFile {
  /** Below the project, with `/` as separator. */
  readonly path: string;
  /** Undefined when there should be no such file: what it was made from is gone. */
  readonly expected: string | undefined;
  /** Undefined when the file does not exist. */
  readonly actual: string | undefined;
}

/**
 * What every generated file should hold, and what it holds now. Writes nothing.
 * @param root the project's folder
 * @throws Error when a source or a manifest is not as the generator needs it
 */
export async function generateFiles(root: string, rules: readonly Rule[]): Promise<readonly GeneratedFile[]> {
  const catalog = createCatalog();
  const read = async (file: string): Promise<string | undefined> => {
    const place = path.join(root, file);
    return existsSync(place) ? await readFile(place, 'utf8') : undefined;
  };
  const sources = [...(await sourcesBelow(root, 'client/src')), ...(await sourcesBelow(root, 'server/src'))];
  const manifest = await read('package.json');
  if (manifest === undefined) throw new Error(`there is no package.json in ${root}: run this in the project's folder`);
  const nls = (await read('package.nls.json')) ?? '{}';
  const expected: readonly (readonly [string, string])[] = [
    ['client/l10n/bundle.l10n.json', await l10nBundle(root, sources, catalog, messageTexts())],
    [baselineSchemaPath, baselineSchema()],
    [configSchemaPath, configSchema(rules)],
    ['package.json', withRuleSettings(manifest, rules)],
    ['package.nls.json', withRuleTexts(nls, rules)],
    ['snippets/call-center.code-snippets.json', snippetsFile(catalog)],
    ...rulePageFiles(createLanguageService()),
  ];
  const known = new Set(expected.map(([file]) => file));
  const forgotten = (await filesIn(root, rulePagesFolder)).filter((file) => !known.has(file));
  const all = [...expected, ...forgotten.map((file) => [file, undefined] as const)];
  return Promise.all(all.map(async ([file, text]) => ({ path: file, expected: text, actual: await read(file) })));
}

async function filesIn(root: string, folder: string): Promise<readonly string[]> {
  if (!existsSync(path.join(root, folder))) return [];
  return (await readdir(path.join(root, folder))).sort().map((name) => `${folder}/${name}`);
}

async function sourcesBelow(root: string, folder: string): Promise<readonly SourceFile[]> {
  const names = await readdir(path.join(root, folder), { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
  return Promise.all(
    files.sort().map(async (file) => ({ path: file, text: await readFile(path.join(root, file), 'utf8') })),
  );
}
