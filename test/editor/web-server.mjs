// Serves VS Code as a web page, in a process of its own: what @vscode/test-web prints is for developers of it. The parent
// sends the options and is told when the page can be opened; it ends this process by leaving.
import { open } from '@vscode/test-web';

process.once('disconnect', () => process.exit());
process.once('message', async (options) => {
  await open(/** @type {import('@vscode/test-web').Options} */ (options));
  process.send?.('open');
});
