import * as l10n from '@vscode/l10n';
import { isFieldSetChange } from '../baseline/change.ts';
import type { Collision } from '../baseline/compare.ts';
import { sources } from '../catalog/sources.ts';
import { internalNameOf, nextInternalName } from '../model/internal-name.ts';
import { defineRule } from './define-rule.ts';
import { replaceSpan } from './edits.ts';
import { inGeneralInfo, item } from './example-text.ts';
import { fieldSetSources } from './field-changes.ts';

export const fieldSetChangedSameInternalName = defineRule<Collision>({
  id: 'field-set-changed-same-internal-name',
  severity: 'error',
  tier: 'documented',
  forms: ['import'],
  onImported: true,
  summary: 'Fields have changed since the import, and the internal name has not: the next import will collide.',
  docs: `## What it finds
A definition with the internal name that it was imported under, but with other fields: items or sections that came, went, were renamed or moved, and that nobody has accepted.

In a file for the Metadata API one and the same name is as it should be: what a deployment makes of changed fields is not known.

## Why it matters
An internal name is unique in an org and no import updates a call center: in every org that has the older one, the import of this file is refused. There the old call center would have to be deleted first. Who gets the file for the first time notices nothing, so the fault shows up at the customers that are there already.

## How to fix it
Give the definition another internal name, as vendors do with each release that changes fields; the re-import plan says what goes with it. Or undo the changes. If the old call center will be deleted everywhere, accept the changes with that as the reason.`,
  sources: [sources.REQ, ...fieldSetSources, sources.WXCC1, sources.WXCC2],
  examples: {
    bad: [
      inGeneralInfo(item(0, 'reqInternalName', '«AcmePhoneV3»'), item(1, 'reqUseApi', 'true'), item(2, 'team', 'A')),
    ],
    good: [
      inGeneralInfo(item(0, 'reqInternalName', 'AcmePhoneV4'), item(1, 'reqUseApi', 'true'), item(2, 'team', 'A')),
      inGeneralInfo(item(0, 'reqInternalName', 'AcmePhoneV3'), item(1, 'reqUseApi', 'false')),
    ],
    given: { imported: inGeneralInfo(item(0, 'reqInternalName', 'AcmePhoneV3'), item(1, 'reqUseApi', 'true')) },
  },
  check({ definition, comparison }, report) {
    const collision = comparison?.collision();
    const name = internalNameOf(definition);
    if (!comparison || !collision || collision.accepted || !name) return;
    const count = comparison.changes.filter((change) => isFieldSetChange(change) && !change.accepted).length;
    const at = name.span.end > name.span.start ? name.span : definition.root?.nameSpan;
    if (!at) return;
    report({
      at,
      message: l10n.t(
        'Fields have changed since the import (changes: {0}), but the internal name is still {1}. An org takes each name once and updates no call center by an import: wherever {1} is, this file will be refused.',
        count,
        name.text,
      ),
      data: collision,
    });
  },
  fix(_, { definition, now }) {
    const name = internalNameOf(definition);
    if (!name || name.span.end === name.span.start) return [];
    const next = nextInternalName(name.text, now);
    return [
      {
        title: l10n.t('Give it the internal name {0}', next),
        preferred: false,
        edits: [replaceSpan(name.span, next)],
      },
    ];
  },
});
