/** The list of all rules, among the pages. */
export const listPage = 'README';

/** Ids are in kebab case, so that no path leads out of the folder of the pages. */
const id = /^[a-z]+(?:-[a-z]+)*$/;

/** The page that a document's path means, `/rules/internal-name.md`; undefined for any other path. */
export function pageOfDocument(path: string): string | undefined {
  return known(/^\/rules\/([^/]+)\.md$/.exec(path)?.[1]);
}

/** The page that the path of a link means: `/rules/internal-name`, or `/rules` for the list of all. */
export function pageOfLink(path: string): string | undefined {
  return /^\/rules\/?$/.test(path) ? listPage : known(/^\/rules\/([^/]+)$/.exec(path)?.[1]);
}

function known(name: string | undefined): string | undefined {
  return name !== undefined && (name === listPage || id.test(name)) ? name : undefined;
}
