import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { flavourIds } from '../../protocol/document.ts';
import type { NewDefinitionParams } from '../../protocol.ts';
import type { Handler } from '../answer.ts';

/** @throws ResponseError `InvalidParams` for a flavour that does not exist. */
export const newDefinition: Handler<NewDefinitionParams, string | null> = (session, params) => {
  const flavour = flavourIds.find((id) => id === params.flavour);
  if (flavour) return session.service.newDefinition(flavour);
  throw new ResponseError(ErrorCodes.InvalidParams, `flavour must be one of ${flavourIds.join(', ')}`);
};
