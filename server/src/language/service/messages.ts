import type { Span } from '../text/span.ts';
import type { QuickFix } from './findings.ts';

/** What a message that somebody got from Salesforce means. */
export interface ExplainedMessage {
  /** The line (and column) that the message names, from 0, whether or not the definition has it. */
  readonly named: { readonly line: number; readonly character: number } | undefined;
  /** That line of the definition. */
  readonly line: Span | undefined;
  /** The likeliest first; none when the message is not known. */
  readonly explanations: readonly MessageExplanation[];
  /** What else the rules found on that line. */
  readonly places: readonly MessagePlace[];
}

export interface MessageExplanation {
  readonly id: string;
  /** Plain text, translated. */
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
  /** Ids of rules that find the cause. */
  readonly rules: readonly string[];
  /** All of it as a document. */
  readonly markdown: string;
  /** Where the cause is in the definition: on the line that the message names, else anywhere. */
  readonly places: readonly MessagePlace[];
}

export interface MessagePlace {
  readonly at: Span;
  /** The rule that found it; undefined for an item that the message is about and that no rule objects to. */
  readonly rule: string | undefined;
  /** The finding's message, or the name of the item. */
  readonly text: string;
  readonly fixes: readonly QuickFix[];
}
