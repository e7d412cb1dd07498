// First: it holds for what is loaded from then on.
import '../node/compile-cache.ts';
import { version } from '../../../package.json';
import { createLanguageService } from '../language/index.ts';
import { type Request, readArguments } from './arguments.ts';
import { runBaseline } from './baseline/run.ts';
import { internalError } from './check.ts';
import { convertFile } from './convert.ts';
import { dialNumbers } from './dial.ts';
import { diffFile } from './diff/run.ts';
import { escapeControls } from './escape.ts';
import { explainRule, listRules } from './explain.ts';
import { helpText } from './help.ts';
import { type ExitCode, type Output, run } from './run.ts';

const { stdout, stderr } = process;
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads the output may stop doing so (`| head`): that is no failure of ours.
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream === stdout) stderr.write(`${error.message}\n`);
  });
}

const service = createLanguageService();
const ruleIds = service.rules.map(({ id }) => id);
const output: Output = {
  out: (text) => stdout.write(text),
  error: (text) => stderr.write(text),
};

async function answer(request: Request): Promise<ExitCode> {
  switch (request.kind) {
    case 'help':
      output.out(`${helpText()}\n`);
      return 0;
    case 'version':
      output.out(`${version}\n`);
      return 0;
    case 'wrong':
      output.error(`${request.message}\n`);
      return 2;
    case 'rules':
      return listRules(service, request.format, request.choice, output);
    case 'explain':
      return explainRule(service, request.rule, output);
    case 'convert':
      return convertFile(service, request.options, output);
    case 'dial':
      return dialNumbers(service, request.options, output);
    case 'diff':
      return diffFile(service, version, request.options, output);
    case 'baseline':
      return runBaseline(service, request.request, output);
    case 'check':
      return run(request.options, ruleIds, output);
  }
}

answer(readArguments(process.argv.slice(2), ruleIds)).then(
  (code) => {
    // A stream that failed has said 2 already.
    process.exitCode ||= code;
  },
  (error: unknown) => {
    process.exitCode = 3;
    output.error(`${escapeControls(internalError(error))}\n`);
  },
);
