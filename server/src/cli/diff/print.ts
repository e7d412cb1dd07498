import * as l10n from '@vscode/l10n';
import { abridged } from '../../language/index.ts';
import { escapeControls } from '../escape.ts';
import type { DiffReport, ListedChange } from './changes.ts';

/** One line per change, `file:line:column severity rule-id title (fingerprint)`; for an accepted one `accepted` is its severity. */
export function diffText({ path, changes }: DiffReport): string {
  const lines = changes.map((change) => {
    const { line, column, severity, accepted, rule, fingerprint } = change;
    const level = accepted ? 'accepted' : severity;
    return `${path}:${line}:${column} ${level} ${rule} ${titleWithItems(change)} (${fingerprint})`;
  });
  return lines.map((line) => `${escapeControls(line)}\n`).join('');
}

/** "a.xml: 3 changes (1 accepted) since the import on 2026-11-20 (Acme.callcenter-baseline.json)" */
export function diffSummary({ path, comparedWith, importedOn, changes }: DiffReport): string {
  const accepted = changes.filter((change) => change.accepted).length;
  const count =
    changes.length === 0
      ? l10n.t('no change')
      : changes.length === 1
        ? l10n.t('1 change')
        : l10n.t('{0} changes', changes.length);
  const counted = accepted === 0 ? count : l10n.t('{0} ({1} accepted)', count, accepted);
  const said =
    importedOn === null
      ? l10n.t('{0} compared with {1}', counted, comparedWith)
      : l10n.t('{0} since the import on {1} ({2})', counted, importedOn, comparedWith);
  return `${escapeControls(`${path}: ${said}`)}\n`;
}

/** Keys of this many items say enough about a section. */
const mostItems = 10;

/** What has changed, with the first items that a section took along. */
export function titleWithItems({ title, items = [] }: ListedChange): string {
  if (items.length === 0) return abridged(title);
  const shown = items.slice(0, mostItems).join(', ');
  const more = items.length - mostItems;
  return abridged(
    more > 0 ? l10n.t('{0}, with {1} and {2} more', title, shown, more) : l10n.t('{0}, with {1}', title, shown),
  );
}

/**
 * Workflow commands of GitHub Actions, which shows them at the lines of a pull request. What is accepted needs nobody's
 * look there.
 * @param place the path of the definition from the root of the repository
 */
export function diffGithub({ changes }: DiffReport, place: string): string {
  const lines = changes.map((change) => {
    const { accepted, severity, line, column, endLine, endColumn, rule, fingerprint } = change;
    if (accepted) return '';
    const level = severity === 'error' || severity === 'warning' ? severity : 'notice';
    // Columns count only where both are of one line.
    const columns = endLine === line ? `,col=${column},endColumn=${endColumn}` : '';
    const where = `file=${property(place)},line=${line},endLine=${endLine}${columns},title=${property(rule)}`;
    return `::${level} ${where}::${data(`${titleWithItems(change)} (${fingerprint})`)}\n`;
  });
  return lines.join('');
}

/** As the toolkit of GitHub's actions escapes them. */
function data(text: string): string {
  return escapeControls(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
