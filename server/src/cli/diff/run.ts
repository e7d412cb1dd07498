import type { LanguageService } from '../../language/index.ts';
import { compared } from '../compared.ts';
import { type ConfigOptions, createChoices } from '../configs.ts';
import { escapeControls } from '../escape.ts';
import { FileTrouble, uriOf } from '../files.ts';
import type { DiffFormat, FailOn } from '../options.ts';
import { jsonText } from '../print-json.ts';
import { troubleLine } from '../print-text.ts';
import type { Output } from '../run.ts';
import { type DiffReport, diffReport, fails } from './changes.ts';
import { diffMarkdown } from './markdown.ts';
import { diffGithub, diffSummary, diffText } from './print.ts';
import { diffSarif, placeBelow } from './sarif.ts';

export interface DiffOptions extends ConfigOptions {
  readonly file: string;
  /** What to compare with, as given; undefined for what the team agreed on, else the baseline file. */
  readonly baseline: string | undefined;
  readonly format: DiffFormat;
  readonly failOn: FailOn;
}

/**
 * Prints what has changed since the import.
 * @returns the exit code: 0 nothing that fails, 1 a change that nobody has accepted and that is grave enough, 2 when
 * either side cannot be read
 */
export async function diffFile(
  service: LanguageService,
  version: string,
  options: DiffOptions,
  output: Output,
): Promise<0 | 1 | 2> {
  const { file, baseline, format, failOn } = options;
  const ruleIds = service.rules.map(({ id }) => id);
  const choices = createChoices(options, ruleIds, (line) => output.error(`${escapeControls(line)}\n`));
  try {
    const agreed = await choices.for(uriOf(file));
    if (!agreed) return 2;
    const comparison = await compared(file, agreed, baseline, service);
    const { source, report, warning } = comparison;
    if (warning !== undefined) output.error(troubleLine(file, warning));
    const diff = diffReport(file, source, report, comparison.options.imported);
    const plan = () => service.reimportPlan(source, [], comparison.options) ?? '';
    const sarif = () => diffSarif(diff, service, comparison.options, version);
    output.out(printed(diff, format, plan, sarif));
    if (format === 'text' || format === 'github') output.error(diffSummary(diff));
    const level = failOn === 'never' ? undefined : failOn === 'info' ? 'information' : failOn;
    return fails(diff, level) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    output.error(troubleLine(file, error.message));
    return 2;
  }
}

function printed(diff: DiffReport, format: DiffFormat, plan: () => string, sarif: () => unknown): string {
  switch (format) {
    case 'text':
      return diffText(diff);
    case 'json':
      return jsonText(diff);
    case 'markdown':
      return diffMarkdown(diff, plan());
    case 'sarif':
      return jsonText(sarif());
    case 'github':
      return diffGithub(diff, placeBelow(diff.path) ?? diff.path);
  }
}
