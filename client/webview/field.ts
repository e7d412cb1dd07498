import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { control, valueIn } from './controls.ts';
import { directionOf } from './direction.ts';
import { fieldTarget, grip } from './drag.ts';
import { dropMark } from './drop-mark.ts';
import { focusSoon } from './focus.ts';
import { iconButton } from './icons.ts';
import { badges, isGone } from './marks.ts';
import type { Item, Page, Section } from './page.ts';
import { problemList } from './problems.ts';

/** One line of the Setup page: a label, and the value with the control that suits it. */
export function field(page: Page, item: Item, section?: Section): TemplateResult {
  const { id, label, name, key, summary, locked } = item;
  const gone = isGone(id);
  const here = page.state.cursor === id;
  const over = dropMark(page.state, id, section?.items ?? [], 'over');
  const target = section && fieldTarget(page, section, item);
  const reveal = ({ target }: Event): void => {
    // What a button does is its own affair.
    if (target instanceof Element && target.closest('button, vscode-button, summary')) return;
    if (!gone) page.send({ type: 'reveal', id, focus: false });
  };
  return html`<div
    class="field ${here ? 'here' : ''} ${gone ? 'gone' : ''} ${over}"
    role="group"
    aria-label=${label}
    data-field=${id}
    ?data-cursor=${here}
    aria-current=${here ? 'true' : nothing}
    @click=${reveal}
    @dragover=${target?.over ?? nothing}
    @dragleave=${target?.leave ?? nothing}
    @drop=${target?.drop ?? nothing}
  >
    <div class="label">
      <div class="name">
        ${section && page.editable && !gone ? grip(page, 'item', id) : nothing} ${labelText(page, item)} ${badges(page, item)}
      </div>
      ${
        key === undefined
          ? html`<span class="key"><code>${name}</code></span>`
          : html`<span class="key"
              ><code>${key}</code>${iconButton('copy', page.text('copyKey', key), () => page.send({ type: 'copy', text: key }))}</span
            >`
      }
    </div>
    <div class="value">
      <div class="control">${gone ? html`<span dir="auto">${item.value ?? ''}</span>` : control(page, item)}</div>
      ${summary === undefined ? nothing : html`<p class="summary">${summary}</p>`}
      ${locked === undefined ? nothing : html`<p class="summary">${locked}</p>`}
      ${(item.marks ?? []).map(({ title }) => html`<p class="summary" dir="auto">${title}</p>`)}
      ${problemList(page, item.problems)}
    </div>
    ${gone ? nothing : actions(page, item, section)}
  </div>`;
}

/** What can be done with a field or a section beside its value. */
function actions(page: Page, { id, label, offers }: Item, section: Section | undefined): TemplateResult {
  const goTo = () => page.send({ type: 'reveal', id, focus: true });
  return html`<div class="actions">
    ${iconButton('goTo', page.text('goToField', label), goTo)}
    ${section ? orderActions(page, id, label, section.items ?? []) : nothing}
    ${page.editable && offers ? (offers === 'label' ? pencil : remover)(page, id, label) : nothing}
  </div>`;
}

const pencil = (page: Page, id: string, label: string): TemplateResult =>
  iconButton('pencil', page.text('rename', label), () => page.change({ labelled: { id } }));
const remover = (page: Page, id: string, label: string): TemplateResult =>
  iconButton('remove', page.text('remove', label), () => page.edit({ kind: 'remove', id }));

/** Moves and removes, and changes the label. */
export function orderActions(
  page: Page,
  id: string,
  label: string,
  among: readonly { readonly id: string }[],
): TemplateResult | typeof nothing {
  if (!page.editable) return nothing;
  const present = among.filter((other) => !isGone(other.id));
  const first = present[0]?.id === id;
  const last = present.at(-1)?.id === id;
  return html`
    ${pencil(page, id, label)}
    ${iconButton('up', page.text('moveUp', label), () => page.edit({ kind: 'move', id, by: -1 }), first)}
    ${iconButton('down', page.text('moveDown', label), () => page.edit({ kind: 'move', id, by: 1 }), last)}
    ${remover(page, id, label)}
  `;
}

/** The label, or the field in which it is edited. */
export function labelText(page: Page, { id, label }: { readonly id: string; readonly label: string }): TemplateResult {
  if (page.state.labelled?.id !== id) return html`<span class="label-text" dir="auto">${label}</span>`;
  /** Back to the pencil, from the field. It is closed before it loses the focus, which would save it. */
  const close = (field: EventTarget | null): void => {
    if (page.state.labelled?.id !== id) return;
    page.change({ labelled: undefined });
    if (!(field instanceof HTMLElement) || field !== document.activeElement || !document.hasFocus()) return;
    field.closest('[data-field]')?.querySelector<HTMLElement>('.actions button:nth-of-type(2)')?.focus();
  };
  const save = ({ target }: Event): void => {
    const asked = valueIn(target);
    if (asked === label) {
      close(target);
      return;
    }
    page.change({ labelled: { id, asked } });
    // It may be refused: until it is done, what was typed stays.
    page.edit({ kind: 'setLabel', id, label: asked }, () => close(target));
  };
  const onKey = (event: KeyboardEvent): void => {
    const { key, target, isComposing } = event;
    const givenUp = key === 'Escape';
    if (isComposing || !(givenUp || key === 'Enter')) return;
    // The pencil would take the key for a click.
    event.preventDefault();
    if (givenUp) close(target);
    else save(event);
  };
  const leave = (event: Event): void => {
    const { labelled } = page.state;
    if (labelled?.id === id && valueIn(event.target) !== labelled.asked) save(event);
  };
  return html`<vscode-textfield
    dir=${directionOf(label)}
    ${ref(focusOnce)}
    .label=${page.text('labelOf', label)}
    .value=${label}
    @blur=${leave}
    @keydown=${onKey}
  ></vscode-textfield>`;
}

/** Called when the element comes, and never again while it stays. */
function focusOnce(element: Element | undefined): void {
  if (element instanceof HTMLElement) focusSoon(element);
}
