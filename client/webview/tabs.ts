import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type TabName, tabs } from '../src/preview/messages.ts';
import type { Page } from './page.ts';

/** The tabs by the pattern of the ARIA Authoring Practices: one tab stop, arrow keys, Home and End, chosen by focus. */
export function tabList(page: Page): TemplateResult {
  const { tab } = page.state;
  const choose = (name: TabName): void => {
    page.change({ tab: name });
    document.getElementById(`tab-${name}`)?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    const at = tabs.indexOf(tab);
    const rtl = getComputedStyle(document.body).direction === 'rtl';
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: rtl ? at - 1 : at + 1,
      ArrowLeft: rtl ? at + 1 : at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = steps[event.key];
    const name = next === undefined ? undefined : tabs[(next + tabs.length) % tabs.length];
    if (name === undefined) return;
    event.preventDefault();
    choose(name);
  };
  return html`<div class="tabs" role="tablist" aria-label=${page.text('tabs')} @keydown=${onKey}>
    ${repeat(
      tabs,
      (name) => name,
      (name) => html`<button
        type="button"
        role="tab"
        id="tab-${name}"
        aria-selected=${name === tab ? 'true' : 'false'}
        aria-controls="panel"
        tabindex=${name === tab ? 0 : -1}
        @click=${() => choose(name)}
      >
        ${page.text(name)}
      </button>`,
    )}
  </div>`;
}
