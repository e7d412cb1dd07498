import type { Related, Severity } from '../rules/define-rule.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';

export interface Finding {
  /** Rule id = diagnostic code. */
  readonly rule: string;
  readonly severity: Severity;
  readonly at: Span;
  readonly message: string;
  readonly related: readonly Related[];
}

export interface QuickFix {
  readonly rule: string;
  /** Place of the finding that it mends. */
  readonly at: Span;
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly preferred: boolean;
}

/** A finding that nothing in the document can end: whoever has had enough of it switches its rule off. */
export interface Dismissal {
  readonly rule: string;
  /** Place of the finding. */
  readonly at: Span;
  readonly title: string;
}

/** A finding that somebody may accept, with a reason, instead of ending it. */
export interface Acceptable {
  readonly rule: string;
  /** Place of the finding. */
  readonly at: Span;
  readonly fingerprint: string;
  readonly title: string;
}
