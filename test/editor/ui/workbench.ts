import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { openBrowser } from '../../tools/browser.mjs';
import { vsix } from '../../tools/build.mjs';
import { startVsCode } from '../../tools/vscode-server.mjs';
import { freshCopy } from './fresh-copy.ts';

/** Where pictures go, for people to look at. */
const screenshots = 'test/editor/screenshots';

/** How long an effect may be awaited, in ms. The machine may be busy with other things. */
const patience = 60_000;

export type Theme = 'light' | 'dark' | 'high-contrast';
const themes: Readonly<Record<Theme, string>> = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
};

export interface Editor {
  readonly workbench: Workbench;
  /** The folder that is open: a copy that goes when the editor closes. */
  readonly folder: string;
  close(): Promise<void>;
}

/**
 * Opens VS Code with the packaged extension and a fresh copy of a folder.
 *
 * @param from path of the folder, from the project's
 * @param settings user settings
 */
export async function openEditor(from: string, settings: Readonly<Record<string, unknown>> = {}): Promise<Editor> {
  const copy = freshCopy(from);
  const vscode = await startVsCode({ folder: copy.folder, settings, vsix: [vsix] });
  const browser = await openBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await vscode.stop();
    copy.remove();
  };
  try {
    browser.page.setDefaultTimeout(patience);
    await browser.page.goto(vscode.address);
    await browser.page.locator('.monaco-workbench .part.statusbar').waitFor();
    return { workbench: new Workbench(browser.page, vscode.settingsFile), folder: copy.folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * What a person does in VS Code's window, by keyboard where that is possible. Selectors were seen to work in 1.139. A
 * keystroke is repeated until its effect shows, because a workbench that is still loading drops some.
 */
export class Workbench {
  readonly page: Page;
  readonly #settingsFile: string;

  constructor(page: Page, settingsFile: string) {
    this.page = page;
    this.#settingsFile = settingsFile;
  }

  /** Changes user settings; the editor follows the file. An undefined value takes a setting away. */
  setSettings(changes: Readonly<Record<string, unknown>>): void {
    const present: Record<string, unknown> = JSON.parse(readFileSync(this.#settingsFile, 'utf8'));
    writeFileSync(this.#settingsFile, JSON.stringify({ ...present, ...changes }));
  }

  /** Changes the colours and waits until they are there. */
  async setTheme(theme: Theme): Promise<void> {
    this.setSettings({ 'workbench.colorTheme': themes[theme], 'window.autoDetectHighContrast': false });
    const mark = { light: '.vs', dark: '.vs-dark', 'high-contrast': '.hc-black' }[theme];
    await this.page.locator(`.monaco-workbench${mark}`).waitFor();
  }

  /** Writes `test/editor/screenshots/<name>.png`. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: `${screenshots}/${name}.png`, animations: 'disabled' });
  }

  /** Moves the mouse out of the way: over a row it opens that row's own hover, which closes the editor's. */
  async parkMouse(): Promise<void> {
    await this.page.mouse.move(3, 797);
  }

  async openFile(name: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
    await this.#until(
      row,
      async () => {
        await this.page.keyboard.press('Control+P');
        await this.#quickInput().fill(name, { timeout: 3000 });
      },
      `quick open finds ${name}`,
    );
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.focusEditor();
  }

  async focusEditor(): Promise<void> {
    await this.#until(
      this.page.locator('.editor-instance .monaco-editor.focused').first(),
      () => this.page.keyboard.press('Control+1'),
      'the editor has the focus',
    );
  }

  /** Runs a command from the palette by its title. */
  async runCommand(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await this.#until(
      row,
      async () => {
        await this.page.keyboard.press('F1');
        await this.#quickInput().fill(`>${title}`, { timeout: 3000 });
      },
      `the palette offers ${title}`,
    );
    await row.click();
    await this.parkMouse();
  }

  /** Picks a row of the quick pick that is open. */
  async pick(text: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await row.click();
    await this.parkMouse();
  }

  /** Sets the cursor; line and column from 1. */
  async goTo(line: number, column: number): Promise<void> {
    const position = this.page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col ${column}` });
    await this.#until(
      position,
      async () => {
        await this.page.keyboard.press('Control+G');
        await this.#quickInput().fill(`:${line}:${column}`, { timeout: 3000 });
        await this.page.keyboard.press('Enter');
      },
      `the cursor is at ${line}:${column}`,
    );
    await this.focusEditor();
  }

  /** Opens the Problems view. The rows are for `waitFor` and `allTextContents`. */
  async problems(): Promise<Locator> {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await this.#until(
      this.page.locator('.markers-panel'),
      () => this.page.keyboard.press('Control+Shift+M'),
      'the Problems view is open',
    );
    return rows;
  }

  /** Squiggles in the active editor. */
  squiggles(severity: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.editor-instance .squiggly-${severity}`);
  }

  /** Opens the hover at the cursor and returns its whole text, once it holds `text`. */
  async hover(text: string): Promise<string> {
    await this.parkMouse();
    const rows = this.page.locator('.monaco-hover:not(.hidden) .hover-row');
    await this.#until(
      rows.filter({ hasText: text }).first(),
      async () => {
        await this.page.keyboard.press('Control+K');
        await this.page.keyboard.press('Control+I');
      },
      `a hover tells "${text}"`,
    );
    return (await rows.allTextContents()).join('\n');
  }

  /** Opens the list of quick fixes at the cursor. */
  async quickFixes(): Promise<readonly string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await this.#until(rows.first(), () => this.page.keyboard.press('Control+.'), 'quick fixes are offered');
    return rows.allTextContents();
  }

  /** Applies a fix from the list that `quickFixes` opened. */
  async applyFix(title: string): Promise<void> {
    await this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click();
    await this.parkMouse();
  }

  /** Opens completion at the cursor and returns the labels in view, once one of them holds `text`. */
  async completions(text: string): Promise<readonly string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await this.#until(
      rows.filter({ hasText: text }).first(),
      () => this.page.keyboard.press('Control+Space'),
      `completion offers ${text}`,
    );
    return rows.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
  }

  /** Takes an entry of the open completion list. */
  async complete(text: string): Promise<void> {
    await this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text }).first().click();
    await this.parkMouse();
  }

  /** The lines in view of the active editor. */
  async lines(): Promise<readonly string[]> {
    const rows = this.page.locator('.editor-group-container.active .editor-instance .view-line');
    const placed = await rows.evaluateAll((elements) =>
      elements.map((element) => ({
        top: Number.parseFloat(element.style.top),
        text: element.textContent ?? '',
      })),
    );
    return placed.sort((a, b) => a.top - b.top).map(({ text }) => text.replaceAll('\u00a0', ' '));
  }

  /** Waits until the lines in view hold `text`. */
  async waitForText(text: string): Promise<void> {
    await this.waitFor(`the editor shows ${text}`, async () =>
      (await this.lines()).some((line) => line.includes(text)),
    );
  }

  /** Asks again and again until the answer is yes. */
  async waitFor(what: string, ask: () => Promise<boolean>): Promise<void> {
    const deadline = performance.now() + patience;
    while (!(await ask())) {
      if (performance.now() > deadline) {
        await this.screenshot('failure');
        throw new Error(`${what}: not within ${patience / 1000} s`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  #quickInput(): Locator {
    return this.page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-box input');
  }

  /** Repeats `act` until `effect` is visible. */
  async #until(effect: Locator, act: () => Promise<void>, what: string): Promise<void> {
    const deadline = performance.now() + patience;
    for (;;) {
      const seen = await act()
        .then(() => effect.waitFor({ timeout: 3000 }))
        .then(
          () => true,
          (error: unknown) => {
            if (error instanceof Error && error.name === 'TimeoutError') return false;
            throw error;
          },
        );
      if (seen) return;
      if (performance.now() > deadline) {
        await this.screenshot('failure');
        throw new Error(`${what}: not within ${patience / 1000} s; see ${screenshots}/failure.png`);
      }
      await this.page.keyboard.press('Escape');
    }
  }
}
