import type { Outcome, Shell } from '@lockstep/action-shell';
import { formatDuration } from '@lockstep/base';
import { type BuildEnd, explainBlock, lastLines, originOf, schemaHint, type VercelApi } from '@lockstep/vercel';
import type { Reason } from './reasons.ts';

const LINES = 25;

export interface BuildOutcome extends Outcome<Reason> {
  /** The last lines of a build that failed. */
  readonly lines?: readonly string[];
}

/** What the end of a build means, with the build's own last lines where it failed. */
export async function outcomeOf(api: VercelApi, end: BuildEnd, timeoutMs: number, shell: Shell): Promise<BuildOutcome> {
  const { deployment } = end;
  const { id, inspectorUrl } = deployment;
  const where = inspectorUrl === undefined ? '' : ` (${inspectorUrl})`;
  switch (end.kind) {
    case 'ready':
      return { verdict: 'pass', reason: 'deployed', message: `${id} is ready at ${originOf(deployment.url)}` };
    case 'failed': {
      const lines = await lastLines(api, id, LINES);
      showLines(lines, shell);
      const hint = schemaHint([...lines, deployment.error?.message ?? '']);
      const said = deployment.error?.message ?? lines.at(-1) ?? 'Vercel gives no reason';
      const message = `the build of ${id} failed: ${said}${where}`;
      return hint === undefined
        ? { verdict: 'fail', reason: 'build-failed', message, lines }
        : { verdict: 'fail', reason: 'build-misses-schema', message: `${message}; ${hint}`, lines };
    }
    case 'cancelled':
      return {
        verdict: 'fail',
        reason: 'build-cancelled-on-vercel',
        message: `the build of ${id} was cancelled on Vercel${where}`,
      };
    case 'blocked':
      return {
        verdict: 'fail',
        reason: 'build-blocked',
        message: `Vercel blocks the build of ${id}: ${explainBlock(deployment)}`,
      };
    case 'checks-failed':
      return {
        verdict: 'fail',
        reason: 'checks-failed',
        message: `the build of ${id} succeeded, but its deployment checks failed${where}`,
      };
    case 'alias-failed':
      return {
        verdict: 'fail',
        reason: 'alias-failed',
        message: `the build of ${id} succeeded, but Vercel could not assign its domains: ${deployment.aliasError}${where}`,
      };
    case 'late':
      return {
        verdict: 'unknown',
        reason: 'build-timeout',
        message: `${id} is still ${deployment.readyState} after build-timeout (${formatDuration(timeoutMs)})${where}; the post step cancels it`,
      };
  }
}

function showLines(lines: readonly string[], shell: Shell): void {
  if (lines.length === 0) return;
  shell.log.info(`the last ${lines.length} lines of the build:`);
  shell.log.foreign(lines.join('\n'));
}
