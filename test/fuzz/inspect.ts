import { decode, glimpse } from '../../server/src/cli/decode.ts';
import {
  applyEdits,
  type DocumentOptions,
  type Finding,
  type PreviewOperation,
  type Source,
  type Span,
  settingsFormats,
  type TextEdit,
} from '../../server/src/language/index.ts';
import { service, sourceOf } from '../support/language.ts';

/** Something that must never be, whatever the text. */
export interface Failure {
  /** What was asked: `findings`, `fixAll`, `format` … */
  readonly what: string;
  readonly message: string;
}

const now = Date.UTC(2026, 10, 23);

/** Every rule at work, those that are off by default as well. */
const severities = Object.fromEntries(service.rules.map(({ id }) => [id, 'information' as const]));

/** What is asked of one text. */
export interface Asked {
  /** The language that the text is written in decides by its name, too. */
  readonly uri?: string;
  /**
   * Of the questions beside the rules and the verdict, the part that is asked: 1 for all of them. Over very many texts a
   * small part asks each question often enough, and many more texts are asked about.
   */
  readonly part?: number;
  /** Whether answers that take too long are failures. */
  readonly timed?: boolean;
}

/** Milliseconds that one answer may take: so much for each kB, and something for the engine, which collects garbage. */
const patience = (characters: number) => 100 + 10 * (characters / 1000);

/** Milliseconds that this process has worked: what others do on the machine does not count. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Fixes that are tried out for one text, and offsets at which the questions about a place are asked. */
const mostFixes = 6;
const mostPlaces = 8;

/**
 * Asks everything that hosts ask about a text, and looks whether the answers can be: nothing throws, spans lie in the
 * text, edits apply, no edit makes a well-formed text ill-formed, and mending or formatting twice is doing it once.
 * @param imported what the definition is compared with
 * @param random numbers in [0, 1): chooses the places
 */
