import { formatDuration, markdownTable, VERDICT_MARKS, type Verdict } from '@lockstep/base';

/** One line of the table of a release or rollback on the run page. */
export interface SummaryStep {
  readonly name: string;
  /** Undefined where the step had nothing to do. */
  readonly verdict: Verdict | undefined;
  /** Markdown in one line: words of others are made harmless first (`inlineText`). */
  readonly result: string;
  /** Undefined where it was not measured. */
  readonly ms?: number | undefined;
}

/** What the run page says of a release or rollback. */
export interface RunSummary {
  readonly verdict: Verdict;
  /** What users have now, in one line. */
  readonly title: string;
  /** Why, and what to do next; one paragraph each. */
  readonly lead: readonly string[];
  readonly steps: readonly SummaryStep[];
  /** Shown folded, each under its own title. */
  readonly details?: readonly { readonly title: string; readonly markdown: string }[];
}

/** What users have, why, and what to do next; then one table; everything else folded. Markdown. */
export function showRunSummary({ verdict, title, lead, steps, details = [] }: RunSummary): string {
  const rows = steps.map(({ name, verdict: sign, result, ms }) => [
    name,
    sign === undefined ? '–' : VERDICT_MARKS[sign],
    result,
    ms === undefined ? '' : formatDuration(ms),
  ]);
  const table = rows.length === 0 ? [] : [markdownTable(['Step', '', 'Result', 'Time'], rows)];
  return [
    `### ${VERDICT_MARKS[verdict]} ${title}`,
    ...lead,
    ...table,
    ...details.map((one) => `<details><summary>${one.title}</summary>\n\n${one.markdown}\n\n</details>`),
  ].join('\n\n');
}
