import * as l10n from '@vscode/l10n';
import type { RuleContext } from '../rules/define-rule.ts';
import type { Finding } from '../service/findings.ts';
import { utf8Size } from '../text/size.ts';

/** What the notice about a large file is called where other findings have the id of a rule: it speaks about the check. */
export const largeFile = 'large-file';

/**
 * Says, at the name of the outermost element, what was not checked.
 * @param limit in bytes, which the text has more of
 */
export function largeFileNotice({ source, definition }: RuleContext, limit: number): Finding {
  const [size, most] = inMegabytes(utf8Size(source), limit);
  return {
    rule: largeFile,
    severity: 'information',
    at: definition.root?.nameSpan ?? { start: 0, end: 0 },
    message: l10n.t(
      'This definition has {0} MB. Above {1} MB only the syntax is checked while you edit: what sections, items and values say, and what has changed since an import, is not; the outline lists no items, and names have no colours. The command line checks it in full (`check`). Or raise the setting callCenterXml.largeFileSize; problems then take longer to show.',
      size,
      most,
    ),
    related: [],
  };
}

/** With as few digits as tell the larger size from the smaller one. */
function inMegabytes(larger: number, smaller: number): readonly [string, string] {
  for (let digits = 0; digits <= 6; digits++) {
    const [size, most] = [larger, smaller].map((bytes) => (bytes / 1_000_000).toFixed(digits));
    if (size !== undefined && most !== undefined && size !== most) return [size, most];
  }
  return [String(larger / 1_000_000), String(smaller / 1_000_000)];
}
