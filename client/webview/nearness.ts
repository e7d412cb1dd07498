import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

/** How far below and above what is in sight something counts as near. */
const margin = '1200px';

/** Calls back once when the element comes near to being in sight: `<div ${whenNear(() => …)}>`. */
class WhenNear extends AsyncDirective {
  #observer: IntersectionObserver | undefined;

  override render(_come: () => void): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [come]: [() => void]): unknown {
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) come();
      },
      { rootMargin: margin },
    );
    this.#observer.observe(element);
    return noChange;
  }

  override disconnected(): void {
    this.#observer?.disconnect();
  }
}

export const whenNear = directive(WhenNear);
