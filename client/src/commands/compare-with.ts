import * as vscode from 'vscode';
import type { ComparisonChoice } from '../../../server/src/protocol/imported.ts';
import type { App } from '../app.ts';
import { baselineFileOf, subject } from '../baseline-files.ts';
import { pickDefinition, pickRevision, withoutPrograms } from '../import-sources.ts';

interface ChoiceItem extends vscode.QuickPickItem {
  choose?(): Promise<ComparisonChoice | undefined>;
  /** Goes back to what holds without a choice. */
  readonly resets?: boolean;
}

/**
 * Lets a person choose what a definition is compared with, and shows what holds now and what comes first.
 * @param more the address of another definition, where it is chosen already
 */
export async function compareWith(app: App, resources: readonly vscode.Uri[], more: unknown): Promise<void> {
  const document = await subject(app, resources);
  if (!document) return;
  if (typeof more === 'string') {
    await app.comparisons.set(document.uri, { kind: 'definition', uri: more });
    return;
  }
  const { uri: place, twin } = await baselineFileOf(app, document);
  const chosen = app.comparisons.get(document.uri.toString());
  const now = (holds: boolean) => (holds ? { description: `$(check) ${vscode.l10n.t('now')}` } : {});
  const state = app.states.get(document.uri)?.imported;
  const items: readonly ChoiceItem[] = [
    {
      label: vscode.l10n.t('What the team agreed on, or the baseline file'),
      ...now(chosen === undefined),
      detail:
        chosen === undefined && state?.kind === 'compared'
          ? vscode.l10n.t('Compared with {0}', state.title)
          : vscode.l10n.t('The key "baseline" in .callcenterrc.json comes first, the file beside the definition next'),
      resets: true,
    },
    {
      label: vscode.l10n.t('The baseline file, whatever the team agreed on'),
      ...now(chosen?.kind === 'file'),
      ...(place !== undefined && { detail: vscode.workspace.asRelativePath(vscode.Uri.parse(place)) }),
      choose: async () => ({ kind: 'file' }),
    },
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...(twin === undefined
      ? []
      : [
          {
            label: vscode.l10n.t('The metadata form of this call center'),
            ...now(chosen?.kind === 'definition' && chosen.uri === twin),
            detail: vscode.workspace.asRelativePath(vscode.Uri.parse(twin)),
            choose: async (): Promise<ComparisonChoice> => ({ kind: 'definition', uri: twin }),
          },
        ]),
    ...(app.host.programs
      ? [
          {
            label: vscode.l10n.t('A Git revision of this file…'),
            ...(chosen?.kind === 'git' && { description: `$(check) ${chosen.revision}` }),
            choose: async (): Promise<ComparisonChoice | undefined> => {
              const revision = await pickRevision(app, document.uri);
              return revision === undefined ? undefined : { kind: 'git', revision };
            },
          },
        ]
      : []),
    {
      label: vscode.l10n.t('Another definition…'),
      ...(chosen?.kind === 'definition' &&
        chosen.uri !== twin && {
          description: `$(check) ${vscode.workspace.asRelativePath(vscode.Uri.parse(chosen.uri))}`,
        }),
      choose: async () => {
        const file = await pickDefinition(document.uri);
        return file && { kind: 'definition', uri: file.toString() };
      },
    },
    ...(app.host.programs ? [] : [withoutPrograms()]),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Compare With'),
    placeHolder: vscode.l10n.t('What says which fields were imported?'),
  });
  if (!picked) return;
  if (picked.resets) await app.comparisons.set(document.uri, undefined);
  const choice = await picked.choose?.();
  if (choice) await app.comparisons.set(document.uri, choice);
}
