import type { Conclusion } from '@lockstep/workflow-runner';
import type { Consumer } from './consumer.ts';

/** An event as a run sees it: `event` of its options. */
export interface GroundEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What GitHub sends when somebody does something to a pull request (`opened`, `synchronize`, `closed`). */
export function pullRequestEvent(consumer: Consumer, number: number, action: string): GroundEvent {
  const { state } = consumer.github;
  const issue = state.issues.find((one) => one.number === number);
  if (issue?.pull === undefined) throw new Error(`there is no pull request ${number}`);
  const { pull, title, user } = issue;
  const own = { id: state.id, full_name: consumer.name, fork: false };
  const head = pull.fork === undefined ? own : { id: state.id + 1, full_name: pull.fork, fork: true };
  const payload = {
    action,
    number,
    pull_request: {
      number,
      title,
      state: issue.state,
      draft: pull.draft,
      merged: pull.mergedAt !== null,
      user: { login: user.login },
      head: { ref: pull.head, sha: pull.headSha, repo: head },
      base: { ref: pull.base, sha: state.refs.get(`heads/${pull.base}`), repo: own },
    },
  };
  return { name: 'pull_request', payload };
}

/** What GitHub sends when somebody comments on an issue or a pull request. */
export function issueCommentEvent(consumer: Consumer, number: number, user: string, body: string): GroundEvent {
  const { state } = consumer.github;
  const issue = state.issues.find((one) => one.number === number);
  if (issue === undefined) throw new Error(`there is no issue ${number}`);
  const id = consumer.github.comment(number, user, body);
  const { login, id: account, type } = consumer.github.user(user);
  const who = { login, id: account, type };
  const payload = {
    action: 'created',
    issue: {
      number,
      title: issue.title,
      state: issue.state,
      user: { login: issue.user.login },
      ...(issue.pull === undefined ? {} : { pull_request: {} }),
    },
    comment: { id, body, user: who },
    sender: who,
  };
  return { name: 'issue_comment', payload };
}

/** What GitHub sends when a run of a workflow has ended, to those that follow it. */
export function workflowRunEvent(
  consumer: Consumer,
  run: { readonly runId: string; readonly conclusion: Conclusion; readonly fork?: string },
): GroundEvent {
  const found = consumer.github.state.runs.find(({ id }) => String(id) === run.runId);
  if (found === undefined) throw new Error(`there is no run ${run.runId}`);
  const { id, event, sha, branch, workflow, path, actor } = found;
  const payload = {
    action: 'completed',
    workflow_run: {
      id,
      name: workflow,
      path,
      event,
      run_attempt: found.attempts.length,
      status: 'completed',
      conclusion: run.conclusion,
      head_sha: sha,
      head_branch: branch,
      html_url: `https://github.com/${consumer.name}/actions/runs/${id}`,
      head_repository: { full_name: run.fork ?? consumer.name },
      actor: { login: actor.login },
      triggering_actor: { login: actor.login },
      // Empty for a pull request from a fork (actions/runner#3444).
      pull_requests: [],
    },
  };
  return { name: 'workflow_run', payload };
}
