import { InputError } from '@lockstep/base';
import type { Conclusion } from '@lockstep/workflow-runner';
import type { DispatchOptions } from '../ground/dispatch.ts';
import { issueCommentEvent, pullRequestEvent, workflowRunEvent } from '../ground/events.ts';
import type { Shop } from '../ground/shop.ts';
import type { Trigger } from './trigger.ts';

/** A run of this rehearsal that has ended. */
export interface EndedRun {
  readonly runId: string;
  readonly workflow: string;
  readonly conclusion: Conclusion;
}

/** What a run is started with. */
export type Start = Pick<DispatchOptions, 'event' | 'inputs' | 'ref' | 'actor'> & {
  /** The pull request that it is about. */
  readonly pull?: number;
};

export interface StartWish {
  readonly shop: Shop;
  readonly trigger: Trigger;
  readonly commit: { readonly sha: string; readonly title: string };
  /** The branch that the commit is on, where it is not the default one. */
  readonly branch: string | undefined;
  readonly earlier: readonly EndedRun[];
}

const MAIN = 'refs/heads/main';
/** Approves what somebody else asked for. */
const SOMEBODY_ELSE = 'olga';

/** Does what makes GitHub start the workflow, and gives what its run sees of that. */
export function startOf({ shop, trigger, commit, branch, earlier }: StartWish): Start {
  const { consumer } = shop;
  switch (trigger.kind) {
    case 'push': {
      const head = { id: commit.sha, message: commit.title, author: { name: 'Dana' } };
      return { event: { name: 'push', payload: { ref: MAIN, after: commit.sha, head_commit: head } }, ref: MAIN };
    }
    case 'dispatch': {
      const request = trigger.inputs['request'];
      if (request !== NEWEST) return { event: { name: 'workflow_dispatch' }, inputs: trigger.inputs, ref: MAIN };
      const inputs = { ...trigger.inputs, request: newestRequest(shop) };
      return { event: { name: 'workflow_dispatch' }, inputs, ref: MAIN, actor: invited(shop) };
    }
    case 'pull-request': {
      const number = consumer.github.pull({ title: commit.title, head: branch ?? 'main', user: 'dana' });
      if (trigger.action === 'closed') consumer.github.close(number);
      const { payload } = pullRequestEvent(consumer, number, trigger.action);
      return { event: { name: trigger.event, payload }, ref: `refs/pull/${number}/merge`, pull: number };
    }
    case 'comment': {
      const issue = consumer.github.issue('Releases');
      const body = trigger.body.includes(NEWEST) ? trigger.body.replace(NEWEST, newestRequest(shop)) : trigger.body;
      return { event: issueCommentEvent(consumer, issue, invited(shop), body), ref: MAIN, actor: SOMEBODY_ELSE };
    }
    case 'follow': {
      const run = earlier.findLast(({ workflow }) => trigger.workflows.includes(workflow));
      if (run === undefined)
        throw new InputError(
          `it follows runs of ${trigger.workflows.join(', ')}, and none was rehearsed before it: name that workflow first (--workflow, once for each)`,
        );
      return { event: workflowRunEvent(consumer, run), ref: MAIN };
    }
    case 'bare': {
      const group = { head_sha: commit.sha, head_ref: MAIN, base_ref: MAIN, base_sha: commit.sha };
      const payload = trigger.event === 'merge_group' ? { action: 'checks_requested', merge_group: group } : {};
      return { event: { name: trigger.event, payload }, ref: MAIN };
    }
  }
}

/** In an input `request` or a comment, the newest request of this rehearsal. */
const NEWEST = 'REQUEST';

function newestRequest({ consumer }: Shop): string {
  const payload = consumer.github.deployments('lockstep:request').at(-1)?.payload as { id?: string } | undefined;
  if (payload?.id !== undefined) return payload.id;
  throw new InputError('no approval was requested in this rehearsal: first rehearse the workflow that requests one');
}

function invited({ consumer }: Shop): string {
  consumer.github.invite(SOMEBODY_ELSE, 'write');
  return SOMEBODY_ELSE;
}
