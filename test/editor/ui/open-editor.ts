import { openBrowser } from '../../tools/browser.mjs';
import { vsix } from '../../tools/build.mjs';
import { startVsCode } from '../../tools/vscode-server.mjs';
import { freshCopy } from './fresh-copy.ts';
import { themeSettings } from './themes.ts';
import { patience, Workbench } from './workbench.ts';

export interface Editor {
  readonly workbench: Workbench;
  /** The folder that is open: a copy that goes when the editor closes. */
  readonly folder: string;
  close(): Promise<void>;
}

/**
 * Opens VS Code with the packaged extension and a fresh copy of a folder.
 *
 * @param from path of the folder, from the project's
 * @param settings user settings
 */
export async function openEditor(from: string, settings: Readonly<Record<string, unknown>> = {}): Promise<Editor> {
  const copy = freshCopy(from);
  const vscode = await startVsCode({ folder: copy.folder, settings: { ...themeSettings, ...settings }, vsix: [vsix] });
  const browser = await openBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await vscode.stop();
    copy.remove();
  };
  try {
    browser.page.setDefaultTimeout(patience);
    await browser.page.goto(vscode.address);
    await browser.page.locator('.monaco-workbench .part.statusbar').waitFor();
    return { workbench: new Workbench(browser.page), folder: copy.folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}
