import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { asking } from './asking.ts';
import { readPageMessage } from './check.ts';
import { pageHtml, pageRoot } from './html.ts';
import type { HostMessage, PageMessage, View } from './messages.ts';
import { createOwnEdits } from './own-edits.ts';
import { answerPage } from './page-requests.ts';
import { openSource } from './sources.ts';
import { pageTexts } from './texts.ts';
import { createThrottle } from './throttle.ts';
import { createViewSender } from './view-stream.ts';

/** How often a page is told of changes at most, in ms. */
const leastWait = 20;

/** One preview: a panel, and the definition that it shows. */
export interface PreviewPanel extends vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly uri: vscode.Uri;
  /** True when it stays with its definition, whichever is active. */
  readonly locked: boolean;
  show(uri: vscode.Uri): void;
  lock(locked: boolean): void;
  /** Asks anew what there is to see, soon. */
  refresh(): void;
  /** The cursor of the text is somewhere else. */
  moveCursor(position: vscode.Position): void;
}

export function createPreviewPanel(
  app: App,
  panel: vscode.WebviewPanel,
  extensionUri: vscode.Uri,
  start: { readonly uri: vscode.Uri; readonly locked: boolean },
): PreviewPanel {
  let { uri, locked } = start;
  let last: View | undefined;
  /** Sections whose fields the page draws. */
  let near: readonly string[] = [];
  let cursor: vscode.Position | undefined;
  let ready = false;
  /** The person is on the way from the text back to the page. */
  let returning = false;
  let changes = Promise.resolve();
  const own = createOwnEdits();

  const post = (message: HostMessage): void => {
    if (ready) void panel.webview.postMessage(message);
  };
  const sender = createViewSender(post);
  const name = () => uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const retitle = (): void => {
    panel.title = locked ? vscode.l10n.t('[Preview] {0}', name()) : vscode.l10n.t('Preview {0}', name());
  };
  const send = (found: Pick<View, 'version'> & Partial<View>): void => {
    const before = last?.uri === uri.toString() ? last.content : undefined;
    const content = found.content ?? before;
    const outdated = found.content === undefined && content !== undefined;
    last = { uri: uri.toString(), name: name(), locked, outdated, ...found, ...(content && { content }) };
    if (ready) sender.send(last);
  };

  const look = async (): Promise<void> => {
    // A page that is out of sight is gone; once it is in sight it is loaded anew, and asks.
    if (!panel.visible) return;
    const asked = uri;
    const document = await openSource(asked);
    if (asked !== uri) return;
    if (!document) return send({ version: 0, nothing: vscode.l10n.t('The file is not there any more.') });
    if (!app.definitions.wanted(document)) {
      return send({ version: document.version, nothing: vscode.l10n.t('This is no call center definition.') });
    }
    const found = await asking(app, document).view(near);
    // A later version has been asked for already, or will be.
    if (asked !== uri || !found || found.version !== document.version) return;
    const { version } = found;
    if (found.state === 'none') send({ version, nothing: found.message });
    else if (found.state === 'definition') send({ version, content: found.content });
    else send({ version, error: found.error, ...(found.content && { content: found.content }) });
  };
  const views = createThrottle(() => safely(look), leastWait);
  const cursors = createThrottle(
    () =>
      safely(async () => {
        const document = await openSource(uri);
        if (!document || cursor === undefined || !app.definitions.wanted(document)) return;
        const found = await asking(app, document).fieldAt(cursor);
        if (found?.version === document.version)
          post({ type: 'cursor', ...(found.id !== undefined && { id: found.id }) });
      }),
    leastWait,
  );

  /** Runs something that nothing waits for; a server that is gone just now must not end the panel. */
  async function safely(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      app.channel.warn(vscode.l10n.t('The preview could not be brought up to date: {0}', String(error)));
    }
  }

  const hear = async (message: PageMessage): Promise<void> => {
    if (message.type === 'ready') {
      ready = true;
      sender.startAnew();
      post({ type: 'words', texts: pageTexts(), language: vscode.env.language });
      if (last?.uri === uri.toString()) sender.send(last);
      views.ask();
      cursors.ask();
      return;
    }
    if (message.type === 'near') {
      near = message.sections;
      views.ask();
      return;
    }
    const document = await openSource(uri);
    if (document) await answerPage(app, document, own, message, post, panel.viewColumn);
    if (message.type === 'history') {
      returning = true;
      panel.reveal(panel.viewColumn);
      if (panel.active) post({ type: 'back' });
    }
    // Also where nothing was changed: the page waits for the next view to drop what was typed.
    if (message.type === 'edit') views.ask();
  };

  panel.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
  const listener = panel.webview.onDidReceiveMessage((raw: unknown) => {
    const message = readPageMessage(raw);
    // Its values may be those of a definition, which no log ever holds.
    if (!message) app.channel.warn(vscode.l10n.t('The page of a preview said something that is not understood.'));
    else if (message.type !== 'edit' && message.type !== 'history') void safely(() => hear(message));
    // One after the other: each is made in the text that the one before has left.
    else changes = changes.then(() => safely(() => hear(message)));
  });
  // Whether a page has the focus, VS Code asks it four times a second. Where it asks just while the text has it, it drops
  // the last step of giving it back, and keys would lead nowhere.
  const arrivals = panel.onDidChangeViewState(() => {
    if (!returning || !panel.active) return;
    returning = false;
    post({ type: 'back' });
  });
  // A page that comes back into sight is loaded anew, and says so.
  panel.webview.html = pageHtml(panel.webview, extensionUri);
  retitle();

  return {
    panel,
    get uri() {
      return uri;
    },
    get locked() {
      return locked;
    },
    show(next) {
      if (next.toString() === uri.toString()) return;
      uri = next;
      near = [];
      cursor = undefined;
      own.clear();
      retitle();
      views.ask();
    },
    lock(next) {
      locked = next;
      retitle();
      views.ask();
    },
    refresh: views.ask,
    moveCursor(position) {
      cursor = position;
      cursors.ask();
    },
    dispose() {
      // A look that is under way has nobody to tell any more.
      ready = false;
      views.dispose();
      cursors.dispose();
      listener.dispose();
      arrivals.dispose();
    },
  };
}
