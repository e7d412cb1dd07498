/** Marks tab stops in a text that is written by other means, and turns it into a snippet in LSP syntax afterwards. */
export interface Stops {
  /**
   * `value` between marks, as a tab stop. With `choices` the editor offers them, `value` first. What is put into the text
   * more than once is typed once.
   */
  mark(value: string, choices?: readonly string[]): string;
  /** Escapes the text and writes the marked places as tab stops, numbered as they come in it. */
  toSnippet(text: string): string;
  /** The text without the marks. */
  toPlain(text: string): string;
}

// Private-use characters: XML carries them unchanged, and no text of the project has them.
const open = '\ue000';
const middle = '\ue001';
const close = '\ue002';
const marked = /\ue000(\d+)\ue001([^\ue000\ue002]*)\ue002/g;

export function createStops(): Stops {
  const choicesOf = new Map<string, readonly string[]>();
  return {
    mark(value, choices = []) {
      const id = String(choicesOf.size);
      choicesOf.set(
        id,
        choices.filter((choice) => choice !== value),
      );
      return `${open}${id}${middle}${value}${close}`;
    },
    toSnippet(text) {
      const numbers = new Map<string, number>();
      return escapeSnippet(text).replace(marked, (_, id: string, value: string) => {
        const known = numbers.get(id);
        if (known !== undefined) return `\${${known}}`;
        const number = numbers.size + 1;
        numbers.set(id, number);
        const others = choicesOf.get(id) ?? [];
        if (others.length > 0) return `\${${number}|${[value, ...others].map(escapeChoice).join(',')}|}`;
        return value === '' ? `\${${number}}` : `\${${number}:${value}}`;
      });
    },
    toPlain: (text) => text.replace(marked, '$2'),
  };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}
