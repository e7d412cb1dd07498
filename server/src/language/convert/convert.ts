import * as l10n from '@vscode/l10n';
import type { Catalog, Flavour } from '../catalog/types.ts';
import type { Definition } from '../model/definition.ts';
import { metadataNamespace } from '../model/detect.ts';
import { fileNameOf } from '../model/file-name.ts';
import { internalNameOf, legalInternalName } from '../model/internal-name.ts';
import { definitionOf } from '../model/read.ts';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import { lineEndOf } from '../text/line-end.ts';
import { createSource } from '../text/source.ts';
import { decodeReferences } from '../xml/references.ts';
import type { Conversion, TargetForm } from './conversion.ts';
import { fromInvented } from './invented.ts';
import { obstacleIn } from './obstacles.ts';
import { toImport } from './to-import.ts';
import { toMetadata } from './to-metadata.ts';

/**
 * A definition in the other form, or the reason why it cannot be had. A body in the clothing of the other form only
 * changes its clothes: not a character between them is touched. Line ends are those of the text.
 *
 * @param flavour the one that holds for the definition
 */
export function convert(definition: Definition, target: TargetForm, flavour: Flavour, catalog: Catalog): Conversion {
  const { source, form, body, root } = definition;
  if (form === 'invented' && root) {
    const whole = fromInvented(root, source, catalog);
    if (whole === undefined) {
      const reason = l10n.t('This shape is known to neither form, and it holds more than can be read safely.');
      return { kind: 'refused', reason, at: root.nameSpan };
    }
    const text = applyEdits(source.text, [{ span: root.span, newText: whole }]);
    const read = definitionOf(createSource(source.uri, source.version, text));
    // What stands around the root is taken over as it is, and may be broken.
    const obstacle = obstacleIn(read);
    if (obstacle) return { kind: 'refused', ...obstacle, at: root.nameSpan };
    return target === 'import' ? named(read, text) : convert(read, target, flavour, catalog);
  }
  const obstacle = obstacleIn(definition);
  if (obstacle) return { kind: 'refused', ...obstacle };
  if (body === target) {
    if (form !== 'hybrid') {
      const reason =
        target === 'import'
          ? l10n.t('The file has the form that Setup imports already.')
          : l10n.t('The file has the form of the Metadata API already.');
      return { kind: 'refused', reason, at: root?.nameSpan ?? { start: 0, end: 0 } };
    }
    return named(definition, applyEdits(source.text, otherClothes(definition, target)));
  }
  const converted = target === 'import' ? toImport(definition, catalog) : toMetadata(definition, flavour, catalog);
  if (converted.kind === 'refused') return converted;
  return { ...converted, text: converted.text.replaceAll('\n', lineEndOf(source)) };
}

/** Edits that give a body the root of its own form. */
export function otherClothes({ root }: Definition, target: TargetForm): readonly TextEdit[] {
  if (!root) return [];
  const name = target === 'import' ? 'callCenter' : 'CallCenter';
  const edits: TextEdit[] = [];
  if (root.name !== name) {
    edits.push({ span: root.nameSpan, newText: name });
    if (root.closeTag) edits.push({ span: root.closeTag.nameSpan, newText: name });
  }
  const namespace = root.attributes.find((attribute) => attribute.name === 'xmlns');
  if (target === 'import' && namespace) {
    // With the white space before it.
    edits.push({ span: { start: precedingEnd(root, namespace.span.start), end: namespace.span.end }, newText: '' });
  }
  if (target === 'metadata' && (!namespace || decodeReferences(namespace.rawValue) !== metadataNamespace)) {
    const at = root.nameSpan.end;
    const span = namespace?.span ?? { start: at, end: at };
    edits.push({ span, newText: `${namespace ? '' : ' '}xmlns="${metadataNamespace}"` });
  }
  return edits;
}

function precedingEnd(root: NonNullable<Definition['root']>, before: number): number {
  return root.attributes.reduce(
    (end, { span }) => (span.end <= before ? Math.max(end, span.end) : end),
    root.nameSpan.end,
  );
}

/** The text under the name that its form asks for, where the definition says it. */
function named(definition: Definition, text: string): Conversion {
  const { source, body } = definition;
  const stem = fileNameOf(source.uri).replace(/\.callCenter(?:-meta\.xml)?$|\.xml$/, '');
  if (body !== 'metadata') return { kind: 'converted', text, fileName: `${stem}.xml`, losses: [] };
  // A component is deployed under the name of its file, which has to be an internal name.
  const name = internalNameOf(definition)?.text ?? (legalInternalName(stem) || stem);
  return { kind: 'converted', text, fileName: `${name}.callCenter-meta.xml`, losses: [] };
}
