import type { Flavour, ItemEntry, Requiredness, SectionEntry } from './types.ts';

/** What most items are: written once, so that an entry says only what is special about it. */
const usual = {
  classic: true,
  lightning: true,
  requiresWith: [],
  misspellings: [],
  valueRequired: false,
  editableAfterImport: true,
  uniqueInOrg: false,
  sampleOnly: false,
  vendorOnly: false,
  metadataOnly: false,
} as const satisfies Partial<ItemEntry>;

type Usual = keyof typeof usual;

/** An entry as it is written down: the section comes from the list it stands in. */
export type ItemDraft = Omit<ItemEntry, 'kind' | 'section' | Usual> & Partial<Pick<ItemEntry, Usual>>;

/** The items of one section (`undefined`: keys of the metadata form's `customSettings`). */
export function defineItems(section: string | undefined, drafts: readonly ItemDraft[]): readonly ItemEntry[] {
  return drafts.map((draft) => ({ ...usual, ...draft, kind: 'item', section }));
}

export function defineSection(draft: Omit<SectionEntry, 'kind'>): SectionEntry {
  return { ...draft, kind: 'section' };
}

/** Requiredness by flavour; flavours in neither list do not know the entry. */
export function need(
  required: readonly Flavour[],
  optional: readonly Flavour[] = [],
): Readonly<Record<Flavour, Requiredness>> {
  const of = (flavour: Flavour): Requiredness => {
    if (required.includes(flavour)) return 'required';
    return optional.includes(flavour) ? 'optional' : 'notApplicable';
  };
  return {
    openCti: of('openCti'),
    ctiToolkit: of('ctiToolkit'),
    partnerTelephony: of('partnerTelephony'),
    amazonConnect: of('amazonConnect'),
  };
}

/** Markdown from source lines: an empty line starts a paragraph, `- ` a list entry, any other line goes on with the one before. */
export function prose(...lines: readonly string[]): string {
  let text = '';
  let previous = '';
  for (const line of lines) {
    if (line === '') {
      text += '\n\n';
    } else if (line.startsWith('- ') && previous !== '') {
      text += `\n${line}`;
    } else {
      text += previous === '' ? line : ` ${line}`;
    }
    previous = line;
  }
  return text;
}

/** Freezes data all the way down; patterns stay as they are. Returns its argument. */
export function freeze<T>(data: T): T {
  if (typeof data !== 'object' || data === null || data instanceof RegExp || Object.isFrozen(data)) return data;
  Object.freeze(data);
  for (const value of Object.values(data)) freeze(value);
  return data;
}
