import { html, nothing, type TemplateResult } from 'lit';
import { dialingTab } from './dialing.ts';
import type { Page } from './page.ts';
import { settingsTab } from './settings.ts';
import { setupTab } from './setup.ts';
import { softphoneTab } from './softphone.ts';
import { tabList } from './tabs.ts';

/** The whole page. */
export function frame(page: Page): TemplateResult {
  const { view, tab, said } = page.state;
  return html`
    <header class="head">
      ${tabList(page)}
      <p class="place" dir="auto">${view ? place(page, view.name, view.locked) : nothing}</p>
      ${banners(page)}
    </header>
    <main>
      ${view?.content && !view.outdated ? nothing : html`<h1 class="said">${view?.name ?? page.text('tabs')}</h1>`}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${tab}" tabindex="0">${panel(page)}</div>
    </main>
    <div class="said" role="status" aria-live="polite">${said}</div>
  `;
}

function place(page: Page, name: string, locked: boolean): string {
  return locked ? page.text('locked', name) : `${name} · ${page.text('following')}`;
}

/** What stays in sight wherever the page is scrolled to: that the text is broken, or that the last edit was refused. */
function banners(page: Page): TemplateResult | typeof nothing {
  const { view, refusal } = page.state;
  const error = view?.error;
  return html`
    ${
      error
        ? html`<div class="banner error">
            <p dir="auto">${error.message}</p>
            <vscode-button @click=${() => page.send({ type: 'goTo', range: error.at, fix: false })}
              >${page.text('goToError')}</vscode-button
            >
          </div>`
        : nothing
    }
    ${view?.nothing === undefined ? nothing : html`<div class="banner"><p dir="auto">${view.nothing}</p></div>`}
    ${view?.outdated ? html`<p class="note">${page.text('outdated')}</p>` : nothing}
    ${
      refusal === undefined
        ? nothing
        : html`<div class="banner warning">
            <p dir="auto">${refusal}</p>
            <vscode-button secondary @click=${() => page.change({ refusal: undefined })}
              >${page.text('dismiss')}</vscode-button
            >
          </div>`
    }
  `;
}

function panel(page: Page): TemplateResult | typeof nothing {
  const { view, tab } = page.state;
  if (!view) return html`<p class="note">${page.text('loading')}</p>`;
  const { content } = view;
  if (!content) return nothing;
  const tabs = { setup: setupTab, softphone: softphoneTab, dialing: dialingTab, settings: settingsTab };
  return html`<div class=${view.outdated ? 'outdated' : 'current'} ?inert=${view.outdated}>${tabs[tab](page, content)}</div>`;
}
