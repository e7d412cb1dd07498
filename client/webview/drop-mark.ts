import type { PageState } from './page.ts';

/**
 * How something shows that what is dragged would land there: on its upper edge; on its lower one where that comes from further
 * up, since it moves up itself then; or all around where it would land inside. Empty for whatever it is not over.
 * @param among what it stands among
 * @param fromElsewhere how it shows what has not stood there
 */
export function dropMark(
  { dropOn, moving }: Pick<PageState, 'dropOn' | 'moving'>,
  onto: string,
  among: readonly { readonly id: string }[],
  fromElsewhere: 'over' | 'over into',
): string {
  if (dropOn !== onto) return '';
  const from = among.findIndex(({ id }) => id === moving);
  if (from < 0) return fromElsewhere;
  return from < among.findIndex(({ id }) => id === onto) ? 'over below' : 'over';
}
