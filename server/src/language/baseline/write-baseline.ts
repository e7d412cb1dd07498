import { type Acceptance, type Baseline, type BaselineItem, type BaselineSection, formatVersion } from './baseline.ts';

/**
 * The text of a baseline file: the same for the same baseline, with one item or acceptance on a line, so that version
 * control shows and merges changes line by line. Line ends LF, the last line has one.
 * @param kept members of the file that are nobody's but its author's, each as `"key": value`; they come first
 */
export function writeBaseline(baseline: Baseline, kept: readonly string[] = []): string {
  const { internalName, flavour, importedOn, takenFrom, sections, accepted } = baseline;
  const members = [
    ...kept,
    `"formatVersion": ${formatVersion}`,
    ...membersOf({ internalName, flavour, importedOn }),
    `"takenFrom": ${inOneLine({ ...takenFrom })}`,
    `"sections": ${list(sections.map(sectionText), '  ')}`,
    `"accepted": ${list(accepted.map(acceptanceText), '  ')}`,
  ];
  return `{\n${members.map((member) => `  ${member}`).join(',\n')}\n}\n`;
}

/** An acceptance as it stands in the file, on one line. */
export function acceptanceText({ fingerprint, rule, from, to, reason, by, on }: Acceptance): string {
  return inOneLine({ fingerprint, rule, from, to, reason, by, on });
}

function sectionText({ name, label, items }: BaselineSection): string {
  const members = [...membersOf({ name, label }), `"items": ${list(items.map(itemText), '      ')}`];
  return `{\n${members.map((member) => `      ${member}`).join(',\n')}\n    }`;
}

function itemText({ name, label, value }: BaselineItem): string {
  const kept = value && ('text' in value ? { value: value.text } : { fingerprint: value.fingerprint });
  return inOneLine({ name, label, ...kept });
}

type Texts = Readonly<Record<string, string | undefined>>;

function inOneLine(texts: Texts): string {
  return `{ ${membersOf(texts).join(', ')} }`;
}

function membersOf(texts: Texts): readonly string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    text === undefined ? [] : [`${JSON.stringify(key)}: ${JSON.stringify(text)}`],
  );
}

function list(entries: readonly string[], indent: string): string {
  return entries.length === 0 ? '[]' : `[\n${entries.map((entry) => `${indent}  ${entry}`).join(',\n')}\n${indent}]`;
}
