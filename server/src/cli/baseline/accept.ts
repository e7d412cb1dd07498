import { fileURLToPath } from 'node:url';
import * as l10n from '@vscode/l10n';
import {
  type Consent,
  createSource,
  type DocumentOptions,
  type LanguageService,
  type Rewritten,
} from '../../language/index.ts';
import { changeFile } from '../change-file.ts';
import { type Compared, compared } from '../compared.ts';
import type { Agreed } from '../configs.ts';
import { FileTrouble, shown } from '../files.ts';
import { baselinePlace } from '../imports.ts';
import type { AcceptRequest, PruneRequest } from './run.ts';

/**
 * Accepts changes in the baseline file of a definition, for a reason.
 * @returns what was done, for people
 * @throws FileTrouble when it cannot be done; the file is then as it was
 */
export async function acceptOf(
  file: string,
  { baseline, reason, fingerprints }: AcceptRequest,
  agreed: Agreed,
  who: Omit<Consent, 'reason'>,
  service: LanguageService,
): Promise<string> {
  const looking = fingerprints ? withValues(agreed) : agreed;
  const comparison = await compared(file, looking, baseline, service);
  const open = comparison.report.changes.filter(({ accepted, withSection }) => !accepted && !withSection);
  if (!fingerprints && open.length === 0) return l10n.t('there is no change that nobody has accepted');
  const strange = fingerprints?.find(
    (one) => !comparison.report.changes.some(({ fingerprint }) => fingerprint() === one),
  );
  if (strange !== undefined) {
    throw new FileTrouble(l10n.t('no change has the fingerprint {0}; “diff” prints those that there are', strange));
  }
  const changed = await rewrite(file, agreed, comparison, (present, options) =>
    service.acceptChanges(comparison.source, present, fingerprints, { ...who, reason }, options),
  );
  return changed ? l10n.t('accepted by {0}; commit the baseline', who.by) : l10n.t('it was accepted before');
}

/**
 * Takes acceptances of changes that are not there any more out of the baseline file.
 * @returns what was done, for people
 * @throws FileTrouble when it cannot be done; the file is then as it was
 */
export async function pruneOf(
  file: string,
  { baseline }: PruneRequest,
  agreed: Agreed,
  service: LanguageService,
): Promise<string> {
  const comparison = await compared(file, agreed, baseline, service);
  const { other } = comparison.options.imported;
  if (other) {
    throw new FileTrouble(
      l10n.t(
        'compared with {0}, nobody knows which acceptances still count; name the baseline file with --baseline',
        other.title,
      ),
    );
  }
  const changed = await rewrite(file, agreed, comparison, (present, options) =>
    service.pruneAcceptances(comparison.source, present, options),
  );
  return changed ? l10n.t('acceptances of what is gone are gone, too') : l10n.t('every acceptance still counts');
}

/** The change is made in the text that is in the file at that moment, and judged by it. */
async function rewrite(
  file: string,
  { baseline }: Agreed,
  { options }: Compared,
  change: (present: string, options: DocumentOptions) => Rewritten,
): Promise<boolean> {
  const { imported } = options;
  const place = imported.file ? fileURLToPath(imported.file.uri) : baselinePlace(file, baseline.path);
  return changeFile(place, (present) => {
    if (present === undefined) {
      throw new FileTrouble(
        l10n.t('acceptances stand in the baseline file, and there is no {0}; “baseline write” makes it', shown(place)),
      );
    }
    const uri = imported.file?.uri ?? '';
    const now = { ...options, imported: { ...imported, file: createSource(uri, 0, present.replace(/^\ufeff/, '')) } };
    const result = change(present, now);
    if (result.kind === 'refused') throw new FileTrouble(`${shown(place)}: ${result.reason}`);
    return result.text;
  });
}

/** Who names a change means it, also one that nobody is told of. */
function withValues({ choice, baseline }: Agreed): Agreed {
  return { baseline, choice: { ...choice, severities: { 'value-changed': 'information', ...choice.severities } } };
}
