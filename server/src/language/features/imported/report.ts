import * as l10n from '@vscode/l10n';
import { isFieldSetChange } from '../../baseline/change.ts';
import type { ComparedChange, Comparison } from '../../baseline/compare.ts';
import { fieldKey, itemAt, sectionAt } from '../../baseline/field-key.ts';
import { internalNameOf } from '../../model/internal-name.ts';
import type { RuleContext, Severity } from '../../rules/define-rule.ts';
import { fieldSeverity } from '../../rules/field-changes.ts';
import { type Level, levelOf, type RuleChoice } from '../../rules/presets.ts';
import { rules } from '../../rules/registry.ts';
import type { ChangeReport, ReportedChange } from '../../service/changes.ts';
import type { Span } from '../../text/span.ts';

const collisionRule = 'field-set-changed-same-internal-name';

/** Every change since the import with what it counts as, accepted ones and those that a section takes along included. */
export function changeReport(context: RuleContext, choice: RuleChoice): ChangeReport | undefined {
  const { comparison } = context;
  if (!comparison) return undefined;
  const { title, importedOn, changes } = comparison;
  const collision = comparison.collision();
  const level = (rule: string, own?: Severity): Level => {
    const found = rules.find(({ id }) => id === rule);
    return found ? levelOf(found, own, choice) : 'off';
  };
  const ofField = fieldSeverity(context.definition);
  const reported = changes.map(
    (change): ReportedChange =>
      reportedChange(change, context, comparison, level(change.kind, isFieldSetChange(change) ? ofField : undefined)),
  );
  const name = internalNameOf(context.definition);
  const nameKey = '/reqGeneralInfo/reqInternalName';
  const colliding: ReportedChange[] =
    collision && name
      ? [
          {
            rule: collisionRule,
            severity: level(collisionRule),
            section: 'reqGeneralInfo',
            item: 'reqInternalName',
            from: nameKey,
            to: nameKey,
            was: name.text,
            now: name.text,
            fingerprint: () => collision.fingerprint,
            confidence: 1,
            accepted: collision.accepted,
            withSection: false,
            title: l10n.t('Fields have changed under the internal name {0}', name.text),
            at: name.span.end > name.span.start ? name.span : rootSpan(context),
          },
        ]
      : [];
  return { title, importedOn, changes: [...colliding, ...reported] };
}

function reportedChange(
  change: ComparedChange,
  context: RuleContext,
  comparison: Comparison,
  severity: Level,
): ReportedChange {
  const { kind, from, to, was, now, confidence, accepted, withSection } = change;
  const fromKey = fieldKey(comparison.was, from);
  const toKey = fieldKey(comparison.now, to);
  // By their places, not out of the key: a name may hold a slash.
  const [fields, place] = to ? [comparison.now, to] : [comparison.was, from];
  return {
    rule: kind,
    severity,
    section: place && sectionAt(fields, place)?.name,
    item: place && itemAt(fields, place)?.name,
    from: fromKey,
    to: toKey,
    was,
    now,
    fingerprint: () => comparison.fingerprintOf(change),
    confidence,
    accepted,
    withSection,
    title: titleOf(change, fromKey ?? '', toKey ?? ''),
    at: placeOfChange(change, context, comparison),
  };
}

/** One line that says what has changed: names, labels and places, and no value. */
export function titleOf({ kind, was, now }: ComparedChange, from: string, to: string): string {
  switch (kind) {
    case 'section-added':
    case 'item-added':
      return l10n.t('{0} was added', to);
    case 'section-removed':
    case 'item-removed':
      return l10n.t('{0} was removed', from);
    case 'section-renamed':
    case 'item-renamed':
      return l10n.t('{0} was renamed to {1}', from, to);
    case 'item-moved':
      return l10n.t('{0} was moved to {1}', from, to);
    case 'label-changed':
      return l10n.t('The label of {0} was changed from “{1}” to “{2}”', to, was ?? '', now ?? '');
    case 'order-changed':
      return l10n.t('{0} went from place {1} to place {2}', to, was ?? '', now ?? '');
    case 'value-changed':
      return l10n.t('The value of {0} was changed', to);
    case 'flavour-changed':
      return l10n.t('The kind of call center was changed');
    case 'internal-name-changed':
      return l10n.t('The internal name was changed from {0} to {1}', was ?? '', now ?? '');
  }
}

/** Where the definition shows a change; for what is gone, the name of the section that it stood in. */
function placeOfChange(change: ComparedChange, context: RuleContext, comparison: Comparison): Span | undefined {
  const { kind, from, to } = change;
  if (to) {
    const found = comparison.parts[to.section];
    const part = to.item === undefined ? found?.section : found?.items[to.item];
    if (kind === 'label-changed') return part?.label?.span ?? part?.element.nameSpan;
    if (kind === 'value-changed' && part && 'value' in part) return part.value.span;
    return part?.name?.span;
  }
  if (kind === 'internal-name-changed') return internalNameOf(context.definition)?.span;
  const section = from?.item === undefined ? undefined : comparison.sectionNow(from.section);
  return section?.name?.span ?? rootSpan(context);
}

function rootSpan({ definition }: RuleContext): Span | undefined {
  return definition.root?.nameSpan;
}
