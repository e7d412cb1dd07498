import * as l10n from '@vscode/l10n';
import { flavourOf, interfaceOf, isLarge } from './analysis.ts';
import type { ComparedChange } from './baseline/compare.ts';
import { createCatalog } from './catalog/catalog.ts';
import { convert } from './convert/convert.ts';
import { newDefinition } from './convert/template.ts';
import { dialPreset, presetCountries } from './dialing/country-preset.ts';
import { dialAll } from './dialing/dial.ts';
import { createNumberingPlans } from './dialing/plans.ts';
import { complete } from './features/completion.ts';
import { completeSettings, hoverSettings } from './features/custom-settings/ask.ts';
import { dialingOf, prefixesUnused } from './features/dialing.ts';
import { explainMessage, type Subject } from './features/explain-message.ts';
import { format } from './features/format.ts';
import { hover } from './features/hover.ts';
import { acceptChanges, markImported, pruneAcceptances } from './features/imported/change-baseline.ts';
import { importedText } from './features/imported/imported-text.ts';
import { reimportPlan } from './features/imported/reimport-plan.ts';
import { removedFields } from './features/imported/removed-fields.ts';
import { changeReport } from './features/imported/report.ts';
import { largeFileNotice } from './features/large-file.ts';
import { links } from './features/links.ts';
import { outline } from './features/outline.ts';
import { foldingRanges, selectionRanges } from './features/ranges.ts';
import { keyAt, nameTrouble } from './features/run-time-keys.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { autoClose, linkedNames, tagHighlights } from './features/tag-pair.ts';
import { targetAt } from './features/targets.ts';
import { createLooks } from './looks.ts';
import { definitionOf, verdictOf } from './model/read.ts';
import { createFindNamed } from './model/surroundings.ts';
import { previewEdit } from './preview/edit.ts';
import { fieldAt } from './preview/field-at.ts';
import { fieldsOf, spansOf } from './preview/fields.ts';
import { previewOf } from './preview/preview-of.ts';
import { previewSettings } from './preview/settings-texts.ts';
import type { Fix, Rule } from './rules/define-rule.ts';
import { optionsOfExamples } from './rules/example-options.ts';
import { fixAll, type Look } from './rules/fix-all.ts';
import { renumberAll } from './rules/numbering.ts';
import { rules } from './rules/registry.ts';
import { rulePage } from './rules/rule-page.ts';
import type { RuleFailure } from './rules/run.ts';
import { silencing } from './rules/silencing.ts';
import type { Acceptable, Finding, QuickFix } from './service/findings.ts';
import type { DocumentOptions, LanguageService } from './service.ts';
import { createSource, type Source } from './text/source.ts';
import { overlaps, type Span } from './text/span.ts';

export {
  type BaselineSource,
  baselinePathTrouble,
  baselineSuffix,
  baselineUri,
  parseBaselineSource,
  uriBeside,
} from './baseline/baseline-file.ts';
export { baselineIn } from './baseline/compare.ts';
export type { Flavour } from './catalog/types.ts';
export { flavours } from './catalog/types.ts';
export { type Configs, configName, createConfigs, type FoundConfig, placesOfConfig } from './config/find-config.ts';
export { type BaselineChoice, type Config, type ConfigProblem, foremost, readConfig } from './config/read-config.ts';
export { layered, unknownLevel, unknownRule } from './config/rule-choice.ts';
export { shownPrefix } from './dialing/toolkit.ts';
export { largeFile } from './features/large-file.ts';
export { keyPlaces, namesOf } from './features/run-time-keys.ts';
export type { Form } from './model/definition.ts';
export { decoded, fileNameOf } from './model/file-name.ts';
export { sniff, sniffLength } from './model/sniff.ts';
export { isInPackage } from './model/surroundings.ts';
export { settingsFormats } from './preview/preview.ts';
export { abridged } from './rules/abridged.ts';
export type { Related, Rule, Severity, Tier } from './rules/define-rule.ts';
export { type Level, levelOf, levels, type Preset, presets, type RuleChoice } from './rules/presets.ts';
export type * from './service/changes.ts';
export type * from './service/editing.ts';
export type * from './service/findings.ts';
export type * from './service/messages.ts';
export type * from './service/preview.ts';
export type * from './service.ts';
export { applyEdits, type TextEdit } from './text/edits.ts';
export { createSource, type Position, type Source, type SourceChange, updateSource } from './text/source.ts';
export type { Span } from './text/span.ts';
export {
  createDefinitionIndex,
  type DefinitionIndex,
  definitionSuffixes,
  knownDefinition,
  largestDefinition,
} from './workspace/definition-index.ts';
export type { FileHost, FoundDefinition } from './workspace/file-host.ts';
export {
  type Comparand,
  type FoundImport,
  findImport,
  type ImportHost,
  type ReadRevision,
  type RevisionText,
} from './workspace/find-import.ts';
export { type GitPatterns, gitPatterns, isWithinReason, tellLeftOut } from './workspace/git-patterns.ts';
export {
  type FilePlace,
  findPages,
  findVendors,
  namePlace,
  readSources,
  searchCode,
} from './workspace/project-search.ts';
export { factFileSuffixes, gatherFacts, noFacts } from './workspace/workspace-facts.ts';

