import * as vscode from 'vscode';
import { methods, type RulePageParams, rulePageScheme } from '../../server/src/protocol.ts';
import type { LanguageServer } from './language-server.ts';

/**
 * The pages that findings link to by their rule's name: documents without a file, written by the server. The manifest
 * says that they open as a preview.
 */
export function serveRulePages(server: LanguageServer): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, {
    async provideTextDocumentContent(uri, token) {
      const id = /^\/rules\/(.+)\.md$/.exec(uri.path)?.[1] ?? '';
      const params: RulePageParams = { id };
      const client = await server.client();
      const page = await client.sendRequest<string | null>(methods.rulePage, params, token);
      return page ?? vscode.l10n.t('There is no rule named “{0}”.', id);
    },
  });
}
