import { longestNumber, mostNumbers } from '../src/preview/messages.ts';

/**
 * The numbers of a list that a person typed or pasted: one on each line, or between semicolons, tabs, or commas with a blank
 * behind them. A blank before a number stays: a dialler does not take a plus sign behind it for one.
 */
export function numbersOf(text: string): { readonly numbers: readonly string[]; readonly more: boolean } {
  const all = text
    .split(/[\r\n;\t]+|, (?=[+(\d])/)
    .map((number) => number.trimEnd().slice(0, longestNumber))
    .filter((number) => number.trim() !== '');
  return { numbers: all.slice(0, mostNumbers), more: all.length > mostNumbers };
}
