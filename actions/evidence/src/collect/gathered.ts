import { gather } from '@lockstep/action-kit/evidence/gather';
import { githubClient } from '@lockstep/action-kit/github';
import type { Shell } from '@lockstep/action-shell';
import type { Collected, ControlMap } from '@lockstep/evidence';
import { anchoredTrail } from '../anchored-trail.ts';
import { inServerTime } from '../in-server-time.ts';
import type { Inputs } from '../inputs.ts';
import { toolOf } from '../tool.ts';

/** What is to be found by the inputs, from the repository of the run. */
export async function gathered(values: Inputs, map: ControlMap, given: Shell): Promise<Collected> {
  const shell = await inServerTime(values, given);
  const { clock, env, log } = shell;
  const { owner, repo } = env.repository;
  return await gather(values, map, {
    ...{ clock, log, workspace: env.workspace, github: githubClient(values, shell) },
    trail: () => anchoredTrail(values, shell),
    repository: `${env.serverUrl}/${owner}/${repo}`,
    ...{ run: env.runId === 0 ? null : env.runUrl, version: toolOf().version },
  });
}
