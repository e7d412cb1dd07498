import * as l10n from '@vscode/l10n';
import type { Definition, Item, Section } from '../model/definition.ts';
import { elementChildren } from '../model/detect.ts';
import { verdictOf } from '../model/read.ts';
import type { Span } from '../text/span.ts';
import type { XmlElement } from '../xml/tree.ts';

export interface Obstacle {
  readonly reason: string;
  readonly at: Span;
}

/** Parts of the metadata form that may stand beside the sections. */
const metadataParts: ReadonlySet<string> = new Set([
  ...['adapterUrl', 'customSettings', 'displayName', 'displayNameLabel', 'fullName', 'internalNameLabel', 'version'],
  ...['contactCenterChannels', 'vendorCallCenterStatusMaps', 'sections'],
]);
const repeated: ReadonlySet<string> = new Set(['sections', 'contactCenterChannels', 'vendorCallCenterStatusMaps']);

/**
 * Why a definition cannot be converted without losing or guessing something; undefined when it can. A half-typed or
 * half-converted file is for its author to finish.
 */
export function obstacleIn(definition: Definition): Obstacle | undefined {
  const { source, root, body } = definition;
  if (!root || !body) {
    return { reason: l10n.t('This is no call center definition.'), at: { start: 0, end: 0 } };
  }
  const verdict = verdictOf(source);
  if (verdict.kind === 'ill-formed') {
    const reason = l10n.t('The file is not well-formed XML, so it may not say what it seems to say. Mend that first.');
    return { reason, at: { start: verdict.at, end: verdict.at } };
  }
  if (verdict.kind === 'doctype') {
    const reason = l10n.t('The file has a DOCTYPE, which is never read, so values may be incomplete. Remove it first.');
    return { reason, at: { start: verdict.at, end: verdict.at } };
  }
  return (
    foreignContent(definition, root, body) ??
    unclearNames(definition) ??
    (body === 'metadata' ? repeatedPart(definition, root) : undefined)
  );
}

/** Elements and text that neither form knows: converting would drop them. */
function foreignContent(definition: Definition, root: XmlElement, body: 'import' | 'metadata'): Obstacle | undefined {
  const inImport = body === 'import';
  const containers: (readonly [XmlElement, (name: string) => boolean])[] = [
    [root, inImport ? (name) => name === 'section' : (name) => metadataParts.has(name)],
  ];
  for (const section of definition.sections) {
    const known = inImport ? ['item'] : ['items', 'label', 'name'];
    containers.push([section.element, (name) => known.includes(name)]);
    if (inImport) continue;
    for (const item of section.items) {
      containers.push([item.element, (name) => ['label', 'name', 'value'].includes(name)]);
    }
  }
  const { text } = definition.source;
  for (const [element, knows] of containers) {
    for (const child of element.children) {
      if (child.kind === 'element' && !knows(child.name)) {
        const reason = l10n.t(
          '<{0}> has no place in <{1}>, and the other form has none for it.',
          child.name,
          element.name,
        );
        return { reason, at: child.nameSpan };
      }
      const isText = child.kind === 'text' || child.kind === 'cdata';
      if (isText && text.slice(child.span.start, child.span.end).trim() !== '') {
        return { reason: l10n.t('There is text in <{0}> that belongs to no item.', element.name), at: child.span };
      }
    }
  }
  return undefined;
}

function unclearNames({ sections }: Definition): Obstacle | undefined {
  const names = new Set<string>();
  for (const section of sections) {
    const name = section.name?.text ?? '';
    if (name === '') return nameless(section, l10n.t('A section has no name.'));
    if (names.has(name)) {
      const reason = l10n.t('There are two sections “{0}”. Put their items into one section, or rename one.', name);
      return { reason, at: section.name?.span ?? section.element.openTag };
    }
    names.add(name);
    for (const item of section.items) {
      if ((item.name?.text ?? '') === '') return nameless(item, l10n.t('An item in {0} has no name.', name));
      if (!item.valueIsPlain) {
        const reason = l10n.t(
          'The value of {0} is not text alone, so it cannot be carried over.',
          item.name?.text ?? '',
        );
        return { reason, at: item.value.span };
      }
    }
  }
  return undefined;
}

function nameless(part: Section | Item, reason: string): Obstacle {
  return { reason, at: part.name?.span ?? part.element.openTag };
}

/** Of two elements with one name only one could be carried over. */
function repeatedPart({ sections }: Definition, root: XmlElement): Obstacle | undefined {
  const holders = [root, ...sections.flatMap(({ element, items }) => [element, ...items.map((item) => item.element)])];
  for (const holder of holders) {
    const seen = new Set<string>();
    for (const child of elementChildren(holder)) {
      if (child.name === 'items' || (holder === root && repeated.has(child.name))) continue;
      if (seen.has(child.name)) {
        const reason = l10n.t('<{0}> stands twice in <{1}>: keep one.', child.name, holder.name);
        return { reason, at: child.nameSpan };
      }
      seen.add(child.name);
    }
  }
  return undefined;
}
