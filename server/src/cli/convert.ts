import fs from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { abridged, createSource, type LanguageService, type Source, type TargetForm } from '../language/index.ts';
import { escapeControls } from './escape.ts';
import { FileTrouble, isFolder, naming, reasonOf, replaceText, uriOf } from './files.ts';
import type { Format } from './options.ts';
import { jsonText } from './print-json.ts';
import { troubleLine } from './print-text.ts';
import { readText } from './read-text.ts';
import type { Output } from './run.ts';

export interface ConvertOptions {
  readonly format: Format;
  readonly to: TargetForm;
  readonly file: string;
  /** A file, or a folder that the file gets its usual name in; undefined for standard output. */
  readonly out: string | undefined;
  /** A file that is there already may be replaced. */
  readonly force: boolean;
}

/**
 * Writes a definition down in the other form: on standard output or into a file, with what could not cross on standard
 * error; as JSON both on standard output.
 * @returns the exit code: 0 converted, 1 refused because of what the file holds, 2 when it cannot be read or written
 */
export function convertFile(service: LanguageService, options: ConvertOptions, output: Output): 0 | 1 | 2 {
  const { file, to, format } = options;
  try {
    const source = createSource(uriOf(file), 0, readText(file));
    const result = service.convert(source, to);
    if (result.kind === 'refused') {
      const { line, character } = source.positionAt(result.at.start);
      output.error(`${escapeControls(`${file}:${line + 1}:${character + 1} ${abridged(result.reason)}`)}\n`);
      return 1;
    }
    const written = options.out === undefined ? undefined : write(options.out, result.fileName, result.text, options);
    const losses = result.losses.map(({ code, at, message }) => ({ code, ...placeOf(source, at), message }));
    if (format === 'json') {
      const json = { output: result.text, fileName: result.fileName, ...(written && { path: written }), losses };
      output.out(jsonText(json));
      return 0;
    }
    if (written === undefined) output.out(result.text);
    for (const { code, line, column, message } of losses)
      output.error(`${escapeControls(`${file}:${line}:${column} ${code} ${abridged(message)}`)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    output.error(troubleLine(file, error.message));
    return 2;
  }
}

function placeOf(source: Source, at: { readonly start: number; readonly end: number }) {
  const { line, character } = source.positionAt(at.start);
  return { line: line + 1, column: character + 1, offset: at.start, endOffset: at.end };
}

/** Writes a file and returns its path. */
function write(out: string, fileName: string, text: string, { force }: ConvertOptions): string {
  const target = isFolder(out) ? path.join(out, fileName) : out;
  return naming(target, () => {
    try {
      fs.writeFileSync(target, text, { flag: 'wx' });
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!taken) throw new FileTrouble(reasonOf(error, target));
      if (!force) throw new FileTrouble(l10n.t('there is such a file already; --force replaces it'));
      replaceText(target, text);
    }
    return target;
  });
}
