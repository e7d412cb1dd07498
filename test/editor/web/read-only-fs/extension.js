// A file system as that of a page that shows a repository: its files can be read, nothing can be written, and no
// extension brings a search for it. The files are those of the folder `project` beside this one.
const vscode = require('vscode');

const files = [
  '/project/.callcenterrc.json',
  '/project/Agreed.xml',
  '/project/Imported.callcenter-baseline.json',
  '/project/Imported.xml',
  '/project/One.xml',
  '/project/deep/folder/Two.xml',
];

/** @returns {never} */
const refuse = () => {
  throw vscode.FileSystemError.NoPermissions('read-only');
};

/** @returns {[string, import('vscode').FileType][]} */
const list = (/** @type {import('vscode').Uri} */ { path }) => {
  const start = path.endsWith('/') ? path : `${path}/`;
  const inside = files.filter((file) => file.startsWith(start)).map((file) => file.slice(start.length));
  const names = new Set(inside.map((file) => file.split('/')[0] ?? ''));
  return [...names].map((name) => [name, inside.includes(name) ? vscode.FileType.File : vscode.FileType.Directory]);
};

exports.activate = (/** @type {import('vscode').ExtensionContext} */ context) => {
  const changes = new vscode.EventEmitter();
  const read = async (/** @type {import('vscode').Uri} */ uri) => {
    if (!files.includes(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    const response = await fetch(vscode.Uri.joinPath(context.extensionUri, uri.path).toString());
    return new Uint8Array(await response.arrayBuffer());
  };
  const provider = {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async (/** @type {import('vscode').Uri} */ uri) => {
      if (list(uri).length > 0) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: (await read(uri)).length };
    },
    readFile: read,
    readDirectory: list,
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  context.subscriptions.push(
    changes,
    vscode.workspace.registerFileSystemProvider('read-only', provider, { isReadonly: true }),
  );
};
