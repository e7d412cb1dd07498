import assert from 'node:assert/strict';
import { createCatalog } from '../../server/src/language/catalog/catalog.ts';
import type { Flavour } from '../../server/src/language/catalog/types.ts';
import { complete } from '../../server/src/language/features/completion.ts';
import { hover } from '../../server/src/language/features/hover.ts';
import type { Completion, Hover } from '../../server/src/language/service/editing.ts';
import type { WorkspaceFacts } from '../../server/src/language/service.ts';
import { applyEdits } from '../../server/src/language/text/edits.ts';
import { createSource, type Source } from '../../server/src/language/text/source.ts';

export const catalog = createCatalog();

const noFacts: WorkspaceFacts = {
  visualforcePages: [],
  vendorApiNames: [],
  definitions: [],
  packageDirectories: [],
  forceIgnores: [],
};

export interface Asked {
  /** Undefined: inferred from the text. */
  readonly flavour?: Flavour;
  readonly facts?: Partial<WorkspaceFacts>;
}

/** Takes the cursor `|` out of a text. */
export function atCursor(marked: string): { readonly source: Source; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.includes('|', offset + 1)) throw new Error(`one | marks the cursor: ${marked}`);
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { source: createSource('file:///test/callcenter.xml', 1, text), offset };
}

/** What is offered at a place, each offer checked for what the protocol demands. */
export function offersAt(source: Source, offset: number, { flavour, facts }: Asked = {}): readonly Completion[] {
  const offers = complete(source, offset, { ...noFacts, ...facts }, { catalog, flavour });
  for (const offer of offers) assertSound(source, offset, offer);
  const labels = offers.map(({ label }) => label);
  assert.equal(new Set(labels).size, labels.length, `two offers look the same: ${labels}`);
  assert.ok(offers.filter(({ preselect }) => preselect).length <= 1, 'more than one offer is preselected');
  const sorted = [...offers].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  assert.deepEqual(
    sorted.map(({ label }) => label),
    labels,
    'the list is not in the order of its sort texts',
  );
  return offers;
}

/** What is offered at the `|`. */
export function offers(marked: string, asked?: Asked): readonly Completion[] {
  const { source, offset } = atCursor(marked);
  return offersAt(source, offset, asked);
}

export function labels(marked: string, asked?: Asked): string[] {
  return offers(marked, asked).map(({ label }) => label);
}

/** The text after an offer was taken, with the cursor `|` where the editor leaves it: at the first tab stop. */
export function take(marked: string, label: string, asked?: Asked): string {
  const { source, offset } = atCursor(marked);
  const all = offersAt(source, offset, asked);
  const offer = all.find((candidate) => candidate.label === label);
  if (!offer) throw new Error(`"${label}" is not offered, but: ${all.map((one) => one.label).join(', ')}`);
  const { text, stops } = expand(offer.snippet);
  const at = stops.find(({ number }) => number === 1)?.at ?? stops.find(({ number }) => number === 0)?.at;
  const cursor = at ?? text.length;
  return applyEdits(source.text, [
    { span: offer.replace, newText: `${text.slice(0, cursor)}|${text.slice(cursor)}` },
    ...offer.additional,
  ]);
}

/** The text after an offer was taken by an editor that knows no snippets. */
export function takePlain(source: Source, offer: Completion): string {
  return applyEdits(source.text, [{ span: offer.replace, newText: offer.plain }, ...offer.additional]);
}

export function hoverAt(marked: string, flavour?: Flavour): { readonly hover: Hover; readonly on: string } | undefined {
  const { source, offset } = atCursor(marked);
  const found = hover(source, offset, { catalog, flavour });
  if (!found) return undefined;
  const { start, end } = found.at;
  assert.ok(start <= offset && offset <= end, `the hover [${start},${end}) is not where the cursor is: ${offset}`);
  return { hover: found, on: source.text.slice(start, end) };
}

function assertSound(source: Source, offset: number, offer: Completion): void {
  const { label, replace, snippet, plain, additional, filterText } = offer;
  assert.ok(label !== '' && filterText !== '', 'an offer needs a label and a filter');
  assert.ok(replace.start <= offset && offset <= replace.end, `${label} does not replace what the cursor is in`);
  assert.doesNotMatch(source.text.slice(replace.start, replace.end), /[\r\n]/, `${label} replaces more than a line`);
  assert.equal(expand(snippet).text, plain, `${label}: snippet and plain text differ`);
  for (const { span } of additional) {
    const apart = span.end < replace.start || span.start > replace.end;
    assert.ok(apart, `${label}: an additional edit touches the replaced range`);
  }
}

interface Expanded {
  readonly text: string;
  readonly stops: readonly { readonly number: number; readonly at: number }[];
}

/**
 * A snippet in LSP syntax as far as the project writes it: `$0`, `${1}`, `${1:text}`, `${1|a,b|}`. A number that comes again
 * repeats its text.
 */
export function expand(snippet: string): Expanded {
  const stops: { number: number; at: number }[] = [];
  const texts = new Map<string, string>();
  let text = '';
  const token = /\\(.)|\$(\d+)|\$\{(\d+)\}|\$\{(\d+):((?:\\.|[^\\}])*)\}|\$\{(\d+)\|((?:\\.|[^\\|])*)\|\}|([^\\$}])/gsy;
  while (token.lastIndex < snippet.length) {
    const from = token.lastIndex;
    const match = token.exec(snippet);
    if (!match) throw new Error(`no snippet: ${snippet.slice(from, from + 40)}`);
    const [, escaped, bare, empty, filled, content, chosen, choices, literal] = match;
    const number = bare ?? empty ?? filled ?? chosen;
    if (number === undefined) {
      text += escaped ?? literal ?? '';
      continue;
    }
    stops.push({ number: Number(number), at: text.length });
    const given = content ?? (choices === undefined ? undefined : /^(?:\\.|[^\\,])*/.exec(choices)?.[0]);
    const shown = given?.replace(/\\(.)/g, '$1') ?? texts.get(number) ?? '';
    texts.set(number, shown);
    text += shown;
  }
  return { text, stops };
}
