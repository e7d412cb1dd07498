import { service } from '../support/language.ts';
import { seeded } from '../support/random.ts';

/** A large text, and another one of its kind that it can be compared with. */
export interface LargePair {
  readonly text: string;
  readonly imported: string;
}

type Make = (place: number, random: () => number) => string;

const ids = service.rules.map(({ id }) => id);
const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const words = ['team', 'agent', 'url', 'phone', 'desk', 'Über', 'x', 'reqUseApi', 'reqTimeout', 'reqAdapterUrl', '1'];
const word: Make = (place, random) => `${pick(random, words)}${random() < 0.5 ? place : Math.floor(random() * 50)}`;
const value: Make = (place, random) =>
  pick(random, [
    '',
    'x',
    'true',
    'TRUE',
    '5000',
    'http://a.example.test/b',
    ' a ',
    'a & b',
    '&lt;',
    '<![CDATA[a]]>',
    `${place}`,
  ]);

const element = (attributes: Make, content: Make): Make => {
  return (place, random) => `<item ${attributes(place, random)}>${content(place, random)}</item>`;
};

/** What stands in a section of the import form, very many times. Of each kind there is one fault, or none. */
const inSection: Readonly<Record<string, Make>> = {
  plain: element(
    (place) => `sortOrder="${place}" name="n${place}" label="L${place}"`,
    () => 'x',
  ),
  any: element((place, random) => `sortOrder="${place}" name="${word(place, random)}" label="L"`, value),
  'repeated sort orders': element(
    (place) => `sortOrder="${place >> 3}" name="n${place}" label="L"`,
    () => 'x',
  ),
  'sort orders backwards': element(
    (place) => `sortOrder="${100_000 - place}" name="n${place}" label="L"`,
    () => 'x',
  ),
  'sort orders that are none': element(
    (place) => `sortOrder="x${place}" name="n${place}" label="L"`,
    () => 'x',
  ),
  'no sort orders': element(
    (place) => `name="n${place}" label="L"`,
    () => 'x',
  ),
  'no names': element(
    (place) => `sortOrder="${place}" label="L"`,
    () => 'x',
  ),
  'no labels': element(
    (place) => `sortOrder="${place}" name="n${place}"`,
    () => 'x',
  ),
  'nothing in it': () => '<item/>',
  copies: element(
    () => 'sortOrder="0" name="n" label="L"',
    () => 'x',
  ),
  namesakes: element(
    (place) => `sortOrder="${place}" name="n" label="L"`,
    (place) => `${place}`,
  ),
  'family of names': element(
    (place) => `sortOrder="${place}" name="n${place % 2 ? '' : place}" label="L"`,
    () => 'x',
  ),
  ampersands: element(
    (place) => `sortOrder="${place}" name="n${place}" label="a & b"`,
    () => 'a & b',
  ),
  'only ampersands': () => '&',
  'less than': element(
    (place) => `sortOrder="${place}" name="n${place}" label="L"`,
    () => 'a < b',
  ),
  'only less than': () => '<',
  'ends of CDATA': () => ']]>',
  'CDATA without end': () => '<![CDATA[',
  'unknown entities': () => '<item>&nbsp;&#0;</item>',
  'control characters': () => '<item>\u0001</item>',
  'stray text': () => '<item/> x\n',
  comments: () => '<!-- a -->\n',
  'comments with hyphens': () => '<!-- a -- b -->\n',
  'comments without end': () => '<!-- a\n',
  'comments that silence': (_, random) => `<!-- callcenter-disable-next-line ${pick(random, ids)} -->\n<item/>\n`,
  'comments that silence a file': (_, random) => `<!-- callcenter-disable-file ${pick(random, ids)} -->\n`,
  'values without quotes': (place) => `<item sortOrder=${place} name=n${place}>x</item>`,
  'values without an end': (place) => `<item sortOrder="${place} name=>x</item>\n`,
  'no blanks between attributes': (place) => `<item sortOrder="${place}"name="n${place}"label="L"/>`,
  'tags without an end': (place) => `<item sortOrder="${place}" name="n${place}"\n`,
  'closing tags without an end': () => '<item>x</item\n',
  'closing tags that are others': () => '<item>x</itm>',
  'closing tags that are missing': (place) => `<item name="n${place}">x\n`,
  'closing tags that close nothing': () => '</item>',
  'slashes that are missing': () => '<item>x<item>',
  'elements that are misspelt': (place) => `<itm sortOrder="${place}" name="n${place}"/>`,
  'attributes that are misspelt': (place) => `<item sortorder="${place}" nam="n${place}" lable="L">x</item>`,
  'names that are misspelt': element(
    (place) => `sortOrder="${place}" name="reqTimeot" label="L"`,
    () => '5',
  ),
  'values in elements': () => '<item><value>x</value></item>',
  'sections in sections': (place) => `<section sortOrder="${place}" name="s${place}"/>`,
  instructions: () => '<?a b?>',
  declarations: () => '<?xml version="1.0"?>',
  doctypes: () => '<!DOCTYPE a>',
  nothing: () => '<!x>',
  blanks: () => ' ',
  'line ends': () => '\r\n',
  nested: (place, random) => (random() < 0.5 ? `<item name="n${place}">` : '<section>'),
  placeholders: element(
    (place) => `sortOrder="${place}" name="n${place}" label="L"`,
    () => '{{host}} <your domain>',
  ),
  certificates: element(
    () => 'name="reqCert" label="L"',
    () => '-----BEGIN CERTIFICATE-----&#10;AA',
  ),
};

