import { invisible } from './escape.ts';
import { type FileReport, shown } from './report.ts';

/**
 * `{"files":[{"path","form","flavour","findings":[…]}]}`. A file with more findings than are listed also has their
 * number, `notListed`.
 * @param quiet errors only
 */
export function jsonOf(reports: readonly FileReport[], quiet: boolean): string {
  const files = reports.map((report) => ({
    path: report.path,
    form: report.form,
    flavour: report.flavour,
    findings: shown(report, quiet),
    ...(report.notListed > 0 && { notListed: report.notListed }),
  }));
  // JSON escapes the other control characters by itself; these would reach a terminal.
  return `${JSON.stringify({ files }, undefined, 2).replace(invisible, escapeInJson)}\n`;
}

function escapeInJson(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
