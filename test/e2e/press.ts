import { dispatch } from '@lockstep/proving-ground/ground';
import type { RunResult, Strike } from '@lockstep/workflow-runner';
import { type Site, workflowOf } from './consumers.ts';

/** Somebody presses "Run workflow" of the site's rollback; resolves when it has ended. */
export async function press(
  site: Site,
  inputs: Readonly<Record<string, string | boolean>> = {},
  strikes: readonly Strike[] = [],
): Promise<RunResult> {
  const { ground, runner, consumer, secrets, environments } = site;
  const sha = consumer.github.state.refs.get('heads/main') ?? '';
  const workflow = workflowOf(site, 'rollback');
  const run = await dispatch(ground, runner, consumer, {
    sha,
    workflow,
    inputs,
    secrets,
    environments,
    actor: 'olga',
    timeScale: 0.1,
    strikes,
  });
  return await run.result;
}
