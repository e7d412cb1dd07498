import * as vscode from 'vscode';

/**
 * The output channel as the client library's trace sees it. The library traces only while the channel's log level is
 * Trace; here `callCenterXml.trace.server` decides, too. Only the first line of an entry passes, which names the
 * message: its parameters hold documents, and documents hold certificates.
 */
export function createTraceChannel(channel: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const wanted = (): boolean =>
    vscode.workspace.getConfiguration('callCenterXml').get<string>('trace.server') === 'messages';
  const level = (): vscode.LogLevel => (wanted() ? vscode.LogLevel.Trace : channel.logLevel);
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const listeners = [
    channel.onDidChangeLogLevel(() => changed.fire(level())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('callCenterXml.trace.server')) changed.fire(level());
    }),
    changed,
  ];
  const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

  return {
    name: channel.name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: changed.event,
    trace(message) {
      // The channel itself drops what is below its own level.
      if (wanted()) channel.info(firstLine(message));
      else channel.trace(firstLine(message));
    },
    debug: (message) => channel.debug(message),
    info: (message) => channel.info(message),
    warn: (message) => channel.warn(message),
    error: (error) => channel.error(error),
    append: (value) => channel.append(value),
    appendLine: (value) => channel.appendLine(value),
    replace: (value) => channel.replace(value),
    clear: () => channel.clear(),
    show: () => channel.show(true),
    hide: () => channel.hide(),
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  };
}
