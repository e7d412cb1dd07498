import { baselineSuffix, defaultBaselinePath } from '../language/baseline/baseline-file.ts';
import type { Rule } from '../language/rules/define-rule.ts';
import { levels, presets } from '../language/rules/presets.ts';
import { severityOf } from '../language/rules/rule-page.ts';

export const configSchemaPath = 'client/schemas/callcenterrc.schema.json';

const presetTexts: Readonly<Record<(typeof presets)[number], string>> = {
  salesforce: 'What each rule says by itself.',
  strict: 'One step up. What published files break is a warning.',
  relaxed: 'Only what Salesforce is known to refuse stays an error; the rest is one step down, a hint, or silent.',
};

/** The JSON Schema of `.callcenterrc.json`: completion and checks in every editor that knows such schemas. */
export function configSchema(rules: readonly Rule[]): string {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'What a team agrees on about Salesforce call center definitions',
    description:
      'Holds for the definitions beside this file and below. Of several files upwards, the nearest counts alone.',
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where editors find the schema of this file.' },
      preset: {
        description: 'How grave findings are, by how sure their rules are.',
        enum: presets,
        enumDescriptions: presets.map((preset) => presetTexts[preset]),
        default: presets[0],
      },
      rules: {
        description: 'A severity by rule, whatever the preset says.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          sorted.map((rule) => [
            rule.id,
            { description: `${rule.summary} ${severityOf(rule)} by itself.`, enum: levels },
          ]),
        ),
      },
      baseline: {
        description:
          'The fields of a call center as it was imported: where they are kept, and what the definition is compared with.',
        type: 'object',
        additionalProperties: false,
        properties: {
          path: {
            description: `Where baselines lie, seen from the folder of the definition, with “/”. \${name} is its file name without the ending. It ends with ${baselineSuffix}.`,
            type: 'string',
            pattern: `^(?![/~]|[A-Za-z][A-Za-z0-9+.-]*:)(?=.*\\$\\{name\\})[^\\\\]*${baselineSuffix.replaceAll('.', '\\.')}$`,
            patternErrorMessage: `A path from the folder of the definition that holds \${name} and ends with ${baselineSuffix}.`,
            default: defaultBaselinePath,
          },
          compareWith: {
            description:
              'What is compared with: “file”, the baseline file; “git:” and a branch, tag or commit, the definition as it was there; the path of another definition, such as one retrieved from the org.',
            type: 'string',
            minLength: 1,
            default: 'file',
            examples: ['file', 'git:HEAD', 'git:origin/main'],
          },
        },
      },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
