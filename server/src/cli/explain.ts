import * as l10n from '@vscode/l10n';
import { type LanguageService, levelOf, type RuleChoice, unknownRule } from '../language/index.ts';
import { escapeControls } from './escape.ts';
import type { Format } from './options.ts';
import type { Output } from './run.ts';

/** Prints every rule, by id: one line each, or `{"rules":[{"id","severity","tier","summary"}]}`. */
export function listRules(service: LanguageService, format: Format, choice: RuleChoice, output: Output): 0 {
  const rules = [...service.rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => ({
      id: rule.id,
      severity: levelOf(rule, undefined, choice),
      tier: rule.tier,
      summary: rule.summary,
    }));
  if (format === 'json') output.out(`${JSON.stringify({ rules }, undefined, 2)}\n`);
  else for (const { id, severity, tier, summary } of rules) output.out(`${id} ${severity} ${tier} ${summary}\n`);
  return 0;
}

/** Prints the page of a rule, as Markdown. Returns the exit code: 2 when no rule has that id. */
export function explainRule(service: LanguageService, id: string, output: Output): 0 | 2 {
  const page = service.rulePage(id);
  if (page !== undefined) {
    output.out(page);
    return 0;
  }
  const reason = unknownRule(
    id,
    service.rules.map((rule) => rule.id),
  );
  output.error(`${escapeControls(`${reason} ${l10n.t('The command “rules” lists them.')}`)}\n`);
  return 2;
}
