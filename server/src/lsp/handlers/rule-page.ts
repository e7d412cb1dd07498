import type { RulePageParams } from '../../protocol.ts';
import type { Handler } from '../answer.ts';

export const rulePage: Handler<RulePageParams, string | null> = (session, params) =>
  session.service.rulePage(params.id) ?? null;
