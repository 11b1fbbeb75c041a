import { type Call, created, listed, notFound, ok, type Routes } from '../call.ts';
import { fullName, nodeId, repoUrl, userShape } from '../shapes.ts';
import { type Comment, type Issue, takeId, userNamed } from '../world.ts';

const read = [{ issues: 'read' }, { 'pull-requests': 'read' }] as const;
const write = [{ issues: 'write' }, { 'pull-requests': 'write' }] as const;

export const issueRoutes: Routes = {
  'issues/list-for-repo': { needs: [{ issues: 'read' }], answer: list },
  'issues/get': { needs: read, answer: (call) => issueOf(call, (issue) => ok(wholeShape(call, issue))) },
  'issues/create': { needs: [{ issues: 'write' }], answer: create },
  'issues/update': { needs: write, answer: (call) => issueOf(call, (issue) => update(call, issue)) },
  'issues/add-labels': { needs: write, answer: (call) => issueOf(call, (issue) => addLabels(call, issue)) },
  'issues/list-events': {
    needs: [{ issues: 'read' }],
    answer: (call) => issueOf(call, (issue) => listEvents(call, issue)),
  },
  'issues/list-comments': { needs: read, answer: (call) => issueOf(call, (issue) => listComments(call, issue)) },
  'issues/create-comment': { needs: write, answer: (call) => issueOf(call, (issue) => createComment(call, issue)) },
  'issues/get-comment': {
    needs: read,
    answer: (call) => commentOf(call, (issue, comment) => ok(commentShape(call, issue, comment))),
  },
  'issues/update-comment': { needs: write, answer: (call) => commentOf(call, (...found) => edit(call, ...found)) },
  'issues/delete-comment': { needs: write, answer: (call) => commentOf(call, remove) },
};

function list(call: Call) {
  const state = call.query.get('state') ?? 'open';
  const labels = (call.query.get('labels') ?? '').split(',').filter((label) => label !== '');
  const creator = call.query.get('creator');
  const found = call.repo.issues.filter(
    (issue) =>
      (state === 'all' || issue.state === state) &&
      labels.every((label) => issue.labels.includes(label)) &&
      (creator === null || issue.user.login === creator),
  );
  const newest = [...found].sort((a, b) => b.number - a.number);
  return listed(call, newest, (issue) => issueShape(call, issue));
}

function create(call: Call) {
  const { body } = call;
  const issue: Issue = {
    id: takeId(call.world),
    number: call.repo.issues.length + 1,
    title: String(body['title']),
    body: (body['body'] as string | undefined) ?? null,
    state: 'open',
    stateReason: null,
    labels: labelNames(body['labels']),
    labelled: labelNames(body['labels']).map((label) => ({
      id: takeId(call.world),
      label,
      user: call.user,
      at: call.at,
    })),
    assignees: ((body['assignees'] ?? []) as string[]).map((login) => userNamed(login)),
    user: call.user,
    createdAt: call.at,
    updatedAt: call.at,
    closedAt: null,
    comments: [],
  };
  call.repo.issues.push(issue);
  return created(issueShape(call, issue));
}

function update(call: Call, issue: Issue) {
  const { body } = call;
  if (body['title'] !== undefined) issue.title = String(body['title']);
  if (body['body'] !== undefined) issue.body = body['body'] as string | null;
  if (body['labels'] !== undefined) setLabels(call, issue, labelNames(body['labels']));
  if (body['assignees'] !== undefined)
    issue.assignees = (body['assignees'] as string[]).map((login) => userNamed(login));
  if (body['state'] !== undefined) {
    issue.state = body['state'] as Issue['state'];
    issue.closedAt = issue.state === 'closed' ? call.at : null;
    issue.closedBy = issue.state === 'closed' ? call.user : undefined;
    issue.stateReason =
      (body['state_reason'] as Issue['stateReason'] | undefined) ??
      (issue.state === 'closed' ? 'completed' : 'reopened');
  }
  issue.updatedAt = call.at;
  return ok(issueShape(call, issue));
}

function addLabels(call: Call, issue: Issue) {
  const sent = Array.isArray(call.body) ? call.body : call.body['labels'];
  setLabels(call, issue, [...new Set([...issue.labels, ...labelNames(sent)])]);
  return ok(issue.labels.map((name) => labelShape(call, name)));
}

function setLabels(call: Call, issue: Issue, labels: string[]): void {
  for (const label of labels.filter((one) => !issue.labels.includes(one)))
    issue.labelled.push({ id: takeId(call.world), label, user: call.user, at: call.at });
  issue.labels = labels;
}

