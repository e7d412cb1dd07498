import { html, nothing, type TemplateResult } from 'lit';
import type { DialAnswer } from '../../server/src/protocol/preview.ts';
import type { Page } from './page.ts';

type Dialing = DialAnswer['dialing'];
type DialledNumber = Dialing['numbers'][number];
type Warnings = Dialing['warnings'];

/** Where something goes wrong, each with how much that matters. */
export function dialWarnings(page: Page, warnings: Warnings): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  return html`<ul class="problems" aria-label=${page.text('warnings')}>
    ${warnings.map(
      ({ severity, message, code }) => html`<li class=${severity}>
        <span class="severity">${page.text(severity)}</span> <span>${message}</span> <code class="rule">${code}</code>
      </li>`,
    )}
  </ul>`;
}

/** One number: what each dialler makes of it side by side, and the Toolkit's way there rule by rule. */
export function dialledNumber(page: Page, entry: DialledNumber): TemplateResult {
  const { number, dialled, explanation, steps, passed, warnings, e164Adapter, voice } = entry;
  const models = [
    { name: page.text('toolkit'), dialled, rule: steps.at(-1)?.rule, reason: steps.at(-1)?.reason ?? '', warnings },
    { name: page.text('e164'), rule: undefined, ...e164Adapter },
    voice ? { name: page.text('voice'), rule: undefined, ...voice } : undefined,
  ];
  return html`<section class="number" aria-label=${number}>
    <h2><code dir="ltr">${number}</code></h2>
    <p class="note">${explanation}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${page.text('model')}</th>
          <th scope="col">${page.text('dials')}</th>
        </tr>
      </thead>
      <tbody>
        ${models.map((model) =>
          model
            ? html`<tr>
                <th scope="row">${model.name}</th>
                <td><code class="result" dir="ltr">${model.dialled ?? page.text('dialsNothing')}</code>
                  ${model.rule === undefined ? nothing : html`<span class="badge">${page.text('rule')} ${model.rule}</span>`}
                  <p class="note">${model.reason}</p>
                  ${dialWarnings(page, model.warnings)}</td>
              </tr>`
            : html`<tr>
                <th scope="row">${page.text('voice')}</th>
                <td class="note">${page.text('noVoice')}</td>
              </tr>`,
        )}
      </tbody>
    </table>
    <details>
      <summary>${page.text('steps')}</summary>
      <ol class="steps">
        ${steps.map(
          ({ rule, before, after, reason }) => html`<li>
            <span class="badge">${page.text('rule')} ${rule}</span>
            <code dir="ltr">${before}</code> → <code dir="ltr">${after || page.text('dialsNothing')}</code>
            <p>${reason}</p>
          </li>`,
        )}
      </ol>
      ${
        passed.length === 0
          ? nothing
          : html`<h3>${page.text('passed')}</h3>
              <ul class="steps">
                ${passed.map(({ rule, reason }) => html`<li><span class="badge">${page.text('rule')} ${rule}</span> ${reason}</li>`)}
              </ul>`
      }
    </details>
  </section>`;
}
