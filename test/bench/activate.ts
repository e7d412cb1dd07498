// A process of its own: reads and runs the extension beside an editor that shows one foreign XML file, and prints how many
// milliseconds that took. The editor is a stand-in; what it does when it is asked is not the extension's time.
import Module from 'node:module';
import path from 'node:path';
import { timer } from './figures.ts';

const extension = path.resolve('dist/client/extension.js');
const nothing = { dispose: () => undefined };
const uri = { scheme: 'file', path: '/projects/pom.xml', toString: () => 'file:///projects/pom.xml' };
const lines = ['<?xml version="1.0"?>', '<project>', ...Array(2000).fill('  <dependency/>'), '</project>'];
const document = {
  uri,
  fileName: uri.path,
  languageId: 'xml',
  version: 1,
  lineCount: lines.length,
  lineAt: (line: number) => ({ text: lines[line] }),
};

/** Whatever is asked for is there, and registers. */
const part = (known: object) =>
  new Proxy(known, { get: (target, name) => Reflect.get(target, name) ?? (() => nothing) });
class EventEmitter {
  event = () => nothing;
  fire() {}
  dispose() {}
}
const vscode = part({
  EventEmitter,
  Range: class {},
  Position: class {},
  Disposable: { from: () => nothing },
  Uri: part({ from: () => uri, parse: () => uri, joinPath: () => uri }),
  workspace: part({ textDocuments: [document] }),
  window: part({ activeTextEditor: { document }, visibleTextEditors: [{ document }] }),
  commands: part({ executeCommand: () => Promise.resolve() }),
  languages: part({}),
  l10n: { t: (message: string) => message },
});

const loaded: string[] = [];
const modules = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
const load = modules._load;
modules._load = (name, ...rest) => {
  if (name === 'vscode') return vscode;
  loaded.push(name);
  return load(name, ...rest);
};

const state = { get: (_key: string, otherwise: unknown) => otherwise, update: () => Promise.resolve(), keys: () => [] };
const context = { subscriptions: [], workspaceState: state, globalState: state, extensionUri: uri };
const took = timer();
const { activate } = require(extension) as { activate: (context: unknown) => void };
activate(context);
const milliseconds = took();
const others = loaded.filter((name) => name !== extension && !name.startsWith('node:'));
if (others.length > 0) throw new Error(`For a foreign file the extension has loaded ${others.join(', ')}.`);
process.stdout.write(String(milliseconds));
