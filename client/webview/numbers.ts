import { longestNumber, mostNumbers } from '../src/preview/messages.ts';

/** The numbers of a list that a person typed or pasted: one on each line, or between semicolons or tabs. */
export function numbersOf(text: string): { readonly numbers: readonly string[]; readonly more: boolean } {
  const all = text
    .split(/[\r\n;\t]+/)
    .map((number) => number.trim().slice(0, longestNumber))
    .filter((number) => number !== '');
  return { numbers: all.slice(0, mostNumbers), more: all.length > mostNumbers };
}
