/** Whole documents for the examples of rules, so that an example shows what it is about and nothing else. */
export function inSection(...lines: readonly string[]): string {
  return document('<section sortOrder="0" name="Own" label="Own">', lines);
}

/** The lines stand in the section `reqGeneralInfo`. */
export function inGeneralInfo(...lines: readonly string[]): string {
  return document('<section sortOrder="0" name="reqGeneralInfo" label="General Information">', lines);
}

/** The lines stand in the section `reqHvcc`. */
export function inVoice(...lines: readonly string[]): string {
  return document('<section sortOrder="0" name="reqHvcc" label="SCV Settings">', lines);
}

/** The lines stand in the root. */
export function inRoot(...lines: readonly string[]): string {
  return `<callCenter>\n${lines.map((line) => `  ${line}\n`).join('')}</callCenter>\n`;
}

/** An item that no rule has anything to say about but for its place in the file. */
export function item(sortOrder: number, name: string, value: string, label = name): string {
  return `<item sortOrder="${sortOrder}" name="${name}" label="${label}">${value}</item>`;
}

function document(section: string, lines: readonly string[]): string {
  return inRoot(section, ...lines.map((line) => `  ${line}`), '</section>');
}