/** What a root holds, very many times. */
const inRoot: Readonly<Record<string, Make>> = {
  'sections with an item': (place) =>
    `<section sortOrder="${place}" name="s${place}" label="S"><item sortOrder="0" name="a" label="A">x</item></section>`,
  'sections with any items': (place, random) =>
    `<section sortOrder="${Math.floor(random() * 9999)}" name="${word(place, random)}" label="S"><item sortOrder="0" name="${word(place, random)}" label="A">${value(place, random)}</item></section>\n`,
  'sections without items': (place) => `<section sortOrder="${place}" name="s${place}" label="S"></section>\n`,
  'repeated sections': () => '<section sortOrder="0" name="reqGeneralInfo" label="S"/>',
  'sections of settings': (place) =>
    `<section sortOrder="${place}" name="reqGeneralInfo" label="S"><item name="reqUseApi">true</item></section>`,
  'sections without a name': () => '<section></section>',
  'sections without an end': (place) => `<section name="s${place}">\n`,
  'texts beside sections': () => '<section/> x',
};

/** What stands around a root, or in the metadata form below it, very many times. */
const elsewhere: Readonly<Record<string, (many: (make: Make) => string, random: () => number) => string>> = {
  'comments before the root': (many) => `${many(() => '<!-- -- -->\n')}${callCenter('')}`,
  'declarations before the root': (many) => `${many(() => '<?xml version="1.0"?>\n')}${callCenter('')}`,
  'texts behind the root': (many) => callCenter('') + many(() => 'x<!-- a -->'),
  'texts before a declaration': (many) => `${many(() => 'x<!-- a -->')}<?xml version="1.0"?>${callCenter('')}`,
  'second roots': (many) => callCenter('') + many(() => '<callCenter></callCenter>'),
  'other roots': (many) => callCenter('') + many((place) => `<a${place}/>`),
  attributes: (many) => callCenter(`<section ${many((place) => ` a${place}="x"`)}></section>`),
  'attributes twice': (many) => callCenter(`<section ${many((place) => ` a${place >> 1}="x"`)}></section>`),
  'one attribute': (many) => callCenter(`<section ${many(() => ' name="x"')}></section>`),
  'attributes without anything': (many) => callCenter(`<section ${many(() => ' name=')}></section>`),
  quotes: (many) => callCenter(`<section ${many(() => '"')}></section>`),
  'attributes of the root': (many) => `<callCenter ${many((place) => ` xmlns:a${place}="x"`)}></callCenter>`,
  'a long name': (many, random) =>
    callCenter(
      inItem(
        many(() => pick(random, ['n', '_', '😀', 'é', 'aB'])),
        'x',
      ),
    ),
  'a long value': (many, random) =>
    callCenter(
      inItem(
        'reqAdapterUrl',
        many(() => pick(random, ['n', ' ', '\n', 'https://', '-', '&amp;', 'a.', '%20'])),
      ),
    ),
  'a long value of one kind': (many, random) => {
    const piece = pick(random, [
      '1',
      ' ',
      '\n',
      '-',
      '+',
      'a.',
      '{{',
      '😀',
      '\t',
      '/',
      '&#10;',
      'true ',
      'arn:',
      '://',
      '@',
    ]);
    const item = pick(random, [
      'reqInternalName',
      'reqAdapterUrl',
      'reqOutsidePrefix',
      'reqUseApi',
      'reqSoftphoneWidth',
      'x',
    ]);
    return callCenter(
      inItem(
        item,
        many(() => piece),
      ),
    );
  },
  'a long comment': (many, random) => callCenter(`<!-- ${many(() => pick(random, ['-', '--', 'a', ' ', '<!--']))} -->`),
  'metadata items': (many) =>
    metadata(
      `<sections>${many((place) => `<items><label>L</label><name>n${place}</name><value>x</value></items>`)}<label>S</label><name>s</name></sections>`,
    ),
  'metadata items without anything': (many) => metadata(`<sections>${many(() => '<items></items>')}</sections>`),
  'metadata sections': (many) =>
    metadata(
      many(
        (place) =>
          `<sections><items><label>L</label><name>n</name></items><label>S</label><name>s${place}</name></sections>`,
      ),
    ),
  'metadata elements': (many, random) =>
    metadata(
      many(
        () =>
          `<${pick(random, ['version', 'adapterUrl', 'displayName', 'fullName', 'x'])}>4</${pick(random, ['version', 'adapterUrl'])}>`,
      ),
    ),
  channels: (many) => metadata(many(() => '<contactCenterChannels><channel>x</channel></contactCenterChannels>')),
  'keys of settings': (many) => settings(`{${many((place) => `"/s/n${place}":"x",`)}"":""}`),
  'one key of settings': (many) => settings(`{${many(() => '"reqTimeout":"x",')}"":""}`),
  'settings without quotes': (many) => settings(`{${many(() => 'a:b,')}}`),
  'settings in settings': (many) => settings(many(() => '{"a":')),
  'lists in settings': (many) => settings(many(() => '[')),
  'comments in settings': (many) => settings(`{${many(() => '/* a */')}}`),
  'references in settings': (many) => settings(`{"a":"${many(() => '&quot;')}"}`),
  'one value of settings': (many) => settings(`{"a":"${many(() => '\\u0041')}"}`),
  invented: (many) =>
    `<CallCenter><InternalName>A</InternalName>${many((place) => `<AdapterUrl>a${place}</AdapterUrl>`)}</CallCenter>`,
};

