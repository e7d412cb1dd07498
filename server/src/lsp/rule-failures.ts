import type { Connection } from 'vscode-languageserver';
import { describeError } from './answer.ts';

/**
 * Tells of a rule that fails, once: it will most likely fail at every key press from then on, and a log full of one line
 * hides the others. Of the text nothing is told.
 */
export function createRuleFailures({ console }: Pick<Connection, 'console'>): (ruleId: string, error: unknown) => void {
  const told = new Set<string>();
  return (ruleId, error) => {
    if (told.has(ruleId)) return;
    told.add(ruleId);
    console.error(
      `Rule ${ruleId} failed. The other rules still run; this is told once. Please report it. ${describeError(error)}`,
    );
  };
}
