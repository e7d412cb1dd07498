import * as l10n from '@vscode/l10n';
import { type Node, type ParseError, parseTree } from 'jsonc-parser/lib/esm/main.js';
import { type Flavour, flavours } from '../catalog/types.ts';
import { syntaxWords } from '../json/syntax-words.ts';
import { isDay } from '../text/calendar.ts';
import type { Span } from '../text/span.ts';
import {
  type Acceptance,
  type Baseline,
  type BaselineItem,
  type BaselineSection,
  formatVersion,
  type Origin,
  originKinds,
} from './baseline.ts';
import type { FieldValue } from './field-set.ts';
import { fingerprintPattern } from './fingerprint.ts';
import { createShape, type Member, type Shape, type ShapeProblem, spanOfNode } from './json-shape.ts';
import { mergeConflict } from './merge-conflict.ts';

export type BaselineFile = ReadableBaseline | UnreadableBaseline;

export interface ReadableBaseline {
  readonly kind: 'baseline';
  readonly baseline: Baseline;
  readonly places: BaselinePlaces;
  /** What means nothing in the file, or is there twice to no purpose. It stays there: accepting and pruning edit the text. */
  readonly warnings: readonly ShapeProblem[];
  /** Members at the top that are nobody's but the author's, as `"key": value`: `$schema`, and what means nothing. */
  readonly kept: readonly string[];
}

/** Where in the text things stand, to point at; in the order of the baseline. */
export interface BaselinePlaces {
  readonly internalName: Span | undefined;
  readonly flavour: Span | undefined;
  readonly importedOn: Span;
  /** Of a section its name; of an item all of it. */
  readonly sections: readonly { readonly at: Span; readonly items: readonly Span[] }[];
  readonly accepted: readonly Span[];
  /** The list of acceptances with its brackets; undefined where the file has none. */
  readonly acceptedList: Span | undefined;
  /** From behind the last member at the top to the closing brace. */
  readonly end: Span;
}

export interface UnreadableBaseline {
  readonly kind: 'unreadable';
  /** The first thing that is wrong. */
  readonly at: Span;
  readonly reason: UnreadableReason;
  /** What is wrong and what to do. Already translated. */
  readonly message: string;
}

/**
 * `foreign`: JSON of something else. `future-version`: written by a newer version of this program. `wrong-content`: a
 * value of the wrong type or shape, one that is missing, or one that is there twice.
 */
export type UnreadableReason =
  | 'empty'
  | 'too-large'
  | 'merge-conflict'
  | 'syntax'
  | 'too-deep'
  | 'foreign'
  | 'future-version'
  | 'wrong-content';

/** Characters. A call center with 500 sections and 1,000 items has a hundredth of it. */
const largestBaseline = 16_000_000;

/**
 * Reads the text of a baseline file; comments, commas at ends and a byte order mark do no harm. Never throws. A file is
 * read whole or not at all: of a baseline that lacks a section, every item in it would look new. Members that this version
 * does not know change nothing (`warnings`), as what a reader must know comes with a new format version.
 */
export function readBaseline(text: string): BaselineFile {
  const all = { start: 0, end: text.length };
  if (text.length > largestBaseline) {
    const message = l10n.t(
      'This is no baseline: it has {0} characters, far more than a call center can need. Take the file back from version control, or delete it and mark the definition as imported again.',
      text.length,
    );
    return { kind: 'unreadable', at: { start: 0, end: 0 }, reason: 'too-large', message };
  }
  if (/^[\ufeff\s]*$/.test(text)) {
    const message = l10n.t(
      'The baseline is empty. Take the file back from version control, or delete it and mark the definition as imported again.',
    );
    return { kind: 'unreadable', at: all, reason: 'empty', message };
  }
  const conflict = mergeConflict(text);
  if (conflict) return { kind: 'unreadable', reason: 'merge-conflict', ...conflict };
  const tree = parse(text);
  if ('kind' in tree) return tree;
  return foreign(tree) ?? read(tree, text);
}

