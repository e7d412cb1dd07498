import { fileNameOf } from '../model/file-name.ts';
import { internalNameOf } from '../model/internal-name.ts';
import { definitionOf } from '../model/read.ts';
import { createSource, type Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { largestDefinition } from './definition-index.ts';
import type { FileHost } from './file-host.ts';

/** A place in a file of the workspace. */
export interface FilePlace {
  readonly source: Source;
  readonly at: Span;
}

const mostFiles = 5000;
/** Files that are asked for at once. */
const batchSize = 50;

/** Ends of the names of files in which adapters and pages read settings by their keys. */
const codeSuffixes: readonly string[] = [
  ...['.js', '.mjs', '.cjs', '.ts', '.mts', '.tsx', '.jsx', '.html'],
  ...['.cls', '.trigger', '.page', '.component', '.cmp', '.app', '.evt', '.resource'],
];

/** The files of a Visualforce page, by its name without namespace; names differ by case alone for nobody. */
export async function findPages(host: FileHost, name: string): Promise<readonly string[]> {
  const uris = await host.find(['.page'], mostFiles);
  return uris.filter((uri) => fileNameOf(uri).toLowerCase() === `${name}.page`.toLowerCase()).sort();
}

/** The file of a voice vendor, and in it the address of its connector where it says one. */
export async function findVendors(host: FileHost, apiName: string): Promise<readonly FilePlace[]> {
  const developerName = apiName.slice(apiName.indexOf('__') + 2);
  const suffixes = ['.ConversationVendorInformation', '.ConversationVendorInformation-meta.xml'];
  const wanted = suffixes.map((suffix) => developerName + suffix);
  const uris = (await host.find(suffixes, mostFiles)).filter((uri) => wanted.includes(fileNameOf(uri))).sort();
  const places: FilePlace[] = [];
  for (const uri of uris) {
    const text = await host.read(uri);
    if (text === undefined) continue;
    const url = /<connectorUrl>([^<]*)<\/connectorUrl>/.exec(text);
    const start = url ? url.index + '<connectorUrl>'.length : 0;
    places.push({ source: createSource(uri, 0, text), at: { start, end: start + (url?.[1]?.length ?? 0) } });
  }
  return places;
}

/** The texts of definitions, as they are on the disk. */
export async function readSources(host: FileHost, uris: readonly string[]): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (let done = 0; done < uris.length; done += batchSize) {
    const found = await host.readDefinitions(uris.slice(done, done + batchSize), largestDefinition);
    sources.push(...found.flatMap(({ uri, text }) => (text === undefined ? [] : createSource(uri, 0, text))));
  }
  return sources;
}

/** Where a definition says what its call center is called. */
export function namePlace(source: Source): FilePlace {
  const name = internalNameOf(definitionOf(source));
  return { source, at: name?.span ?? { start: 0, end: 0 } };
}

/**
 * What `look` finds in the code of the workspace.
 * @param cancelled asked before each batch of files
 */
export async function searchCode(
  host: FileHost,
  look: (text: string) => readonly Span[],
  cancelled: () => boolean,
): Promise<readonly FilePlace[]> {
  const uris = [...(await host.find(codeSuffixes, mostFiles))].sort();
  const places: FilePlace[] = [];
  for (let done = 0; done < uris.length && !cancelled(); done += batchSize) {
    const batch = uris.slice(done, done + batchSize);
    const texts = await Promise.all(batch.map((uri) => host.read(uri)));
    for (const [index, uri] of batch.entries()) {
      const text = texts[index];
      if (text === undefined) continue;
      const spans = look(text);
      if (spans.length === 0) continue;
      const source = createSource(uri, 0, text);
      places.push(...spans.map((at) => ({ source, at })));
    }
  }
  return places;
}
