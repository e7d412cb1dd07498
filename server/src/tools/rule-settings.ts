import { isDeepStrictEqual } from 'node:util';
import type { Rule } from '../language/rules/define-rule.ts';

type Json = { [key: string]: unknown };

const setting = 'callCenterXml.rules';
/** Keys of package.nls.json that begin so are written here and nowhere else. */
const prefix = 'configuration.rules.';
const severities = ['off', 'error', 'warning', 'information', 'hint'];

/**
 * package.json with one property per rule in the schema of the setting `callCenterXml.rules`; the rest of the setting
 * is written by hand. Unchanged, to the character, when the properties are right already.
 * @throws Error when package.json does not declare the setting.
 */
export function withRuleSettings(manifest: string, rules: readonly Rule[]): string {
  const json = parseObject(manifest, 'package.json');
  const schema = findSetting(json);
  if (schema === undefined) throw new Error(`package.json does not declare the setting ${setting}`);
  const generated = {
    additionalProperties: false,
    properties: Object.fromEntries(
      sorted(rules).map((rule) => [
        rule.id,
        {
          type: 'string',
          enum: severities,
          default: rule.offByDefault ? 'off' : rule.severity,
          markdownDescription: `%${prefix}${rule.id}%`,
        },
      ]),
    ),
  };
  const present = { additionalProperties: schema['additionalProperties'], properties: schema['properties'] };
  if (isDeepStrictEqual(present, generated)) return manifest;
  Object.assign(schema, generated);
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** package.nls.json with the summaries of the rules, as those properties name them; other keys stay where they are. */
export function withRuleTexts(nls: string, rules: readonly Rule[]): string {
  const kept = Object.entries(parseObject(nls, 'package.nls.json')).filter(([key]) => !key.startsWith(prefix));
  const texts = sorted(rules).map((rule) => [`${prefix}${rule.id}`, rule.summary] as const);
  return `${JSON.stringify(Object.fromEntries([...kept, ...texts]), null, 2)}\n`;
}

/** `contributes.configuration` is one block of settings, or a list of them. */
function findSetting(manifest: Json): Json | undefined {
  const configuration = asObject(manifest['contributes'])?.['configuration'];
  const blocks: readonly unknown[] = Array.isArray(configuration) ? configuration : [configuration];
  for (const block of blocks) {
    const found = asObject(asObject(asObject(block)?.['properties'])?.[setting]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sorted(rules: readonly Rule[]): readonly Rule[] {
  return [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function parseObject(text: string, file: string): Json {
  const json = asObject(JSON.parse(text));
  if (json === undefined) throw new Error(`${file} holds no JSON object`);
  return json;
}

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}
