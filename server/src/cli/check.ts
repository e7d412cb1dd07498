import * as l10n from '@vscode/l10n';
import {
  applyEdits,
  createLanguageService,
  createSource,
  type Finding,
  type LanguageService,
  type Severity,
  sniff,
  sniffLength,
} from '../language/index.ts';
import { decode, glimpse } from './decode.ts';
import { FileTrouble, readBytes, readStart, replaceText } from './files.ts';
import { notADefinition, notUtf8 } from './no-definition.ts';
import type { FileReport, ReportedFinding } from './report.ts';

/** More findings of one file help nobody; the gravest are kept. */
export const maxFindings = 1000;

export interface Checked {
  /** Undefined when the file could not be read, or was found by itself and is no definition. */
  readonly report: FileReport | undefined;
  /** What could not be done about the file; each makes the exit code 2. */
  readonly troubles: readonly string[];
}

/** Checks one file after the other. `check` never throws. */
export interface Checker {
  /** @param named whether a person named the file: then it is reported even if it is no definition. */
  check(file: string, named: boolean): Checked;
}

/** @param fix whether files are mended before they are judged */
export function createChecker(fix: boolean): Checker {
  let troubles: string[] = [];
  const service = createLanguageService({
    onRuleFailure: (rule, error) => troubles.push(l10n.t('the rule {0} gave up: {1}', rule, internalError(error))),
  });
  return {
    check(file, named) {
      troubles = [];
      let report: FileReport | undefined;
      try {
        if (named || mayBeDefinition(file)) report = look(service, file, { fix, named }, troubles);
      } catch (error) {
        troubles.push(error instanceof FileTrouble ? error.message : internalError(error));
      }
      return { report, troubles };
    },
  };
}

/** A file without a word at its beginning, however long that is, may still become one. */
function mayBeDefinition(file: string): boolean {
  const start = readStart(file, sniffLength);
  const guess = sniff(glimpse(start));
  return guess === 'definition' || (guess === 'empty' && start.length === sniffLength);
}

function look(
  service: LanguageService,
  file: string,
  { fix, named }: { readonly fix: boolean; readonly named: boolean },
  troubles: string[],
): FileReport | undefined {
  const decoded = decode(readBytes(file));
  if (decoded.kind === 'not-utf-8') return notUtf8(file, decoded);
  const options = { now: Date.now() };
  let source = createSource(file, 0, decoded.text);
  if (!named && service.describe(source, options).form === 'none') return undefined;
  let fixed = false;
  if (fix) {
    const text = applyEdits(source.text, service.fixAll(source, options));
    if (text !== source.text) {
      try {
        replaceText(file, text);
        source = createSource(file, 0, text);
        fixed = true;
      } catch (error) {
        if (!(error instanceof FileTrouble)) throw error;
        troubles.push(error.message);
      }
    }
  }
  const { form, flavour } = service.describe(source, options);
  const findings = form === 'none' ? [notADefinition(source.text)] : service.findings(source, options);
  const place = ({ rule, severity, at, message }: Finding): ReportedFinding => {
    const start = source.positionAt(at.start);
    const end = source.positionAt(at.end);
    return {
      rule,
      severity,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      offset: at.start,
      endOffset: at.end,
      message,
    };
  };
  return {
    path: file,
    form,
    flavour: flavour ?? null,
    findings: gravest(findings).map(place),
    notListed: Math.max(0, findings.length - maxFindings),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    fixed,
  };
}

const gravity: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** As many as are listed, by place; of those that stand at one place, by rule. */
function gravest(findings: readonly Finding[]): Finding[] {
  const kept =
    findings.length <= maxFindings
      ? [...findings]
      : gravity.flatMap((grade) => findings.filter(({ severity }) => severity === grade)).slice(0, maxFindings);
  return kept.sort(
    (a, b) =>
      a.at.start - b.at.start || a.at.end - b.at.end || compare(a.rule, b.rule) || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function internalError(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return l10n.t('this is a bug of the program, please report it ({0})', reason);
}
