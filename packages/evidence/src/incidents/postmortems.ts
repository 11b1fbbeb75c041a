import type { ReadDocument } from '../documents/document.ts';
import { readDocument } from '../documents/read-document.ts';
import { filled, headingsRule, owner } from '../documents/rules/common.ts';
import { tablesRule } from '../documents/rules/tables.ts';

/** A document of the repository about one incident, and what is still wrong with it. */
export interface Postmortem {
  readonly file: string;
  /** The number of its issue. */
  readonly incident: number;
  readonly problems: readonly string[];
}

export interface Postmortems {
  readonly found: readonly Postmortem[];
  /** Files that mean to be one, and do not say about which incident. */
  readonly strays: readonly string[];
}

export const POSTMORTEM_HEADINGS: readonly string[] = ['Timeline', 'Impact', 'Causes', 'Measures'];

/** As the documents of the other kinds: an owner, its sections, its table, and no text of the draft. */
const RULES = [
  owner,
  headingsRule(POSTMORTEM_HEADINGS),
  tablesRule([{ heading: 'Measures', columns: ['Measure', 'Owner', 'Until'], fewest: 1 }]),
  filled,
];

/** Postmortems among Markdown files: those whose first lines say `kind: postmortem` and `incident: 12`. Pure. */
export function postmortemsIn(texts: ReadonlyMap<string, string>): Postmortems {
  const documents = [...texts].map(([file, text]) => readDocument(file, text));
  const meant = documents.filter(({ facts, factsProblem }) => factsProblem !== '' || facts['kind'] === 'postmortem');
  return {
    found: meant.flatMap((document) => {
      const incident = incidentOf(document);
      return incident === undefined ? [] : [{ file: document.file, incident, problems: problemsOf(document) }];
    }),
    strays: meant.filter((document) => incidentOf(document) === undefined).map(({ file }) => file),
  };
}

function incidentOf({ facts }: ReadDocument): number | undefined {
  const said = facts['incident'];
  // A map may have a `toString` of its own, which is no function.
  const number = typeof said === 'number' || typeof said === 'string' ? Number(said) : Number.NaN;
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

function problemsOf(document: ReadDocument): readonly string[] {
  return RULES.flatMap((rule) =>
    [rule.judge(document)]
      .flat()
      .filter(({ verdict }) => verdict !== 'pass')
      .map(({ measured }) => `not so: ${rule.title} (${measured})`),
  );
}
