import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { escapeControls } from './escape.ts';

export type Format = 'text' | 'json';

export interface CheckOptions {
  readonly format: Format;
  /** Mend what has one right answer, and write the files back. */
  readonly fix: boolean;
  /** As given, in the order given; at least one. */
  readonly files: readonly string[];
}

/** What a command line asks for. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'check'; readonly options: CheckOptions }
  /** Nothing that can be done; `message` is one line that says why. */
  | { readonly kind: 'wrong'; readonly message: string };

export const usage = 'node dist/cli.js check [--format text|json] [--fix] FILE...';

/** What `--help` prints: the options, the shape of the output, the exit codes. */
export function helpText(): string {
  return l10n.t(
    `Usage: {0}

Checks Salesforce call center definition files.

  --format text|json  text (default): one line per finding, file:line:column severity rule-id message
                      json: one object with the findings of every file; offsets count UTF-16 code units from 0
  --fix               mend what has one right answer, write the files back, then report what is left
  --version           print the version
  --help              print this text
  --                  what follows is a file, whatever it begins with

Lines and columns count from 1. Files must be UTF-8. Exit code: 0 no errors (warnings are allowed), 1 errors,
2 wrong usage, or a file that cannot be read or written.`,
    usage,
  );
}

/** Reads the arguments behind `node cli.js`. Never throws: what cannot be understood is a request of its own. */
export function readArguments(args: readonly string[]): Request {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string' },
      fix: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  let format: Format = 'text';
  let fix = false;
  const names: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      names.push(token.value);
    } else if (token.kind === 'option') {
      const { name, rawName, value } = token;
      if (name === 'format') {
        if (value !== 'text' && value !== 'json') return wrong(l10n.t('{0} takes text or json.', rawName));
        format = value;
      } else if (name !== 'fix' && name !== 'help' && name !== 'version') {
        return wrong(l10n.t('There is no option {0}.', rawName));
      } else if (value !== undefined) {
        return wrong(l10n.t('{0} takes no value.', rawName));
      } else if (name === 'fix') {
        fix = true;
      } else {
        return { kind: name };
      }
    }
  }
  return checkRequest(names, format, fix);
}

function checkRequest([command, ...files]: readonly string[], format: Format, fix: boolean): Request {
  if (command === undefined) return wrong(l10n.t('Nothing to do.'));
  if (command !== 'check') return wrong(l10n.t('There is no command “{0}”; the only one is check.', command));
  if (files.length === 0) return wrong(l10n.t('No file is named.'));
  if (files.includes('-'))
    return wrong(l10n.t('“-” (standard input) is not supported: name a file; a file of that name is “./-”.'));
  if (files.includes('')) return wrong(l10n.t('A file name is empty.'));
  return { kind: 'check', options: { format, fix, files } };
}

function wrong(reason: string): Request {
  return { kind: 'wrong', message: escapeControls(l10n.t('{0} Usage: {1}', reason, usage)) };
}
