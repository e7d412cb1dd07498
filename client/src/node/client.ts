import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Choices } from '../choices.ts';
import { type Client, createClient } from '../client.ts';
import type { Definitions } from '../definitions.ts';
import type { Host } from '../host.ts';

/** The client as it is where there is a Node: its server is a process. */
export function createNodeClient(context: vscode.ExtensionContext, definitions: Definitions, choices: Choices): Client {
  const module = context.asAbsolutePath('dist/server/node.js');
  const host: Host = {
    createClient: (id, name, options) =>
      new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options),
    programs: {
      // The module starts processes, which nobody needs who never asks an org.
      retrieve: async (...asked) => (await import('./org.ts')).retrieve(...asked),
    },
  };
  return createClient(context, host, definitions, choices);
}
