import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export interface CheckedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly endOffset: number;
  readonly message: string;
}

export interface CheckedFile {
  readonly path: string;
  readonly form: string;
  readonly flavour: string | null;
  readonly findings: readonly CheckedFinding[];
  readonly notListed?: number;
}

/** Milliseconds after which a run is ended; none needs more than a second on a machine with nothing else to do. */
const patience = 30_000;

/**
 * Runs the command line that ships, from the project's folder.
 * @throws Error when it does not end in time, or ends with a stack trace
 */
export function cli(args: readonly string[]): CliResult {
  return cliIn('.', args);
}

/** The same, from another folder. */
export function cliIn(folder: string, args: readonly string[]): CliResult {
  const started = performance.now();
  const run = spawnSync(process.execPath, [path.resolve('dist/cli.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: patience,
    maxBuffer: 1 << 28,
  });
  if (run.error) throw new Error(`after ${Math.round(performance.now() - started)} ms: ${run.error.message}`);
  if (/^\s+at .*:\d+/m.test(run.stderr)) throw new Error(`a stack trace:\n${run.stderr}`);
  return { code: run.status, out: run.stdout, error: run.stderr };
}

export function check(args: readonly string[]): CliResult {
  return cli(['check', ...args]);
}

export function checkJson(args: readonly string[]): {
  readonly code: number | null;
  readonly files: readonly CheckedFile[];
} {
  const { code, out } = cli(['check', '--format', 'json', ...args]);
  return { code, files: JSON.parse(out).files };
}

export interface DefinitionChanges {
  readonly useApi?: string;
  readonly label?: string;
  /** Undefined: the item is left out. */
  readonly mode?: string | undefined;
  /** Text behind the first section. */
  readonly more?: string;
}

/** A definition in which nothing is wrong, with a few things to spoil. */
export function definition(changes: DefinitionChanges): string {
  const { useApi = 'true', label = 'Display Name', more = '' } = changes;
  const mode = 'mode' in changes ? changes.mode : 'Lightning';
  const items = [
    ['reqInternalName', 'Internal Name', 'ServiceDesk'],
    ['reqDisplayName', label, 'Service Desk'],
    ['reqAdapterUrl', 'CTI Adapter URL', 'https://cti.contoso.example/softphone'],
    ['reqUseApi', 'Use CTI API', useApi],
    ['reqSoftphoneHeight', 'Softphone Height', '400'],
    ['reqSoftphoneWidth', 'Softphone Width', '300'],
    ...(mode === undefined ? [] : [['reqSalesforceCompatibilityMode', 'Salesforce Compatibility Mode', mode]]),
  ];
  const lines = items.map(
    ([name, text, value], order) => `    <item sortOrder="${order}" name="${name}" label="${text}">${value}</item>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
${lines.join('')}  </section>
${more}</callCenter>
`;
}
