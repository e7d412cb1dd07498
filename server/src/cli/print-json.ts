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
  return jsonText({ files });
}

/** A value as indented JSON with a line end. What is undefined in it is null, so that every object has all its keys. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) => (part === undefined ? null : part), 2);
  // JSON escapes the other control characters by itself; these would reach a terminal.
  return `${text.replace(invisible, escapeInJson)}\n`;
}

function escapeInJson(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
