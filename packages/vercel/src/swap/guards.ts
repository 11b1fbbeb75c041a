import { formatDuration, isFresh, nameSome } from '@lockstep/base';
import { inFlight, type VercelProject } from '../project.ts';
import { rollingGuards } from '../rolling/rolling-guards.ts';
import type { SwapRefusal, SwapRefusalCode } from './refusal.ts';
import type { OrderToLive, SwapRequest } from './swap-request.ts';
import type { SwapSnapshot } from './swap-snapshot.ts';

/** Every reason there is not to begin, all at once. Pure. */
export function guard(state: SwapSnapshot, request: SwapRequest, nowMs: number): readonly SwapRefusal[] {
  const own = request.strategy === 'alias' ? aliasGuards(state, request) : promoteGuards(state, request, nowMs);
  return [...candidateGuards(state), ...own, ...evidenceGuards(state, request, nowMs)];
}

function candidateGuards({ candidate, project }: SwapSnapshot): SwapRefusal[] {
  const refusals: SwapRefusal[] = [];
  if (candidate.projectId !== undefined && candidate.projectId !== project.id)
    refusals.push(
      refuse(
        'candidate-of-other-project',
        `${candidate.id} belongs to project ${candidate.projectId}, not to ${project.name} (${project.id})`,
      ),
    );
  if (candidate.readyState !== 'READY')
    refusals.push(
      refuse(
        'candidate-not-ready',
        `${candidate.id} is ${candidate.readyState}, not READY: wait for its build, or deploy again`,
      ),
    );
  return refusals;
}

function promoteGuards(state: SwapSnapshot, request: SwapRequest, nowMs: number): SwapRefusal[] {
  const { candidate, project } = state;
  const refusals: SwapRefusal[] = [];
  if (candidate.target !== 'production')
    refusals.push(
      refuse(
        'candidate-not-production',
        `${candidate.id} was built for ${candidate.target ?? 'preview'}: Vercel would build it again for production, and that second build would be untested; deploy with target: production`,
      ),
    );
  if (state.productionDomains.length === 0)
    refusals.push(refuse('no-production-domains', `project ${project.name} has no verified production domain to move`));
  const late = changedUnderUs(project, request.expectCurrent, nowMs);
  if (late !== undefined) refusals.push(late);
  refusals.push(...rollingGuards(state, request));
  refusals.push(...orderGuards(state, request.commitOrder));
  // A promote ends a rollback and with it switches auto-assignment on again.
  if (project.git !== undefined && (project.autoAssign || project.rolledBack) && !request.skipGitDeploymentCheck)
    refusals.push(
      refuse(
        'git-auto-deploy-enabled',
        `Vercel automatically deploys every push to ${project.git.branch} of ${project.git.repository} to production, without any gate: set {"git": {"deploymentEnabled": {"${project.git.branch}": false}}} in vercel.json, then confirm it with skip-git-deployment-check: true (Vercel's API does not show that setting)`,
      ),
    );
  return refusals;
}

/** What may have changed since it was planned: checked once more right before the change. */
export function changedUnderUs(
  project: VercelProject,
  expected: string | undefined,
  nowMs: number,
): SwapRefusal | undefined {
  if (expected !== undefined && project.production !== expected)
    return refuse(
      'current-differs',
      `${project.production ?? 'nothing'} is live, ${expected} was expected: another release came in between; deploy and test again on top of it`,
    );
  if (project.job !== undefined && inFlight(project.job, nowMs))
    return refuse(
      'promotion-in-flight',
      `a ${project.job.type} to ${project.job.to} is ${project.job.status}: wait for its end, then run this step again`,
    );
  return undefined;
}

function orderGuards({ candidate, current }: SwapSnapshot, order: OrderToLive | undefined): SwapRefusal[] {
  const [mine, live] = [candidate.commit ?? 'an unknown commit', current?.commit ?? 'an unknown commit'];
  const way = 'require-newer-commit: false allows it';
  switch (order) {
    case undefined:
    case 'ahead':
    case 'identical':
    case 'not-recorded':
      return [];
    case 'behind':
      return [refuse('superseded', `${mine} is older than ${live}, which is live: a newer release came first; ${way}`)];
    case 'diverged':
      return [refuse('superseded', `${mine} does not contain ${live}, which is live: rebase or merge first; ${way}`)];
    case 'unknown':
      return [
        refuse(
          'commit-order-unknown',
          `cannot determine whether ${mine} contains ${live}, which is live: both must be commits of this repository, and github-token needs contents: read; ${way}`,
        ),
      ];
  }
}

function evidenceGuards({ candidate }: SwapSnapshot, request: SwapRequest, nowMs: number): SwapRefusal[] {
  const { evidence, maxEvidenceAgeMs } = request;
  if (evidence === undefined)
    return maxEvidenceAgeMs === undefined
      ? []
      : [
          refuse(
            'evidence-missing',
            `no evidence that ${candidate.id} is healthy: pass the evidence output of health-gate`,
          ),
        ];
  const refusals: SwapRefusal[] = [];
  if (evidence.deploymentId !== candidate.id)
    refusals.push(
      refuse('evidence-not-for-candidate', `the evidence is for ${evidence.deploymentId}, not for ${candidate.id}`),
    );
  if (evidence.verdict !== 'pass')
    refusals.push(refuse('evidence-not-passed', `the evidence says ${evidence.verdict}, not pass`));
  const age = nowMs - evidence.at;
  if (maxEvidenceAgeMs !== undefined && !isFresh(age, maxEvidenceAgeMs))
    refusals.push(
      refuse(
        'evidence-stale',
        `the evidence is ${age < 0 ? `${formatDuration(-age)} in the future` : `${formatDuration(age)} old`}, max-evidence-age is ${formatDuration(maxEvidenceAgeMs)}: run the health gate again`,
      ),
    );
  return refusals;
}

function aliasGuards({ productionDomains, project }: SwapSnapshot, request: SwapRequest): SwapRefusal[] {
  const refusals: SwapRefusal[] = [];
  const production = request.aliases.filter((alias) => productionDomains.includes(alias));
  if (production.length > 0)
    refusals.push(
      refuse(
        'alias-is-production-domain',
        `${nameSome(production, 3)}: moving a production domain as an alias leaves the production pointer and the cron jobs behind, and a later rollback would miss it; use strategy: promote`,
      ),
    );
  const foreign = request.foreignAliases.filter(
    (alias) => alias.projectId !== undefined && alias.projectId !== project.id,
  );
  if (foreign.length > 0)
    refusals.push(
      refuse(
        'alias-of-other-project',
        `${nameSome(
          foreign.map((alias) => `${alias.host} (held by project ${alias.projectId})`),
          3,
        )}: that project would lose it; remove it there first`,
      ),
    );
  return refusals;
}

function refuse(code: SwapRefusalCode, message: string): SwapRefusal {
  return { code, message };
}
