import * as l10n from '@vscode/l10n';
import { type ParseError, printParseErrorCode } from 'jsonc-parser/lib/esm/main.js';

/** What is wrong with JSON at the place of an error, as the rest of a sentence. Already translated. */
export function syntaxWords({ error }: ParseError): string {
  switch (printParseErrorCode(error)) {
    case 'PropertyNameExpected':
      return l10n.t('a name in double quotes is expected here');
    case 'ValueExpected':
      return l10n.t('a value is expected here');
    case 'ColonExpected':
      return l10n.t('a colon is expected here');
    case 'CommaExpected':
      return l10n.t('a comma is expected here');
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return l10n.t('a closing bracket is missing');
    case 'EndOfFileExpected':
      return l10n.t('nothing may follow the closing brace');
    case 'UnexpectedEndOfComment':
      return l10n.t('the comment is not closed');
    case 'UnexpectedEndOfString':
      return l10n.t('the closing quote is missing');
    case 'InvalidCharacter':
      return l10n.t('a character in quotes is written as an escape here, such as \\n');
    default:
      return l10n.t('this cannot be understood; texts stand in double quotes');
  }
}
