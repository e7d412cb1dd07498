import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readArguments } from '../../../server/src/cli/arguments.ts';
import { helpText } from '../../../server/src/cli/help.ts';
import { options, usages } from '../../../server/src/cli/options.ts';

function read(line: string) {
  return readArguments(line === '' ? [] : line.split(' '), ['secret', 'doctype']);
}

function check(line: string) {
  const request = read(line);
  assert.equal(request.kind, 'check', JSON.stringify(request));
  return request.kind === 'check' ? request.options : undefined;
}

describe('the command line', () => {
  test('takes files in their order, text by default, and no mending unless asked', () => {
    assert.deepEqual(check('check b.xml a.xml b.xml'), {
      format: 'text',
      fix: false,
      quiet: false,
      maxWarnings: undefined,
      config: 'nearest',
      choice: {},
      targets: ['b.xml', 'a.xml', 'b.xml'],
    });
  });

  test('takes options before, between and behind the files, with = or without', () => {
    const expected = {
      format: 'json',
      fix: true,
      quiet: false,
      maxWarnings: undefined,
      config: 'nearest',
      choice: {},
      targets: ['a.xml', 'b.xml'],
    };
    assert.deepEqual(check('--fix check --format json a.xml b.xml'), expected);
    assert.deepEqual(check('check a.xml --format=json b.xml --fix'), expected);
  });

  test('the last format counts', () => assert.equal(check('check --format json --format text a')?.format, 'text'));

  test('takes everything behind -- for files', () => {
    assert.deepEqual(check('check --fix -- --format -- -x a.xml')?.targets, ['--format', '--', '-x', 'a.xml']);
  });

  test('takes how many warnings are allowed, and whether they are shown', () => {
    assert.equal(check('check --max-warnings 0 a')?.maxWarnings, 0);
    assert.equal(check('check --max-warnings=12 a')?.maxWarnings, 12);
    assert.equal(check('check --quiet a')?.quiet, true);
  });

  test('takes where the configuration is, and what is on top of it', () => {
    assert.deepEqual(check('check --config x.json a')?.config, { file: 'x.json' });
    assert.equal(check('check --no-config a')?.config, 'none');
    assert.deepEqual(check('check --preset relaxed a')?.choice, { preset: 'relaxed', severities: {} });
    assert.deepEqual(check('check --rule secret=off --rule=doctype=error --rule secret=hint a')?.choice, {
      severities: { secret: 'hint', doctype: 'error' },
    });
  });

  test('takes what to compare with, and from which severity on changes fail', () => {
    const given = { file: 'a.xml', config: 'nearest', choice: {} };
    assert.deepEqual(read('diff a.xml'), {
      kind: 'diff',
      options: { ...given, baseline: undefined, format: 'text', failOn: 'error' },
    });
    assert.deepEqual(read('diff --baseline git:v1 --format sarif --fail-on info a.xml'), {
      kind: 'diff',
      options: { ...given, baseline: 'git:v1', format: 'sarif', failOn: 'info' },
    });
  });

  test('takes what is to be done with baselines', () => {
    const request = (line: string) => {
      const found = read(line);
      return found.kind === 'baseline' ? found.request : found;
    };
    const given = { config: 'nearest', choice: {} };
    assert.deepEqual(request('baseline write --from git:v1 --date 2026-01-31 --force a.xml b.xml'), {
      ...given,
      action: 'write',
      files: ['a.xml', 'b.xml'],
      out: undefined,
      from: 'git:v1',
      date: '2026-01-31',
      force: true,
    });
    assert.deepEqual(request('baseline check a.xml'), { ...given, action: 'check', files: ['a.xml'] });
    const accept = { ...given, action: 'accept', baseline: undefined, by: undefined, reason: 'x' };
    assert.deepEqual(request('baseline accept --reason x 0123456789ab a.xml 0123456789ac'), {
      ...accept,
      files: ['a.xml'],
      fingerprints: ['0123456789ab', '0123456789ac'],
    });
    assert.deepEqual(request('baseline accept --reason x --all ./0123456789ab b.xml'), {
      ...accept,
      files: ['./0123456789ab', 'b.xml'],
      fingerprints: undefined,
    });
  });

  test('lists and explains rules', () => {
    assert.deepEqual(read('rules'), { kind: 'rules', format: 'text', choice: {} });
    assert.deepEqual(read('rules --format json --preset strict'), {
      kind: 'rules',
      format: 'json',
      choice: { preset: 'strict', severities: {} },
    });
    assert.deepEqual(read('explain secret'), { kind: 'explain', rule: 'secret' });
  });

  test('knows help and version anywhere before --', () => {
    assert.equal(read('--help').kind, 'help');
    assert.equal(read('check a.xml -h').kind, 'help');
    assert.equal(read('--version').kind, 'version');
    assert.deepEqual(check('check -- --help')?.targets, ['--help']);
  });

  const wrong: readonly (readonly [line: string, reason: RegExp])[] = [
    ['', /^Nothing to do\./],
    ['chek a.xml', /^There is no command “chek”/],
    [
      'a.xml',
      /^There is no command “a\.xml”; there are check, convert, dial, diff, baseline write, .*, rules, explain\./,
    ],
    ['diff', /^No file is named\./],
    ['diff a.xml b.xml', /^It compares one file at a time\./],
    ['diff --fail-on hint a.xml', /^--fail-on takes error, warning, info, never\./],
    ['diff --format xml a.xml', /^--format takes text, json, markdown, sarif, github\./],
    ['diff --baseline= a.xml', /^--baseline takes the name of a file, or git: and a revision\./],
    ['check --format sarif a.xml', /^--format takes text, json\./],
    ['baseline', /^What is to be done with the baseline: write, check, accept or prune\?/],
    ['baseline wirte a.xml', /^There is no command “baseline wirte”/],
    ['baseline write', /^No file is named\./],
    ['baseline write --out x a.xml b.xml', /^--out goes with one file\./],
    ['baseline write --date today a.xml', /^--date takes a date such as 2026-11-20\./],
    ['baseline check --baseline x a.xml', /^--baseline does not go with baseline check\./],
    ['baseline accept --all a.xml', /^--reason is missing/],
    ['baseline accept --reason x a.xml', /^Name the fingerprints of the changes/],
    ['baseline accept --reason x --all a.xml 0123456789ab', /^Name the fingerprints of the changes/],
    ['baseline accept --reason x 0123456789ab', /^No file is named\./],
    ['baseline accept --reason x a.xml b.xml 0123456789ab', /^Fingerprints go with one file\./],
    ['check', /^No file is named\./],
    ['check --', /^No file is named\./],
    ['check --fxi a.xml', /^There is no option --fxi\./],
    ['check -q a.xml', /^There is no option -q\./],
    ['convert a.xml', /^--to import or --to metadata is missing\./],
    ['convert --to json a.xml', /^--to takes import or metadata\./],
    ['convert --to import', /^No file is named\./],
    ['convert --to import --quiet a.xml', /^--quiet does not go with convert\./],
    ['check --force a.xml', /^--force does not go with check\./],
    ['check --no-fix a.xml', /^There is no option --no-fix\./],
    ['check --format xml a.xml', /^--format takes text, json\./],
    ['check a.xml --format', /^--format takes text, json\./],
    ['check --format --fix a.xml', /^--format takes text, json\./],
    ['check --fix=yes a.xml', /^--fix takes no value\./],
    ['check --max-warnings a.xml', /^--max-warnings takes a number, 0 or more\./],
    ['check --max-warnings=-1 a.xml', /^--max-warnings takes a number, 0 or more\./],
    ['check a.xml --max-warnings', /^--max-warnings takes a number, 0 or more\./],
    ['check --constructor a.xml', /^There is no option --constructor\./],
    ['check --preset easy a.xml', /^--preset takes salesforce, strict, relaxed\./],
    ['check --config= a.xml', /^--config takes the name of a file\./],
    ['check --rule secret a.xml', /^--rule takes ID=SEVERITY/],
    ['check --rule sekret=off a.xml', /^There is no rule “sekret”\. Did you mean “secret”\?/],
    ['check --rule secret=no a.xml', /^“no” cannot be the severity of “secret”: it takes off, error, /],
    ['rules --rule secret=off', /^--rule does not go with rules\./],
    ['rules --fix', /^--fix does not go with rules\./],
    ['rules a.xml', /^It takes no file/],
    ['explain', /^No rule is named\./],
    ['explain secret doctype', /^It explains one rule at a time\./],
    ['explain secret --format json', /^--format does not go with explain\./],
    ['check a.xml -', /^“-” \(standard input\) is not supported/],
  ];
  for (const [line, reason] of wrong) {
    test(`refuses “${line}” in one line that tells the usage`, () => {
      const request = read(line);
      assert.equal(request.kind, 'wrong');
      if (request.kind !== 'wrong') return;
      assert.match(request.message, reason);
      assert.match(request.message, /Usage: node dist\/cli\.js (?:check|convert|diff|baseline|rules|explain)\b.*$/);
      assert.doesNotMatch(request.message, /\n/);
    });
  }

  test('refuses an empty file name', () => assert.equal(readArguments(['check', ''], []).kind, 'wrong'));

  test('never lets an argument steer the terminal', () => {
    const request = readArguments(['check', '--\u001b[31m\n', 'a.xml'], []);
    assert.deepEqual(request.kind === 'wrong' && /[\u0000-\u001f]/.test(request.message), false);
  });
});

test('the help names every option, the formats and the exit codes', () => {
  const help = helpText();
  for (const word of [
    ...Object.values(usages),
    ...Object.keys(options).map((name) => `--${name}`),
    'check',
    '--format',
    'text',
    'json',
    '--fix',
    '--quiet',
    '--max-warnings',
    '--preset',
    '--rule',
    '--config',
    '--no-config',
    '.callcenterrc.json',
    'rules',
    'explain',
    '--help',
    '--version',
    '--',
    'UTF-8',
    '0',
    '1',
    '2',
    '3',
    'markdown',
    'sarif',
    'github',
  ])
    assert.ok(help.includes(word), word);
  for (const line of help.split('\n')) assert.ok(line.length <= 120, line);
});
