import { version } from '../../../package.json';
import { helpText, readArguments } from './arguments.ts';
import { run } from './run.ts';

const { stdout, stderr } = process;
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads the output may stop doing so (`| head`): that is no failure of ours.
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream === stdout) stderr.write(`${error.message}\n`);
  });
}

const request = readArguments(process.argv.slice(2));
switch (request.kind) {
  case 'help':
    stdout.write(`${helpText()}\n`);
    break;
  case 'version':
    stdout.write(`${version}\n`);
    break;
  case 'wrong':
    stderr.write(`${request.message}\n`);
    process.exitCode = 2;
    break;
  case 'check':
    process.exitCode = run(request.options, {
      out: (text) => stdout.write(text),
      error: (text) => stderr.write(text),
    });
    break;
}
