import { githubClient } from '@lockstep/action-kit/github';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { formatDuration, openEvidence } from '@lockstep/base';
import { newRecordId, openRequest, type RequestPayload, showKey } from '@lockstep/github';
import { COMMANDS } from './approver.ts';
import type { Inputs } from './inputs.ts';

/** Asks: writes down what is to be released, by whose wish, and what was seen of it. Nothing waits for the answer. */
export async function request(values: Inputs, shell: Shell): Promise<Outcome> {
  const { runId, runAttempt, runUrl, actor } = shell.env;
  const nowMs = shell.clock.now();
  const payload: RequestPayload = {
    kind: 'lockstep-request/1',
    id: newRecordId(nowMs),
    service: values.service,
    author: { runId, runAttempt, url: runUrl },
    actor,
    // Both have a default; the shape knows no other word.
    mode: values.mode || 'same-build',
    deployment: values['deployment-id'] || null,
    commit: values['commit-sha'],
    evidence: openEvidence(values.evidence),
    expiresAt: new Date(nowMs + values.expires).toISOString(),
  };
  const what = `${payload.deployment ?? 'a build'} of commit ${payload.commit} for ${showKey(values)}`;
  const outputs = { 'request-id': payload.id, 'expires-at': payload.expiresAt, 'requested-by': actor };
  if (values['dry-run']) {
    const message = `${actor} would ask for an approval of ${what}; nothing was written`;
    return { verdict: 'pass', reason: 'dry-run', message, outputs };
  }
  await openRequest(githubClient(values, shell), values['ledger-creator'], values.environment, payload);
  const within = formatDuration(values.expires);
  shell.summary.add(
    [
      `### ${actor} asks for an approval`,
      '',
      `${what}. Somebody else with write access lets it through within ${within}: by the workflow that approves, with the id`,
      '',
      `    ${payload.id}`,
      '',
      'or by a comment of nothing but',
      '',
      `    ${COMMANDS.approve} ${payload.id}`,
      '',
      `and says no with \`${COMMANDS.deny} ${payload.id} REASON\`.`,
      '',
      `What was seen of it: ${payload.evidence.run}. It is an approval of that alone, and good for one release.`,
    ].join('\n'),
  );
  const message = `${actor} asks for an approval of ${what}: request ${payload.id}, for ${within}`;
  return { verdict: 'pass', reason: 'requested', message, outputs };
}
