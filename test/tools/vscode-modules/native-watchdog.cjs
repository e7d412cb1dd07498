// Takes the place of the native module @vscode/native-watchdog inside VS Code's server: an extension host ends some
// seconds after the server that started it.

/** @param {number} pid */
exports.start = (pid) => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, 3000).unref();
};

/** @param {number} code */
exports.exit = (code) => process.exit(code);
