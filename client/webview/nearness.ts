import { html, noChange, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';
import type { Page } from './page.ts';

/** How far below and above what is in sight something counts as near. */
const margin = '1200px';

/** What became of an element. */
interface Nearness {
  /** Whether it is near to being in sight. */
  readonly near: boolean;
  /** In px. */
  readonly height: number;
  /** Somebody works in it. */
  readonly inUse: boolean;
}

type Tell = (nearness: Nearness) => void;

/** Tells whenever the element comes near to being in sight, or is so no more. */
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
        if (!last) return;
        const { isIntersecting: near, boundingClientRect, target } = last;
        this.#tell?.({ near, height: boundingClientRect.height, inUse: target.contains(document.activeElement) });
      },
      // The page is a frame inside of others: there, a margin counts for a root that is named only.
      { root: document, rootMargin: margin },
    );
    observer.observe(element);
    return observer;
  }
}

const whileNear = directive(WhileNear);

/**
 * Keeps `near` and `heights` of the page: `<div ${knownByNearness(page, key)}>`. Then the place of what is not drawn can be
 * held.
 */
export function knownByNearness(page: Page, key: string): unknown {
  return whileNear(({ near, height, inUse }) => {
    const { near: before, heights } = page.state;
    // What somebody works in stays, wherever they look meanwhile.
    if (near === before.has(key) || (!near && inUse)) return;
    const after = new Set(before);
    if (near) {
      page.change({ near: after.add(key) });
      return;
    }
    after.delete(key);
    page.change({ near: after, ...(height > 0 && { heights: new Map(heights).set(key, height) }) });
  });
}

/** About how high a field is, in px. */
const usualHeight = 90;

/** Holds the place of fields that are not drawn. */
export function placeOf(page: Page, key: string, fields: number): TemplateResult {
  return html`<div .style=${`height: ${page.state.heights.get(key) ?? fields * usualHeight}px`}></div>`;
}
