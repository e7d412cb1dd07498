import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { adder } from './add.ts';
import { dropTarget } from './drag.ts';
import { field, labelText, orderActions } from './field.ts';
import { icon, iconButton } from './icons.ts';
import { badges, isGone } from './marks.ts';
import { whenNear } from './nearness.ts';
import { type Content, isNear, isOpen, type Page, type Section } from './page.ts';
import { problemList } from './problems.ts';

/** The call center as its page in Setup shows it. */
export function setupTab(page: Page, content: Content): TemplateResult {
  const { sections, parts, baseline } = content;
  const all = (open: boolean) => () =>
    page.change({ open: Object.fromEntries(sections.map(({ id }) => [id, open] as const)) });
  // Another definition is another page: nothing of the last one is taken over.
  return html`${keyed(
    page.state.view?.uri,
    html`<div class="setup">
      <div class="title">
        <h1 dir="auto">${content.displayName || content.internalName || page.state.view?.name}</h1>
        <p class="note">
          ${content.flavourTitle} · ${page.text(content.interface)}
          ${baseline ? html`· <span dir="auto">${compared(page, baseline)}</span>` : nothing}
        </p>
        <p class="buttons">
          <vscode-button secondary @click=${all(true)}>${page.text('expandAll')}</vscode-button>
          <vscode-button secondary @click=${all(false)}>${page.text('collapseAll')}</vscode-button>
        </p>
      </div>
      ${problemList(page, content.problems)}
      ${
        parts.length === 0
          ? nothing
          : html`<section class="section">
              <h2>${page.text('parts')}</h2>
              ${repeat(
                parts,
                ({ id }) => id,
                (item) => field(page, item),
              )}
            </section>`
      }
      ${repeat(
        sections,
        ({ id }) => id,
        (part) => section(page, content, part),
      )}
      ${adder(page, page.text('addSection'), content.addable, (name, label) =>
        page.edit({ kind: 'addSection', name, ...(label !== undefined && { label }) }),
      )}
    </div>`,
  )}`;
}

function compared(page: Page, { title, importedOn }: NonNullable<Content['baseline']>): string {
  return importedOn === undefined ? page.text('comparedWith', title) : page.text('comparedOn', title, importedOn);
}

function section(page: Page, content: Content, part: Section): TemplateResult {
  const { id, label, key, items, summary } = part;
  const open = isOpen(page, content, id);
  const gone = isGone(id);
  const here = page.state.cursor === id;
  const toggle = () => page.change({ open: { ...page.state.open, [id]: !open } });
  const body = `fields-${content.sections.indexOf(part)}`;
  const target = dropTarget(page, part);
  const count = items.length === 1 ? page.text('oneField') : page.text('fields', items.length);
  return html`<section class="section ${here ? 'here' : ''} ${gone ? 'gone' : ''}" data-field=${id} ?data-cursor=${here}>
    <div class="section-head" @dragover=${target.over} @drop=${target.drop}>
      <h2>
        <button type="button" class="disclosure" aria-expanded=${open ? 'true' : 'false'} aria-controls=${body} @click=${toggle}>
          ${icon(open ? 'down' : 'right')}<span dir="auto">${label}</span>
        </button>
      </h2>
      ${page.state.labelled === id ? labelText(page, part) : nothing} ${badges(page, part)}
      <span class="key"
        >${key === undefined ? nothing : html`<code>${key}</code>${iconButton('copy', page.text('copyKey', key), () => page.send({ type: 'copy', text: key }))}`}</span
      >
      <span class="note">${count}</span>
      ${
        gone
          ? nothing
          : html`<div class="actions">
              ${iconButton('goTo', page.text('goToField', label), () => page.send({ type: 'reveal', id, focus: true }))}
              ${orderActions(page, id, label, content.sections)}
            </div>`
      }
    </div>
    ${summary === undefined ? nothing : html`<p class="summary">${summary}</p>`} ${problemList(page, part.problems)}
    <div id=${body} class="fields" ?hidden=${!open}>
      ${open && !isNear(page, content, id) ? awaited(page, part) : nothing}
      ${
        open && isNear(page, content, id)
          ? html`${repeat(
              items,
              (item) => item.id,
              (item) => field(page, item, part),
            )}
            ${
              gone
                ? nothing
                : adder(page, page.text('addItem', label), part.addable, (name, ownLabel) =>
                    page.edit({
                      kind: 'addItem',
                      section: id,
                      name,
                      ...(ownLabel !== undefined && { label: ownLabel }),
                    }),
                  )
            }`
          : nothing
      }
    </div>
  </section>`;
}

/** About how high a field is, in px. */
const usualHeight = 90;

/** Holds the place of fields that nobody has come near to yet. */
function awaited(page: Page, { id, items }: Section): TemplateResult {
  const come = () => page.change({ near: new Set(page.state.near).add(id) });
  return html`<div .style=${`height: ${items.length * usualHeight}px`} ${whenNear(come)}></div>`;
}
