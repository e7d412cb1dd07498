import {
  applyEdits,
  createLanguageService,
  createSource,
  type DocumentOptions,
  type Finding,
  type Source,
} from '../../server/src/language/index.ts';

/** Failing rules throw here, so that no test passes because a rule fell silent. */
export const service = createLanguageService();

export function sourceOf(text: string): Source {
  return createSource('file:///test/callcenter.xml', 1, text);
}

export function findingsOf(text: string, options?: DocumentOptions): readonly Finding[] {
  return service.findings(sourceOf(text), options);
}

/** The text after Fix All. */
export function fixAllIn(text: string, options?: DocumentOptions): string {
  return applyEdits(text, service.fixAll(sourceOf(text), options));
}

/** `line rule-id` of each finding, lines counted from 1. */
export function linesAndRules(text: string): string[] {
  const source = sourceOf(text);
  return service.findings(source).map(({ at, rule }) => `${source.positionAt(at.start).line + 1} ${rule}`);
}
