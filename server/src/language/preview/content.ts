import * as l10n from '@vscode/l10n';
import type { Catalog, ItemEntry, SectionEntry } from '../catalog/types.ts';
import { internalNameOf } from '../model/internal-name.ts';
import { placeholdersIn } from '../model/placeholders.ts';
import type { RuleContext } from '../rules/define-rule.ts';
import type { Finding } from '../service/findings.ts';
import type { Span } from '../text/span.ts';
import { addableItems, addableSections } from './addable.ts';
import { controlFor, entryBeside, needOf, summaryOf } from './controls.ts';
import { finderOf } from './field-at.ts';
import { type Fields, fieldsOf, generalItem, type ItemPart, nameOf, type Part, type SectionPart } from './fields.ts';
import { goneItem, goneSection } from './gone.ts';
import { type Marks, marksOf } from './marks.ts';
import {
  type FieldId,
  mostFieldsAtOnce,
  type PreviewContent,
  type PreviewItem,
  type PreviewProblem,
  type PreviewSection,
} from './preview.ts';
import { softphoneOf } from './softphone.ts';

type Problems = ReadonlyMap<Part | undefined, readonly PreviewProblem<Span>[]>;

interface Known {
  readonly context: RuleContext;
  readonly problems: Problems;
  readonly marks: Marks | undefined;
  /** Whether the items of a section are given. */
  readonly wants: (id: FieldId) => boolean;
}

/**
 * All that a page shows of a definition with a body.
 *
 * @param wanted in a large definition, the sections whose items are given; undefined: all
 */
export function contentOf(
  context: RuleContext,
  findings: readonly Finding[],
  wanted?: ReadonlySet<FieldId>,
): PreviewContent<Span> {
  const { source, definition, flavour, catalog, comparison } = context;
  const fields = fieldsOf(source);
  const total = fields.sections.reduce((sum, { items }) => sum + items.length, 0);
  const marks = comparison && marksOf(comparison);
  const problems = byPart(context, findings);
  const wants: Known['wants'] = (id) => !wanted || total <= mostFieldsAtOnce || wanted.has(id);
  const known: Known = { context, problems, marks, wants };
  const displayName = definition.metadata?.displayName ?? generalItem(definition, 'reqDisplayName')?.value;
  const gone = (behind: SectionPart | undefined) =>
    (comparison &&
      marks?.goneSections.get(behind?.section)?.map((one) => goneSection(context, comparison, one, wants))) ??
    [];
  return {
    body: definition.body ?? 'import',
    flavour,
    flavourTitle: l10n.t(catalog.flavourInfo[flavour].title),
    interface: context.interface,
    displayName: displayName?.text.trim() ?? '',
    internalName:
      internalNameOf(definition)?.text ?? generalItem(definition, 'reqInternalName')?.value.text.trim() ?? '',
    parts: fields.beside.map((part) => besideItem(part, known)),
    sections: [
      ...gone(undefined),
      ...fields.sections.flatMap(({ part, items }) => [sectionOf(part, items, known), ...gone(part)]),
    ],
    addable: addableSections(definition, flavour, catalog),
    problems: problems.get(undefined) ?? [],
    ...(comparison && {
      baseline: {
        title: comparison.title,
        ...(comparison.importedOn !== undefined && { importedOn: comparison.importedOn }),
      },
    }),
    softphone: softphoneOf(context),
  };
}

/** Every finding with the innermost part that it begins in. */
function byPart({ source }: RuleContext, findings: readonly Finding[]): Problems {
  const find = finderOf(source);
  const problems = new Map<Part | undefined, PreviewProblem<Span>[]>();
  for (const { rule, severity, message, at } of findings) {
    const part = find(at.start);
    const problem = { rule, severity, message, at };
    const there = problems.get(part);
    if (there) there.push(problem);
    else problems.set(part, [problem]);
  }
  return problems;
}

