import * as l10n from '@vscode/l10n';
import type { CheckOptions } from './arguments.ts';
import { createChecker, type Origin } from './check.ts';
import { createChoices } from './configs.ts';
import { escapeControls } from './escape.ts';
import { realPath } from './files.ts';
import { jsonOf } from './print-json.ts';
import { summaryLine, textOf, troubleLine } from './print-text.ts';
import type { FileReport } from './report.ts';
import { createSurroundings } from './surroundings.ts';
import { nothingFound, readTarget } from './targets.ts';

/**
 * 0: all is well. 1: what the files say is not. 2: wrong usage, or something that cannot be found, read or written. 3: a
 * bug of the program.
 */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Output {
  out(text: string): void;
  error(text: string): void;
}

/**
 * Checks what is named, in the order given, each file once, and prints what was found.
 * @param ruleIds the rules there are
 * @returns the exit code: 0 clean, 1 errors or too many warnings, 2 when something could not be found, read or written, 3
 * when a rule or the whole program failed over a file
 */
export async function run(options: CheckOptions, ruleIds: readonly string[], output: Output): Promise<ExitCode> {
  const { targets, fix, format, quiet, maxWarnings } = options;
  const reports: FileReport[] = [];
  /** By where a file is in truth: whether it is a definition. */
  const seen = new Map<string, boolean>();
  let troubles = 0;
  let unread = 0;
  let failed = false;
  const tell = (path: string, reason: string): void => {
    troubles++;
    output.error(troubleLine(path, reason));
  };

  const choices = createChoices(options, ruleIds, (line, grave) => {
    if (grave) troubles++;
    output.error(`${escapeControls(line)}\n`);
  });
  const checker = createChecker(fix, choices, createSurroundings());
  const isDefinition = async (file: string, origin: Origin): Promise<boolean> => {
    const checked = await checker.check(file, origin);
    for (const trouble of checked.troubles) tell(file, trouble);
    failed ||= checked.failed;
    const { report } = checked;
    if (report) {
      reports.push(report);
      const text = format === 'text' ? textOf(report, quiet) : '';
      if (text !== '') output.out(text);
    } else if (checked.isDefinition) unread++;
    return checked.isDefinition;
  };

  const notices = new Set<string>();
  for (const target of targets.map(readTarget)) {
    for (const { path, reason } of target.notices) {
      const line = troubleLine(path, reason);
      if (!notices.has(line)) output.error(line);
      notices.add(line);
    }
    for (const { path, reason } of target.troubles) tell(path, reason);
    let definitions = 0;
    const origin = { named: target.kind === 'file', searched: target.kind === 'folder' ? target.given : undefined };
    for (const file of target.files) {
      const place = realPath(file);
      // What a search passed over in silence has to be told of when it is named, too.
      const before = seen.get(place);
      const found = before === true || (before === false && !origin.named) ? before : await isDefinition(file, origin);
      seen.set(place, found);
      if (found) definitions++;
    }
    const reason = definitions === 0 ? nothingFound(target) : undefined;
    if (reason !== undefined && target.troubles.length === 0) tell(target.given, reason);
  }

  if (format === 'json') output.out(jsonOf(reports, quiet));
  // Where nothing could be read, the reasons have said it all.
  else if (reports.length > 0) output.error(summaryLine(reports, unread));
  if (failed) return 3;
  if (troubles > 0) return 2;
  if (reports.some(({ errors }) => errors > 0)) return 1;
  const warnings = reports.reduce((sum, report) => sum + report.warnings, 0);
  if (maxWarnings === undefined || warnings <= maxWarnings) return 0;
  output.error(`${l10n.t('{0} warnings are more than the {1} that are allowed.', warnings, maxWarnings)}\n`);
  return 1;
}
