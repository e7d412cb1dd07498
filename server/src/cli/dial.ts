import * as l10n from '@vscode/l10n';
import { createSource, type Dialing, type DialWarning, type LanguageService } from '../language/index.ts';
import type { GivenDial } from './dial-arguments.ts';
import { escapeControls } from './escape.ts';
import { FileTrouble, uriOf } from './files.ts';
import { noFieldsIn } from './imports.ts';
import type { Format } from './options.ts';
import { jsonText } from './print-json.ts';
import { dialingText, troubleLine } from './print-text.ts';
import { readText } from './read-text.ts';
import type { Output } from './run.ts';

export interface DialRequest extends GivenDial {
  readonly format: Format;
  /** More warnings than these make the exit code 1. */
  readonly maxWarnings: number | undefined;
  /** As given; at least one. */
  readonly numbers: readonly string[];
}

/**
 * Prints what becomes of numbers. As JSON one object, with `dialled`, `steps` and `warnings` for each of `numbers`; what
 * there is none of is null.
 * @returns the exit code: 0 whatever is dialled, 1 more warnings than allowed, 2 when the definition cannot be read
 */
export function dialNumbers(service: LanguageService, request: DialRequest, output: Output): 0 | 1 | 2 {
  const { country, format, maxWarnings, definition } = request;
  if (country !== undefined && !service.dialingCountries().includes(country)) {
    output.error(`${escapeControls(l10n.t('There is no country {0} with a numbering plan.', country))}\n`);
    return 2;
  }
  try {
    const dialing = dialingFor(service, request);
    if (format === 'json') output.out(jsonText(dialing));
    else output.out(dialingText(dialing));
    const warnings = countWarnings(dialing);
    if (maxWarnings === undefined || warnings <= maxWarnings) return 0;
    output.error(`${l10n.t('{0} warnings are more than the {1} that are allowed.', warnings, maxWarnings)}\n`);
    return 1;
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    output.error(troubleLine(definition ?? '', error.message));
    return 2;
  }
}

/** @throws FileTrouble when the definition cannot be read, or is none */
function dialingFor(service: LanguageService, request: DialRequest): Dialing {
  const { definition, country, numbers } = request;
  const set = definition === undefined ? undefined : prefixesIn(service, definition);
  const { outside = '', longDistance = '', international = '' } = { ...set?.prefixes, ...request };
  const prefixes = { outside, longDistance, international };
  const voicePrefix = request.voicePrefix ?? set?.voicePrefix;
  return service.dialingWith(prefixes, numbers, { ...(country !== undefined && { country }), voicePrefix });
}

function prefixesIn(service: LanguageService, file: string): Dialing {
  const source = createSource(uriOf(file), 0, readText(file));
  const reason = noFieldsIn(source, service);
  const found = reason === undefined ? service.dialing(source, []) : undefined;
  if (!found) throw new FileTrouble(reason ?? l10n.t('this is no call center definition'));
  return found;
}

function countWarnings({ warnings, numbers }: Dialing): number {
  const counts = ({ severity }: DialWarning) => severity !== 'information';
  return [...warnings, ...numbers.flatMap((number) => number.warnings)].filter(counts).length;
}
