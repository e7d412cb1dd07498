/** Runs something soon after it was asked for, never twice at a time, and not again before the last run has paid off. */
export interface Throttle {
  /** Asks for a run. What is asked for while one runs makes one more. */
  readonly ask: () => void;
  dispose(): void;
}

/**
 * @param run never rejects
 * @param wait least time between runs, in ms. Where a run takes longer than that, as for a very large file, so is the wait.
 */
export function createThrottle(run: () => Promise<void>, wait: number): Throttle {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  let disposed = false;
  let earliest = 0;

  const start = async (): Promise<void> => {
    timer = undefined;
    running = true;
    again = false;
    const began = performance.now();
    await run();
    const now = performance.now();
    earliest = now + Math.max(wait, now - began);
    running = false;
    if (again) ask();
  };
  const ask = (): void => {
    if (disposed || timer !== undefined) return;
    if (running) {
      again = true;
      return;
    }
    timer = setTimeout(() => void start(), Math.max(0, earliest - performance.now()));
  };
  return {
    ask,
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}
