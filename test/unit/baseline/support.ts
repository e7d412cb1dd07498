import type { Baseline } from '../../../server/src/language/baseline/baseline.ts';
import { type FieldSet, fieldSetOf } from '../../../server/src/language/baseline/field-set.ts';
import {
  type ReadableBaseline,
  readBaseline,
  type UnreadableBaseline,
} from '../../../server/src/language/baseline/read-baseline.ts';
import { definitionOf } from '../../../server/src/language/model/read.ts';
import { createSource } from '../../../server/src/language/text/source.ts';
import { catalog } from '../../support/features.ts';

export function fieldsOf(text: string, uri = 'file:///centers/callcenter.xml'): FieldSet {
  return fieldSetOf(definitionOf(createSource(uri, 1, text)), catalog);
}

/** @throws when the text is no baseline */
export function readable(text: string): ReadableBaseline {
  const file = readBaseline(text);
  if (file.kind === 'unreadable') throw new Error(`${file.reason}: ${file.message}`);
  return file;
}

/** @throws when the text is a baseline */
export function unreadable(text: string): UnreadableBaseline {
  const file = readBaseline(text);
  if (file.kind === 'baseline') throw new Error(`this is a baseline: ${text.slice(0, 80)}`);
  return file;
}

export const northwind: Baseline = {
  internalName: 'Northwind',
  flavour: 'openCti',
  importedOn: '2026-11-20',
  takenFrom: { kind: 'file', what: 'northwind.xml' },
  sections: [
    {
      name: 'reqGeneralInfo',
      label: 'General Information',
      items: [
        { name: 'reqInternalName', label: 'Internal Name', value: { fingerprint: '0123456789ab' } },
        { name: 'reqUseApi', label: 'Use CTI API', value: { text: 'true' } },
      ],
    },
    { name: 'own', label: undefined, items: [{ name: 'color', label: 'Colour “A”\n', value: undefined }] },
  ],
  accepted: [
    {
      fingerprint: 'aaaaaaaaaaaa',
      rule: 'item-added',
      from: undefined,
      to: '/own/size',
      reason: 'new phone',
      by: 'Ann',
      on: '2026-11-21',
    },
    {
      fingerprint: 'bbbbbbbbbbbb',
      rule: 'item-removed',
      from: '/own/shape',
      to: undefined,
      reason: 'never used',
      by: 'Bob',
      on: '2026-11-22',
    },
  ],
};

/** How the file of it is written. */
export const northwindText = `{
  "formatVersion": 1,
  "internalName": "Northwind",
  "flavour": "openCti",
  "importedOn": "2026-11-20",
  "takenFrom": { "kind": "file", "what": "northwind.xml" },
  "sections": [
    {
      "name": "reqGeneralInfo",
      "label": "General Information",
      "items": [
        { "name": "reqInternalName", "label": "Internal Name", "fingerprint": "0123456789ab" },
        { "name": "reqUseApi", "label": "Use CTI API", "value": "true" }
      ]
    },
    {
      "name": "own",
      "items": [
        { "name": "color", "label": "Colour “A”\\n" }
      ]
    }
  ],
  "accepted": [
    { "fingerprint": "aaaaaaaaaaaa", "rule": "item-added", "to": "/own/size", "reason": "new phone", "by": "Ann", "on": "2026-11-21" },
    { "fingerprint": "bbbbbbbbbbbb", "rule": "item-removed", "from": "/own/shape", "reason": "never used", "by": "Bob", "on": "2026-11-22" }
  ]
}
`;
