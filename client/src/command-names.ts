/** The commands, without their prefix `callCenterXml.`; each is a file in `commands/` and an entry in the manifest. */
export const commandNames = [
  'checkAllDefinitions',
  'convertToImport',
  'convertToMetadata',
  'explainMessage',
  'newDefinition',
  'restartServer',
  'renumber',
  'selectFlavour',
] as const;
export type CommandName = (typeof commandNames)[number];
