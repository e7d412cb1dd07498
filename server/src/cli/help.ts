import * as l10n from '@vscode/l10n';
import { configName } from '../language/index.ts';
import { usages } from './options.ts';

/** What `--help` prints: the commands, their options, the shape of the output, the exit codes. */
export function helpText(): string {
  return l10n.t(
    `Usage: {0}

check looks for mistakes in Salesforce call center definition files; convert writes one down in the other form, as
a file for Setup or as a component of the Metadata API; dial shows what the dialing prefixes make of numbers, by which
rule, and where that is wrong; diff tells how the fields of a definition differ from those that were imported; baseline
keeps what was imported; rules lists what check looks for; explain tells about one rule: what it finds, why it matters,
how sure that is, and how to mend it.

What is checked:
  FILE                a file, whatever is in it
  FOLDER              every definition in it and below, by content, among its .xml and .callCenter files
  PATTERN             every definition among the files that fit, with * ? [] {} and ** (quote it)
  --                  what follows is a file, a folder or a pattern, whatever it begins with
In folders and for patterns, hidden folders, node_modules and what .gitignore names are left out, and symbolic
links are not followed. Each file is checked once.

Options of check:
  --format text|json  text (default): one line per finding, file:line:column severity rule-id message
                      json: one object with the findings of every file; offsets count UTF-16 code units from 0
  --fix               mend what has one right answer, write the files back, then report what is left
  --quiet             print errors only
  --max-warnings N    more warnings than N count like an error
Options of check, diff and baseline check:
  --preset NAME       salesforce (default): what each rule says; strict: one step up; relaxed: one step down or
                      silent, and only what Salesforce is known to refuse stays an error
  --rule ID=SEVERITY  off, error, warning, information or hint for one rule; may be given several times
Options of check, diff and baseline:
  --config FILE       take what a team agrees on from this file
  --no-config         take it from no file; otherwise the nearest {1} upwards from each
                      definition counts, and the options above are on top of it
Options of convert:
  --to FORM           import (what Setup imports) or metadata (what is deployed)
  --out PATH          write it there, in a folder under its usual name; otherwise it goes to standard output
  --force             replace a file that is there already
  --format text|json  text (default): the result, and on standard error a line for each thing that could not cross
                      json: one object with output, fileName and losses
Options of dial (quote numbers that hold blanks; -- ends the options):
  --outside DIGITS, --long-distance DIGITS, --international DIGITS
                      the prefixes of reqDialingOptions; one that is missing is empty
  --voice-prefix CODE reqLongDistPrefix of reqHvcc, such as +1: also show Salesforce Voice
  --definition FILE   take the prefixes from this definition; those above are on top of it
  --country CC        where the caller is, such as US; without it less is known to be wrong
  --max-warnings N    more warnings and errors than N make the exit code 1; otherwise it is 0, whatever is dialled
  --format text|json  text (default): what is dialled and why, by a dialler that works as the CTI Toolkit did, beside
                      one that dials E.164
                      json: one object with dialled, steps (rules R1 to R5) and warnings for each of numbers
Options of diff:
  --baseline WHAT     what to compare with: a baseline file, another definition of either form, git:REF for the file
                      as it was in a revision, or git:REF:PATH where it had another path there, from the root of
                      the repository or with ./ from the folder of FILE; otherwise what the team agreed on, else
                      the baseline file of the definition. What is accepted there is accepted here
  --format FORMAT     text (default): one line per change, file:line:column severity rule-id change (fingerprint)
                      json: one object with the changes; markdown: for a reviewer; sarif: SARIF 2.1.0
                      github: workflow commands, which GitHub shows at the lines of a pull request
  --fail-on LEVEL     error (default), warning, info or never: exit code 1 from which severity on
Options of baseline write, which keeps the fields as those that were imported:
  --from WHAT         take them from another definition, git:REF or git:REF:PATH; otherwise from FILE
  --date YYYY-MM-DD   when that was imported; otherwise today
  --out PATH          write it there, in a folder under its usual name; otherwise where the team agreed, else beside
  --force             put it in the place of the baseline of a call center with another internal name
Options of baseline accept, which takes fingerprints, as diff prints them, of the changes in one file:
  --all               every change that nobody has accepted, in any number of files
  --reason TEXT       why it is meant to be so
  --by NAME           who says so; otherwise the name that git has, else the system
Options of baseline accept and baseline prune, which takes out acceptances of changes that are gone:
  --baseline WHAT     as for diff
baseline check demands a baseline file, and that each change that counts as a warning at least is accepted in it.
Options of rules:
  --format text|json  text (default): one line per rule, rule-id severity tier summary
  --preset NAME       the severities under this preset
Options of all:
  --version           print the version
  --help              print this text

Lines and columns count from 1. Files must be UTF-8. Exit code: 0 no errors (warnings are allowed) and no change that
fails, 1 errors, a file that cannot be converted without loss, or changes that nobody has accepted, 2 wrong usage, a
file or revision that cannot be read or written, nothing to compare with, a folder or pattern without any definition,
or a mistake in a configuration (what it holds for is then not checked), 3 a bug of this program.`,
    Object.values(usages).join('\n       '),
    configName,
  );
}
