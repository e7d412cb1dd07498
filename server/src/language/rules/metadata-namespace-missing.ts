import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { otherClothes } from '../convert/convert.ts';
import { metadataNamespace } from '../model/detect.ts';
import { decodeReferences } from '../xml/references.ts';
import { defineRule } from './define-rule.ts';
import { bare, component } from './example-metadata.ts';

const declaration = ` xmlns="${metadataNamespace}"`;

export const metadataNamespaceMissing = defineRule({
  id: 'metadata-namespace-missing',
  severity: 'error',
  tier: 'documented',
  forms: ['metadata'],
  summary: 'The root of a file for the Metadata API carries Salesforce’s metadata namespace.',
  docs: `## What it finds
A root around \`sections\` without \`xmlns="${metadataNamespace}"\`, or with another namespace.

## Why it matters
Every component of the Metadata API is in that namespace, and a deployment knows elements by it: without it the answer is \`Element … invalid at this location in type CallCenter\`, with nothing between the braces before the element's name.

## How to fix it
Add the namespace to the root.`,
  sources: [sources.META, sources.VOX],
  examples: {
    bad: [bare('<displayName>Acme</displayName>').replace(declaration, '').replace('CallCenter', '«CallCenter»')],
    good: [component()],
  },
  check({ definition }, report) {
    const { root } = definition;
    // A prefix puts the elements into a namespace in another way; no definition is known to do so.
    if (!root || root.name.includes(':')) return;
    const written = root.attributes.find(({ name }) => name === 'xmlns');
    if (written && decodeReferences(written.rawValue) === metadataNamespace) return;
    report({
      at: written?.span ?? root.nameSpan,
      message: written
        ? l10n.t(
            'The namespace is “{0}”, but a component of the Metadata API is in {1}: a deployment does not know these elements.',
            written.rawValue,
            metadataNamespace,
          )
        : l10n.t(
            'The root has no namespace, so a deployment does not know its elements: Element … invalid at this location in type CallCenter. It needs xmlns="{0}".',
            metadataNamespace,
          ),
    });
  },
  fix: (_problem, { definition }) => [
    { title: l10n.t('Add the metadata namespace'), preferred: true, edits: otherClothes(definition, 'metadata') },
  ],
});
