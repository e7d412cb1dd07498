import { RAL } from 'vscode-languageserver';
import {
  createSource,
  type DocumentOptions,
  type LanguageService,
  noFacts,
  type Source,
  updateSource,
} from '../language/index.ts';
import { flavourIds } from '../protocol/document.ts';
import { toDiagnostics } from './diagnostics.ts';
import type { Session } from './session.ts';

/** Milliseconds without a message, after which nobody seems to wait for anything. */
const silence = 50;

/** Milliseconds of work at once: less than a person notices behind a key. */
const stretch = 5;

/** Looks after which the engine has compiled nearly all of it; they take less than half a second. More of them gain nothing. */
const enough = 1000;

type Warmed = Pick<Session, 'service' | 'client' | 'turns'>;

/**
 * Looks at small definitions again and again while the client is silent, until the engine has compiled what every key
 * needs: a look at a short text then takes a third of the time that the first ones take. It gives way to each message, and
 * goes on in the next silence.
 *
 * What the engine compiles holds for values of the kinds that it has seen. So the definitions are like those in use, their
 * options come from where those of documents come from, and every other text has come of an edit.
 *
 * @param optionsOf what holds for a document
 */
export async function warmUp(session: Warmed, optionsOf: (uri: string) => DocumentOptions): Promise<void> {
  const { service, turns } = session;
  const texts = flavourIds.map((flavour) => definitionInUse(service, flavour));
  let looks = 0;
  while (looks < enough) {
    const arrivals = turns.arrivals();
    await new Promise<void>((resolve) => {
      RAL().timer.setTimeout(resolve, silence);
    });
    while (looks < enough && turns.arrivals() === arrivals) {
      for (const began = Date.now(); looks < enough && Date.now() - began < stretch; ) {
        const round = looks >> 1;
        const text = texts[round % texts.length] ?? '';
        const sound = createSource('file:///warm-up.xml', looks, text);
        const cursor = placeIn(text);
        // Nothing is known of the files around when the first document is opened, and much after that.
        const options = { ...optionsOf(sound.uri), ...(round % 3 === 0 && { facts: noFacts }) };
        // What somebody types is broken half of the time. People type more than they ask.
        const asks = round % 2 === 0;
        look(session, sound, cursor, options, asks);
        look(session, withoutBefore(sound, cursor), cursor - 1, options, asks);
        looks += 2;
      }
      await turns.quiet();
    }
  }
}

/** A new definition once it is filled in, with fields of one's own: most that are in use have more of these than of others. */
function definitionInUse(service: LanguageService, flavour: (typeof flavourIds)[number]): string {
  const text = service.newDefinition(flavour);
  const sections = text.split('<section ').length - 1;
  const items = Array.from(
    { length: 12 },
    (_, order) => `<item sortOrder="${order}" name="queue${order}" label="Queue ${order}">+1 415 555 0100</item>`,
  );
  const own = [`<section sortOrder="${sections}" name="team" label="Team">`, ...items, '</section>'];
  // Hosts that stand for others are left alone by most rules.
  return text.replaceAll('example.com', 'fabrikam.com').replace('</callCenter>', `${own.join('\n')}\n</callCenter>`);
}

/** The place behind the quote that a name in the middle begins with. */
function placeIn(text: string): number {
  const before = ' name="';
  return text.indexOf(before, text.length / 2) + before.length;
}

/** The document after somebody has deleted the character before the cursor. */
function withoutBefore(source: Source, cursor: number): Source {
  const range = { start: source.positionAt(cursor - 1), end: source.positionAt(cursor) };
  return updateSource(source, [{ range, text: '' }], source.version + 1);
}

/** What a client wants to know after a key, and, with `asks`, what a person who asks. */
function look(
  { service, client }: Warmed,
  source: Source,
  cursor: number,
  options: DocumentOptions,
  asks: boolean,
): void {
  service.read(source);
  for (const _ of service.prepare(source, options));
  toDiagnostics(client, source, service.findings(source, options));
  if (!asks) return;
  // None of them stands in `customSettings`: what is loaded for those alone is not needed here.
  void (
    service.settingsCompletions(source, cursor, noFacts, options) ??
    service.completions(source, cursor, noFacts, options)
  );
  void (service.settingsHover(source, cursor, options) ?? service.hover(source, cursor, options));
}
