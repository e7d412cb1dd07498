import * as l10n from '@vscode/l10n';
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import type { Handler } from '../answer.ts';
import { toSpan } from '../convert.ts';
import { openDocument } from '../session.ts';

/** What was imported and is gone, at the end of the line behind which it would stand. */
export const inlayHint: Handler<InlayHintParams, InlayHint[] | null> = async (session, params, token) => {
  const open = await openDocument(session, params.textDocument.uri, token);
  if (!open) return null;
  const span = toSpan(open.source, params.range);
  return session.service
    .removedFields(open.source, open.options)
    .filter(({ at }) => span.start <= at && at <= span.end)
    .map(({ at, text, key }) => ({
      position: open.source.positionAt(at),
      label: text,
      paddingLeft: true,
      tooltip: l10n.t(
        '{0} was imported and is not there any more. The problem at its section offers to restore it.',
        key,
      ),
    }));
};
