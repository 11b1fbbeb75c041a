import type { GitHub } from './client.ts';

/**
 * Asks GitHub to cancel a workflow run, as a person does: its steps are signalled, its post steps run. GitHub answers
 * before any of that has happened. Throws RemoteError. Needs `actions: write`.
 */
export async function cancelRun(github: GitHub, runId: number): Promise<void> {
  const answer = await github.change('actions.cancelWorkflowRun', { run_id: runId });
  // 409: it has ended already. A lost answer is no harm: whoever waits sees that it does not end, and asks again.
  if (answer.kind === 'refused' && answer.error.status !== 409) throw answer.error;
}
