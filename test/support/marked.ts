export interface Marked {
  readonly text: string;
  /** The ranges that stood between « and », in text order. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the marks «…» out of a text. Neither is XML syntax, so a mark never hides a mistake. */
export function marked(source: string): Marked {
  const spans: { start: number; end: number }[] = [];
  const open: number[] = [];
  let text = '';
  for (const char of source) {
    if (char === '«') open.push(text.length);
    else if (char === '»') {
      const start = open.pop();
      if (start === undefined) throw new Error('» without «');
      spans.push({ start, end: text.length });
    } else text += char;
  }
  if (open.length > 0) throw new Error('« without »');
  return { text, spans: spans.sort((a, b) => a.start - b.start) };
}
