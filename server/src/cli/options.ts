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
import { type GivenDial, takeDialOption } from './dial-arguments.ts';

export type Format = 'text' | 'json';

/** How `diff` prints changes. */
export const diffFormats = ['text', 'json', 'markdown', 'sarif', 'github'] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** The least severity that makes `diff` fail. */
export const failLevels = ['error', 'warning', 'info', 'never'] as const;
export type FailOn = (typeof failLevels)[number];

/** Where it stands what a team agreed on: the nearest file of each definition, one file for all, or nowhere. */
export type ConfigPlace = 'nearest' | 'none' | { readonly file: string };

export const commands = [
  'check',
  'convert',
  'dial',
  'diff',
  'baseline write',
  'baseline check',
  'baseline accept',
  'baseline prune',
  'rules',
  'explain',
] as const;
export type Command = (typeof commands)[number];

const onBaselines = ['baseline write', 'baseline check', 'baseline accept', 'baseline prune'] as const;

/** The commands that an option belongs to. `help` and `version` end every command. */
export const options = {
  format: { type: 'string', of: ['check', 'convert', 'dial', 'diff', 'rules'] },
  to: { type: 'string', of: ['convert'] },
  out: { type: 'string', of: ['convert', 'baseline write'] },
  force: { type: 'boolean', of: ['convert', 'baseline write'] },
  baseline: { type: 'string', of: ['diff', 'baseline accept', 'baseline prune'] },
  'fail-on': { type: 'string', of: ['diff'] },
  from: { type: 'string', of: ['baseline write'] },
  date: { type: 'string', of: ['baseline write'] },
  reason: { type: 'string', of: ['baseline accept'] },
  by: { type: 'string', of: ['baseline accept'] },
  all: { type: 'boolean', of: ['baseline accept'] },
  fix: { type: 'boolean', of: ['check'] },
  quiet: { type: 'boolean', of: ['check'] },
  'max-warnings': { type: 'string', of: ['check', 'dial'] },
  config: { type: 'string', of: ['check', 'diff', ...onBaselines] },
  'no-config': { type: 'boolean', of: ['check', 'diff', ...onBaselines] },
  preset: { type: 'string', of: ['check', 'diff', 'baseline check', 'rules'] },
  rule: { type: 'string', of: ['check', 'diff', 'baseline check'] },
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
export type OptionName = keyof typeof options;

/** The command lines there are, one for each command. */
export const usages: Readonly<Record<Command, string>> = {
  check: 'node dist/cli.js check [OPTION...] FILE|FOLDER|PATTERN...',
  convert: 'node dist/cli.js convert --to import|metadata [OPTION...] FILE',
  dial: 'node dist/cli.js dial [OPTION...] NUMBER...',
  diff: 'node dist/cli.js diff [OPTION...] FILE',
  'baseline write': 'node dist/cli.js baseline write [OPTION...] FILE...',
  'baseline check': 'node dist/cli.js baseline check [OPTION...] FILE...',
  'baseline accept': 'node dist/cli.js baseline accept --reason TEXT [OPTION...] FILE FINGERPRINT...|--all',
  'baseline prune': 'node dist/cli.js baseline prune [OPTION...] FILE...',
  rules: 'node dist/cli.js rules [OPTION...]',
  explain: 'node dist/cli.js explain RULE',
};

/** What was given for the options, the last one counting. */
export interface Given {
  format: DiffFormat;
  to: TargetForm | undefined;
  out: string | undefined;
  force: boolean;
  baseline: string | undefined;
  failOn: FailOn;
  from: string | undefined;
  date: string | undefined;
  reason: string | undefined;
  by: string | undefined;
  all: boolean;
  fix: boolean;
  quiet: boolean;
  maxWarnings: number | undefined;
  config: ConfigPlace;
  choice: RuleChoice;
  dial: GivenDial;
}

export function nothingGiven(): Given {
  return {
    format: 'text',
    to: undefined,
    out: undefined,
    force: false,
    baseline: undefined,
    failOn: 'error',
    from: undefined,
    date: undefined,
    reason: undefined,
    by: undefined,
    all: false,
    fix: false,
    quiet: false,
    maxWarnings: undefined,
    config: 'nearest',
    choice: {},
    dial: {},
  };
}

/** Notes one option. Returns what is wrong with its value, or undefined. */
export function take(
  given: Given,
  name: OptionName,
  written: string,
  value: string | undefined,
  command: Command | undefined,
  ruleIds: readonly string[],
): string | undefined {
  switch (name) {
    case 'format': {
      const known = command === 'diff' ? diffFormats : (['text', 'json'] as const);
      const format = known.find((candidate) => candidate === value);
      if (!format) return l10n.t('{0} takes {1}.', written, known.join(', '));
      given.format = format;
      return undefined;
    }
    case 'to':
      if (value !== 'import' && value !== 'metadata') return l10n.t('{0} takes import or metadata.', written);
      given.to = value;
      return undefined;
    case 'out':
      if (!value) return l10n.t('{0} takes the name of a file or folder.', written);
      given.out = value;
      return undefined;
    case 'baseline':
    case 'from':
      if (!value) return l10n.t('{0} takes the name of a file, or git: and a revision.', written);
      given[name] = value;
      return undefined;
    case 'fail-on': {
      const level = failLevels.find((candidate) => candidate === value);
      if (!level) return l10n.t('{0} takes {1}.', written, failLevels.join(', '));
      given.failOn = level;
      return undefined;
    }
    case 'date':
      if (!/^\d{4}-\d\d-\d\d$/.test(value ?? '')) return l10n.t('{0} takes a date such as 2026-11-20.', written);
      given.date = value;
      return undefined;
    case 'reason':
    case 'by':
      if (!value?.trim()) return l10n.t('{0} takes words.', written);
      given[name] = value;
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
    case 'all':
    case 'fix':
    case 'force':
    case 'quiet':
      given[name] = true;
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
