import type { Acceptance, Origin } from '../baseline/baseline.ts';
import { writeBaseline } from '../baseline/write-baseline.ts';

/** The text of a baseline file for a section `Own` with the item `team`, for the examples of rules. */
export function exampleBaseline(takenFrom: Origin, accepted: readonly Acceptance[]): string {
  return writeBaseline({
    internalName: undefined,
    flavour: 'ctiToolkit',
    takenFrom,
    importedOn: '2026-03-09',
    sections: [{ name: 'Own', label: 'Own', items: [{ name: 'team', label: 'team', value: undefined }] }],
    accepted,
  });
}
