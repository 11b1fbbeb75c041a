import type { Outcome, Shell } from '@lockstep/action-shell';
import { openEvidence } from '@lockstep/base';
import {
  type Account,
  approveRequest,
  LONGEST_REQUEST_MS,
  type Provenance,
  type Request,
  readRequestOrigin,
} from '@lockstep/github';
import type { Inputs } from './inputs.ts';
import { fail, isRefusal, readAnswer } from './person.ts';
import type { Reason } from './reasons.ts';

/** Approves another person's request, once. The run in which that happens is the one that releases. */
export async function approve(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const answered = await readAnswer(values, shell, 'approve');
  if (isRefusal(answered)) return answered;
  const { github, person, request } = answered;
  const invalid = refuseRequest(request, shell.clock.now());
  if (invalid !== undefined) return invalid;
  const asked = await readRequestOrigin(github, request, values['trusted-branches']);
  const untrusted = refuseRequester(request, asked, person);
  if (untrusted !== undefined) return untrusted;
  const asker = asked.kind === 'known' ? asked.origin.by.login : request.actor;

  const evidence = openEvidence(JSON.stringify(request.evidence));
  const outputs = {
    'request-id': request.id,
    'expires-at': request.expiresAt,
    'requested-by': asker,
    'approved-by': person.login,
    mode: request.mode,
    'deployment-id': request.deployment ?? '',
    'commit-sha': request.commit,
    evidence,
  };
  const what = `${request.deployment ?? 'a build'} of commit ${request.commit}, which ${asker} requested`;
  if (values['dry-run']) {
    const message = `${person.login} would approve ${what}; nothing was written`;
    return { verdict: 'pass', reason: 'dry-run', message, outputs };
  }
  const by = { by: person.login, runUrl: shell.env.runUrl };
  const { earlier } = await approveRequest(github, values['ledger-creator'], request, by);
  if (earlier !== undefined)
    return fail('request-used', `${earlier} approved request ${request.id} a moment earlier, and that run releases it`);
  shell.summary.add(
    `### ✅ Approved by ${person.login}\n\n${what}. What to do: nothing; this run releases it with request \`${request.id}\`.`,
  );
  return { verdict: 'pass', reason: 'approved', message: `${person.login} approved ${what}`, outputs };
}

/** Why no one can approve it any more. */
function refuseRequest(request: Request, nowMs: number): Outcome<Reason> | undefined {
  const name = `request ${request.id}`;
  if (request.state === 'withdrawn')
    return fail('request-withdrawn', `${name} was withdrawn: request an approval again`);
  if (request.denial !== undefined) {
    const { by, reason } = request.denial;
    return fail(
      'request-denied',
      `${name} was denied by ${by}${reason === '' ? '' : `: ${reason}`}; request an approval again`,
    );
  }
  if (request.state !== 'requested')
    return fail(
      'request-used',
      `${name} was approved by ${request.approvedBy ?? 'another user'} already: request an approval again`,
    );
  const until = Math.min(Date.parse(request.expiresAt), Date.parse(request.createdAt) + LONGEST_REQUEST_MS);
  // What is not a time has passed.
  if (!(nowMs <= until))
    return fail(
      'request-expired',
      `${name} could be approved until ${new Date(until).toISOString()}: request an approval again`,
    );
  return undefined;
}

/** Who requested is what GitHub says, never what the text of the request says. */
function refuseRequester(request: Request, asked: Provenance, person: Account): Outcome<Reason> | undefined {
  const name = `request ${request.id}`;
  if (asked.kind === 'doubted')
    return fail(
      'request-not-trusted',
      `GitHub does not confirm that ${request.actor} requested ${name}: ${asked.why}; request an approval again`,
    );
  const { by } = asked.origin;
  if (!by.isPerson)
    return fail('request-not-trusted', `${by.login}, who requested, is a bot: a two-person approval needs two people`);
  if (by.id === person.id)
    return fail('self-approval', `${person.login} requested it, so another person must approve it`);
  return undefined;
}
