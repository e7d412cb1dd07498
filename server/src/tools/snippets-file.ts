import { type Catalog, type Flavour, flavours, type SectionEntry } from '../language/catalog/types.ts';
import { componentSectionSnippet, componentSnippet } from '../language/convert/component-template.ts';
import { sectionSnippet, templateSnippet } from '../language/convert/template.ts';
import { metadataElement } from '../language/features/completion/metadata-pieces.ts';
import { toSnippet } from '../language/features/completion/pieces.ts';

/** One entry of a VS Code snippet file. */
interface Snippet {
  readonly scope: 'xml';
  readonly body: readonly string[];
  readonly description: string;
  /** Offered by "Snippets: Fill File with Snippet" too. */
  readonly isFileTemplate?: true;
}

/**
 * The text of the snippet file: a whole definition per flavour and the sections, in both forms, and the elements of the
 * metadata form. They have no prefix: VS Code would
 * complete it at every place of every XML file, whatever is in it, and beside what our own completion offers there, which
 * knows where it is. A person finds them under "Insert Snippet" and "Fill File with Snippet".
 */
export function snippetsFile(catalog: Catalog): string {
  const snippets = new Map<string, Snippet>();
  for (const flavour of flavours) {
    const { title, summary } = catalog.flavourInfo[flavour];
    snippets.set(`Call center definition: ${title}`, {
      ...snippet(templateSnippet(flavour, catalog), summary),
      isFileTemplate: true,
    });
    snippets.set(`Call center component: ${title}`, {
      ...snippet(componentSnippet(flavour, catalog), summary),
      isFileTemplate: true,
    });
  }
  for (const section of catalog.sections) {
    for (const [kind, write] of [
      ['section', sectionSnippet],
      ['component section', componentSectionSnippet],
    ] as const) {
      for (const [body, owners] of sectionBodies(section, write)) {
        const titles = owners.map((flavour) => catalog.flavourInfo[flavour].title).join(', ');
        snippets.set(`Call center ${kind}: ${section.name} (${titles})`, snippet(body, section.summary));
      }
    }
  }
  const inside = { eol: '\n', indent: '', step: '    ' };
  for (const element of catalog.metadataElements) {
    if (!element.byHand || !['CallCenter', 'sections'].some((parent) => element.parents.includes(parent))) continue;
    // A name or a label is what the snippet of the element around it holds already.
    if (element.parents.includes('items')) continue;
    const inner = element.children.flatMap((name) => catalog.metadataElement(name) ?? []);
    const required = inner.filter((child) => child.required);
    const body = toSnippet(metadataElement(element, required, '', inside));
    snippets.set(`Call center component element: ${element.name}`, snippet(body, element.summary));
  }
  return `${JSON.stringify(Object.fromEntries(snippets), null, 2)}\n`;
}

/** The different texts of a section, each with the flavours that share it. */
function sectionBodies(
  section: SectionEntry,
  write: (section: SectionEntry, flavour: Flavour) => string,
): ReadonlyMap<string, readonly Flavour[]> {
  const bodies = new Map<string, readonly Flavour[]>();
  for (const flavour of flavours) {
    if (section.flavours[flavour] === 'notApplicable') continue;
    const body = write(section, flavour);
    bodies.set(body, [...(bodies.get(body) ?? []), flavour]);
  }
  return bodies;
}

function snippet(body: string, summary: string): Snippet {
  return {
    scope: 'xml',
    // A tab in a snippet file becomes whatever the editor indents with.
    body: body.split('\n').map((line) => line.replace(/^(?: {4})+/, (spaces) => '\t'.repeat(spaces.length / 4))),
    // Descriptions are plain text.
    description: summary.replaceAll('`', ''),
  };
}
