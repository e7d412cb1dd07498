import * as l10n from '@vscode/l10n';
import type { XmlProblem } from '../../xml/problems.ts';

/**
 * What is wrong with the text, in words for a person who writes call centers and not parsers. Every one of these makes
 * the import fail before any other rule is looked at (reference, section 11, E21; E9 for the hyphens).
 */
export function syntaxMessage(problem: XmlProblem, text: string): string {
  const written = text.slice(problem.span.start, Math.min(problem.span.end, problem.span.start + 60));
  const element = problem.element?.name ?? '';
  const attribute = problem.attribute?.name ?? '';
  switch (problem.code) {
    case 'bare-ampersand':
      return l10n.t(
        'A raw “&” is not allowed: in XML it begins a reference. Write “&amp;” instead, in URLs too; otherwise the file is refused as not well-formed.',
      );
    case 'unknown-entity':
      return l10n.t(
        '“{0}” is not defined: XML knows only &amp;, &lt;, &gt;, &quot; and &apos;. Write the character itself, or “&amp;” if an ampersand is meant.',
        written,
      );
    case 'invalid-character-reference':
      return l10n.t('“{0}” stands for a character that XML does not allow. Remove it.', written);
    case 'forbidden-character':
      if (/[\ud800-\udfff]/.test(written))
        return l10n.t(
          'Half of a character (U+{0}) stands here alone, which XML does not allow: the file is unreadable for the import. Remove it.',
          codePoint(text, problem.span.start),
        );
      return l10n.t(
        'The control character U+{0} is not allowed in XML and makes the file unreadable for the import. Remove it.',
        codePoint(text, problem.span.start),
      );
    case 'stray-less-than':
      return l10n.t(
        'A raw “<” is not allowed in text: XML takes it for the start of a tag. Write “&lt;”, or put the real value in place of a placeholder such as <your domain>.',
      );
    case 'less-than-in-value':
      return l10n.t('A raw “<” is not allowed in the value of “{0}”. Write “&lt;”.', attribute);
    case 'cdata-end-in-text':
      if (problem.node)
        return l10n.t('“]]>” ends the CDATA section here already. What follows is read as markup: take it out.');
      return l10n.t('“]]>” is not allowed in text. Write “]]&gt;”.');
    case 'double-hyphen':
      return l10n.t(
        '“--” is not allowed inside a comment; the platform answers: The string "--" is not permitted within comments. Put a space between the hyphens or reword the comment.',
      );
    case 'duplicate-attribute':
      return l10n.t('The attribute “{0}” stands twice in this tag; XML allows it once. Remove one of them.', attribute);
    case 'unquoted-value':
      return l10n.t('The value of “{0}” needs quotes: {0}="{1}".', attribute, problem.attribute?.rawValue ?? '');
    case 'unterminated-value':
      return l10n.t('The closing quote of the value of “{0}” is missing.', attribute);
    case 'missing-value':
      return l10n.t('The attribute “{0}” has no value. Write {0}="…".', attribute);
    case 'missing-space':
      return l10n.t('A space is missing before the attribute “{0}”.', attribute);
    case 'junk-in-tag':
      return l10n.t(
        '“{0}” does not belong in a tag: only attributes of the form name="value" may stand here.',
        written,
      );
    case 'junk-in-close-tag':
      return l10n.t('Only the name of the element may stand in a closing tag.');
    case 'unclosed-element':
      return l10n.t('<{0}> is never closed: its closing tag </{0}> is missing.', element);
    case 'mismatched-close-tag':
      return l10n.t(
        'This closing tag does not match: <{0}> is open here, so </{0}> is expected instead of “{1}”.',
        element,
        written,
      );
    case 'missing-slash':
      return l10n.t('A closing tag is expected here: write </{0}> instead of <{0}>.', element);
    case 'extra-close-tag':
      return l10n.t('“{0}” closes nothing: no such element is open here.', written);
    case 'unfinished-open-tag':
      return l10n.t('This tag is not finished: its “>” is missing.');
    case 'unfinished-close-tag':
      return l10n.t('This closing tag is not finished.');
    case 'unterminated-comment':
      return l10n.t('This comment is never closed: its “-->” is missing.');
    case 'unterminated-cdata':
      return l10n.t('This CDATA section is never closed: its “]]>” is missing.');
    case 'unterminated-pi':
      return l10n.t('This “<?” is never closed: its “?>” is missing.');
    case 'malformed-markup':
      return l10n.t('“{0}” begins nothing that XML knows. A comment begins with “<!--”.', written);
    case 'declaration-not-first':
      return l10n.t(
        'The XML declaration must be the very first thing in the file: nothing may stand before it, neither a comment nor an empty line.',
      );
    case 'unknown-encoding':
      return l10n.t(
        'The XML declaration names an encoding that parsers do not know, so they refuse the file. Definitions are UTF-8: write encoding="UTF-8", or leave it out.',
      );
    case 'malformed-declaration':
      return l10n.t('The XML declaration is not right. Write <?xml version="1.0" encoding="UTF-8"?>, or leave it out.');
    case 'malformed-instruction':
      return l10n.t(
        'This processing instruction is not right: a name must follow “<?” directly, with a space behind it. The name “xml” belongs to the declaration alone.',
      );
    case 'invalid-name':
      return l10n.t('“{0}” is not a name that XML allows.', written);
    case 'misplaced-cdata':
      return l10n.t('A CDATA section can stand only inside an element.');
    case 'text-outside-root':
      return l10n.t('No text may stand outside the outermost element. Remove it, or turn it into a comment.');
    case 'second-root':
      return l10n.t(
        'A file has one outermost element; <{0}> is a second one. A file describes one call center, so move this into the first element or into a file of its own.',
        element,
      );
    case 'doctype':
    case 'no-root':
      return '';
  }
}

function codePoint(text: string, offset: number): string {
  return text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
}
