import * as vscode from 'vscode';
import { flavourIds } from '../../../server/src/protocol/document.ts';
import type { App } from '../app.ts';
import type { Choice } from '../choices.ts';
import { flavourDetail, flavourLabel } from '../labels.ts';

interface ChoiceItem extends vscode.QuickPickItem {
  /** Undefined: back to detection. Separators have none, either, but cannot be picked. */
  readonly choice?: Choice;
}

/** Lets a person say what the file in the active editor is, for this file and for good. */
export async function selectFlavour(app: App): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !app.definitions.looksLikeOne(document)) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Open a call center definition first.'));
    return;
  }
  const key = document.uri.toString();
  const chosen = app.choices.get(key);
  const state = app.states.get(document.uri);
  const found = state && !state.flavourChosen && state.flavour ? flavourLabel(state.flavour) : undefined;
  const mark = (choice: Choice | undefined) =>
    choice === chosen ? { description: `$(check) ${vscode.l10n.t('now')}` } : {};

  const items: readonly ChoiceItem[] = [
    {
      label: vscode.l10n.t('Detect automatically'),
      ...mark(undefined),
      ...(found && { detail: vscode.l10n.t('The content says: {0}', found) }),
    },
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...flavourIds.map((flavour) => ({
      label: flavourLabel(flavour),
      detail: flavourDetail(flavour),
      choice: flavour,
      ...mark(flavour),
    })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('Not a call center definition'),
      detail: vscode.l10n.t('Leave this file alone: no problems, no completion'),
      choice: 'notACallCenter',
      ...mark('notACallCenter'),
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Kind of Call Center'),
    placeHolder: vscode.l10n.t('Which kind of call center is this file for?'),
  });
  if (picked) await app.choices.set(document.uri, picked.choice);
}
