import * as l10n from '@vscode/l10n';
import {
  applyEdits,
  createLanguageService,
  createSource,
  type DocumentOptions,
  type Finding,
  type Severity,
  type Source,
  sniff,
  sniffLength,
} from '../language/index.ts';
import type { Choices } from './configs.ts';
import { decode, glimpse } from './decode.ts';
import { FileTrouble, readBytes, readStart, replaceText, uriOf } from './files.ts';
import { importOf } from './imports.ts';
import { notADefinition, notUtf8 } from './no-definition.ts';
import type { FileReport, ReportedFinding } from './report.ts';
import type { Surroundings } from './surroundings.ts';

/** More findings of one file help nobody; the gravest are kept. */
export const maxFindings = 1000;

export interface Checked {
  /** False for a file that was found by itself and holds something else: nothing is said of it. */
  readonly isDefinition: boolean;
  /** Undefined when there is nothing to report: it is no definition, or it was not looked at. */
  readonly report: FileReport | undefined;
  /** What could not be done about the file; each makes the exit code 2. */
  readonly troubles: readonly string[];
  /** One of them is a bug of the program. */
  readonly failed: boolean;
}

/** How a file came to be checked. */
export interface Origin {
  /** A person named it: then it is reported even if it is no definition. */
  readonly named: boolean;
  /** The folder that it was found in by a search. */
  readonly searched: string | undefined;
}

/** Checks one file after the other. `check` never rejects. */
export interface Checker {
  check(file: string, origin: Origin): Promise<Checked>;
}

/** @param fix whether files are mended before they are judged */
export function createChecker(fix: boolean, choices: Choices, surroundings: Surroundings): Checker {
  let troubles: string[] = [];
  let failed = false;
  const service = createLanguageService({
    onRuleFailure(rule, error) {
      failed = true;
      troubles.push(l10n.t('the rule {0} gave up: {1}', rule, internalError(error)));
    },
  });

  const look = async (file: string, { named, searched }: Origin): Promise<Pick<Checked, 'isDefinition' | 'report'>> => {
    const other = { isDefinition: false, report: undefined };
    if (!named && !mayBeDefinition(file)) return other;
    const decoded = decode(readBytes(file));
    if (decoded.kind === 'not-utf-8') return { isDefinition: true, report: notUtf8(file, decoded) };
    const source = createSource(uriOf(file), 0, decoded.text);
    if (service.describe(source).form === 'none') {
      return named ? { isDefinition: true, report: judge(file, source, {}, false) } : other;
    }
    const agreed = await choices.for(source.uri);
    // Without knowing what the team wants, nothing can be said, and nothing may be mended.
    if (!agreed) return { isDefinition: true, report: undefined };
    const facts = await surroundings.of(file, searched);
    const imported = await importOf(source.uri, agreed.baseline);
    const options = { ...agreed.choice, now: Date.now(), ...(facts && { facts }), ...(imported && { imported }) };
    const mended = fix ? mend(file, source, options) : undefined;
    return { isDefinition: true, report: judge(file, mended ?? source, options, mended !== undefined) };
  };

  /** The text as it was written back; undefined when nothing was. */
  const mend = (file: string, source: Source, options: DocumentOptions): Source | undefined => {
    const text = applyEdits(source.text, service.fixAll(source, options));
    if (text === source.text) return undefined;
    try {
      replaceText(file, text);
      return createSource(source.uri, 0, text);
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      troubles.push(error.message);
      return undefined;
    }
  };

  const judge = (file: string, source: Source, options: DocumentOptions, fixed: boolean): FileReport => {
    const { form, flavour } = service.describe(source, options);
    const findings = form === 'none' ? [notADefinition(source.text)] : service.findings(source, options);
    return {
      path: file,
      form,
      flavour: flavour ?? null,
      findings: gravest(findings).map((finding) => placed(source, finding)),
      notListed: Math.max(0, findings.length - maxFindings),
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity }) => severity === 'warning').length,
      fixed,
    };
  };

  return {
    async check(file, origin) {
      troubles = [];
      failed = false;
      try {
        return { ...(await look(file, origin)), troubles, failed };
      } catch (error) {
        if (!(error instanceof FileTrouble)) failed = true;
        troubles.push(error instanceof FileTrouble ? error.message : internalError(error));
        return { isDefinition: true, report: undefined, troubles, failed };
      }
    },
  };
}

/** A file without a word at its beginning, however long that is, may still become one. */
function mayBeDefinition(file: string): boolean {
  const start = readStart(file, sniffLength);
  const guess = sniff(glimpse(start));
  return guess === 'definition' || (guess === 'empty' && start.length === sniffLength);
}

function placed(source: Source, { rule, severity, at, message }: Finding): ReportedFinding {
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

/** A sentence about what should never happen. */
export function internalError(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return l10n.t('this is a bug of the program, please report it ({0})', reason);
}
