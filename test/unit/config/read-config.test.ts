import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foremost, readConfig } from '../../../server/src/language/config/read-config.ts';
import { layered } from '../../../server/src/language/config/rule-choice.ts';

const ruleIds = ['secret', 'sort-order-gap', 'url-needs-https'];

/** The choice, and the problems as `severity «text it stands on» message`. */
function read(text: string) {
  const { choice, problems } = readConfig(text, ruleIds);
  return {
    choice,
    problems: problems.map(({ at, severity, message }) => `${severity} «${text.slice(at.start, at.end)}» ${message}`),
  };
}

function problems(text: string): readonly string[] {
  return read(text).problems;
}

test('of very many problems the first ones are told, errors before the others, and how many there are', () => {
  const unknown = Array.from({ length: 20_000 }, (_, index) => `"unknown-${index}": "off"`).join();
  const { problems: all } = readConfig(`{ "rules": { ${unknown}, "secret": "loud" } }`, ruleIds);
  const { told, more } = foremost(all);
  assert.deepEqual(
    told.map(({ severity }) => severity),
    ['error', ...Array.from({ length: 9 }, () => 'warning')],
  );
  assert.match(told[1]?.message ?? '', /unknown-0/);
  assert.equal(more, '19991 more problems are not listed.');
  assert.deepEqual(foremost(all.slice(0, 10)), { told: all.slice(0, 10), more: undefined });
});

describe('a configuration', () => {
  test('says a preset and severities by rule id', () => {
    assert.deepEqual(read('{ "$schema": "./x.json", "preset": "strict", "rules": { "secret": "off" } }'), {
      choice: { preset: 'strict', severities: { secret: 'off' } },
      problems: [],
    });
    assert.deepEqual(read('{}'), { choice: {}, problems: [] });
  });

  test('may hold comments, commas at ends, a byte order mark and line ends of any kind', () => {
    const text = '\ufeff{ // why\r\n  /* so */ "rules": {\r\n    "secret": "error",\r\n  },\r\n}\r\n';
    assert.deepEqual(read(text), { choice: { severities: { secret: 'error' } }, problems: [] });
  });

  test('of two entries with one key, the last one counts, and that is told', () => {
    assert.deepEqual(read('{ "rules": { "secret": "off", "secret": "hint" } }'), {
      choice: { severities: { secret: 'hint' } },
      problems: ['warning «"secret"» “secret” stands here twice; the last one counts.'],
    });
  });
});

describe('what is wrong with a configuration stands where it is, and the rest holds', () => {
  test('keys and rules that nobody knows are warnings: a newer version may know them', () => {
    const text = '{ "presets": "strict", "extends": "x", "rules": { "sekret": "off", "own": 1, "secret": "off" } }';
    assert.deepEqual(read(text), {
      choice: { severities: { secret: 'off' } },
      problems: [
        'warning «"presets"» “presets” means nothing here and is ignored. Did you mean “preset”?',
        'warning «"extends"» “extends” means nothing here and is ignored; there are $schema, preset, rules, baseline.',
        'warning «"sekret"» There is no rule “sekret”. Did you mean “secret”? The entry is ignored.',
        'warning «"own"» There is no rule “own”. The entry is ignored.',
      ],
    });
  });

  test('values that nobody can understand are errors', () => {
    const text =
      '{ "preset": "strickt", "rules": { "secret": "warn", "sort-order-gap": 2, "url-needs-https": "off" } }';
    const allowed = 'it takes off, error, warning, information, hint.';
    assert.deepEqual(read(text), {
      choice: { severities: { 'url-needs-https': 'off' } },
      problems: [
        'error «"strickt"» “strickt” is no preset: there are salesforce, strict, relaxed.',
        `error «"warn"» “warn” cannot be the severity of “secret”: ${allowed}`,
        `error «2» 2 cannot be the severity of “sort-order-gap”: ${allowed}`,
      ],
    });
    assert.deepEqual(problems('{ "preset": null, "rules": ["secret"] }'), [
      'error «null» null is no preset: there are salesforce, strict, relaxed.',
      'error «["secret"]» “rules” must be an object: write it in braces.',
    ]);
    assert.match(
      problems('{ "rules": { "secret": ["error", {}] } }')[0] ?? '',
      /^error «\["error", \{\}\]» A list cannot/,
    );
    assert.match(problems('{ "preset": {} }')[0] ?? '', /^error «\{\}» An object is no preset/);
  });

  test('names of what every object has are no rules', () => {
    const text = '{ "rules": { "constructor": "off", "__proto__": "off", "toString": "off" } }';
    const { choice, problems: told } = read(text);
    assert.deepEqual(choice, { severities: {} });
    assert.equal(told.length, 3);
  });

  test('long names are shortened', () => {
    const [message = ''] = problems(`{ "${'x'.repeat(10_000)}": 1 }`);
    assert.ok(message.replace(/«.*»/, '').length < 200);
  });
});

