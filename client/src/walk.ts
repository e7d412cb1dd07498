/** What is needed of a file system to look through it. */
export interface Folders<Place> {
  /** The names in a folder; none where it cannot be read. */
  list(folder: Place): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
  below(folder: Place, name: string): Place;
}

/** Folders that are asked for at once, and at most: each may be a request to a server. */
const batchSize = 8;
const mostFolders = 2000;

/**
 * The files below a folder whose names end with one of `suffixes`, those that lie less deep first.
 *
 * @param excluded names of folders and files that are passed over
 * @param limit how many files at most
 */
export async function walk<Place>(
  root: Place,
  { list, below }: Folders<Place>,
  suffixes: readonly string[],
  excluded: ReadonlySet<string>,
  limit: number,
): Promise<readonly Place[]> {
  const found: Place[] = [];
  const folders = [root];
  let asked = 0;
  while (asked < Math.min(folders.length, mostFolders) && found.length < limit) {
    const batch = folders.slice(asked, Math.min(asked + batchSize, mostFolders));
    asked += batch.length;
    const lists = await Promise.all(batch.map(list));
    for (const [index, entries] of lists.entries()) {
      const folder = batch[index];
      if (folder === undefined) continue;
      for (const { name, isFolder } of entries) {
        if (excluded.has(name)) continue;
        if (isFolder) folders.push(below(folder, name));
        else if (suffixes.some((suffix) => `/${name}`.endsWith(suffix))) found.push(below(folder, name));
      }
    }
  }
  return found.slice(0, limit);
}
