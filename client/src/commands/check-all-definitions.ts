import * as vscode from 'vscode';
import {
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageclient';
import { type CheckAllParams, type CheckSummary, methods } from '../../../server/src/protocol.ts';
import type { App } from '../app.ts';

/** Has every definition of the workspace checked, those as well that are not open, and says how it stands. */
export async function checkAllDefinitions(app: App): Promise<void> {
  let cancelled = false;
  const summary = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking call center definitions'),
      cancellable: true,
    },
    async (progress, token) => {
      const found = await check(app, progress, token);
      cancelled = token.isCancellationRequested;
      return found;
    },
  );
  if (!summary) {
    await vscode.window.showErrorMessage(
      vscode.l10n.t('The definitions could not be checked. The output "Call Center Definitions" says why.'),
    );
    return;
  }
  const { checked, definitions, errors, warnings, others } = summary;
  if (cancelled && checked === 0) return;
  const unread = describeUnread(summary);
  if (definitions === 0) {
    const none = vscode.l10n.t(
      'There is no call center definition in this workspace. Files that .gitignore or the settings leave out do not count.',
    );
    await vscode.window.showInformationMessage(`${none}${unread}`);
    return;
  }
  const show = vscode.l10n.t('Show Problems');
  const actions = errors + warnings + others > 0 ? [show] : [];
  const tell = errors > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const answer = await tell(`${describe(summary)}${unread}`, ...actions);
  if (answer === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function check(
  app: App,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<CheckSummary | null> {
  const client = await app.server.client();
  const workDoneToken = `callCenterXml.checkAll.${Date.now()}`;
  let reached = 0;
  const listener = client.onProgress(
    WorkDoneProgress.type,
    workDoneToken,
    (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) => {
      if (value.kind !== 'report') return;
      const percentage = value.percentage ?? reached;
      progress.report({
        ...(value.message !== undefined && { message: value.message }),
        increment: percentage - reached,
      });
      reached = percentage;
    },
  );
  try {
    const params: CheckAllParams = { workDoneToken, except: app.choices.declined() };
    return await client.sendRequest<CheckSummary | null>(methods.checkAll, params, token);
  } finally {
    listener.dispose();
  }
}

function describe({ checked, definitions, errors, warnings, others }: CheckSummary): string {
  const found = vscode.l10n.t('Errors: {0}, warnings: {1}, hints and information: {2}.', errors, warnings, others);
  return checked < definitions
    ? vscode.l10n.t('{0} of {1} call center definitions were checked. {2}', checked, definitions, found)
    : vscode.l10n.t('Call center definitions checked: {0}. {1}', definitions, found);
}

/** Names that a message has room for. */
const mostNames = 5;

/** With a space before it; empty where no file was too large. */
function describeUnread({ tooLarge, mostBytes }: CheckSummary): string {
  if (tooLarge.length === 0) return '';
  const names = tooLarge.slice(0, mostNames).map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
  const more = tooLarge.length > mostNames ? ', …' : '';
  const megabytes = Math.floor(mostBytes / 1_000_000);
  return ` ${vscode.l10n.t(
    'Not checked, because they are larger than {0} MB ({1}): {2}. The command line checks them (`check`).',
    megabytes,
    tooLarge.length,
    `${names.join(', ')}${more}`,
  )}`;
}
