import type { LanguageService, Rule, Tier } from '../language/index.ts';
import { severityOf } from '../language/rules/rule-page.ts';

/** Where the pages are, from the project's folder. They ship, and the editor shows them under the same names. */
export const rulePagesFolder = 'client/docs/rules';

const evidence: Readonly<Record<Tier, string>> = {
  refused: 'refused by the platform',
  documented: 'documented',
  contradicted: 'documented, and contradicted',
  advice: 'advice',
};

/** The pages of all rules and the list of them, by path from the project's folder. */
export function rulePageFiles(service: LanguageService): readonly (readonly [path: string, text: string])[] {
  const rules = [...service.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    [`${rulePagesFolder}/README.md`, list(rules)],
    ...rules.map(({ id }) => [`${rulePagesFolder}/${id}.md`, service.rulePage(id) ?? ''] as const),
  ];
}

function list(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${rule.id}.md) | ${severityOf(rule)} | ${evidence[rule.tier]} | ${rule.summary} |`,
  );
  return `${[
    '# Rules',
    '',
    'Every rule, with its severity by default and how sure it is. Each page says what the rule finds and why, and on',
    'which sources that rests. The files in this folder are written by `npm run generate`.',
    '',
    '| Rule | Severity | Evidence | What it finds |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}
