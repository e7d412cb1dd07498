import * as l10n from '@vscode/l10n';
import { createSource, type Finding } from '../language/index.ts';
import type { Decoded } from './decode.ts';
import type { FileReport } from './report.ts';

/** What is said of a file that a person named and that holds something else. */
export function notADefinition(text: string): Finding {
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
export function notUtf8(
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
