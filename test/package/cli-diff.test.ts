import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type CliResult, cliIn, definition } from './cli.ts';
import { commitAll, git } from './git.ts';

let base = '';
let folder = '';
before(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-diff-'));
});
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(base, 'case-'));
});
after(() => fs.rmSync(base, { recursive: true, force: true }));

const own = (items: string, name = 'Own') =>
  `  <section sortOrder="1" name="${name}" label="Own">\n${items}  </section>\n`;
const item = (order: number, name: string) => `    <item sortOrder="${order}" name="${name}" label="Field">x</item>\n`;
const imported = definition({ more: own(item(0, 'agentTeam')) });
const renamed = definition({ more: own(item(0, 'agentTeamName')) });

function put(name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
}

function diff(...args: readonly string[]): CliResult {
  return cliIn(folder, ['diff', ...args]);
}

/** `rule from to` of each change. */
function changes(...args: readonly string[]): readonly string[] {
  const found: readonly Record<string, unknown>[] = JSON.parse(diff('--format', 'json', ...args).out).changes;
  return found.map(({ rule, from, to }) => `${rule} ${from} ${to}`);
}

const asRenamed = [
  'field-set-changed-same-internal-name /reqGeneralInfo/reqInternalName /reqGeneralInfo/reqInternalName',
  'item-renamed /Own/agentTeam /Own/agentTeamName',
];

test('names and labels as long as a file are cut for people, who are told how much, and whole in JSON', () => {
  const long = (what: string) => `${what}${'x'.repeat(200_000)}`;
  put('old.xml', definition({ more: own(item(0, 'a'), long('A')) }));
  put(
    'new.xml',
    definition({ more: own(item(0, long('b')), long('A')).replace('label="Own"', `label="${long('L')}"`) }),
  );
  for (const format of ['text', 'github', 'markdown']) {
    const { out } = diff('--format', format, 'new.xml', '--baseline', 'old.xml');
    assert.match(out, /x … \(\d+ characters are left out\) … x/);
    for (const line of out.split('\n')) assert.ok(line.length < 3000, `${format}: ${line.length}`);
  }
  assert.match(diff('--format', 'json', 'new.xml', '--baseline', 'old.xml').out, /"\/Ax{200000}\/bx{200000}"/);
});

