import { readCustomSettings } from '../convert/custom-settings.ts';
import type { Definition, Section } from '../model/definition.ts';
import { nearest } from '../text/near.ts';
import { saidElsewhere } from './said-elsewhere.ts';

/** What the platform asks of a definition that is neither Open CTI nor Voice. */
const toolkitNames: readonly string[] = ['reqVersion', 'reqDescription', 'reqProgId'];

export interface ToolkitFallback {
  readonly section: Section;
  /** Those of the three that are not there. */
  readonly missing: readonly string[];
}

/**
 * Whether the platform will take the definition for a CTI Toolkit one though nothing in it says so (reference, section 1,
 * step 4, and rule X9): `reqUseApi` is not `true`, there is nothing of Voice, and no `reqProgId` says that the Toolkit is
 * meant. A name that is misspelt, and a `true` that is written in another way, have rules of their own.
 */
export function toolkitFallback(definition: Definition): ToolkitFallback | undefined {
  const sectionNames = definition.sections.map((section) => section.name?.text ?? '');
  const namesakes = definition.sections.filter((candidate) => candidate.name?.text === 'reqGeneralInfo');
  const [section] = namesakes;
  if (!section) return undefined;
  // That it stands twice has a rule of its own.
  const items = namesakes.flatMap((candidate) => candidate.items);
  const useApi = items.find((item) => item.name?.text === 'reqUseApi');
  if (useApi && (!useApi.valueIsPlain || !['', 'false'].includes(useApi.value.text.trim()))) return undefined;
  if (sectionNames.some((name) => isOrNearly(name, 'reqHvcc'))) return undefined;
  const names = [...new Set(items.map((item) => item.name?.text ?? ''))];
  if (names.some((name) => isOrNearly(name, 'reqVendorInfoApiName') || isOrNearly(name, 'reqProgId'))) return undefined;
  if (names.some((name) => nearest(name, ['reqUseApi']))) return undefined;
  // A metadata file may say it in its settings, too; where those cannot be read, nobody knows.
  if (readCustomSettings(definition.source).kind === 'broken') return undefined;
  if (saidElsewhere(definition).get('reqUseApi')?.trim() === 'true') return undefined;
  const missing = toolkitNames.filter((wanted) => !names.some((name) => isOrNearly(name, wanted)));
  return missing.length > 0 ? { section, missing } : undefined;
}

function isOrNearly(name: string, wanted: string): boolean {
  return name === wanted || nearest(name, [wanted]) !== undefined;
}
