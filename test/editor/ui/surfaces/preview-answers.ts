import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { mostSettings } from '../../../../client/src/preview/messages.ts';
import type { Editor } from '../open-editor.ts';
import { previewPage } from './preview-page.ts';

/** A definition whose settings are longer than the page shows: the last of them ends in `last of all`. */
function longDefinition(): string {
  const value = 'A sentence that is said to whoever calls. '.repeat(50);
  const items = Array.from(
    { length: mostSettings / 2000 + 5 },
    (_, place) => `    <item sortOrder="${place}" name="greeting${place}" label="Greeting ${place}">${value}</item>`,
  );
  return `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Tailspin</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Tailspin</item>
    <item sortOrder="2" name="reqAdapterUrl" label="CTI Adapter URL">https://phone.tailspin.example/</item>
  </section>
  <section sortOrder="1" name="TailspinSettings" label="Tailspin Settings">
${items.join('\n')}
    <item sortOrder="${items.length}" name="farewell" label="Farewell">last of all</item>
  </section>
</callCenter>
`;
}

/** What the page shows and says of the answers that it gets. */
export function previewAnswers(editor: () => Editor): void {
  const page = () => editor().workbench.page;
  const { inside, frame, tab, open, openSample } = previewPage(editor);
  const status = () => inside().getByRole('status');

  test('what becomes of numbers is read out, and of an answer that is late nothing is seen or heard', async () => {
    await openSample();
    await tab('Dialing').click();
    const numbers = inside().locator('vscode-textarea textarea');
    await numbers.fill('(415) 555-1212\nno number');
    await status().getByText('Numbers looked at: 2. With a warning: 1.').waitFor();
    await numbers.fill('');
    await inside().getByText('Type a number to see what becomes of it.').waitFor();
    assert.equal(await status().textContent(), '');

    await tab('Settings').click();
    await inside().locator('.text', { hasText: 'NorthwindSoftphone' }).waitFor();
    const there = await frame();
    await there.evaluate(() => {
      const { postMessage } = globalThis as unknown as { postMessage(message: object): void };
      postMessage({ type: 'settings', ticket: 0, format: 'lightning', version: 1, text: 'late', masked: 0 });
      postMessage({ type: 'said', text: 'That was all.' });
    });
    await status().getByText('That was all.').waitFor();
    assert.notEqual(await inside().locator('.text').textContent(), 'late');
  });

  test('of very long settings the page shows the beginning and says so, and a copy has all of them', async () => {
    writeFileSync(path.join(editor().folder, 'tailspin.xml'), longDefinition());
    await open('tailspin.xml', 'reqInternalName');
    await tab('Settings').click();
    await inside()
      .getByText(`Only the first ${mostSettings.toLocaleString('en')} characters are shown here`)
      .waitFor();
    const shown = (await inside().locator('.text').textContent()) ?? '';
    assert.equal(shown.length, mostSettings);
    await page().context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await inside().getByRole('button', { name: 'Copy', exact: true }).click();
    await status().getByText('Copied.').waitFor();
    await page().keyboard.press('Control+1');
    const copied = await page().evaluate(() => {
      const { navigator } = globalThis as unknown as { navigator: { clipboard: { readText(): Promise<string> } } };
      return navigator.clipboard.readText();
    });
    assert.ok(copied.startsWith(shown));
    assert.match(copied, /last of all/);
    assert.doesNotMatch(shown, /last of all/);
  });
}
