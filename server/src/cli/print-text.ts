import * as l10n from '@vscode/l10n';
import {
  type Dialing,
  type DialledNumber,
  type DialWarning,
  type OtherResult,
  shownPrefix,
} from '../language/index.ts';
import { escapeControls } from './escape.ts';
import { type FileReport, shown } from './report.ts';

/**
 * One line per finding, `file:line:column severity rule-id message`, and one more where not all are listed.
 * @param quiet errors only
 */
export function textOf(report: FileReport, quiet: boolean): string {
  const lines = shown(report, quiet).map(
    ({ line, column, severity, rule, message }) => `${report.path}:${line}:${column} ${severity} ${rule} ${message}`,
  );
  if (report.notListed > 0)
    lines.push(`${report.path}: ${l10n.t('at least {0} more findings are not listed.', report.notListed)}`);
  return lines.map((line) => `${escapeControls(line)}\n`).join('');
}

/** A line about a file that could not be read, or not be written. */
export function troubleLine(file: string, trouble: string): string {
  return `${escapeControls(`${file}: ${trouble}`)}\n`;
}

/** "3 errors, 2 warnings in 5 files" */
export function summaryLine(reports: readonly FileReport[], unread: number): string {
  const errors = reports.reduce((sum, report) => sum + report.errors, 0);
  const warnings = reports.reduce((sum, report) => sum + report.warnings, 0);
  const fixed = reports.filter((report) => report.fixed).length;
  const found = l10n.t(
    '{0}, {1} in {2}',
    errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors),
    warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings),
    countedFiles(reports.length),
  );
  const more = [
    ...(fixed > 0 ? [l10n.t('{0} changed', countedFiles(fixed))] : []),
    ...(unread > 0 ? [l10n.t('{0} not read', countedFiles(unread))] : []),
  ];
  return `${[found, ...more].join('; ')}\n`;
}

function countedFiles(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count);
}

/** A paragraph per number: what is dialled, the rule, what the number is, the other models, what is wrong. Then what holds for all. */
export function dialingText({ numbers, prefixes, country, warnings, assumes }: Dialing): string {
  const { outside, longDistance, international } = prefixes;
  const given = l10n.t(
    'Prefixes: outside {0}, long distance {1}, international {2}; country {3}.',
    shownPrefix(outside),
    shownPrefix(longDistance),
    shownPrefix(international),
    country ?? '–',
  );
  const closing = [given, ...warnings.map(warningLine), assumes];
  return [...numbers.map(numberLines), closing]
    .map((lines) => lines.map((line) => `${escapeControls(line)}\n`).join(''))
    .join('\n');
}

function numberLines(number: DialledNumber): readonly string[] {
  const { dialled, steps, explanation, warnings, e164Adapter, voice } = number;
  const refused = l10n.t('nothing');
  const other = (name: string, result: OtherResult) => [
    `  ${name}: ${result.dialled ?? refused} (${result.reason})`,
    ...result.warnings.map((warning) => `    ${warningLine(warning)}`),
  ];
  return [
    `${number.number} → ${dialled ?? refused}`,
    ...steps.map(({ rule, reason }) => `  ${rule} ${reason}`),
    `  ${explanation}`,
    ...warnings.map((warning) => `  ${warningLine(warning)}`),
    ...other(l10n.t('E.164 adapter'), e164Adapter),
    ...(voice ? other(l10n.t('Salesforce Voice'), voice) : []),
  ];
}

function warningLine({ severity, code, message }: DialWarning): string {
  return `${severity} ${code} ${message}`;
}
