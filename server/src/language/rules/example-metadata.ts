/** Whole documents of the metadata form for the examples of rules: an example shows what it is about and nothing else. */
export function component(...parts: readonly (string | readonly string[])[]): string {
  return bare(
    '<displayName>Acme</displayName>',
    '<displayNameLabel>Display Name</displayNameLabel>',
    '<internalNameLabel>Internal Name</internalNameLabel>',
    ...parts,
  );
}

/** A component without the elements that every one must have. */
export function bare(...parts: readonly (string | readonly string[])[]): string {
  const lines = parts.flat().map((line) => `    ${line}\n`);
  return `<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">\n${lines.join('')}</CallCenter>\n`;
}

/** The lines stand in a section of that name, before its label and name as a retrieve writes it. */
export function sections(name: string, ...lines: readonly string[]): string[] {
  const ends = ['<label>Label</label>', `<name>${name}</name>`];
  return ['<sections>', ...[...lines, ...ends].map((line) => `    ${line}`), '</sections>'];
}

export function items(name: string, value: string, label = name): string[] {
  const lines = [`<label>${label}</label>`, `<name>${name}</name>`, `<value>${value}</value>`];
  return ['<items>', ...lines.map((line) => `    ${line}`), '</items>'];
}
