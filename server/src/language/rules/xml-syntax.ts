import * as l10n from '@vscode/l10n';
import { sources } from '../catalog/sources.ts';
import { problemsOf, verdictOf } from '../model/read.ts';
import { trimmedEnd, type XmlProblem } from '../xml/problems.ts';
import { defineRule } from './define-rule.ts';
import { syntaxFixes } from './syntax/fixes.ts';
import { syntaxMessage } from './syntax/messages.ts';

export const xmlSyntax = defineRule<XmlProblem>({
  id: 'xml-syntax',
  severity: 'error',
  tier: 'refused',
  forms: ['import', 'metadata', 'invented'],
  onBrokenText: 'always',
  summary: 'The file is not well-formed XML, so Salesforce refuses it before it looks at anything else.',
  docs: `## What it finds
Whatever makes the text ill-formed XML: a raw \`&\` or \`<\`, \`--\` in a comment, an attribute twice or without quotes, a missing or wrong closing tag, text before the XML declaration, a second outermost element, and the like.

## Why it matters
Setup and the Metadata API reject such a file as a whole, often with a message that names only a line.

## How to fix it
Each message says what is expected. Fix All mends what has one right answer.`,
  sources: [sources.XML10, sources.VOX],
  examples: {
    bad: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">?x=1«&»y=2</item>\n  </section>\n</callCenter>\n',
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">https://«<»your domain>/x</item>\n  </section>\n</callCenter>\n',
      '<callCenter>\n  <!-- run with «--»check -->\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
      '<callCenter>\n  <section sortOrder=«0» name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <«item» sortOrder="0" name="a" label="A">1\n  </section>\n</callCenter>\n',
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1«</itm>»\n  </section>\n</callCenter>\n',
      '<!-- made by hand -->\n«<?xml version="1.0" encoding="UTF-8"?>»\n<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">1</item>\n  </section>\n</callCenter>\n',
    ],
    good: [
      '<callCenter>\n  <section sortOrder="0" name="s" label="S">\n    <item sortOrder="0" name="a" label="A">?x=1&amp;y=2</item>\n  </section>\n</callCenter>\n',
    ],
  },
  check({ source }, report) {
    const verdict = verdictOf(source);
    // Behind a DOCTYPE there is no verdict, and what the tree finds there may be declared in it.
    if (verdict.kind !== 'ill-formed') return;
    const problems = problemsOf(source);
    for (const problem of problems) {
      // An unfinished tag reaches to the next one; nothing is wrong with the indentation of that.
      const { start, end } = problem.span;
      const visible = trimmedEnd(source.text, problem.span);
      const at = { start, end: visible > start ? visible : end };
      report({ at, message: syntaxMessage(problem, source.text), data: problem });
    }
    if (problems.length > 0) return;
    const at = { start: verdict.at, end: Math.min(source.text.length, verdict.at + 1) };
    report({ at, message: l10n.t('The file is not well-formed XML here: {0}', verdict.message) });
  },
  fix(problem, { source, definition }) {
    return problem.data ? syntaxFixes(problem.data, source, definition.tree) : [];
  },
});
