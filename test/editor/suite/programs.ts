import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { retrieve } from '../../../client/src/node/org.ts';
import { type Suite, until } from './runner.ts';
import { definition, lenses, own, problems, replaceText, writeNew } from './support.ts';

/** What works only where programs can be started. */
export const programs: Suite = {
  title: 'programs',
  tests: {
    'a call center comes from the org through the Salesforce CLI, and what goes wrong there is one sentence':
      async () => {
        const bin = mkdtempSync(path.join(tmpdir(), 'sf-'));
        const usual = process.env['PATH'];
        const { token } = new vscode.CancellationTokenSource();
        /** The CLI as a script; `$folder` is where it is to put what it retrieves. */
        const ask = (script: string) => {
          const head =
            '#!/bin/sh\nfor last; do [ "$flag" = --target-metadata-dir ] && folder="$last"; flag="$last"; done\n';
          writeFileSync(path.join(bin, 'sf'), head + script, { mode: 0o755 });
          return retrieve('FromTheOrg', bin, token);
        };
        try {
          process.env['PATH'] = bin;
          assert.match(JSON.stringify(await retrieve('FromTheOrg', bin, token)), /trouble.*\(sf\) was not found/);
          process.env['PATH'] = `${bin}${path.delimiter}${usual}`;
          const found = await ask(
            `echo "$@" > ${bin}/log\nmkdir -p "$folder/unpackaged/callCenters"\necho '<CallCenter/>' > "$folder/unpackaged/callCenters/FromTheOrg.callCenter"\n`,
          );
          assert.deepEqual(found, { kind: 'retrieved', text: '<CallCenter/>\n' });
          assert.match(
            readFileSync(path.join(bin, 'log'), 'utf8'),
            /^project retrieve start --metadata CallCenter:FromTheOrg /,
          );
          assert.deepEqual(await ask('exit 0\n'), {
            kind: 'trouble',
            message: 'The org has no call center with the internal name FromTheOrg.',
          });
          assert.deepEqual(await ask(`echo '{ "status": 1, "message": "No default environment found." }'\nexit 1\n`), {
            kind: 'trouble',
            message: 'The Salesforce CLI says: No default environment found.',
          });
          assert.deepEqual(await ask(`echo 'env: node: No such file or directory' >&2\nexit 127\n`), {
            kind: 'trouble',
            message: 'The Salesforce CLI says: env: node: No such file or directory',
          });
        } finally {
          process.env['PATH'] = usual;
          rmSync(bin, { recursive: true, force: true });
        }
      },

    'a definition is compared with itself in a revision, through the Git of the editor': async () => {
      const uri = await writeNew(definition({ reqInternalName: 'InGit' }, own), '.xml', 'repository/');
      const folder = path.dirname(uri.fsPath);
      // The editor under test has its Git switched off, since no other test needs it.
      const settings = vscode.workspace.getConfiguration('git');
      await settings.update('enabled', true, vscode.ConfigurationTarget.Global);
      const extension = vscode.extensions.getExtension<{ readonly enabled: boolean }>('vscode.git');
      await until(
        'the Git of the editor',
        async () => (await extension?.activate())?.enabled,
        (enabled) => enabled === true,
      );
      const git = (...args: readonly string[]) =>
        execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], { cwd: folder });
      git('init', '--quiet');
      writeFileSync(path.join(folder, '.callcenterrc.json'), '{ "baseline": { "compareWith": "git:HEAD" } }');
      git('add', '--all');
      git('commit', '--quiet', '--message', 'Imported');
      const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await replaceText(editor, 'name="agentTeam"', 'name="agentTeamName"');
      const { document } = editor;
      await problems(document, ['item-renamed@13', 'field-set-changed-same-internal-name@4']);
      assert.match((await lenses(document))[0] ?? '', /^1 change compared with HEAD:/);
      await settings.update('enabled', false, vscode.ConfigurationTarget.Global);
    },
  },
};
