import type { Flavour, Form, Severity } from '../language/index.ts';

/** A finding as it is printed: lines and columns from 1, offsets from 0 in UTF-16 code units, ends exclusive. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly endOffset: number;
  readonly message: string;
}

export interface FileReport {
  /** As given on the command line. */
  readonly path: string;
  readonly form: Form;
  readonly flavour: Flavour | null;
  /** In text order. */
  readonly findings: readonly ReportedFinding[];
  /** How many findings there are beyond those listed. */
  readonly notListed: number;
  /** Of all findings, listed or not. */
  readonly errors: number;
  readonly warnings: number;
  /** True when the file was written back mended. */
  readonly fixed: boolean;
}

/** The findings that are printed: all, or the errors only. The gravest are listed first of all, so no listed error is lost. */
export function shown({ findings }: FileReport, quiet: boolean): readonly ReportedFinding[] {
  return quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
}
