import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { directionOf } from './direction.ts';
import { plainLooks } from './looks.ts';
import { type Item, type Page, without } from './page.ts';

/** What has a value; the elements of the library and those of HTML alike. */
interface Valued extends EventTarget {
  readonly value: string;
}

/** The control that suits a value. What stands in the text always shows, even where it does not fit. */
export function control(page: Page, item: Item): TemplateResult {
  const { control: kind, label, locked, id } = item;
  const disabled = !page.editable || locked !== undefined;
  const value = item.value ?? '';
  switch (kind.kind) {
    case 'toggle':
      if (value !== kind.on && value !== kind.off) return textControl(page, item, disabled);
      return html`<vscode-checkbox
        ?toggle=${!plainLooks()}
        .checked=${live(value === kind.on)}
        ?disabled=${disabled}
        aria-label=${label}
        @change=${() => set(page, item, value === kind.on ? kind.off : kind.on)}
        ><span class="said">${label}</span> ${value}</vscode-checkbox
      >`;
    case 'choice': {
      const fits = kind.options.some((option) => option.value === value);
      return html`<select
        aria-label=${label}
        ?disabled=${disabled}
        .value=${live(value)}
        @change=${({ target }: Event) => set(page, item, valueIn(target))}
      >
        ${fits ? nothing : html`<option value=${value} selected>${value === '' ? page.text('empty') : value}</option>`}
        ${kind.options.map(
          (option) => html`<option value=${option.value} ?selected=${option.value === value} title=${option.summary}>
            ${option.value}
          </option>`,
        )}
      </select>`;
    }
    case 'number': {
      const { min, max, unit } = kind;
      const range = min !== undefined && max !== undefined ? page.text('between', min, max) : '';
      const about = [range, unit ?? ''].filter((part) => part !== '').join(' ');
      // No `type="number"`: the element of the library empties such a field as soon as something else is typed.
      return html`${textControl(page, item, disabled)}
        ${about === '' ? nothing : html`<span class="unit">${about}</span>`}`;
    }
    case 'lines':
      return linesControl(page, item, disabled, value);
    case 'secret':
      return secretControl(page, item, kind.lines, disabled);
    case 'text':
    case 'url':
      return value.includes('\n') || page.state.drafts.get(id)?.includes('\n')
        ? linesControl(page, item, disabled, value)
        : textControl(page, item, disabled);
  }
}

function textControl(page: Page, item: Item, disabled: boolean, value = item.value ?? ''): TemplateResult {
  const { shown, input, change, keydown } = typing(page, item.id, value, (asked) => set(page, item, asked));
  return html`<vscode-textfield
    dir=${directionOf(shown)}
    data-control=${item.control.kind}
    .label=${item.label}
    .value=${live(shown)}
    ?readonly=${disabled}
    @input=${input}
    @change=${change}
    @keydown=${keydown}
  ></vscode-textfield>`;
}

function linesControl(page: Page, item: Item, disabled: boolean, value: string): TemplateResult {
  const { shown, input, change, giveUp } = typing(page, item.id, value, (asked) => set(page, item, asked));
  return html`<vscode-textarea
    monospace
    dir=${directionOf(shown)}
    .label=${item.label}
    rows=${Math.min(12, Math.max(2, shown.split('\n').length))}
    .value=${live(shown)}
    ?readonly=${disabled}
    @input=${input}
    @change=${change}
    @keydown=${giveUp}
  ></vscode-textarea>`;
}

function secretControl(page: Page, item: Item, lines: boolean, disabled: boolean): TemplateResult {
  const { id, label, filled } = item;
  const known = page.state.secrets.get(id);
  if (filled && known === undefined) {
    const reveal = (): void => {
      page.change({ secrets: new Map(page.state.secrets).set(id, undefined) });
      page.send({ type: 'secret', id });
    };
    return html`<span class="secret"><span aria-hidden="true">••••••••</span> <span class="said">${page.text('masked')}</span>
      <vscode-button secondary aria-label=${page.text('revealField', label)} @click=${reveal}>
        ${page.text('reveal')}
      </vscode-button></span>`;
  }
  const hide = (): void => {
    const secrets = new Map(page.state.secrets);
    secrets.delete(id);
    page.change({ secrets });
  };
  const value = known ?? item.value ?? '';
  return html`${lines ? linesControl(page, item, disabled, value) : textControl(page, item, disabled, value)}
    ${
      filled
        ? html`<vscode-button secondary aria-label=${page.text('hideField', label)} @click=${hide}>
            ${page.text('hide')}
          </vscode-button>`
        : nothing
    }`;
}

function set(page: Page, { id }: Item, value: string): void {
  page.edit({ kind: 'setValue', id, value });
}

/** By what the drafts of the softphone's size are kept: no field has such an id. */
export const sizeDrafts = { width: 'width', height: 'height' } as const;

/** What a field in which a person types shows, and what it listens to. */
export interface Typing {
  readonly shown: string;
  readonly input: (event: Event) => void;
  readonly change: (event: Event) => void;
  readonly keydown: (event: KeyboardEvent) => void;
  /** Takes back what was typed, with Escape. */
  readonly giveUp: (event: KeyboardEvent) => void;
}

/**
 * What is typed stays in sight until the text says the same, whatever is drawn meanwhile.
 *
 * @param id by which the draft is kept
 * @param value what the field shows otherwise
 * @param set writes what was typed
 */
export function typing(page: Page, id: string, value: string, set: (value: string) => void): Typing {
  const take = (asked: string): void => {
    if (asked === value) drop(page, id);
    else set(asked);
  };
  const giveUp = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') drop(page, id);
  };
  return {
    shown: page.state.drafts.get(id) ?? value,
    input: ({ target }) => page.change({ drafts: new Map(page.state.drafts).set(id, valueIn(target)) }),
    change: ({ target }) => take(valueIn(target)),
    keydown(event) {
      giveUp(event);
      const { refused } = page.state;
      const asked = valueIn(event.target);
      // What was refused is no change for the control, which tells of changes only.
      if (event.key === 'Enter' && refused?.id === id && refused.value === asked) take(asked);
    },
    giveUp,
  };
}

/** Forgets what was typed. */
export function drop(page: Page, ...ids: readonly string[]): void {
  page.change({ drafts: without(page.state.drafts, ...ids) });
}

export function valueIn(target: EventTarget | null): string {
  return target !== null && 'value' in target ? String((target as Valued).value) : '';
}