function sectionOf(part: SectionPart, items: readonly ItemPart[], known: Known): PreviewSection<Span> {
  const { context, problems, marks, wants } = known;
  const { definition, flavour, catalog, comparison } = context;
  const { section } = part;
  const name = nameOf(section);
  const entry = catalog.section(name);
  const gone = marks?.goneItems.get(section);
  const goneBehind = (item: ItemPart | undefined) =>
    (comparison && gone?.get(item?.item)?.map((one) => goneItem(context, comparison, one))) ?? [];
  const given = () =>
    gone
      ? [...goneBehind(undefined), ...items.flatMap((item) => [itemOf(item, known, catalog), ...goneBehind(item)])]
      : items.map((item) => itemOf(item, known, catalog));
  const shownItems = wants(part.id) ? given() : undefined;
  const hiddenProblems = shownItems ? 0 : items.reduce((sum, item) => sum + (problems.get(item)?.length ?? 0), 0);
  return {
    id: part.id,
    name,
    label: section.label?.text.trim() || name,
    ...(name !== '' && { key: `/${name}` }),
    need: needOf(entry, flavour),
    ...withSummary(entry),
    count: items.length + countOf(gone),
    ...(shownItems && { items: shownItems }),
    ...(hiddenProblems > 0 && { hiddenProblems }),
    addable: addableItems(definition, section, flavour, catalog),
    ...withMarks(problems.get(part), marks?.of.get(section)),
  };
}

function countOf(gone: ReadonlyMap<unknown, readonly unknown[]> | undefined): number {
  return gone ? [...gone.values()].reduce((sum, some) => sum + some.length, 0) : 0;
}

function itemOf(part: ItemPart, known: Known, catalog: Catalog): PreviewItem<Span> {
  const { context, problems, marks } = known;
  const { item } = part;
  const section = nameOf(part.section.section);
  const name = nameOf(item);
  const entry = catalog.item(section, name);
  const value = item.value.text;
  return {
    id: part.id,
    name,
    label: item.label?.text.trim() || name,
    ...(name !== '' && section !== '' && { key: `/${section}/${name}` }),
    need: needOf(entry, context.flavour),
    ...withSummary(entry),
    ...shown(name, entry, value, known),
    ...(item.valueIsPlain && placeholdersIn(context.source.text, item.value.span).length > 0 && { placeholder: true }),
    ...(!item.valueIsPlain && { locked: mixedValue() }),
    ...withMarks(problems.get(part), marks?.of.get(item)),
  };
}

function besideItem(part: Fields['beside'][number], known: Known): PreviewItem<Span> {
  const { context, problems } = known;
  const entry = entryBeside(context.catalog, part.name);
  const label = part.kind === 'element' ? part.label?.text.trim() : undefined;
  const stated = part.kind === 'setting' || part.field !== undefined;
  return {
    id: part.id,
    name: part.name,
    label: label || (part.kind === 'element' ? entry?.label : undefined) || part.name,
    need: needOf(entry, context.flavour),
    ...withSummary(entry),
    ...shown(part.name, entry, part.value, known),
    offers: part.kind === 'element' && part.name !== 'adapterUrl' ? 'label' : 'remove',
    ...(!stated && { locked: l10n.t('The name of the file says it.') }),
    ...withMarks(problems.get(part), undefined),
  };
}

function shown(name: string, entry: ItemEntry | undefined, value: string, { context }: Known) {
  const control = controlFor(name, entry, value, context.interface);
  const filled = value.trim() !== '';
  return {
    control,
    ...(!(control.kind === 'secret' && filled) && { value }),
    ...(filled && { filled: true as const }),
    ...(entry?.editableAfterImport === false && { fixedAfterImport: true as const }),
  };
}

/** Why a value that is more than text can only be edited where it is written. */
export function mixedValue(): string {
  return l10n.t('The value holds elements or entities that are not known here: edit it in the text.');
}

function withSummary(entry: ItemEntry | SectionEntry | undefined): { readonly summary?: string } {
  return entry ? { summary: summaryOf(entry) } : {};
}

function withMarks(
  problems: readonly PreviewProblem<Span>[] | undefined,
  marks: PreviewItem<Span>['marks'],
): Pick<PreviewItem<Span>, 'problems' | 'marks'> {
  return { ...(problems && { problems }), ...(marks && { marks }) };
}
