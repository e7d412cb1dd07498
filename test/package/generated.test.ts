// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source text is tested here.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { createCatalog } from '../../server/src/language/catalog/catalog.ts';
import type { Rule } from '../../server/src/language/rules/define-rule.ts';
import { rules } from '../../server/src/language/rules/registry.ts';
import { lineDiff } from '../../server/src/tools/diff.ts';
import { generateFiles } from '../../server/src/tools/generated-files.ts';
import { catalogTexts, l10nBundle } from '../../server/src/tools/l10n-bundle.ts';
import { withRuleSettings, withRuleTexts } from '../../server/src/tools/rule-settings.ts';
import { snippetsFile } from '../../server/src/tools/snippets-file.ts';

const root = process.cwd();
const catalog = createCatalog();

function ruleOf(id: string, summary: string): Rule {
  return {
    id,
    severity: 'warning',
    tier: 'advice',
    forms: ['import'],
    summary,
    docs: '',
    sources: [],
    examples: { bad: [], good: [] },
    check: () => undefined,
  };
}

test('generated files are what the catalog and the rules say today', async () => {
  const stale = (await generateFiles(root, rules)).filter((file) => file.actual !== file.expected);
  const diffs = stale.map((file) => lineDiff(file.path, file.actual ?? '', file.expected ?? '')).join('\n\n');
  assert.equal(diffs, '', `Run \`npm run generate\` and commit what it writes.\n${diffs}`);
});

