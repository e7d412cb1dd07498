import type { PreviewOperation } from '../language/index.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const place: Check = (value) => typeof value === 'number' && Number.isInteger(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** What each kind of operation has to hold. A page is a place where texts of the document are shown, so it is not trusted. */
const shapes: {
  readonly [Kind in PreviewOperation['kind']]: {
    readonly [Key in Exclude<keyof Extract<PreviewOperation, { kind: Kind }>, 'kind'>]-?: Check;
  };
} = {
  setValue: { id: text, value: text },
  setLabel: { id: text, label: text },
  move: { id: text, by: (value) => value === 1 || value === -1 },
  moveTo: { id: text, place, section: optional(text) },
  addItem: { section: text, name: text, label: optional(text), value: optional(text) },
  addSection: { name: text, label: optional(text) },
  remove: { id: text },
  setMode: { mode: (value) => value === 'Classic' || value === 'Lightning' || value === 'Classic_and_Lightning' },
  setSize: { width: optional(number), height: optional(number) },
  setPrefixes: { outside: optional(text), longDistance: optional(text), international: optional(text) },
};

/** An operation as it came from outside; undefined for anything else. */
export function readOperation(given: unknown): PreviewOperation | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { kind, ...rest } = given as Readonly<Record<string, unknown>>;
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) return undefined;
  const checks = Object.entries<Check>(shapes[kind as PreviewOperation['kind']]);
  return checks.every(([key, check]) => check(rest[key])) ? (given as PreviewOperation) : undefined;
}
