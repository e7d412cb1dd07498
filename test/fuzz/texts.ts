import { fixturesIn } from '../support/fixtures.ts';
import { service } from '../support/language.ts';
import { mutants } from '../support/mutants.ts';
import { seeded } from '../support/random.ts';

/** Well-formed definitions of both forms and all flavours, and half-typed ones: what the damaged copies are made of. */
export function seedTexts(): readonly string[] {
  const flavours = ['openCti', 'ctiToolkit', 'partnerTelephony', 'amazonConnect'] as const;
  const made = flavours.map((flavour) => service.newDefinition(flavour));
  return [...fixturesIn('fixtures'), ...fixturesIn('samples')]
    .map(({ text }) => text)
    .filter(({ length }) => length < 20_000)
    .concat(made);
}

/**
 * `count` texts that nobody would write, the same ones for the same seed: damaged copies; two of them joined at a place
 * that fits; and, now and then, random characters.
 */
export function* hostileTexts(seeds: readonly string[], count: number, seed: number): Generator<string> {
  const random = seeded(seed);
  const damaged = mutants(seeds, count, seed ^ 0x5eed);
  for (let made = 0; made < count; made++) {
    const text = damaged.next().value ?? '';
    const choice = random();
    if (choice < 0.05) yield characters(random);
    else if (choice < 0.2) yield spliced(text, seeds[Math.floor(random() * seeds.length)] ?? '', random);
    else yield text;
  }
}

/** The beginning of one text and the end of another, cut where a tag begins. */
function spliced(one: string, other: string, random: () => number): string {
  const cut = (text: string) => {
    const tags = [...text.matchAll(/</g)];
    return tags[Math.floor(random() * tags.length)]?.index ?? 0;
  };
  return one.slice(0, cut(one)) + other.slice(cut(other));
}

function characters(random: () => number): string {
  const codes = Array.from({ length: Math.floor(random() * 300) }, () => {
    const plane = random();
    if (plane < 0.6) return 32 + Math.floor(random() * 95);
    if (plane < 0.8) return Math.floor(random() * 32);
    return Math.floor(random() * 0x10000);
  });
  return `${random() < 0.5 ? '<callCenter>' : ''}${String.fromCharCode(...codes)}`;
}
