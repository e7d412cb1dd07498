/** What a browser would make of an absolute address, as far as the rules need it. */
export interface WebAddress {
  /** In small letters, without the colon. */
  readonly scheme: string;
  /** `user:password`, as written; undefined when there is none. */
  readonly credentials: string | undefined;
  /** In small letters; may be empty. */
  readonly host: string;
  /** Where the host begins in the text. */
  readonly hostAt: number;
  readonly port: string | undefined;
}

/** Reads an absolute address with an authority (`scheme://host…`); undefined for any other text. */
export function readAddress(text: string): WebAddress | undefined {
  const match =
    /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(?:([^/?#@\\]*)@)?(\[[0-9A-Fa-f:.]*\]|[^/?#:@\\]*)(?::([^/?#\\]*))?/.exec(text);
  if (!match) return undefined;
  const [, scheme = '', credentials, host = '', port] = match;
  const hostAt = scheme.length + '://'.length + (credentials === undefined ? 0 : credentials.length + '@'.length);
  return { scheme: scheme.toLowerCase(), credentials, host: host.toLowerCase(), hostAt, port };
}

/** This computer, by name or number. */
export function isThisComputer(host: string): boolean {
  return isLocalhost(host) || host.startsWith('127.') || host === '[::1]';
}

/** This computer by name. */
export function isLocalhost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost');
}
