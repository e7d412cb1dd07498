import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { type AnyTheme, appearances, type Theme, themes } from './themes.ts';

/** Where pictures go, for people to look at. */
const screenshots = 'test/editor/screenshots';

/** How long an effect may be awaited, in ms. The machine may be busy with other things. */
export const patience = 60_000;

/** How long an effect may take before the keystroke that shall have it is repeated, in ms. */
const repeatAfter = 3000;

/** What is asked of an element of the page; the tests know no types of browsers. */
interface Row {
  readonly style: { readonly top: string };
  readonly textContent: string | null;
  querySelector(selector: string): { readonly textContent: string | null } | null;
}

/**
 * What a person does in VS Code's window, by keyboard where that is possible. Selectors were seen to work in 1.139. A
 * keystroke is repeated until its effect shows, because a workbench that is still loading drops some.
 */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Changes the colours and waits until they are there; whatever is open stays open. */
  async setTheme(theme: AnyTheme): Promise<void> {
    const { media, mark } = appearances[theme];
    await this.page.emulateMedia(media);
    await this.page.locator(`.monaco-workbench.${mark}`).waitFor();
  }

  /** Writes `test/editor/screenshots/<name>.png`. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: `${screenshots}/${name}.png`, animations: 'disabled' });
  }

  /**
   * Writes `test/editor/screenshots/<surface>-<theme>.png` for every theme, as the window is now.
   *
   * @param ready waits for what takes up new colours by itself, such as a web view
   */
  async picture(surface: string, ready: (theme: Theme) => Promise<void> = async () => undefined): Promise<void> {
    return this.pictureIn(themes, surface, ready);
  }

  /** The same for some of the themes. */
  async pictureIn<T extends AnyTheme>(
    which: readonly T[],
    surface: string,
    ready: (theme: T) => Promise<void>,
  ): Promise<void> {
    for (const theme of which) {
      await this.setTheme(theme);
      await ready(theme);
      await this.screenshot(`${surface}-${theme}`);
    }
    await this.setTheme('light');
  }

  /** Moves the mouse out of the way: over a row it opens that row's own hover, which closes the editor's. */
  async parkMouse(): Promise<void> {
    await this.page.mouse.move(3, 797);
  }

  async openFile(name: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
    // A click is dropped like a key while the workbench is loading.
    await this.until(
      this.#activeTab(name),
      async () => {
        await this.page.keyboard.press('Control+P');
        await this.#quickInput().fill(name, { timeout: repeatAfter });
        await row.click({ timeout: repeatAfter });
        await this.parkMouse();
      },
      `quick open opens ${name}`,
    );
    await this.focusEditor();
  }

  /** Waits for the active tab. */
  async tab(name: string): Promise<void> {
    await this.#activeTab(name).waitFor();
  }

  async focusEditor(): Promise<void> {
    await this.until(
      this.page.locator('.editor-group-container.active .editor-instance .monaco-editor.focused').first(),
      () => this.page.keyboard.press('Control+1'),
      'the editor has the focus',
    );
  }

  /** Closes all files without saving, and the panel. */
  async closeAll(): Promise<void> {
    await this.page.keyboard.press('Escape');
    const tabs = this.page.locator('.tabs-container .tab');
    const names = () => tabs.evaluateAll((elements) => elements.map((tab) => tab.getAttribute('data-resource-name')));
    for (let left = await names(); left.length > 0; ) {
      await this.runCommand('View: Revert and Close Editor');
      await this.waitFor('the file is closed', async () => (await names()).length < left.length);
      left = await names();
    }
    const panel = this.page.locator('.part.panel');
    if (await panel.isVisible()) {
      await this.runCommand('View: Hide Panel');
      await panel.waitFor({ state: 'hidden' });
    }
  }

  /** Runs a command from the palette by its title. */
  async runCommand(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await this.until(
      row,
      async () => {
        await this.page.keyboard.press('F1');
        await this.#quickInput().fill(`>${title}`, { timeout: repeatAfter });
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
    await this.until(
      position,
      async () => {
        await this.page.keyboard.press('Control+G');
        await this.#quickInput().fill(`:${line}:${column}`, { timeout: repeatAfter });
        await this.page.keyboard.press('Enter');
      },
      `the cursor is at ${line}:${column}`,
    );
    await this.focusEditor();
  }

  /** Sets the cursor behind the first occurrence of a text in view, in the first line that holds `mark`. */
  async goBehind(text: string, mark = text): Promise<void> {
    await this.waitFor(`the editor shows ${mark}`, async () => {
      const lines = await this.lines();
      // VS Code learns late that a web view has the focus: also when the text has it again already.
      if (lines.length === 0) await this.focusEditor();
      return lines.some((line) => line.includes(mark));
    });
    const lines = await this.#placedLines();
    const found = lines.find((line) => line.text.includes(mark));
    if (!found?.text.includes(text)) throw new Error(`the text “${text}” is in view no more`);
    await this.goTo(found.number, found.text.indexOf(text) + text.length + 1);
  }

  /** Opens the Problems view. The rows are for `waitFor` and `allTextContents`. */
  async problems(): Promise<Locator> {
    await this.until(
      this.page.locator('.markers-panel'),
      () => this.page.keyboard.press('Control+Shift+M'),
      'the Problems view is open',
    );
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /** The row of the Problems view that a rule has, and perhaps a text. */
  problem(rule: string, text = ''): Locator {
    const rows = this.page.locator('.markers-panel .monaco-list-row', {
      has: this.page.getByText(rule, { exact: true }),
    });
    return rows.filter({ hasText: text });
  }

  /** Squiggles in the active editor. */
  squiggles(severity: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.editor-instance .squiggly-${severity}`);
  }

  /** Opens the hover at the cursor and returns its whole text, once it holds `text`. */
  async hover(text: string): Promise<string> {
    await this.parkMouse();
    const rows = this.page.locator('.monaco-hover:not(.hidden) .hover-row');
    await this.until(
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
    await this.until(rows.first(), () => this.page.keyboard.press('Control+.'), 'quick fixes are offered');
    return rows.allTextContents();
  }

  /** Applies a fix from the list that `quickFixes` opened. */
  async applyFix(title: string): Promise<void> {
    await this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click();
    await this.parkMouse();
  }

  /** Opens completion at the cursor and returns what is offered in view, once `text` is among it. */
  async completions(text: string): Promise<readonly string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await this.until(
      rows.filter({ hasText: text }).first(),
      () => this.page.keyboard.press('Control+Space'),
      `completion offers ${text}`,
    );
    return rows.locator('.label-name').allTextContents();
  }

  /** Closes the completion that opens by itself while something is typed: it covers what is beside the text. */
  async closeCompletions(): Promise<void> {
    const list = this.page.locator('.suggest-widget.visible');
    await list.waitFor();
    await this.page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
  }

  /** Opens the documentation beside the completion that is open, and returns it. */
  async completionDocs(): Promise<string> {
    const docs = this.page.locator('.suggest-details .docs');
    const open = () => docs.isVisible();
    if (!(await open())) await this.page.keyboard.press('Control+Space');
    await this.waitFor('documentation shows beside the completion', open);
    return (await docs.textContent()) ?? '';
  }

  /** Takes an entry of the open completion list. */
  async complete(text: string): Promise<void> {
    await this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text }).first().click();
    await this.parkMouse();
  }

  /** The lines in view of the active editor. */
  async lines(): Promise<readonly string[]> {
    return (await this.#placedLines()).map(({ text }) => text);
  }

  /** By the numbers in the margin: what stands between the lines, such as a lens, moves them down. */
  async #placedLines(): Promise<readonly { readonly number: number; readonly text: string }[]> {
    const editor = this.page.locator('.editor-group-container.active .editor-instance').first();
    if (!(await editor.isVisible())) return [];
    const placed = await editor.evaluate((element) => {
      const rows = (selector: string): readonly Row[] => [...element.querySelectorAll(selector)];
      const numbers = new Map(
        rows('.margin-view-overlays > div').map((row) => [
          row.style.top,
          Number(row.querySelector('.line-numbers')?.textContent ?? ''),
        ]),
      );
      return rows('.view-line').flatMap((row) => {
        const number = numbers.get(row.style.top);
        return number === undefined || number === 0 ? [] : [{ number, text: row.textContent ?? '' }];
      });
    });
    return placed
      .sort((a, b) => a.number - b.number)
      .map(({ number, text }) => ({ number, text: text.replaceAll('\u00a0', ' ') }));
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
      if (performance.now() > deadline) throw await this.#late(what);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Repeats `act` until `effect` is visible. */
  async until(effect: Locator, act: () => Promise<void>, what: string): Promise<void> {
    const deadline = performance.now() + patience;
    for (;;) {
      const seen = await act()
        .then(() => effect.waitFor({ timeout: repeatAfter }))
        .then(
          () => true,
          (error: unknown) => {
            if (error instanceof Error && error.name === 'TimeoutError') return false;
            throw error;
          },
        );
      if (seen) return;
      if (performance.now() > deadline) throw await this.#late(what);
      await this.page.keyboard.press('Escape');
    }
  }

  async #late(what: string): Promise<Error> {
    const picture = `failure-${what.toLowerCase().replace(/[^a-z]+/g, '-')}`.slice(0, 80);
    await this.screenshot(picture);
    return new Error(`${what}: not within ${patience / 1000} s; see ${screenshots}/${picture}.png`);
  }

  #activeTab(name: string): Locator {
    return this.page.locator(`.tab.active[data-resource-name="${name}"]`);
  }

  #quickInput(): Locator {
    return this.page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-box input');
  }
}
