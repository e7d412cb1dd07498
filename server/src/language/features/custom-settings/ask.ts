import type { JSONSchema } from 'vscode-json-languageservice/lib/esm/jsonLanguageService.js';
import type { Catalog, Flavour } from '../../catalog/types.ts';
import { colonOf } from '../../custom-settings/edits.ts';
import { type CustomSettings, customSettingsOf, isBlank, parseJson } from '../../custom-settings/read.ts';
import { definitionOf } from '../../model/read.ts';
import type { Completion, Hover } from '../../service/editing.ts';
import type { WorkspaceFacts } from '../../service.ts';
import type { Source } from '../../text/source.ts';
import { type Span, touches } from '../../text/span.ts';
import { inOrder, type Offer } from '../completion/offer.ts';
import { likelyFlavours } from '../likely-flavours.ts';
import type { JsonOffer } from './json-service.ts';
import { completionSchema, hoverSchema } from './schema.ts';
import { asSnippet, withoutStops } from './snippet.ts';
import { stringEnd } from './strings.ts';

/*
 * The JSON service answers in the decoded text; here its answers become places and characters of the document. It is
 * loaded when somebody asks in `customSettings` for the first time: import files never pay for it.
 */

interface Known {
  readonly catalog: Catalog;
  /** The one that holds for the document, chosen or inferred. */
  readonly flavour: Flavour | undefined;
}

/** What may be written at `offset` of the JSON in `customSettings`; `undefined` where that is not what stands there. */
export function completeSettings(
  source: Source,
  offset: number,
  facts: WorkspaceFacts,
  { catalog, flavour }: Known,
): Promise<readonly Completion[]> | undefined {
  const settings = settingsAt(source, offset);
  if (!settings) return undefined;
  const definition = definitionOf(source);
  const context = { source, offset, definition, catalog, facts, likely: likelyFlavours(definition, flavour) };
  return ask(settings);

  async function ask(settings: CustomSettings): Promise<readonly Completion[]> {
    const decoded = settings.text.decodedAt(offset);
    if (decoded === undefined || isBehindString(settings, decoded)) return [];
    const { completeJson } = await import('./json-service.ts');
    const { text, closed } = withClosedString(settings.text.text, decoded);
    const schema = completionSchema(context);
    const found = (await unlessTooDeep(() => completeJson(text, decoded, schema))) ?? [];
    const shifted = (place: number) => (closed && place > decoded ? place - 1 : place);
    const offers = found.flatMap((one) => {
      const replace = { start: shifted(one.replace.start), end: shifted(one.replace.end) };
      const value = one.isKey ? usualValue(schema, one.label) : undefined;
      return offerOf(settings, offset, source.text, { ...one, replace }, value) ?? [];
    });
    return inOrder(asAlternatives(source, offers));
  }
}

/** The key or value at `offset` of the JSON in `customSettings`, explained; `undefined` where no such thing stands. */
export function hoverSettings(
  source: Source,
  offset: number,
  { catalog }: Known,
): Promise<Hover | undefined> | undefined {
  const settings = settingsAt(source, offset);
  if (!settings || isBlank(settings)) return undefined;
  return ask(settings);

  async function ask({ text }: CustomSettings): Promise<Hover | undefined> {
    const { hoverJson } = await import('./json-service.ts');
    const hover = await unlessTooDeep(() => hoverJson(text.text, characterAt(), hoverSchema(catalog)));
    const at = hover && text.rawSpan(hover.at);
    return at && touches(at, offset) ? { at, markdown: hover.markdown } : undefined;

    /** A pointer may be in the middle of a reference. */
    function characterAt(): number {
      for (let place = offset; place > 0; place--) {
        const decoded = text.decodedAt(place);
        if (decoded !== undefined) return decoded;
      }
      return 0;
    }
  }
}

/** The service goes down with the JSON, as deep as the stack allows. */
async function unlessTooDeep<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

