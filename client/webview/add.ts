import { html, nothing, type TemplateResult } from 'lit';
import type { PreviewAddable } from '../../server/src/language/preview/preview.ts';
import type { Page } from './page.ts';

/** The choice that stands for something the catalog does not know; no name has a blank. */
const own = ' own ';

/**
 * Offers what the catalog knows, and one of a person's own. What was typed stays until it is in the text: it may be refused.
 *
 * @param add `done` is to be called once it is added
 */
export function adder(
  page: Page,
  title: string,
  addable: readonly PreviewAddable[],
  add: (name: string, label: string | undefined, done: () => void) => void,
): TemplateResult | typeof nothing {
  if (!page.editable) return nothing;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const read = (name: string): string => {
      const control = form.querySelector(`[name="${name}"]`);
      return control !== null && 'value' in control ? String(control.value) : '';
    };
    const known = read('known');
    const name = read('name').trim();
    const done = () => form.reset();
    if (known !== own && known !== '') add(known, undefined, done);
    else if (name !== '') add(name, read('label').trim() || name, done);
  };
  return html`<details class="adder">
    <summary>${title}</summary>
    <form @submit=${submit}>
      <select name="known" aria-label=${title}>
        ${addable.map(
          ({ name, label, need, summary }) =>
            html`<option value=${name} title=${summary}>${label} (${name}, ${page.text(need)})</option>`,
        )}
        <option value=${own}>${page.text('own')}</option>
      </select>
      <span class="own">
        <label>${page.text('ownName')} <vscode-textfield name="name" .label=${page.text('ownName')}></vscode-textfield></label>
        <label>${page.text('ownLabel')} <vscode-textfield name="label" .label=${page.text('ownLabel')}></vscode-textfield></label>
      </span>
      <vscode-button type="submit">${page.text('add')}</vscode-button>
    </form>
  </details>`;
}
