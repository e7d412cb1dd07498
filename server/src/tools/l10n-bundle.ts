import { createRequire } from 'node:module';
import path from 'node:path';
import type { AttributeEntry, Catalog, ElementEntry, ItemEntry } from '../language/catalog/types.ts';

/** A source file: its path below the project, for messages, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

type Bundle = Record<string, string | { message: string; comment: string[] }>;

/** A call of l10n.t whose message is put together (`+`, a template, `? :`): the extractor would pass over it in silence. */
const assembled =
  /l10n\.t\(\s*(?:(['"])(?:\\.|(?!\1)[^\\\n])*\1\s*[^,)\s]|`[^`]*\$\{|[^\s'"`{)]+\s*(?<!\?)\?(?![.?]))/g;

/**
 * The text of the l10n bundle: every message of the sources, the texts of the catalog, and those given (the rules').
 * Keys are sorted.
 * @throws Error when a message cannot be extracted because it is no plain string, or a text holds `{`, which l10n would
 * take for a placeholder.
 */
export async function l10nBundle(
  root: string,
  sources: readonly SourceFile[],
  catalog: Catalog,
  texts: readonly string[],
): Promise<string> {
  for (const source of sources) {
    for (const found of source.text.matchAll(assembled)) {
      const line = source.text.slice(0, found.index).split('\n').length;
      throw new Error(
        `${source.path}:${line}: write the message of l10n.t as one plain string, or it is not translated`,
      );
    }
  }
  // Loaded at run time: it brings a parser as WebAssembly beside its own code, which no bundle would hold.
  const require = createRequire(path.join(root, 'package.json'));
  const extractor: typeof import('@vscode/l10n-dev') = require('@vscode/l10n-dev');
  const bundle: Bundle = await extractor.getL10nJson(
    sources.map((source) => ({ extension: '.ts', contents: source.text })),
  );
  for (const text of [...catalogTexts(catalog), ...texts]) {
    if (text.includes('{')) throw new Error(`this text holds "{", which l10n takes for a placeholder: ${text}`);
    bundle[text] = text;
  }
  const sorted = Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

/** Every text of the catalog that a person reads. Labels are not among them: they are part of the file. */
export function catalogTexts(catalog: Catalog): readonly string[] {
  const items = [...catalog.sections.flatMap((section) => section.items), ...catalog.customSettingsKeys];
  const explained: readonly (AttributeEntry | ElementEntry | { summary: string; details: string })[] = [
    ...catalog.elements,
    ...catalog.metadataElements,
    ...catalog.elements.flatMap((element) => element.attributes),
    ...catalog.sections,
    ...items,
  ];
  const flavours = Object.values(catalog.flavourInfo);
  const texts = [
    ...explained.flatMap((entry) => [entry.summary, entry.details]),
    ...items.flatMap(itemTexts),
    ...flavours.flatMap((flavour) => [flavour.title, flavour.summary, flavour.importedAt]),
    ...Object.values(catalog.confidenceLabels),
  ];
  return texts.filter((text) => text !== '');
}

function itemTexts(item: ItemEntry): readonly string[] {
  const values = item.value.kind === 'enum' ? item.value.values.map((value) => value.summary) : [];
  const notes = Object.values(item.starter ?? {}).flatMap((starter) => starter.note ?? []);
  return [...values, ...notes];
}
