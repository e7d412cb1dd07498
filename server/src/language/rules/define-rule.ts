import type { Comparison, Imported, OtherPlace } from '../baseline/compare.ts';
import type { Catalog, Flavour } from '../catalog/types.ts';
import type { NumberingPlan } from '../dialing/plans.ts';
import type { Definition } from '../model/definition.ts';
import type { Interface } from '../model/flavour.ts';
import type { KnownDefinition, WorkspaceFacts } from '../model/surroundings.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { ItemValues } from './values.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** How sure a rule is: the platform's own message is known; documented; documented but published files break it; advice. */
export type Tier = 'refused' | 'documented' | 'contradicted' | 'advice';

/** What a rule sees of a document. Plain data: no editor, no files, no clock. */
export interface RuleContext {
  readonly source: Source;
  readonly definition: Definition;
  readonly flavour: Flavour;
  readonly interface: Interface;
  readonly catalog: Catalog;
  /** The numbering plans of all countries. */
  readonly plans: () => readonly NumberingPlan[];
  readonly values: ItemValues;
  /** Too large to be checked in full: only the rules that judge a broken text are asked. */
  readonly large: boolean;
  /** The present moment, in ms since 1970-01-01 UTC; undefined where the host keeps no clock. */
  readonly now: number | undefined;
  /** The files around; undefined where the host does not know them (yet): a rule about them is then silent. */
  readonly facts: WorkspaceFacts | undefined;
  /** Those of `facts.definitions` that call their call center so, the document itself among them. */
  definitionsNamed(internalName: string): readonly KnownDefinition[];
  /** What the host knows of the import; undefined where it knows nothing. */
  readonly imported: Imported | undefined;
  /** The definition beside what was imported; undefined where nobody knows what that was. */
  readonly comparison: Comparison | undefined;
}

/** A place that explains a finding: in the same document by offsets, in another one by lines. */
export type Related =
  | { readonly at: Span; readonly message: string }
  | { readonly other: OtherPlace; readonly message: string };

/** One thing a rule has found. `data` is what its fix needs and nothing else. */
export interface Problem<Data> {
  readonly at: Span;
  /** What is wrong, the value, what is allowed, what happens if it stays. Already translated. */
  readonly message: string;
  readonly data?: Data;
  /** Problems with the same key are mended by one and the same fix: Fix All then takes it once. */
  readonly sharedFix?: object;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
}

export interface Fix {
  /** An imperative, already translated: "Rename to reqAdapterUrl". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one right answer: offered first, and taken by Fix All. */
  readonly preferred: boolean;
}

/** What the examples of a rule suppose beside their text. */
export interface ExampleGiven {
  /** The present moment, in ms since 1970-01-01 UTC. */
  readonly now?: number;
  readonly uri?: string;
  readonly facts?: WorkspaceFacts;
  /** A definition that was imported. */
  readonly imported?: string;
  /** The text of the baseline file. */
  readonly baseline?: string;
  /** The file that the baseline was taken from, as it is now. */
  readonly taken?: string;
}

export interface Rule<Data = unknown> {
  /** Kebab case; file name, diagnostic code and page name. Never renamed, never reused. */
  readonly id: string;
  /** Default severity; a person may set another, or `off`. */
  readonly severity: Severity;
  /** Silent until a person gives it a severity. */
  readonly offByDefault?: boolean;
  /** Says the same in every file, and nothing in the file can end it: shown where the host offers to switch it off for good. */
  readonly dismissible?: boolean;
  readonly tier: Tier;
  /** Which bodies it speaks about. A hybrid is judged by the grammar of its children, as the reader reads it. */
  readonly forms: readonly ('import' | 'metadata' | 'invented')[];
  /** One English sentence, for the settings and the rule list. */
  readonly summary: string;
  /** Markdown: what it finds, why it matters, how to fix it. */
  readonly docs: string;
  readonly sources: readonly { readonly title: string; readonly url?: string }[];
  /** Executed by the tests: `bad` must report exactly at «…» (whole documents), `good` must not report. */
  readonly examples: {
    readonly bad: readonly string[];
    readonly good: readonly string[];
    /** The moment, the document's address and the files around that the examples suppose. */
    readonly given?: ExampleGiven;
  };
  /**
   * Whether it may speak about a text whose structure is in doubt: `certain` where it judges one element by itself (what
   * lies at a doubtful place is then left out), `always` where the broken text is its very subject. Default: not at all.
   */
  readonly onBrokenText?: 'certain' | 'always';
  /** Speaks of what was imported alone: where nothing is known of that, it is not asked. */
  readonly onImported?: true;
  check(context: RuleContext, report: (problem: Problem<Data>) => void): void;
  /**
   * For a rule about what the other rules have found: `silenced` are the places (offsets of rule names in comments) that
   * have silenced something, `known` the ids of all rules.
   */
  afterOthers?(
    context: RuleContext,
    silenced: ReadonlySet<number>,
    known: ReadonlySet<string>,
    report: (problem: Problem<Data>) => void,
  ): void;
  /** None of its fixes is preferred: nobody makes them where only those are taken. */
  readonly offersOnly?: boolean;
  /** Offered for each problem; the first preferred one is what Fix All applies. */
  fix?(problem: Problem<Data>, context: RuleContext): readonly Fix[];
}

/** Identity, for the types: a rule's own `Data` stays private to its file. */
export function defineRule<Data = undefined>(rule: Rule<Data>): Rule<unknown> {
  return rule as unknown as Rule<unknown>;
}
