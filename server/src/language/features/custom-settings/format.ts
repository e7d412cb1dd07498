import { format } from 'jsonc-parser/lib/esm/main.js';
import { customSettingsOf } from '../../custom-settings/read.ts';
import type { FormatOptions } from '../../service/editing.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import type { Source } from '../../text/source.ts';
import { stringEnd } from './strings.ts';

/**
 * Levels that are indented, in XML as in JSON. People write five; with each more a line gets longer, and of very many levels the
 * text would be as long as the square of their number.
 */
export const mostLevels = 100;

/**
 * Indents JSON in `customSettings` that has several lines, below its element. On one line, as Salesforce writes it, it
 * stays as it is, and so does what is no JSON, or deeper than `mostLevels`. Only white space is changed.
 */
export function formatSettings(source: Source, { tabSize, insertSpaces }: FormatOptions): readonly TextEdit[] {
  const settings = customSettingsOf(source);
  const root = settings?.root;
  if (!settings || !root || settings.errors.length > 0 || root.type !== 'object') return [];
  const whole = settings.text.text;
  const end = root.offset + root.length;
  const json = whole.slice(root.offset, end);
  if (!json.includes('\n') || isDeep(json)) return [];
  const step = insertSpaces ? ' '.repeat(tabSize) : '\t';
  const ownLine = whole.slice(0, root.offset).includes('\n');
  const indent = ownLine ? step + step : step;
  const changes = format(json, undefined, { tabSize, insertSpaces, eol: '\n' });
  const formatted = applyEdits(
    json,
    changes.map(({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, newText: content })),
  ).replaceAll('\n', `\n${indent}`);
  const target = ownLine
    ? `\n${indent}${formatted}\n${step}`
    : whole.slice(0, root.offset) + formatted + whole.slice(end);
  return gapsBetween(whole, target).flatMap(({ span, newText }) => settings.text.edits(span, newText));
}

/** The edits that turn a text into one that differs from it by white space between tokens. */
function gapsBetween(text: string, target: string): readonly TextEdit[] {
  const wanted = gapsIn(target);
  return gapsIn(text).flatMap(({ start, end }, index) => {
    const gap = wanted[index];
    const newText = gap ? target.slice(gap.start, gap.end) : '';
    return newText === text.slice(start, end) ? [] : [{ span: { start, end }, newText }];
  });
}

function isDeep(json: string): boolean {
  let depth = 0;
  for (const { start } of tokensIn(json)) {
    const token = json[start];
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (depth > mostLevels) return true;
  }
  return false;
}

/** What stands before, between and behind strings and other characters, empty or white space. */
function gapsIn(text: string): readonly TextEdit['span'][] {
  const gaps: TextEdit['span'][] = [];
  let start = 0;
  for (const token of tokensIn(text)) {
    gaps.push({ start, end: token.start });
    start = token.end;
  }
  return [...gaps, { start, end: text.length }];
}

/** Strings, and other characters one by one. */
function* tokensIn(json: string): Generator<TextEdit['span']> {
  for (let start = 0; start < json.length; ) {
    const character = json.charAt(start);
    const end = character === '"' ? (stringEnd(json, start) ?? json.length) : start + 1;
    if (!/\s/.test(character)) yield { start, end };
    start = end;
  }
}
