import { type Config, readConfig } from './read-config.ts';

/** What a team agrees on lies in a file of this name, beside the definitions or in a folder above. */
export const configName = '.callcenterrc.json';

export interface FoundConfig extends Config {
  readonly uri: string;
  readonly text: string;
}

/** Configurations by document. What was read is kept until it is dropped. */
export interface Configs {
  /**
   * The nearest configuration upwards from a document; farther ones say nothing.
   * @throws what reading throws
   */
  of(uri: string): Promise<FoundConfig | undefined>;
  /**
   * The configuration at a URI, whatever its name.
   * @throws what reading throws
   */
  at(uri: string): Promise<FoundConfig | undefined>;
  /** The same as `of`, where it has been found out already. */
  settled(uri: string): { readonly config: FoundConfig | undefined } | undefined;
  drop(): void;
}

interface Finding {
  readonly config: Promise<FoundConfig | undefined>;
  settled: { readonly config: FoundConfig | undefined } | undefined;
}

/**
 * @param read the text at a URI; undefined when there is nothing
 * @param ruleIds the rules that a configuration may name
 */
export function createConfigs(read: (uri: string) => Promise<string | undefined>, ruleIds: readonly string[]): Configs {
  let known = new Map<string, Finding>();

  const nearest = ([uri, ...farther]: readonly string[]): Promise<FoundConfig | undefined> => {
    if (uri === undefined) return Promise.resolve(undefined);
    const before = known.get(uri);
    if (before) return before.config;
    const config = read(uri).then((text) =>
      text === undefined ? nearest(farther) : { uri, text, ...readConfig(text, ruleIds) },
    );
    const finding: Finding = { config, settled: undefined };
    known.set(uri, finding);
    const settle = (found: FoundConfig | undefined) => {
      finding.settled = { config: found };
    };
    // Who waits for it is told of a failure.
    config.then(settle, () => undefined);
    return config;
  };

  return {
    of: (uri) => nearest(placesOfConfig(uri)),
    at: (uri) => nearest([uri]),
    settled(uri) {
      const [place] = placesOfConfig(uri);
      return place === undefined ? { config: undefined } : known.get(place)?.settled;
    },
    drop() {
      known = new Map();
    },
  };
}

/**
 * Where the configuration of a document may lie: the URIs of files, the nearest first. None for a document that lies in
 * no folder, such as `untitled:Untitled-1`.
 */
export function placesOfConfig(uri: string): readonly string[] {
  const [, before = '', path = '', query = ''] = /^([^:/?#]+:(?:\/\/[^/?#]*)?)(\/[^?#]*)(\?[^#]*)?/.exec(uri) ?? [];
  const places: string[] = [];
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    places.push(`${before}${path.slice(0, end + 1)}${configName}${query}`);
    if (end === 0) break;
  }
  return places;
}