export interface ServiceOptions {
  /** Told when a rule fails; the answer then lacks that rule's findings only. Without it a failure is thrown. */
  readonly onRuleFailure?: RuleFailure;
}

/** Edits of all fixes that are offered at once. Each of very many fixes may make room among very many items. */
const mostEdits = 20_000;

/** The language as one object. It holds no state about documents: what is derived from one hangs on it. */
export function createLanguageService({ onRuleFailure }: ServiceOptions = {}): LanguageService {
  const catalog = createCatalog();
  const failed: RuleFailure =
    onRuleFailure ??
    ((ruleId, error) => {
      throw new Error(`rule ${ruleId} failed`, { cause: error });
    });

  const knowledge = { catalog, plans: createNumberingPlans(), findNamed: createFindNamed() };
  const { context: contextOf, look, lookToMend, steps } = createLooks(rules, knowledge, failed);

  function featureContext(source: Source, options: DocumentOptions) {
    return { catalog, flavour: flavourOf(definitionOf(source), options) };
  }

  function fixesOfExamples(rule: Rule): readonly Fix[] {
    const { uri, options } = optionsOfExamples(rule);
    return rule.examples.bad.flatMap((example) => {
      const seen = look(createSource(uri, 0, example.replace(/[\u00ab\u00bb]/g, '')), options);
      const own = seen?.found.filter((found) => found.rule === rule) ?? [];
      return own.flatMap(({ problem }) => (seen && rule.fix?.(problem, seen.context)) ?? []);
    });
  }

  function mendingFixes({ found, context }: Look, touching: (at: Span) => boolean): QuickFix[] {
    const fixes: QuickFix[] = [];
    const shared = new Set<object>();
    let edits = 0;
    for (const { rule, problem } of found) {
      const { at, sharedFix } = problem;
      if (edits > mostEdits || !touching(at) || (sharedFix && shared.has(sharedFix))) continue;
      if (sharedFix) shared.add(sharedFix);
      for (const fix of rule.fix?.(problem, context) ?? []) {
        edits += fix.edits.length;
        fixes.push({ rule: rule.id, at, ...fix });
      }
    }
    return fixes;
  }

  function findingsOf({ found }: Look): Finding[] {
    return found.map(({ rule, problem, severity }) => ({
      rule: rule.id,
      severity,
      at: problem.at,
      message: problem.message,
      related: problem.related ?? [],
    }));
  }

  function subjectOf(source: Source, options: DocumentOptions): Subject | undefined {
    const seen = look(source, options);
    if (!seen) return undefined;
    const fixes = (finding: Finding) =>
      mendingFixes(seen, (at) => at === finding.at).filter(({ rule }) => rule === finding.rule);
    return { source, findings: findingsOf(seen), fixes };
  }

  return {
    rules,
    describe(source, options = {}) {
      const definition = definitionOf(source);
      const flavour = flavourOf(definition, options);
      return {
        form: definition.form,
        flavour,
        flavourChosen: flavour !== undefined && options.flavour !== undefined,
        interface: interfaceOf(definition, flavour),
        wellFormed: definition.form !== 'none' && verdictOf(source).kind === 'well-formed',
      };
    },
    findings(source, options = {}) {
      const seen = look(source, options);
      if (!seen) return [];
      const { largeFileSize } = options;
      const notice = seen.context.large && largeFileSize !== undefined;
      return notice ? [largeFileNotice(seen.context, largeFileSize), ...findingsOf(seen)] : findingsOf(seen);
    },
    read(source) {
      if (definitionOf(source).form !== 'none') verdictOf(source);
    },
    prepare: (source, options = {}) => steps(source, options),
    quickFixes(source, span, options = {}) {
      const seen = look(source, options);
      if (!seen) return [];
      const touching = seen.found.filter(({ problem }) => overlaps(problem.at, span));
      const silence = touching.flatMap(({ rule, problem }) => {
        const fix = rule.onBrokenText === 'always' ? undefined : silencing(source, problem.at, rule.id);
        return fix ? [{ rule: rule.id, at: problem.at, ...fix }] : [];
      });
      return [...mendingFixes(seen, (at) => overlaps(at, span)), ...silence];
    },
    dismissals(source, span, options = {}) {
      return (look(source, options)?.found ?? [])
        .filter(({ rule, problem }) => rule.dismissible && overlaps(problem.at, span))
        .map(({ rule, problem }) => ({ rule: rule.id, at: problem.at, title: l10n.t('Do not show this again') }));
    },
    fixAll: (source, options = {}) => fixAll(source, (current) => lookToMend(current, options)),
    completions: (source, offset, facts, options = {}) =>
      complete(source, offset, facts, featureContext(source, options)),
    settingsCompletions: (source, offset, facts, options = {}) =>
      completeSettings(source, offset, facts, featureContext(source, options)),
    settingsHover: (source, offset, options = {}) => hoverSettings(source, offset, featureContext(source, options)),
    hover: (source, offset, options = {}) => hover(source, offset, featureContext(source, options)),
    outline: (source, options = {}) => outline(source, catalog, isLarge(source, options) ? 'sections' : 'items'),
    foldingRanges,
    selectionRanges: (source, offset) => (definitionOf(source).form === 'none' ? [] : selectionRanges(source, offset)),
    highlights: (source, offset) => (definitionOf(source).form === 'none' ? [] : tagHighlights(source, offset)),
    linkedEditing: (source, offset) => (definitionOf(source).form === 'none' ? undefined : linkedNames(source, offset)),
    autoClose: (source, offset) => (definitionOf(source).form === 'none' ? undefined : autoClose(source, offset)),
    links,
    format,
    semanticTokens: (source, options = {}) =>
      isLarge(source, options) ? [] : semanticTokens(source, catalog, flavourOf(definitionOf(source), options)),
    renumber(source) {
      const definition = definitionOf(source);
      return definition.body === 'import' ? renumberAll(definition, catalog) : [];
    },
    rulePage(id) {
      const rule = rules.find((candidate) => candidate.id === id);
      return rule && rulePage(rule, fixesOfExamples(rule));
    },
    explainMessage: (text, source, options = {}) => explainMessage(text, source && subjectOf(source, options), catalog),
    target: targetAt,
    keyAt: (source, offset) => keyAt(source, offset, catalog),
    nameTrouble: (source, key, name) => nameTrouble(source, key, name, catalog),
    convert(source, target, options = {}) {
      const definition = definitionOf(source);
      return convert(definition, target, flavourOf(definition, options) ?? 'openCti', catalog);
    },
    changes(source, options = {}) {
      const context = contextOf(source, options);
      return context && changeReport(context, options);
    },
    acceptable(source, span, options = {}) {
      const seen = look(source, options);
      const comparison = seen?.context.comparison;
      if (!comparison) return [];
      const changes = new Map<unknown, ComparedChange>(comparison.changes.map((change) => [change, change]));
      return seen.found.flatMap(({ rule, problem: { at, data } }): Acceptable[] => {
        if (!overlaps(at, span)) return [];
        const change = changes.get(data);
        const fingerprint = change
          ? comparison.fingerprintOf(change)
          : data !== undefined && data === comparison.collision()
            ? comparison.collision()?.fingerprint
            : undefined;
        return fingerprint === undefined
          ? []
          : [{ rule: rule.id, at, fingerprint, title: l10n.t('Accept this change…') }];
      });
    },
    importedText(source, options = {}) {
      const context = (text: Source) => contextOf(text, acceptingNothing(options));
      return context(source)?.comparison && importedText(source, context);
    },
    removedFields(source, options = {}) {
      const comparison = contextOf(source, options)?.comparison;
      return comparison ? removedFields(source, comparison) : [];
    },
    reimportPlan(source, uses, options = {}) {
      const context = contextOf(source, options);
      return context && reimportPlan(context, uses);
    },
    markImported: (source, present, imported, from = source) => markImported(present, imported, from, catalog),
    acceptChanges(source, present, fingerprints, consent, options = {}) {
      const context = contextOf(source, options);
      return acceptChanges(present, context && changeReport(context, options), fingerprints, consent);
    },
    pruneAcceptances(source, present, options = {}) {
      // A changed value may be accepted, and then must be looked for.
      const context = contextOf(source, withValues(options));
      const report = context && changeReport(context, options);
      return pruneAcceptances(present, report, options.imported?.other?.title);
    },
    preview(source, options = {}, wanted = undefined) {
      const seen = look(source, options);
      return previewOf(source, seen?.context, () => (seen ? findingsOf(seen) : []), wanted);
    },
    previewEdit: (source, operation, options = {}) => previewEdit(contextOf(source, options), operation),
    previewSettings(source, format, secrets, options = {}, most = undefined) {
      const context = contextOf(source, options);
      return context?.definition.body && previewSettings(context, format, secrets, most);
    },
    fieldValue(source, id) {
      const part = fieldsOf(source).byId.get(id);
      if (!part || part.kind === 'section') return undefined;
      return part.kind === 'item' ? part.item.value.text : part.value;
    },
    fieldSpans(source, id) {
      const part = fieldsOf(source).byId.get(id);
      return part && spansOf(source, part);
    },
    fieldAt,
    newDefinition: (flavour) => newDefinition(flavour, catalog),
    dialing: (source, numbers, options = {}) => dialingOf(source, numbers, options),
    prefixesUnused(source, options = {}) {
      const context = contextOf(source, options);
      return context && prefixesUnused(context);
    },
    dialingWith: (prefixes, numbers, options) => dialAll(numbers, prefixes, options),
    dialingCountries: presetCountries,
    dialingPreset: dialPreset,
  };
}

function acceptingNothing(options: DocumentOptions): DocumentOptions {
  return options.imported ? { ...options, imported: { ...options.imported, acceptingNothing: true } } : options;
}

function withValues(options: DocumentOptions): DocumentOptions {
  return { ...options, severities: { ...options.severities, 'value-changed': 'information' } };
}
