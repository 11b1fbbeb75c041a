import type { Shell } from '@lockstep/action-shell';
import { isMap } from '@lockstep/base';
import type { Annotated } from '@lockstep/quality';
import type { Inputs } from './inputs.ts';

/** Commits that the event names; `''` where it does not. */
export interface EventCommits {
  readonly base: string;
  /** What checks belong to: of a pull request its head, since the run's own commit is a merge that nobody sees. */
  readonly head: string;
}

export function commitsOf(event: Readonly<Record<string, unknown>>, runSha: string): EventCommits {
  const pull = isMap(event['pull_request']) ? event['pull_request'] : undefined;
  if (pull !== undefined) return { base: shaOf(pull['base']), head: shaOf(pull['head']) || runSha };
  const group = isMap(event['merge_group']) ? event['merge_group'] : undefined;
  if (group !== undefined) return { base: String(group['base_sha'] ?? ''), head: String(group['head_sha'] ?? runSha) };
  return { base: typeof event['before'] === 'string' ? event['before'] : '', head: runSha };
}

/** What the check run says beside its annotations. */
export interface CheckWords {
  readonly passes: boolean;
  readonly certain: boolean;
  readonly title: string;
  readonly summary: string;
  /** Findings in all. */
  readonly findings: number;
}

/** Writes the check run. A token that may not is a warning: the summary has everything. */
export async function writeCheck(
  values: Inputs,
  shell: Shell,
  head: string,
  words: CheckWords,
  ordered: readonly Annotated[],
): Promise<void> {
  const { createClient, publishCheck } = await import('@lockstep/github');
  const github = createClient({
    token: values['github-token'],
    apiUrl: shell.env.apiUrl,
    repository: shell.env.repository,
    clock: shell.clock,
    log: shell.log,
    signal: shell.signal,
  });
  const result = await publishCheck(github, {
    name: values['check-name'],
    commit: head,
    externalId: `${shell.env.runId}.${shell.env.runAttempt}.${shell.instance}`,
    conclusion: words.passes ? (words.certain ? 'success' : 'neutral') : 'failure',
    title: words.title,
    summary: words.summary,
    detailsUrl: shell.env.runUrl,
    annotationCount: words.findings,
    annotations: ordered.flatMap(({ gate, finding, level }) => {
      const { file, line, column, message, rule } = finding;
      if (file === undefined) return [];
      const at = { file, line: line ?? 1, ...(column === undefined ? {} : { column }) };
      return [{ ...at, level: level === 'note' ? ('notice' as const) : level, title: `${gate}: ${rule}`, message }];
    }),
  });
  if (result.kind === 'published') {
    shell.log.info(`check run: ${result.url}`);
    if (result.lost > 0)
      shell.log.warning(`the check run lacks ${result.lost} annotations; the summary has everything`);
  } else shell.log.warning(`no check run: ${result.message}; the summary has everything`);
}

function shaOf(side: unknown): string {
  return isMap(side) && typeof side['sha'] === 'string' ? side['sha'] : '';
}
