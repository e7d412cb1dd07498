// What the suites use of `node:assert/strict`, for an extension host that is a browser's worker. The bundle of the web
// suite gets this module under that name.

function fail(message: string | undefined, usual: string): never {
  throw new Error(message ?? usual);
}

function same(actual: unknown, expected: unknown): boolean {
  return JSON.stringify(actual) === JSON.stringify(expected);
}

export default {
  ok(value: unknown, message?: string): void {
    if (!value) fail(message, 'what should hold does not');
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected)) fail(message, `expected ${String(expected)}\nfound ${String(actual)}`);
  },
  notEqual(actual: unknown, expected: unknown, message?: string): void {
    if (Object.is(actual, expected)) fail(message, `did not expect ${String(expected)}`);
  },
  /** For what JSON can hold. */
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (!same(actual, expected)) fail(message, `expected ${JSON.stringify(expected)}\nfound ${JSON.stringify(actual)}`);
  },
  match(text: string, pattern: RegExp, message?: string): void {
    if (!pattern.test(text)) fail(message, `${pattern} does not match ${text}`);
  },
  doesNotMatch(text: string, pattern: RegExp, message?: string): void {
    if (pattern.test(text)) fail(message, `${pattern} matches ${text}`);
  },
};
