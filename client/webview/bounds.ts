import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PreviewFrame } from '../../server/src/language/preview/preview.ts';
import type { DraggedSize, Page } from './page.ts';

/** The picture is at most so high, in px. */
const most = 150;
/** Room for words below a rectangle, in px. */
const words = 14;

/** The smallest and the largest frame around the present one, all of them to one scale. */
export function boundsDrawing(page: Page, frame: PreviewFrame, size: DraggedSize): TemplateResult | typeof nothing {
  const { widthBounds, heightBounds } = frame;
  if (!widthBounds || !heightBounds) return nothing;
  const smallest = { width: widthBounds.min, height: heightBounds.min };
  const largest = { width: widthBounds.max, height: heightBounds.max };
  const whole = { width: Math.max(largest.width, size.width), height: Math.max(largest.height, size.height) };
  const scale = most / whole.height;
  const fits =
    size.width >= smallest.width &&
    size.width <= largest.width &&
    size.height >= smallest.height &&
    size.height <= largest.height;
  // All stand in the lower left corner, where the panel of the utility bar is.
  const box = (kind: string, { width, height }: DraggedSize) =>
    svg`<rect class=${kind} x="1" y=${1 + (whole.height - height) * scale} width=${width * scale} height=${height * scale}></rect>`;
  const said = (key: 'smallest' | 'largest' | 'present', { width, height }: DraggedSize) =>
    html`<li class=${key}>${page.text(key, width, height)}</li>`;
  return html`<figure class="bounds">
    <svg width=${whole.width * scale + 2} height=${most + 2} aria-hidden="true">
      ${box('limit largest', largest)} ${box(fits ? 'now' : 'now outside', size)} ${box('limit smallest', smallest)}
      <text class="tag" x=${(largest.width * scale) / 2} y=${1 + (whole.height - largest.height) * scale + words}>
        ${largest.width} × ${largest.height}
      </text>
    </svg>
    <figcaption>
      <ul class="legend">
        ${said('largest', largest)} ${said('present', size)} ${said('smallest', smallest)}
      </ul>
      ${fits ? nothing : html`<p class="outside">${page.text('outOfBounds')}</p>`}
    </figcaption>
  </figure>`;
}
