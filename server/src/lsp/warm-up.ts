import { RAL } from 'vscode-languageserver';
import { createSource, type LanguageService } from '../language/index.ts';
import type { Turns } from './turns.ts';

/** Milliseconds without a message, after which nobody seems to wait for anything. */
const silence = 50;

/** Milliseconds of work at once: less than a person notices behind a key. */
const stretch = 5;

/** Milliseconds of work altogether. Twice as much makes the next look hardly any quicker. */
const enough = 150;

/**
 * Looks at a small definition again and again while the client is silent, so that the engine has compiled what every key
 * needs when somebody types: a look at a short text then takes a third of the time. It stops with the first message, and
 * goes on in the next silence, until it has worked for `enough` milliseconds.
 */
export async function warmUp(service: LanguageService, turns: Turns): Promise<void> {
  const sound = service.newDefinition('openCti');
  // What somebody types is broken half of the time.
  const texts = [sound, sound.replace('name="', 'name=')];
  let version = 0;
  for (let worked = 0; worked < enough; ) {
    const arrivals = turns.arrivals();
    await new Promise<void>((resolve) => {
      RAL().timer.setTimeout(resolve, silence);
    });
    while (worked < enough && turns.arrivals() === arrivals) {
      const began = Date.now();
      while (Date.now() - began < stretch) {
        const source = createSource('file:///warm-up.xml', version, texts[version % 2] ?? sound);
        version++;
        service.read(source);
        service.findings(source, { now: began });
      }
      worked += Date.now() - began;
      await turns.quiet();
    }
  }
}
