import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { RevisionAnswer } from '../../server/src/protocol/imported.ts';
import { methods } from '../../server/src/protocol.ts';
import type { Host } from './host.ts';

/** Files as they were in revisions, read through the editor's git: nothing is checked out. */
export interface Revisions extends vscode.Disposable {
  read(uri: string, revision: string): Promise<RevisionAnswer>;
  /** Names of revisions that a person may want: tags and branches, those of the remote too. */
  names(uri: vscode.Uri): Promise<readonly string[]>;
  /** What git calls the person before the editor. */
  userName(uri: vscode.Uri): Promise<string | undefined>;
}

/** What is used of the API of the extension `vscode.git`, version 1. */
interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<string>;
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
  getRepository(uri: vscode.Uri): Repository | null;
  openRepository?(root: vscode.Uri): Promise<Repository | null>;
  getRepositoryRoot?(uri: vscode.Uri): Promise<vscode.Uri | null>;
  toGitUri(uri: vscode.Uri, revision: string): vscode.Uri;
}

interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly onDidChange: vscode.Event<void> };
  show(revision: string, path: string): Promise<string>;
  getCommit(revision: string): Promise<unknown>;
  getRefs?(query: { readonly sort?: string }): Promise<readonly { readonly name?: string }[]>;
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/** Milliseconds of silence in a repository before what was read from it is read again. */
const delay = 500;

/** @param running the client that is told when revisions may be others */
export function createRevisions(running: () => BaseLanguageClient | undefined, { programs }: Host): Revisions {
  const watched = new Map<Repository, vscode.Disposable>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void running()?.sendNotification(methods.revisionsChanged), delay);
  };
  const repositoryOf = async (uri: vscode.Uri): Promise<{ api: GitApi; repository: Repository } | string> => {
    const api = await git();
    if (!api) {
      return programs
        ? vscode.l10n.t("The editor's Git is switched off or not there, so no revision can be read.")
        : vscode.l10n.t(
            'A browser starts no programs, Git among them, so no revision can be read. Open the folder in VS Code on a machine, or compare with a baseline file.',
          );
    }
    const root = api.getRepository(uri) ? undefined : await api.getRepositoryRoot?.(uri);
    const repository = api.getRepository(uri) ?? (root && (await api.openRepository?.(root)));
    if (!repository) {
      return vscode.l10n.t('{0} lies in no Git repository that the editor has open.', nameOf(uri));
    }
    if (!watched.has(repository)) watched.set(repository, repository.state.onDidChange(tell));
    return { api, repository };
  };

  return {
    async read(given, revision) {
      const uri = vscode.Uri.parse(given);
      const found = await repositoryOf(uri);
      if (typeof found === 'string') return { kind: 'trouble', message: found };
      const { api, repository } = found;
      try {
        const text = (await repository.show(revision, uri.fsPath)).replace(/^\ufeff/, '');
        return { kind: 'text', text, uri: api.toGitUri(uri, revision).toString() };
      } catch {
        // What git says is in the language of the machine and names commands; the two reasons that there are tell more.
        return { kind: 'trouble', message: await reasonOf(repository, revision, uri) };
      }
    },
    async names(uri) {
      const found = await repositoryOf(uri);
      if (typeof found === 'string') return [];
      const refs = (await found.repository.getRefs?.({ sort: 'committerdate' })) ?? [];
      return ['HEAD', ...refs.flatMap(({ name }) => name ?? [])];
    },
    async userName(uri) {
      const found = await repositoryOf(uri);
      if (typeof found === 'string') return undefined;
      const own = await valueOr(found.repository.getConfig('user.name'));
      return own || (await valueOr(found.repository.getGlobalConfig('user.name'))) || undefined;
    },
    dispose() {
      clearTimeout(timer);
      vscode.Disposable.from(...watched.values()).dispose();
    },
  };
}

async function reasonOf(repository: Repository, revision: string, uri: vscode.Uri): Promise<string> {
  try {
    await repository.getCommit(revision);
  } catch {
    return vscode.l10n.t(
      'Git knows no revision “{0}” here. If it is on the remote, fetch it first; a shallow clone has only the newest commits.',
      revision,
    );
  }
  return vscode.l10n.t('{0} is not in the revision “{1}”.', nameOf(uri), revision);
}

async function git(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<{
    readonly enabled: boolean;
    getAPI(version: 1): GitApi;
  }>('vscode.git');
  const found = extension && (extension.isActive ? extension.exports : await started(extension));
  if (!found?.enabled) return undefined;
  const api = found.getAPI(1);
  // Until it has looked for repositories it knows none.
  if (api.state === 'uninitialized') {
    await new Promise<void>((resolve) => {
      const listener = api.onDidChangeState(() => {
        listener.dispose();
        resolve();
      });
    });
  }
  return api;
}

/** Undefined where it cannot start: VS Code tells of that by itself. */
async function started<T>(extension: vscode.Extension<T>): Promise<T | undefined> {
  try {
    return await extension.activate();
  } catch {
    return undefined;
  }
}

/** Git fails where a value is not set. */
async function valueOr(value: Promise<string>): Promise<string> {
  try {
    return (await value).trim();
  } catch {
    return '';
  }
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
