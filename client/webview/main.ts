import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { render } from 'lit';
import type { PreviewOperation } from '../../server/src/language/preview/preview.ts';
import { readHostMessage, readKeptState } from '../src/preview/check.ts';
import type { HostMessage, KeptState, PageMessage, PageTexts, TabName, View } from '../src/preview/messages.ts';
import { type Received, receive } from '../src/preview/view-stream.ts';
import { answered } from './answers.ts';
import { describeFocused } from './described.ts';
import { isPrefix } from './dialing.ts';
import { besideRemoved, keepingFocus, type Landing, land, returnFocus } from './focus.ts';
import { frame } from './frame.ts';
import { watchHistory } from './history.ts';
import { numbersOf } from './numbers.ts';
import { allItems, type Page, type PageState, without } from './page.ts';
import { fill } from './words.ts';

interface Editor {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: KeptState): void;
}
declare function acquireVsCodeApi(): Editor;

const root = document.getElementById('page');
if (root) start(root, acquireVsCodeApi());

function start(root: HTMLElement, editor: Editor): void {
  const kept = readKeptState(editor.getState());
  let texts: PageTexts = {};
  let language = 'en';
  let ticket = 0;
  let question = 0;
  let asked: number | undefined;
  let received: Received | undefined;
  let toldNear = '[]';
  /** The field of the cursor has still to be scrolled to. */
  let sought = false;
  /** Edits that nothing has been heard of yet. */
  const tickets = new Map<
    number,
    {
      readonly operation: PreviewOperation;
      readonly version: number;
      readonly landing?: Landing;
      /** What had the focus. */
      readonly from: Element | null;
      readonly done: (() => void) | undefined;
      readonly draft: string | undefined;
    }
  >();
  /** How far each tab was scrolled when it was left, in px. */
  const leftAt = new Map<TabName, number>();
  let landing: { readonly after: number; readonly at: Landing; readonly from: Element | null } | undefined;
  let state: PageState = {
    view: undefined,
    tab: kept?.tab ?? 'setup',
    open: kept?.open ?? {},
    cursor: undefined,
    drafts: new Map(),
    settled: new Set(),
    near: new Set(),
    heights: new Map(),
    wanted: undefined,
    secrets: new Map(),
    labelled: undefined,
    refusal: undefined,
    refused: undefined,
    said: '',
    dragged: undefined,
    moving: undefined,
    dropOn: undefined,
    numbers: kept?.numbers ?? '',
    country: kept?.country,
    dialled: undefined,
    settings: undefined,
    withSecrets: false,
    format: 'lightning',
  };

  const page: Page = {
    get state() {
      return state;
    },
    get editable() {
      return state.view?.content !== undefined && !state.view.outdated;
    },
    get language() {
      return language;
    },
    text: (key, ...args) => fill(texts[key] ?? '', args),
    change(changes) {
      const before = state;
      const { refusal } = changes;
      state = { ...state, ...changes, ...(refusal !== undefined && { said: again(refusal) }) };
      if (state.tab !== before.tab || state.numbers !== before.numbers || state.country !== before.country) ask();
      if (state.withSecrets !== before.withSecrets || state.format !== before.format) ask();
      draw();
      if (state.tab === before.tab) return;
      leftAt.set(before.tab, scrollY);
      onceDrawn(() => scrollTo(0, leftAt.get(state.tab) ?? 0));
    },
    send: (message) => editor.postMessage(message),
    edit(operation, done, draft) {
      if (!state.view || !page.editable) return;
      ticket += 1;
      const { content, version } = state.view;
      const beside = content && besideRemoved(content, operation);
      const from = document.activeElement;
      tickets.set(ticket, { operation, version, done, draft, from, ...(beside && { landing: beside }) });
      editor.postMessage({ type: 'edit', ticket, version: state.view.version, operation });
    },
  };

  /** Drawn once for all changes of a moment. */
  const draw = (): void => {
    asked ??= requestAnimationFrame(drawNow);
  };
  /** With what was to be drawn in the next frame. */
  const drawNow = (): void => {
    if (asked !== undefined) cancelAnimationFrame(asked);
    asked = undefined;
    keepingFocus(root, () => render(frame(page), root));
    describeFocused();
    // Once what was drawn has its height.
    if (sought) onceDrawn(showCursor);
    tellNear();
    keep();
    goOn();
  };
  /** Takes a person on to where they go on after an edit, once that is in sight. */
  const goOn = (): void => {
    if (!landing || !state.view || state.view.version <= landing.after) return;
    const { at, from } = landing;
    landing = undefined;
    // Who has gone on meanwhile stays there. What goes with an edit leaves the focus to the whole page.
    if ([from, document.body].includes(document.activeElement)) land(at);
  };
  const tellNear = (): void => {
    const sections = (state.view?.content?.sections ?? []).map(({ id }) => id).filter((id) => state.near.has(id));
    const told = JSON.stringify(sections);
    if (told === toldNear) return;
    toldNear = told;
    editor.postMessage({ type: 'near', sections });
  };
  const keep = (): void => {
    const { view, tab, open, numbers, country } = state;
    if (!view) return;
    const { uri, locked } = view;
    editor.setState({ uri, locked, tab, open, numbers, ...(country !== undefined && { country }) });
  };
  /** What the open tab shows beside the definition itself. */
  const ask = (): void => {
    if (!state.view?.content) return;
    question += 1;
    const { format, withSecrets } = state;
    if (state.tab === 'settings')
      editor.postMessage({ type: 'settings', ticket: question, format, reveal: withSecrets });
    if (state.tab !== 'dialing') return;
    const { country } = state;
    editor.postMessage({
      type: 'dial',
      ticket: question,
      numbers: numbersOf(state.numbers).numbers,
      ...(country !== undefined && { country }),
    });
  };

  const hear = (message: HostMessage): void => {
    switch (message.type) {
      case 'words':
        ({ texts, language } = message);
        break;
      case 'view': {
        received = receive(received, message);
        if (!received) {
          editor.postMessage({ type: 'ready' });
          break;
        }
        const { view } = received;
        const other = state.view?.uri !== view.uri;
        if (other && state.view) {
          leftAt.clear();
          scrollTo(0, 0);
        }
        const changed = other || state.view?.version !== view.version;
        const trouble = troubleSaid(view, other ? undefined : state.view);
        state = {
          ...state,
          view,
          ...(other ? forgotten() : settledDrafts((id) => !isPrefix(id))),
          ...(changed && { secrets: stillThere(view) }),
          ...(trouble !== undefined && { said: again(trouble) }),
        };
        ask();
        break;
      }
      case 'cursor':
        state = { ...state, cursor: message.id };
        sought = true;
        break;
      case 'edited': {
        const made = tickets.get(message.ticket);
        tickets.delete(message.ticket);
        const settled = new Set(state.settled);
        if (made && message.outcome === 'done') {
          const { operation, version, draft, from } = made;
          made.done?.();
          // What was typed stays in sight until the view says the same.
          if ('id' in operation) settled.add(operation.id);
          if (draft !== undefined) settled.add(draft);
          const added = operation.kind === 'addItem' || operation.kind === 'addSection' ? message.id : undefined;
          const at = added === undefined ? made.landing : ({ id: added, part: 'value' } as const);
          if (at) landing = { after: version, at, from };
        }
        const isRefused = message.outcome === 'refused';
        const refusal = isRefused ? page.text('refused', message.reason ?? '') : undefined;
        const refused = isRefused && made?.operation.kind === 'setValue' ? made.operation : undefined;
        const drafts = isRefused ? without(state.drafts, made?.draft) : state.drafts;
        state = {
          ...state,
          drafts,
          settled,
          refusal,
          refused,
          wanted: landing?.at.id,
          said: again(refusal ?? page.text('done')),
        };
        break;
      }
      case 'secret':
      case 'dialled':
      case 'settings': {
        const changes = answered(page, question, message);
        state = { ...state, ...changes, ...(changes.dialled && settledDrafts(isPrefix)) };
        break;
      }
      case 'said':
        state = { ...state, said: again(message.text) };
        break;
      case 'back':
        goBack();
        return;
    }
    // A view answers a key press and comes once for each: nothing is gained by waiting for a frame before the work begins.
    if (message.type === 'view') drawNow();
    else draw();
  };
  /** A secret that is shown stays shown while its field is there; its value is asked for anew. */
  const stillThere = (view: View): PageState['secrets'] => {
    const items = view.content && state.view?.uri === view.uri ? allItems(view.content) : [];
    const left = new Map([...state.secrets].filter(([id]) => items.some((item) => item.id === id)));
    for (const id of left.keys()) editor.postMessage({ type: 'secret', id });
    return left;
  };
  /** Without the drafts that are in the text, and now in sight from there. */
  const settledDrafts = (inSight: (id: string) => boolean): Pick<PageState, 'drafts' | 'settled'> => ({
    drafts: new Map([...state.drafts].filter(([id]) => !(state.settled.has(id) && inSight(id)))),
    settled: new Set([...state.settled].filter((id) => !inSight(id))),
  });
  /** The same sentence twice is read out once only, unless something about it is different. */
  const again = (text: string): string => (text === state.said ? `${text}\u00a0` : text);
  const showCursor = (): void => {
    const mark = document.querySelector<HTMLElement>('[data-cursor]');
    if (document.hasFocus()) sought = false;
    if (!sought || !mark) return;
    mark.scrollIntoView({ block: 'nearest' });
    // An open section that was not drawn is by now, and the field in it goes on from here.
    sought = mark.dataset['field'] !== state.cursor && mark.querySelector('[aria-expanded=true]') !== null;
  };

  const goBack = returnFocus();
  document.addEventListener('focusin', describeFocused);
  watchHistory(document, (step) => page.send({ type: 'history', step }));
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readHostMessage(data);
    if (message) hear(message);
    else console.warn('A message that is not understood was left out.');
  });
  window.addEventListener('resize', draw);
  editor.postMessage({ type: 'ready' });
}

/** In the frame behind that of the next drawing: only then have controls their height. */
function onceDrawn(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

/** What is wrong with the text, when that begins: said at each key, it would disturb whoever types. */
function troubleSaid({ error, nothing }: View, before: View | undefined): string | undefined {
  if (error) return before?.error ? undefined : error.message;
  return nothing === before?.nothing ? undefined : nothing;
}

/** What belongs to one definition and not to the next one. */
function forgotten(): Pick<
  PageState,
  | 'drafts'
  | 'settled'
  | 'near'
  | 'heights'
  | 'wanted'
  | 'cursor'
  | 'labelled'
  | 'refusal'
  | 'refused'
  | 'dialled'
  | 'settings'
  | 'withSecrets'
> {
  return {
    drafts: new Map(),
    settled: new Set(),
    near: new Set(),
    heights: new Map(),
    wanted: undefined,
    cursor: undefined,
    labelled: undefined,
    refusal: undefined,
    refused: undefined,
    dialled: undefined,
    settings: undefined,
    withSecrets: false,
  };
}
