import * as l10n from '@vscode/l10n';
import { plain } from '../features/markdown.ts';
import { internalNameOf } from '../model/internal-name.ts';
import { isSecret } from '../model/secrets.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import { needOf, summaryOf } from './controls.ts';
import { fieldsOf, nameOf } from './fields.ts';
import type { PreviewNeed, PreviewSettings, SettingsFormat } from './preview.ts';
import { fixedItems, mask, type SettingsKey, settingsOf } from './settings-object.ts';

/**
 * The settings as an adapter gets them, or as people write them down.
 * @param most UTF-16 units of the text that are wanted, from its beginning: what is behind them is not even made
 */
export function previewSettings(
  context: RuleContext,
  format: SettingsFormat,
  secrets: 'masked' | 'shown',
  most = Number.POSITIVE_INFINITY,
): PreviewSettings {
  const keys = settingsOf(context, secrets);
  const pieces = (): Iterable<string> => {
    switch (format) {
      case 'lightning':
        return objectPieces(keys, ['{\n  ', ': ', ',\n  ', '\n}']);
      case 'classic':
        return objectPieces(keys, ['{', ':', ',', '}']);
      case 'declaration':
        return declarationPieces(keys, internalNameOf(context.definition)?.text);
      case 'markdown':
        return markdownTable(rowsOf(context, keys, secrets));
      case 'csv':
        return csvTable(rowsOf(context, keys, secrets));
    }
  };
  return { ...beginning(pieces(), most), masked: keys.filter(({ masked }) => masked).length };
}

function beginning(pieces: Iterable<string>, most: number): Pick<PreviewSettings, 'text' | 'cut'> {
  const kept: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    kept.push(piece);
    length += piece.length;
    if (length > most)
      return {
        text: kept
          .join('')
          .slice(0, most)
          .replace(/[\ud800-\udbff]$/, ''),
        cut: true,
      };
  }
  return { text: kept.join('') };
}

/** As `JSON.stringify` writes an object, which takes a multiple of the time to make one of so many keys. */
function* objectPieces(
  keys: readonly SettingsKey[],
  [opening, colon, comma, closing]: readonly [string, string, string, string],
): Generator<string> {
  let before = opening;
  for (const { key, value } of keys) {
    yield `${before}${JSON.stringify(key)}${colon}${JSON.stringify(value)}`;
    before = comma;
  }
  yield closing;
}

/** An interface with every key: values are strings, sort orders too (reference, section 8.4). */
function* declarationPieces(keys: readonly SettingsKey[], internalName: string | undefined): Generator<string> {
  const name = `${(internalName ?? 'CallCenter').replace(/\W/g, '')}Settings`;
  yield `/** ${l10n.t('What getCallCenterSettings() returns. Generated from the call center definition.')} */\n`;
  yield `export interface ${name} {\n`;
  for (const { key, about } of keys) {
    const remark = about.replace(/\s+/g, ' ').replaceAll('*/', '*\\/').trim();
    if (remark !== '') yield `  /** ${remark} */\n`;
    yield `  readonly ${JSON.stringify(key)}: string;\n`;
  }
  yield '}\n';
}

/** A field of the tables: the cells of one line. */
type Row = readonly string[];

/** The head comes first. The two names of a metadata body, which are no items, stand where a file for Setup has them. */
function* rowsOf(
  { source, definition, catalog, flavour }: RuleContext,
  keys: readonly SettingsKey[],
  secrets: 'masked' | 'shown',
): Generator<Row> {
  yield [l10n.t('Key'), l10n.t('Label'), l10n.t('Value'), l10n.t('Needed'), l10n.t('Description')];
  for (const { part, items } of fieldsOf(source).sections) {
    const section = nameOf(part.section);
    const row = (name: string, label: string, value: string): Row => {
      const entry = catalog.item(section, name);
      const hidden = isSecret(name, entry?.value.kind) && value.trim() !== '' && secrets === 'masked';
      return [
        `/${section}/${name}`,
        label,
        hidden ? mask : value,
        needWord(needOf(entry, flavour)),
        entry ? summaryOf(entry) : '',
      ];
    };
    const names = definition.body === 'metadata' && section === 'reqGeneralInfo' ? fixedItems : [];
    for (const name of names) {
      const found = keys.find(({ key }) => key === `/${section}/${name}`);
      if (found) yield row(name, found.about, found.value);
    }
    for (const { item } of items) {
      const name = nameOf(item);
      if (!names.includes(name)) yield row(name, item.label?.text ?? '', item.value.text);
    }
  }
}

function needWord(need: PreviewNeed): string {
  if (need === 'required') return l10n.t('required');
  return need === 'optional' ? l10n.t('optional') : l10n.t('custom');
}

/** GitHub's tables: a cell is one line. */
function* markdownTable(rows: Iterable<Row>): Generator<string> {
  const line = (cells: Row) => `| ${cells.join(' | ')} |\n`;
  const cell = (text: string) => plain(text.trim()).replace(/\r\n?|\n/g, '<br>');
  let head = true;
  for (const cells of rows) {
    yield line(head ? cells : cells.map(cell));
    if (head) yield line(cells.map(() => '---'));
    head = false;
  }
}

/** RFC 4180: exact values, quoted where they have to be. */
function* csvTable(rows: Iterable<Row>): Generator<string> {
  const cell = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  for (const cells of rows) yield `${cells.map(cell).join(',')}\r\n`;
}
