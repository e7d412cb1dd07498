/** What is tested by name; each test stands alone and may run in any order. */
export interface Suite {
  readonly title: string;
  readonly tests: Readonly<Record<string, () => Promise<void>>>;
}

/** A test that takes longer has failed. The machine may be busy with other things. */
const testLimitMs = 120_000;

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs suites one test after another inside an extension host, of Node or of a browser, and prints a line for each.
 *
 * @param before called at the beginning of each test
 */
export async function runSuites(suites: readonly Suite[], before: () => void): Promise<Counts> {
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
        const text = error instanceof Error ? (error.stack ?? error.message) : shown(error);
        console.log(`\n✖ ${title} › ${name}\n${text.replace(/^/gm, '    ')}\n`);
      }
    }
  }
  return { passed, failed };
}

/** A value for whoever reads a failure; what no JSON can hold is only named. */
function shown(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
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
      throw new Error(`${what}: not as expected within ${ms / 1000} s; last seen: ${shown(answer)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