export async function inspect(
  text: string,
  imported: string,
  random: () => number,
  { uri, part = 1, timed = false }: Asked = {},
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  const due = () => part === 1 || random() < part;
  const source = sourceOf(text, uri);
  const options: DocumentOptions = {
    severities,
    canDismiss: true,
    now,
    imported: { other: { source: sourceOf(imported), title: 'imported' } },
  };
  const fail = (what: string, message: string) => failures.push({ what, message });
  const attempt = <T>(what: string, ask: () => T): T | undefined => {
    try {
      const start = worked();
      const answer = ask();
      // The answers about a text hang on it: nobody can ask for the same again.
      const took = timed ? worked() - start : 0;
      if (took > patience(text.length + imported.length))
        fail(`time of ${what}`, `${Math.round(took)} ms for ${text.length} characters`);
      return answer;
    } catch (error) {
      fail(what, error instanceof Error ? (error.stack ?? error.message) : String(error));
      return undefined;
    }
  };
  const inside = (what: string, span: { readonly start: number; readonly end: number } | undefined) => {
    if (span && !(0 <= span.start && span.start <= span.end && span.end <= text.length))
      fail(what, `span ${span.start}–${span.end} of ${text.length}`);
  };
  const applied = (what: string, edits: readonly TextEdit[] | undefined) =>
    edits && attempt(`${what}: its edits`, () => applyEdits(text, edits));

  const info = attempt('describe', () => service.describe(source, options));
  const wellFormed = (result: string) => service.describe(sourceOf(result, uri), options).wellFormed;
  /** What somebody gets in the place of a well-formed definition is well-formed, too. */
  const staysSound = (what: string, result: string | undefined): void => {
    if (result !== undefined && info?.wellFormed && info.form !== 'none' && !stillSound(result, wellFormed))
      fail(what, `makes the text ill-formed:\n${result}`);
  };
  const findings = attempt('findings', () => service.findings(source, options)) ?? [];
  for (const { rule, at, related } of findings) {
    inside(`finding ${rule}`, at);
    for (const place of related) if ('at' in place) inside(`related to ${rule}`, place.at);
  }
  if (due()) for (const { at } of some(findings, mostFixes, random)) askAboutFinding(at);
  if (due()) tryFixAll();
  if (due()) tryFormat();
  if (due())
    staysSound(
      'renumber',
      applied(
        'renumber',
        attempt('renumber', () => service.renumber(source)),
      ),
    );
  for (let asked = 0; asked < mostPlaces; asked++)
    if (due()) await askAt(source, Math.floor(random() * (text.length + 1)));
  if (due()) askForShape();
  if (due()) tryConversion('import');
  if (due()) tryConversion('metadata');
  if (due()) askAboutImport();
  if (due()) askAboutBaseline();
  if (due()) askAboutBytes();
  if (due()) attempt('findings of a large file', () => service.findings(source, { ...options, largeFileSize: 10 }));
  if (due()) tryPreview();
  if (due()) attempt('explainMessage', () => service.explainMessage('Line 3: Invalid value', source, options));
  if (due()) attempt('dialing', () => service.dialing(source, ['5551212', '+1 415 555 0100'], {}));
  return failures;

  function askAboutFinding(at: Span): void {
    for (const fix of attempt('quickFixes', () => service.quickFixes(source, at, options)) ?? []) {
      const what = `fix of ${fix.rule} “${fix.title}”`;
      staysSound(what, applied(what, fix.edits));
    }
    attempt('dismissals', () => service.dismissals(source, at, options));
    attempt('acceptable', () => service.acceptable(source, at, options));
  }

  function tryFixAll(): void {
    const edits = attempt('fixAll', () => service.fixAll(source, options));
    const fixed = applied('fixAll', edits);
    if (fixed === undefined) return;
    staysSound('fixAll', fixed);
    const again = attempt('fixAll again', () => service.fixAll(sourceOf(fixed, uri), options));
    // A large text is mended as far as that goes in a few rounds.
    if (again && again.length > 0 && text.length < 20_000)
      fail('fixAll', `is not done after one time: ${JSON.stringify(again).slice(0, 300)}`);
  }

  function tryFormat(): void {
    const layout = { tabSize: 2, insertSpaces: true };
    const edits = attempt('format', () => service.format(source, layout));
    const formatted = applied('format', edits);
    if (formatted === undefined) return;
    staysSound('format', formatted);
    const again = attempt('format again', () => service.format(sourceOf(formatted, uri), layout));
    if (again && again.length > 0) fail('format', `is not done after one time: ${JSON.stringify(again).slice(0, 300)}`);
  }

  function askForShape(): void {
    const pile = attempt('outline', () => [...service.outline(source)]) ?? [];
    for (let symbol = pile.pop(); symbol; symbol = pile.pop()) {
      inside('outline', symbol.span);
      inside('outline', symbol.selection);
      pile.push(...symbol.children);
    }
    for (const { span } of attempt('foldingRanges', () => service.foldingRanges(source)) ?? []) inside('folding', span);
    for (const { at } of attempt('links', () => service.links(source)) ?? []) inside('link', at);
    for (const { at } of attempt('semanticTokens', () => service.semanticTokens(source, options)) ?? [])
      inside('token', at);
  }

  function tryConversion(to: 'import' | 'metadata'): void {
    const result = attempt(`convert to ${to}`, () => service.convert(source, to, options));
    if (result?.kind === 'converted' && !stillSound(result.text, wellFormed))
      fail(`convert to ${to}`, `gives an ill-formed text:\n${result.text}`);
  }

  function askAboutImport(): void {
    attempt('changes', () => service.changes(source, options)?.changes.map(({ fingerprint }) => fingerprint));
    staysSound(
      'importedText',
      attempt('importedText', () => service.importedText(source, options)),
    );
    attempt('reimportPlan', () => service.reimportPlan(source, [], options));
    for (const { at } of attempt('removedFields', () => service.removedFields(source, options)) ?? [])
      inside('removed field', { start: at, end: at });
    attempt('markImported', () =>
      service.markImported(source, undefined, { takenFrom: { kind: 'file', what: 'a.xml' }, importedOn: '2026-11-23' }),
    );
  }

  /** A file that people edit and merge by hand, and that lies beside any definition. */
  function askAboutBaseline(): void {
    const written = attempt('markImported', () =>
      service.markImported(source, undefined, { takenFrom: { kind: 'file', what: 'a.xml' }, importedOn: '2026-11-23' }),
    );
    if (written?.kind !== 'written') return;
    const file = damaged(written.text, random);
    const compared = { ...options, imported: { file: sourceOf(file, 'file:///w/a.callcenter-baseline.json') } };
    const against = sourceOf(imported, uri);
    attempt('findings beside a baseline', () => service.findings(against, compared));
    attempt('preview beside a baseline', () => service.preview(against, compared));
    const consent = { reason: 'because', by: 'somebody', on: '2026-11-24' };
    attempt('acceptChanges', () => service.acceptChanges(against, file, undefined, consent, compared));
    attempt('pruneAcceptances', () => service.pruneAcceptances(against, file, compared));
  }

  /** A file is bytes, and no text before it was decoded. */
  function askAboutBytes(): void {
    const bytes = new TextEncoder().encode(text);
    for (let flips = Math.floor(random() * 4); flips > 0 && bytes.length > 0; flips--)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    attempt('glimpse', () => glimpse(bytes.subarray(0, 1000)));
    const decoded = attempt('decode', () => decode(bytes));
    if (decoded?.kind === 'text' && !Buffer.from(decoded.text, 'utf8').equals(bytes)) fail('decode', 'other bytes');
    if (decoded?.kind === 'not-utf-8' && decoded.byteOffset > bytes.length)
      fail('decode', 'a place outside of the file');
  }

  /** Edits of a page leave a text sound, or are refused. */
  function tryPreview(): void {
    const format = settingsFormats[Math.floor(random() * settingsFormats.length)] ?? 'lightning';
    attempt('previewSettings', () => service.previewSettings(source, format, 'masked', options));
    const preview = attempt('preview', () => service.preview(source, options));
    const sections = preview && preview.state !== 'none' ? (preview.content?.sections ?? []) : [];
    const ids = sections.flatMap(({ id, items }) => [id, ...(items ?? []).map((item) => item.id)]);
    const id = ids[Math.floor(random() * ids.length)];
    if (!id) return;
    attempt('fieldValue', () => service.fieldValue(source, id));
    const spans = attempt('fieldSpans', () => service.fieldSpans(source, id));
    for (const span of Object.values(spans ?? {})) inside('field', span);
    const place = Math.floor(random() * 4);
    const operations: readonly PreviewOperation[] = [
      { kind: 'setValue', id, value: '<a> & "b"\n' },
      { kind: 'setLabel', id, label: `"'<&` },
      { kind: 'move', id, by: random() < 0.5 ? 1 : -1 },
      { kind: 'moveTo', id, place },
      { kind: 'addItem', section: id, name: 'team', value: ']]>' },
      { kind: 'addSection', name: 'teams', label: '<T>' },
      { kind: 'remove', id },
      { kind: 'setMode', mode: 'Classic_and_Lightning' },
      { kind: 'setSize', width: 300, height: 400 },
      { kind: 'setPrefixes', outside: '9', longDistance: '1', international: '011' },
    ];
    for (const operation of operations) {
      const what = `preview: ${operation.kind}`;
      const edit = attempt(what, () => service.previewEdit(source, operation, options));
      if (edit?.kind === 'edits') staysSound(what, applied(what, edit.edits));
    }
  }

  async function askAt(at: Source, offset: number): Promise<void> {
    const facts = {
      visualforcePages: ['Phone'],
      vendorApiNames: ['c__Acme'],
      definitions: [],
      packageDirectories: [],
      forceIgnores: [],
    };
    for (const item of attempt('completions', () => service.completions(at, offset, facts, options)) ?? []) {
      inside(`completion ${item.label}`, item.replace);
      const edits = [...item.additional, { span: item.replace, newText: item.plain }];
      applied(`completion ${item.label}`, edits);
    }
    inside('hover', attempt('hover', () => service.hover(at, offset, options))?.at);
    for (const span of attempt('selectionRanges', () => service.selectionRanges(at, offset)) ?? [])
      inside('selection', span);
    for (const span of attempt('highlights', () => service.highlights(at, offset)) ?? []) inside('highlight', span);
    for (const span of attempt('linkedEditing', () => service.linkedEditing(at, offset)) ?? []) inside('linked', span);
    attempt('autoClose', () => service.autoClose(at, offset));
    inside('target', attempt('target', () => service.target(at, offset))?.at);
    const key = attempt('keyAt', () => service.keyAt(at, offset));
    inside('key', key?.at);
    if (key) attempt('nameTrouble', () => service.nameTrouble(at, key.key, '1<x'));
    attempt('fieldAt', () => service.fieldAt(at, offset));
    try {
      const start = worked();
      inside('hover in settings', (await service.settingsHover(at, offset, options))?.at);
      for (const { label, replace } of (await service.settingsCompletions(at, offset, facts, options)) ?? [])
        inside(`completion in settings ${label}`, replace);
      const took = timed ? worked() - start : 0;
      if (took > patience(text.length))
        fail('time of settings', `${Math.round(took)} ms for ${text.length} characters`);
    } catch (error) {
      fail('customSettings', error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}

/** A text without some of its characters, or with others. */
function damaged(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const length = Math.floor(random() * 20);
  const others = ['', '{', '[', '"', '<<<<<<< HEAD\n', '-1', 'null', '\\u0000', text.slice(at, at + 200)];
  return random() < 0.3
    ? text
    : text.slice(0, at) + (others[Math.floor(random() * others.length)] ?? '') + text.slice(at + length);
}

/** What is no definition any more has no verdict, and nobody has broken it. */
function stillSound(text: string, wellFormed: (text: string) => boolean): boolean {
  return wellFormed(text) || service.describe(sourceOf(text)).form === 'none';
}

function some(findings: readonly Finding[], most: number, random: () => number): readonly Finding[] {
  if (findings.length <= most) return findings;
  return Array.from({ length: most }, () => findings[Math.floor(random() * findings.length)]).filter(
    (finding) => finding !== undefined,
  );
}