function callCenter(content: string): string {
  return `<callCenter>\n<section sortOrder="0" name="reqGeneralInfo" label="G"><item sortOrder="0" name="reqInternalName" label="I">Acme</item></section>\n${content}</callCenter>\n`;
}

function inItem(name: string, content: string): string {
  return `<section sortOrder="1" name="${name}" label="${name}"><item sortOrder="0" name="${name}" label="${name}">${content}</item></section>\n`;
}

function metadata(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">\n<displayName>A</displayName>\n${content}\n</CallCenter>\n`;
}

function settings(json: string): string {
  return metadata(`<customSettings>${json}</customSettings>`);
}

/**
 * Texts of one thing, or of a few by turns, repeated thousands of times, with the one that each is compared with: the
 * same ones for the same seed.
 * @param most characters; more or less
 */
export function* largeTexts(count: number, seed: number, most = 300_000): Generator<LargePair> {
  const random = seeded(seed ^ 0x1a46e);
  const places = [...Object.values(inSection), ...Object.values(inRoot)];
  for (let made = 0; made < count; made++) {
    const size = 20_000 + Math.floor(random() * (most - 20_000));
    const form = random();
    const makers = Array.from({ length: random() < 0.7 ? 1 : 2 + Math.floor(random() * 2) }, () =>
      pick(random, places),
    );
    const separator = pick(random, ['', '\n', '\n    ']);
    const around = form < 0.35 ? pick(random, Object.values(elsewhere)) : undefined;
    const own = makers.some((make) => Object.values(inRoot).includes(make));
    const of = (length: number, turned: (place: number) => number, other: (text: string) => string): string => {
      const many = (make: Make): string => {
        const parts: string[] = [];
        for (let place = 0, all = 0; all < length; place++) {
          const part = make(turned(place), random) + separator;
          parts.push(part);
          all += Math.max(1, part.length);
        }
        return parts.join('');
      };
      const body = (place: number) => makers[place % makers.length] ?? (() => '');
      if (around) return other(around(many, random));
      const content = many((place, numbers) => body(place)(place, numbers));
      return other(callCenter(own ? content : `<section sortOrder="1" name="s" label="S">\n${content}</section>\n`));
    };
    const whole = of(
      size,
      (place) => place,
      (text) => text,
    );
    const text = random() < 0.3 ? broken(whole, random) : whole;
    const imported = of(
      random() < 0.3 ? size / 4 : size,
      pick(random, [
        (place: number) => place,
        (place: number) => 2 * place,
        (place: number) => place + 5000,
        (place: number) => (place * 7919) % 10_007,
      ]),
      pick(random, [
        (text: string) => text,
        (text: string) => text.replaceAll('name="n', 'name="m'),
        (text: string) => text.replaceAll('label="L', 'label="M'),
        (text: string) => text.replaceAll('name="s', 'name="other'),
      ]),
    );
    yield { text, imported };
  }
}

/** Broken in one place. */
function broken(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const piece = pick(random, ['"', '<', '&', '>', '<!--', '<![CDATA[', '</section>', '<callCenter>', "'", '\u0000']);
  return random() < 0.2 ? text.slice(0, at) : text.slice(0, at) + piece + text.slice(at + Math.floor(random() * 3));
}
