import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  type PreviewContent,
  type PreviewItem,
  type PreviewProblem,
  type Source,
  type Span,
  settingsFormats,
} from '../../language/index.ts';
import type { ProtocolRange } from '../../protocol/document.ts';
import type {
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
} from '../../protocol/preview.ts';
import type { Handler } from '../answer.ts';
import { checkedDocument } from '../checked-document.ts';
import { toOffset, toRange, toTextEdits } from '../convert.ts';
import { readOperation } from '../preview-operation.ts';
import { openDocument } from '../session.ts';

export const preview: Handler<PreviewParams, ProtocolPreview | null> = async (session, { uri, sections }, token) => {
  const open = await checkedDocument(session, uri, token);
  if (!open) return null;
  const { source, options } = open;
  const found = session.service.preview(source, options, sections && new Set(sections));
  if (found.state === 'none') return found;
  if (found.state === 'definition') return { ...found, content: contentFor(source, found.content) };
  const { error, content, ...rest } = found;
  return {
    ...rest,
    error: { message: error.message, at: toRange(source, error.at) },
    ...(content && { content: contentFor(source, content) }),
  };
};

/** The same with lines and columns. What has no problem is handed on as it is. */
function contentFor(source: Source, content: PreviewContent<Span>): PreviewContent<ProtocolRange> {
  const problemsFor = (problems: readonly PreviewProblem<Span>[]) =>
    problems.map((problem) => ({ ...problem, at: toRange(source, problem.at) }));
  const itemsFor = (items: readonly PreviewItem<Span>[]) =>
    items.map(
      ({ problems, ...item }): PreviewItem<ProtocolRange> =>
        problems ? { ...item, problems: problemsFor(problems) } : item,
    );
  return {
    ...content,
    parts: itemsFor(content.parts),
    sections: content.sections.map(({ problems, items, ...section }) => ({
      ...section,
      ...(items && { items: itemsFor(items) }),
      ...(problems && { problems: problemsFor(problems) }),
    })),
    problems: problemsFor(content.problems),
  };
}

/** @throws ResponseError `InvalidParams` for an operation that does not exist. */
export const previewEdit: Handler<PreviewEditParams, PreviewEditAnswer | null> = async (session, params, token) => {
  const operation = readOperation(params.operation);
  if (!operation) throw new ResponseError(ErrorCodes.InvalidParams, 'operation is none that a preview knows');
  const open = await openDocument(session, params.uri, token);
  if (!open) return null;
  const { source, options } = open;
  const { version } = source;
  if (params.version !== version) return { kind: 'stale', version };
  const result = session.service.previewEdit(source, operation, options);
  if (result.kind === 'refused') return result;
  const { edits, id } = result;
  return { kind: 'edits', version, edits: toTextEdits(source, edits), ...(id !== undefined && { id }) };
};

export const previewReveal: Handler<FieldParams, RevealedField | null> = async (session, { uri, id }, token) => {
  const open = await openDocument(session, uri, token);
  const value = open && session.service.fieldValue(open.source, id);
  return open && value !== undefined ? { version: open.source.version, value } : null;
};

export const previewSettings: Handler<PreviewSettingsParams, VersionedSettings | null> = async (
  session,
  { uri, format, reveal, most },
  token,
) => {
  if (!settingsFormats.includes(format))
    throw new ResponseError(ErrorCodes.InvalidParams, 'format is none of settings');
  const open = await openDocument(session, uri, token);
  if (!open) return null;
  const { source, options } = open;
  const secrets = reveal === true ? 'shown' : 'masked';
  const settings = session.service.previewSettings(source, format, secrets, options, most);
  return settings ? { version: source.version, ...settings } : null;
};

export const fieldPlaces: Handler<FieldParams, FieldPlaces | null> = async (session, { uri, id }, token) => {
  const open = await openDocument(session, uri, token);
  const spans = open && session.service.fieldSpans(open.source, id);
  if (!spans) return null;
  const { source } = open;
  const { element, name, label, value } = spans;
  return {
    version: source.version,
    element: toRange(source, element),
    ...(name && { name: toRange(source, name) }),
    ...(label && { label: toRange(source, label) }),
    ...(value && { value: toRange(source, value) }),
  };
};

export const fieldAt: Handler<FieldAtParams, FoundField | null> = async (session, { uri, position }, token) => {
  const open = await openDocument(session, uri, token);
  if (!open) return null;
  const { source } = open;
  const id = session.service.fieldAt(source, toOffset(source, position));
  return { version: source.version, ...(id !== undefined && { id }) };
};
