import * as l10n from '@vscode/l10n';
import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { fileNameOf, isInPackage } from '../../language/index.ts';
import { clientCommands } from '../../protocol.ts';
import type { Handler } from '../answer.ts';
import { toRange } from '../convert.ts';
import { openDocument } from '../session.ts';
import { twinOf } from '../twin.ts';

/** Above the root element: what has changed since the import, and what can be done about it. */
export const codeLens: Handler<CodeLensParams, CodeLens[] | null> = async (session, params, token) => {
  // What a lens does is the client's to do.
  if (!session.client.options.baselines) return null;
  const open = await openDocument(session, params.textDocument.uri, token);
  const root = open && session.service.outline(open.source, open.options)[0];
  if (!open || !root) return null;
  const { uri } = open.source;
  const range = toRange(open.source, root.selection);
  const report = session.service.changes(open.source, open.options);
  if (!report) {
    // In a project the org's own truth may lie beside, and nobody has thought of it.
    const twin = open.options.imported ? undefined : twinOf(session, uri);
    if (twin === undefined || !isInPackage(twin, open.options.facts)) return null;
    const title = l10n.t('The project has this call center as retrieved: compare with {0}', fileNameOf(twin));
    return [{ range, command: { title, command: clientCommands.compareWith, arguments: [uri, twin] } }];
  }
  const lens = (title: string, command: string): CodeLens => ({ range, command: { title, command, arguments: [uri] } });
  const told = report.changes.filter(({ withSection, severity }) => !withSection && severity !== 'off');
  const changed = told.filter(({ rule }) => rule !== 'field-set-changed-same-internal-name');
  const waiting = changed.filter(({ accepted }) => !accepted);
  const compare = lens(
    summary(waiting.length, changed.length - waiting.length, report.importedOn, report.title),
    clientCommands.compareWithBaseline,
  );
  if (waiting.length === 0) return [compare];
  return [
    compare,
    lens(l10n.t('Compare'), clientCommands.compareWithBaseline),
    lens(l10n.t('Accept'), clientCommands.acceptChanges),
    lens(l10n.t('Re-import plan'), clientCommands.showReimportPlan),
  ];
};

function summary(changes: number, accepted: number, importedOn: string | undefined, title: string): string {
  const since =
    importedOn === undefined ? l10n.t('compared with {0}', title) : l10n.t('since the import on {0}', importedOn);
  if (changes === 0 && accepted === 0) return l10n.t('No field changed {0}', since);
  if (changes === 0) return l10n.t('Accepted changes {0}: {1}', since, accepted);
  return changes === 1 ? l10n.t('1 change {0}', since) : l10n.t('{0} changes {1}', changes, since);
}
