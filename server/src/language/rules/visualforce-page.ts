import type { WorkspaceFacts } from '../model/surroundings.ts';

/** The path of a Visualforce page: `/apex/Page`, or `/apex/ns__Page` for one of a managed package (reference, X14). */
export interface PagePath {
  readonly namespace: string | undefined;
  readonly page: string;
  /** Where the page's name stands in the text. */
  readonly start: number;
  readonly end: number;
}

const path = /^(\/apex\/(?:([a-z][a-z0-9]*(?:_[a-z0-9]{1,80}){0,80})__)?)([a-z]\w*)(?![^?#/])/i;

/** Reads the path of a Visualforce page; undefined for any other address. */
export function readPagePath(text: string): PagePath | undefined {
  const match = path.exec(text);
  if (!match) return undefined;
  const [, before = '', namespace, page = ''] = match;
  return { namespace, page, start: before.length, end: before.length + page.length };
}

/** What unpackaged components may carry in place of a namespace. */
const noNamespace = 'c';

/**
 * Whether the workspace has the page. Undefined where it cannot say: it has no pages at all, or the page belongs to a
 * package. Names of pages do not tell small letters from capital ones.
 */
export function hasPage({ namespace, page }: PagePath, facts: WorkspaceFacts | undefined): boolean | undefined {
  if (!facts || facts.visualforcePages.length === 0) return undefined;
  if (namespace !== undefined && namespace.toLowerCase() !== noNamespace) return undefined;
  const wanted = page.toLowerCase();
  return facts.visualforcePages.some((name) => name.toLowerCase() === wanted);
}
