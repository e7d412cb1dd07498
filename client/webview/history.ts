import { type HistoryStep, stepOf } from './history-keys.ts';

/**
 * Watches the keys that undo and redo. While a control holds something typed that is in no text yet, they are the
 * control's own; else they are those of the text.
 */
export function watchHistory(root: Document, step: (which: HistoryStep) => void): void {
  let typedIn: EventTarget | null = null;
  root.addEventListener('input', ({ target }) => (typedIn = target), true);
  root.addEventListener(
    'change',
    ({ target }) => {
      if (target === typedIn) typedIn = null;
    },
    true,
  );
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') typedIn = null;
    const which = stepOf(event);
    if (!which || (typedIn !== null && typedIn === root.activeElement)) return;
    // The editor around the page would undo in the page.
    event.preventDefault();
    event.stopPropagation();
    step(which);
  });
}
