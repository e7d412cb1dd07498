import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PreviewFrame } from '../../server/src/language/preview/preview.ts';
import { boundsDrawing } from './bounds.ts';
import { drop, sizeDrafts } from './controls.ts';
import type { DraggedSize, Page } from './page.ts';
import type { Framed } from './softphone.ts';

/** The drawing is at most so wide and high, in px, and never larger than life. */
const most = { width: 420, height: 460 };
/** What is beside a drawing: the edges of the page and of its box, and the gap between two boxes. In px. */
const beside = { page: 34, box: 26, gap: 16 };
/** As narrow as a box of the style sheet becomes before the two stand below each other, in px. */
const narrowBox = 200;

/** Room for half of the words in a frame, in px: in a very narrow one they stand further to the right. */
const halfOfSize = 48;

/** What is around the frame in Salesforce: a header above it, a utility bar below, records beside it. In px of the frame. */
const around = { top: 56, bottom: 40, side: 160 };

/** Where the frame hangs: at the top of a sidebar, or above the bar at the foot of the window. */
type Place = 'sidebar' | 'foot';

/** Wherever Salesforce puts the frame, to scale. The corner changes its size; nothing in it is loaded. */
export function drawing(page: Page, softphone: Framed, frame: PreviewFrame): TemplateResult | typeof nothing {
  const width = page.state.dragged?.width ?? softphone.width.pixels;
  const height = page.state.dragged?.height ?? softphone.height.pixels;
  if (width === undefined || height === undefined || width === 0 || height === 0) return nothing;
  const widest = Math.max(width, softphone.width.pixels ?? 0);
  const highest = Math.max(height, softphone.height.pixels ?? 0);
  const whole = { width: widest + around.side, height: highest + around.top + around.bottom };
  const scale = Math.min(1, Math.min(most.width, room()) / whole.width, most.height / whole.height);
  const stageOf = (place: Place, resizable: boolean) =>
    stage(page, page.text(frame.ui), place, { width, height }, whole, scale, resizable);
  return html`${
    frame.ui === 'lightning'
      ? stageOf('foot', true)
      : html`<h3>${page.text('inSidebar')}</h3>
            ${stageOf('sidebar', true)}
            <h3>${page.text('inConsole')}</h3>
            ${stageOf('foot', false)}`
  }
    ${scale < 1 ? html`<p class="note">${page.text('scale', percent(scale))}</p>` : nothing}
    ${boundsDrawing(page, frame, { width, height })}`;
}

/** One window of Salesforce with the frame in it. */
function stage(
  page: Page,
  name: string,
  place: Place,
  { width, height }: DraggedSize,
  whole: DraggedSize,
  scale: number,
  resizable: boolean,
): TemplateResult {
  const x = 12;
  const foot = place === 'foot';
  const y = foot ? whole.height - around.bottom - height : around.top;
  const px = (value: number) => value * scale;
  const corner = { x: px(x + width), y: px(foot ? y : y + height) };
  return html`<div class="stage">
    <svg
      width=${px(whole.width)}
      height=${px(whole.height)}
      role="img"
      aria-label="${name}: ${width} × ${height} px"
    >
      <rect class="window" x="0" y="0" width=${px(whole.width)} height=${px(whole.height)}></rect>
      <rect class="bar" x="0" y="0" width=${px(whole.width)} height=${px(around.top - 12)}></rect>
      ${
        foot
          ? svg`<rect class="bar" x="0" y=${px(whole.height - around.bottom)} width=${px(whole.width)} height=${px(around.bottom)}></rect>`
          : nothing
      }
      <rect class="panel" x=${px(x)} y=${px(y)} width=${px(width)} height=${px(height)}></rect>
      <text class="size" x=${Math.max(halfOfSize, px(x + width / 2))} y=${px(y + height / 2)}>${width} × ${height}</text>
    </svg>
    ${resizable && page.editable ? handle(page, { width, height }, corner, scale, foot) : nothing}
  </div>`;
}

/** Also of a frame that nobody would want, such as one 50 × 99999 px large. */
function percent(scale: number): string {
  return scale < 0.01 ? '< 1' : String(Math.round(scale * 100));
}

/** How wide a drawing may be in the page as it is now, in px. */
function room(): number {
  const all = document.documentElement.clientWidth - beside.page;
  const half = (all - beside.gap) / 2;
  return Math.max(100, (half < narrowBox ? all : half) - beside.box);
}

function handle(
  page: Page,
  size: DraggedSize,
  at: { readonly x: number; readonly y: number },
  scale: number,
  upwards: boolean,
): TemplateResult {
  const set = ({ width, height }: DraggedSize) => {
    page.change({ dragged: undefined });
    drop(page, ...Object.values(sizeDrafts));
    page.edit({ kind: 'setSize', width, height });
  };
  const sized = (width: number, height: number): DraggedSize => ({
    width: Math.max(1, Math.round(width)),
    height: Math.max(1, Math.round(height)),
  });
  const down = (event: PointerEvent): void => {
    const button = event.currentTarget;
    if (!(button instanceof HTMLElement)) return;
    const from = { x: event.clientX, y: event.clientY };
    button.setPointerCapture(event.pointerId);
    const to = (moved: PointerEvent): DraggedSize =>
      sized(
        size.width + (moved.clientX - from.x) / scale,
        size.height + ((moved.clientY - from.y) / scale) * (upwards ? -1 : 1),
      );
    const move = (moved: PointerEvent) => page.change({ dragged: to(moved) });
    const end = (ended: PointerEvent): void => {
      button.removeEventListener('pointermove', move);
      const changed = to(ended);
      if (ended.type === 'pointercancel' || (changed.width === size.width && changed.height === size.height)) {
        page.change({ dragged: undefined });
      } else set(changed);
    };
    button.addEventListener('pointermove', move);
    for (const type of ['pointerup', 'pointercancel'] as const) button.addEventListener(type, end, { once: true });
  };
  const key = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 1 : 10;
    const up = upwards ? step : -step;
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowRight: [step, 0],
      ArrowLeft: [-step, 0],
      ArrowUp: [0, up],
      ArrowDown: [0, -up],
    };
    const by = steps[event.key];
    if (!by) return;
    event.preventDefault();
    set(sized(size.width + by[0], size.height + by[1]));
  };
  const name = page.text('resize', size.width, size.height);
  return html`<button
    type="button"
    class="corner ${upwards ? 'upwards' : ''}"
    title=${name}
    aria-label=${name}
    .style=${`left: ${at.x - 8}px; top: ${at.y - 8}px`}
    @pointerdown=${down}
    @keydown=${key}
  ></button>`;
}
