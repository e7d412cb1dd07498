import type { Change } from '../../server/src/language/baseline/change.ts';
import type { FieldItem, FieldSection, FieldSet } from '../../server/src/language/baseline/field-set.ts';

/** `name`, or `name "label"`; a platform item is known by the kind after a colon: `reqUseApi:boolean "Use API"`. */
type Written = string;

/** A field set in short: sections by name (or `name "label"`), each with its items. Labels are undefined where none is given. */
export function fieldSet(
  sections: Readonly<Record<Written, readonly Written[]>>,
  whole: Partial<Pick<FieldSet, 'internalName' | 'flavour'>> = {},
): FieldSet {
  return {
    internalName: undefined,
    flavour: undefined,
    ...whole,
    sections: Object.entries(sections).map(([written, items]): FieldSection => {
      const { name, label } = parse(written);
      return { name, label, items: items.map(item) };
    }),
  };
}

function item(written: Written): FieldItem {
  const { name, label, kind } = parse(written);
  return { name, label, kind: kind as FieldItem['kind'], value: undefined };
}

function parse(written: Written) {
  const found = /^([^ ":]+)(?::(\w+))?(?: "(.*)")?$/.exec(written);
  return { name: found?.[1] ?? '', kind: found?.[2], label: found?.[3] };
}

/** A change in one line: `item-renamed /general/adress -> /general/address`, with `was -> now` behind a colon. */
export function changeLine(change: Change, was: FieldSet, now: FieldSet): string {
  const from = keyOf(was, change.from);
  const to = keyOf(now, change.to);
  const places = [...new Set([from, to])].filter((key) => key !== undefined).join(' -> ');
  const content = change.was === undefined && change.now === undefined ? '' : `: ${change.was} -> ${change.now}`;
  return `${change.kind}${places === '' ? '' : ` ${places}`}${content}${change.withSection ? ' (with its section)' : ''}`;
}

/** The run-time key. */
export function keyOf(set: FieldSet, place: Change['from']): string | undefined {
  if (!place) return undefined;
  const section = set.sections[place.section];
  const found = place.item === undefined ? [] : [section?.items[place.item]?.name];
  return ['', section?.name, ...found].join('/');
}
