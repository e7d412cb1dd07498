import type { DialAnswer } from '../../server/src/protocol/preview.ts';
import type { HostMessage } from '../src/preview/messages.ts';
import type { Page, PageState } from './page.ts';

/** An answer to what the page asks for beside the views. */
export type Answer = Extract<HostMessage, { readonly type: 'secret' | 'dialled' | 'settings' }>;

/** What an answer meets. */
export interface Asked {
  readonly state: Pick<PageState, 'view' | 'secrets' | 'dialled'>;
  readonly text: Page['text'];
}

/**
 * What an answer changes in the page: nothing where it is about another text than the one in sight, or where something else is
 * wanted by now. With each view, and with each change of what is wanted, the page asks anew.
 *
 * @param question the ticket of the last one
 */
export function answered({ state, text }: Asked, question: number, answer: Answer): Partial<PageState> {
  const { view, secrets } = state;
  const version = view?.version ?? 0;
  switch (answer.type) {
    case 'secret':
      if (answer.version < version || !secrets.has(answer.id)) return {};
      return { secrets: new Map(secrets).set(answer.id, answer.value) };
    case 'dialled': {
      if (answer.answer.version !== version || answer.ticket !== question) return {};
      const said = dialledSaid(text, answer.answer);
      const before = state.dialled ? dialledSaid(text, state.dialled) : '';
      return { dialled: answer.answer, ...(said !== before && { said }) };
    }
    case 'settings':
      return answer.version === version && answer.ticket === question ? { settings: answer } : {};
  }
}

/** What became of the numbers, for people who hear the page. */
function dialledSaid(text: Page['text'], { dialing: { numbers } }: DialAnswer): string {
  const wrong = numbers.filter(({ warnings }) => warnings.some(({ severity }) => severity !== 'information'));
  return numbers.length === 0 ? '' : text('dialledSaid', numbers.length, wrong.length);
}
