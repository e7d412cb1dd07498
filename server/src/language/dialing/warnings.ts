/** What may be wrong with a result. The codes are for programs, and stay. */
export type DialWarningCode =
  | 'no-digits'
  | 'letters-dropped'
  | 'symbols-dropped'
  | 'plus-not-first'
  | 'plus-lost'
  | 'foreign-access-code'
  | 'extension-dialled'
  | 'doubled-prefix'
  | 'own-country-as-international'
  | 'another-country'
  | 'another-number'
  | 'long-distance-unneeded'
  | 'trunk-missing'
  | 'trunk-dialled'
  | 'reaches-emergency'
  | 'emergency-changed'
  | 'incomplete-number'
  | 'prefix-characters'
  | 'prefix-ambiguous'
  | 'access-code-differs'
  | 'long-distance-differs'
  | 'doubled-prefix-possible';

/**
 * - `error`: the call does not arrive, or arrives somewhere else
 * - `warning`: so it is in many networks, or for what the number seems to be
 * - `information`: good to know
 */
export type DialSeverity = 'error' | 'warning' | 'information';

export interface DialWarning {
  readonly code: DialWarningCode;
  readonly severity: DialSeverity;
  /** A sentence for people, translated. */
  readonly message: string;
}

export function warn(code: DialWarningCode, severity: DialSeverity, message: string): DialWarning {
  return { code, severity, message };
}
