import { html, nothing, type TemplateResult } from 'lit';
import type { PreviewProblem } from '../../server/src/language/preview/preview.ts';
import type { ProtocolRange } from '../../server/src/protocol/document.ts';
import type { Page } from './page.ts';

/** Findings with the way to their place and their fixes. */
export function problemList(
  page: Page,
  problems: readonly PreviewProblem<ProtocolRange>[] | undefined,
): TemplateResult | typeof nothing {
  if (!problems || problems.length === 0) return nothing;
  return html`<ul class="problems" aria-label=${page.text('problems')}>
    ${problems.map(
      ({ severity, message, rule, at }) => html`<li class=${severity}>
        <span class="severity">${page.text(severity)}</span>
        <span dir="auto">${message}</span>
        <code class="rule">${rule}</code>
        <button type="button" class="link" @click=${() => page.send({ type: 'goTo', range: at, fix: false })}>
          ${page.text('goTo')}
        </button>
        <button type="button" class="link" @click=${() => page.send({ type: 'goTo', range: at, fix: true })}>
          ${page.text('fix')}
        </button>
      </li>`,
    )}
  </ul>`;
}
