import * as l10n from '@vscode/l10n';
import type { Rule, Severity, Tier } from './define-rule.ts';

/** The page of a rule as Markdown: what it finds, why, how sure that is, examples, sources. Made from the rule itself, so it cannot drift. */
export function rulePage(rule: Rule): string {
  const parts = [
    `# ${rule.id}`,
    l10n.t(rule.summary),
    `*${rule.offByDefault ? l10n.t('Off by default') : severityWords(rule.severity)} · ${tierWords(rule.tier)}*`,
    l10n.t(rule.docs),
    `## ${l10n.t('An example that it reports')}`,
    fence(rule.examples.bad[0]),
    `## ${l10n.t('An example that it leaves alone')}`,
    fence(rule.examples.good[0]),
    `## ${l10n.t('Sources')}`,
    rule.sources.map(({ title, url }) => (url ? `- [${title}](${url})` : `- ${title}`)).join('\n'),
    `## ${l10n.t('To change its severity')}`,
    `${l10n.t('In the settings, with error, warning, information, hint or off:')}\n\n\`\`\`json\n"callCenterXml.rules": { "${rule.id}": "off" }\n\`\`\``,
  ];
  return `${parts.join('\n\n')}\n`;
}

function fence(example: string | undefined): string {
  return `\`\`\`xml\n${(example ?? '').replace(/[«»]/g, '').trimEnd()}\n\`\`\``;
}

function severityWords(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('Error by default');
    case 'warning':
      return l10n.t('Warning by default');
    case 'information':
      return l10n.t('Information by default');
    case 'hint':
      return l10n.t('Hint by default');
  }
}

function tierWords(tier: Tier): string {
  switch (tier) {
    case 'refused':
      return l10n.t('the platform refuses such a file; its message is known');
    case 'documented':
      return l10n.t('documented by Salesforce');
    case 'contradicted':
      return l10n.t('documented by Salesforce, but published files that are in use do otherwise');
    case 'advice':
      return l10n.t('advice: not documented');
  }
}
