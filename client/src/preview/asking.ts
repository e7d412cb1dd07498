import type * as vscode from 'vscode';
import type { DocumentParams } from '../../../server/src/protocol/document.ts';
import type {
  DialAnswer,
  DialParams,
  FieldAtParams,
  FieldParams,
  FieldPlaces,
  FoundField,
  PreviewEditAnswer,
  PreviewEditParams,
  PreviewParams,
  PreviewSettingsParams,
  ProtocolPreview,
  RevealedField,
  VersionedSettings,
} from '../../../server/src/protocol/preview.ts';
import { methods } from '../../../server/src/protocol.ts';
import type { App } from '../app.ts';

/** What a preview asks the language server about one document. Every answer is null where it is not open there. */
export interface Asking {
  /** `sections`: those whose fields are in sight, or close to it. */
  view(sections: readonly string[]): Promise<ProtocolPreview | null>;
  edit(params: Omit<PreviewEditParams, 'uri'>): Promise<PreviewEditAnswer | null>;
  secret(id: string): Promise<RevealedField | null>;
  places(id: string): Promise<FieldPlaces | null>;
  fieldAt(position: vscode.Position): Promise<FoundField | null>;
  settings(params: Omit<PreviewSettingsParams, 'uri'>): Promise<VersionedSettings | null>;
  dial(params: Omit<DialParams, 'uri'>): Promise<DialAnswer | null>;
}

export function asking(app: App, document: vscode.TextDocument): Asking {
  const uri = document.uri.toString();
  const ask = async <Params extends DocumentParams, Answer>(method: string, params: Params): Promise<Answer | null> => {
    await app.server.sync(document);
    return (await app.server.client()).sendRequest<Answer | null>(method, params);
  };
  return {
    view: (sections) => ask<PreviewParams, ProtocolPreview>(methods.preview, { uri, sections }),
    edit: (params) => ask<PreviewEditParams, PreviewEditAnswer>(methods.previewEdit, { uri, ...params }),
    secret: (id) => ask<FieldParams, RevealedField>(methods.previewReveal, { uri, id }),
    places: (id) => ask<FieldParams, FieldPlaces>(methods.fieldPlaces, { uri, id }),
    fieldAt: ({ line, character }) =>
      ask<FieldAtParams, FoundField>(methods.fieldAt, { uri, position: { line, character } }),
    settings: (params) => ask<PreviewSettingsParams, VersionedSettings>(methods.previewSettings, { uri, ...params }),
    dial: (params) => ask<DialParams, DialAnswer>(methods.dial, { uri, ...params }),
  };
}
