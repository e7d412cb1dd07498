import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import type { Editor } from '../open-editor.ts';
import { type AnyTheme, allThemes } from '../themes.ts';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** A copy of an Open CTI definition that no other test has changed. */
export const sample = 'northwind.xml';

/** What the body of a web view is marked with. */
const marks: Readonly<Record<AnyTheme, string>> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'high-contrast': 'vscode-high-contrast',
  'high-contrast-light': 'vscode-high-contrast-light',
};

/** The preview as a person sees it beside the text. */
export interface PreviewPage {
  /** The page inside of the panel. */
  inside(): FrameLocator;
  frame(): Promise<Frame>;
  /** Wherever an edit takes the focus to, it does in the next frame. */
  nextFrames(): Promise<void>;
  /** A field or section by its id. */
  field(id: string): Locator;
  tab(name: string): Locator;
  /** Opens a file, and the preview beside it. `text`: something that the text holds in view. */
  open(file: string, text: string): Promise<void>;
  /** Opens `sample`, as it was at first. */
  openSample(): Promise<void>;
  /** Waits until the text beside the page holds something in view, and goes there. */
  inText(pattern: RegExp): Promise<void>;
  /** Goes from the text into the page, and waits until the window knows. */
  enter(): Promise<void>;
  /** Waits for the value of a field. */
  shows(id: string, value: string): Promise<void>;
  /** The name of what has the focus in the page; empty where nothing in it has. */
  focused(): Promise<string>;
  /** Writes a picture for every theme, and has axe-core look at the page in each of them. */
  lookAt(surface: string): Promise<void>;
}

export function previewPage(editor: () => Editor): PreviewPage {
  const page = () => editor().workbench.page;
  const inside = () => page().frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const frame = async (): Promise<Frame> => {
    const element = await inside().locator('#page').elementHandle();
    const found = await element?.ownerFrame();
    assert.ok(found, 'the page of the preview is there');
    return found;
  };
  const field = (id: string) => inside().locator(`[data-field="${id}"]`);
  /** What axe-core objects to in the page. */
  const violations = async (): Promise<readonly string[]> => {
    const there = await frame();
    await there.evaluate(axe);
    return there.evaluate(async () => {
      const { axe: loaded } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
      };
      const { violations: found } = await loaded.run();
      return found.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
    });
  };
  const open = async (file: string, text: string): Promise<void> => {
    const { workbench } = editor();
    await workbench.openFile(file);
    await workbench.waitForText(text);
    await workbench.until(
      inside().getByRole('tablist'),
      async () => {
        await page().keyboard.press('Control+K');
        await page().keyboard.press('v');
      },
      'the preview is open',
    );
  };
  return {
    inside,
    frame,
    async nextFrames() {
      const there = await frame();
      await there.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const { requestAnimationFrame } = globalThis as unknown as { requestAnimationFrame(run: () => void): void };
            requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
          }),
      );
    },
    field,
    tab: (name) => inside().getByRole('tab', { name }),
    open,
    async openSample() {
      copyFileSync('test/samples/open-cti.xml', path.join(editor().folder, sample));
      await open(sample, 'reqInternalName');
      await field('/reqGeneralInfo/reqInternalName').waitFor();
    },
    async inText(pattern) {
      const { workbench } = editor();
      const lines = page().locator('.editor-instance .view-line');
      await workbench.waitFor(`the text holds ${pattern.source}`, async () =>
        (await lines.allTextContents()).some((line) => pattern.test(line.replaceAll('\u00a0', ' '))),
      );
      await workbench.focusEditor();
    },
    async enter() {
      await inside().getByRole('tab', { selected: true }).click();
      await page().locator('.editor-group-container.active .tab.active', { hasText: 'Preview' }).waitFor();
    },
    async shows(id, value) {
      const control = field(id).locator('.control :is(input, textarea, select)').first();
      await editor().workbench.waitFor(`${id} is ${value}`, async () => (await control.inputValue()) === value);
    },
    async focused() {
      const there = await frame();
      return there.evaluate(() => {
        const { document } = globalThis as unknown as {
          document: {
            hasFocus(): boolean;
            activeElement: { getAttribute(name: string): string | null; label?: string } | null;
          };
        };
        const element = document.hasFocus() ? document.activeElement : null;
        return element?.getAttribute('aria-label') ?? element?.label ?? '';
      });
    },
    async lookAt(surface) {
      const { workbench } = editor();
      await workbench.parkMouse();
      const found: string[] = [];
      const ready = async (theme: AnyTheme): Promise<void> => {
        await inside().locator(`body.${marks[theme]}`).waitFor();
        found.push(...(await violations()).map((violation) => `${theme}: ${violation}`));
      };
      await workbench.pictureIn(allThemes, surface, ready);
      assert.deepEqual(found, []);
    },
  };
}
