import { defineRule, type Problem, type Rule } from '../../server/src/language/rules/define-rule.ts';

/** A rule that exists in a test alone. */
export function rule(
  id: string,
  check: (report: (problem: Problem<undefined>) => void) => void,
  more: Partial<Rule<undefined>> = {},
): Rule {
  return defineRule({
    id,
    severity: 'warning',
    tier: 'advice',
    forms: ['import'],
    summary: '',
    docs: '',
    sources: [],
    examples: { bad: [], good: [] },
    check: (_context, report) => check(report),
    ...more,
  });
}
