import * as l10n from '@vscode/l10n';
import { abridged } from '../../language/index.ts';
import { escapeControls } from '../escape.ts';
import type { DiffReport, ListedChange } from './changes.ts';

/**
 * What a reviewer reads: a table of the changes, those that were accepted apart, and what to do.
 * @param plan the re-import plan, Markdown as well
 */
export function diffMarkdown({ path, comparedWith, importedOn, changes }: DiffReport, plan: string): string {
  const open = changes.filter(({ accepted }) => !accepted);
  const done = changes.filter(({ accepted }) => accepted);
  const parts = [
    `### ${l10n.t('Fields of {0}', code(path))}`,
    importedOn === null
      ? l10n.t('Compared with {0}.', code(comparedWith))
      : l10n.t('Compared with what was imported on {0} ({1}).', importedOn, code(comparedWith)),
    open.length === 0 ? l10n.t('Nothing has changed that nobody has accepted.') : table(open),
    ...(open.length > 0 ? [`#### ${l10n.t('What to do')}`, advice(open, path)] : []),
    ...(done.length > 0 ? [`#### ${l10n.t('Accepted')}`, acceptedList(done)] : []),
    ...(open.length > 0 ? [folded(l10n.t('Re-import plan'), plan.replace(/^#/gm, '####'))] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function table(changes: readonly ListedChange[]): string {
  const head = [
    l10n.t('Severity'),
    l10n.t('Change'),
    l10n.t('As imported'),
    l10n.t('Now'),
    l10n.t('Line'),
    l10n.t('Fingerprint'),
  ];
  const rows = changes.map(({ severity, rule, from, to, was, now, items, line, confidence, fingerprint }) => {
    const inPlace = was !== null || now !== null;
    // A label or a place alone would not say whose it is.
    const before = inPlace ? [from, was] : [from];
    const after = inPlace ? [to, now] : [to];
    const sure = confidence < 1 ? ` (${l10n.t('{0} % sure', Math.round(confidence * 100))})` : '';
    const along = items ? ` (${l10n.t('items: {0}', items.length)})` : '';
    return [
      `${icon(severity)} ${severity}`,
      `${rule}${sure}${along}`,
      cell(before),
      cell(after),
      `${line}`,
      code(fingerprint),
    ];
  });
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function icon(severity: ListedChange['severity']): string {
  return severity === 'error' ? '🛑' : severity === 'warning' ? '⚠️' : 'ℹ️';
}

function cell(texts: readonly (string | null)[]): string {
  return texts
    .filter((text) => text !== null)
    .map(name)
    .join(' ');
}

function advice(changes: readonly ListedChange[], path: string): string {
  const rules = new Set(changes.map(({ rule }) => rule));
  const frozen = [...rules].some((rule) => /^(?:section|item)-/.test(rule));
  const lines = [
    ...(rules.has('field-set-changed-same-internal-name')
      ? [
          l10n.t(
            'Give the definition another internal name, or take the changes back: where the name is, the import is refused.',
          ),
        ]
      : []),
    ...(rules.has('internal-name-changed') || (frozen && !rules.has('field-set-changed-same-internal-name'))
      ? [l10n.t('An org gets these fields by a new import only, as another call center: see the re-import plan.')]
      : []),
    ...(rules.has('label-changed') || rules.has('order-changed')
      ? [l10n.t('Labels and order stay in the org as they were imported until it gets a new import.')]
      : []),
    l10n.t('What is meant to be so is accepted, with a reason: {0}', code(command(changes, path))),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

function command(changes: readonly ListedChange[], path: string): string {
  const quoted = /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
  const [only] = changes;
  const which = changes.length === 1 && only ? only.fingerprint : '--all';
  return `node dist/cli.js baseline accept --reason "…" ${quoted} ${which}`;
}

function acceptedList(changes: readonly ListedChange[]): string {
  return changes
    .map(({ rule, from, to, reason }) => {
      const key = to ?? from;
      return `- ${rule}${key === null ? '' : ` ${name(key)}`}${reason === null ? '' : `: ${plain(abridged(reason))}`}`;
    })
    .join('\n');
}

function folded(title: string, markdown: string): string {
  return `<details><summary>${title}</summary>\n\n${markdown.trim()}\n\n</details>`;
}

/** A name or label of a definition, which may be as long as a file. */
function name(text: string): string {
  return code(abridged(text, 200));
}

/** Text that shows as it is, in a table as well, whatever characters it holds. */
function code(text: string): string {
  const safe = escapeControls(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...(safe.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 || safe === '' ? `${fence} ${safe} ${fence}` : `${fence}${safe}${fence}`;
}

/** Words of people, without what Markdown and HTML would make of them. */
function plain(text: string): string {
  return escapeControls(text).replace(/[\\`*_{}[\]<>|~&#!]/g, (char) => `\\${char}`);
}
