import { RAL } from 'vscode-languageserver';
import { createSource, type LanguageService } from '../language/index.ts';
import type { Turns } from './turns.ts';

/** Milliseconds without a message, after which nobody seems to wait for anything. */
const silence = 50;

/** Milliseconds of work at once: less than a person notices behind a key. */
const stretch = 5;

/** Looks after which the engine has compiled nearly all of it; they take a quarter of a second. */
const enough = 1000;

/**
 * Looks at a small definition again and again while the client is silent, until the engine has compiled what every key
 * needs: a look at a short text then takes a third of the time that the first ones take. It gives way to each message, and
 * goes on in the next silence.
 */
export async function warmUp(service: LanguageService, turns: Turns): Promise<void> {
  const sound = service.newDefinition('openCti');
  // What somebody types is broken half of the time.
  const texts = [sound, sound.replace('name="', 'name=')];
  let looks = 0;
  while (looks < enough) {
    const arrivals = turns.arrivals();
    await new Promise<void>((resolve) => {
      RAL().timer.setTimeout(resolve, silence);
    });
    while (looks < enough && turns.arrivals() === arrivals) {
      for (const began = Date.now(); looks < enough && Date.now() - began < stretch; looks++) {
        const source = createSource('file:///warm-up.xml', looks, texts[looks % 2] ?? sound);
        service.read(source);
        service.findings(source, { now: began });
      }
      await turns.quiet();
    }
  }
}
