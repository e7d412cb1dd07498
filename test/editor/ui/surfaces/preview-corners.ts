import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Editor } from '../open-editor.ts';
import { previewPage, sample } from './preview-page.ts';

const general = (more: string) => `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Adatum</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Adatum</item>
    <item sortOrder="2" name="reqAdapterUrl" label="CTI Adapter URL">https://phone.adatum.example/</item>
    <item sortOrder="3" name="reqUseApi" label="Use CTI API">true</item>
    <item sortOrder="4" name="reqSalesforceCompatibilityMode" label="Salesforce Compatibility Mode">Classic_and_Lightning</item>
  </section>
${more}</callCenter>
`;
const ownSection = (items: string) => `  <section sortOrder="1" name="AdatumSettings" label="Adatum Settings">
${items}  </section>
`;

/** What a person meets in the page off the usual way: values that do not fit, refusals, a page without its text beside it. */
export function previewCorners(editor: () => Editor): void {
  const page = () => editor().workbench.page;
  const { inside, frame, nextFrames, field, tab, open, openSample, enter, inText, shows, lookAt, focused } =
    previewPage(editor);
  const write = (name: string, text: string) => writeFileSync(path.join(editor().folder, name), text);

  test('a click in a preview that stands in the place of its text does not cover it', async () => {
    const { workbench } = editor();
    copyFileSync('test/samples/open-cti.xml', path.join(editor().folder, sample));
    await workbench.openFile(sample);
    await workbench.waitForText('reqInternalName');
    await workbench.runCommand('Call Center: Open Preview');
    const name = '/reqGeneralInfo/reqDisplayName';
    await field(name).locator('.key').click();
    const input = field(name).locator('input');
    await input.click();
    await input.fill('Northwind Desk');
    await input.press('Enter');
    await inside().getByRole('heading', { name: 'Northwind Desk' }).waitFor();
    await page().locator('.tab.active', { hasText: 'Preview' }).waitFor();
  });

  test('the explorer offers the preview of a definition that has been open, whatever its name is', async () => {
    const { workbench } = editor();
    const menuOf = async (name: string) => {
      const row = page().locator('.explorer-folders-view .monaco-list-row', { hasText: name });
      const rename = page().locator('.monaco-menu .action-label', { hasText: 'Rename' }).first();
      const open = () => row.click({ button: 'right', timeout: 3000 });
      await workbench.until(rename, open, 'the menu of the file is open');
      return page().locator('.monaco-menu .action-label').allTextContents();
    };
    await workbench.openFile('cti-toolkit.xml');
    await workbench.waitForText('reqInternalName');
    await page().locator('.editor-actions .action-label[aria-label*="Open Preview"]').first().waitFor();
    assert.ok((await menuOf('cti-toolkit.xml')).includes('Open Preview to the Side'));
    await page().keyboard.press('Escape');
    await workbench.openFile('recipe.xml');
    assert.ok(!(await menuOf('recipe.xml')).includes('Open Preview to the Side'));
    await page().keyboard.press('Escape');
    // By its name it could be one. What is open is in sight in the explorer.
    await workbench.openFile('call-center-notes.xml');
    const told = page().locator('.notification-toast', { hasText: 'This is no call center definition.' });
    await workbench.until(
      told,
      async () => {
        await menuOf('call-center-notes.xml');
        // A menu takes no click in its first tenth of a second; keys it takes at once.
        await page().locator('.monaco-menu .action-label', { hasText: 'Open Preview to the Side' }).hover();
        await page().keyboard.press('Enter');
      },
      'it is told that the file is none',
    );
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  test('what does not fit a field stays what was typed, and a size that is none goes back with the reason', async () => {
    await openSample();
    const height = '/reqGeneralInfo/reqSoftphoneHeight';
    await enter();
    await field(height).locator('input').press('End');
    await page().keyboard.type('e5');
    await page().keyboard.press('Tab');
    await inText(/reqSoftphoneHeight.*>520e5</);
    await page().keyboard.press('Control+Z');
    await shows(height, '520');

    await tab('Softphone').click();
    const size = inside().locator('[data-size=height] input');
    for (const [given, reason] of [
      ['12.5', 'whole number of pixels'],
      ['', 'whole number of pixels'],
      ['100', '240 to 2560 pixels'],
    ] as const) {
      await size.fill(given);
      await size.press('Enter');
      await inside().locator('.banner', { hasText: reason }).waitFor();
      await editor().workbench.waitFor('the size is back', async () => (await size.inputValue()) === '520');
    }
  });

  test('what is being typed as a size or a prefix stays, whatever is drawn meanwhile', async () => {
    const { workbench } = editor();
    await openSample();
    const size = page().viewportSize();
    assert.ok(size);
    const redrawn = async (): Promise<void> => {
      const there = await frame();
      const width = () => there.evaluate('innerWidth');
      const before = await width();
      await page().setViewportSize({ ...size, width: size.width - 40 });
      await workbench.waitFor('the page has another size', async () => (await width()) !== before);
      await page().setViewportSize(size);
      await workbench.waitFor('the page has its size again', async () => (await width()) === before);
      await nextFrames();
    };
    for (const [name, control, given] of [
      ['Softphone', '[data-size=height] input', '530'],
      ['Dialing', '[data-prefix=outside] input', '7'],
    ] as const) {
      await tab(name).click();
      const input = inside().locator(control);
      await input.fill(given);
      await redrawn();
      assert.equal(await input.inputValue(), given);
      await input.press('Escape');
      await workbench.waitFor('it is as it was', async () => (await input.inputValue()) !== given);
      await input.fill(given);
      await input.press('Enter');
      await inText(new RegExp(`>${given}<`));
      assert.equal(await input.inputValue(), given);
    }
  });

  test('a button that goes with what it did leaves the focus nearby', async () => {
    const { workbench } = editor();
    const secrets = ownSection(
      '    <item sortOrder="0" name="apiToken" label="Token">h7Gk29sLq0</item>\n    <item sortOrder="1" name="team" label="Team">A</item>\n',
    );
    write('secret.xml', general(secrets));
    await open('secret.xml', 'reqInternalName');
    const token = field('/AdatumSettings/apiToken');
    await token.getByRole('button', { name: 'Reveal Token' }).focus();
    await page().keyboard.press('Enter');
    await workbench.waitFor('the value has the focus', async () => (await focused()) === 'Token');
    await token.getByRole('button', { name: 'Hide Token' }).focus();
    await page().keyboard.press('Enter');
    await workbench.waitFor('Reveal has the focus again', async () => (await focused()) === 'Reveal Token');
    const team = field('/AdatumSettings/team');
    await team.getByRole('button', { name: 'Edit the label of Team' }).focus();
    await page().keyboard.press('Enter');
    await workbench.waitFor('the label is edited', async () => (await focused()) === 'Label of Team');
    await page().keyboard.press('Escape');
    await workbench.waitFor('the focus is in the page', async () => (await focused()) !== '');
  });

  test('a label that is being edited is given up by Escape and taken by Enter, and the focus is where it was', async () => {
    const { workbench } = editor();
    write('label.xml', general(ownSection('    <item sortOrder="0" name="team" label="Team">A</item>\n')));
    await open('label.xml', 'reqInternalName');
    const team = field('/AdatumSettings/team');
    const rename = async (label: string, key: string): Promise<void> => {
      await team.getByRole('button', { name: 'Edit the label of Team' }).focus();
      await page().keyboard.press('Enter');
      await workbench.waitFor('the label is edited', async () => (await focused()) === 'Label of Team');
      const input = team.locator('.name input');
      await input.fill(label);
      await input.press(key);
    };
    await enter();
    await rename('Gang', 'Escape');
    await workbench.waitFor('the focus is back', async () => (await focused()) === 'Edit the label of Team');
    await rename('Crew', 'Enter');
    await workbench.waitFor('the focus is back', async () => (await focused()) === 'Edit the label of Crew');
    await inText(/name="team" label="Crew"/);
    // Nothing else was changed before.
    await page().keyboard.press('Control+Z');
    await inText(/name="team" label="Team"/);
  });

  test('a label that is refused stays open with what was typed, and the focus in it', async () => {
    const { workbench } = editor();
    write('refused.xml', general(ownSection('    <item sortOrder="0" name="team" label="Team">A & B</item>\n')));
    await open('refused.xml', 'reqInternalName');
    const team = field('/AdatumSettings/team');
    await enter();
    await team.getByRole('button', { name: 'Edit the label of Team' }).focus();
    await page().keyboard.press('Enter');
    await workbench.waitFor('the label is edited', async () => (await focused()) === 'Label of Team');
    const input = team.locator('.name input');
    await input.fill('Crew');
    await page().keyboard.press('Enter');
    const refusal = inside().locator('.banner.warning');
    await refusal.waitFor();
    assert.equal(await input.inputValue({ timeout: 5000 }), 'Crew');
    assert.equal(await focused(), 'Label of Team');
    // Neither does going elsewhere lose it.
    await page().keyboard.press('Tab');
    assert.equal(await input.inputValue(), 'Crew');
    await workbench.goBehind('A &', 'name="team"');
    await page().keyboard.type('amp;');
    await inside().locator('.banner.error').waitFor({ state: 'detached' });
    assert.equal(await input.inputValue(), 'Crew');
    await input.press('Enter');
    await inText(/name="team" label="Crew"/);
    await input.waitFor({ state: 'detached' });
  });

  test('a value that was refused is asked for again with Enter', async () => {
    const { workbench } = editor();
    write('again.xml', general(ownSection('    <item sortOrder="0" name="team" label="Team">A & B</item>\n')));
    await open('again.xml', 'reqInternalName');
    const input = field('/AdatumSettings/team').locator('.control input');
    await input.fill('Crew');
    await input.press('Enter');
    await inside().locator('.banner.warning').waitFor();
    assert.equal(await input.inputValue(), 'Crew');
    await workbench.goBehind('A &', 'name="team"');
    await page().keyboard.type('amp;');
    await inside().locator('.banner.error').waitFor({ state: 'detached' });
    await input.press('Enter');
    await inText(/name="team" label="Team">Crew</);
  });

  test('a click from the text into a value sets the cursor where it points', async () => {
    const { workbench } = editor();
    await openSample();
    const input = field('/reqGeneralInfo/reqAdapterUrl').locator('input');
    await input.click();
    await workbench.focusEditor();
    assert.equal(await focused(), '');
    await input.click({ position: { x: 60, y: 8 } });
    await workbench.waitFor('the value has the focus', async () => (await focused()) === 'Softphone address');
    const [start, end] = await input.evaluate((element) => {
      const { selectionStart, selectionEnd } = element as unknown as { selectionStart: number; selectionEnd: number };
      return [selectionStart, selectionEnd];
    });
    assert.equal(start, end);
    assert.ok(start > 0 && start < (await input.inputValue()).length, `the cursor is at ${start}`);
  });

  test('what is refused can be mended where it was typed', async () => {
    await openSample();
    const own = field('/NorthwindSettings').locator('.adder');
    await own.locator('summary').click();
    const name = own.locator('vscode-textfield[name=name] input');
    await name.fill('wrap up');
    await own.getByRole('button', { name: 'Add' }).click();
    await inside().locator('.banner.warning').waitFor();
    assert.equal(await name.inputValue(), 'wrap up');
    await name.fill('wrapUp');
    await own.getByRole('button', { name: 'Add' }).click();
    await field('/NorthwindSettings/wrapUp').waitFor();
    assert.equal(await name.inputValue(), '');
  });

  test('numbers are dialled as they were typed, and prefixes are offered only where they are of use', async () => {
    await openSample();
    await tab('Dialing').click();
    const numbers = inside().locator('vscode-textarea textarea');
    await numbers.fill(' +44 20 7183 8750');
    const first = inside().locator('.number').first();
    await first.locator('.result', { hasText: '90442071838750' }).waitFor();
    await first.locator('td .badge', { hasText: 'R4' }).waitFor();
    await first.locator('.problems li').first().waitFor();
    await numbers.fill('+442071838750, 4155551212');
    await inside().locator('.number').nth(1).waitFor();
    await numbers.fill('no number');
    await first.getByText('Step by step').click();
    await first.locator('.steps li', { hasText: /Rule R1\s*→ dials nothing/ }).waitFor();

    await page().keyboard.press('Control+1');
    await editor().workbench.openFile('partner-telephony.xml');
    await inside().getByText('reqLongDistPrefix in reqHvcc').waitFor();
    assert.equal(await inside().locator('[data-prefix]').count(), 0);
  });

  test('the head of a closed section stands for the field of the cursor', async () => {
    const { workbench } = editor();
    await openSample();
    await inside().getByRole('button', { name: 'Collapse All' }).click();
    await workbench.focusEditor();
    await workbench.goBehind('name="reqUseApi"');
    await inside().locator('[data-field="/reqGeneralInfo"][data-cursor]').waitFor();
  });

  test('what has changed since the import is marked in the page, and what is gone is struck out where it stood', async () => {
    const { workbench } = editor();
    const imported = ownSection(
      '    <item sortOrder="0" name="queue" label="Queue">A</item>\n    <item sortOrder="1" name="region" label="Region">EU</item>\n',
    );
    write('adatum.xml', general(imported));
    await workbench.openFile('adatum.xml');
    await workbench.waitForText('reqInternalName');
    await workbench.runCommand('Call Center: Mark as Imported');
    await workbench.pick('Those of this file, as they are now');
    await page().locator('.codelens-decoration', { hasText: 'No field changed' }).first().waitFor();
    await page().keyboard.press('Escape');
    await open('adatum.xml', 'name="queue"');
    await workbench.goBehind('name="queue');
    await page().keyboard.type('Name');
    await field('/AdatumSettings/queueName').locator('.badge', { hasText: 'renamed' }).waitFor();
    await field('/AdatumSettings/region').getByRole('button', { name: 'Remove Region' }).click();
    const gone = inside().locator('.field.gone', { hasText: 'Region' });
    await gone.waitFor();
    const struck = (selector: string) =>
      gone.locator(selector).evaluate((element) => {
        const { getComputedStyle } = globalThis as unknown as {
          getComputedStyle(element: unknown): { readonly textDecorationLine: string };
        };
        return getComputedStyle(element).textDecorationLine;
      });
    assert.equal(await struck('.label-text'), 'line-through');
    assert.equal(await struck('.value'), 'none');
    await gone.scrollIntoViewIfNeeded();
    await lookAt('preview-imported');
  });

  test('a broken text and one that is no definition are told of in a page without a fault', async () => {
    const { workbench } = editor();
    await openSample();
    await workbench.goBehind('<callCenter>');
    await page().keyboard.type('<section');
    await workbench.closeCompletions();
    // Nothing is in front of it.
    await inside().getByRole('button', { name: 'Go to the Error' }).click({ trial: true });
    await lookAt('preview-broken');
    await workbench.focusEditor();
    await page().keyboard.press('Control+A');
    await page().keyboard.type('<project/>');
    await inside().locator('.banner', { hasText: 'This is no call center definition.' }).waitFor();
    await lookAt('preview-none');
  });

  test('a switch is a box with a tick for who wants no motion, or has the colours of the system', async () => {
    const switches = field('/reqGeneralInfo/reqUseApi').locator('vscode-checkbox');
    const slides = async () => (await switches.getAttribute('toggle')) !== null;
    try {
      for (const [media, expected] of [
        [{ reducedMotion: 'no-preference', forcedColors: 'none' }, true],
        [{ reducedMotion: 'reduce', forcedColors: 'none' }, false],
        [{ reducedMotion: 'no-preference', forcedColors: 'active' }, false],
      ] as const) {
        await page().emulateMedia(media);
        await editor().workbench.closeAll();
        await openSample();
        assert.equal(await slides(), expected, JSON.stringify(media));
      }
    } finally {
      await page().emulateMedia({ reducedMotion: null, forcedColors: null });
    }
  });

  test('a value is edited in the direction in which it is read', async () => {
    write('rtl.xml', general(ownSection('    <item sortOrder="0" name="greeting" label="ברכה">שלום</item>\n')));
    await open('rtl.xml', 'reqInternalName');
    const direction = (id: string) => field(id).locator('.control vscode-textfield').getAttribute('dir');
    assert.equal(await direction('/AdatumSettings/greeting'), 'rtl');
    assert.equal(await direction('/reqGeneralInfo/reqDisplayName'), 'ltr');
  });
}