/** Oldest first. Of all that happens to an issue, when labels came. */
function listEvents(call: Call, issue: Issue) {
  return listed(call, issue.labelled, ({ at, id, label, user }) => ({
    id,
    node_id: nodeId('LabeledEvent', id),
    url: `${repoUrl(call.base, call.repo)}/issues/events/${id}`,
    actor: userShape(call.base, user),
    event: 'labeled',
    commit_id: null,
    commit_url: null,
    created_at: at,
    label: { name: label, color: 'ededed' },
    performed_via_github_app: null,
  }));
}

function labelNames(sent: unknown): string[] {
  return ((sent ?? []) as (string | { name?: string })[]).map((label) =>
    typeof label === 'string' ? label : (label.name ?? ''),
  );
}

/** Oldest first: the way GitHub lists an issue's comments. */
function listComments(call: Call, issue: Issue) {
  const since = call.query.get('since') ?? '';
  const comments = issue.comments.filter((comment) => comment.updatedAt >= since);
  return listed(call, comments, (comment) => commentShape(call, issue, comment));
}

function createComment(call: Call, issue: Issue) {
  const comment: Comment = {
    id: takeId(call.world),
    user: call.user,
    body: String(call.body['body']),
    createdAt: call.at,
    updatedAt: call.at,
  };
  issue.comments.push(comment);
  return created(commentShape(call, issue, comment));
}

function edit(call: Call, issue: Issue, comment: Comment) {
  comment.body = String(call.body['body']);
  comment.updatedAt = call.at;
  return ok(commentShape(call, issue, comment));
}

function remove(issue: Issue, comment: Comment) {
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  return { status: 204 };
}

function issueOf(call: Call, then: (issue: Issue) => ReturnType<typeof ok>) {
  const found = call.repo.issues.find((issue) => String(issue.number) === call.params['issue_number']);
  return found === undefined ? notFound() : then(found);
}

function commentOf(call: Call, then: (issue: Issue, comment: Comment) => ReturnType<typeof ok>) {
  for (const issue of call.repo.issues) {
    const comment = issue.comments.find((entry) => String(entry.id) === call.params['comment_id']);
    if (comment !== undefined) return then(issue, comment);
  }
  return notFound();
}

export function labelShape(call: Call, name: string): object {
  const url = `${repoUrl(call.base, call.repo)}/labels/${encodeURIComponent(name)}`;
  return {
    id: userNamed(name).id,
    node_id: nodeId('Label', name),
    url,
    name,
    description: '',
    color: 'ededed',
    default: false,
  };
}

export function issueShape(call: Call, issue: Issue): object {
  const repo = repoUrl(call.base, call.repo);
  const url = `${repo}/issues/${issue.number}`;
  const web = `${call.base}/${fullName(call.repo)}`;
  const pull = `${web}/pull/${issue.number}`;
  return {
    id: issue.id,
    node_id: nodeId('Issue', issue.id),
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.stateReason,
    locked: false,
    user: userShape(call.base, issue.user),
    labels: issue.labels.map((name) => labelShape(call, name)),
    assignee: issue.assignees[0] === undefined ? null : userShape(call.base, issue.assignees[0]),
    assignees: issue.assignees.map((user) => userShape(call.base, user)),
    milestone: null,
    comments: issue.comments.length,
    author_association: 'CONTRIBUTOR',
    url,
    repository_url: repo,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: issue.pull === undefined ? `${web}/issues/${issue.number}` : pull,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    ...(issue.pull !== undefined && {
      pull_request: {
        url: `${repo}/pulls/${issue.number}`,
        html_url: pull,
        diff_url: `${pull}.diff`,
        patch_url: `${pull}.patch`,
        merged_at: issue.pull.mergedAt,
      },
    }),
  };
}

/** Who closed it is shown of one issue alone. */
function wholeShape(call: Call, issue: Issue): object {
  const { closedBy } = issue;
  return { ...issueShape(call, issue), closed_by: closedBy === undefined ? null : userShape(call.base, closedBy) };
}

function commentShape(call: Call, issue: Issue, comment: Comment): object {
  const repo = repoUrl(call.base, call.repo);
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${repo}/issues/comments/${comment.id}`,
    html_url: `${call.base}/${fullName(call.repo)}/issues/${issue.number}#issuecomment-${comment.id}`,
    issue_url: `${repo}/issues/${issue.number}`,
    body: comment.body,
    user: userShape(call.base, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: comment.association ?? 'CONTRIBUTOR',
  };
}