function settingsAt(source: Source, offset: number): CustomSettings | undefined {
  const settings = customSettingsOf(source);
  if (!settings) return undefined;
  const { element } = settings;
  const hasText = element.closeTag !== undefined && element.children.every(({ kind }) => kind !== 'element');
  return hasText && touches(element.content, offset) ? settings : undefined;
}

/** Behind the closing quote of a string nothing fits that would replace it. */
function isBehindString({ text }: CustomSettings, offset: number): boolean {
  const before = text.text.slice(0, offset);
  return before.endsWith('"') && !isInString(before);
}

function isInString(before: string): boolean {
  for (let at = before.indexOf('"'); at >= 0; at = before.indexOf('"', at)) {
    const end = stringEnd(before, at);
    if (end === undefined) return true;
    at = end;
  }
  return false;
}

/** The text with the quote that a half-typed string lacks, so that it does not take in what follows. */
function withClosedString(text: string, offset: number): { readonly text: string; readonly closed: boolean } {
  const { errors } = parseJson(text);
  if (errors.length === 0) return { text, closed: false };
  const mended = withQuote(text, offset);
  const closed = isInString(text.slice(0, offset)) && parseJson(mended).errors.length < errors.length;
  return { text: closed ? mended : text, closed };
}

function withQuote(text: string, offset: number): string {
  return `${text.slice(0, offset)}"${text.slice(offset)}`;
}

function offerOf(
  settings: CustomSettings,
  offset: number,
  document: string,
  { isKey, label, json, detail, documentation, replace, snippet }: JsonOffer,
  value: string | undefined,
): Offer | undefined {
  const { text } = settings;
  const place = replacedBy(settings, offset, document, replace);
  if (!place) return undefined;
  const write = (decoded: string) => text.encode(decoded, replace.start);
  const written = write(isKey ? withValue(snippet, json, colonOf(settings), value) : snippet);
  return {
    label,
    kind: isKey ? 'key' : 'value',
    detail,
    documentation,
    replace: place,
    snippet: written,
    plain: withoutStops(written),
    additional: [],
    filterText: write(json),
    preselect: false,
  };
}

/** The characters of the document: on one line, around the cursor, and nothing between them that is no text. */
function replacedBy({ text }: CustomSettings, offset: number, document: string, replace: Span): Span | undefined {
  if (replace.start === replace.end) return { start: offset, end: offset };
  const [edit, ...others] = text.edits(replace, '');
  if (!edit || others.length > 0 || !touches(edit.span, offset)) return undefined;
  return /[\r\n]/.test(document.slice(edit.span.start, edit.span.end)) ? undefined : edit.span;
}

/** A new key with the colon as the others have it, and a string behind it for the author to fill in. */
function withValue(snippet: string, key: string, colon: string, value: string | undefined): string {
  const rest = snippet.slice(key.length);
  if (!rest.startsWith(': ')) return snippet;
  const stop = value === undefined ? '$1' : `\${1:${asSnippet(JSON.stringify(value).slice(1, -1))}}`;
  return `${key}${colon}"${stop}"${rest.endsWith(',') ? ',' : ''}`;
}

/** What most likely stands behind a key. */
function usualValue({ properties }: JSONSchema, key: string): string | undefined {
  const property = properties?.[key];
  const [first]: readonly unknown[] = (typeof property === 'object' && property.enum) || [];
  return typeof first === 'string' ? first : undefined;
}

/** The first value is chosen; behind a complete one a person asks for the others, which an editor would filter out. */
function asAlternatives({ text }: Source, offers: readonly Offer[]): readonly Offer[] {
  const writtenIn = ({ replace }: Offer) => text.slice(replace.start, replace.end);
  const complete = offers.some((offer) => offer.kind === 'value' && writtenIn(offer) === offer.plain);
  return offers.map((offer, index) => ({
    ...offer,
    filterText: complete ? `${writtenIn(offer)} ${offer.filterText}` : offer.filterText,
    preselect: index === 0 && offer.kind === 'value',
  }));
}
