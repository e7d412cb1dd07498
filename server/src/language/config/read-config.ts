import * as l10n from '@vscode/l10n';
import { type Node, type ParseError, parseTree } from 'jsonc-parser/lib/esm/main.js';
import { type BaselineSource, baselinePathTrouble, parseBaselineSource } from '../baseline/baseline-file.ts';
import { syntaxWords } from '../json/syntax-words.ts';
import { type Level, levels, type Preset, presets, type RuleChoice } from '../rules/presets.ts';
import { nearest } from '../text/near.ts';
import type { Span } from '../text/span.ts';
import { quoted, shortened, unknownLevel, unknownRule } from './rule-choice.ts';

/** Something wrong with a configuration. */
export interface ConfigProblem {
  /** In the text of the file. */
  readonly at: Span;
  /** What is wrong, and what is allowed. Already translated. */
  readonly message: string;
  /** An `error` leaves it open what was meant; a `warning` does not: a rule of a newer version, a key of somebody else. */
  readonly severity: 'error' | 'warning';
}

/** What a configuration says, as far as it can be understood, and what is wrong with it. */
export interface Config {
  readonly choice: RuleChoice;
  readonly baseline: BaselineChoice;
  /** In the order of the text. */
  readonly problems: readonly ConfigProblem[];
}

/** Where the baselines of definitions lie, and what definitions are compared with. What is undefined is not said. */
export interface BaselineChoice {
  /** A pattern as `baselineUri` takes it. */
  readonly path?: string;
  readonly compareWith?: BaselineSource;
}

const keys = ['$schema', 'preset', 'rules', 'baseline'] as const;
const baselineKeys = ['path', 'compareWith'] as const;

/**
 * Reads a configuration: JSON with comments, `{ "preset": "strict", "rules": { "secret": "error" } }`, every key
 * optional. Never throws. Of a text that is no JSON nothing is taken, since nobody knows where it went wrong; of any
 * other, all but what is wrong.
 */
export function readConfig(text: string, ruleIds: readonly string[]): Config {
  const tree = parse(text);
  if ('message' in tree) return { choice: {}, baseline: {}, problems: [tree] };
  const problems: ConfigProblem[] = [];
  const tell = (node: Node, severity: ConfigProblem['severity'], message: string): void => {
    problems.push({ at: { start: node.offset, end: node.offset + node.length }, severity, message });
  };
  let preset: Preset | undefined;
  let severities: Readonly<Record<string, Level>> | undefined;
  let baseline: BaselineChoice = {};
  for (const { key, keyNode, node } of entries(tree, tell, l10n.t('The configuration'))) {
    if (key === 'preset') preset = readPreset(node, tell);
    else if (key === 'rules') severities = readRules(node, ruleIds, tell);
    else if (key === 'baseline') baseline = readBaselineChoice(node, tell);
    else if (key !== '$schema') tell(keyNode, 'warning', unknownKey(key, keys));
  }
  return { choice: { ...(preset && { preset }), ...(severities && { severities }) }, baseline, problems };
}

/** Problems of one configuration that people are told. */
const mostProblems = 10;

/** Of more problems than anybody reads the first ones, and before them those without which nothing holds. */
export function foremost(problems: readonly ConfigProblem[]): {
  readonly told: readonly ConfigProblem[];
  /** A sentence about the others, where there are any. */
  readonly more: string | undefined;
} {
  if (problems.length <= mostProblems) return { told: problems, more: undefined };
  const errors = problems.filter(({ severity }) => severity === 'error');
  const told = [...new Set([...errors, ...problems])].slice(0, mostProblems);
  return { told, more: l10n.t('{0} more problems are not listed.', problems.length - mostProblems) };
}

/** The tree of a text, or what is wrong with it first of all. */
function parse(text: string): Node | ConfigProblem {
  const errors: ParseError[] = [];
  try {
    // A byte order mark is no JSON, but editors of Windows write one.
    const tree = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
    return tree && errors.length === 0 ? tree : syntaxProblem(text, errors[0]);
  } catch (error) {
    // The parser goes down with the text, as deep as the stack allows.
    if (!(error instanceof RangeError)) throw error;
    return { at: { start: 0, end: 0 }, severity: 'error', message: l10n.t('The configuration is nested too deeply.') };
  }
}

