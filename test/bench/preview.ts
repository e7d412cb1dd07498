// The preview in real VS Code, beside the one that VS Code itself has for Markdown: from a key in the text to the page that
// shows it. Both show in their heading what is typed. Extensions run in the window, or behind a connection, as for a folder on
// another machine: then each key has that way to go, and the answer comes back by it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import { openEditor } from '../editor/ui/open-editor.ts';
import { patience, Workbench } from '../editor/ui/workbench.ts';
import { serveWebPage, webBuilds } from '../editor/web-page.mjs';
import { openBrowser } from '../tools/browser.mjs';
import { median, type Part, shown } from './figures.ts';

const presses = 40;
const pressesInLarge = 12;

/** Milliseconds between two keys of a person who types fast. */
const betweenKeys = 150;

/** What a page of a browser has, as far as it is asked for. */
interface Global {
  readonly performance: { readonly timeOrigin: number; now(): number };
  readonly document: { querySelector(selector: string): { readonly textContent: string | null } | null };
  readonly MutationObserver: new (
    changed: () => void,
  ) => { observe(target: object, options: object): void; disconnect(): void };
  requestAnimationFrame(draw: () => void): void;
  addEventListener(type: string, listener: () => void, capture: boolean): void;
  pressed?: number;
}

const command = 'Call Center: Open Preview to the Side';
const name = 'Northwind Softphone';

export async function measurePreview(say: (text: string) => void): Promise<Part> {
  say('preview');
  const inWindow = await timesInWindow();
  const text = largeDefinition(500, 200);
  const { own, large, markdown } = await timesBehindConnection(text);
  const row = (what: string, times: readonly number[]) => [
    what,
    shown(median(times)),
    shown(Math.min(...times)),
    String(times.length),
  ];
  return {
    tables: [
      {
        title: 'Previews in VS Code: key pressed → page drawn, milliseconds',
        head: ['', 'median', 'least', 'keys'],
        rows: [
          row('call-center-xml, extensions in the window', inWindow),
          row('extensions behind a connection', own),
          row(`the same, 500 × 200 fields in ${shown(text.length / 1_000_000)} MB`, large),
          row('the same, Markdown, of VS Code itself', markdown),
        ],
      },
    ],
    targets: [{ what: 'preview: key pressed → page drawn', most: 50, measured: median(inWindow), unit: 'ms' }],
  };
}

async function timesInWindow(): Promise<readonly number[]> {
  const [, newest] = webBuilds;
  const served = await serveWebPage(newest, (copy) => ({ folderPath: copy('test/samples', 'workspace') }));
  try {
    const { page, close } = await openBrowser({ foreignFrames: true });
    try {
      page.setDefaultTimeout(patience);
      await page.goto(served.address);
      // No search finds a file there.
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'open-cti.xml' }).dblclick();
      return await timesOf(new Workbench(page), `>${name}`, command, presses);
    } finally {
      await close();
    }
  } finally {
    served.close();
  }
}

async function timesBehindConnection(largeText: string) {
  const editor = await openEditor('test/samples');
  try {
    const file = async (fileName: string, text?: string): Promise<Workbench> => {
      if (text !== undefined) writeFileSync(path.join(editor.folder, fileName), text);
      await editor.workbench.closeAll();
      await editor.workbench.openFile(fileName);
      return editor.workbench;
    };
    const markdown = ['Markdown: Open Preview to the Side', presses] as const;
    return {
      own: await timesOf(await file('open-cti.xml'), `>${name}`, command, presses),
      large: await timesOf(await file('large.xml', largeText), `>${name}`, command, pressesInLarge),
      markdown: await timesOf(await file('page.md', `# ${name}\n\nText.\n`), `# ${name}`, ...markdown),
    };
  } finally {
    await editor.close();
  }
}

/** Of the document that is just opened. */
async function timesOf(
  workbench: Workbench,
  behind: string,
  command: string,
  presses: number,
): Promise<readonly number[]> {
  const { page } = workbench;
  await page.evaluate(() => {
    const global = globalThis as unknown as Global;
    const { performance } = global;
    global.addEventListener('keydown', () => (global.pressed = performance.timeOrigin + performance.now()), true);
  });
  await workbench.waitForText(behind);
  await workbench.runCommand(command);
  const heading = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('h1').first();
  await heading.waitFor();
  const frame = await (await heading.elementHandle())?.ownerFrame();
  if (!frame) throw new Error('The page of the preview is gone.');
  await workbench.focusEditor();
  await workbench.goBehind(behind);
  const times: number[] = [];
  // The first keys meet code that nobody has run yet, as the first ones of a person do: they are not counted.
  for (let press = -5; press < presses; press++) {
    await setTimeout(betweenKeys);
    const changed = changeOf(frame);
    await page.keyboard.press('x');
    const at = await changed;
    const pressed = await page.evaluate(() => (globalThis as unknown as Global).pressed ?? Number.NaN);
    if (press >= 0) times.push(at - pressed);
  }
  return times;
}

/** A definition larger than any in use. */
function largeDefinition(sections: number, items: number): string {
  const lines = Array.from({ length: sections }, (_, section) => [
    `  <section sortOrder="${section + 1}" name="section${section}" label="Section ${section}">`,
    ...Array.from(
      { length: items },
      (_, item) =>
        `    <item sortOrder="${item}" name="item${item}of${section}" label="Item ${item}">value ${item}</item>`,
    ),
    '  </section>',
  ]);
  return `<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">NorthwindSoftphone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Northwind Softphone</item>
  </section>
${lines.flat().join('\n')}
</callCenter>
`;
}

/** The moment at which a page draws another text in its heading, in milliseconds as all pages of a browser count them. */
function changeOf(frame: Frame): Promise<number> {
  return frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { performance, document, MutationObserver, requestAnimationFrame } = globalThis as unknown as Global;
        const read = () => document.querySelector('h1')?.textContent;
        const before = read();
        const observer = new MutationObserver(() => {
          if (read() === before) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
      }),
  );
}
