import type { Confidence, SourceLink } from '../catalog/types.ts';

/** Where people meet a message. */
export type Surface = 'import' | 'voiceImport' | 'deploy' | 'setup' | 'runTime';

/** What Salesforce says about a call center, or what people see where it says nothing, and what is behind it. */
export interface PlatformMessage {
  /** Kebab case; part of addresses, so never renamed. */
  readonly id: string;
  /** The row of section 11 of the format reference. */
  readonly row: string;
  readonly met: readonly Surface[];
  /** Our words for it, short; translated when shown. */
  readonly title: string;
  /** The platform's words, in every language that is known; never translated. None where only the symptom is known. */
  readonly quotes: readonly Quote[];
  /**
   * What tells the message: one of these lists, all of whose pieces are in the text. Pieces are letters and digits
   * without blanks and in small letters, as `squash` leaves them.
   */
  readonly signs: readonly (readonly string[])[];
  /** Plain sentences, translated when shown. */
  readonly cause: string;
  readonly remedy: string;
  /** Rules that find the cause in a definition. */
  readonly rules: readonly string[];
  /** The item to look at where no rule has found anything. */
  readonly item?: string;
  /** Which body a definition has that draws it; of two messages with the same words, the fitting one is meant. */
  readonly body?: 'import' | 'metadata';
  readonly sources: readonly SourceLink[];
  readonly confidence: Confidence;
}

export interface Quote {
  readonly language: 'en' | 'ja';
  readonly text: string;
  /** False where a report gives the sense and not the words. */
  readonly literal: boolean;
}

export function literal(language: Quote['language'], text: string): Quote {
  return { language, text, literal: true };
}

export function reported(text: string): Quote {
  return { language: 'en', text, literal: false };
}
