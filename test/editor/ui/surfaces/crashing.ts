import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serversBelow } from '../../servers.ts';
import type { Editor } from '../open-editor.ts';

/** After so many crashes within a few minutes a person must decide. */
const mostCrashes = 5;

export function crashing(editor: () => Editor): void {
  test('a server that crashes again and again is left alone with a message, from which a person starts it', async () => {
    const { workbench } = editor();
    await workbench.openFile('mistakes.xml');
    await workbench.problems();
    const problem = workbench.problem('internal-name');
    await problem.waitFor();

    const messages = workbench.page.locator('.notification-toast', { hasText: 'language server' });
    let killed: number | undefined;
    for (let crash = 1; crash <= mostCrashes; crash++) {
      assert.equal(await messages.count(), 0, 'a server that is started again is nothing to tell of');
      await workbench.waitFor(`server ${crash} runs`, async () => {
        const [running, ...others] = serversBelow(process.pid);
        if (running === undefined || running === killed || others.length > 0) return false;
        process.kill(running, 'SIGKILL');
        killed = running;
        return true;
      });
    }
    await messages.waitFor();
    await workbench.picture('crash-loop');
    assert.equal(
      await messages.locator('.notification-list-item-message').textContent(),
      'The language server for call center definitions crashed 5 times within 3 minutes and was not started again. ' +
        'Problems, completion and hovers are missing until it runs.',
    );
    const answers = messages.locator('.notification-list-item-buttons-container .monaco-button');
    assert.deepEqual(await answers.allTextContents(), ['Restart', 'Show Output']);
    // Nobody speaks for the text any more, so nothing is said of it.
    await problem.waitFor({ state: 'detached' });
    assert.deepEqual(serversBelow(process.pid), []);

    await messages.getByRole('button', { name: 'Restart' }).click();
    await workbench.parkMouse();
    await problem.waitFor();
    await messages.waitFor({ state: 'detached' });
    assert.equal(serversBelow(process.pid).length, 1);
  });
}
