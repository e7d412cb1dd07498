import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { mostNumbers } from '../src/preview/messages.ts';
import { typing, valueIn } from './controls.ts';
import { dialledNumber, dialWarnings } from './dialled.ts';
import { numbersOf } from './numbers.ts';
import type { Content, Page } from './page.ts';

/** What becomes of numbers: what is dialled, by which rules, and where that is wrong. */
export function dialingTab(page: Page, _content: Content): TemplateResult {
  const { numbers, dialled } = page.state;
  const { more } = numbersOf(numbers);
  return html`<div class="dialing">
    <h1>${page.text('dialing')}</h1>
    ${dialled ? html`<p class="note">${dialled.dialing.assumes}</p>` : nothing}
    <div class="controls">
      <label class="wide"
        >${page.text('numbers')}
        <vscode-textarea
          monospace
          rows=${Math.min(12, Math.max(4, numbers.split('\n').length))}
          .label=${page.text('numbers')}
          .value=${numbers}
          @input=${({ target }: Event) => page.change({ numbers: valueIn(target) })}
        ></vscode-textarea
      ></label>
      ${countryChoice(page)}
    </div>
    ${more ? html`<p class="note">${page.text('numbersMore', mostNumbers)}</p>` : nothing}
    ${dialled ? html`${prefixes(page)} ${dialWarnings(page, dialled.dialing.warnings)}` : nothing}
    ${
      dialled && dialled.dialing.numbers.length > 0
        ? repeat(
            dialled.dialing.numbers,
            (_, place) => place,
            (number) => dialledNumber(page, number),
          )
        : html`<p class="note">${page.text('noDialing')}</p>`
    }
  </div>`;
}

function countryChoice(page: Page): TemplateResult {
  const { country, dialled } = page.state;
  const nameOf = countryNames(page);
  const named = (dialled?.countries ?? []).map((code) => ({ code, name: nameOf(code) }));
  const sorted = [...named].sort((a, b) => a.name.localeCompare(b.name, page.language));
  const choose = ({ target }: Event): void => {
    const chosen = valueIn(target);
    page.change({ country: chosen === '' ? undefined : chosen });
  };
  return html`<label
    >${page.text('country')}
    <select @change=${choose}>
      <option value="" ?selected=${country === undefined}>${page.text('countryAuto')}</option>
      ${sorted.map(({ code, name }) => html`<option value=${code} ?selected=${code === country}>${name} (${code})</option>`)}
    </select></label
  >`;
}

function countryNames({ language }: Page): (code: string) => string {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  return (code) => names.of(code) ?? code;
}

const sides = ['outside', 'longDistance', 'international'] as const;

/** Whether a draft is that of a prefix, which comes into sight with what is dialled. */
export function isPrefix(id: string): boolean {
  return sides.some((side) => side === id);
}

function prefixControl(page: Page, side: (typeof sides)[number], now: string): TemplateResult {
  const { shown, input, change, keydown } = typing(page, side, now, (value) =>
    page.edit({ kind: 'setPrefixes', [side]: value }, undefined, side),
  );
  return html`<label
    >${page.text(side)}
    <vscode-textfield
      .label=${page.text(side)}
      data-prefix=${side}
      .value=${live(shown)}
      ?readonly=${!page.editable}
      @input=${input}
      @change=${change}
      @keydown=${keydown}
    ></vscode-textfield
  ></label>`;
}

/** The three prefixes of the definition, and beside them those of the country's numbering plan. */
function prefixes(page: Page): TemplateResult | typeof nothing {
  const { dialled } = page.state;
  if (!dialled) return nothing;
  const { preset, unused } = dialled;
  if (unused !== undefined) return html`<p class="note">${unused}</p>`;
  const now = dialled.dialing.prefixes;
  const same = preset !== undefined && sides.every((side) => preset.prefixes[side] === now[side]);
  const write = (): void => {
    if (preset) page.edit({ kind: 'setPrefixes', ...preset.prefixes });
  };
  return html`<section class="prefixes" aria-label=${page.text('prefixes')}>
    <h2>${page.text('prefixes')}</h2>
    <div class="controls">
      ${sides.map((side) => prefixControl(page, side, now[side]))}
    </div>
    ${
      preset
        ? html`<div class="preset">
            <h3>${page.text('preset', `${countryNames(page)(preset.country)} (+${preset.callingCode})`)}</h3>
            <p>
              ${sides.map(
                (side) =>
                  html`<span class="pair">${page.text(side)}: <code>${preset.prefixes[side] || page.text('none')}</code></span> `,
              )}
            </p>
            ${preset.notes.map((note) => html`<p class="note">${note}</p>`)}
            ${
              same
                ? html`<p class="note">${page.text('presetHolds')}</p>`
                : html`<vscode-button ?disabled=${!page.editable} @click=${write}>${page.text('writePreset')}</vscode-button>`
            }
          </div>`
        : nothing
    }
  </section>`;
}
