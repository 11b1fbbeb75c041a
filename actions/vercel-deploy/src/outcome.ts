import type { Outcome, Shell } from '@lockstep/action-shell';
import { formatDuration } from '@lockstep/base';
import { type BuildEnd, explainBlock, lastLines, originOf, schemaHint, type VercelApi } from '@lockstep/vercel';

const LINES = 25;

/** What the end of a build means, with the build's own last lines where it failed. */
export async function outcomeOf(api: VercelApi, end: BuildEnd, timeoutMs: number, shell: Shell): Promise<Outcome> {
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
        ? { verdict: 'fail', reason: 'build-failed', message }
        : { verdict: 'fail', reason: 'build-misses-schema', message: `${message}; ${hint}` };
    }
    case 'canceled':
      return { verdict: 'fail', reason: 'build-canceled', message: `somebody cancelled the build of ${id}${where}` };
    case 'blocked':
      return { verdict: 'fail', reason: 'build-blocked', message: `Vercel blocks ${id}: ${explainBlock(deployment)}` };
    case 'checks-failed':
      return {
        verdict: 'fail',
        reason: 'checks-failed',
        message: `${id} is built, and its deployment checks failed${where}`,
      };
    case 'alias-failed':
      return {
        verdict: 'fail',
        reason: 'alias-failed',
        message: `${id} is built, and Vercel could not assign its domains: ${deployment.aliasError}${where}`,
      };
    case 'late':
      return {
        verdict: 'unknown',
        reason: 'build-timeout',
        message: `${id} is still ${deployment.readyState} after build-timeout (${formatDuration(timeoutMs)})${where}; it is cancelled`,
      };
  }
}

function showLines(lines: readonly string[], shell: Shell): void {
  if (lines.length === 0) return;
  shell.log.info(`The last ${lines.length} lines of the build:`);
  shell.log.foreign(lines.join('\n'));
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => (/`+/.exec(line)?.[0].length ?? 0) + 1)));
  shell.summary.add(`### The build's last lines\n\n${fence}text\n${lines.join('\n')}\n${fence}`);
}
