import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PreviewFrame, PreviewMode, PreviewSoftphone } from '../../server/src/language/preview/preview.ts';
import { drop, sizeDrafts, typing, valueIn } from './controls.ts';
import { drawing } from './drawing.ts';
import type { Content, Page } from './page.ts';

export type Framed = Extract<PreviewSoftphone, { readonly kind: 'frame' }>;

const modes = { Classic: 'classic', Lightning: 'lightning', Classic_and_Lightning: 'both' } as const;

/** Where agents see the call center, how large, and what loads there. */
export function softphoneTab(page: Page, { softphone }: Content): TemplateResult {
  if (softphone.kind === 'elsewhere') return html`<h1>${page.text('softphone')}</h1><p>${softphone.message}</p>`;
  return html`<div class="softphone">
    <h1>${page.text('softphone')}</h1>
    <p class="note">${page.text('notLoaded')}</p>
    <div class="controls">${modeControl(page, softphone.mode)} ${sizeControl(page, softphone, 'width')} ${sizeControl(page, softphone, 'height')}</div>
    ${
      softphone.width.pixels === undefined || softphone.height.pixels === undefined
        ? html`<p class="note">${page.text('noSize')}</p>`
        : nothing
    }
    <div class="frames">${softphone.frames.map((frame) => frameOf(page, softphone, frame))}</div>
  </div>`;
}

function modeControl(page: Page, { written, effective }: PreviewMode): TemplateResult {
  const known = Object.entries(modes);
  const set = ({ target }: Event): void => {
    const mode = known.map(([name]) => name as keyof typeof modes).find((name) => name === valueIn(target));
    if (mode) page.edit({ kind: 'setMode', mode });
  };
  return html`<label
      >${page.text('mode')}
      <select ?disabled=${!page.editable} @change=${set}>
        ${
          written !== undefined && Object.hasOwn(modes, written)
            ? nothing
            : html`<option value="" selected>${written ?? page.text('none')}</option>`
        }
        ${known.map(
          ([name, ui]) => html`<option value=${name} ?selected=${name === written}>${page.text(ui)}</option>`,
        )}
      </select></label
    >
    ${written === undefined && effective === 'classic' ? html`<p class="note">${page.text('modeMissing')}</p>` : nothing}`;
}

function sizeControl(page: Page, { width, height }: Framed, side: 'width' | 'height'): TemplateResult {
  const { written = '', pixels } = { width, height }[side];
  const id = sizeDrafts[side];
  const set = (asked: string): void => {
    const pixelsAsked = /^\s*\d{1,9}\s*$/.test(asked) ? Number(asked) : undefined;
    if (pixelsAsked !== undefined && pixelsAsked !== pixels) {
      page.edit({ kind: 'setSize', [side]: pixelsAsked }, undefined, id);
      return;
    }
    drop(page, id);
    if (pixelsAsked === undefined) page.change({ refusal: page.text('refused', page.text('wholePixels')) });
  };
  const { shown, input, change, keydown } = typing(page, id, String(pixels ?? ''), set);
  return html`<label
    >${page.text(side)}
    <vscode-textfield
      .label=${page.text(side)}
      data-size=${side}
      .value=${live(String(page.state.dragged?.[side] ?? shown))}
      ?readonly=${!page.editable}
      @input=${input}
      @change=${change}
      @keydown=${keydown}
    ></vscode-textfield>
    ${pixels === undefined && written !== '' ? html`<code dir="auto">${written}</code>` : nothing}</label
  >`;
}

function frameOf(page: Page, softphone: Framed, frame: PreviewFrame): TemplateResult {
  const { ui, shown, where, notes } = frame;
  return html`<section class="frame ${shown ? '' : 'absent'}" aria-label=${page.text(ui)}>
    <h2>${page.text(ui)}</h2>
    <p class=${shown ? '' : 'not-shown'}>${where}</p>
    ${shown ? html`${drawing(page, softphone, frame)} ${boundsOf(page, frame)} ${loads(page, frame)}` : nothing}
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
  </section>`;
}

function boundsOf(page: Page, { widthBounds, heightBounds }: PreviewFrame): TemplateResult {
  const say = (bounds: PreviewFrame['widthBounds']) =>
    bounds ? page.text('between', bounds.min, bounds.max) : page.text('anySize');
  return html`<p class="note">${page.text('bounds', say(widthBounds), say(heightBounds))}</p>`;
}

/** What loads first, and what takes over: a list in the order of time. */
function loads(page: Page, { page: first, standby }: PreviewFrame): TemplateResult {
  if (first.kind === 'nothing') return html`<p>${page.text('loadsNothing')}: ${first.message}</p>`;
  const go = (id: string, url: string) =>
    html`<button type="button" class="link" dir="auto" @click=${() => page.send({ type: 'reveal', id, focus: true })}>${url}</button>`;
  const later = standby?.after === undefined ? page.text('standbyLater') : page.text('standbyAfter', standby.after);
  return html`<ol class="timeline">
    <li>
      <span class="when">${page.text('loadsFirst')}</span>
      ${
        first.kind === 'canvas'
          ? go(first.id, page.text('canvasApp', first.apiName, first.namespace))
          : html`${go(first.id, first.url)} ${first.relative ? html`<span class="note">${page.text('onSalesforce')}</span>` : nothing}`
      }
    </li>
    ${
      standby
        ? html`<li>
            <span class="when">${later}</span> ${go(standby.id, standby.url)}
            ${standby.relative ? html`<span class="note">${page.text('onSalesforce')}</span>` : nothing}
          </li>`
        : nothing
    }
  </ol>`;
}
