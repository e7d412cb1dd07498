import * as l10n from '@vscode/l10n';
import { decode } from './decode.ts';
import { FileTrouble, readBytes } from './files.ts';

/**
 * The text of a file, a byte order mark included.
 * @throws FileTrouble when it cannot be read, or is not UTF-8
 */
export function readText(file: string): string {
  const decoded = decode(readBytes(file));
  if (decoded.kind === 'text') return decoded.text;
  throw new FileTrouble(l10n.t('byte {0} is not UTF-8; save it as UTF-8', decoded.byteOffset));
}
