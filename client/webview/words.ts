/** A sentence with its arguments in the place of `{0}`, `{1}`. */
export function fill(text: string, args: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (whole, place: string) => String(args[Number(place)] ?? whole));
}
