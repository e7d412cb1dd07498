import type { Node } from 'jsonc-parser/lib/esm/main.js';
import type { TextEdit } from '../text/edits.ts';
import { type CustomSettings, type Entry, spanOfNode } from './read.ts';

/** Puts a string in the place of a value; the quotes of one that is there already stay. */
export function setValue({ text }: CustomSettings, value: Node, newValue: string): readonly TextEdit[] {
  const json = JSON.stringify(newValue);
  const { start, end } = spanOfNode(value);
  return value.type === 'string'
    ? text.edits({ start: start + 1, end: end - 1 }, json.slice(1, -1))
    : text.edits({ start, end }, json);
}

/** Gives an entry another key. */
export function setKey(settings: CustomSettings, { keyNode }: Entry, key: string): readonly TextEdit[] {
  return setValue(settings, keyNode, key);
}

/** Puts an entry before the others of an object, spaced as they are. */
export function insertEntry(settings: CustomSettings, root: Node, key: string, value: string): readonly TextEdit[] {
  const { text, entries } = settings;
  const [first, second] = entries;
  const json = (colon: string) => `${JSON.stringify(key)}${colon}${JSON.stringify(value)}`;
  const inside = root.offset + 1;
  if (!first) return text.edits({ start: inside, end: inside }, json(':'));
  const at = first.property.offset;
  const lead = text.text.slice(inside, at);
  const between = second ? text.text.slice(endOf(first.property), second.property.offset) : undefined;
  const gap = lead.includes('\n') ? lead : (between?.replace(/^[^,]*,/, '') ?? '');
  return text.edits({ start: at, end: at }, `${json(colonOf(settings))},${gap}`);
}

/** Takes an entry away, with the comma that it leaves behind. */
export function removeEntry({ text, entries }: CustomSettings, entry: Entry): readonly TextEdit[] {
  const index = entries.indexOf(entry);
  const { start, end } = spanOfNode(entry.property);
  const [before, behind] = [entries[index - 1], entries[index + 1]];
  if (behind) return text.edits({ start, end: behind.property.offset }, '');
  return text.edits({ start: before ? endOf(before.property) : start, end }, '');
}

/** How the text writes the colon between key and value: `:` as Salesforce does, where there is none yet. */
export function colonOf({ text, entries }: CustomSettings): string {
  for (const { keyNode, value } of entries) {
    if (value) return text.text.slice(endOf(keyNode), value.offset);
  }
  return ':';
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}
