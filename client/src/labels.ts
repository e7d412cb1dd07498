import * as vscode from 'vscode';
import type { FlavourId } from '../../server/src/protocol/document.ts';
import type { InterfaceId } from '../../server/src/protocol.ts';

/** Flavours as people call them. Names of products stay as they are; translators see them all the same. */
export function flavourLabel(flavour: FlavourId): string {
  const labels: Readonly<Record<FlavourId, string>> = {
    openCti: vscode.l10n.t('Open CTI'),
    ctiToolkit: vscode.l10n.t('CTI Toolkit'),
    partnerTelephony: vscode.l10n.t('Partner Telephony'),
    amazonConnect: vscode.l10n.t('Amazon Connect'),
  };
  return labels[flavour];
}

/** One line on what a flavour is for. */
export function flavourDetail(flavour: FlavourId): string {
  const details: Readonly<Record<FlavourId, string>> = {
    openCti: vscode.l10n.t('A softphone that runs in the browser'),
    ctiToolkit: vscode.l10n.t('A desktop adapter for Windows, the predecessor of Open CTI'),
    partnerTelephony: vscode.l10n.t('Salesforce Voice with the package of a telephony provider'),
    amazonConnect: vscode.l10n.t('Salesforce Voice with an Amazon Connect instance of your own'),
  };
  return details[flavour];
}

export function interfaceLabel(userInterface: InterfaceId): string {
  const labels: Readonly<Record<InterfaceId, string>> = {
    classic: vscode.l10n.t('Classic'),
    lightning: vscode.l10n.t('Lightning'),
    both: vscode.l10n.t('Classic and Lightning'),
  };
  return labels[userInterface];
}
