import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import type { RuleChoice } from '../language/index.ts';
import type { BaselineRequest } from './baseline/run.ts';
import type { ConvertOptions } from './convert.ts';
import type { DialRequest } from './dial.ts';
import type { DiffOptions } from './diff/run.ts';
import { escapeControls } from './escape.ts';
import {
  type Command,
  type ConfigPlace,
  commands,
  type Format,
  type Given,
  nothingGiven,
  type OptionName,
  options,
  take,
  usages,
} from './options.ts';

export interface CheckOptions {
  readonly format: Format;
  /** Mend what has one right answer, and write the files back. */
  readonly fix: boolean;
  /** Print errors only. What is counted stays the same. */
  readonly quiet: boolean;
  /** More warnings than these make the exit code 1. */
  readonly maxWarnings: number | undefined;
  readonly config: ConfigPlace;
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
  | { readonly kind: 'diff'; readonly options: DiffOptions }
  | { readonly kind: 'baseline'; readonly request: BaselineRequest }
  /** Nothing that can be done; `message` is one line that says why. */
  | { readonly kind: 'wrong'; readonly message: string };

/**
 * Reads the arguments behind `node cli.js`. Never throws: what cannot be understood is a request of its own.
 * @param ruleIds the rules there are
 */
export function readArguments(args: readonly string[], ruleIds: readonly string[]): Request {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const given = nothingGiven();
  const used: { readonly name: OptionName; readonly written: string }[] = [];
  const positionals = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const words = positionals[0] === 'baseline' ? 2 : 1;
  const name = positionals.slice(0, words).join(' ');
  const command = commands.find((candidate) => candidate === name);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { rawName: written, value } = token;
    if (!isOption(token.name)) return wrong(l10n.t('There is no option {0}.', written), command);
    if (options[token.name].type === 'boolean' && value !== undefined)
      return wrong(l10n.t('{0} takes no value.', written), command);
    if (token.name === 'help' || token.name === 'version') return { kind: token.name };
    const reason = take(given, token.name, written, value, command, ruleIds);
    if (reason !== undefined) return wrong(reason, command);
    used.push({ name: token.name, written });
  }
  if (positionals.length === 0) return wrong(l10n.t('Nothing to do.'), command);
  if (name === 'baseline')
    return wrong(l10n.t('What is to be done with the baseline: write, check, accept or prune?'), 'baseline write');
  if (command === undefined)
    return wrong(l10n.t('There is no command “{0}”; there are {1}.', name, commands.join(', ')), command);
  const strange = used.find((option) => !options[option.name].of.some((owner) => owner === command));
  if (strange) return wrong(l10n.t('{0} does not go with {1}.', strange.written, command), command);
  return requestOf(command, positionals.slice(words), given);
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

function requestOf(command: Command, names: readonly string[], given: Given): Request {
  const { fix, quiet, maxWarnings, config, choice, to, out, force, baseline, failOn } = given;
  const format: Format = given.format === 'json' ? 'json' : 'text';
  const [first, second] = names;
  const noFile = wrong(l10n.t('No file is named.'), command);
  switch (command) {
    case 'convert':
      if (first === undefined || first === '') return noFile;
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
      if (first === undefined) return noFile;
      if (names.includes('-'))
        return wrong(
          l10n.t('“-” (standard input) is not supported: name a file; a file of that name is “./-”.'),
          command,
        );
      if (names.includes('')) return wrong(l10n.t('A file name is empty.'), command);
      return { kind: 'check', options: { format, fix, quiet, maxWarnings, config, choice, targets: names } };
    case 'diff':
      if (first === undefined || first === '') return noFile;
      if (second !== undefined) return wrong(l10n.t('It compares one file at a time.'), command);
      return { kind: 'diff', options: { file: first, baseline, format: given.format, failOn, config, choice } };
    case 'baseline write':
    case 'baseline check':
    case 'baseline prune':
    case 'baseline accept':
      if (first === undefined) return noFile;
      if (names.includes('')) return wrong(l10n.t('A file name is empty.'), command);
      return baselineRequest(command, names, given);
  }
}

/** @param names at least one */
function baselineRequest(
  command: Extract<Command, `baseline ${string}`>,
  names: readonly string[],
  { out, from, date, force, baseline, reason, by, all, config, choice }: Given,
): Request {
  switch (command) {
    case 'baseline write':
      if (out !== undefined && names.length > 1) return wrong(l10n.t('--out goes with one file.'), command);
      return { kind: 'baseline', request: { action: 'write', files: names, config, choice, out, from, date, force } };
    case 'baseline check':
      return { kind: 'baseline', request: { action: 'check', files: names, config, choice } };
    case 'baseline prune':
      return { kind: 'baseline', request: { action: 'prune', files: names, config, choice, baseline } };
    case 'baseline accept': {
      const fingerprints = names.filter((name) => fingerprint.test(name));
      const files = names.filter((name) => !fingerprint.test(name));
      if (files.length === 0) return wrong(l10n.t('No file is named.'), command);
      if (reason === undefined) return wrong(l10n.t('--reason is missing: others will ask why.'), command);
      if (all === fingerprints.length > 0)
        return wrong(l10n.t('Name the fingerprints of the changes, as diff prints them, or --all.'), command);
      if (!all && files.length > 1) return wrong(l10n.t('Fingerprints go with one file.'), command);
      const chosen = all ? undefined : fingerprints;
      return {
        kind: 'baseline',
        request: { action: 'accept', files, config, choice, baseline, reason, by, fingerprints: chosen },
      };
    }
  }
}

/** A file of such a name is written `./0123456789ab`. */
const fingerprint = /^[0-9a-f]{12}$/;

function wrong(reason: string, command: Command | undefined): Request {
  const usage = usages[command ?? 'check'];
  return { kind: 'wrong', message: escapeControls(l10n.t('{0} Usage: {1}', reason, usage)) };
}
