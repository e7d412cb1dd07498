import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { commandNames } from '../../client/src/command-names.ts';
import { readVsix } from '../tools/vsix-files.mjs';

interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly main: string;
  readonly l10n: string;
  readonly engines: { readonly vscode: string };
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const shipped = readVsix();

/** Every string in a JSON value. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('the manifest', () => {
  test('has scripts that run on the Node of whoever starts them', () => {
    const links = existsSync('node_modules/.bin') ? readdirSync('node_modules/.bin') : [];
    assert.ok(
      !links.some((name) => /^node(?:\.|$)/.test(name)),
      'A package takes the place of Node in node_modules/.bin. Run `npm ci`: the .npmrc of the project lets no package do that.',
    );
  });

  test('has the names that were given', () => {
    assert.equal(manifest.name, 'call-center-xml');
    assert.equal(manifest.displayName, 'Salesforce Call Center Definitions');
    for (const name of [...Object.keys(manifest.contributes.configuration.properties), ...declared()]) {
      assert.match(name, /^callCenterXml\./);
    }
  });

  test('ships every file that it names', () => {
    const paths = strings({ main: manifest.main, contributes: manifest.contributes })
      .filter((text) => text.startsWith('./'))
      .map((text) => text.slice(2));
    assert.ok(paths.length >= 3, 'entry point, grammar and snippets');
    for (const path of paths) {
      const inside = [...shipped.keys()].some((file) => file === path || file.startsWith(`${path}/`));
      assert.ok(inside, `${path} is in the package`);
    }
  });

  test('names the folder of the translated messages, which ship as far as there are any', () => {
    const folder = manifest.l10n.replace('./', '');
    for (const name of readdirSync(folder))
      assert.equal(shipped.has(`${folder}/${name}`), name !== 'bundle.l10n.json', name);
  });

  test('ships as it is, but for its whitespace', () => {
    assert.deepEqual(JSON.parse(shipped.get('package.json')?.toString('utf8') ?? ''), manifest);
  });

  test('declares exactly the commands that the client registers', () => {
    assert.deepEqual([...declared()].sort(), commandNames.map((name) => `callCenterXml.${name}`).sort());
    const inMenus = Object.values(manifest.contributes.menus).flatMap((entries) =>
      entries.map(({ command }) => command),
    );
    for (const command of inMenus) assert.ok(declared().includes(command), `${command} is in a menu`);
  });

  test('has a file for every command', () => {
    for (const name of commandNames) {
      const file = `client/src/commands/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
      assert.ok(existsSync(file), file);
    }
  });

  test('has a word in the README for every command', () => {
    const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
    for (const { command, title } of manifest.contributes.commands) {
      const said = texts[title.replaceAll('%', '')];
      assert.ok(
        [`*${said}*`, `*Call Center: ${said}*`].some((words) => readme.includes(words)),
        command,
      );
    }
  });

  test('says every text by a key, and has no key without a use', () => {
    const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    const used = strings(manifest.contributes).flatMap((text) => /^%([^%]+)%$/.exec(text)?.[1] ?? []);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
    for (const [key, text] of Object.entries(texts)) assert.match(text, /\S/, key);
    assert.deepEqual(plainTexts(manifest.contributes), []);
  });

  test('wakes for XML documents, links to rule pages and previews of the last time only, and in workspaces that are not trusted too', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:xml', 'onUri', 'onWebviewPanel:callCenterXml.preview']);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  });

  test('asks for no editor newer than the one whose types it is compiled against', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });
});

function declared(): readonly string[] {
  return manifest.contributes.commands.map(({ command }) => command);
}

/** The properties that people read in an editor and that are not written as `%key%`. */
function plainTexts(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (!/^(?:title|category|description|markdownDescription|enumDescriptions|deprecationMessage)$/.test(name)) {
      return plainTexts(inner);
    }
    return strings(inner).filter((text) => !/^%[^%]+%$/.test(text));
  });
}
