import { html, nothing, type TemplateResult } from 'lit';
import type { PreviewMark, PreviewNeed } from '../../server/src/language/preview/preview.ts';
import type { Page } from './page.ts';

interface Marked {
  readonly need: PreviewNeed;
  readonly placeholder?: true;
  readonly fixedAfterImport?: true;
  readonly marks?: readonly PreviewMark[];
}

/** Small words beside a label. */
export function badges(page: Page, { need, placeholder, fixedAfterImport, marks = [] }: Marked): TemplateResult {
  const badge = (kind: string, text: string, title: string = text) =>
    html`<span class="badge ${kind}" title=${title}>${text}</span>`;
  return html`
    ${need === 'optional' ? nothing : badge(need, page.text(need))}
    ${placeholder ? badge('placeholder', page.text('placeholder')) : nothing}
    ${fixedAfterImport ? badge('fixed', page.text('fixed'), page.text('fixedWhy')) : nothing}
    ${marks.map(({ kind, title, accepted }) =>
      badge(`mark ${kind}`, accepted ? `${page.text(kind)} (${page.text('accepted')})` : page.text(kind), title),
    )}
  `;
}

/** True for what was imported and is not there any more. */
export function isGone(id: string): boolean {
  return id.startsWith('-');
}
