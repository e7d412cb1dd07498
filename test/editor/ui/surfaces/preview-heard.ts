import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';
import { previewPage } from './preview-page.ts';

/** A definition in which values of every kind have a problem. */
const contoso = `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Contoso</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Contoso</item>
    <item sortOrder="2" name="reqAdapterUrl" label="CTI Adapter URL">https://phone.contoso.example/</item>
    <item sortOrder="3" name="reqUseApi" label="Use CTI API">true</item>
    <item sortOrder="4" name="reqSoftphoneHeight" label="Softphone Height">100</item>
    <item sortOrder="5" name="reqSoftphoneWidth" label="Softphone Width">380</item>
    <item sortOrder="6" name="reqSalesforceCompatibilityMode" label="Mode">Lightning</item>
  </section>
  <section sortOrder="1" name="ContosoSettings" label="Contoso Settings">
    <item sortOrder="0" name="greeting" label="Greeting">Hello
there</item>
  </section>
</callCenter>
`;

/** What a person meets in the page who hears it. */
export function previewHeard(editor: () => Editor): void {
  const page = () => editor().workbench.page;
  const { inside, frame, field, tab, open, openSample, enter } = previewPage(editor);

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
  /** What the browser tells a screen reader of the control that has the focus: its name and its description. */
  const told = async (): Promise<readonly [name: string, description: string]> => {
    const there = await frame();
    const context = page().context();
    // A frame of another origin has a session of its own.
    const session = await context.newCDPSession(there).catch(() => context.newCDPSession(page()));
    try {
      const { frameTree } = await session.send('Page.getFrameTree');
      type Tree = typeof frameTree;
      const all = (tree: Tree): readonly Tree[] => [tree, ...(tree.childFrames ?? []).flatMap(all)];
      const trees = await Promise.all(
        all(frameTree).map(({ frame: { id } }) => session.send('Accessibility.getFullAXTree', { frameId: id })),
      );
      const focused = trees
        .flatMap(({ nodes }) => nodes)
        .filter(({ properties = [] }) =>
          properties.some(({ name, value }) => name === 'focused' && value.value === true),
        );
      // The documents around it have the focus, too.
      const control = focused.find(({ role }) => !/^(RootWebArea|Iframe)$/.test(String(role?.value)));
      return [String(control?.name?.value ?? ''), String(control?.description?.value ?? '')];
    } finally {
      await session.detach();
    }
  };

  test('what stands around a value is told with its control', async () => {
    const { workbench, folder } = editor();
    writeFileSync(path.join(folder, 'contoso.xml'), contoso);
    await open('contoso.xml', 'reqInternalName');
    await enter();
    for (const [id, control, name, parts] of [
      ['/reqGeneralInfo/reqInternalName', 'input', 'Internal Name', [/^required/, /fixed after import/, /identifier/]],
      ['/reqGeneralInfo/reqSoftphoneHeight', 'input', 'Softphone Height', [/240 to 2560 px/, /Error.*240/]],
      ['/reqGeneralInfo/reqUseApi', 'input', 'Use CTI API', [/required/]],
      ['/reqGeneralInfo/reqSalesforceCompatibilityMode', 'select', 'Mode', [/[a-z]/]],
      ['/ContosoSettings/greeting', 'textarea', 'Greeting', [/custom/]],
    ] as const) {
      await field(id).locator(`.control ${control}`).focus();
      await workbench.waitFor(`${id} is told`, async () => {
        const [heard, description] = await told();
        return heard.startsWith(name) && parts.every((part) => part.test(description));
      });
      const [, description] = await told();
      assert.doesNotMatch(description, /Go to Text|Quick Fix/, 'buttons are none of it');
    }
    // Also what comes while the control has the focus.
    await field('/reqGeneralInfo/reqSoftphoneWidth').locator('input').focus();
    assert.doesNotMatch((await told())[1], /Error/);
    await page().keyboard.press('Control+A');
    await page().keyboard.type('wide');
    await page().keyboard.press('Enter');
    await workbench.waitFor('the new problem is told', async () => /Error/.test((await told())[1]));
  });

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
