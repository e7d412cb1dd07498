import {
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type Position,
  type TextEdit as ProtocolTextEdit,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type Finding,
  largeFile,
  type Related,
  type Severity,
  type Source,
  type Span,
  type TextEdit,
} from '../language/index.ts';
import { rulePageScheme } from '../protocol.ts';
import type { ClientFacts } from './client-facts.ts';

/** Spans are UTF-16 offsets and the protocol's positions count UTF-16 too, so no character is ever counted twice. */
export function toRange(source: Source, span: Span): Range {
  return { start: source.positionAt(span.start), end: source.positionAt(span.end) };
}

/** Positions outside the text are moved to its nearest place; a range given backwards is turned round. */
export function toSpan(source: Source, range: Range): Span {
  const start = toOffset(source, range.start);
  const end = toOffset(source, range.end);
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

export function toOffset(source: Source, position: Position): number {
  return source.offsetAt(position);
}

export function toTextEdits(source: Source, edits: readonly TextEdit[]): ProtocolTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(source, span), newText }));
}

function toLocation(source: Source, related: Related): Location {
  return 'other' in related
    ? { uri: related.other.uri, range: related.other.at }
    : { uri: source.uri, range: toRange(source, related.at) };
}

/** Edits of one document, tied to its version where the client can check that. */
export function toWorkspaceEdit(client: ClientFacts, source: Source, edits: readonly TextEdit[]): WorkspaceEdit {
  const { uri, version } = source;
  const converted = toTextEdits(source, edits);
  if (!client.versionedEdits) return { changes: { [uri]: converted } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: converted }] };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where problems say they come from. */
export const diagnosticSource = 'call-center-xml';

export function toDiagnostic(client: ClientFacts, source: Source, finding: Finding): Diagnostic {
  const related = client.relatedInformation
    ? finding.related.map((related) => ({ location: toLocation(source, related), message: related.message }))
    : [];
  return {
    range: toRange(source, finding.at),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(client.opensRulePages &&
      finding.rule !== largeFile && { codeDescription: { href: `${rulePageScheme}:/rules/${finding.rule}.md` } }),
    source: diagnosticSource,
    message: finding.message,
    ...(related.length > 0 && { relatedInformation: related }),
  };
}
