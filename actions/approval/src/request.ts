import { githubClient } from '@lockstep/action-kit/github';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { formatDuration, openEvidence } from '@lockstep/base';
import { newRecordId, openRequest, type RequestPayload, showKey } from '@lockstep/github';
import { COMMANDS } from './approver.ts';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

/** Records what is requested, by whom, and with which evidence. Nothing waits for the approval. */
export async function request(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { runId, runAttempt, runUrl, actor } = shell.env;
  const nowMs = shell.clock.now();
  const payload: RequestPayload = {
    kind: 'lockstep-request/1',
    id: newRecordId(nowMs),
    service: values.service,
    author: { runId, runAttempt, url: runUrl },
    actor,
    // The input has a default; the shape knows no other value.
    mode: values.mode || 'same-build',
    deployment: values['deployment-id'] || null,
    commit: values['commit-sha'],
    evidence: openEvidence(values.evidence),
    expiresAt: new Date(nowMs + values.expires).toISOString(),
  };
  const what = `${payload.deployment ?? 'a build'} of commit ${payload.commit} for ${showKey(values)}`;
  const outputs = { 'request-id': payload.id, 'expires-at': payload.expiresAt, 'requested-by': actor };
  if (values['dry-run']) {
    const message = `${actor} would request an approval of ${what}; nothing was written`;
    return { verdict: 'pass', reason: 'dry-run', message, outputs };
  }
  await openRequest(githubClient(values, shell), values['ledger-creator'], values.environment, payload);
  const within = formatDuration(values.expires);
  shell.summary.add(
    [
      `### ⏳ ${actor} requests an approval`,
      '',
      `${what}. What to do: another person with write access approves it within ${within}, with the workflow that approves and the id`,
      '',
      `    ${payload.id}`,
      '',
      'or with a comment that holds nothing but',
      '',
      `    ${COMMANDS.approve} ${payload.id}`,
      '',
      `To deny it: \`${COMMANDS.deny} ${payload.id} REASON\`.`,
      '',
      `Evidence: ${payload.evidence.run}. The approval is valid for exactly that evidence, and for one release.`,
    ].join('\n'),
  );
  const message = `${actor} requests an approval of ${what}: request ${payload.id}, valid for ${within}`;
  return { verdict: 'pass', reason: 'requested', message, outputs };
}
