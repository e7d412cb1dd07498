/** Text as a snippet in LSP syntax writes it. */
export function asSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** What a snippet of the JSON service inserts where no author fills anything in. */
export function withoutStops(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+:((?:\\.|[^\\}])*)\}|\$\d+/g,
    (_, escaped: string | undefined, text: string | undefined) => escaped ?? (text ?? '').replace(/\\(.)/g, '$1'),
  );
}
