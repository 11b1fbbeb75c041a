import type { GitHub } from './client.ts';

/**
 * Says of the deployments of a commit that were only for a while (`transient_environment`) that they are no more.
 * How many it were. Throws RemoteError. Needs `deployments: write`.
 */
export async function retireDeployments(github: GitHub, commit: string): Promise<number> {
  let retired = 0;
  for await (const page of github.pages('repos.listDeployments', { sha: commit, task: 'deploy' }))
    for (const deployment of page.filter((one) => one.transient_environment === true)) {
      const answer = await github.change('repos.createDeploymentStatus', {
        deployment_id: Number(deployment.id),
        state: 'inactive',
        description: 'the pull request is closed',
      });
      if (answer.kind !== 'accepted') throw answer.error;
      retired++;
    }
  return retired;
}
