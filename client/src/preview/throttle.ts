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
  let waiting = false;
  let running = false;
  let again = false;
  let disposed = false;
  let earliest = 0;

  const start = async (): Promise<void> => {
    waiting = false;
    if (disposed) return;
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
    if (disposed || waiting) return;
    if (running) {
      again = true;
      return;
    }
    waiting = true;
    const left = earliest - performance.now();
    // Of a timer nothing is heard within the next millisecond, and somebody waits.
    if (left > 0) timer = setTimeout(() => void start(), left);
    else queueMicrotask(() => void start());
  };
  return {
    ask,
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}
