import type { PreviewOperation } from '../../server/src/language/preview/preview.ts';
import { isGone } from './marks.ts';
import type { Content } from './page.ts';

/** Where the focus goes once an edit is in sight: to the value of what was added, or beside what was removed. */
export interface Landing {
  readonly id: string;
  readonly part: 'value' | 'actions';
}

/**
 * Draws, and keeps the focus where it is: an element that the browser has to move loses it. Who works elsewhere meanwhile
 * keeps it there: an element that is given the focus takes it from all of the window.
 */
export function keepingFocus(root: HTMLElement, draw: () => void): void {
  const focused = document.hasFocus() ? document.activeElement : null;
  const around = focused ? holdersOf(focused) : [];
  draw();
  if (!(focused instanceof HTMLElement) || focused === document.activeElement) return;
  if (root.contains(focused)) focused.focus({ preventScroll: true });
  else if (around.includes(root)) focusNear(around);
}

function holdersOf(element: Element): readonly Element[] {
  const holder = element.parentElement;
  return holder ? [holder, ...holdersOf(holder)] : [];
}

/** Where a button goes with what it did, the focus goes to what has come in its place, or stands next to that. */
function focusNear(around: readonly Element[]): void {
  for (const holder of around) {
    if (!holder.isConnected) continue;
    const next = holder.querySelector(
      ':is(button, select, summary, vscode-button, vscode-checkbox, vscode-textarea, vscode-textfield):not([tabindex="-1"])',
    );
    if (!(next instanceof HTMLElement)) continue;
    focusSoon(next, { preventScroll: true });
    return;
  }
}

/**
 * Gives an element the focus in the next frame: one of the library has its inner input only after it has drawn itself. Not
 * where the person has left the page meanwhile: it would be taken from there.
 */
export function focusSoon(element: HTMLElement, options?: FocusOptions): void {
  requestAnimationFrame(() => {
    if (document.hasFocus()) element.focus(options);
  });
}

/** What stands beside something that is about to be removed: the next one, else the one before, else its section. */
export function besideRemoved({ parts, sections }: Content, operation: PreviewOperation): Landing | undefined {
  if (operation.kind !== 'remove') return undefined;
  const { id } = operation;
  for (const among of [parts, sections, ...sections.map(({ items = [] }) => items)]) {
    const present = among.filter((one) => !isGone(one.id));
    const at = present.findIndex((one) => one.id === id);
    if (at < 0) continue;
    const beside = present[at + 1] ?? present[at - 1] ?? sections.find(({ items }) => items === among);
    return beside && { id: beside.id, part: 'actions' };
  }
  return undefined;
}

/** Moves the focus, unless the field is not drawn. */
export function land({ id, part }: Landing): void {
  const element = document.querySelector(`[data-field="${CSS.escape(id)}"]`);
  const wanted =
    part === 'value'
      ? '.control :is(vscode-textfield, vscode-textarea, vscode-checkbox, select)'
      : '.actions button:last-of-type';
  const target = element?.querySelector(wanted) ?? element?.querySelector('button');
  if (!(target instanceof HTMLElement)) return;
  element?.scrollIntoView({ block: 'nearest' });
  focusSoon(target);
}

/**
 * Takes a person who comes back into the page to where they were: the editor around it takes the focus from there.
 * @returns the same for a person who is back while the page has not got the focus
 */
export function returnFocus(): () => void {
  let last: EventTarget | null = null;
  document.addEventListener('focusout', ({ target }) => {
    last = target;
  });
  // A click leads to where it points. The window has the focus only after it.
  document.addEventListener('mousedown', () => (last = null), true);
  window.addEventListener('focus', () => {
    if (last instanceof HTMLElement && document.activeElement === document.body) last.focus({ preventScroll: true });
  });
  return () => {
    if (document.hasFocus() && document.activeElement !== document.body) return;
    const there = last instanceof HTMLElement && last.isConnected;
    const place = there ? last : document.querySelector('[role=tab][aria-selected=true]');
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  };
}