describe('of a text that is no JSON nothing holds, and the first mistake is told', () => {
  const cases: readonly (readonly [text: string, problem: RegExp])[] = [
    ['', /^error «» The configuration is empty/],
    [' \n', /^error «» The configuration is empty/],
    ['// nothing yet\n', /^error «» .*a value is expected here/],
    ['[]', /^error «\[\]» The configuration must be an object/],
    ['"strict"', /^error «"strict"» The configuration must be an object/],
    ['{ "preset": "strict" "rules": {} }', /^error «"rules"» .*a comma is expected here\.$/],
    ['{ "preset": "strict"', /^error «.*» .*a closing bracket is missing\.$/],
    ['{ preset: "strict" }', /^error «preset» .*double quotes/],
    ["{ 'preset': 'strict' }", /^error «.*» .*double quotes/],
    ['{ "preset" "strict" }', /^error «"strict"» .*a colon is expected here\.$/],
    ['{ "preset": }', /^error «}» .*a value is expected here\.$/],
    ['{ "preset": "strict', /^error «.*» .*the closing quote is missing\.$/],
    ['{} {}', /^error «{» .*nothing may follow the closing brace\.$/],
    ['{} /* x', /^error «.*» .*the comment is not closed\.$/],
    ['{ "preset": "a\tb" }', /^error «.*» .*escape/],
    ['<callCenter/>', /^error «.*» This is no JSON/],
  ];
  for (const [text, problem] of cases) {
    test(JSON.stringify(text), () => {
      const { choice, problems: told } = read(text);
      assert.deepEqual(choice, {});
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', problem);
    });
  }

  test('a text cut anywhere never throws, and what is reported lies inside', () => {
    const text =
      '{ "$schema": "x", // c\n "preset": "strict", "rules": { "secret": "off", "own": [1, {"a": "\\u00e9"}] } }';
    for (let end = 0; end <= text.length; end++) {
      const cut = text.slice(0, end);
      for (const { at } of readConfig(cut, ruleIds).problems) assert.ok(at.start <= at.end && at.end <= end, cut);
    }
  });

  test('a hundred thousand brackets are refused in order', () => {
    assert.equal(readConfig('['.repeat(100_000), ruleIds).problems.length, 1);
    assert.equal(readConfig('{"rules":'.repeat(100_000), ruleIds).problems.length, 1);
  });
});

test('of two choices the upper one counts: its preset, and its severities one by one', () => {
  const below = { preset: 'strict', severities: { secret: 'off', 'sort-order-gap': 'hint' } } as const;
  assert.deepEqual(layered(below, {}), below);
  assert.deepEqual(layered({}, below), below);
  assert.deepEqual(layered(below, { preset: 'relaxed', severities: { secret: 'error' } }), {
    preset: 'relaxed',
    severities: { secret: 'error', 'sort-order-gap': 'hint' },
  });
});

test('where one of two choices says nothing of single rules, the severities of the other are handed on themselves', () => {
  const { severities } = { severities: { secret: 'off' } } as const;
  assert.equal(layered({ severities }, { severities: {} }).severities, severities);
  assert.equal(layered({}, { severities }).severities, severities);
  // With each key it is asked anew, also where nobody has said anything.
  assert.equal(layered({}, {}).severities, layered({}, {}).severities);
});

describe('what a configuration says about baselines', () => {
  const path = `baselines/\${name}.callcenter-baseline.json`;
  const about = (baseline: unknown) => {
    const text = JSON.stringify({ baseline });
    const { baseline: choice, problems: found } = readConfig(text, ruleIds);
    return {
      choice,
      problems: found.map(({ at, severity, message }) => `${severity} «${text.slice(at.start, at.end)}» ${message}`),
    };
  };

  test('is where they lie and what is compared with', () => {
    assert.deepEqual(readConfig('{}', ruleIds).baseline, {});
    assert.deepEqual(about({ path, compareWith: 'git:origin/main' }), {
      choice: { path, compareWith: { kind: 'git', ref: 'origin/main' } },
      problems: [],
    });
    assert.deepEqual(about({ compareWith: '../org/A.callCenter-meta.xml' }).choice, {
      compareWith: { kind: 'definition', path: '../org/A.callCenter-meta.xml' },
    });
  });

  test('holds as far as it can be understood', () => {
    assert.deepEqual(about({ path: 'all.json', compareWith: 'file' }), {
      choice: { compareWith: { kind: 'file' } },
      problems: [
        'error «"all.json"» The path of baselines must end with “.callcenter-baseline.json”, so that editors know the files.',
      ],
    });
    assert.match(about({ compareWith: 'git:-x' }).problems[0] ?? '', /^error «"git:-x"» “git:-x” is no revision/);
    assert.deepEqual(about({ path: 1, compareWit: 'file' }).problems, [
      'error «1» 1 cannot be “path”: it takes a text.',
      'warning «"compareWit"» “compareWit” means nothing here and is ignored. Did you mean “compareWith”?',
    ]);
    assert.deepEqual(about('file').problems, ['error «"file"» “baseline” must be an object: write it in braces.']);
  });
});
