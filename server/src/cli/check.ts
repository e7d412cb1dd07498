import * as l10n from '@vscode/l10n';
import { applyEdits, createLanguageService, createSource, type Finding, type Severity } from '../language/index.ts';
import { type Decoded, decode } from './decode.ts';
import { FileTrouble, readBytes, replaceText } from './files.ts';
import type { FileReport, ReportedFinding } from './report.ts';

/** More findings of one file help nobody; the gravest are kept. */
export const maxFindings = 1000;

export interface Checked {
  /** Undefined when the file could not be read. */
  readonly report: FileReport | undefined;
  /** What could not be done about the file; each makes the exit code 2. */
  readonly troubles: readonly string[];
}

/** Checks one file, and mends it first where that is asked for. Never throws. */
export function checkFile(file: string, fix: boolean): Checked {
  const troubles: string[] = [];
  try {
    return { report: look(file, fix, (trouble) => troubles.push(trouble)), troubles };
  } catch (error) {
    troubles.push(error instanceof FileTrouble ? error.message : internalError(error));
    return { report: undefined, troubles };
  }
}

function look(file: string, fix: boolean, tell: (trouble: string) => void): FileReport {
  const decoded = decode(readBytes(file));
  if (decoded.kind === 'not-utf-8') return notUtf8(file, decoded);
  const service = createLanguageService({
    onRuleFailure: (rule, error) => tell(l10n.t('the rule {0} gave up: {1}', rule, internalError(error))),
  });
  const options = { now: Date.now() };
  let source = createSource(file, 0, decoded.text);
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
        tell(error.message);
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

function notADefinition(text: string): Finding {
  return {
    rule: 'not-a-definition',
    severity: 'error',
    at: { start: 0, end: 0 },
    message: /\S/.test(text)
      ? l10n.t(
          'This is no call center definition: it has neither the import form (<callCenter> with <section> and <item>) nor the metadata form (<CallCenter> with <sections> and <items>).',
        )
      : l10n.t('This is no call center definition: the file is empty.'),
    related: [],
  };
}

/** A finding, like any other thing that is wrong with a file: whoever wrote it can mend it. */
function notUtf8(
  file: string,
  { byteOffset, before, looksLike }: Decoded & { readonly kind: 'not-utf-8' },
): FileReport {
  const { line, character } = createSource(file, 0, before).positionAt(before.length);
  const message =
    looksLike === 'utf-16'
      ? l10n.t(
          'The file looks like UTF-16 (byte {0} is not UTF-8). Save it as UTF-8; nothing in it was checked.',
          byteOffset,
        )
      : looksLike === 'binary'
        ? l10n.t('This is no text file: byte {0} is not UTF-8. Nothing in it was checked.', byteOffset)
        : l10n.t(
            'Byte {0} is not UTF-8, so the file was saved in another encoding. Save it as UTF-8; nothing in it was checked.',
            byteOffset,
          );
  const at = { line: line + 1, column: character + 1, offset: before.length };
  const end = { endLine: at.line, endColumn: at.column, endOffset: at.offset };
  return {
    path: file,
    form: 'none',
    flavour: null,
    findings: [{ rule: 'not-utf-8', severity: 'error', ...at, ...end, message }],
    notListed: 0,
    errors: 1,
    warnings: 0,
    fixed: false,
  };
}

function internalError(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return l10n.t('this is a bug of the program, please report it ({0})', reason);
}
