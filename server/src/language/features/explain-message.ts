import * as l10n from '@vscode/l10n';
import type { Catalog } from '../catalog/types.ts';
import type { PlatformMessage, Surface } from '../messages/platform-message.ts';
import { namedPlace, recognise } from '../messages/recognise.ts';
import type { Definition } from '../model/definition.ts';
import { definitionOf } from '../model/read.ts';
import type { Finding, QuickFix } from '../service/findings.ts';
import type { ExplainedMessage, MessageExplanation, MessagePlace } from '../service/messages.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { overlaps } from '../text/span.ts';
import { bullets, paragraphs, plain } from './markdown.ts';

/** More places than these help nobody to find the one that is meant. */
const mostPlaces = 20;

/** The definition that a message may be about, and what the rules say of it. */
export interface Subject {
  readonly source: Source;
  readonly findings: readonly Finding[];
  /** The fixes of one finding that mend it; not those that silence it. */
  fixes(finding: Finding): readonly QuickFix[];
}

/**
 * What a message of the platform means, and where its cause is in a definition. The likeliest explanation first: one
 * whose rule has found something, then one whose form the definition has.
 */
export function explainMessage(text: string, subject: Subject | undefined, catalog: Catalog): ExplainedMessage {
  const named = namedPlace(text);
  const line =
    subject && named && named.line < subject.source.lineCount ? subject.source.lineSpan(named.line) : undefined;
  const explained = recognise(text).map((message) => explain(message, subject, line, catalog));
  const ranked = explained.sort((a, b) => b.likelihood - a.likelihood).map(({ explanation }) => explanation);
  const used = new Set(ranked.flatMap(({ places }) => places.map(({ at }) => at.start)));
  const others = line && subject ? placesOf(subject, (finding) => overlaps(finding.at, line)) : [];
  const rest = others.filter(({ at }) => !used.has(at.start));
  return { named, line, explanations: ranked, places: rest.slice(0, mostPlaces) };
}

interface Explained {
  readonly explanation: MessageExplanation;
  readonly likelihood: number;
}

function explain(
  message: PlatformMessage,
  subject: Subject | undefined,
  line: Span | undefined,
  catalog: Catalog,
): Explained {
  const found = subject ? placesOf(subject, (finding) => message.rules.includes(finding.rule)) : [];
  const onLine = line ? found.filter(({ at }) => overlaps(at, line)) : [];
  const definition = subject && definitionOf(subject.source);
  const item = definition && found.length === 0 ? itemPlace(definition, message.item) : undefined;
  const places = onLine.length > 0 ? onLine : found.length > 0 ? found : item ? [item] : [];
  const fits = definition?.body !== undefined && definition.body === message.body;
  const { id, title, cause, remedy, rules } = message;
  return {
    explanation: {
      id,
      title: l10n.t(title),
      cause: l10n.t(cause),
      remedy: l10n.t(remedy),
      rules,
      markdown: page(message, catalog),
      places: places.slice(0, mostPlaces),
    },
    likelihood: (found.length > 0 ? 2 : 0) + (fits ? 1 : 0),
  };
}

function placesOf({ findings, fixes }: Subject, wanted: (finding: Finding) => boolean): MessagePlace[] {
  return findings
    .filter(wanted)
    .map((finding) => ({ at: finding.at, rule: finding.rule, text: finding.message, fixes: fixes(finding) }));
}

/** Where an item stands that a message is about: its value, or its tag where that is empty. */
function itemPlace(definition: Definition, name: string | undefined): MessagePlace | undefined {
  if (name === undefined) return undefined;
  for (const { items } of definition.sections) {
    const item = items.find((candidate) => candidate.name?.text === name);
    if (!item) continue;
    const { span } = item.value;
    return { at: span.end > span.start ? span : item.element.openTag, rule: undefined, text: name, fixes: [] };
  }
  return undefined;
}

/** The whole explanation as a document. */
function page(message: PlatformMessage, catalog: Catalog): string {
  const { title, met, quotes, cause, remedy, confidence, sources } = message;
  const words = paragraphs(
    `# ${plain(l10n.t(title))}`,
    met.map(surfaceWords).join(' · '),
    quotes.length > 0 ? `## ${l10n.t('What the platform says')}` : undefined,
    ...quotes.map(({ text, literal }) =>
      paragraphs(
        literal ? undefined : l10n.t('As a report gives it, not word for word:'),
        `\`\`\`text\n${text}\n\`\`\``,
      ),
    ),
    `## ${l10n.t('What it means')}`,
    plain(l10n.t(cause)),
    `## ${l10n.t('What to do')}`,
    plain(l10n.t(remedy)),
    `## ${l10n.t('How sure it is')}`,
    l10n.t(catalog.confidenceLabels[confidence]),
    bullets(sources.map((source) => (source.url ? `[${plain(source.title)}](${source.url})` : plain(source.title)))),
  );
  return `${words}\n`;
}

function surfaceWords(surface: Surface): string {
  const words: Readonly<Record<Surface, string>> = {
    import: l10n.t('Import in Setup'),
    voiceImport: l10n.t('Import on the Partner Telephony page'),
    deploy: l10n.t('Deployment of metadata'),
    setup: l10n.t('Setup'),
    runTime: l10n.t('In use'),
  };
  return words[surface];
}
