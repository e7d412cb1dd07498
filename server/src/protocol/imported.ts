import type { DocumentParams } from './document.ts';

/** What a definition is compared with, and what came of it. */
export type ImportedState =
  | {
      readonly kind: 'compared';
      /** A file's name, or a revision. */
      readonly title: string;
      /** `YYYY-MM-DD`, where it is known. */
      readonly importedOn?: string;
      /** Changes of the field set that nobody has accepted, and those that somebody has. */
      readonly changes: number;
      readonly accepted: number;
      /** The next import would collide with the one that was compared with. */
      readonly collides: boolean;
    }
  /** It is to be compared with something that cannot be had. A sentence, translated. */
  | { readonly kind: 'trouble'; readonly message: string };

/** What a definition can be compared with. Absent: what its team has agreed on, else its baseline file. */
export type ComparisonChoice =
  | { readonly kind: 'file' }
  /** `HEAD`, a tag, `origin/main`: of the definition itself. */
  | { readonly kind: 'git'; readonly revision: string }
  /** Another definition, in either form. */
  | { readonly kind: 'definition'; readonly uri: string };

export interface CompareWithParams extends DocumentParams {
  readonly with?: ComparisonChoice;
}

export interface ReadRevisionParams extends DocumentParams {
  readonly revision: string;
}

export type RevisionAnswer =
  | { readonly kind: 'text'; readonly text: string /** Where an editor can open it. */; readonly uri?: string }
  /** A sentence, translated. */
  | { readonly kind: 'trouble'; readonly message: string };

export interface BaselineFile {
  /** Where the baseline of the document is, or would be written; absent for a document that lies nowhere. */
  readonly uri?: string;
  /** The metadata form of the same call center in the workspace: the org's own truth, where it was retrieved. */
  readonly twin?: string;
}

export interface ChangeBaselineParams extends DocumentParams {
  /** The text of the baseline file as it is on the disk; null when there is none. */
  readonly present: string | null;
  readonly change:
    | {
        readonly kind: 'mark';
        /** Where the fields come from, unless from the document itself. */
        readonly from?: { readonly text: string; readonly kind: 'definition' | 'git' | 'org'; readonly what: string };
        /** `YYYY-MM-DD`. */
        readonly on: string;
      }
    | {
        readonly kind: 'accept';
        /** Absent: every change that is not accepted yet. */
        readonly fingerprints?: readonly string[];
        readonly reason: string;
        readonly by: string;
        /** `YYYY-MM-DD`. */
        readonly on: string;
      }
    /** Takes out acceptances of changes that are not there any more. */
    | { readonly kind: 'prune' };
}

export type BaselineText =
  | { readonly kind: 'text'; readonly text: string }
  /** Nothing may be written. A sentence, translated. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface ImportedText {
  readonly text: string;
  /** What the definition is compared with. */
  readonly title: string;
}
