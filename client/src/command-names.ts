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
  'pruneAcceptances',
  'restartServer',
  'renumber',
  'selectFlavour',
  'showReimportPlan',
] as const;
export type CommandName = (typeof commandNames)[number];
