import { githubClient } from '@lockstep/action-kit/github';
import type { Refusal } from '@lockstep/action-kit/refusals';
import type { Shell } from '@lockstep/action-shell';
import { type Evidence, RemoteError } from '@lockstep/base';
import {
  type Approval,
  findRequest,
  type GitHub,
  type Request,
  readEnvironmentApprover,
  readRequestOrigin,
  readStarter,
  useRequest,
} from '@lockstep/github';
import type { Inputs } from './inputs.ts';

/** Who let this release through, as far as anybody was asked. */
export interface Admission {
  readonly approval: Approval | undefined;
  /** The four-eyes request that is used up by this release. */
  readonly request: Request | undefined;
}

/** What is to be released by it. */
interface Admitted {
  readonly commit: string;
  readonly evidence: Evidence | undefined;
}

/** Looks who approved: in GitHub's own review of this run's environment, or of a four-eyes request. */
export async function admit(values: Inputs, shell: Shell, candidate: Admitted): Promise<Admission | Refusal> {
  const github = githubClient(values, shell);
  if (values.request === '') return { approval: await reviewOf(values, shell), request: undefined };
  const key = { environment: values.environment, service: values.service };
  const request = await findRequest(github, values['ledger-creator'], key, values.request);
  if (request === undefined)
    return { reason: 'no-such-request', message: `nobody asked for an approval by the id ${values.request}` };
  const refusal = refuseRequest(request, candidate);
  if (refusal !== undefined) return refusal;
  const people = await readPeople(github, values, shell, request);
  return 'reason' in people ? people : { approval: { ...people, request: request.id }, request };
}

function refuseRequest(request: Request, candidate: Admitted): Refusal | undefined {
  const name = `request ${request.id}`;
  if (request.state === 'used')
    return { reason: 'request-used', message: `${name} was used by a release already: ask again` };
  if (request.denial !== undefined) {
    const { by, reason } = request.denial;
    const because = reason === '' ? '' : `: ${reason}`;
    return { reason: 'request-denied', message: `${name} was denied by ${by}${because}` };
  }
  if (request.state !== 'approved')
    return { reason: 'request-not-approved', message: `${name} is ${request.state}, not approved` };
  const deployment = candidate.evidence?.deployment ?? null;
  if (request.commit === candidate.commit && (request.deployment === null || request.deployment === deployment))
    return undefined;
  const asked = `${request.deployment ?? 'a build'} of commit ${request.commit}`;
  return { reason: 'request-for-other', message: `${name} is for ${asked}: ask again for this one` };
}

/** The two people, by GitHub's word: who started the run that asked, and who started this one, in which it was approved. */
async function readPeople(
  github: GitHub,
  values: Inputs,
  shell: Shell,
  request: Request,
): Promise<{ readonly by: string; readonly requestedBy: string } | Refusal> {
  const name = `request ${request.id}`;
  const [, runId, attempt] = /\/actions\/runs\/(\d+)\/attempts\/(\d+)$/.exec(request.approvedIn ?? '') ?? [];
  if (Number(runId) !== shell.env.runId) {
    const message = `${name} was not approved in this run, but in ${request.approvedIn ?? 'one that is not known'}`;
    return { reason: 'request-not-approved', message };
  }
  const [asked, approver] = await Promise.all([
    readRequestOrigin(github, request, values['trusted-branches']),
    readStarter(github, { runId: shell.env.runId, runAttempt: Number(attempt) }),
  ]);
  if (asked.kind === 'doubted') {
    const message = `${name} is not known to be what ${request.actor} asked for: ${asked.why}; ask again`;
    return { reason: 'request-not-trusted', message };
  }
  const { by } = asked.origin;
  if (approver === undefined || !approver.isPerson || !by.isPerson)
    return { reason: 'request-not-trusted', message: `${name} was not asked for and approved by two people` };
  if (approver.id === by.id)
    return { reason: 'self-approval', message: `${approver.login} approved what they asked for themselves` };
  return { by: approver.login, requestedBy: by.login };
}

/** GitHub itself held the run until then: who it was is for the record alone. */
async function reviewOf(values: Inputs, shell: Shell): Promise<Approval | undefined> {
  const environment = values['approval-environment'];
  if (environment === '') return undefined;
  try {
    const by = await readEnvironmentApprover(githubClient(values, shell), shell.env.runId, environment);
    return by === undefined ? undefined : { by };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    shell.log.warning(`nobody could say who approved in environment ${environment}: ${error.message}`);
    return undefined;
  }
}

/** From here on no other release can begin by the same yes. */
export async function useAdmission(
  values: Inputs,
  shell: Shell,
  { request }: Admission,
  release: string,
): Promise<void> {
  if (request !== undefined) await useRequest(githubClient(values, shell), request, release, shell.env.runUrl);
}
