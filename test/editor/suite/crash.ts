import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { serversBelow } from '../servers.ts';
import { baselineOf, markAsImported, textOf } from './imported.ts';
import type { Suite } from './runner.ts';
import { until } from './runner.ts';
import { definition, openNew, problems, replaceText } from './support.ts';

const servers = () => serversBelow(process.pid);

/** After so many crashes in a short time a person must decide. */
const mostCrashes = 5;

/** Kills the only server there is, and waits for the one that takes its place, if one is to do so. */
async function killServer(another: boolean): Promise<void> {
  const [running] = await until('one server', servers, (found) => found.length === 1);
  assert.ok(running !== undefined);
  process.kill(running, 'SIGKILL');
  const isNext = (found: readonly number[]) => found.length === 1 && found[0] !== running;
  await until(another ? 'another server' : 'no server', servers, another ? isNext : (found) => found.length === 0);
}

/**
 * Kills the server again and again while somebody types, until no new one is started, and then starts it by command; so
 * many rounds.
 */
async function killAndType(rounds: number): Promise<void> {
  const fields = '\n    <item sortOrder="7" name="reqDescription" label="Description">Desk</item>';
  const editor = await openNew(definition({ reqUseApi: 'TRUE' }));
  const { document } = editor;
  await problems(document, ['invalid-boolean@7']);
  const baseline = await markAsImported(document);
  // A field more than was imported.
  await replaceText(editor, '\n  </section>', `${fields}\n  </section>`);
  const found = ['field-set-changed-same-internal-name@4', 'invalid-boolean@7', 'item-added@11'];
  await problems(document, found);

  let typed = '';
  for (let round = 0; round < rounds; round++) {
    await vscode.commands.executeCommand('callCenterXml.restartServer');
    await problems(document, found);
    for (let crash = 1; crash <= mostCrashes; crash++) {
      const killed = killServer(crash < mostCrashes);
      const key = String((round + crash) % 10);
      await replaceText(editor, `Fabrikam Phone${typed}`, `Fabrikam Phone${typed}${key}`);
      typed += key;
      await killed;
    }
    // Nobody speaks for the text any more, so nothing is said of it.
    await problems(document, []);
  }
  await vscode.commands.executeCommand('callCenterXml.restartServer');
  await problems(document, found);
  assert.ok(document.getText().includes(`>Fabrikam Phone${typed}<`), 'every key is in the text');
  assert.equal(await textOf(baselineOf(document.uri)), baseline);
  await replaceText(editor, 'TRUE', 'true');
  await problems(
    document,
    found.filter((problem) => problem !== 'invalid-boolean@7'),
  );
  await replaceText(editor, fields, '');
  await problems(document, []);
}

/** These take their time. */
export const crashes: Suite = {
  title: 'crashes',
  tests: {
    'a server that is killed 25 times while somebody types loses no edit, no problem and no baseline': () =>
      killAndType(5),
    'and not with 25 more in another file': () => killAndType(5),
  },
};

export const crash: Suite = {
  title: 'crash',
  tests: {
    'a server that dies is started again, and no problem is lost': async () => {
      const editor = await openNew(definition({ reqUseApi: 'TRUE', reqSoftphoneWidth: '300px' }));
      await problems(editor.document, ['invalid-boolean@7', 'softphone-size@9']);
      const [first, ...others] = servers();
      assert.ok(first !== undefined && others.length === 0, 'one server runs');
      process.kill(first, 'SIGKILL');
      await replaceText(editor, 'TRUE', 'true');
      const [second] = await until('another server', servers, (found) => found.length === 1 && found[0] !== first);
      assert.notEqual(second, first);
      await problems(editor.document, ['softphone-size@9']);
      await replaceText(editor, '300px', '300');
      await problems(editor.document, []);
    },
  },
};
