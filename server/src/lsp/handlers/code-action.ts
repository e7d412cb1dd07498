import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import type { Dismissal, QuickFix, Source, Span } from '../../language/index.ts';
import { clientCommands } from '../../protocol.ts';
import type { Handler } from '../answer.ts';
import { fixAllKind } from '../capabilities.ts';
import { checkedDocument } from '../checked-document.ts';
import { diagnosticSource, toRange, toSpan, toWorkspaceEdit } from '../convert.ts';
import type { OpenDocument, Session } from '../session.ts';

export const codeAction: Handler<CodeActionParams, CodeAction[] | null> = async (session, params, token) => {
  // A client that knows commands only could not carry out what we offer.
  if (!session.client.codeActionLiterals) return null;
  const open = await checkedDocument(session, params.textDocument.uri, token);
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
    if (session.client.options.baselines) actions.push(...baselineActions(session, open, span, diagnostics));
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

/** Whoever writes a baseline file asks for a reason first, so the editor's side does it. */
function baselineActions(
  { service }: Session,
  { source, options }: OpenDocument,
  span: Span,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const acceptable = service.acceptable(source, span, options);
  const one = acceptable.map((change) =>
    baselineAction(change.title, clientCommands.acceptChanges, [source.uri, [change.fingerprint]], (diagnostic) =>
      isFor(diagnostic, change, source),
    ),
  );
  const [first] = acceptable;
  const all = first
    ? [
        baselineAction(
          l10n.t('Accept all changes since the import…'),
          clientCommands.acceptChanges,
          [source.uri],
          () => true,
        ),
        baselineAction(
          l10n.t('Compare with what was imported'),
          clientCommands.compareWithBaseline,
          [source.uri],
          () => true,
        ),
      ]
    : [];
  const stale = diagnostics.filter(({ code }) => code === 'acceptance-stale');
  const prune =
    stale.length > 0
      ? [
          baselineAction(
            l10n.t('Take outdated acceptances out of the baseline'),
            clientCommands.pruneAcceptances,
            [source.uri],
            ({ code }) => code === 'acceptance-stale',
          ),
        ]
      : [];
  return [...one, ...all, ...prune];

  function baselineAction(
    title: string,
    command: string,
    given: readonly unknown[],
    concerns: (diagnostic: Diagnostic) => boolean,
  ): CodeAction {
    const concerned = diagnostics.filter(
      (diagnostic) => diagnostic.source === diagnosticSource && concerns(diagnostic),
    );
    return {
      title,
      kind: CodeActionKind.QuickFix,
      ...(concerned.length > 0 && { diagnostics: concerned }),
      command: { title, command, arguments: [...given] },
    };
  }
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