describe('what a definition is compared with', () => {
  test('is a revision, with nothing checked out and nothing written', () => {
    put('a.xml', imported);
    commitAll(folder);
    put('a.xml', renamed);
    assert.deepEqual(changes('a.xml', '--baseline', 'git:HEAD'), asRenamed);
    assert.deepEqual(fs.readdirSync(folder).sort(), ['.git', 'a.xml']);
    assert.equal(git(folder, 'status', '--short').trim(), 'M a.xml');
  });

  test('is a path in a revision, from the root of the repository or from the folder of the file', () => {
    put('deep/old name [1] ü.xml', imported);
    commitAll(folder);
    put('deep/new.xml', renamed);
    assert.deepEqual(changes('deep/new.xml', '--baseline', 'git:HEAD:deep/old name [1] ü.xml'), asRenamed);
    assert.deepEqual(changes('deep/new.xml', '--baseline', 'git:HEAD:./old name [1] ü.xml'), asRenamed);
  });

  test('is another definition of either form, or a baseline file, known by its content', () => {
    put('old.xml', imported);
    put('new.xml', renamed);
    assert.deepEqual(changes('new.xml', '--baseline', 'old.xml'), asRenamed);
    fs.mkdirSync(path.join(folder, 'org'));
    cliIn(folder, ['convert', '--to', 'metadata', '--out', 'org', 'old.xml']);
    assert.deepEqual(changes('new.xml', '--baseline', 'org/ServiceDesk.callCenter-meta.xml'), asRenamed);
    assert.deepEqual(changes('org/ServiceDesk.callCenter-meta.xml', '--baseline', 'old.xml'), []);
    cliIn(folder, ['baseline', 'write', '--out', 'x.json', 'old.xml']);
    assert.deepEqual(changes('new.xml', '--baseline', 'x.json'), asRenamed);
  });

  test('is what the team agreed on, else the baseline file at its place', () => {
    put('c/a.xml', imported);
    put('.callcenterrc.json', `{ "baseline": { "path": "kept/\${name}.callcenter-baseline.json" } }`);
    assert.equal(cliIn(folder, ['baseline', 'write', 'c/a.xml']).code, 0);
    assert.ok(fs.existsSync(path.join(folder, 'c/kept/a.callcenter-baseline.json')));
    put('c/a.xml', renamed);
    assert.deepEqual(changes('c/a.xml'), asRenamed);
    put('c/other.xml', renamed);
    put('.callcenterrc.json', '{ "baseline": { "compareWith": "other.xml" } }');
    assert.deepEqual(changes('c/a.xml'), []);
  });

  const nothing: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['nothing', [], /a\.xml: nothing says which fields were imported: there is no a\.callcenter-baseline\.json\./],
    ['a missing file', ['--baseline', 'b.xml'], /a\.xml: b\.xml: there is no such file$/m],
    ['an empty file', ['--baseline', 'empty.xml'], /empty\.xml: the file is empty$/m],
    ['another XML file', ['--baseline', 'pom.xml'], /pom\.xml: this is no call center definition$/m],
    ['a broken definition', ['--baseline', 'broken.xml'], /broken\.xml: its XML is broken/],
    ['foreign JSON', ['--baseline', 'package.json'], /package\.json:1:1 This JSON is no baseline/],
    ['a newer baseline', ['--baseline', 'future.json'], /future\.json:1:\d+ This baseline has format version 99/],
    ['a conflicted baseline', ['--baseline', 'conflict.json'], /conflict\.json:1:1 There is a merge conflict/],
    ['an unknown revision', ['--baseline', 'git:nope'], /Git knows no revision “nope” here\. If it is on the remote/],
    ['an option as revision', ['--baseline', 'git:--output=x'], /“--output=x” is no revision/],
    ['a path that is not there', ['--baseline', 'git:HEAD:b.xml'], /b\.xml is not a file of the revision “HEAD”/],
    ['a folder of the revision', ['--baseline', 'git:HEAD:sub'], /sub is not a file of the revision “HEAD”/],
  ];
  for (const [what, args, message] of nothing) {
    test(`must be there: ${what} ends with 2 and one line`, () => {
      put('a.xml', imported);
      put('empty.xml', '');
      put('pom.xml', '<project/>');
      put('broken.xml', imported.replace('</section>', ''));
      put('package.json', '{}');
      put('future.json', '{ "formatVersion": 99 }');
      put('conflict.json', '<<<<<<< ours\n{}\n=======\n>>>>>>> theirs\n');
      put('sub/x.txt', 'x');
      commitAll(folder);
      const { code, out, error } = diff('a.xml', ...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, message);
      assert.equal(error.trimEnd().split('\n').length, 1);
    });
  }

  test('cannot be a revision outside of a repository, or without git', () => {
    put('a.xml', imported);
    const outside = diff('a.xml', '--baseline', 'git:HEAD');
    assert.equal(outside.code, 2);
    assert.match(outside.error, /a\.xml lies in no git repository/);
  });

  test('is said to be fetched first where the clone is shallow', () => {
    put('origin/a.xml', imported);
    commitAll(path.join(folder, 'origin'));
    git(path.join(folder, 'origin'), 'tag', 'v1');
    git(path.join(folder, 'origin'), 'commit', '-q', '--allow-empty', '-m', 'more');
    git(folder, 'clone', '-q', '--depth', '1', '--no-tags', `file://${path.join(folder, 'origin')}`, 'clone');
    const { code, error } = diff('clone/a.xml', '--baseline', 'git:v1');
    assert.equal(code, 2);
    assert.match(error, /Git knows no revision “v1” here\. This clone is shallow.*fetch-depth: 0/);
  });

  test('is read in the repository that the file itself lies in: through links, and in submodules', () => {
    put('lib/a.xml', imported);
    commitAll(path.join(folder, 'lib'));
    put('main/b.txt', 'b');
    commitAll(path.join(folder, 'main'));
    git(path.join(folder, 'main'), 'submodule', '--quiet', 'add', `file://${path.join(folder, 'lib')}`, 'sub');
    put('main/sub/a.xml', renamed);
    assert.deepEqual(changes('main/sub/a.xml', '--baseline', 'git:HEAD'), asRenamed);
    fs.symlinkSync(path.join(folder, 'main/sub/a.xml'), path.join(folder, 'link.xml'));
    assert.deepEqual(changes('link.xml', '--baseline', 'git:HEAD'), asRenamed);
  });
});

