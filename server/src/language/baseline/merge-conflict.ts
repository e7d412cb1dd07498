import * as l10n from '@vscode/l10n';
import type { Span } from '../text/span.ts';

/**
 * The first merge conflict that git left in a text, with words for what to do in a baseline. No line of JSON begins like
 * its markers; in a comment they would be as good as forgotten.
 */
export function mergeConflict(text: string): { readonly at: Span; readonly message: string } | undefined {
  const start = /^<{7}(?: (.*))?$/m.exec(text);
  if (!start) return loneMarker(text);
  const rest = text.slice(start.index);
  const end = /^>{7}(?: (.*))?$/m.exec(rest);
  const at = { start: start.index, end: start.index + (end ? end.index + end[0].length : start[0].length) };
  const line = text.slice(0, at.start).split('\n').length;
  const last = line + text.slice(at.start, at.end).split('\n').length - 1;
  return { at, message: wordsFor(line, last, nameOf(start[1]), nameOf(end?.[1])) };
}

/** What is left when somebody took out the first marker only. */
function loneMarker(text: string): { readonly at: Span; readonly message: string } | undefined {
  const found = /^(?:={7}$|>{7}(?: .*)?$|\|{7}(?: .*)?$)/m.exec(text);
  if (!found) return undefined;
  const line = text.slice(0, found.index).split('\n').length;
  return {
    at: { start: found.index, end: found.index + found[0].length },
    message: l10n.t('Line {0} is left over from a merge conflict. Delete it, and see what stands around it.', line),
  };
}

function wordsFor(line: number, last: number, ours: string, theirs: string): string {
  return l10n.t(
    'There is a merge conflict in the baseline, in lines {0} to {1}: above “=======” stands what this side says ({2}), below what the other side says ({3}). Under “accepted” keep the entries of both. Of all else keep the side that was imported into the org last. Then delete the lines with the markers.',
    line,
    last,
    ours,
    theirs,
  );
}

function nameOf(given: string | undefined): string {
  const name = given?.trim() ?? '';
  return name === '' ? '?' : name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
