import { decodeReferences } from '../xml/references.ts';
import type { XmlDocument, XmlElement } from '../xml/tree.ts';
import type { Form } from './definition.ts';

export interface Detected {
  readonly form: Form;
  readonly body: 'import' | 'metadata' | undefined;
}

export const metadataNamespace = 'http://soap.sforce.com/2006/04/metadata';
const metadataChildren: ReadonlySet<string> = new Set([
  ...['sections', 'items', 'adapterUrl', 'customSettings', 'displayName', 'displayNameLabel', 'internalNameLabel'],
  ...['contactCenterChannels', 'vendorCallCenterStatusMaps', 'fullName'],
]);
/** Children of the shape that generated how-to files show (reference, section 1, step 5). */
const inventedChildren: ReadonlySet<string> = new Set([
  'InternalName',
  'DisplayName',
  'AdapterUrl',
  'CTIVersion',
  'UseApi',
]);

/**
 * What the document is. The children decide before the root does, since a root in one form's clothing often holds the
 * other's body (reference, section 1, step 1; section 12: never by file name).
 */
export function detectForm(tree: XmlDocument): Detected {
  const root = tree.root;
  if (!root) return { form: 'none', body: undefined };
  const children = elementChildren(root);
  if (root.name === 'callCenter' || root.name === 'CallCenter') {
    const lower = root.name === 'callCenter';
    const metadata = hasMetadataNamespace(root);
    if (children.some((child) => child.name === 'section' || child.name === 'item')) {
      return { form: lower && !metadata ? 'import' : 'hybrid', body: 'import' };
    }
    if (children.some((child) => metadataChildren.has(child.name)))
      return { form: lower ? 'hybrid' : 'metadata', body: 'metadata' };
    if (children.some((child) => inventedChildren.has(child.name))) return { form: 'invented', body: undefined };
    // Nothing in it yet, or something half-typed; other contents belong to somebody else's format.
    const empty = children.every((child) => !child.openTagFinished || child.closeTag === undefined);
    if (!empty) return { form: 'none', body: undefined };
    return lower && !metadata ? { form: 'import', body: 'import' } : { form: 'metadata', body: 'metadata' };
  }
  const first = root.name === 'section' ? root : children.find((child) => child.name === 'section');
  // A misspelt or missing root around a body that no other format has.
  if (first && isPlatformSection(first)) return { form: 'import', body: 'import' };
  return { form: 'none', body: undefined };
}

export function elementChildren(element: XmlElement): XmlElement[] {
  if (element.holdsOnlyText) return [];
  return element.children.filter((child): child is XmlElement => child.kind === 'element');
}

function hasMetadataNamespace(root: XmlElement): boolean {
  return root.attributes.some(
    (attribute) => attribute.name === 'xmlns' && decodeReferences(attribute.rawValue) === metadataNamespace,
  );
}

function isPlatformSection(section: XmlElement): boolean {
  const name = section.attributes.find((attribute) => attribute.name === 'name');
  return name !== undefined && ['reqGeneralInfo', 'reqHvcc', 'reqDialingOptions'].includes(name.rawValue);
}
