import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { mostFieldsAtOnce } from '../../server/src/language/preview/preview.ts';
import { adder } from './add.ts';
import { fieldTarget, grip, sectionTarget } from './drag.ts';
import { dropMark } from './drop-mark.ts';
import { field, labelText, orderActions } from './field.ts';
import { icon, iconButton } from './icons.ts';
import { badges, isGone } from './marks.ts';
import { knownByNearness, placeOf } from './nearness.ts';
import { type Content, type Item, isLarge, isOpen, type Page, type Section } from './page.ts';
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
        (part, place) => section(page, content, part, place),
      )}
      ${adder(page, page.text('addSection'), content.addable, (name, label, done) =>
        page.edit({ kind: 'addSection', name, ...(label !== undefined && { label }) }, done),
      )}
    </div>`,
  )}`;
}

function compared(page: Page, { title, importedOn }: NonNullable<Content['baseline']>): string {
  return importedOn === undefined ? page.text('comparedWith', title) : page.text('comparedOn', title, importedOn);
}

function section(page: Page, content: Content, part: Section, place: number): TemplateResult {
  const { id, label, key, summary } = part;
  const open = isOpen(page, content, id);
  const gone = isGone(id);
  const toggle = () => page.change({ open: { ...page.state.open, [id]: !open } });
  const body = `fields-${place}`;
  const large = isLarge(content);
  const items = open && (!large || page.state.near.has(id)) ? part.items : undefined;
  // Of a section that is closed, or not drawn, its head stands for its fields.
  const { cursor } = page.state;
  const here = cursor === id || (!items && cursor?.startsWith(`${id}/`) === true);
  const target = fieldTarget(page, part);
  const whole = sectionTarget(page, content, part);
  const over = dropMark(page.state, id, content.sections, 'over into');
  const count = part.count === 1 ? page.text('oneField') : page.text('fields', part.count);
  const problems = items ? 0 : problemsIn(part);
  return html`<section
    class="section ${here ? 'here' : ''} ${gone ? 'gone' : ''} ${over}"
    data-field=${id}
    ?data-cursor=${here}
    @dragover=${whole.over}
    @dragleave=${whole.leave}
    @drop=${whole.drop}
  >
    <div class="section-head" @dragover=${target.over} @dragleave=${target.leave} @drop=${target.drop}>
      ${page.editable && !gone ? grip(page, 'section', id) : nothing}
      <h2>
        <button type="button" class="disclosure" aria-expanded=${open ? 'true' : 'false'} aria-controls=${body} @click=${toggle}>
          ${icon(open ? 'down' : 'right')}<span dir="auto">${label}</span>
        </button>
      </h2>
      ${page.state.labelled?.id === id ? labelText(page, part) : nothing} ${badges(page, part)}
      <span class="key"
        >${key === undefined ? nothing : html`<code>${key}</code>${iconButton('copy', page.text('copyKey', key), () => page.send({ type: 'copy', text: key }))}`}</span
      >
      <span class="note">${count}</span>
      ${problems === 0 ? nothing : html`<span class="badge trouble">${page.text('problemsInside', problems)}</span>`}
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
    <div id=${body} class="fields" ?hidden=${!open} ${large ? knownByNearness(page, id) : nothing}>
      ${
        items
          ? html`${fieldsOf(page, part, items)}
            ${
              gone
                ? nothing
                : adder(page, page.text('addItem', label), part.addable, (name, ownLabel, done) =>
                    page.edit(
                      { kind: 'addItem', section: id, name, ...(ownLabel !== undefined && { label: ownLabel }) },
                      done,
                    ),
                  )
            }`
          : open
            ? placeOf(page, id, part.count)
            : nothing
      }
    </div>
  </section>`;
}

/** Fields that are drawn together, or not at all. */
const runLength = 50;

/** The fields of a section. Of very many only those runs are drawn that are in sight, or close to it. */
function fieldsOf(page: Page, section: Section, items: readonly Item[]): unknown {
  const list = (some: readonly Item[]) =>
    repeat(
      some,
      ({ id }) => id,
      (item) => field(page, item, section),
    );
  if (items.length <= mostFieldsAtOnce) return list(items);
  const { near, cursor, wanted } = page.state;
  return Array.from({ length: Math.ceil(items.length / runLength) }, (_, index) => {
    const run = items.slice(index * runLength, (index + 1) * runLength);
    const key = `${section.id} ${index}`;
    const drawn = near.has(key) || run.some(({ id }) => id === cursor || id === wanted);
    return html`<div ${knownByNearness(page, key)}>${drawn ? list(run) : placeOf(page, key, run.length)}</div>`;
  });
}

function problemsIn({ items = [], hiddenProblems = 0 }: Section): number {
  return items.reduce((sum, { problems = [] }) => sum + problems.length, hiddenProblems);
}
