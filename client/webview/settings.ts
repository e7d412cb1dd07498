import { html, nothing, type TemplateResult } from 'lit';
import type { SettingsFormat } from '../../server/src/language/preview/preview.ts';
import { mostSettings } from '../src/preview/messages.ts';
import type { TextKey } from '../src/preview/texts.ts';
import { valueIn } from './controls.ts';
import type { Content, Page } from './page.ts';

const titles: Readonly<Record<SettingsFormat, TextKey>> = {
  lightning: 'lightningJson',
  classic: 'classicJson',
  declaration: 'declaration',
  markdown: 'markdown',
  csv: 'csv',
};

/** What an adapter gets, and what can be made of the field set. */
export function settingsTab(page: Page, _content: Content): TemplateResult {
  const { settings, format, withSecrets } = page.state;
  const formats = Object.entries(titles) as [SettingsFormat, TextKey][];
  const choose = ({ target }: Event): void => {
    const chosen = formats.find(([name]) => name === valueIn(target));
    if (chosen) page.change({ format: chosen[0] });
  };
  if (!settings) return html`<h1>${page.text('settings')}</h1><p class="note">${page.text('loading')}</p>`;
  const secrets = withSecrets || settings.masked > 0;
  return html`<div class="settings">
    <h1>${page.text('settings')}</h1>
    <div class="controls">
      <label
        >${page.text('forms')}
        <select @change=${choose}>
          ${formats.map(([name, title]) => html`<option value=${name} ?selected=${name === format}>${page.text(title)}</option>`)}
        </select></label
      >
      <vscode-button @click=${() => page.send({ type: 'copySettings', format, reveal: withSecrets })}>${page.text('copy')}</vscode-button>
      <vscode-button secondary @click=${() => page.send({ type: 'open', format, reveal: withSecrets })}
        >${page.text('openAsDocument')}</vscode-button
      >
      ${
        secrets
          ? html`<vscode-checkbox
              label=${page.text('withSecrets')}
              .checked=${withSecrets}
              @change=${() => page.change({ withSecrets: !withSecrets })}
            ></vscode-checkbox>`
          : nothing
      }
    </div>
    ${settings.masked > 0 ? html`<p class="note">${page.text('secretsMasked', settings.masked)}</p>` : nothing}
    ${settings.cut ? html`<p class="note">${page.text('settingsCut', mostSettings.toLocaleString(page.language))}</p>` : nothing}
    <pre class="text" tabindex="0" role="region" aria-label=${page.text(titles[settings.format])} dir="ltr">${settings.text}</pre>
  </div>`;
}