type Tell = (node: Node, severity: ConfigProblem['severity'], message: string) => void;

interface Entry {
  readonly key: string;
  readonly keyNode: Node;
  readonly node: Node;
}

/** The entries of an object; of two with the same key the last one, as JSON has it. */
function entries(node: Node, tell: Tell, what: string): readonly Entry[] {
  if (node.type !== 'object') {
    tell(node, 'error', l10n.t('{0} must be an object: write it in braces.', what));
    return [];
  }
  const found = new Map<string, Entry>();
  for (const { children: [keyNode, value] = [] } of node.children ?? []) {
    if (!keyNode || !value) continue;
    const key = String(keyNode.value);
    if (found.has(key))
      tell(keyNode, 'warning', l10n.t('“{0}” stands here twice; the last one counts.', shortened(key)));
    found.set(key, { key, keyNode, node: value });
  }
  return [...found.values()];
}

function readPreset(node: Node, tell: Tell): Preset | undefined {
  const preset = presets.find((name) => name === node.value);
  if (preset === undefined) {
    tell(node, 'error', l10n.t('{0} is no preset: there are {1}.', quoted(plainOf(node)), presets.join(', ')));
  }
  return preset;
}

function readRules(node: Node, ruleIds: readonly string[], tell: Tell): Readonly<Record<string, Level>> {
  const read: [string, Level][] = [];
  for (const { key, keyNode, node: value } of entries(node, tell, '“rules”')) {
    const level = levels.find((name) => name === value.value);
    if (!ruleIds.includes(key)) {
      tell(keyNode, 'warning', `${unknownRule(key, ruleIds)} ${l10n.t('The entry is ignored.')}`);
    } else if (level === undefined) tell(value, 'error', unknownLevel(key, plainOf(value)));
    else read.push([key, level]);
  }
  return Object.fromEntries(read);
}

function readBaselineChoice(node: Node, tell: Tell): BaselineChoice {
  let choice: BaselineChoice = {};
  for (const { key, keyNode, node: value } of entries(node, tell, '“baseline”')) {
    const text: unknown = value.value;
    if (key !== 'path' && key !== 'compareWith') tell(keyNode, 'warning', unknownKey(key, baselineKeys));
    else if (typeof text !== 'string') {
      tell(value, 'error', l10n.t('{0} cannot be “{1}”: it takes a text.', quoted(plainOf(value)), key));
    } else if (key === 'path') {
      const trouble = baselinePathTrouble(text);
      if (trouble === undefined) choice = { ...choice, path: text };
      else tell(value, 'error', trouble);
    } else {
      const source = parseBaselineSource(text);
      if (source.kind === 'trouble') tell(value, 'error', source.message);
      else choice = { ...choice, compareWith: source };
    }
  }
  return choice;
}

/** A value as far as messages show it. */
function plainOf({ type, value }: Node): unknown {
  return type === 'array' ? [] : type === 'object' ? {} : value;
}

function unknownKey(key: string, allowed: readonly string[]): string {
  const meant = nearest(key, allowed);
  return meant === undefined
    ? l10n.t('“{0}” means nothing here and is ignored; there are {1}.', shortened(key), allowed.join(', '))
    : l10n.t('“{0}” means nothing here and is ignored. Did you mean “{1}”?', shortened(key), meant);
}

function syntaxProblem(text: string, error: ParseError | undefined): ConfigProblem {
  if (!error || text.trim() === '') {
    return {
      at: { start: 0, end: 0 },
      severity: 'error',
      message: l10n.t('The configuration is empty; without anything to say it is “{}”.'),
    };
  }
  const start = Math.min(error.offset, text.length);
  return {
    at: { start, end: Math.min(start + error.length, text.length) },
    severity: 'error',
    message: l10n.t('This is no JSON, so nothing of the configuration holds: {0}.', syntaxWords(error)),
  };
}
