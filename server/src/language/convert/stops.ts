/** Marks tab stops in a text that is written by other means, and turns it into a snippet in LSP syntax afterwards. */
export interface Stops {
  /** `value` between marks, as the next tab stop. With `choices` the editor offers them, `value` first. */
  mark(value: string, choices?: readonly string[]): string;
  /** Escapes the text and writes the marked places as tab stops. */
  toSnippet(text: string): string;
}

// Private-use characters: XML carries them unchanged, and no text of the project has them.
const open = '\ue000';
const middle = '\ue001';
const close = '\ue002';
const marked = /\ue000(\d+)\ue001([^\ue002]*)\ue002/g;

export function createStops(): Stops {
  const choicesOf = new Map<number, readonly string[]>();
  return {
    mark(value, choices = []) {
      const number = choicesOf.size + 1;
      choicesOf.set(
        number,
        choices.filter((choice) => choice !== value),
      );
      return `${open}${number}${middle}${value}${close}`;
    },
    toSnippet(text) {
      return escapeSnippet(text).replace(marked, (_, digits: string, value: string) => {
        const others = choicesOf.get(Number(digits)) ?? [];
        if (others.length > 0) return `\${${digits}|${[value, ...others].map(escapeChoice).join(',')}|}`;
        return value === '' ? `\${${digits}}` : `\${${digits}:${value}}`;
      });
    },
  };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}
