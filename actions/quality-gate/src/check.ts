import { githubClient } from '@lockstep/action-kit/github';
import type { Shell } from '@lockstep/action-shell';
import { publishCheck } from '@lockstep/github';
import type { Annotated } from '@lockstep/quality';
import type { Inputs } from './inputs.ts';

/** What the check run says besides its annotations. */
export interface CheckWords {
  readonly passes: boolean;
  readonly certain: boolean;
  readonly title: string;
  readonly summary: string;
  /** Findings in all, and those that it shows. */
  readonly findings: number;
  readonly ordered: readonly Annotated[];
}

/** Writes the check run. A token without the permission is a warning: the summary has everything. */
export async function writeCheck(values: Inputs, shell: Shell, head: string, words: CheckWords): Promise<void> {
  const result = await publishCheck(githubClient(values, shell), {
    name: values['check-name'],
    commit: head,
    externalId: `${shell.env.runId}.${shell.env.runAttempt}.${shell.instance}`,
    conclusion: words.passes ? (words.certain ? 'success' : 'neutral') : 'failure',
    title: words.title,
    summary: words.summary,
    detailsUrl: shell.env.runUrl,
    annotationCount: words.findings,
    annotations: words.ordered.flatMap(({ gate, finding, level }) => {
      const { file, line, column, message, rule } = finding;
      if (file === undefined) return [];
      const at = { file, line: line ?? 1, ...(column === undefined ? {} : { column }) };
      return [{ ...at, level: level === 'note' ? ('notice' as const) : level, title: `${gate}: ${rule}`, message }];
    }),
  });
  if (result.kind === 'published') {
    shell.log.info(`check run: ${result.url}`);
    if (result.lost > 0)
      shell.log.warning(
        `GitHub did not accept ${result.lost} annotations of the check run; the step summary has everything`,
      );
  } else shell.log.warning(`the check run was not written: ${result.message}; the step summary has everything`);
}
