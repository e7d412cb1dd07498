import { invisible } from './escape.ts';
import type { FileReport } from './report.ts';

/**
 * `{"files":[{"path","form","flavour","findings":[…]}]}`. A file with more findings than are listed also has their
 * number, `notListed`.
 */
export function jsonOf(reports: readonly FileReport[]): string {
  const files = reports.map(({ path, form, flavour, findings, notListed }) => ({
    path,
    form,
    flavour,
    findings,
    ...(notListed > 0 && { notListed }),
  }));
  // JSON escapes the other control characters by itself; these would reach a terminal.
  return `${JSON.stringify({ files }, undefined, 2).replace(invisible, escapeInJson)}\n`;
}

function escapeInJson(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
