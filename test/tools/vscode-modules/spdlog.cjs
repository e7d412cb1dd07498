// Takes the place of the native module @vscode/spdlog inside VS Code's server: the same interface, in JavaScript. What
// extensions write to their output channels goes through it.
const fs = require('node:fs');
const path = require('node:path');

const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  /**
   * @param {string} _type
   * @param {string} _name
   * @param {string} file
   * @param {number} maxBytes after which the file becomes `x.1.log`, that one `x.2.log`, and so on
   * @param {number} maxFiles
   */
  constructor(_type, _name, file, maxBytes, maxFiles) {
    this.file = file;
    this.maxBytes = maxBytes;
    this.maxFiles = maxFiles;
    this.level = 2;
    this.formatted = true;
    this.bytes = fs.existsSync(file) ? fs.statSync(file).size : 0;
  }

  /**
   * @param {number} level
   * @param {string} message
   */
  write(level, message) {
    if (level < this.level) return;
    const text = this.formatted ? `${timestamp(new Date())} [${names[level]}] ${message}\n` : message;
    this.bytes += Buffer.byteLength(text);
    if (this.maxBytes > 0 && this.bytes > this.maxBytes) {
      this.rotate();
      this.bytes = Buffer.byteLength(text);
    }
    fs.appendFileSync(this.file, text);
  }

  rotate() {
    const { dir, name, ext } = path.parse(this.file);
    for (let n = this.maxFiles - 1; n > 0; n--) {
      const from = n === 1 ? this.file : path.join(dir, `${name}.${n - 1}${ext}`);
      if (fs.existsSync(from)) fs.renameSync(from, path.join(dir, `${name}.${n}${ext}`));
    }
    fs.rmSync(this.file, { force: true });
  }

  /** @param {string} message */
  trace(message) {
    this.write(0, message);
  }
  /** @param {string} message */
  debug(message) {
    this.write(1, message);
  }
  /** @param {string} message */
  info(message) {
    this.write(2, message);
  }
  /** @param {string} message */
  warn(message) {
    this.write(3, message);
  }
  /** @param {string} message */
  error(message) {
    this.write(4, message);
  }
  /** @param {string} message */
  critical(message) {
    this.write(5, message);
  }
  getLevel() {
    return this.level;
  }
  /** @param {number} level */
  setLevel(level) {
    this.level = level;
  }
  // VS Code asks for one pattern only, and that is the one that `write` uses.
  setPattern() {
    this.formatted = true;
  }
  clearFormatters() {
    this.formatted = false;
  }
  // Every line is in the file at once.
  flush() {}
  drop() {}
}

/** @param {Date} time */
function timestamp(time) {
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().replace('T', ' ').replace('Z', '');
}

/**
 * @param {string} name
 * @param {string} file
 * @param {number} maxBytes
 * @param {number} maxFiles
 */
async function createLogger(name, file, maxBytes, maxFiles) {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger('rotating', name, file, maxBytes, maxFiles);
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
