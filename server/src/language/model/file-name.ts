/**
 * The name before `.callCenter` or `.callCenter-meta.xml`, decoded: the full name of a metadata component (reference,
 * section 7.1). Undefined for a file with any other ending. A path will do for a URI.
 */
export function metadataStem(uri: string): string | undefined {
  const name = /(?<![^/\\])([^/\\]+)\.callCenter(?:-meta\.xml)?$/.exec(uri)?.[1];
  return name === undefined ? undefined : decoded(name);
}

/** The last part of a URI, readable. */
export function fileNameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** A URI without escapes; as it stands where a host does not escape its URIs. */
export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
