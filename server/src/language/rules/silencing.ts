import * as l10n from '@vscode/l10n';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './define-rule.ts';
import { suppressNextLine } from './suppressions.ts';

/** The quick fix that silences a rule for one line; never preferred, since it mends nothing. */
export function silencing(source: Source, at: Span, ruleId: string): Fix | undefined {
  if (ruleId === 'unused-suppression') return undefined;
  const edit = suppressNextLine(source, at, ruleId);
  return edit && { title: l10n.t('Silence {0} for this line', ruleId), preferred: false, edits: [edit] };
}
