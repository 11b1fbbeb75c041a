import type { Outcome, Shell } from '@lockstep/action-shell';
import { inlineText } from '@lockstep/base';
import { denyRequest } from '@lockstep/github';
import type { Inputs } from './inputs.ts';
import { fail, isRefusal, readAnswer } from './person.ts';
import type { Reason } from './reasons.ts';

/**
 * Denies a request, with a reason: it cannot be approved after that, and a release that was approved and has not begun
 * does not begin. Everyone with write access may deny, the requester too; whether the request is genuine does not matter.
 */
export async function deny(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const answered = await readAnswer(values, shell, 'deny');
  if (isRefusal(answered)) return answered;
  const { github, person, request } = answered;
  const name = `request ${request.id}`;
  if (request.state === 'used')
    return fail('request-used', `${name} was used by a release already: roll that release back instead`);
  const reason = (answered.reason || values['denial-reason']).replace(/\s+/g, ' ').trim();
  const because = reason === '' ? '' : `: ${reason}`;
  const outputs = {
    'request-id': request.id,
    'requested-by': request.actor,
    'denied-by': person.login,
    'denial-reason': reason,
    'commit-sha': request.commit,
    'deployment-id': request.deployment ?? '',
  };
  if (request.denial !== undefined)
    return {
      verdict: 'pass',
      reason: 'denied',
      message: `${name} was denied by ${request.denial.by} already`,
      outputs,
    };
  if (values['dry-run']) {
    const message = `${person.login} would deny ${name}${because}; nothing was written`;
    return { verdict: 'pass', reason: 'dry-run', message, outputs };
  }
  await denyRequest(github, request, { by: person.login, reason, runUrl: shell.env.runUrl });
  const what = `${request.deployment ?? 'a build'} of commit ${request.commit}`;
  const message = `${person.login} denied ${name}, ${what}, which ${request.actor} requested${because}`;
  shell.summary.add(
    `### ❌ Denied by ${person.login}\n\n${inlineText(message, 1_000)}. What to do: resolve the reason, then request an approval again.`,
  );
  return { verdict: 'pass', reason: 'denied', message, outputs };
}