describe('the changes', () => {
  test('fail from a severity on, as the team has it', () => {
    put('old.xml', imported);
    put('new.xml', renamed.replace('>ServiceDesk<', '>ServiceDesk2<'));
    const code = (...args: readonly string[]) => diff('new.xml', '--baseline', 'old.xml', ...args).code;
    assert.equal(code(), 0);
    assert.equal(code('--fail-on', 'warning'), 1);
    assert.equal(code('--fail-on', 'info'), 1);
    assert.equal(code('--rule', 'item-renamed=error'), 1);
    assert.equal(code('--rule', 'item-renamed=error', '--fail-on', 'never'), 0);
    put('.callcenterrc.json', '{ "rules": { "item-renamed": "error" } }');
    assert.equal(code(), 1);
    assert.equal(code('--no-config'), 0);
    put('.callcenterrc.json', '{ "rules": 1 }');
    assert.equal(code(), 2);
  });

  test('of a rule that is off are left out', () => {
    put('old.xml', imported);
    put('new.xml', renamed);
    assert.deepEqual(changes('new.xml', '--baseline', 'old.xml', '--rule', 'item-renamed=off'), asRenamed.slice(0, 1));
  });

  test('tell an added section once, with its items by their keys', () => {
    put('old.xml', definition({}));
    put('new.xml', definition({ more: own(item(0, 'a/b') + item(1, 'c&#10;d')) }));
    const { out } = diff('new.xml', '--baseline', 'old.xml', '--format', 'json');
    const [, section, ...rest] = JSON.parse(out).changes;
    assert.deepEqual(rest, []);
    const { rule, to, from, items, severity, confidence, accepted, line } = section;
    assert.deepEqual(
      { rule, to, from, items, severity, confidence, accepted, line },
      {
        rule: 'section-added',
        to: '/Own',
        from: null,
        items: ['/Own/a/b', '/Own/c\nd'],
        severity: 'warning',
        confidence: 1,
        accepted: false,
        line: 12,
      },
    );
    const text = diff('new.xml', '--baseline', 'old.xml').out;
    assert.match(text, /^new\.xml:12:\d+ warning section-added \/Own was added, with \/Own\/a\/b, \/Own\/c\\nd \(/m);
  });

  test('are none where only line ends, a byte order mark, formatting and values differ', () => {
    put('old.xml', imported);
    put('new.xml', `\ufeff${imported.replaceAll('\n', '\r\n').replace('>x<', '>y<').replace('    <item', '<item')}`);
    const { code, out, error } = diff('new.xml', '--baseline', 'old.xml', '--fail-on', 'info');
    assert.deepEqual([code, out, error], [0, '', 'new.xml: no change compared with old.xml\n']);
  });

  test('never show a value', () => {
    put('old.xml', definition({ mode: 'Classic' }));
    put('new.xml', definition({ mode: 'Lightning' }));
    const { out } = diff('new.xml', '--baseline', 'old.xml', '--format', 'json', '--rule', 'value-changed=warning');
    assert.match(out, /"rule": "value-changed"/);
    assert.doesNotMatch(out, /Classic|Lightning/);
  });

  test('of 500 sections with 1,000 items come in a moment', () => {
    const sections = (spoil: (name: string) => string) =>
      Array.from({ length: 500 }, (_, n) => {
        const items = item(0, spoil(`queueName${n}x`)) + item(1, `team${n}x`);
        return own(items, `Section${n}x`).replace('"1"', `"${n + 1}"`);
      }).join('');
    put('old.xml', definition({ more: sections((name) => name) }));
    put('new.xml', definition({ more: sections((name) => name.replace('queue', 'que')) }));
    const started = performance.now();
    const found = changes('new.xml', '--baseline', 'old.xml');
    assert.equal(found.length, 501);
    assert.ok(performance.now() - started < 15_000);
  });

  test('of 10,000 items that went while others came take no longer for each', () => {
    const sections = (name: string) =>
      Array.from({ length: 500 }, (_, n) => {
        const items = Array.from({ length: 20 }, (_, place) => item(place, `${name}${n}x${place}`)).join('');
        return own(items, `Section${n}x`).replace('"1"', `"${n + 1}"`);
      }).join('');
    put('old.xml', definition({ more: sections('queueName') }));
    put('new.xml', definition({ more: sections('target') }));
    const started = performance.now();
    assert.equal(changes('new.xml', '--baseline', 'old.xml').length, 20_001);
    assert.ok(performance.now() - started < 25_000);
  });
});

describe('formats for reviewers and pipelines', () => {
  beforeEach(() => {
    put('a%, b:c.xml', imported);
    commitAll(folder);
    put('a%, b:c.xml', renamed);
  });

  test('github: one workflow command a change, escaped', () => {
    const { code, out } = diff('a%, b:c.xml', '--baseline', 'git:HEAD', '--format', 'github');
    assert.equal(code, 1);
    const [error = '', warning = '', rest] = out.split('\n');
    assert.match(error, /^::error file=a%25%2C b%3Ac\.xml,line=4,endLine=4,col=\d+,endColumn=\d+,title=field-set-/);
    assert.match(warning, /^::warning .*,title=item-renamed::\/Own\/agentTeam was renamed to \/Own\/agentTeamName \(/);
    assert.equal(rest, '');
  });

  test('sarif: rules with help, results with places and fingerprints', () => {
    const { out } = diff('a%, b:c.xml', '--baseline', 'git:HEAD', '--format', 'sarif');
    const { version, runs } = JSON.parse(out);
    assert.equal(version, '2.1.0');
    const [{ tool, results }] = runs;
    for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of results) {
      assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
      assert.match(tool.driver.rules[ruleIndex].help.markdown, new RegExp(`^# ${ruleId}\n`));
      assert.ok(['error', 'warning', 'note'].includes(level));
      assert.ok(message.text.length > 0);
      const { artifactLocation, region } = locations[0].physicalLocation;
      assert.deepEqual(artifactLocation, { uri: 'a%25%2C%20b%3Ac.xml', uriBaseId: '%SRCROOT%' });
      assert.ok(region.startLine >= 1 && region.startColumn >= 1 && region.endColumn >= region.startColumn);
      assert.match(partialFingerprints['callCenterChange/v1'], /^[0-9a-f]{12}$/);
    }
    assert.deepEqual(
      results.map(({ level }: { level: string }) => level),
      ['error', 'warning'],
    );
  });

  test('markdown: a table, what to do, and the plan', () => {
    const { out } = diff('a%, b:c.xml', '--baseline', 'git:HEAD', '--format', 'markdown');
    assert.match(out, /^### Fields of `a%, b:c\.xml`$/m);
    assert.match(out, /^\| .* item-renamed \(\d+ % sure\) \| `\/Own\/agentTeam` \| `\/Own\/agentTeamName` \| 13 \|/m);
    assert.match(out, /^- Give the definition another internal name/m);
    assert.match(out, /<details><summary>Re-import plan<\/summary>\n\n#### Re-import plan for `ServiceDesk`/);
  });
});
