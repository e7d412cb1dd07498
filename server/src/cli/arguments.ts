import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import {
  layered,
  levels,
  presets,
  type RuleChoice,
  type TargetForm,
  unknownLevel,
  unknownRule,
} from '../language/index.ts';
import type { ConvertOptions } from './convert.ts';
import type { DialRequest } from './dial.ts';
import { type GivenDial, takeDialOption } from './dial-arguments.ts';
import { escapeControls } from './escape.ts';

export type Format = 'text' | 'json';

export interface CheckOptions {
  readonly format: Format;
  /** Mend what has one right answer, and write the files back. */
  readonly fix: boolean;
  /** Print errors only. What is counted stays the same. */
  readonly quiet: boolean;
  /** More warnings than these make the exit code 1. */
  readonly maxWarnings: number | undefined;
  /** Where it stands what holds: the nearest file of each definition, one file for all, or nowhere. */
  readonly config: 'nearest' | 'none' | { readonly file: string };
  /** What holds on top of that. */
  readonly choice: RuleChoice;
  /** Files, folders and patterns as given, in the order given; at least one. */
  readonly targets: readonly string[];
}

/** What a command line asks for. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'rules'; readonly format: Format; readonly choice: RuleChoice }
  | { readonly kind: 'explain'; readonly rule: string }
  | { readonly kind: 'convert'; readonly options: ConvertOptions }
  | { readonly kind: 'dial'; readonly options: DialRequest }
  /** Nothing that can be done; `message` is one line that says why. */
  | { readonly kind: 'wrong'; readonly message: string };

const commands = ['check', 'convert', 'dial', 'rules', 'explain'] as const;
type Command = (typeof commands)[number];

/** The commands that an option belongs to. `help` and `version` end every command. */
const options = {
  format: { type: 'string', of: ['check', 'convert', 'dial', 'rules'] },
  to: { type: 'string', of: ['convert'] },
  out: { type: 'string', of: ['convert'] },
  force: { type: 'boolean', of: ['convert'] },
  fix: { type: 'boolean', of: ['check'] },
  quiet: { type: 'boolean', of: ['check'] },
  'max-warnings': { type: 'string', of: ['check', 'dial'] },
  config: { type: 'string', of: ['check'] },
  'no-config': { type: 'boolean', of: ['check'] },
  preset: { type: 'string', of: ['check', 'rules'] },
  rule: { type: 'string', of: ['check'] },
  outside: { type: 'string', of: ['dial'] },
  'long-distance': { type: 'string', of: ['dial'] },
  international: { type: 'string', of: ['dial'] },
  'voice-prefix': { type: 'string', of: ['dial'] },
  country: { type: 'string', of: ['dial'] },
  definition: { type: 'string', of: ['dial'] },
  help: { type: 'boolean', short: 'h', of: commands },
  version: { type: 'boolean', of: commands },
} as const satisfies Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string; readonly of: readonly Command[] }>
>;
type OptionName = keyof typeof options;

/** The command lines there are, one for each command. */
export const usages: Readonly<Record<Command, string>> = {
  check: 'node dist/cli.js check [OPTION...] FILE|FOLDER|PATTERN...',
  convert: 'node dist/cli.js convert --to import|metadata [OPTION...] FILE',
  dial: 'node dist/cli.js dial [OPTION...] NUMBER...',
  rules: 'node dist/cli.js rules [OPTION...]',
  explain: 'node dist/cli.js explain RULE',
};

/** What was given for the options, the last one counting. */
interface Given {
  format: Format;
  to: TargetForm | undefined;
  out: string | undefined;
  force: boolean;
  fix: boolean;
  quiet: boolean;
  maxWarnings: number | undefined;
  config: CheckOptions['config'];
  choice: RuleChoice;
  dial: GivenDial;
}

/**
 * Reads the arguments behind `node cli.js`. Never throws: what cannot be understood is a request of its own.
 * @param ruleIds the rules there are
 */
export function readArguments(args: readonly string[], ruleIds: readonly string[]): Request {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const given: Given = {
    format: 'text',
    fix: false,
    quiet: false,
    maxWarnings: undefined,
    config: 'nearest',
    choice: {},
    to: undefined,
    out: undefined,
    force: false,
    dial: {},
  };
  const used: { readonly name: OptionName; readonly written: string }[] = [];
  const [name, ...rest] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const command = commands.find((candidate) => candidate === name);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { rawName: written, value } = token;
    if (!isOption(token.name)) return wrong(l10n.t('There is no option {0}.', written), command);
    if (options[token.name].type === 'boolean' && value !== undefined)
      return wrong(l10n.t('{0} takes no value.', written), command);
    if (token.name === 'help' || token.name === 'version') return { kind: token.name };
    const reason = take(given, token.name, written, value, ruleIds);
    if (reason !== undefined) return wrong(reason, command);
    used.push({ name: token.name, written });
  }
  if (name === undefined) return wrong(l10n.t('Nothing to do.'), command);
  if (command === undefined)
    return wrong(l10n.t('There is no command “{0}”; there are {1}.', name, commands.join(', ')), command);
  const strange = used.find((option) => !options[option.name].of.some((owner) => owner === command));
  if (strange) return wrong(l10n.t('{0} does not go with {1}.', strange.written, command), command);
  return requestOf(command, rest, given);
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

