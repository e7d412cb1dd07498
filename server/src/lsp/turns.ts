import { RAL } from 'vscode-languageserver';

/**
 * The server has one thread, and a client sends what it likes: keys that are typed, questions that a person waits for.
 * Long work gives way to all of it.
 */
export interface Turns {
  /** Something came from the client. */
  arrived(): void;
  /** How often something came so far. */
  arrivals(): number;
  /** Waits until everything that has come by now has been begun. */
  quiet(): Promise<void>;
}

export function createTurns(): Turns {
  let arrivals = 0;
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      RAL().timer.setImmediate(resolve);
    });
  return {
    arrived() {
      arrivals++;
    },
    arrivals: () => arrivals,
    async quiet() {
      for (let before = -1; before !== arrivals; ) {
        before = arrivals;
        // Messages are begun one in a turn. The first turn may have been due before that of the next message.
        await next();
        await next();
      }
    },
  };
}
