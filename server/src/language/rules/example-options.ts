import type { Imported } from '../baseline/compare.ts';
import { createSource } from '../text/source.ts';
import type { ExampleGiven, Rule, Severity } from './define-rule.ts';

/** Options of a document, as far as examples may need them. */
interface ExampleOptions extends Pick<ExampleGiven, 'now' | 'facts'> {
  readonly severities: Readonly<Record<string, Severity>>;
  readonly imported?: Imported;
}

/** What the examples of a rule are to be judged with: what they suppose, and the rule itself switched on. */
export function optionsOfExamples({ id, severity, examples }: Rule): {
  readonly uri: string;
  readonly options: ExampleOptions;
} {
  const { uri = '', imported, baseline, taken, ...given } = examples.given ?? {};
  const other = (text: string, title: string) => ({ source: createSource(`file:///${title}`, 0, text), title });
  const known: Imported = {
    ...(baseline !== undefined && { file: createSource('file:///acme.callcenter-baseline.json', 0, baseline) }),
    ...(imported !== undefined && { other: other(imported, 'imported.xml') }),
    ...(taken !== undefined && { taken: other(taken, 'retrieved.xml') }),
  };
  const options = { ...given, severities: { [id]: severity } };
  return { uri, options: Object.keys(known).length === 0 ? options : { ...options, imported: known } };
}
