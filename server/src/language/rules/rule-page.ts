import { platformMessages } from '../messages/catalog.ts';
import type { Fix, Rule, Severity, Tier } from './define-rule.ts';

/**
 * The page of a rule as Markdown, in English like the sources it cites. Made from the rule itself, so it cannot drift.
 * @param fixes what the rule offers for its own failing examples
 */
export function rulePage(rule: Rule, fixes: readonly Fix[]): string {
  const [finds = '', why = '', fix = ''] = chapters(rule.docs);
  const parts = [
    `# ${rule.id}`,
    rule.summary,
    finds,
    why,
    '## How sure it is',
    `${severityOf(rule)} by default. ${tierWords[rule.tier]}`,
    rule.sources.map(({ title, url }) => (url ? `- [${title}](${url})` : `- ${title}`)).join('\n'),
    ...answers(rule),
    '## An example that it reports',
    ...given(rule),
    fence(rule.examples.bad[0]),
    '## An example that it leaves alone',
    fence(rule.examples.good[0]),
    fix,
    safety(fixes),
    '## How to change its severity',
    `Give it \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`: for everyone, in the \`.callcenterrc.json\` beside the files or above them, or for yourself, in the settings.\n\n\`\`\`json\n{ "rules": { "${rule.id}": "off" } }\n\`\`\`\n\n\`\`\`json\n"callCenterXml.rules": { "${rule.id}": "off" }\n\`\`\``,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What Salesforce answers to a file that has what the rule finds. */
function answers({ id }: Rule): readonly string[] {
  const messages = platformMessages.filter(({ rules }) => rules.includes(id));
  if (messages.length === 0) return [];
  const texts = messages.map(({ title, quotes }) => {
    const words = quotes.map(({ text, literal }) => (literal ? `“${text}”` : `in a report's words: “${text}”`));
    return `- ${[title, ...words].join('; ')}`;
  });
  return ['## What Salesforce says', texts.join('\n')];
}

/** What the examples are compared with. */
function given({ examples }: Rule): readonly string[] {
  const { imported, baseline } = examples.given ?? {};
  if (imported !== undefined) return ['Where this was imported:', fence(imported), 'it reports this:'];
  if (baseline !== undefined) return ['Where this is the baseline file:', fence(baseline, 'json'), 'it reports this:'];
  return [];
}

/** The default severity as people read it. */
export function severityOf(rule: Rule): string {
  return rule.offByDefault ? 'Off' : severityWords[rule.severity];
}

/** A rule's text by its headings (test/unit/rules/examples.test.ts holds their names and order). */
function chapters(docs: string): readonly string[] {
  return docs.split(/\n(?=## )/).map((chapter) => chapter.trim().replace('\n', '\n\n'));
}

/** Lines of an example; of a longer one, which proves a limit, the middle is left out. */
const longestExample = 60;

function fence(example: string | undefined, language: 'xml' | 'json' = 'xml'): string {
  const lines = (example ?? '')
    .replace(/[\u00ab\u00bb]/g, '')
    .trimEnd()
    .split('\n');
  const left = lines.length - 10;
  const shown =
    lines.length <= longestExample
      ? lines
      : [...lines.slice(0, 6), `  <!-- ${left} more lines like these -->`, ...lines.slice(-4)];
  return `\`\`\`${language}\n${shown.join('\n')}\n\`\`\``;
}

const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
};

const tierWords: Readonly<Record<Tier, string>> = {
  refused: 'The platform refuses such a file, and its message is known.',
  documented: 'Salesforce documents it.',
  contradicted: 'Salesforce documents it, but published files that are in use do otherwise.',
  advice: 'This is advice: the documentation does not demand it.',
};

/** What the fixes of the examples show about the rule's fixes in general. */
function safety(fixes: readonly Fix[]): string {
  if (fixes.length === 0) return 'There is no quick fix: what is right, only the author knows.';
  const preferred = fixes.filter((fix) => fix.preferred).length;
  if (preferred === fixes.length) {
    return 'The quick fix is safe: there is one right answer, and *Fix All* applies it, too.';
  }
  return preferred === 0
    ? 'The quick fixes are proposals: look at what they change. *Fix All* leaves such a place alone.'
    : 'The quick fix is safe where there is one right answer; there *Fix All* applies it, too. The others are proposals.';
}
