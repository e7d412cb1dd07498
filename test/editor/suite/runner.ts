import { writeFileSync } from 'node:fs';
import { inspect } from 'node:util';

/** What is tested by name; each test stands alone and may run in any order. */
export interface Suite {
  readonly title: string;
  readonly tests: Readonly<Record<string, () => Promise<void>>>;
}

/** A test that takes longer has failed. The machine may be busy with other things. */
const testLimitMs = 120_000;

/**
 * Runs suites one test after another inside the extension host, prints a line for each, and writes
 * `{ passed, failed }` to the file that CALL_CENTER_XML_RESULTS names.
 *
 * @param before called at the beginning of each test
 * @throws when a test has failed, which is how the host learns of it
 */
export async function runSuites(suites: readonly Suite[], before: () => void): Promise<void> {
  let passed = 0;
  let failed = 0;
  for (const { title, tests } of suites) {
    for (const [name, body] of Object.entries(tests)) {
      const start = performance.now();
      try {
        before();
        await within(testLimitMs, body());
        passed++;
        console.log(`  ✔ ${title} › ${name}  ${Math.round(performance.now() - start)} ms`);
      } catch (error) {
        failed++;
        const text = error instanceof Error ? (error.stack ?? error.message) : inspect(error);
        console.log(`\n✖ ${title} › ${name}\n${text.replace(/^/gm, '    ')}\n`);
      }
    }
  }
  const results = process.env['CALL_CENTER_XML_RESULTS'];
  if (results !== undefined) writeFileSync(results, JSON.stringify({ passed, failed }));
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${ms / 1000} s`)), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks again and again until the answer is one that `good` accepts: an editor does its work when it finds the time, and
 * no event tells the end of all of it.
 *
 * @param what named in the failure: "diagnostics of broken.xml"
 * @returns the accepted answer
 * @throws with the last answer when none was accepted within `ms`
 */
export async function until<T>(
  what: string,
  ask: () => T | PromiseLike<T>,
  good: (answer: T) => boolean,
  ms = 30_000,
): Promise<T> {
  const deadline = performance.now() + ms;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (performance.now() > deadline) {
      throw new Error(`${what}: not as expected within ${ms / 1000} s; last seen: ${inspect(answer, { depth: 4 })}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
