import * as l10n from '@vscode/l10n';
import { plain } from '../features/markdown.ts';
import { internalNameOf } from '../model/internal-name.ts';
import { isSecret } from '../model/secrets.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import { needOf, summaryOf } from './controls.ts';
import { fieldsOf, nameOf } from './fields.ts';
import type { PreviewNeed, PreviewSettings, SettingsFormat } from './preview.ts';
import { mask, type SettingsKey, settingsOf } from './settings-object.ts';

/** The settings as an adapter gets them, or as people write them down. */
export function previewSettings(
  context: RuleContext,
  format: SettingsFormat,
  secrets: 'masked' | 'shown',
): PreviewSettings {
  const keys = settingsOf(context, secrets);
  const text = (): string => {
    switch (format) {
      case 'lightning':
        return JSON.stringify(objectOf(keys), undefined, 2);
      case 'classic':
        return JSON.stringify(objectOf(keys));
      case 'declaration':
        return declarationOf(keys, internalNameOf(context.definition)?.text);
      case 'markdown':
        return markdownTable(rowsOf(context, secrets));
      case 'csv':
        return csvTable(rowsOf(context, secrets));
    }
  };
  return { text: text(), masked: keys.filter(({ masked }) => masked).length };
}

function objectOf(keys: readonly SettingsKey[]): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map(({ key, value }) => [key, value]));
}

/** An interface with every key: values are strings, sort orders too (reference, section 8.4). */
function declarationOf(keys: readonly SettingsKey[], internalName: string | undefined): string {
  const name = `${(internalName ?? 'CallCenter').replace(/\W/g, '')}Settings`;
  const members = keys.flatMap(({ key, about }) => {
    const remark = about.replace(/\s+/g, ' ').replaceAll('*/', '*\\/').trim();
    return [...(remark === '' ? [] : [`  /** ${remark} */`]), `  readonly ${JSON.stringify(key)}: string;`];
  });
  return [
    `/** ${l10n.t('What getCallCenterSettings() returns. Generated from the call center definition.')} */`,
    `export interface ${name} {`,
    ...members,
    '}',
    '',
  ].join('\n');
}

/** A field of the tables: the cells of one line. */
type Row = readonly string[];

function rowsOf({ source, catalog, flavour }: RuleContext, secrets: 'masked' | 'shown'): readonly Row[] {
  const head = [l10n.t('Key'), l10n.t('Label'), l10n.t('Value'), l10n.t('Needed'), l10n.t('Description')];
  const rows = fieldsOf(source).sections.flatMap(({ part, items }) => {
    const section = nameOf(part.section);
    return items.map(({ item }): Row => {
      const name = nameOf(item);
      const entry = catalog.item(section, name);
      const hidden = isSecret(name, entry?.value.kind) && item.value.text.trim() !== '' && secrets === 'masked';
      return [
        `/${section}/${name}`,
        item.label?.text ?? '',
        hidden ? mask : item.value.text,
        needWord(needOf(entry, flavour)),
        entry ? summaryOf(entry) : '',
      ];
    });
  });
  return [head, ...rows];
}

function needWord(need: PreviewNeed): string {
  if (need === 'required') return l10n.t('required');
  return need === 'optional' ? l10n.t('optional') : l10n.t('custom');
}

/** GitHub's tables: a cell is one line. */
function markdownTable([head = [], ...rows]: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  const cell = (text: string) => plain(text.trim()).replace(/\r\n?|\n/g, '<br>');
  return [line(head), line(head.map(() => '---')), ...rows.map((cells) => line(cells.map(cell))), ''].join('\n');
}

/** RFC 4180: exact values, quoted where they have to be. */
function csvTable(rows: readonly Row[]): string {
  const cell = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}
