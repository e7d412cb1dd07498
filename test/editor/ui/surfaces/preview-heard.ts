import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';
import { previewPage } from './preview-page.ts';

/** What a person meets in the page who hears it. */
export function previewHeard(editor: () => Editor): void {
  const page = () => editor().workbench.page;
  const { inside, frame, field, tab, openSample } = previewPage(editor);

  /** Starts to write down whatever a live region says from now on; gives what has been said so far. */
  const listen = async (): Promise<() => Promise<readonly string[]>> => {
    const there = await frame();
    await there.evaluate(() => {
      interface Element {
        readonly textContent: string;
      }
      const scope = globalThis as unknown as {
        heard: string[];
        document: { body: object; querySelectorAll(selector: string): Iterable<Element> };
        MutationObserver: new (hear: () => void) => { observe(node: object, options: object): void };
      };
      const regions = () => [...scope.document.querySelectorAll('[role=alert], [role=status], [aria-live]')];
      const before = new Map(regions().map((region) => [region, region.textContent]));
      scope.heard = [];
      const hear = (): void => {
        for (const region of regions()) {
          const text = region.textContent;
          if (before.get(region) !== text) scope.heard.push(text.replace(/\s+/g, ' ').trim());
          before.set(region, text);
        }
      };
      new scope.MutationObserver(hear).observe(scope.document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    return () => there.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  };

  test('why nothing was changed is said once, and again when it happens again', async () => {
    await openSample();
    const adder = field('/NorthwindSettings').locator('.adder');
    await adder.locator('summary').click();
    await adder.locator('vscode-textfield[name=name] input').fill('wrap up');
    const heard = await listen();
    const banner = inside().locator('.banner.warning');
    for (const count of [1, 2]) {
      await adder.getByRole('button', { name: 'Add' }).click();
      await editor().workbench.waitFor('it is said', async () => (await heard()).length >= count);
      await banner.waitFor();
      const all = await heard();
      assert.equal(all.length, count, all.join(' | '));
      assert.match(all.at(-1) ?? '', /^Nothing was changed: /);
    }
    // Also what the page refuses by itself.
    await tab('Softphone').click();
    const size = inside().locator('[data-size=height] input');
    await size.fill('12.5');
    await size.press('Enter');
    await editor().workbench.waitFor('it is said', async () => (await heard()).length >= 3);
    assert.match((await heard()).slice(2).join(' | '), /^Nothing was changed: A size is a whole number of pixels\.$/);
  });

  test('that the text is broken is said once, and not at each key, and interrupts nobody', async () => {
    const { workbench } = editor();
    await openSample();
    const heard = await listen();
    await workbench.goBehind('<callCenter>');
    const banner = inside().locator('.banner.error');
    await page().keyboard.type('<');
    await banner.waitFor();
    const first = await banner.locator('p').textContent();
    await page().keyboard.type('section');
    await workbench.waitFor(
      'the banner says something else',
      async () => (await banner.locator('p').textContent()) !== first,
    );
    assert.deepEqual(await heard(), [first]);
    assert.equal(await inside().getByRole('alert').count(), 0);
    // Once it is mended, what breaks it then is said anew.
    await workbench.closeCompletions();
    await workbench.until(
      inside().locator('#panel > .current'),
      () => page().keyboard.press('Control+Z'),
      'the text is mended',
    );
    const before = (await heard()).length;
    await workbench.goBehind('<callCenter>');
    await page().keyboard.type('<');
    await banner.waitFor();
    assert.deepEqual((await heard()).slice(before), [first]);
    await page().keyboard.press('Control+A');
    await page().keyboard.type('<project/>');
    const none = 'This is no call center definition.';
    await inside().locator('.banner', { hasText: none }).waitFor();
    assert.deepEqual((await heard()).slice(before), [first, none]);
  });
}
