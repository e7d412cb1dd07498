import type { CheckOptions } from './arguments.ts';
import { checkFile } from './check.ts';
import { jsonOf } from './print-json.ts';
import { summaryLine, textOf, troubleLine } from './print-text.ts';
import type { FileReport } from './report.ts';

export interface Output {
  out(text: string): void;
  error(text: string): void;
}

/**
 * Checks every file that is named, in the order given, and prints what was found.
 * @returns the exit code: 0 no errors, 1 errors, 2 when something could not be read or written
 */
export function run({ files, fix, format }: CheckOptions, output: Output): 0 | 1 | 2 {
  const reports: FileReport[] = [];
  let troubled = false;
  for (const file of files) {
    const { report, troubles } = checkFile(file, fix);
    for (const trouble of troubles) output.error(troubleLine(file, trouble));
    if (troubles.length > 0) troubled = true;
    if (!report) continue;
    reports.push(report);
    if (format === 'text') output.out(textOf(report));
  }
  if (format === 'json') output.out(jsonOf(reports));
  // Where nothing could be read, the reasons have said it all.
  else if (reports.length > 0) output.error(summaryLine(reports, files.length - reports.length));
  if (troubled) return 2;
  return reports.some(({ errors }) => errors > 0) ? 1 : 0;
}
