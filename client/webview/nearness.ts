import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

/** How far below and above what is in sight something counts as near. */
const margin = '1200px';

/** Told whether the element is near to being in sight, and how high it is, in px. */
type Tell = (near: boolean, height: number) => void;

/** Tells whenever the element comes near to being in sight, or is so no more: `<div ${whileNear((near) => …)}>`. */
class WhileNear extends AsyncDirective {
  #observer: IntersectionObserver | undefined;
  #tell: Tell | undefined;

  override render(_tell: Tell): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [tell]: [Tell]): unknown {
    this.#tell = tell;
    this.#observer ??= this.#watch(element);
    return noChange;
  }

  override disconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #watch(element: Element): IntersectionObserver {
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last) this.#tell?.(last.isIntersecting, last.boundingClientRect.height);
      },
      // The page is a frame inside of others: there, a margin counts for a root that is named only.
      { root: document, rootMargin: margin },
    );
    observer.observe(element);
    return observer;
  }
}

export const whileNear = directive(WhileNear);
