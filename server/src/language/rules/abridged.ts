import * as l10n from '@vscode/l10n';

/**
 * A text for people that quotes what others wrote, which may be as long as a file: of one that is longer than `most`
 * characters the middle is left out, and it is told how much that is.
 */
export function abridged(text: string, most = 1000): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most * 0.3).replace(/[\ud800-\udbff]$/, '');
  const end = text.slice(-most * 0.6).replace(/^[\udc00-\udfff]/, '');
  return `${start} … ${l10n.t('({0} characters are left out)', text.length - start.length - end.length)} … ${end}`;
}
