import * as l10n from '@vscode/l10n';
import type { LossCode, TargetForm } from '../convert/conversion.ts';
import { convert } from '../convert/convert.ts';
import { metadataStem } from '../model/file-name.ts';
import type { Fix, RuleContext } from './define-rule.ts';
import { replaceSpan } from './edits.ts';

/** Something is written down anew and nothing that the file says is gone. */
const harmless: ReadonlySet<LossCode> = new Set<LossCode>([
  ...(['sort-order', 'document-order', 'label-added', 'namespace', 'comment-moved'] as const),
  ...(['item-added', 'settings-key-added', 'internal-name'] as const),
]);

/**
 * The fix that turns a definition into the other form where it stands. None where something could not cross, or where the
 * other form's text wants another file name to say the internal name: the command for conversion then shows what is lost.
 */
export function convertInPlace(
  target: TargetForm,
  { source, definition, flavour, catalog }: RuleContext,
): readonly Fix[] {
  const converted = convert(definition, target, flavour, catalog);
  if (converted.kind === 'refused' || converted.losses.some(({ code }) => !harmless.has(code))) return [];
  if (target === 'metadata' && metadataStem(source.uri) !== metadataStem(converted.fileName)) return [];
  const title =
    target === 'import'
      ? l10n.t('Convert it into a file for Setup, here')
      : l10n.t('Convert it into a file for the Metadata API, here');
  const edit = replaceSpan({ start: 0, end: source.text.length }, converted.text);
  // Another form is another file: no one gets it unasked.
  return [{ title, preferred: false, edits: [edit] }];
}