test('a page whose rule is gone is to be removed', async () => {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
  try {
    for (const folder of ['client/src', 'server/src', 'client/docs/rules']) {
      mkdirSync(path.join(copy, folder), { recursive: true });
    }
    cpSync('package.json', path.join(copy, 'package.json'));
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'junction');
    writeFileSync(path.join(copy, 'client/docs/rules/gone.md'), '# gone\n');
    const gone = (await generateFiles(copy, rules)).filter(({ expected }) => expected === undefined);
    assert.deepEqual(gone, [{ path: 'client/docs/rules/gone.md', expected: undefined, actual: '# gone\n' }]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('every text of the catalog and every message of the sources is in the bundle', async () => {
  const sources = [
    {
      path: 'a.ts',
      text: "import * as l10n from '@vscode/l10n';\nl10n.t('no {0} here', name);\nl10n.t(entry.summary);",
    },
    { path: 'b.ts', text: "import * as vscode from 'vscode';\nvscode.l10n.t(\n  'It\\'s \"so\"',\n);" },
  ];
  const bundle = JSON.parse(await l10nBundle(root, sources, catalog, ['An explanation.']));
  const keys = Object.keys(bundle);
  for (const text of ['no {0} here', 'It\'s "so"', 'An explanation.', ...catalogTexts(catalog)])
    assert.ok(keys.includes(text), text);
  assert.deepEqual(keys, [...keys].sort());
});

test('a message that cannot be extracted stops the generator, and names its place', async () => {
  const calls = ["l10n.t('a' + 'b')", 'l10n.t("a" +\n "b")', 'l10n.t(`a ${b}`)', "l10n.t(x ? 'a' : 'b')"];
  for (const call of calls) {
    const sources = [{ path: 'client/src/x.ts', text: `import * as l10n from '@vscode/l10n';\n\n${call};` }];
    await assert.rejects(l10nBundle(root, sources, catalog, []), /^Error: client\/src\/x\.ts:3: /, call);
  }
});

test('plain messages of every sort can be extracted', async () => {
  const calls = [
    "l10n.t('a')",
    "l10n.t('it\\'s', b)",
    'l10n.t(`a`)',
    'l10n.t(entry.summary, x)',
    'l10n.t(list[0]?.summary ?? other)',
    "l10n.t({ message: 'a', comment: ['b'] })",
  ];
  const text = `import * as l10n from '@vscode/l10n';\n${calls.join(';\n')};`;
  await l10nBundle(root, [{ path: 'x.ts', text }], catalog, []);
});

test('a text with a brace is refused, as l10n would take it for a placeholder', async () => {
  await assert.rejects(l10nBundle(root, [], catalog, ['Write {0}.']), /"\{"/);
});

test('the snippet file has a definition per flavour and every section in both forms, with tabs, and completes nothing by itself', () => {
  const snippets: Record<string, { prefix?: string; body: string[]; scope: string; description: string }> = JSON.parse(
    snippetsFile(catalog),
  );
  assert.equal(Object.keys(snippets).filter((key) => key.startsWith('Call center definition: ')).length, 4);
  assert.equal(Object.keys(snippets).filter((key) => key.startsWith('Call center component: ')).length, 4);
  for (const section of catalog.sections) {
    for (const kind of ['section', 'component section'])
      assert.ok(Object.keys(snippets).some((key) => key.startsWith(`Call center ${kind}: ${section.name} (`)));
  }
  assert.deepEqual(
    Object.keys(snippets).flatMap((key) => /^Call center component element: (.*)/.exec(key)?.[1] ?? []),
    [
      ...['adapterUrl', 'customSettings', 'displayName', 'displayNameLabel', 'internalNameLabel', 'sections', 'items'],
      'version',
    ],
  );
  for (const [name, snippet] of Object.entries(snippets)) {
    assert.equal(snippet.scope, 'xml', name);
    assert.notEqual(snippet.description, '', name);
    assert.doesNotMatch(snippet.body.join('\n'), /^ |\n /, name);
    assert.equal(snippet.prefix, undefined, name);
  }
});

test('the setting of the rules gets one property per rule, sorted, and is left alone when it is right', () => {
  const manifest = JSON.stringify({
    name: 'x',
    contributes: {
      configuration: [
        { title: 'other', properties: {} },
        { properties: { 'callCenterXml.rules': { type: 'object', properties: { gone: {} }, order: 1 }, more: {} } },
      ],
    },
  });
  const demo = [ruleOf('second-rule', 'Two.'), ruleOf('first-rule', 'One.')];
  const written = withRuleSettings(manifest, demo);
  const { properties } = JSON.parse(written).contributes.configuration[1];
  assert.deepEqual(Object.keys(properties), ['callCenterXml.rules', 'more']);
  const schema = properties['callCenterXml.rules'];
  assert.equal(schema.order, 1);
  assert.equal(schema.additionalProperties, false);
  assert.deepEqual(Object.keys(schema.properties), ['first-rule', 'second-rule']);
  assert.deepEqual(schema.properties['first-rule'], {
    type: 'string',
    enum: ['off', 'error', 'warning', 'information', 'hint'],
    default: 'warning',
    markdownDescription: '%configuration.rules.first-rule%',
  });
  const squeezed = JSON.stringify(JSON.parse(written));
  assert.equal(withRuleSettings(squeezed, demo), squeezed);
  assert.throws(() => withRuleSettings('{"contributes": {"configuration": {}}}', demo), /callCenterXml\.rules/);
});

test('the texts of the rules replace their own keys only', () => {
  const nls = JSON.stringify({ 'configuration.rules.gone': 'Old.', 'configuration.rules': 'By hand.', category: 'C' });
  const texts = JSON.parse(withRuleTexts(nls, [ruleOf('new-rule', 'New.')]));
  assert.deepEqual(Object.keys(texts), ['configuration.rules', 'category', 'configuration.rules.new-rule']);
  assert.equal(texts['configuration.rules.new-rule'], 'New.');
});

test('the diff shows what has to change, with two lines around it', () => {
  const actual = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'old', '11', '12', '13', ''].join('\n');
  const expected = ['1', '2a', '3', '4', '5', '6', '7', '8', '9', '11', '12', '13', ''].join('\n');
  assert.equal(lineDiff('f', expected, expected), '');
  assert.equal(
    lineDiff('f', actual, expected),
    '--- f (as it is)\n+++ f (as it should be)\n  1\n- 2\n+ 2a\n  3\n  4\n  …\n  8\n  9\n- old\n  11\n  12\n  …',
  );
  assert.equal(lineDiff('f', '', 'a\n'), '--- f (as it is)\n+++ f (as it should be)\n+ a\n+ ');
});
