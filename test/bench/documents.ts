// Documents of any size in the languages of the peers, with the same contents.

interface Item {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

interface Section {
  readonly name: string;
  readonly label: string;
  readonly items: readonly Item[];
}

/** One definition, written down for each server. */
export interface Documents {
  readonly xml: string;
  readonly json: string;
  readonly yaml: string;
}

/** What JSON and YAML servers hold their documents to: the shape, the kinds of values, and the names that must be there. */
export const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['callCenter'],
  additionalProperties: false,
  properties: {
    callCenter: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'sortOrder', 'items'],
        additionalProperties: false,
        properties: {
          name: { $ref: '#/definitions/name', description: 'Name of a section.' },
          sortOrder: { $ref: '#/definitions/sortOrder' },
          label: { type: 'string', maxLength: 1000 },
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'sortOrder', 'value'],
              additionalProperties: false,
              properties: {
                name: { $ref: '#/definitions/name', description: 'Name of an item.' },
                sortOrder: { $ref: '#/definitions/sortOrder' },
                label: { type: 'string', maxLength: 1000, description: 'What Setup shows.' },
                value: { type: 'string', description: 'What the adapter reads.' },
              },
            },
          },
        },
      },
    },
  },
  definitions: {
    name: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_]*$', maxLength: 40 },
    sortOrder: { type: 'integer', minimum: 0 },
  },
};

const internalName = 'ServiceDesk';

/** The same document of another call center: in no folder do all have one internal name, which ours would tell of. */
export function another(text: string, number: number): string {
  return text.replace(internalName, `${internalName}${number}`);
}

const general: Section = {
  name: 'reqGeneralInfo',
  label: 'General Information',
  items: [
    { name: 'reqInternalName', label: 'Internal Name', value: internalName },
    { name: 'reqDisplayName', label: 'Display Name', value: 'Service Desk' },
    { name: 'reqAdapterUrl', label: 'CTI Adapter URL', value: 'https://phone.fabrikam.example/softphone' },
    { name: 'reqUseApi', label: 'Use CTI API', value: 'true' },
    { name: 'reqSoftphoneHeight', label: 'Softphone Height', value: '300' },
    { name: 'reqSoftphoneWidth', label: 'Softphone Width', value: '500' },
    {
      name: 'reqSalesforceCompatibilityMode',
      label: 'Salesforce Compatibility Mode',
      value: 'Classic_and_Lightning',
    },
  ],
};

const itemsOfSection = 20;

/** A definition of about `size` characters of XML, which breaks no rule that is an error. */
export function documentsOf(size: number): Documents {
  const sections: Section[] = [general];
  for (let length = xmlOf([general]).length; length < size; ) {
    const index = sections.length;
    const section = {
      name: `team${index}`,
      label: `Team ${index}`,
      items: Array.from({ length: itemsOfSection }, (_, item) => ({
        name: `team${index}Queue${item}`,
        label: `Queue ${item} of Team ${index}`,
        value: item % 4 === 0 ? `https://queue${item}.fabrikam.example/team/${index}` : `+1 415 555 01${10 + item}`,
      })),
    };
    sections.push(section);
    length += xmlOf([section]).length;
  }
  const numbered = sections.map(({ name, label, items }, sortOrder) => ({
    name,
    sortOrder,
    label,
    items: items.map((item, order) => ({ sortOrder: order, ...item })),
  }));
  return {
    xml: xmlOf(sections),
    json: `${JSON.stringify({ callCenter: numbered }, null, 2)}\n`,
    yaml: yamlOf(sections),
  };
}

function xmlOf(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ name, label, items }, order) => [
    `  <section sortOrder="${order}" name="${name}" label="${label}">`,
    ...items.map(
      (item, index) => `    <item sortOrder="${index}" name="${item.name}" label="${item.label}">${item.value}</item>`,
    ),
    '  </section>',
  ]);
  return `${['<?xml version="1.0" encoding="UTF-8"?>', '<callCenter>', ...lines, '</callCenter>'].join('\n')}\n`;
}

function yamlOf(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ name, label, items }, order) => [
    `  - name: "${name}"`,
    `    sortOrder: ${order}`,
    `    label: "${label}"`,
    '    items:',
    ...items.flatMap((item, index) => [
      `      - name: "${item.name}"`,
      `        sortOrder: ${index}`,
      `        label: "${item.label}"`,
      `        value: "${item.value}"`,
    ]),
  ]);
  return `${['callCenter:', ...lines].join('\n')}\n`;
}
