import type { Completion } from '../../service/editing.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { type Piece, toPlain, toSnippet } from './pieces.ts';

/** A completion before it is known what stands beside it in the list: that decides about its `sortText`. */
export type Offer = Omit<Completion, 'sortText'>;

/** Pieces instead of the characters of a span. */
export interface Change {
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

/** What an offer does to the document. */
export type Edit = Pick<Offer, 'replace' | 'snippet' | 'plain' | 'additional'>;

/** One edit, which holds the cursor; it is left before `tail`. */
export function editOf(span: Span, pieces: readonly Piece[], tail = ''): Edit {
  return { replace: span, snippet: toSnippet(pieces, tail), plain: toPlain(pieces) + tail, additional: [] };
}

/**
 * The edit of several changes: `main`, which holds the cursor, and others that belong to it. Those that follow on the
 * same line become part of the replaced range, with what stands between them, so that they may have tab stops; the rest
 * become edits of their own, without.
 */
export function editOfAll(source: Source, main: Change, others: readonly Change[]): Edit {
  const pieces: Piece[] = [...main.pieces];
  const additional: TextEdit[] = [];
  let end = main.span.end;
  for (const change of [...others].sort((a, b) => a.span.start - b.span.start)) {
    const follows = change.span.start >= end && !/[\r\n]/.test(source.text.slice(end, change.span.end));
    if (follows) {
      pieces.push(source.text.slice(end, change.span.start), ...change.pieces);
      end = change.span.end;
    } else {
      additional.push({ span: change.span, newText: toPlain(change.pieces) });
    }
  }
  return { ...editOf({ start: main.span.start, end }, pieces), additional };
}

/**
 * Numbers the offers as they come, so that an editor keeps their order among those that match equally well. Of several
 * that would be chosen at first, the first is.
 */
export function inOrder(offers: readonly Offer[]): readonly Completion[] {
  const chosen = offers.findIndex(({ preselect }) => preselect);
  return offers.map((offer, index) => ({
    ...offer,
    sortText: String(index).padStart(4, '0'),
    preselect: index === chosen,
  }));
}
