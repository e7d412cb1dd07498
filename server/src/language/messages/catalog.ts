import { deployMessages } from './deploy-messages.ts';
import { importMessages } from './import-messages.ts';
import type { PlatformMessage } from './platform-message.ts';
import { symptoms } from './symptoms.ts';

/** Every message and symptom that is known, in the order of the reference. */
export const platformMessages: readonly PlatformMessage[] = [...importMessages, ...deployMessages, ...symptoms].sort(
  (a, b) => Number(a.row.slice(1)) - Number(b.row.slice(1)),
);

/** The texts that are shown in the reader's language. */
export function messageTexts(): readonly string[] {
  return platformMessages.flatMap(({ title, cause, remedy }) => [title, cause, remedy]);
}
