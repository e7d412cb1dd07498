import { activation } from './activation.ts';
import { runSuites } from './runner.ts';

/** Called by the extension host. */
export function run(): Promise<void> {
  return runSuites([activation]);
}
