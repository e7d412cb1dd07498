import {
  type HostMessage,
  type KeptState,
  longestNumber,
  mostNumbers,
  type PageMessage,
  settingsFormats,
  tabs,
} from './messages.ts';

/** Says whether a value has a shape. */
type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const count: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const thing: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const absentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
/** Exactly these properties: what nobody knows is no message of ours. */
const shaped =
  (shape: Shape): Check =>
  (value) =>
    isRecord(value) &&
    Object.keys(value).every((key) => Object.hasOwn(shape, key)) &&
    Object.entries(shape).every(([key, check]) => check(value[key]));
/** One of several shapes, told apart by a property. */
const byKind =
  (kind: string, shapes: Readonly<Record<string, Shape>>): Check =>
  (value) => {
    if (!isRecord(value)) return false;
    const name = value[kind];
    const shape = typeof name === 'string' && Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    return shape !== undefined && shaped({ [kind]: text, ...shape })(value);
  };

const place = shaped({ line: count, character: count });
const range = shaped({ start: place, end: place });
const format = oneOf(settingsFormats);
const country: Check = (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value);
const numbers: Check = (value) =>
  Array.isArray(value) &&
  value.length <= mostNumbers &&
  value.every((number) => typeof number === 'string' && number.length <= longestNumber);

const operation = byKind('kind', {
  setValue: { id: text, value: text },
  setLabel: { id: text, label: text },
  move: { id: text, by: oneOf([-1, 1]) },
  moveTo: { id: text, place: count, section: absentOr(text) },
  addItem: { section: text, name: text, label: absentOr(text), value: absentOr(text) },
  addSection: { name: text, label: absentOr(text) },
  remove: { id: text },
  setMode: { mode: oneOf(['Classic', 'Lightning', 'Classic_and_Lightning']) },
  setSize: { width: absentOr(count), height: absentOr(count) },
  setPrefixes: { outside: absentOr(text), longDistance: absentOr(text), international: absentOr(text) },
});

const fromPage = byKind('type', {
  ready: {},
  near: { sections: (value) => Array.isArray(value) && value.every(text) },
  edit: { ticket: count, version: count, operation },
  reveal: { id: text, focus: flag },
  goTo: { range, fix: flag },
  history: { step: oneOf(['undo', 'redo']) },
  copy: { text },
  secret: { id: text },
  dial: { ticket: count, numbers, country: absentOr(country) },
  settings: { ticket: count, format, reveal: flag },
  copySettings: { format, reveal: flag },
  open: { format, reveal: flag },
});

// What is inside of views and answers comes from the language service by way of our own code.
const fromHost = byKind('type', {
  words: { texts: thing, language: text },
  view: {
    uri: text,
    name: text,
    locked: flag,
    serial: count,
    version: count,
    content: absentOr(thing),
    changes: absentOr(shaped({ base: count, content: thing })),
    outdated: flag,
    error: absentOr(shaped({ message: text, at: range })),
    nothing: absentOr(text),
  },
  cursor: { id: absentOr(text) },
  edited: { ticket: count, outcome: oneOf(['done', 'refused']), reason: absentOr(text), id: absentOr(text) },
  secret: { id: text, version: count, value: text },
  dialled: { ticket: count, answer: thing },
  settings: { ticket: count, format, version: count, text, masked: count, cut: absentOr(flag) },
  said: { text },
  back: {},
});

const kept = shaped({
  uri: text,
  locked: flag,
  tab: oneOf(tabs),
  open: (value) => isRecord(value) && Object.values(value).every(flag),
  numbers: text,
  country: absentOr(country),
});

/** A message from the page; undefined for whatever is none. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  return fromPage(value) ? (value as PageMessage) : undefined;
}

/** A message from the extension; undefined for whatever is none. */
export function readHostMessage(value: unknown): HostMessage | undefined {
  return fromHost(value) ? (value as HostMessage) : undefined;
}

/** What a page kept; undefined for what another version kept, or nobody. */
export function readKeptState(value: unknown): KeptState | undefined {
  return kept(value) ? (value as KeptState) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return thing(value);
}
