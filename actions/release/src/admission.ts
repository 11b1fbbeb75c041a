import type { Shell } from '@lockstep/action-shell';
import { type Evidence, RemoteError } from '@lockstep/base';
import { type Approval, findRequest, type Request, readEnvironmentApprover, useRequest } from '@lockstep/github';
import type { Doubt } from './doubts.ts';
import type { Inputs } from './inputs.ts';
import { githubOf } from './worlds.ts';

/** Who let this release through, as far as anybody was asked. */
export interface Admission {
  readonly approval: Approval | undefined;
  /** The four-eyes request that is used up by this release. */
  readonly request: Request | undefined;
}

/** Looks who approved: in GitHub's own review of this run's environment, or of a four-eyes request. */
export async function admit(
  values: Inputs,
  shell: Shell,
  candidate: { readonly commit: string; readonly evidence: Evidence | undefined },
): Promise<Admission | Doubt> {
  const github = githubOf(values, shell);
  if (values.request === '') return { approval: await reviewOf(values, shell), request: undefined };
  const key = { environment: values.environment, service: values.service };
  const request = await findRequest(github, values['ledger-creator'], key, values.request);
  if (request === undefined)
    return { reason: 'no-such-request', message: `nobody asked for an approval by the id ${values.request}` };
  const { approvedBy } = request;
  if (request.state === 'used')
    return { reason: 'request-used', message: `request ${request.id} was used by a release already: ask again` };
  if (request.state !== 'approved' || approvedBy === undefined)
    return { reason: 'request-not-approved', message: `request ${request.id} is ${request.state}, not approved` };
  const deployment = candidate.evidence?.deployment ?? null;
  if (request.commit !== candidate.commit || (request.deployment !== null && request.deployment !== deployment)) {
    const asked = `${request.deployment ?? 'a build'} of commit ${request.commit}`;
    return { reason: 'request-for-other', message: `request ${request.id} is for ${asked}: ask again for this one` };
  }
  return { approval: { by: approvedBy, requestedBy: request.actor, request: request.id }, request };
}

/** GitHub itself held the run until then: who it was is for the record alone. */
async function reviewOf(values: Inputs, shell: Shell): Promise<Approval | undefined> {
  const environment = values['approval-environment'];
  if (environment === '') return undefined;
  try {
    const by = await readEnvironmentApprover(githubOf(values, shell), shell.env.runId, environment);
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
  if (request !== undefined) await useRequest(githubOf(values, shell), request, release, shell.env.runUrl);
}
