import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Retrieved } from '../host.ts';
import { cliCall } from './salesforce-cli.ts';

/** Milliseconds. A retrieve waits for the org; the person can cancel it before. */
const patience = 120_000;

/**
 * Retrieves a call center from the default org of a project with the Salesforce CLI, into a folder of its own that is
 * removed again: the project is not touched. Only ever called when a person asks for it.
 * @param internalName letters and digits only
 */
export async function retrieve(
  internalName: string,
  project: string,
  token: vscode.CancellationToken,
): Promise<Retrieved> {
  const folder = await mkdtemp(path.join(tmpdir(), 'call-center-'));
  try {
    const outcome = await run(
      [
        'project',
        'retrieve',
        'start',
        '--metadata',
        `CallCenter:${internalName}`,
        '--target-metadata-dir',
        folder,
        '--unzip',
        '--json',
      ],
      project,
      token,
    );
    if (outcome !== undefined) return { kind: 'trouble', message: outcome };
    const files = await readdir(folder, { recursive: true });
    const file = files.find((name) => path.basename(name).toLowerCase() === `${internalName}.callCenter`.toLowerCase());
    if (file !== undefined) return { kind: 'retrieved', text: await readFile(path.join(folder, file), 'utf8') };
    return {
      kind: 'trouble',
      message: vscode.l10n.t('The org has no call center with the internal name {0}.', internalName),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the CLI; what went wrong, as a sentence, or undefined. */
function run(args: readonly string[], cwd: string, token: vscode.CancellationToken): Promise<string | undefined> {
  const call = cliCall(process.platform, process.env['PATH'] ?? '', args, existsSync);
  if (!call) return Promise.resolve(notFound());
  const { program, shell } = call;
  return new Promise((resolve) => {
    const abort = new AbortController();
    const listener = token.onCancellationRequested(() => abort.abort());
    const options = { cwd, signal: abort.signal, timeout: patience, maxBuffer: 20_000_000, shell };
    execFile(program, [...call.args], options, (error, stdout, stderr) => {
      listener.dispose();
      if (!error) resolve(undefined);
      else if (token.isCancellationRequested) resolve(vscode.l10n.t('It was cancelled.'));
      else if (error.code === 'ENOENT') resolve(notFound());
      else {
        const said = saidBy(stdout) ?? saidBy(stderr) ?? vscode.l10n.t('nothing');
        resolve(vscode.l10n.t('The Salesforce CLI says: {0}', said));
      }
    });
  });
}

function notFound(): string {
  return vscode.l10n.t(
    'The Salesforce CLI (sf) was not found. Install it from https://developer.salesforce.com/tools/salesforcecli, or compare with a file that was retrieved elsewhere.',
  );
}

/** The message in the JSON that the CLI answers, else the first line. */
function saidBy(output: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(output);
    if (typeof answer === 'object' && answer !== null && 'message' in answer && typeof answer.message === 'string') {
      return answer.message;
    }
  } catch {
    // What is no JSON comes from a shell or from a CLI that could not even start.
  }
  const first = output.trim().split('\n')[0];
  return first === '' ? undefined : first;
}
