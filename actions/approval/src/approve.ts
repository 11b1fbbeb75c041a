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
import { isRefusal, no, readAnswer } from './person.ts';

/** Lets through what somebody else asked for, once. The run in which that happens is the one that releases. */
export async function approve(values: Inputs, shell: Shell): Promise<Outcome> {
  const answered = await readAnswer(values, shell, 'approve');
  if (isRefusal(answered)) return answered;
  const { github, person, request } = answered;
  const over = refuseRequest(request, shell.clock.now());
  if (over !== undefined) return over;
  const asked = await readRequestOrigin(github, request, values['trusted-branches']);
  const stranger = refuseAsker(request, asked, person);
  if (stranger !== undefined) return stranger;
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
  const what = `${request.deployment ?? 'a build'} of commit ${request.commit}, which ${asker} asked for`;
  if (values['dry-run']) {
    const message = `${person.login} may approve ${what}; nothing was written`;
    return { verdict: 'pass', reason: 'dry-run', message, outputs };
  }
  const by = { by: person.login, runUrl: shell.env.runUrl };
  const { earlier } = await approveRequest(github, values['ledger-creator'], request, by);
  if (earlier !== undefined)
    return no('request-used', `${earlier} approved request ${request.id} a moment earlier; their run releases it`);
  shell.summary.add(`### Approved\n\n${person.login} approved ${what} (\`${request.id}\`).`);
  return { verdict: 'pass', reason: 'approved', message: `${person.login} approved ${what}`, outputs };
}

/** Why nobody can approve it any more, whoever they are. */
function refuseRequest(request: Request, nowMs: number): Outcome | undefined {
  const name = `request ${request.id}`;
  if (request.state === 'withdrawn') return no('request-withdrawn', `${name} was withdrawn: ask again`);
  if (request.denial !== undefined) {
    const { by, reason } = request.denial;
    return no('request-denied', `${name} was denied by ${by}${reason === '' ? '' : `: ${reason}`}; ask again`);
  }
  if (request.state !== 'requested')
    return no('request-used', `${name} was approved by ${request.approvedBy ?? 'somebody'} already: ask again`);
  const until = Math.min(Date.parse(request.expiresAt), Date.parse(request.createdAt) + LONGEST_REQUEST_MS);
  // Whatever is no time has passed.
  if (!(nowMs <= until))
    return no('request-expired', `${name} could be approved until ${new Date(until).toISOString()}: ask again`);
  return undefined;
}

/** A request is what GitHub says who asked, never what its own text says. */
function refuseAsker(request: Request, asked: Provenance, person: Account): Outcome | undefined {
  const name = `request ${request.id}`;
  if (asked.kind === 'doubted')
    return no(
      'request-not-trusted',
      `${name} is not known to be what ${request.actor} asked for: ${asked.why}; ask again`,
    );
  const { by } = asked.origin;
  if (!by.isPerson)
    return no('request-not-trusted', `${by.login}, who asked, is no person: four eyes are two people's`);
  if (by.id === person.id) return no('self-approval', `${person.login} asked for it, so somebody else has to approve`);
  return undefined;
}
