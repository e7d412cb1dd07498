import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { escapeControls } from '../../../server/src/cli/escape.ts';
import { jsonOf } from '../../../server/src/cli/print-json.ts';
import { summaryLine, textOf, troubleLine } from '../../../server/src/cli/print-text.ts';
import type { FileReport, ReportedFinding } from '../../../server/src/cli/report.ts';

const finding: ReportedFinding = {
  rule: 'invalid-boolean',
  severity: 'error',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  offset: 40,
  endOffset: 44,
  message: '“TRUE” is wrong.',
};

function report(changes: Partial<FileReport> = {}): FileReport {
  return {
    path: 'a.xml',
    form: 'import',
    flavour: 'openCti',
    findings: [finding],
    notListed: 0,
    errors: 1,
    warnings: 0,
    fixed: false,
    ...changes,
  };
}

describe('text', () => {
  test('is one line per finding: file, place, severity, rule, message', () => {
    const second = { ...finding, line: 4, column: 1, severity: 'warning', rule: 'sort-order-gap', message: 'A gap.' };
    assert.equal(
      textOf(report({ findings: [finding, second as ReportedFinding] }), false),
      'a.xml:3:5 error invalid-boolean “TRUE” is wrong.\na.xml:4:1 warning sort-order-gap A gap.\n',
    );
  });

  test('is the errors only where that is wished, in JSON too', () => {
    const warning: ReportedFinding = { ...finding, severity: 'warning', rule: 'secret' };
    const both = report({ findings: [warning, finding] });
    assert.equal(textOf(both, true), 'a.xml:3:5 error invalid-boolean “TRUE” is wrong.\n');
    assert.deepEqual(JSON.parse(jsonOf([both], true)).files[0].findings, [finding]);
  });

  test('is nothing for a file without findings', () => assert.equal(textOf(report({ findings: [] }), false), ''));

  test('says how many findings are not listed', () => {
    assert.match(textOf(report({ notListed: 214 }), false), /\na\.xml: at least 214 more findings are not listed\.\n$/);
  });

  test('shows control characters instead of sending them to the terminal', () => {
    const text = textOf(
      report({
        path: 'a\u001b[2J\n.xml',
        findings: [{ ...finding, message: 'x\u001b]0;y\u0007\u009b1m\u202e\r\n\tz' }],
      }),
      false,
    );
    assert.equal(text, 'a\\u{1b}[2J\\n.xml:3:5 error invalid-boolean x\\u{1b}]0;y\\u{7}\\u{9b}1m\\u{202e}\\r\\n\\tz\n');
  });

  test('names a file and its trouble in one line', () => {
    assert.equal(troubleLine('a\nb.xml', 'there is no such file'), 'a\\nb.xml: there is no such file\n');
  });

  test('sums up', () => {
    const clean = report({ findings: [], errors: 0 });
    assert.equal(summaryLine([clean], 0), '0 errors, 0 warnings in 1 file\n');
    const many = [report({ errors: 2, warnings: 1 }), report({ errors: 1, warnings: 1 }), clean, clean, clean];
    assert.equal(summaryLine(many, 0), '3 errors, 2 warnings in 5 files\n');
    assert.equal(summaryLine([report({ warnings: 1 })], 2), '1 error, 1 warning in 1 file; 2 files not read\n');
    assert.equal(
      summaryLine([report({ fixed: true }), clean], 1),
      '1 error, 0 warnings in 2 files; 1 file changed; 1 file not read\n',
    );
  });

  test('leaves everything else as it is', () => {
    const text = 'é ☎ 😀 \u00a0 \\ " <a>';
    assert.equal(escapeControls(text), text);
  });
});

describe('JSON', () => {
  test('has the documented shape, and nothing else', () => {
    assert.deepEqual(
      JSON.parse(jsonOf([report(), report({ path: 'b', form: 'none', flavour: null, findings: [] })], false)),
      {
        files: [
          { path: 'a.xml', form: 'import', flavour: 'openCti', findings: [{ ...finding }] },
          { path: 'b', form: 'none', flavour: null, findings: [] },
        ],
      },
    );
  });

  test('has the number of findings that are not listed, when there are any', () => {
    assert.equal(JSON.parse(jsonOf([report({ notListed: 3 })], false)).files[0].notListed, 3);
  });

  test('is ended by a line break and holds no control character that a terminal obeys', () => {
    const message = '\u001b[31m\u009b1m\u007f\u2028\u202e';
    const json = jsonOf([report({ findings: [{ ...finding, message }] })], false);
    assert.match(json, /\n$/);
    assert.doesNotMatch(json, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
    assert.equal(JSON.parse(json).files[0].findings[0].message, message);
  });
});
