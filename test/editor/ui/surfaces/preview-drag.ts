import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Editor } from '../open-editor.ts';
import { previewPage } from './preview-page.ts';

/** What a person sees while they drag. */
export function previewDrag(editor: () => Editor): void {
  const page = () => editor().workbench.page;
  const { inside, field, openSample, inText } = previewPage(editor);
  const region = () => field('/NorthwindSettings/region');
  const queues = () => field('/NorthwindSettings/queues');

  /** Where the mark of something is: its offset and how far it spreads, in px; `none` where there is none. */
  const markOf = (element: Locator): Promise<string> =>
    element.evaluate((marked) => {
      const { getComputedStyle } = globalThis as unknown as {
        getComputedStyle(element: unknown): { readonly boxShadow: string };
      };
      const { boxShadow } = getComputedStyle(marked);
      return /(-?\d+)px (-?\d+)px 0px (-?\d+)px/.exec(boxShadow)?.slice(1).join(' ') ?? boxShadow;
    });
  const above = '0 -2 0';
  const below = '0 2 0';
  const around = '0 0 2';
  const isMarked = (element: Locator, mark: string) =>
    editor().workbench.waitFor(`the mark is ${mark}`, async () => (await markOf(element)) === mark);
  const isMarkedNowhere = () => inside().locator('.over').first().waitFor({ state: 'detached' });
  /** All of it is in sight first: what is scrolled while the button is down makes the browser drag something else. */
  const take = async (element: Locator): Promise<void> => {
    await element.evaluate((taken) => {
      (taken as unknown as { scrollIntoView(options: object): void }).scrollIntoView({ block: 'center' });
    });
    await element.locator('.grip').hover();
    await page().mouse.down();
  };
  /** Over its middle; twice, as the browser tells of it from the second movement on. */
  const moveOver = async (element: Locator): Promise<void> => {
    const box = await element.boundingBox();
    assert.ok(box);
    for (const step of [0, 1]) await page().mouse.move(box.x + box.width / 2 + step, box.y + box.height / 2);
  };

  test('what is dragged shows where it lands, and nothing once it has landed, has left or is given up', async () => {
    await openSample();
    await take(region());
    await moveOver(queues());
    await isMarked(queues(), below);
    await moveOver(field('/NorthwindSettings/recordCalls'));
    await isMarked(field('/NorthwindSettings/recordCalls'), below);
    assert.equal(await markOf(queues()), 'none');
    await moveOver(field('/NorthwindSettings').locator('.section-head'));
    await isMarked(field('/NorthwindSettings'), around);
    await moveOver(inside().getByRole('tablist'));
    await isMarkedNowhere();
    await moveOver(queues());
    await isMarked(queues(), below);
    await page().keyboard.press('Escape');
    await isMarkedNowhere();
    await page().mouse.up();

    await take(queues());
    await moveOver(region());
    await isMarked(region(), above);
    await page().mouse.up();
    await isMarkedNowhere();
    await inside()
      .locator('[data-field="/NorthwindSettings/queues"] + [data-field="/NorthwindSettings/region"]')
      .waitFor();
    await inText(/sortOrder="0" name="queues"/);
  });
}
