import * as vscode from 'vscode';

/** A file system as that of a page about a repository: its files can be read, and nothing can be written. */
export function showReadOnly(scheme: string, files: Readonly<Record<string, string>>): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions('read-only');
  };
  const content = (uri: vscode.Uri): Uint8Array => {
    const text = files[uri.path];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat(uri) {
      if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: content(uri).length };
    },
    readFile: content,
    readDirectory: () => Object.keys(files).map((path) => [path.slice(1), vscode.FileType.File]),
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return vscode.Disposable.from(
    changes,
    vscode.workspace.registerFileSystemProvider(scheme, provider, { isReadonly: true }),
  );
}
