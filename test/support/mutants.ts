import { seeded } from './random.ts';

/** Pieces whose insertion breaks XML in one way or another, or only looks as if it did. */
const pieces = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '/',
    '=',
    '!',
    '?',
    '-',
    '--',
    ']',
    ']]>',
    ';',
    '#',
    ' ',
    '\n',
    '\t',
    '\r\n',
    ':',
    '.',
    '0',
    'x',
    'é',
  ],
  ...[
    '<!--',
    '-->',
    '<!-- c -->',
    '<!-- a--b -->',
    '<!---->',
    '<!--->',
    '<?',
    '?>',
    '<?pi data?>',
    '<?a?b?>',
    '<?xml version="1.0"?>',
  ],
  ...[
    '<![CDATA[',
    '<![CDATA[x<&]]>',
    '&amp;',
    '&lt',
    '&#38;',
    '&#x26;',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&#;',
    '&nbsp;',
    '&a b;',
    '& ',
  ],
  ...[
    '<item>',
    '</item>',
    '<item/>',
    '<a b="c"/>',
    '<a b=c/>',
    "<a b='c' b='d'/>",
    '<a b="x<y"/>',
    '</section>',
    '<a/ >',
    '< a>',
    '</ a>',
    '</a >',
  ],
  ...[
    '\u0001',
    '\u000b',
    '\ufffe',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\u0085',
    '😀',
    ' name="z"',
    ' name=z',
    ' name',
    'name="z"',
    '=""',
  ],
];

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** `count` damaged copies of the texts, the same ones for the same seed. */
export function* mutants(texts: readonly string[], count: number, seed: number): Generator<string> {
  const random = seeded(seed);
  for (let i = 0; i < count; i++) {
    let text = pick(random, texts);
    const edits = random() < 0.7 ? 1 : 1 + Math.floor(random() * 3);
    for (let edit = 0; edit < edits; edit++) text = mutate(text, random);
    yield text;
  }
}

function mutate(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const span = 1 + Math.floor(random() * 12);
  switch (Math.floor(random() * 8)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + text.slice(at + span);
    case 2:
      return text.slice(0, at) + text.slice(at, at + span) + text.slice(at);
    case 3:
      return text.slice(0, at);
    case 4: {
      const other = Math.floor(random() * (text.length + 1));
      return text.slice(0, at) + text.slice(other, other + span) + text.slice(at);
    }
    case 5: {
      // At a place that matters to XML rather than anywhere.
      const marks = [...text.matchAll(/[<>&"'=/!?-]/g)];
      const mark = marks.length > 0 ? pick(random, marks).index : at;
      return random() < 0.5
        ? text.slice(0, mark) + text.slice(mark + 1)
        : text.slice(0, mark) + pick(random, pieces) + text.slice(mark);
    }
    case 6:
      return text.slice(0, at) + pick(random, pieces) + text.slice(at + 1);
    default:
      return text.slice(0, at) + pick(random, pieces) + text.slice(at);
  }
}

/** Lone surrogates cannot stand in a UTF-8 file, so no other parser could be asked about them. */
export function hasLoneSurrogate(text: string): boolean {
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}
