import { changesBetween, merged } from './changes.ts';
import type { View, ViewMessage } from './messages.ts';

/** Tells a page what there is to see: all of it once, then only what is different. */
export interface ViewSender {
  send(view: View): void;
  /** The page has nothing, or nothing any more: the next view is told in full. */
  startAnew(): void;
}

export function createViewSender(post: (message: ViewMessage) => void): ViewSender {
  let last: { readonly serial: number; readonly view: View } | undefined;
  let count = 0;
  return {
    send(view) {
      const serial = ++count;
      const base = last?.view.uri === view.uri ? last : undefined;
      last = { serial, view };
      const { content, ...rest } = view;
      if (content && base?.view.content) {
        const changes = { base: base.serial, content: changesBetween(base.view.content, content) };
        post({ type: 'view', serial, ...rest, changes });
      } else {
        post({ type: 'view', serial, ...rest, ...(content && { content }) });
      }
    },
    startAnew() {
      last = undefined;
    },
  };
}

/** What a page knows. */
export interface Received {
  readonly serial: number;
  readonly view: View;
}

/** The view that a message tells of; undefined where it builds on one that the page does not have. */
export function receive(before: Received | undefined, message: ViewMessage): Received | undefined {
  const { type: _, serial, changes, ...rest } = message;
  if (!changes) return { serial, view: rest };
  const base = before?.serial === changes.base ? before.view.content : undefined;
  const content = base && merged(base, changes.content);
  return content && { serial, view: { ...rest, content } };
}
