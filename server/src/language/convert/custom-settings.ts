import * as l10n from '@vscode/l10n';
import type { Field } from '../model/definition.ts';
import type { Span } from '../text/span.ts';

export interface Setting {
  readonly key: string;
  /** As text; what is no string in the JSON, in its JSON form. */
  readonly value: string;
  /** The whole JSON: keys have no places of their own here. */
  readonly at: Span;
}

export type CustomSettings =
  | { readonly kind: 'read'; readonly settings: readonly Setting[] }
  | { readonly kind: 'broken'; readonly reason: string; readonly at: Span };

/** The keys and values of `customSettings`, a JSON object of strings (reference, section 7.1); none where it is empty. */
export function readCustomSettings(field: Field | undefined): CustomSettings {
  if (!field || field.text.trim() === '') return { kind: 'read', settings: [] };
  const at = field.span;
  let json: unknown;
  try {
    json = JSON.parse(field.text);
  } catch {
    // The parser's own words are English and speak of offsets in the decoded text.
    return {
      kind: 'broken',
      at,
      reason: l10n.t('customSettings is not JSON, so its values cannot be read. Mend it first.'),
    };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return {
      kind: 'broken',
      at,
      reason: l10n.t('customSettings is not a JSON object of keys and values. Mend it first.'),
    };
  }
  const settings = Object.entries(json).map(([key, value]: [string, unknown]) => ({
    key,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    at,
  }));
  return { kind: 'read', settings };
}
