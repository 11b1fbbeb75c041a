import { sameCommit, sameDeployment } from '@lockstep/base';
import type { HttpResponse } from './exchange.ts';
import { identifier } from './fields.ts';

/** Which build an answer says it comes from. */
export interface Identity {
  readonly deployment: string | undefined;
  readonly commit: string | undefined;
}

export const noIdentity: Identity = { deployment: undefined, commit: undefined };

/** Reads a build's name by its form: `dpl_…` is a deployment, 7 to 40 hex digits are a commit, else it is neither. */
export function identityOf(name: unknown): Identity {
  const text = identifier(name) ?? '';
  return {
    deployment: text.startsWith('dpl_') ? text : undefined,
    commit: /^[0-9a-f]{7,40}$/i.test(text) ? text : undefined,
  };
}

/**
 * The build that an answer names: in the header that the caller trusts for it, in its body, or, for a page, where
 * Next.js puts the deployment id for skew protection. The header weighs most; a name of no known form in it is taken
 * as a deployment's.
 */
export function identityOfAnswer(answer: HttpResponse, inBody: Identity, header: string | undefined): Identity {
  const named = header === undefined ? undefined : identifier(answer.headers[header]);
  const byForm = identityOf(named);
  const inHeader = named === undefined || byForm.commit !== undefined ? byForm : { ...byForm, deployment: named };
  return {
    deployment: inHeader.deployment ?? inBody.deployment ?? deploymentInPage(answer),
    commit: inHeader.commit ?? inBody.commit,
  };
}

function deploymentInPage(answer: HttpResponse): string | undefined {
  if (!(answer.headers['content-type'] ?? '').includes('text/html')) return undefined;
  return /(?:data-dpl-id="|[?&](?:amp;)?dpl=)(dpl_[A-Za-z0-9]+)/.exec(answer.body)?.[1];
}

/** What the caller asks for; at least one of the two when it asks at all. */
export type ExpectedIdentity = Identity;

export type IdentityMatch =
  /** No build was asked for. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly what: 'deployment' | 'commit'; readonly expected: string; readonly got: string }
  | { readonly kind: 'absent'; readonly what: 'deployment' | 'commit' };

/** Everything that was asked for must be there and fit; what is there and differs weighs more than what is absent. */
export function matchIdentity(expected: ExpectedIdentity, got: Identity): IdentityMatch {
  const parts = (['deployment', 'commit'] as const).flatMap((what): IdentityMatch[] => {
    const wanted = expected[what];
    const given = got[what];
    if (wanted === undefined) return [];
    if (given === undefined) return [{ kind: 'absent', what }];
    const same = what === 'commit' ? sameCommit(wanted, given) : sameDeployment(wanted, given);
    return [same ? { kind: 'same' } : { kind: 'other', what, expected: wanted, got: given }];
  });
  return (
    parts.find((part) => part.kind === 'other') ??
    parts.find((part) => part.kind === 'absent') ??
    parts[0] ?? { kind: 'not-asked' }
  );
}

export function showIdentity(identity: Identity): string {
  const parts = [
    identity.deployment === undefined ? '' : `deployment ${identity.deployment}`,
    identity.commit === undefined ? '' : `commit ${identity.commit.slice(0, 12)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'an unidentified build' : parts.join(', ');
}
