import type { Shell } from '@lockstep/action-shell';
import { isMap } from '@lockstep/base';
import { type PullReport, pullMarkdown, pullVerdict } from '@lockstep/migrations';

/** Whether the run is about a pull request, whose comment says what a release would do with its migrations. */
export function isPull({ env }: Shell): boolean {
  return isMap(env.event()['pull_request']);
}

/** For preview-comment. Empty where the pull request has no migration; nobody knows that where git does not. */
export function pullOutputs(report: PullReport | undefined, isKnown: boolean) {
  if (!isKnown) {
    const table =
      'Which migrations this pull request adds is unknown: its base commit is not in the clone (check out with `fetch-depth: 0`).';
    return { 'pull-table': table, 'pull-verdict': 'unknown' };
  }
  if (report === undefined) return { 'pull-table': '', 'pull-verdict': '' };
  return { 'pull-table': pullMarkdown(report), 'pull-verdict': pullVerdict(report) };
}
