import { describe, textAt } from '@lockstep/base';
import type { VercelApi } from '../client.ts';
import { readAlias } from '../hosts.ts';

/** A name to move from one deployment to another; `from` is undefined where it is new, `to` where it is to be removed. */
export interface AliasStep {
  readonly host: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export type AliasesEnd =
  | { readonly kind: 'moved' }
  /** Another user moved it at the same time; their deployment keeps it, or has it again. */
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
 * Vercel takes no precondition, but says which deployment had the name before: where that is not the one we saw, another
 * user moved it in between, and their deployment gets it again. 409 means both "has it already" and "may not have it", so it is read, never believed.
 */
async function moveAlias(api: VercelApi, { host, from, to }: AliasStep): Promise<AliasesEnd> {
  if (from === to) return { kind: 'moved' };
  const answer = to === undefined ? await remove(api, host) : await assign(api, host, to);
  if (answer.kind === 'accepted' && to !== undefined) {
    const old = textAt(answer.body, 'oldDeploymentId');
    if (old === undefined || old === from || old === to) return { kind: 'moved' };
    await assign(api, host, old);
    return conflict(host, `another user moved ${host} to ${old} at the same time, and it was assigned to ${old} again`);
  }
  const holder = (await readAlias(api, host))?.deploymentId;
  if (holder === to) return { kind: 'moved' };
  if (answer.kind === 'accepted') return conflict(host, `${host} was removed, and yet shows ${holder ?? 'nothing'}`);
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
