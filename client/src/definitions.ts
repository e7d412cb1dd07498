import * as vscode from 'vscode';
import { type Sniff, sniff, sniffLength } from '../../server/src/language/model/sniff.ts';
import type { Choices } from './choices.ts';

/**
 * The open documents that are call center definitions, by their content. Everything that costs anything asks here
 * first, so that other XML costs nothing.
 */
export interface Definitions extends vscode.Disposable {
  /** Whether it looks like a definition, also where a person said that it is none. */
  looksLikeOne(document: vscode.TextDocument): boolean;
  /** Whether the server is to know it. */
  wanted(document: vscode.TextDocument): boolean;
  readonly all: () => readonly vscode.TextDocument[];
  /** Counts a document without any content yet as wanted, until its content says otherwise. */
  adopt(document: vscode.TextDocument): void;
  /** A document became a definition, ceased to be one, was closed, or a person decided about it. */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}

export function watchDefinitions(choices: Choices): Definitions {
  const known = new Map<string, vscode.TextDocument>();
  const changed = new vscode.EventEmitter<vscode.TextDocument>();

  const look = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    const found = judge(document);
    // Who began with an empty document stays wanted while it may still become a definition.
    const keeps = found === 'definition' || (found === 'empty' && known.has(key));
    if (keeps === known.has(key)) return;
    if (keeps) known.set(key, document);
    else known.delete(key);
    changed.fire(document);
  };
  const listeners = [
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId !== 'xml') return;
      // Behind the characters that are looked at, nothing can change the answer.
      if (contentChanges.some((change) => change.rangeOffset <= sniffLength)) look(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (known.delete(document.uri.toString())) changed.fire(document);
    }),
    choices.onDidChange((key) => {
      const document = known.get(key);
      if (document) changed.fire(document);
    }),
    changed,
  ];
  for (const document of vscode.workspace.textDocuments) look(document);

  return {
    looksLikeOne: (document) => known.has(document.uri.toString()),
    wanted: (document) =>
      known.has(document.uri.toString()) && choices.get(document.uri.toString()) !== 'notACallCenter',
    all: () => [...known.values()],
    adopt(document) {
      const key = document.uri.toString();
      if (known.has(key) || judge(document) === 'other') return;
      known.set(key, document);
      changed.fire(document);
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(...listeners).dispose(),
  };
}

/** What the beginning of a document says; documents of other languages are never ours. */
export function judge(document: vscode.TextDocument): Sniff {
  return document.languageId === 'xml' && !document.isClosed ? sniff(beginning(document)) : 'other';
}

/** The first characters, line by line: `getText` would copy all of a large file. */
function beginning(document: vscode.TextDocument): string {
  const lines: string[] = [];
  let length = 0;
  for (let line = 0; line < document.lineCount && length <= sniffLength; line++) {
    const { text } = document.lineAt(line);
    lines.push(text.length > sniffLength ? text.slice(0, sniffLength + 1) : text);
    length += text.length + 1;
  }
  return lines.join('\n');
}