/** Notes one option. Returns what is wrong with its value, or undefined. */
function take(
  given: Given,
  name: OptionName,
  written: string,
  value: string | undefined,
  ruleIds: readonly string[],
): string | undefined {
  switch (name) {
    case 'format':
      if (value !== 'text' && value !== 'json') return l10n.t('{0} takes text or json.', written);
      given.format = value;
      return undefined;
    case 'to':
      if (value !== 'import' && value !== 'metadata') return l10n.t('{0} takes import or metadata.', written);
      given.to = value;
      return undefined;
    case 'out':
      if (!value) return l10n.t('{0} takes the name of a file or folder.', written);
      given.out = value;
      return undefined;
    case 'force':
      given.force = true;
      return undefined;
    case 'max-warnings':
      if (!/^\d{1,9}$/.test(value ?? '')) return l10n.t('{0} takes a number, 0 or more.', written);
      given.maxWarnings = Number(value);
      return undefined;
    case 'config':
      if (!value) return l10n.t('{0} takes the name of a file.', written);
      given.config = { file: value };
      return undefined;
    case 'no-config':
      given.config = 'none';
      return undefined;
    case 'preset': {
      const preset = presets.find((known) => known === value);
      if (!preset) return l10n.t('{0} takes {1}.', written, presets.join(', '));
      given.choice = layered(given.choice, { preset });
      return undefined;
    }
    case 'rule':
      return takeRule(given, written, value ?? '', ruleIds);
    case 'outside':
    case 'long-distance':
    case 'international':
    case 'voice-prefix':
    case 'country':
    case 'definition': {
      const taken = takeDialOption(given.dial, name, written, value);
      if (typeof taken === 'string') return taken;
      given.dial = taken;
      return undefined;
    }
    case 'fix':
      given.fix = true;
      return undefined;
    case 'quiet':
      given.quiet = true;
      return undefined;
    case 'help':
    case 'version':
      return undefined;
  }
}

function takeRule(given: Given, written: string, value: string, ruleIds: readonly string[]): string | undefined {
  const [, id, wanted] = /^([^=]+)=(.*)$/s.exec(value) ?? [];
  if (id === undefined) return l10n.t('{0} takes ID=SEVERITY, such as secret=error.', written);
  if (!ruleIds.includes(id)) return unknownRule(id, ruleIds);
  const level = levels.find((known) => known === wanted);
  if (!level) return unknownLevel(id, wanted);
  given.choice = layered(given.choice, { severities: { [id]: level } });
  return undefined;
}

function requestOf(command: Command, names: readonly string[], given: Given): Request {
  const { format, fix, quiet, maxWarnings, config, choice, to, out, force } = given;
  const [first, second] = names;
  switch (command) {
    case 'convert':
      if (first === undefined || first === '') return wrong(l10n.t('No file is named.'), command);
      if (second !== undefined) return wrong(l10n.t('It converts one file at a time.'), command);
      if (to === undefined) return wrong(l10n.t('--to import or --to metadata is missing.'), command);
      return { kind: 'convert', options: { format, to, out, force, file: first } };
    case 'dial':
      if (first === undefined) return wrong(l10n.t('No number is named.'), command);
      return { kind: 'dial', options: { ...given.dial, format, maxWarnings, numbers: names } };
    case 'rules':
      if (first !== undefined) return wrong(l10n.t('It takes no file: it lists all rules.'), command);
      return { kind: 'rules', format, choice };
    case 'explain':
      if (first === undefined) return wrong(l10n.t('No rule is named.'), command);
      if (second !== undefined) return wrong(l10n.t('It explains one rule at a time.'), command);
      return { kind: 'explain', rule: first };
    case 'check':
      if (first === undefined) return wrong(l10n.t('No file is named.'), command);
      if (names.includes('-'))
        return wrong(
          l10n.t('“-” (standard input) is not supported: name a file; a file of that name is “./-”.'),
          command,
        );
      if (names.includes('')) return wrong(l10n.t('A file name is empty.'), command);
      return { kind: 'check', options: { format, fix, quiet, maxWarnings, config, choice, targets: names } };
  }
}

function wrong(reason: string, command: Command | undefined): Request {
  const usage = usages[command ?? 'check'];
  return { kind: 'wrong', message: escapeControls(l10n.t('{0} Usage: {1}', reason, usage)) };
}
