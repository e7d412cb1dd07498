import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { section } from '../../server/src/protocol.ts';

/** Red Hat's XML extension, which checks every XML file for being well-formed. */
const neighbour = 'redhat.vscode-xml';
const neighbourSetting = 'xml.validation';

/**
 * Answers `callCenterXml.syntaxDiagnostics: auto` for the server, which knows nothing of other extensions: one of the two
 * reports what is wrong with the XML as such, so that nobody reads it twice and in different words.
 */
export const configurationForServer: NonNullable<NonNullable<Middleware['workspace']>['configuration']> = async (
  params,
  token,
  next,
) => {
  const answers: unknown = await next(params, token);
  if (!Array.isArray(answers)) return [];
  return params.items.map((item, index) => {
    const answer: unknown = answers[index];
    if (item.section !== section || typeof answer !== 'object' || answer === null) return answer;
    const chosen = 'syntaxDiagnostics' in answer ? answer.syntaxDiagnostics : undefined;
    if (chosen === 'on' || chosen === 'off') return answer;
    const scope = item.scopeUri === undefined ? undefined : vscode.Uri.parse(item.scopeUri);
    return { ...answer, syntaxDiagnostics: reportsSyntax(scope) ? 'off' : 'on' };
  });
};

/** Whether the other extension is there and reports. That it is there is enough: it wakes up with the first XML file. */
function reportsSyntax(scope: vscode.Uri | undefined): boolean {
  if (!vscode.extensions.getExtension(neighbour)) return false;
  return vscode.workspace.getConfiguration(neighbourSetting, scope).get<boolean>('enabled', true);
}

/** Calls `changed` when the answer may be another one. */
export function watchNeighbour(changed: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(changed),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(neighbourSetting)) changed();
    }),
  );
}
