/** A name as people read it: `callVariable` as `Call Variable`. Empty where the name holds no letter or digit. */
export function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