function parse(text: string): Node | UnreadableBaseline {
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
    const [error] = errors;
    if (tree && !error) return tree;
    const start = Math.min(error?.offset ?? 0, text.length);
    const at = { start, end: Math.min(start + (error?.length ?? 0), text.length) };
    const what = error ? syntaxWords(error) : l10n.t('there is nothing but comments');
    return { kind: 'unreadable', at, reason: 'syntax', message: l10n.t('The baseline is no JSON: {0}.', what) };
  } catch (error) {
    // The parser goes down with the text, as deep as the stack allows.
    if (!(error instanceof RangeError)) throw error;
    const message = l10n.t('This is no baseline: it is nested too deeply.');
    return { kind: 'unreadable', at: { start: 0, end: 0 }, reason: 'too-deep', message };
  }
}

/** Whether JSON is something else than a baseline that this version can read. */
function foreign(tree: Node): UnreadableBaseline | undefined {
  const members = tree.type === 'object' ? (tree.children ?? []) : [];
  const version = members.find(({ children: [key] = [] }) => key?.value === 'formatVersion')?.children?.[1];
  if (!version) {
    const message = l10n.t('This JSON is no baseline of a call center: it has no “formatVersion”. It is left alone.');
    return { kind: 'unreadable', at: { start: tree.offset, end: tree.offset + 1 }, reason: 'foreign', message };
  }
  const at = spanOfNode(version);
  const number: unknown = version.value;
  if (number === formatVersion) return undefined;
  if (typeof number === 'number' && Number.isInteger(number) && number > formatVersion) {
    const message = l10n.t(
      'This baseline has format version {0}, written by a newer version of this program; this one knows version {1}. It is left alone: update the extension and the command line.',
      number,
      formatVersion,
    );
    return { kind: 'unreadable', at, reason: 'future-version', message };
  }
  const message = l10n.t('“formatVersion” must be {0}, as a number.', formatVersion);
  return { kind: 'unreadable', at, reason: 'wrong-content', message };
}

const topKeys = ['formatVersion', 'internalName', 'flavour', 'importedOn', 'takenFrom', 'sections', 'accepted'];

function read(tree: Node, text: string): BaselineFile {
  const shape = createShape();
  const top = shape.members(tree, ['$schema', ...topKeys]);
  const list = shape.entries(shape.needed(tree, top, 'sections')).map((node) => readSection(node, shape));
  const acceptedList = top.get('accepted')?.value;
  const accepted = shape.entries(acceptedList).map((node) => ({ node, acceptance: readAcceptance(node, shape) }));
  const baseline: Baseline = {
    internalName: shape.text(top, 'internalName'),
    flavour: readFlavour(top, shape),
    takenFrom: readOrigin(shape.needed(tree, top, 'takenFrom'), shape),
    importedOn: readDate(tree, top, 'importedOn', shape),
    sections: list.map(({ section }) => section),
    accepted: accepted.map(({ acceptance }) => acceptance),
  };
  const first = [...shape.wrong].sort((a, b) => a.at.start - b.at.start)[0];
  if (first) return { kind: 'unreadable', at: first.at, reason: 'wrong-content', message: first.message };
  const spanOf = (key: string): Span | undefined => {
    const node = top.get(key)?.value;
    return node && spanOfNode(node);
  };
  return {
    kind: 'baseline',
    baseline,
    places: {
      internalName: spanOf('internalName'),
      flavour: spanOf('flavour'),
      importedOn: spanOf('importedOn') ?? spanOfNode(tree),
      sections: list.map(({ at, items }) => ({ at, items })),
      accepted: accepted.map(({ node }) => spanOfNode(node)),
      acceptedList: acceptedList && spanOfNode(acceptedList),
      end: { start: spanOfNode([...top.values()].at(-1)?.whole ?? tree).end, end: spanOfNode(tree).end - 1 },
    },
    warnings: [...shape.unknown, ...acceptedTwice(accepted)].sort((a, b) => a.at.start - b.at.start),
    kept: [...top].flatMap(([key, { whole }]) =>
      topKeys.includes(key) ? [] : [text.slice(whole.offset, whole.offset + whole.length)],
    ),
  };
}

