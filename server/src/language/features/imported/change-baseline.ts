import * as l10n from '@vscode/l10n';
import { accept, type Consent, mark, prune, type Rewritten } from '../../baseline/acceptance.ts';
import type { Import } from '../../baseline/baseline.ts';
import { fieldSetOf } from '../../baseline/field-set.ts';
import type { Catalog } from '../../catalog/types.ts';
import { definitionOf } from '../../model/read.ts';
import type { ChangeReport } from '../../service/changes.ts';
import type { Source } from '../../text/source.ts';

/** The baseline file of a definition that was just imported. */
export function markImported(present: string | undefined, imported: Import, from: Source, catalog: Catalog): Rewritten {
  const definition = definitionOf(from);
  if (!definition.body) return refused(l10n.t('This is no call center definition, so it has no fields to keep.'));
  return mark(present, fieldSetOf(definition, catalog), imported, catalog);
}

/** The baseline file with changes accepted. */
export function acceptChanges(
  present: string,
  report: ChangeReport | undefined,
  fingerprints: readonly string[] | undefined,
  consent: Consent,
): Rewritten {
  if (!report) return refused(l10n.t('Nothing is known of an import of this definition: there is nothing to accept.'));
  const open = report.changes.filter(({ accepted, withSection }) => !accepted && !withSection);
  const byFingerprint = new Map(
    (fingerprints ? report.changes : []).map((change) => [change.fingerprint(), change] as const).reverse(),
  );
  const chosen = fingerprints
    ? fingerprints.map((wanted) => byFingerprint.get(wanted))
    : // With every single change the collision is accepted, too.
      open.filter(({ rule }) => rule !== 'field-set-changed-same-internal-name');
  const known = chosen.filter((change) => change !== undefined);
  if (known.length < chosen.length) {
    return refused(l10n.t('A change that was to be accepted is not there any more, or it is another one by now.'));
  }
  if (known.length === 0) return refused(l10n.t('There is no change to accept.'));
  return accept(
    present,
    known.map(({ fingerprint, rule, from, to }) => ({ fingerprint: fingerprint(), rule, from, to })),
    consent,
  );
}

/**
 * The baseline file without acceptances of changes that are not there any more.
 * @param other what the definition is compared with instead of the file: then nobody knows which of them are
 */
export function pruneAcceptances(present: string, report: ChangeReport | undefined, other?: string): Rewritten {
  if (!report) return refused(l10n.t('Nothing is known of an import of this definition: there is nothing to prune.'));
  if (other !== undefined) {
    return refused(
      l10n.t(
        'The definition is compared with {0}. Compare it with the baseline first, and take out what is left over then.',
        other,
      ),
    );
  }
  return prune(present, new Set(report.changes.map(({ fingerprint }) => fingerprint())));
}

function refused(reason: string): Rewritten {
  return { kind: 'refused', reason };
}
