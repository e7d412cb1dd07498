import fs from 'node:fs';
import * as l10n from '@vscode/l10n';
import type { LanguageService } from '../../language/index.ts';
import { compared } from '../compared.ts';
import type { Agreed } from '../configs.ts';
import { diffReport, fails } from '../diff/changes.ts';
import { diffSummary, diffText } from '../diff/print.ts';
import { FileTrouble, shown } from '../files.ts';
import { baselinePlace } from '../imports.ts';
import type { Output } from '../run.ts';

/**
 * Compares a definition with its baseline file, whatever else the team compares it with.
 * @returns 0 when the fields are those that were imported, or every change is accepted that counts as a warning at least;
 * else 1
 * @throws FileTrouble when either cannot be read, or there is no such file
 */
export async function checkBaseline(
  file: string,
  agreed: Agreed,
  service: LanguageService,
  output: Output,
): Promise<0 | 1> {
  const place = baselinePlace(file, agreed.baseline.path);
  if (!fs.existsSync(place)) {
    throw new FileTrouble(l10n.t('it has no baseline: there is no {0}. “baseline write” makes it', shown(place)));
  }
  const { source, report, options } = await compared(file, agreed, place, service);
  const diff = diffReport(file, source, report, options.imported);
  output.out(diffText(diff));
  output.error(diffSummary(diff));
  return fails(diff, 'warning') ? 1 : 0;
}
