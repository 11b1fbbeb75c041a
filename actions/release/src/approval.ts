import { githubClient } from '@lockstep/action-kit/github';
import type { ReleaseRefusal } from '@lockstep/action-kit/refusals';
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
import type { Reason } from './reasons.ts';

type ApprovalRefusal = ReleaseRefusal<Extract<Reason, 'no-such-request' | 'self-approval' | `request-${string}`>>;

/** Who approved this release, if an approval was asked for. */
export interface ReleaseApproval {
  readonly approval: Approval | undefined;
  /** The request for a two-person approval that this release uses up. */
  readonly request: Request | undefined;
}

/** What is released with the approval. */
interface Approved {
  readonly commit: string;
  readonly evidence: Evidence | undefined;
}

/** Reads who approved: in GitHub's own review of this run's environment, or by a request for a two-person approval. */
export async function readApproval(
  values: Inputs,
  shell: Shell,
  candidate: Approved,
): Promise<ReleaseApproval | ApprovalRefusal> {
  const github = githubClient(values, shell);
  if (values.request === '') return { approval: await reviewOf(values, shell), request: undefined };
  const key = { environment: values.environment, service: values.service };
  const request = await findRequest(github, values['ledger-creator'], key, values.request);
  if (request === undefined)
    return { reason: 'no-such-request', message: `there is no approval request ${values.request} in this environment` };
  const refusal = refuseRequest(request, candidate);
  if (refusal !== undefined) return refusal;
  const people = await readPeople(github, values, shell, request);
  return 'reason' in people ? people : { approval: { ...people, request: request.id }, request };
}

function refuseRequest(request: Request, candidate: Approved): ApprovalRefusal | undefined {
  const name = `request ${request.id}`;
  if (request.state === 'used')
    return { reason: 'request-used', message: `${name} was used by a release already: request an approval again` };
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
  return { reason: 'request-for-other', message: `${name} is for ${asked}: request an approval for this one` };
}

/** The two people, according to GitHub: who started the run that requested, and who started this one, in which it was approved. */
async function readPeople(
  github: GitHub,
  values: Inputs,
  shell: Shell,
  request: Request,
): Promise<{ readonly by: string; readonly requestedBy: string } | ApprovalRefusal> {
  const name = `request ${request.id}`;
  const [, runId, attempt] = /\/actions\/runs\/(\d+)\/attempts\/(\d+)$/.exec(request.approvedIn ?? '') ?? [];
  if (Number(runId) !== shell.env.runId) {
    const message = `${name} was approved in another run, ${request.approvedIn ?? 'which is not recorded'}`;
    return { reason: 'request-not-approved', message };
  }
  const [asked, approver] = await Promise.all([
    readRequestOrigin(github, request, values['trusted-branches']),
    readStarter(github, { runId: shell.env.runId, runAttempt: Number(attempt) }),
  ]);
  if (asked.kind === 'doubted') {
    const message = `GitHub does not confirm that ${request.actor} requested ${name}: ${asked.why}; request an approval again`;
    return { reason: 'request-not-trusted', message };
  }
  const { by } = asked.origin;
  if (approver === undefined || !approver.isPerson || !by.isPerson)
    return { reason: 'request-not-trusted', message: `${name} was not requested and approved by two people` };
  if (approver.id === by.id)
    return {
      reason: 'self-approval',
      message: `${approver.login} both requested and approved ${name}: another person must approve`,
    };
  return { by: approver.login, requestedBy: by.login };
}

/** GitHub itself held the run until then: who it was is only recorded. */
async function reviewOf(values: Inputs, shell: Shell): Promise<Approval | undefined> {
  const environment = values['approval-environment'];
  if (environment === '') return undefined;
  try {
    const by = await readEnvironmentApprover(githubClient(values, shell), shell.env.runId, environment);
    return by === undefined ? undefined : { by };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    shell.log.warning(`who approved in environment ${environment} could not be read: ${error.message}`);
    return undefined;
  }
}

/** From here on no other release can begin with the same approval. */
export async function useApproval(
  values: Inputs,
  shell: Shell,
  { request }: ReleaseApproval,
  release: string,
): Promise<void> {
  if (request !== undefined) await useRequest(githubClient(values, shell), request, release, shell.env.runUrl);
}
