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

/** Where a document lies that says nothing else. */
export const anywhere = 'file:///test/callcenter.xml';

export function sourceOf(text: string, uri = anywhere): Source {
  return createSource(uri, 1, text);
}

export function findingsOf(text: string, options?: DocumentOptions, uri?: string): readonly Finding[] {
  return service.findings(sourceOf(text, uri), options);
}

/** The text after Fix All. */
export function fixAllIn(text: string, options?: DocumentOptions, uri?: string): string {
  return applyEdits(text, service.fixAll(sourceOf(text, uri), options));
}

/** `line rule-id` of each finding, lines counted from 1. */
export function linesAndRules(text: string, uri?: string): string[] {
  const source = sourceOf(text, uri);
  return service.findings(source).map(({ at, rule }) => `${source.positionAt(at.start).line + 1} ${rule}`);
}
