// Starts the server of a VS Code that does not start by itself: that of an older code-server, whose own program did it.
//
//   node old-server.cjs FOLDER --port N [--install-extension FILE] [--enable-smoke-test-driver] …
//
// FOLDER is `lib/vscode` of the package; the options are those of VS Code's server.
const http = require('node:http');
const path = require('node:path');
const { parseArgs } = require('node:util');

const { values, positionals } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '0' },
    'server-data-dir': { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'default-folder': { type: 'string' },
    'install-extension': { type: 'string' },
    'telemetry-level': { type: 'string' },
    'without-connection-token': { type: 'boolean' },
    'accept-server-license-terms': { type: 'boolean' },
    'disable-workspace-trust': { type: 'boolean' },
    'enable-smoke-test-driver': { type: 'boolean' },
  },
  allowPositionals: true,
});

async function start() {
  const [folder] = positionals;
  if (folder === undefined) throw new Error('the folder of VS Code is missing');
  const vscode = await require(path.resolve(folder, 'out/server-main.js')).loadCodeWithNls();
  const args = { ...values, _: [], auth: 'none', compatibility: '1.64', 'enable-proposed-api': [] };
  const extension = values['install-extension'];
  if (extension !== undefined) {
    await vscode.spawnCli({ ...args, 'install-extension': [extension] });
    return;
  }
  const server = await vscode.createServer(null, args);
  http
    .createServer((request, response) => {
      // What its own program sets before it hands a request on.
      Object.assign(request, { originalUrl: request.url });
      server.handleRequest(request, response);
    })
    .on('upgrade', (request, socket) => {
      server.handleUpgrade(request, socket);
      socket.resume();
    })
    .listen(Number(values.port), values.host);
}

start().catch((error) => {
  console.error(error);
  process.exit(1);
});
