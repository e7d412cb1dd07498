import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { definition } from '../support/protocol.ts';

/** What an editor saw of the server while a script worked it. */
export interface Seen {
  /** `rule@line`, from 1. */
  readonly problems: readonly string[];
  readonly completion: readonly string[];
  readonly hover: string;
  /** Title of the fix that was taken, and the line that it mended. */
  readonly action: string;
  readonly mended: string;
  readonly left: readonly string[];
  /** The server has ended by itself, in order. */
  readonly stopped: boolean;
  /** What went wrong, if anything did. */
  readonly trouble?: string;
}

/**
 * The configuration that the documentation gives for an editor, for the server of this checkout.
 *
 * @param editor as the comment above the block names it
 */
function documentedConfiguration(editor: string): string {
  const page = fs.readFileSync('client/docs/other-editors.md', 'utf8');
  const [, block] = new RegExp(`<!-- tested: ${editor} -->\\n\`\`\`\\w+\\n([^]*?)\`\`\``).exec(page) ?? [];
  const configured = block?.replace('/path/to/call-center-xml', process.cwd().replaceAll('\\', '/'));
  if (configured === undefined || configured === block) throw new Error(`no configuration for ${editor}`);
  return configured;
}

/**
 * Runs an editor with the documented configuration, and nothing else that a person may have set up, on a definition with
 * two problems: line 3 has a name that no call center may have, line 6 a value in the wrong case.
 *
 * @param configuration name of the editor in the documentation, and of the file that is written
 * @param command the program and its arguments, from the paths of the configuration and the definition
 */
export function workWith(
  editor: string,
  configuration: string,
  command: (files: { readonly configuration: string; readonly definition: string }) => readonly [string, ...string[]],
): Seen {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'call-center-xml-'));
  try {
    const place = (name: string) => path.join(folder, name);
    fs.writeFileSync(place(configuration), documentedConfiguration(editor));
    const text = definition({ internalName: 'Service_Desk', useApi: 'TRUE' });
    fs.writeFileSync(place('service-desk.xml'), text);
    const [program, ...args] = command({
      configuration: place(configuration),
      definition: place('service-desk.xml'),
    });
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      // What hangs has failed.
      timeout: 120_000,
      killSignal: 'SIGKILL',
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        XDG_CONFIG_HOME: folder,
        LANG: 'C.UTF-8',
        SEEN: place('seen.json'),
      },
    });
    if (error || !fs.existsSync(place('seen.json'))) {
      throw new Error(`${program} ended with ${error?.message ?? status}, and tells nothing:\n${stdout}${stderr}`);
    }
    return JSON.parse(fs.readFileSync(place('seen.json'), 'utf8'));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
