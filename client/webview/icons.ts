import { html, nothing, type TemplateResult } from 'lit';

/** Outlines of 16 × 16 px. */
const paths = {
  copy: 'M5 5V2.5h8.5V11H11M2.5 5H11v8.5H2.5z',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
  right: 'M6 3l5 5-5 5',
  remove: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  goTo: 'M2.5 8h10M9 4.5L12.5 8 9 11.5',
  pencil: 'M3 13l.8-3L11 2.8 13.2 5 6 12.2z',
  grip: 'M6 3v.1M6 8v.1M6 13v.1M10 3v.1M10 8v.1M10 13v.1',
} as const;
export type IconName = keyof typeof paths;

/** A picture beside words, or with a name that its button has. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${paths[name]}></path></svg>`;
}

/** A button that shows a picture only. */
export function iconButton(name: IconName, label: string, act: () => void, disabled = false): TemplateResult {
  return html`<button
    type="button"
    class="icon-button"
    title=${label}
    aria-label=${label}
    aria-disabled=${disabled ? 'true' : nothing}
    @click=${(event: Event) => {
      event.stopPropagation();
      // Not `disabled`: the focus stays where it is when there is nothing more to do.
      if (!disabled) act();
    }}
  >
    ${icon(name)}
  </button>`;
}
