import { nameSome, RemoteError } from '@lockstep/base';
import type { GitHub } from '../client.ts';

/** What stands between a workflow run and an environment of GitHub's. */
export type Protection =
  | { readonly kind: 'reviewers'; readonly words: string; readonly self: boolean }
  | { readonly kind: 'branches'; readonly words: string }
  | { readonly kind: 'none'; readonly words: string }
  /** GitHub did not say. */
  | { readonly kind: 'unknown'; readonly words: string };

/** Needs `actions: read`. What cannot be read is `unknown`, never an error. */
export async function readProtection(github: GitHub, name: string): Promise<Protection> {
  try {
    const environment = await github.read('repos.getEnvironment', { environment_name: name });
    const rules = environment.protection_rules ?? [];
    for (const rule of rules) {
      if (rule.type !== 'required_reviewers' || !('reviewers' in rule)) continue;
      const people = (rule.reviewers ?? []).map(({ reviewer }) => nameOf(reviewer));
      const self = !('prevent_self_review' in rule) || rule.prevent_self_review !== true;
      const words = `environment ${name} waits for ${nameSome(people, 3)}${self ? ', who may approve runs that they started' : ''}`;
      return { kind: 'reviewers', words, self };
    }
    const gate = rules.find(({ type }) => type !== 'wait_timer' && type !== 'branch_policy');
    if (gate !== undefined) return { kind: 'reviewers', words: `environment ${name} waits for an app`, self: false };
    if (environment.deployment_branch_policy != null)
      return {
        kind: 'branches',
        words: `environment ${name} accepts only some branches or tags, and waits for no approval`,
      };
    return { kind: 'none', words: `environment ${name} waits for no approval and accepts every branch` };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    if (error.status === 404)
      return { kind: 'none', words: `environment ${name} does not exist: GitHub creates it without any protection` };
    return { kind: 'unknown', words: `the protection of environment ${name} could not be read: ${error.message}` };
  }
}

function nameOf(reviewer: object | undefined): string {
  const { login, slug } = (reviewer ?? {}) as { readonly login?: string; readonly slug?: string };
  return login ?? slug ?? 'a reviewer';
}
