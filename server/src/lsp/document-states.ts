import * as l10n from '@vscode/l10n';
import { RAL } from 'vscode-languageserver';
import type { Source } from '../language/index.ts';
import { type DocumentState, methods } from '../protocol.ts';
import { describeError, send } from './answer.ts';
import { optionsFor, type Session } from './session.ts';

/** Milliseconds of silence before a client is told what became of a document. */
const delay = 80;

/** Tells clients that want to know which form, flavour and user interface a document has. */
export interface DocumentStates {
  changed(source: Source): void;
  closed(uri: string): void;
}

export function createDocumentStates(session: Session): DocumentStates {
  const timers = new Map<string, { dispose(): void }>();
  const sent = new Map<string, string>();

  const tellNow = (uri: string): void => {
    const source = session.documents.get(uri);
    // Gone, or edited again: then it is told later.
    if (!source || timers.has(uri)) return;
    const state = describe(session, source);
    const { version, ...lasting } = state;
    const key = JSON.stringify(lasting);
    if (sent.get(uri) === key) return;
    sent.set(uri, key);
    send(session.connection, methods.documentState, session.connection.sendNotification(methods.documentState, state));
  };
  const tell = async (uri: string): Promise<void> => {
    try {
      await session.turns.quiet();
      // What a document is must not wait for what was imported, the first time. Later that is read anew, and no word of
      // it would say that there was no import.
      if (!sent.has(uri)) tellNow(uri);
      const source = session.documents.get(uri);
      if (source && session.service.describe(source).form !== 'none') await session.imports.prepare(uri);
      tellNow(uri);
    } catch (error) {
      session.connection.console.error(`${methods.documentState} failed: ${describeError(error)}`);
    }
  };
  if (session.client.options.documentState !== true) return { changed: () => undefined, closed: () => undefined };
  return {
    changed({ uri }) {
      timers.get(uri)?.dispose();
      timers.set(
        uri,
        RAL().timer.setTimeout(() => {
          timers.delete(uri);
          void tell(uri);
        }, delay),
      );
    },
    closed(uri) {
      timers.get(uri)?.dispose();
      timers.delete(uri);
      sent.delete(uri);
    },
  };
}

function describe(session: Session, source: Source): DocumentState {
  const info = session.service.describe(source, optionsFor(session, source.uri, undefined));
  return {
    uri: source.uri,
    version: source.version,
    form: info.form,
    ...(info.flavour && { flavour: info.flavour }),
    flavourChosen: info.flavourChosen,
    ...(info.interface && { interface: info.interface }),
    wellFormed: info.wellFormed,
    ...importedState(session, source),
  };
}

/** Of a definition that is compared with something. */
function importedState({ service, imports }: Session, source: Source): Pick<DocumentState, 'imported'> {
  const imported = imports.known(source.uri);
  if (!imported) return {};
  const report = service.changes(source, { imported });
  if (!report) {
    const message =
      imported.trouble ?? l10n.t('What was imported cannot be read; the problem at the root element tells why.');
    return { imported: { kind: 'trouble', message } };
  }
  const { title, importedOn, changes } = report;
  const frozen = changes.filter(({ rule, withSection }) => !withSection && isFrozen(rule));
  const collision = changes.find(({ rule }) => rule === 'field-set-changed-same-internal-name');
  const accepted = frozen.filter((change) => change.accepted).length;
  return {
    imported: {
      kind: 'compared',
      title,
      ...(importedOn !== undefined && { importedOn }),
      changes: frozen.length - accepted,
      accepted,
      collides: collision !== undefined && !collision.accepted,
    },
  };
}

function isFrozen(rule: string): boolean {
  return /^(?:section|item)-/.test(rule);
}
