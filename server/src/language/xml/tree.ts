import type { Span } from '../text/span.ts';

/**
 * The tolerant tree. Invariants: every span lies in the text; a child's span lies in its parent's; siblings stand in
 * text order and do not overlap; nothing here knows what a call center is.
 */
export type XmlNode = XmlElement | XmlText | XmlOther;

export interface XmlDocument {
  readonly kind: 'document';
  readonly span: Span;
  readonly children: readonly XmlNode[];
  /** The first element of the document, if there is one. */
  readonly root: XmlElement | undefined;
  /** What is wrong with the structure, in text order. Character-level problems (raw `&`, forbidden characters) are not here: see problems.ts. */
  readonly faults: readonly XmlFault[];
  /**
   * True only where every parser is sure to accept the text: nothing is in it but what has no two readings. False says
   * nothing; a strict parser has to be asked.
   */
  readonly plain: boolean;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly nameSpan: Span;
  /** From `<` to the end of the closing tag, or to where the parser decided that an unclosed element ends. */
  readonly span: Span;
  /** `<name …>`; ends after `>`, or where an unfinished tag ends. */
  readonly openTag: Span;
  /** False when the `>` of the opening tag is missing. */
  readonly openTagFinished: boolean;
  readonly selfClosing: boolean;
  /** In text order, as are their names. */
  readonly attributes: readonly XmlAttribute[];
  /** The names of `attributes`. Elements with the same names mostly share one list, so that an answer about it serves them all. */
  readonly attributeNames: readonly string[];
  /** One of `attributes`, without making the others: for those who ask every element of a large file. */
  attributeAt(index: number): XmlAttribute | undefined;
  /** The `rawValue` of one of `attributes`, without making even that one. */
  rawValueAt(index: number): string | undefined;
  /** Between the tags; empty at the end of the opening tag when self-closing. */
  readonly content: Span;
  readonly closeTag: XmlCloseTag | undefined;
  /** Elements are the same objects each time; texts may be new ones, equal to the last. */
  readonly children: readonly XmlNode[];
  /** True where its only child is a text, all of its content; nobody has to make that text. False says nothing. */
  readonly holdsOnlyText: boolean;
  readonly parent: XmlElement | undefined;
}

export interface XmlCloseTag {
  readonly span: Span;
  /** As written: may differ from the element's name, or be empty, in broken text. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly finished: boolean;
}

export interface XmlAttribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** Name to closing quote. */
  readonly span: Span;
  /** The characters as written, entities not decoded; empty when there is no value. */
  readonly rawValue: string;
  /** Without quotes; where a value would go when there is none. */
  readonly valueSpan: Span;
  readonly hasEquals: boolean;
  /** Undefined when the value is unquoted or absent. */
  readonly quote: '"' | "'" | undefined;
  /** True when the closing quote is there. */
  readonly terminated: boolean;
}

export interface XmlText {
  readonly kind: 'text';
  readonly span: Span;
}

export interface XmlOther {
  readonly kind: 'comment' | 'cdata' | 'pi' | 'declaration' | 'doctype';
  readonly span: Span;
  /** The inner characters, without the delimiters. */
  readonly content: Span;
  readonly terminated: boolean;
}

/** Codes are stable: rules and fixes select by them. */
export type XmlFaultCode =
  | 'unclosed-element' // no closing tag; span = opening tag's name
  | 'mismatched-close-tag' // a closing tag with another name closed this element; span = close tag's name
  | 'missing-slash' // an opening tag where the closing one was meant: <item>x<item>; span = it
  | 'extra-close-tag' // closes nothing; span = close tag
  | 'unfinished-open-tag' // no '>'; span = tag
  | 'unfinished-close-tag' // no '>'; span = tag
  | 'unterminated-value' // closing quote missing; span = quote and value
  | 'missing-value' // attribute without '=' or without a value; span = attribute
  | 'unquoted-value' // span = value
  | 'duplicate-attribute' // span = the later attribute
  | 'missing-space' // no white space before an attribute; span = empty, before the attribute
  | 'junk-in-tag' // characters that are no attribute; span = them
  | 'junk-in-close-tag'
  | 'stray-less-than' // '<' that starts nothing; span = '<'
  | 'unterminated-comment'
  | 'unterminated-cdata'
  | 'unterminated-pi'
  | 'malformed-markup' // '<!' followed by nothing known
  | 'doctype' // span = the whole; never read any further
  | 'declaration-not-first' // XML declaration that is not the first thing; span = it
  | 'text-outside-root' // span = the characters
  | 'second-root' // span = the element's opening tag
  | 'no-root';

export interface XmlFault {
  readonly code: XmlFaultCode;
  readonly span: Span;
  /** The element or attribute concerned, where there is one. */
  readonly element?: XmlElement;
  readonly attribute?: XmlAttribute;
}

/**
 * Which element may stand in which: all the parser knows of a format. Used only to recover broken text; a well-formed
 * text always gets the tree that XML prescribes.
 */
export interface NestingGrammar {
  /** Element name -> names of the elements it may stand in; an empty list for a root. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** Elements that occur at most once in their parent. */
  readonly once: ReadonlySet<string>;
}
