import { html, type TemplateResult } from 'lit';
import { icon } from './icons.ts';
import { isGone } from './marks.ts';
import type { Item, Page, Section } from './page.ts';

/** What is being dragged, for the browser: only our own page can name it. */
const dragType = 'application/x-call-center-field';

/** The handle by which a field is dragged; with the keyboard it is moved by its buttons. */
export function grip(page: Page, id: string): TemplateResult {
  const start = (event: DragEvent): void => {
    event.dataTransfer?.setData(dragType, id);
    event.stopPropagation();
  };
  return html`<span class="grip" draggable="true" aria-hidden="true" title=${page.text('drag')} @dragstart=${start}
    >${icon('grip')}</span
  >`;
}

interface DropTarget {
  over(event: DragEvent): void;
  drop(event: DragEvent): void;
}

/** Takes a field that is dropped onto another one, to its place; or onto a section, to its end. */
export function dropTarget(page: Page, section: Section, onto?: Item): DropTarget {
  return {
    over(event) {
      if (page.editable && event.dataTransfer?.types.includes(dragType)) event.preventDefault();
    },
    drop(event) {
      const id = event.dataTransfer?.getData(dragType);
      if (id === undefined || id === '' || id === onto?.id) return;
      event.preventDefault();
      event.stopPropagation();
      const present = section.items?.filter((item) => !isGone(item.id)) ?? [];
      const from = present.findIndex((item) => item.id === id);
      const at = onto ? present.indexOf(onto) : section.count;
      const place = Math.max(0, !onto && from >= 0 ? at - 1 : at);
      page.edit({ kind: 'moveTo', id, place, ...(from < 0 && { section: section.id }) });
    },
  };
}
