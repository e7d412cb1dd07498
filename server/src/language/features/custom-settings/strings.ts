/**
 * The end of the string in JSON whose opening quote stands at a place; undefined where it has none. A pattern for it would
 * remember each character, and a value of some megabytes is more than it can.
 */
export function stringEnd(json: string, start: number): number | undefined {
  for (let at = start + 1; at < json.length; at++) {
    const character = json[at];
    if (character === '"') return at + 1;
    if (character === '\\') at++;
  }
  return undefined;
}
