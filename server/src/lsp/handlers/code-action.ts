import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { Dismissal, QuickFix, Source } from '../../language/index.ts';
import { clientCommands } from '../../protocol.ts';
import type { Handler } from '../answer.ts';
import { diagnosticSource, toRange, toSpan, toWorkspaceEdit } from '../convert.ts';
import { type OpenDocument, openDocument, type Session } from '../session.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.callCenterXml`;

export const codeActionKinds: string[] = [CodeActionKind.QuickFix, fixAllKind];

export const codeAction: Handler<CodeActionParams, CodeAction[] | null> = async (session, params, token) => {
  // A client that knows commands only could not carry out what we offer.
  if (!session.client.codeActionLiterals) return null;
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  const { only, diagnostics } = params.context;
  const actions: CodeAction[] = [];
  if (wants(only, CodeActionKind.QuickFix)) {
    const span = toSpan(open.source, params.range);
    const fixes = session.service.quickFixes(open.source, span, open.options);
    actions.push(...fixes.map((fix) => toAction(session, open.source, fix, diagnostics)));
    if (session.client.options.turnsRulesOff) {
      const dismissals = session.service.dismissals(open.source, span, open.options);
      actions.push(...dismissals.map((dismissal) => toCommand(open.source, dismissal, diagnostics)));
    }
  }
  // Mending everything costs a pass over the document for each round, so only who names the kind gets it.
  if (only !== undefined && wants(only, fixAllKind)) actions.push(...fixAll(session, open));
  return actions;
};

/** An editor that names no kinds wants all of them; one that names a kind wants the kinds below it, too. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function toAction(session: Session, source: Source, fix: QuickFix, diagnostics: readonly Diagnostic[]): CodeAction {
  const mended = diagnostics.filter((diagnostic) => isFor(diagnostic, fix, source));
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    ...(mended.length > 0 && { diagnostics: mended }),
    ...(fix.preferred && session.client.preferredActions && { isPreferred: true }),
    edit: toWorkspaceEdit(session.client, source, fix.edits),
  };
}

/** The settings are the editor's, so it is the editor's side that changes them. */
function toCommand(source: Source, dismissal: Dismissal, diagnostics: readonly Diagnostic[]): CodeAction {
  const { title, rule } = dismissal;
  const ended = diagnostics.filter((diagnostic) => isFor(diagnostic, dismissal, source));
  return {
    title,
    kind: CodeActionKind.QuickFix,
    ...(ended.length > 0 && { diagnostics: ended }),
    command: { title, command: clientCommands.turnRuleOff, arguments: [rule] },
  };
}

function isFor(diagnostic: Diagnostic, fix: Pick<QuickFix, 'rule' | 'at'>, source: Source): boolean {
  if (diagnostic.code !== fix.rule || diagnostic.source !== diagnosticSource) return false;
  const { start, end } = toRange(source, fix.at);
  const { range } = diagnostic;
  const same = (a: Diagnostic['range']['start'], b: typeof a) => a.line === b.line && a.character === b.character;
  return same(range.start, start) && same(range.end, end);
}

function fixAll(session: Session, { source, options }: OpenDocument): CodeAction[] {
  const edits = session.service.fixAll(source, options);
  if (edits.length === 0) return [];
  return [
    {
      title: l10n.t('Fix all problems with one right answer'),
      kind: fixAllKind,
      edit: toWorkspaceEdit(session.client, source, edits),
    },
  ];
}
