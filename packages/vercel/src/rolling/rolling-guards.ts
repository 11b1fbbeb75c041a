import type { SwapRefusal } from '../swap/refusal.ts';
import type { SwapRequest } from '../swap/swap-request.ts';
import type { SwapSnapshot } from '../swap/swap-snapshot.ts';
import { planConfig } from './plan-config.ts';

const WHERE = 'Settings → Build and Deployment → Rolling Releases';

/** What there is against a rolling release; with `strategy: promote`, that a promote would start one. Pure. */
export function rollingGuards(state: SwapSnapshot, request: SwapRequest): readonly SwapRefusal[] {
  const { project, rolling, rollout } = state;
  if (rollout !== undefined) {
    const message = `a rolling release to ${rollout.candidate ?? 'an unknown deployment'} is under way: complete or abort it first; one that Lockstep began is ended by the rollback action, to: finish`;
    return [{ code: 'rolling-release', message }];
  }
  // Where nothing is live there is nothing to roll from: everybody gets the first deployment at once.
  if (project.production === undefined) return [];
  if (request.strategy === 'promote') {
    const message = `project ${project.name} has rolling releases switched on, so a promote would start one instead of a swap: set strategy: rolling, or switch them off in ${WHERE}`;
    return project.rollingReleases ? [{ code: 'rolling-release', message }] : [];
  }
  if (request.rolling === undefined) return [];
  if (rolling.kind === 'off') {
    const message = `project ${project.name} has rolling releases switched off: switch them on in ${WHERE} (a plan with rolling releases is needed), or set strategy: promote`;
    return [{ code: 'rolling-not-enabled', message }];
  }
  if (rolling.kind === 'not-available') {
    const message = `Vercel does not show the rolling releases of project ${project.name} (${rolling.error.message}): the plan and vercel-token must allow them, or set strategy: promote`;
    return [{ code: 'rolling-not-available', message }];
  }
  const planned = planConfig(rolling.config, request.rolling);
  switch (planned.kind) {
    case 'plan':
      return [];
    case 'advances-by-itself': {
      const message = `the stages of project ${project.name} advance automatically (${planned.percentage} %), before a health gate could decide: set them to manual approval in ${WHERE}, or give "stages"`;
      return [{ code: 'rolling-automatic', message }];
    }
    case 'no-stages': {
      const message = `project ${project.name} is configured without a stage below 100 %, so that all users would get the candidate at once: add one in ${WHERE}, or give "stages"`;
      return [{ code: 'rolling-without-stages', message }];
    }
  }
}
