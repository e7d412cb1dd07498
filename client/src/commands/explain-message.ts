import * as vscode from 'vscode';
import type { ProtocolRange } from '../../../server/src/protocol/document.ts';
import {
  type ExplainMessageParams,
  type MessageAnswer,
  methods,
  type ProtocolPlace,
} from '../../../server/src/protocol.ts';
import type { App } from '../app.ts';
import { applyEdits, toRange } from '../edits.ts';
import { listPage } from '../rule-links.ts';
import { openRulePage } from '../rule-pages.ts';

/** One thing that can be done about a message. Separators do nothing. */
interface Step extends vscode.QuickPickItem {
  readonly run?: () => Promise<void>;
}

/** Takes a message that somebody got from Salesforce, and leads to its meaning, its place in the definition and the fix. */
export async function explainMessage(app: App): Promise<void> {
  const document = subject(app);
  const ask = (text: string) => request(app, { text, ...(document && { uri: document.uri.toString() }) });
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Explain a Message from Salesforce'),
    prompt: vscode.l10n.t('Paste what Setup, a deployment or the softphone said, for example “Line 4: …”.'),
    value: await prefill(ask),
    ignoreFocusOut: true, // The message may have to be fetched from another window.
  });
  if (text === undefined || text.trim() === '') return;
  if (document) await app.server.sync(document);
  const answer = await ask(text);
  const known = answer !== null && answer.explanations.length > 0;
  const steps = answer ? stepsOf(app, answer, document) : [];
  const picked = await vscode.window.showQuickPick<Step>([...steps, ...always(known)], {
    title: known ? vscode.l10n.t('What to Do about the Message') : vscode.l10n.t('This Message Is Not Known'),
    placeHolder: placeHolder(answer, document),
    matchOnDetail: true,
  });
  await picked?.run?.();
}

/** The definition in the active editor; else the one that is open, if it is only one. */
function subject({ definitions }: App): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  if (active && definitions.wanted(active)) return active;
  const [only, ...others] = definitions.all().filter(definitions.wanted);
  return others.length === 0 ? only : undefined;
}

async function request(app: App, params: ExplainMessageParams): Promise<MessageAnswer | null> {
  const client = await app.server.client();
  return client.sendRequest<MessageAnswer | null>(methods.explainMessage, params);
}

/** What is selected or was copied, where it is a message that is known: anything else would only be in the way. */
async function prefill(ask: (text: string) => Promise<MessageAnswer | null>): Promise<string> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  // A browser would first ask whether the clipboard may be read, and complain where it may not.
  const copied = vscode.env.uiKind === vscode.UIKind.Desktop ? await vscode.env.clipboard.readText() : '';
  for (const text of [selected, copied]) {
    if (text.trim() === '' || text.length > 5000) continue;
    const answer = await ask(text);
    // An input box has one line.
    if (answer && answer.explanations.length > 0) return text.replace(/\s+/g, ' ').trim();
  }
  return '';
}

function placeHolder(answer: MessageAnswer | null, document: vscode.TextDocument | undefined): string {
  const [first] = answer?.explanations ?? [];
  if (first) return first.remedy;
  return document
    ? vscode.l10n.t('None of the messages that are known is in it. What the check finds may be the cause.')
    : vscode.l10n.t(
        'None of the messages that are known is in it. Open the definition that it is about and check that.',
      );
}

function stepsOf(app: App, answer: MessageAnswer, document: vscode.TextDocument | undefined): readonly Step[] {
  const { explanations, places, lineRange, version } = answer;
  const go = (place: ProtocolPlace) => (document ? placeSteps(document, version ?? 0, place) : []);
  const several = explanations.length > 1;
  const explained = explanations.flatMap(({ id, title, cause, markdown, rules, places: found }): Step[] => [
    ...(several ? [{ label: title, kind: vscode.QuickPickItemKind.Separator }] : []),
    {
      label: title,
      description: vscode.l10n.t('what it means'),
      iconPath: new vscode.ThemeIcon('info'),
      detail: cause,
      run: () => app.explanations.show(id, markdown),
    },
    ...found.flatMap(go),
    ...rules
      .filter((rule) => found.length === 0 || found.some((place) => place.rule === rule))
      .map((rule) => ({
        label: vscode.l10n.t('Open the page of the rule {0}', rule),
        iconPath: new vscode.ThemeIcon('book'),
        run: () => openRulePage(rule),
      })),
  ]);
  const lineKnown = [...explanations.flatMap((one) => one.places), ...places].some(
    ({ range }) => range.start.line === lineRange?.start.line,
  );
  const line: Step[] =
    document && lineRange && !lineKnown
      ? [
          {
            label: vscode.l10n.t('Go to line {0}', lineRange.start.line + 1),
            iconPath: new vscode.ThemeIcon('go-to-file'),
            detail: vscode.l10n.t('The message names it; no rule finds anything there.'),
            run: () => reveal(document, lineRange),
          },
        ]
      : [];
  return [...explained, ...places.flatMap(go), ...line];
}

function placeSteps(
  document: vscode.TextDocument,
  version: number,
  { range, rule, text, fixes }: ProtocolPlace,
): Step[] {
  const line = range.start.line + 1;
  return [
    {
      label: vscode.l10n.t('Go to line {0}', line),
      iconPath: new vscode.ThemeIcon('go-to-file'),
      ...(rule !== undefined && { description: rule }),
      detail: text,
      run: () => reveal(document, range),
    },
    ...fixes.map(({ title, edits }) => ({
      label: title,
      iconPath: new vscode.ThemeIcon('lightbulb'),
      description: vscode.l10n.t('line {0}', line),
      run: async () => {
        await reveal(document, range);
        await applyEdits(document, version, edits);
      },
    })),
  ];
}

async function reveal(document: vscode.TextDocument, range: ProtocolRange): Promise<void> {
  await vscode.window.showTextDocument(document, { selection: toRange(range) });
}

/** What helps with any message. */
function always(known: boolean): readonly Step[] {
  return [
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('Show all problems of the open definitions'),
      iconPath: new vscode.ThemeIcon('warning'),
      run: async () => void (await vscode.commands.executeCommand('workbench.actions.view.problems')),
    },
    {
      label: vscode.l10n.t('Check all definitions in the workspace'),
      iconPath: new vscode.ThemeIcon('checklist'),
      run: async () => void (await vscode.commands.executeCommand('callCenterXml.checkAllDefinitions')),
    },
    ...(known
      ? []
      : [
          {
            label: vscode.l10n.t('Show the list of all rules'),
            iconPath: new vscode.ThemeIcon('book'),
            run: () => openRulePage(listPage),
          },
        ]),
  ];
}
