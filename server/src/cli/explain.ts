import * as l10n from '@vscode/l10n';
import { createLanguageService } from '../language/index.ts';
import type { Format } from './arguments.ts';
import { escapeControls } from './escape.ts';
import type { Output } from './run.ts';

/** Prints every rule, by id: one line each, or `{"rules":[{"id","severity","tier","summary"}]}`. */
export function listRules(format: Format, output: Output): 0 {
  const rules = [...createLanguageService().rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, severity, offByDefault, tier, summary }) => ({
      id,
      severity: offByDefault ? 'off' : severity,
      tier,
      summary: l10n.t(summary),
    }));
  if (format === 'json') output.out(`${JSON.stringify({ rules }, undefined, 2)}\n`);
  else for (const { id, severity, tier, summary } of rules) output.out(`${id} ${severity} ${tier} ${summary}\n`);
  return 0;
}

/** Prints the page of a rule, as Markdown. Returns the exit code: 2 when no rule has that id. */
export function explainRule(id: string, output: Output): 0 | 2 {
  const service = createLanguageService();
  const page = service.rulePage(id);
  if (page !== undefined) {
    output.out(page);
    return 0;
  }
  output.error(`${escapeControls(l10n.t('There is no rule “{0}”; the command “rules” lists them.', id))}\n`);
  return 2;
}
