/** The commands, without their prefix `callCenterXml.`; each is a file in `commands/` and an entry in the manifest. */
export const commandNames = [
  'acceptChanges',
  'checkAllDefinitions',
  'compareWithBaseline',
  'compareWith',
  'convertToImport',
  'convertToMetadata',
  'explainMessage',
  'markAsImported',
  'newDefinition',
  'openPreview',
  'openPreviewToTheSide',
  'pruneAcceptances',
  'restartServer',
  'renumber',
  'selectFlavour',
  'showReimportPlan',
  'togglePreviewLock',
] as const;
export type CommandName = (typeof commandNames)[number];
