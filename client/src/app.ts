import type * as vscode from 'vscode';
import type { Choices } from './choices.ts';
import type { Comparisons } from './comparisons.ts';
import type { Definitions } from './definitions.ts';
import type { Explanations } from './explanations.ts';
import type { Host } from './host.ts';
import type { LanguageServer } from './language-server.ts';
import type { Previews } from './preview/previews.ts';
import type { Revisions } from './revisions.ts';
import type { States } from './states.ts';

/** What commands and surfaces work with. */
export interface App {
  readonly host: Host;
  readonly channel: vscode.LogOutputChannel;
  readonly definitions: Definitions;
  readonly choices: Choices;
  readonly comparisons: Comparisons;
  readonly revisions: Revisions;
  readonly previews: Previews;
  readonly server: LanguageServer;
  readonly states: States;
  readonly explanations: Explanations;
}
