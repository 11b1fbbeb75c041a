import { githubClient } from '@lockstep/action-kit/github';
import { refuseEvidence } from '@lockstep/action-kit/refusals';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { openEvidence } from '@lockstep/base';
import { newRecordId, showKey, stageCandidate } from '@lockstep/github';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

/** Records that a deployment without traffic passed its gates, with the evidence, so that a promotion finds it. */
export async function stage(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const key = { environment: values.environment, service: values.service };
  const commit = values['commit-sha'] || shell.env.sha;
  const evidence = openEvidence(values.evidence);
  const nowMs = shell.clock.now();
  const refusal = refuseEvidence(evidence, commit, { nowMs, maxAgeMs: values['max-evidence-age'] });
  if (refusal !== undefined) return { verdict: 'fail', ...refusal };
  const { deployment } = evidence;
  if (deployment === null)
    return { verdict: 'fail', reason: 'deployment-unknown', message: 'the evidence names no deployment' };
  const outputs = { 'deployment-id': deployment, 'commit-sha': commit };
  const what = `${deployment} of ${commit} for ${showKey(key)}`;
  if (values['dry-run']) return { verdict: 'pass', reason: 'dry-run', message: `would stage ${what}`, outputs };

  const { runId, runAttempt, runUrl, actor } = shell.env;
  await stageCandidate(githubClient(values, shell), values['ledger-creator'], values.environment, {
    kind: 'lockstep-candidate/1',
    id: newRecordId(nowMs),
    service: values.service,
    author: { runId, runAttempt, url: runUrl },
    actor,
    deployment,
    commit,
    evidence,
  });
  shell.summary.add(
    `### ✅ Staged for ${showKey(key)}\n\n\`${deployment}\` of commit \`${commit}\` is ready and has no traffic. What to do: promote it.`,
  );
  return { verdict: 'pass', reason: 'staged', message: `${what} is staged`, outputs };
}
