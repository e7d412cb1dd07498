import { html, type TemplateResult } from 'lit';
import { icon } from './icons.ts';
import { isGone } from './marks.ts';
import type { Content, Item, Page, Section } from './page.ts';

/** What is being dragged, for the browser: only our own page can name it. */
const dragTypes = { item: 'application/x-call-center-field', section: 'application/x-call-center-section' } as const;
type Dragged = keyof typeof dragTypes;

/** The handle by which a field or section is dragged; with the keyboard it is moved by its buttons. */
export function grip(page: Page, kind: Dragged, id: string): TemplateResult {
  const start = (event: DragEvent): void => {
    event.dataTransfer?.setData(dragTypes[kind], id);
    event.stopPropagation();
    page.change({ moving: id });
  };
  return html`<span
    class="grip"
    draggable="true"
    aria-hidden="true"
    title=${page.text('drag')}
    @dragstart=${start}
    @dragend=${() => page.change({ dropOn: undefined, moving: undefined })}
    >${icon('grip')}</span
  >`;
}

export interface DropTarget {
  over(event: DragEvent): void;
  leave(event: DragEvent): void;
  drop(event: DragEvent): void;
}

/** Takes a field that is dropped onto another one, to its place; or onto a section, to its end. */
export function fieldTarget(page: Page, section: Section, onto?: Item): DropTarget {
  return target(page, 'item', onto?.id ?? section.id, (id) => {
    const present = section.items?.filter((item) => !isGone(item.id)) ?? [];
    const from = present.findIndex((item) => item.id === id);
    const at = onto ? present.indexOf(onto) : section.count;
    const place = Math.max(0, !onto && from >= 0 ? at - 1 : at);
    page.edit({ kind: 'moveTo', id, place, ...(from < 0 && { section: section.id }) });
  });
}

/** Takes a section that is dropped onto another one, to its place. */
export function sectionTarget(page: Page, { sections }: Content, onto: Section): DropTarget {
  return target(page, 'section', onto.id, (id) => {
    const place = sections.filter((section) => !isGone(section.id)).indexOf(onto);
    if (place >= 0) page.edit({ kind: 'moveTo', id, place });
  });
}

function target(page: Page, kind: Dragged, onto: string, take: (id: string) => void): DropTarget {
  const type = dragTypes[kind];
  return {
    over(event) {
      if (!page.editable || !event.dataTransfer?.types.includes(type)) return;
      event.preventDefault();
      event.stopPropagation();
      if (page.state.dropOn !== onto) page.change({ dropOn: onto });
    },
    leave({ currentTarget, relatedTarget }) {
      const inside =
        currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      if (!inside && page.state.dropOn === onto) page.change({ dropOn: undefined });
    },
    drop(event) {
      const id = event.dataTransfer?.getData(type);
      if (id === undefined || id === '') return;
      event.preventDefault();
      event.stopPropagation();
      page.change({ dropOn: undefined });
      if (id !== onto) take(id);
    },
  };
}
