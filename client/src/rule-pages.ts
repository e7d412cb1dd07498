import * as vscode from 'vscode';
import { rulePageScheme } from '../../server/src/protocol.ts';
import { listPage, pageOfDocument, pageOfLink } from './rule-links.ts';

/**
 * Shows the pages of the rules, which ship with the extension: as documents without a file, `call-center-xml:/rules/x.md`,
 * so that nobody edits them (the manifest says that they open as a preview), and by links from outside of the editor,
 * `vscode://call-center-xml.call-center-xml/rules/x`.
 */
export function showRulePages(extension: vscode.Uri): vscode.Disposable {
  const read = async (id: string): Promise<string | undefined> => {
    const file = vscode.Uri.joinPath(extension, 'client/docs/rules', `${id}.md`);
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      return undefined; // There is no other way to ask whether there is such a page.
    }
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(rulePageScheme, {
      async provideTextDocumentContent({ path }) {
        if (!path.startsWith('/rules/')) return undefined; // Another provider has it.
        const id = pageOfDocument(path);
        const text = id === undefined ? undefined : await read(id);
        return text ?? vscode.l10n.t('There is no rule page at {0}.', path);
      },
    }),
    vscode.window.registerUriHandler({
      async handleUri({ path }) {
        const id = pageOfLink(path);
        if (id !== undefined && (await read(id)) !== undefined) await openRulePage(id);
        else await refuse(path);
      },
    }),
  );
}

/** Opens the page of a rule, or `listPage`. */
export async function openRulePage(id: string): Promise<void> {
  await vscode.commands.executeCommand(
    'vscode.open',
    vscode.Uri.from({ scheme: rulePageScheme, path: `/rules/${id}.md` }),
  );
}

async function refuse(path: string): Promise<void> {
  const all = vscode.l10n.t('Show All Rules');
  const shown = path.length > 80 ? `${path.slice(0, 80)}…` : path;
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t('“{0}” is no page of a rule for call center definitions.', shown),
    all,
  );
  if (answer === all) await openRulePage(listPage);
}
