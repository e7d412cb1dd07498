import * as l10n from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import type { DocumentOptions } from '../language/index.ts';
import { section } from '../protocol.ts';
import { describeError } from './answer.ts';
import type { ClientFacts } from './client-facts.ts';

export type Severities = NonNullable<DocumentOptions['severities']>;

/** Severities by rule id, per resource. Answers are kept until the client says that its configuration changed. */
export interface Settings {
  severities(uri: string): Promise<Severities>;
  /** Drops what is known. `pushed` is what a client sent that cannot be asked. */
  changed(pushed: unknown): void;
  forget(uri: string): void;
}

const setting = `${section}.rules`;
const severityNames = ['error', 'warning', 'information', 'hint', 'off'] as const;

export function createSettings(connection: Connection, client: ClientFacts, ruleIds: readonly string[]): Settings {
  const known = new Map<string, Promise<Severities>>();
  const complained = new Set<string>();
  let global: Severities = {};

  const complain = (text: string) => {
    if (complained.has(text)) return;
    complained.add(text);
    connection.console.warn(text);
  };
  const ask = async (uri: string): Promise<Severities> => {
    try {
      const given: unknown = await connection.workspace.getConfiguration({ scopeUri: uri, section });
      return readSeverities(given, ruleIds, complain);
    } catch (error) {
      complain(l10n.t('The settings could not be read; every rule keeps its own severity. {0}', describeError(error)));
      return {};
    }
  };

  return {
    severities(uri) {
      if (!client.configuration) return Promise.resolve(global);
      const before = known.get(uri);
      if (before) return before;
      const asked = ask(uri);
      known.set(uri, asked);
      return asked;
    },
    changed(pushed) {
      known.clear();
      complained.clear();
      if (!client.configuration && isRecord(pushed)) global = readSeverities(pushed[section], ruleIds, complain);
    },
    forget(uri) {
      known.delete(uri);
    },
  };
}

function readSeverities(given: unknown, ruleIds: readonly string[], complain: (text: string) => void): Severities {
  const rules = isRecord(given) ? given['rules'] : undefined;
  if (!isRecord(rules)) return {};
  const read: Record<string, Severities[string]> = {};
  for (const [id, wanted] of Object.entries(rules)) {
    const severity = severityNames.find((name) => name === wanted);
    if (!ruleIds.includes(id)) complain(l10n.t('{0}: there is no rule "{1}"; the entry is ignored.', setting, id));
    else if (severity) read[id] = severity;
    else
      complain(
        l10n.t(
          '{0}: "{1}" must be one of {2}; the rule keeps its own severity.',
          setting,
          id,
          severityNames.join(', '),
        ),
      );
  }
  return read;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
