import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';
import { previewPage } from './preview-page.ts';

/** A word that no line holds, and that nobody can break at a blank. */
const endless = 'Wingtip'.repeat(60);
/** The same, as everything in a definition that a page shows. */
const endlessDefinition = `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="${endless}">
    <item sortOrder="0" name="reqInternalName" label="${endless}">${endless}</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">${endless}</item>
    <item sortOrder="2" name="reqAdapterUrl" label="CTI Adapter URL">https://${endless}.example/${endless}</item>
    <item sortOrder="3" name="reqUseApi" label="Use CTI API">${endless}</item>
    <item sortOrder="4" name="reqSoftphoneHeight" label="Softphone Height">520</item>
    <item sortOrder="5" name="reqSoftphoneWidth" label="Softphone Width">380</item>
    <item sortOrder="6" name="reqSalesforceCompatibilityMode" label="${endless}">${endless}</item>
  </section>
  <section sortOrder="1" name="reqDialingOptions" label="Dialing Options">
    <item sortOrder="0" name="reqOutsidePrefix" label="${endless}">${endless}</item>
  </section>
  <section sortOrder="2" name="${endless}" label="${endless}">
    <item sortOrder="0" name="${endless}" label="${endless}">${endless}</item>
    <item sortOrder="1" name="greeting" label="Greeting">${endless}
${endless}</item>
    <item sortOrder="2" name="apiToken" label="${endless}">${endless}</item>
  </section>
</callCenter>
`;

const tabs = ['Setup Page', 'Softphone', 'Dialing', 'Settings'] as const;

/** What the tests ask of an element of the page; they know no types of browsers. */
interface Element {
  readonly tagName: string;
  readonly className: unknown;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  getBoundingClientRect(): { readonly left: number; readonly right: number };
}

/** How the page finds its place in a panel that is narrow, and for words that are long. */
export function previewLayout(editor: () => Editor): void {
  const page = () => editor().workbench.page;
  const { inside, frame, field, tab, open, openSample, lookAt } = previewPage(editor);

  /** Opens a tab with all that it can show. */
  const openTab = async (name: (typeof tabs)[number], numbers: string): Promise<void> => {
    await tab(name).click();
    if (name === 'Setup Page') {
      for (const adder of await inside().locator('.adder').all()) {
        await adder.locator('summary').click();
        await adder.locator('select').selectOption(' own ');
      }
    } else if (name === 'Dialing') {
      await inside().locator('vscode-textarea textarea').fill(numbers);
      const last = inside()
        .locator('.number')
        .nth(numbers.split('\n').length - 1);
      await last.getByText('Step by step').click();
      await last.locator('.steps').first().waitFor();
    } else
      await inside()
        .locator(name === 'Softphone' ? '.frame' : '.text')
        .first()
        .waitFor();
  };
  /** What stands out of the page to the right: empty as long as nobody has to scroll sideways. */
  const tooWide = async (): Promise<readonly string[]> => {
    const there = await frame();
    return there.evaluate(() => {
      const { document } = globalThis as unknown as {
        document: { documentElement: Element; querySelectorAll(selector: string): Iterable<Element> };
      };
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const beyond = [...document.querySelectorAll('#page *')].filter(
        (element) => element.scrollWidth > clientWidth || element.getBoundingClientRect().right > clientWidth,
      );
      return [`${scrollWidth} > ${clientWidth}`, ...beyond.map(({ tagName, className }) => `${tagName}.${className}`)];
    });
  };
  /** Makes the window so small that the preview is no wider than 320 px meanwhile. */
  const whileNarrow = async (look: () => Promise<void>): Promise<void> => {
    const before = page().viewportSize();
    assert.ok(before);
    const there = await frame();
    const width = () => there.evaluate(() => (globalThis as unknown as { innerWidth: number }).innerWidth);
    try {
      await page().setViewportSize({ width: 900, height: 800 });
      await editor().workbench.waitFor('the preview is narrow', async () => (await width()) <= 320);
      await look();
    } finally {
      await page().setViewportSize(before);
    }
  };

  test('in a narrow panel all stands in one column, and nobody has to scroll sideways', async () => {
    await openSample();
    await whileNarrow(async () => {
      for (const name of tabs) {
        await openTab(name, '(415) 555-1212\n+44 20 7946 0958\nno number');
        assert.deepEqual(await tooWide(), [], name);
        await lookAt(`preview-narrow-${name.split(' ')[0]?.toLowerCase()}`);
      }
      await tab('Setup Page').click();
      const region = field('/NorthwindSettings/region');
      await region.evaluate((element) => {
        (element as unknown as { scrollIntoView(): void }).scrollIntoView();
      });
      const [head, below] = await Promise.all([inside().locator('.head').boundingBox(), region.boundingBox()]);
      assert.ok(head && below && head.y + head.height <= below.y, 'what is scrolled to is not behind the tabs');
      const lefts = await region
        .locator('.label, .value, .actions')
        .evaluateAll((parts) =>
          parts.map((part) => Math.round((part as unknown as Element).getBoundingClientRect().left)),
        );
      assert.equal(lefts.length, 3);
      assert.equal(new Set(lefts).size, 1, `one below the other: ${lefts.join(', ')}`);
    });
  });

  test('a label that is being edited has room in every panel', async () => {
    await openSample();
    const look = async (): Promise<void> => {
      for (const name of ['Data region', 'Northwind Settings']) {
        await inside()
          .getByRole('button', { name: `Edit the label of ${name}` })
          .click();
        await inside().locator('vscode-textfield:focus').waitFor();
        assert.deepEqual(await tooWide(), [], name);
        await page().keyboard.press('Escape');
      }
    };
    await look();
    await whileNarrow(look);
  });

  test('a word that is wider than the panel goes on in the next line, wherever it stands', async () => {
    writeFileSync(path.join(editor().folder, 'wingtip.xml'), endlessDefinition);
    await open('wingtip.xml', 'reqInternalName');
    const numbers = `${endless}\n+${'1'.repeat(190)}\n${'4'.repeat(190)}`;
    const look = async (): Promise<void> => {
      for (const name of tabs) {
        await openTab(name, numbers);
        assert.deepEqual(await tooWide(), [], name);
        await editor().workbench.screenshot(`preview-endless-${name.split(' ')[0]?.toLowerCase()}`);
      }
    };
    await look();
    await whileNarrow(look);
  });
}