function readSection(node: Node, shape: Shape) {
  const members = shape.members(node, ['name', 'label', 'items']);
  const items = shape.entries(shape.needed(node, members, 'items'));
  const section: BaselineSection = {
    name: shape.neededText(node, members, 'name'),
    label: shape.text(members, 'label'),
    items: items.map((item) => readItem(item, shape)),
  };
  return { section, at: spanOfNode(members.get('name')?.value ?? node), items: items.map(spanOfNode) };
}

function readItem(node: Node, shape: Shape): BaselineItem {
  const members = shape.members(node, ['name', 'label', 'value', 'fingerprint']);
  return {
    name: shape.neededText(node, members, 'name'),
    label: shape.text(members, 'label'),
    value: readValue(members, shape),
  };
}

function readValue(members: ReadonlyMap<string, Member>, shape: Shape): FieldValue | undefined {
  const text = shape.text(members, 'value');
  const print = members.get('fingerprint');
  if (!print) return text === undefined ? undefined : { text };
  if (text !== undefined) {
    shape.refuse(print.whole, l10n.t('An item has either a “value” or a “fingerprint”: keep the one that is right.'));
  }
  return { fingerprint: readFingerprint(members, shape) };
}

function readAcceptance(node: Node, shape: Shape): Acceptance {
  const members = shape.members(node, ['fingerprint', 'rule', 'from', 'to', 'reason', 'by', 'on']);
  shape.needed(node, members, 'fingerprint');
  return {
    fingerprint: readFingerprint(members, shape),
    rule: shape.neededText(node, members, 'rule'),
    from: shape.text(members, 'from'),
    to: shape.text(members, 'to'),
    reason: shape.neededText(node, members, 'reason'),
    by: shape.neededText(node, members, 'by'),
    on: readDate(node, members, 'on', shape),
  };
}

function readFingerprint(members: ReadonlyMap<string, Member>, shape: Shape): string {
  const text = shape.text(members, 'fingerprint');
  const node = members.get('fingerprint')?.value;
  if (node && text !== undefined && !fingerprintPattern.test(text)) {
    shape.refuse(node, l10n.t('A fingerprint has 12 digits of 0-9 and a-f; it is not written by hand.'));
  }
  return text ?? '';
}

function readFlavour(top: ReadonlyMap<string, Member>, shape: Shape): Flavour | undefined {
  const text = shape.text(top, 'flavour');
  const node = top.get('flavour')?.value;
  const flavour = flavours.find((name) => name === text);
  if (node && text !== undefined && !flavour) {
    shape.refuse(node, l10n.t('“flavour” must be one of {0}.', flavours.join(', ')));
  }
  return flavour;
}

function readOrigin(node: Node | undefined, shape: Shape): Origin {
  if (!node) return { kind: 'file', what: '' };
  const members = shape.members(node, ['kind', 'what']);
  const text = shape.neededText(node, members, 'kind');
  const kind = originKinds.find((name) => name === text);
  const kindNode = members.get('kind')?.value;
  if (kindNode?.type === 'string' && !kind) {
    shape.refuse(kindNode, l10n.t('“takenFrom.kind” must be one of {0}.', originKinds.join(', ')));
  }
  return { kind: kind ?? 'file', what: shape.neededText(node, members, 'what') };
}

function readDate(owner: Node, members: ReadonlyMap<string, Member>, key: string, shape: Shape): string {
  const text = shape.neededText(owner, members, key);
  const node = members.get(key)?.value;
  if (node?.type === 'string' && !isDay(text)) {
    shape.refuse(node, l10n.t('“{0}” must be a date such as 2026-11-20.', key));
  }
  return text;
}

function acceptedTwice(
  accepted: readonly { readonly node: Node; readonly acceptance: Acceptance }[],
): readonly ShapeProblem[] {
  const seen = new Set<string>();
  return accepted.flatMap(({ node, acceptance: { fingerprint } }) => {
    const twice = seen.has(fingerprint);
    seen.add(fingerprint);
    return twice
      ? [{ at: spanOfNode(node), message: l10n.t('This change is accepted twice; the first entry counts.') }]
      : [];
  });
}
