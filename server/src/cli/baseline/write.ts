import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { baselineIn, createSource, type LanguageService, type Origin } from '../../language/index.ts';
import { changeFile } from '../change-file.ts';
import { readDefinition } from '../compared.ts';
import type { Agreed } from '../configs.ts';
import { FileTrouble, isFolder, shown } from '../files.ts';
import { baselinePlace, definitionNamed, sourceNamed } from '../imports.ts';
import type { WriteRequest } from './run.ts';

/**
 * Marks a definition as imported: its baseline file is made, or takes its fields anew.
 * @returns what was done, for people
 * @throws FileTrouble when it cannot be done; the file is then as it was
 */
export async function writeBaselineOf(
  file: string,
  { out, from, date, force }: WriteRequest,
  { baseline }: Agreed,
  today: string,
  service: LanguageService,
): Promise<string> {
  const source = readDefinition(file, service);
  const other = from === undefined ? undefined : definitionNamed(await sourceNamed(file, from), service).source;
  const takenFrom = originOf(file, from);
  const usual = baselinePlace(file, baseline.path);
  const place = out === undefined ? usual : isFolder(out) ? path.join(out, path.basename(usual)) : out;
  const name = shown(place);
  let ended = 0;
  await changeFile(place, (present) => {
    const result = service.markImported(source, present, { takenFrom, importedOn: date ?? today }, other);
    if (result.kind === 'refused') throw new FileTrouble(`${name}: ${result.reason}`);
    const now = nameIn(result.text);
    const before = result.before?.internalName;
    if (before !== undefined && now !== before && !force) {
      throw new FileTrouble(
        l10n.t(
          '{0} keeps the fields of the call center {1}, and this is {2}: --force puts the one in the place of the other.',
          name,
          before,
          now ?? l10n.t('one without an internal name'),
        ),
      );
    }
    ended = result.before?.accepted.length ?? 0;
    return result.text;
  });
  const done = l10n.t('{0} keeps the fields as imported; commit it with the definition.', name);
  return ended === 0 ? done : `${done} ${l10n.t('Acceptances that ended with the import: {0}.', ended)}`;
}

function nameIn(text: string): string | undefined {
  const reading = baselineIn(createSource('', 0, text));
  return reading.kind === 'baseline' ? reading.baseline.internalName : undefined;
}

/** As an editor writes it down: relative to the definition, so that it holds on every machine. */
function originOf(file: string, from: string | undefined): Origin {
  if (from === undefined) return { kind: 'file', what: path.basename(file) };
  if (from.startsWith('git:')) return { kind: 'git', what: from.slice('git:'.length) };
  const relative = path.relative(path.dirname(path.resolve(file)), path.resolve(from));
  return { kind: 'definition', what: relative.split(path.sep).join('/') };
}
