import * as l10n from '@vscode/l10n';
import {
  type ChangeReport,
  createSource,
  type DocumentOptions,
  type Imported,
  type LanguageService,
  type Source,
} from '../language/index.ts';
import type { Agreed } from './configs.ts';
import { FileTrouble, shown, uriOf } from './files.ts';
import { baselinePlace, baselineTrouble, importNamed, importOf, noFieldsIn } from './imports.ts';
import { readText } from './read-text.ts';

/** A definition beside what was imported. */
export interface Compared {
  readonly source: Source;
  readonly options: DocumentOptions & { readonly imported: Imported };
  readonly report: ChangeReport;
  /** What is wrong with a baseline file that has no say here but in acceptances. */
  readonly warning: string | undefined;
}

/**
 * @param named what to compare with; undefined for what the team agreed on, else the baseline file
 * @throws FileTrouble when either side cannot be read, or nothing is known of an import
 */
export async function compared(
  file: string,
  { choice, baseline }: Agreed,
  named: string | undefined,
  service: LanguageService,
): Promise<Compared> {
  const source = readDefinition(file, service);
  const imported =
    named === undefined ? await importOf(source.uri, baseline) : await importNamed(file, baseline, named, service);
  if (!imported) {
    const place = shown(baselinePlace(file, baseline.path));
    throw new FileTrouble(
      l10n.t(
        'nothing says which fields were imported: there is no {0}. “baseline write” makes it, or name with --baseline what to compare with.',
        place,
      ),
    );
  }
  if (imported.trouble !== undefined) throw new FileTrouble(imported.trouble);
  const unreadable = imported.file && baselineTrouble(imported.file);
  if (unreadable !== undefined && !imported.other) throw new FileTrouble(unreadable);
  const options = { ...choice, now: Date.now(), imported };
  const report = service.changes(source, options);
  if (!report) {
    // Both sides were read, so the other one is what has no fields.
    throw new FileTrouble(l10n.t('{0} is no call center definition', imported.other?.title ?? ''));
  }
  const warning = unreadable === undefined ? undefined : l10n.t('{0} So nothing counts as accepted.', unreadable);
  return { source, options, report, warning };
}

/** @throws FileTrouble when the file cannot be read, or nobody can tell its fields */
export function readDefinition(file: string, service: LanguageService): Source {
  const source = createSource(uriOf(file), 0, readText(file));
  const reason = noFieldsIn(source, service);
  if (reason !== undefined) throw new FileTrouble(reason);
  return source;
}
