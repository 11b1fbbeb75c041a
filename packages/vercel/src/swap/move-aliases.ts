import { describe } from '@lockstep/base';
import { textAt } from '../answer.ts';
import type { VercelApi } from '../client.ts';
import { readAlias } from '../hosts.ts';

/** A name that is to leave `from` for `to`; undefined where nobody held it, or nobody shall. */
export interface AliasStep {
  readonly host: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export type AliasesEnd =
  | { readonly kind: 'moved' }
  /** Somebody else held it: their deployment has it back. */
  | { readonly kind: 'alias-conflict' | 'alias-refused'; readonly host: string; readonly message: string };

/** Moves names one after another, and stops at the first that does not go as planned. */
export async function moveAliases(api: VercelApi, steps: readonly AliasStep[]): Promise<AliasesEnd> {
  for (const step of steps) {
    const end = await moveAlias(api, step);
    if (end.kind !== 'moved') return end;
  }
  return { kind: 'moved' };
}

/**
 * Vercel takes no precondition, but says who held the name before: where that is not whom we saw, somebody moved it
 * in between, and gets it back. 409 means both "has it already" and "may not have it", so it is read, never believed.
 */
async function moveAlias(api: VercelApi, { host, from, to }: AliasStep): Promise<AliasesEnd> {
  if (from === to) return { kind: 'moved' };
  const answer = to === undefined ? await remove(api, host) : await assign(api, host, to);
  if (answer.kind === 'accepted' && to !== undefined) {
    const old = textAt(answer.body, 'oldDeploymentId');
    if (old === undefined || old === from || old === to) return { kind: 'moved' };
    await assign(api, host, old);
    return conflict(host, `${host} was moved to ${old} by somebody else in between, and was given back to it`);
  }
  const holder = (await readAlias(api, host))?.deploymentId;
  if (holder === to) return { kind: 'moved' };
  if (answer.kind === 'accepted') return conflict(host, `${host} was to be removed, and shows ${holder ?? 'nothing'}`);
  const words = `${host}: ${describe(answer.error)}; it shows ${holder ?? 'nothing'}`;
  return answer.kind === 'refused' || holder === from
    ? { kind: 'alias-refused', host, message: words }
    : conflict(host, words);
}

function remove(api: VercelApi, host: string) {
  return api.change('DELETE', `/v2/aliases/${encodeURIComponent(host)}`);
}

function assign(api: VercelApi, host: string, deploymentId: string) {
  return api.change('POST', `/v2/deployments/${encodeURIComponent(deploymentId)}/aliases`, {}, { alias: host });
}

function conflict(host: string, message: string): AliasesEnd {
  return { kind: 'alias-conflict', host, message };
}
