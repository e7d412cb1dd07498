import { formatVersion, originKinds } from '../language/baseline/baseline.ts';
import { changeKinds } from '../language/baseline/change.ts';
import { fingerprintPattern } from '../language/baseline/fingerprint.ts';
import { flavours } from '../language/catalog/types.ts';

export const baselineSchemaPath = 'client/schemas/callcenter-baseline.schema.json';

const originTexts: Readonly<Record<(typeof originKinds)[number], string>> = {
  file: 'The definition that this file belongs to.',
  definition: 'Another definition, such as one that was retrieved.',
  git: 'A revision of git.',
  org: 'The org, by a retrieve of its metadata.',
};

const text = { type: 'string' };
const day = { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const fingerprint = {
  type: 'string',
  pattern: fingerprintPattern.source,
  patternErrorMessage: '12 digits of 0-9 and a-f; not written by hand.',
};

/** The JSON Schema of baseline files: what each member means, on hover, and what is wrong with a file changed by hand. */
export function baselineSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The fields of a Salesforce call center as it was imported',
    description:
      'Once Salesforce has imported a definition its fields are fixed. This file remembers them, so that a change that needs a new import is told where it is made. It is written by the command Mark as Imported and by accepting changes; commit it beside the definition.',
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    required: ['formatVersion', 'importedOn', 'takenFrom', 'sections'],
    additionalProperties: false,
    properties: {
      $schema: { ...text, description: 'Where editors find the schema of this file.' },
      formatVersion: {
        description: 'The version of this file format. A file of a newer version is left alone.',
        const: formatVersion,
      },
      internalName: {
        ...text,
        description:
          'The internal name under which the call center was imported. A definition with the same name cannot be imported again: the name is unique in the org.',
      },
      flavour: { description: 'The kind of call center.', enum: flavours },
      importedOn: { ...day, description: 'The day of the import, as year-month-day.' },
      takenFrom: {
        description: 'What the fields were read from.',
        type: 'object',
        required: ['kind', 'what'],
        additionalProperties: false,
        properties: {
          kind: { enum: originKinds, enumDescriptions: originKinds.map((kind) => originTexts[kind]) },
          what: { ...text, description: 'A path relative to the definition, a revision, or a component.' },
        },
      },
      sections: {
        description: 'The sections in the order in which Setup shows them.',
        type: 'array',
        items: section(),
      },
      accepted: {
        description:
          'Changes since the import that somebody accepted, so that they are not reported any more. Marking the definition as imported ends them. In a merge conflict keep the entries of both sides.',
        type: 'array',
        items: acceptance(),
      },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function section() {
  return {
    type: 'object',
    required: ['name', 'items'],
    additionalProperties: false,
    properties: {
      name: { ...text, description: 'The first part of the run-time keys /section/item.' },
      label: { ...text, description: 'The heading in Setup. It cannot be edited there.' },
      items: {
        description: 'The items in the order in which Setup shows them.',
        type: 'array',
        items: {
          type: 'object',
          required: ['name'],
          additionalProperties: false,
          not: { required: ['value', 'fingerprint'] },
          properties: {
            name: { ...text, description: 'The last part of the run-time key /section/item.' },
            label: { ...text, description: 'What Setup shows before the value. It cannot be edited there.' },
            value: {
              ...text,
              description: 'The value at the import, where it is yes or no, one of a list, or a number.',
            },
            fingerprint: {
              ...fingerprint,
              description:
                'Tells whether the value is still the one of the import. Of secrets, certificates and items of one’s own nothing is kept.',
            },
          },
        },
      },
    },
  };
}

function acceptance() {
  const key = 'The run-time key, /section/item';
  return {
    type: 'object',
    required: ['fingerprint', 'rule', 'reason', 'by', 'on'],
    additionalProperties: false,
    properties: {
      fingerprint: { ...fingerprint, description: 'Of the change: its rule, place and content.' },
      // A newer version may know more of them.
      rule: { ...text, description: 'What kind of change it is.', examples: changeKinds },
      from: { ...text, description: `${key}, as it was imported.` },
      to: { ...text, description: `${key}, as it is now.` },
      reason: { ...text, description: 'Why the change is accepted.' },
      by: { ...text, description: 'Who accepted it.' },
      on: { ...day, description: 'The day on which it was accepted, as year-month-day.' },
    },
  };
}
