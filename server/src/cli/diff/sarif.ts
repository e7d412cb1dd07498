import path from 'node:path';
import type { LanguageService, Rule, Severity } from '../../language/index.ts';
import { levelOf, type RuleChoice } from '../../language/index.ts';
import { uriOf } from '../files.ts';
import type { DiffReport, ListedChange } from './changes.ts';
import { titleWithItems } from './print.ts';

/**
 * SARIF 2.1.0, for whatever collects results of analyses. Accepted changes are there as suppressed ones. A change keeps
 * its fingerprint when lines move, so that nobody is told twice.
 */
export function diffSarif(report: DiffReport, service: LanguageService, choice: RuleChoice, version: string): unknown {
  const ids = [...new Set(report.changes.map(({ rule }) => rule))];
  const rules = ids.flatMap((id) => service.rules.find((rule) => rule.id === id) ?? []);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'call-center-xml',
            semanticVersion: version,
            rules: rules.map((rule) => describedRule(rule, service, choice)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: report.changes.map((change) => resultOf(change, report, ids.indexOf(change.rule))),
      },
    ],
  };
}

function describedRule(rule: Rule, service: LanguageService, choice: RuleChoice): unknown {
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    help: { text: rule.summary, markdown: service.rulePage(rule.id) ?? rule.summary },
    defaultConfiguration: { level: levelFor(levelOf(rule, undefined, choice)) },
  };
}

function resultOf(change: ListedChange, { path: file, comparedWith }: DiffReport, ruleIndex: number): unknown {
  const { rule, severity, fingerprint, accepted, reason, line, column, endLine, endColumn, confidence } = change;
  const { from, to } = change;
  return {
    ruleId: rule,
    ruleIndex,
    level: levelFor(severity),
    message: { text: titleWithItems(change) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(file),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'callCenterChange/v1': fingerprint },
    properties: { comparedWith, confidence, ...(from !== null && { from }), ...(to !== null && { to }) },
    ...(accepted && {
      suppressions: [{ kind: 'external', status: 'accepted', ...(reason !== null && { justification: reason }) }],
    }),
  };
}

function levelFor(severity: Severity | 'off'): 'error' | 'warning' | 'note' | 'none' {
  if (severity === 'off') return 'none';
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

/** Relative to the present folder, which in a pipeline is the root of the repository; else a whole URI. */
function artifact(file: string): unknown {
  const place = placeBelow(file);
  if (place === undefined) return { uri: uriOf(file) };
  return { uri: place.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** The path from the present folder, with `/`; undefined for a file that lies elsewhere. */
export function placeBelow(file: string): string | undefined {
  const relative = path.relative('.', file);
  return relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
    ? undefined
    : relative.split(path.sep).join('/');
}
