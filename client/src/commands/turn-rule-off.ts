import * as vscode from 'vscode';
import { clientCommands, section } from '../../../server/src/protocol.ts';

/** The command behind “Do not show this again”. It stands in no menu, since only a finding knows its rule. */
export function registerTurnRuleOff(): vscode.Disposable {
  return vscode.commands.registerCommand(clientCommands.turnRuleOff, turnRuleOff);
}

/** Adds the rule to the person's own settings; what else stands there is kept. */
async function turnRuleOff(rule: unknown): Promise<void> {
  if (typeof rule !== 'string') throw new Error(`${clientCommands.turnRuleOff} needs the id of a rule`);
  const settings = vscode.workspace.getConfiguration(section);
  const own = settings.inspect<Readonly<Record<string, string>>>('rules')?.globalValue;
  await settings.update('rules', { ...own, [rule]: 'off' }, vscode.ConfigurationTarget.Global);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t(
      '{0} is off. The setting "{1}" in your user settings can turn it on again.',
      rule,
      `${section}.rules`,
    ),
    8000,
  );
}
