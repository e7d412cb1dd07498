import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
// Where it runs, it finds the timers of the place.
import 'vscode-languageserver/node';
import { createLanguageService, type Finding, type LanguageService } from '../../../server/src/language/index.ts';
import { readClient } from '../../../server/src/lsp/client-facts.ts';
import type { Turns } from '../../../server/src/lsp/turns.ts';
import { warmUp } from '../../../server/src/lsp/warm-up.ts';

interface Watched {
  /** How many texts were looked at so far, and what was found in each. */
  readonly looks: readonly (readonly Finding[])[];
  /** The texts before the places that were asked about. */
  readonly asked: readonly string[];
  /** A message comes. */
  arrive(): void;
  /** Lets so many milliseconds pass, and then what has become due happen. */
  pass(milliseconds: number): Promise<void>;
  readonly done: Promise<void>;
}

/** A clock of its own, by which each look takes a millisecond. */
function watch(): Watched {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const looks: (readonly Finding[])[] = [];
  const asked: string[] = [];
  let arrivals = 0;
  const turns: Turns = {
    arrived: () => arrivals++,
    arrivals: () => arrivals,
    quiet: () => setImmediate(),
  };
  const service = createLanguageService();
  const watched: LanguageService = {
    ...service,
    findings(source, options) {
      const found = service.findings(source, options);
      looks.push(found);
      mock.timers.tick(1);
      return found;
    },
    completions(source, offset, ...more) {
      asked.push(source.text.slice(0, offset));
      return service.completions(source, offset, ...more);
    },
  };
  const client = readClient({ processId: null, rootUri: null, capabilities: {} });
  const done = warmUp({ service: watched, client, turns }, () => ({ now: Date.now() }));
  return {
    looks,
    asked,
    arrive: turns.arrived,
    async pass(milliseconds) {
      mock.timers.tick(milliseconds);
      await setImmediate();
    },
    done,
  };
}

describe('warming up', { concurrency: false }, () => {
  test('begins once the client is silent, and not while it speaks', async (t) => {
    t.after(() => mock.timers.reset());
    const { looks, arrive, pass, done } = watch();
    await pass(49);
    assert.equal(looks.length, 0);
    arrive();
    await pass(1);
    assert.equal(looks.length, 0);
    await pass(49);
    assert.equal(looks.length, 0);
    await pass(1);
    assert.notEqual(looks.length, 0);
    await done;
  });

  test('gives way to a message within a few milliseconds, and goes on in the next silence', async (t) => {
    t.after(() => mock.timers.reset());
    const { looks, arrive, pass, done } = watch();
    await pass(50);
    const before = looks.length;
    arrive();
    await setImmediate();
    await setImmediate();
    assert.ok(looks.length - before <= 5);
    const stopped = looks.length;
    await pass(49);
    assert.equal(looks.length, stopped);
    await pass(1);
    assert.ok(looks.length > stopped);
    await done;
  });

  test('ends, and has looked at sound texts of each flavour and at broken ones', async (t) => {
    t.after(() => mock.timers.reset());
    const { looks, pass, done } = watch();
    await pass(50);
    await done;
    const isBroken = (findings: readonly Finding[]) => findings.some(({ rule }) => rule === 'xml-syntax');
    assert.equal(looks.length, 1000);
    assert.equal(looks.filter(isBroken).length, 500);
    // What is sound breaks no rule that is an error, as what is in use does not.
    const errors = looks.flatMap((findings) => findings.filter(({ severity }) => severity === 'error'));
    assert.deepEqual([...new Set(errors.map(({ rule }) => rule))], ['xml-syntax']);
  });

  test('asks in names, once their quote is there and once it is not', async (t) => {
    t.after(() => mock.timers.reset());
    const { asked, pass, done } = watch();
    await pass(50);
    await done;
    assert.equal(asked.length, 500);
    assert.ok(asked.filter((before) => before.endsWith(' name="')).length === 250);
    assert.ok(asked.filter((before) => before.endsWith(' name=')).length === 250);
  });
});
