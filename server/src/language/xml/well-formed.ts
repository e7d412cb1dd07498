import { SaxesParser } from 'saxes';
import { NAME_RE } from 'xmlchars/xml/1.0/ed4';
import { isSpace, nameEnd } from './chars.ts';
import type { XmlDocument, XmlNode } from './tree.ts';

/**
 * Would a conforming parser accept the text? `doctype` means that nobody is asked: a DOCTYPE is its own finding, and
 * what stands behind it is never resolved. `message` is technical English, for problems that nothing else explains.
 */
export type Verdict =
  | { readonly kind: 'well-formed' }
  | { readonly kind: 'doctype'; readonly at: number }
  | { readonly kind: 'ill-formed'; readonly at: number; readonly message: string };

/**
 * The strict verdict. Where the tree leaves no doubt, that is the answer: what is plain every parser accepts, and a fault
 * every parser refuses (tests hold both against the parser itself). For what lies between, the strict parser is asked.
 */
export function checkWellFormed(text: string, tree: XmlDocument): Verdict {
  const doctype = tree.faults.find((fault) => fault.code === 'doctype');
  if (doctype) return { kind: 'doctype', at: doctype.span.start };
  if (tree.plain) return { kind: 'well-formed' };
  const [fault] = tree.faults;
  if (fault) return new RefusedByTree(text, tree, { at: fault.span.start, message: fault.code });
  return strictVerdict(text, tree);
}

/** Half of a pair alone. saxes takes it together with whatever stands behind it. */
const loneSurrogate = /[\ud800-\udfff]/u;

/**
 * The verdict of a strict parser on a text without a DOCTYPE: saxes plus five rules in which it differs from the JDK's
 * parser, which stands in for the platform's own (nobody outside knows what Salesforce runs). It says yes or no; where
 * and how to say it to a person is decided on the tree (problems.ts).
 *
 * Only the error handler is set on purpose: with more than about six handlers V8 turns the parser object into a
 * dictionary, which costs ten times as much. The five rules therefore read the tree.
 */
export function strictVerdict(text: string, tree: XmlDocument): Verdict {
  const half = text.search(loneSurrogate);
  if (half >= 0) return { kind: 'ill-formed', at: half, message: 'half of a surrogate pair is no character.' };
  const failure = firstSaxesError(text) ?? firstRuleFailure(text, tree);
  return failure ? { kind: 'ill-formed', ...failure } : { kind: 'well-formed' };
}

interface Failure {
  readonly at: number;
  readonly message: string;
}

/** A text that is ill-formed for certain. Where a strict parser would stop, and in which words, is rarely asked. */
class RefusedByTree implements Failure {
  readonly kind = 'ill-formed';
  readonly #text: string;
  readonly #tree: XmlDocument;
  readonly #otherwise: Failure;
  #failure: Failure | undefined;

  /** @param otherwise what is wrong in case that the strict parser does not see it */
  constructor(text: string, tree: XmlDocument, otherwise: Failure) {
    this.#text = text;
    this.#tree = tree;
    this.#otherwise = otherwise;
  }

  get at(): number {
    return this.#ask().at;
  }

  get message(): string {
    return this.#ask().message;
  }

  #ask(): Failure {
    if (!this.#failure) {
      const verdict = strictVerdict(this.#text, this.#tree);
      this.#failure = verdict.kind === 'ill-formed' ? verdict : this.#otherwise;
    }
    return this.#failure;
  }
}

class Stop extends Error {}

function firstSaxesError(text: string): Failure | undefined {
  const parser = new SaxesParser({ xmlns: false });
  let failure: Failure | undefined;
  parser.on('error', (error) => {
    failure = {
      at: Math.max(0, Math.min(text.length, parser.position - 1)),
      message: error.message.replace(/^\d+:\d+: /, ''),
    };
    // saxes would go on and report everything that follows from the first error.
    throw new Stop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return failure;
}

function firstRuleFailure(text: string, tree: XmlDocument): Failure | undefined {
  // The JDK knows the name characters of XML 1.0's fourth edition; saxes those of the fifth, which XML 1.1 has too.
  let strictNames = true;
  // In plain ASCII no name can fail here, and without another `<?` nothing but the beginning has to be looked at.
  const deep = /[^\0-\x7f]/.test(text) || text.indexOf('<?', 2) >= 0;
  const open: XmlNode[] = [...tree.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'declaration') {
      const content = text.slice(node.content.start, node.content.end);
      const version = declared(content, 'version');
      if (version === '1.1') {
        strictNames = false;
      } else if (version !== undefined && version !== '1.0') {
        return { at: node.span.start, message: `XML version "${version}" is not supported.` };
      }
      const encoding = declared(content, 'encoding');
      if (encoding !== undefined && !isKnownEncoding(encoding)) {
        return { at: node.span.start, message: `unknown encoding "${encoding}".` };
      }
    } else if (node.kind === 'pi') {
      const end = nameEnd(text, node.content.start);
      if (end === node.content.start || !isName(node.content.start, end)) return badName(node.content.start);
      if (end < node.content.end && !isSpace(text.charCodeAt(end))) {
        return { at: end, message: 'white space is required after the name of a processing instruction.' };
      }
    } else if (node.kind === 'element' && deep) {
      if (!isName(node.nameSpan.start, node.nameSpan.end)) return badName(node.nameSpan.start);
      for (const { nameSpan } of node.attributes)
        if (!isName(nameSpan.start, nameSpan.end)) return badName(nameSpan.start);
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i];
        if (child) open.push(child);
      }
    }
  }
  return undefined;

  function isName(start: number, end: number): boolean {
    return !strictNames || isXmlName(text, start, end);
  }
}

/** True when the characters are a name of XML 1.0, fourth edition; the parser has already seen to the ASCII ones. */
export function isXmlName(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 127) return NAME_RE.test(text.slice(start, end));
  return true;
}

function badName(at: number): Failure {
  return { at, message: 'disallowed character in name.' };
}

/** The value of a pseudo-attribute of an XML declaration. */
export function declared(content: string, name: 'version' | 'encoding'): string | undefined {
  const match = new RegExp(`[ \\t\\r\\n]${name}[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:"([^"]*)"|'([^']*)')`).exec(content);
  return match ? (match[1] ?? match[2]) : undefined;
}

/** Names that Java and libxml2 both know. A declared encoding that is none of them makes a parser give up at once. */
const knownEncodings =
  /^(?:utf-?8|utf-?16(?:le|be)?|utf-?32(?:le|be)?|ucs-[24]|iso-10646-ucs-[24]|us-ascii|ascii|iso[-_]?8859[-_](?:1|2|3|4|5|6|7|8|9|13|15)|latin1|windows-125[0-8]|cp125[0-8]|euc-(?:jp|kr)|shift_jis|sjis|iso-2022-(?:jp|kr)|gbk|gb2312|gb18030|big5|koi8-[ru]|tis-620|ibm\d{3,5})$/i;

/** True for the names of encodings that parsers know; with another one they give up at once. */
export function isKnownEncoding(name: string): boolean {
  return knownEncodings.test(name);
}
