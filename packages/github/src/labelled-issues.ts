import type { ChangeAnswer, GitHub } from './client.ts';
import { teamOf } from './team.ts';

/** An issue with a label. Times are milliseconds since the epoch. */
export interface LabelledIssue {
  readonly number: number;
  readonly url: string;
  readonly body: string;
  readonly labels: readonly string[];
  /** Closed as the same as another one. */
  readonly isDuplicate: boolean;
  readonly createdMs: number;
  readonly closedMs: number | null;
}

export interface IssueComment {
  readonly id: number;
  /** Of its author: a number, not a name. */
  readonly authorId: number;
  readonly isPerson: boolean;
  /** Whether its author is of the team: in a public repository anyone may write one. Throws RemoteError. */
  isOfTeam(): Promise<boolean>;
  readonly atMs: number;
  readonly body: string;
}

/** The issues of a repository with one label, open and closed. Reading needs `issues: read`, changing `issues: write`. */
export interface LabelledIssues {
  list(): Promise<readonly LabelledIssue[]>;
  create(request: { readonly title: string; readonly body: string }): Promise<ChangeAnswer<LabelledIssue>>;
  closeAsDuplicate(number: number): Promise<ChangeAnswer<unknown>>;
  comments(number: number): Promise<readonly IssueComment[]>;
  comment(number: number, body: string): Promise<ChangeAnswer<unknown>>;
  edit(comment: number, body: string): Promise<ChangeAnswer<unknown>>;
  /** The numeric id of the person who closed it; null where no person did. */
  closer(number: number): Promise<number | null>;
  /** When each label of an issue came, the last time, by its name in small letters. */
  labelled(number: number): Promise<ReadonlyMap<string, number>>;
}

export function openLabelledIssues(github: GitHub, label: string): LabelledIssues {
  const isOfTeam = teamOf(github);
  return {
    async list() {
      const found: LabelledIssue[] = [];
      for await (const page of github.pages('issues.listForRepo', { state: 'all', labels: label }))
        found.push(...page.filter(({ pull_request: pull }) => pull === undefined).map(issueOf));
      return found;
    },
    async create({ body, title }) {
      const answer = await github.change('issues.create', { title, body, labels: [label] });
      return answer.kind === 'accepted' ? { ...answer, data: issueOf(answer.data) } : answer;
    },
    closeAsDuplicate: (number) =>
      github.change('issues.update', { issue_number: number, state: 'closed', state_reason: 'duplicate' }),
    async comments(number) {
      const found: IssueComment[] = [];
      for await (const page of github.pages('issues.listComments', { issue_number: number }))
        for (const { author_association, body = '', created_at: at, id, user } of page)
          found.push({
            id: Number(id),
            authorId: Number(user?.id ?? 0),
            isPerson: user?.type === 'User',
            isOfTeam: () => isOfTeam({ author_association, user }),
            atMs: Date.parse(at),
            body,
          });
      return found;
    },
    comment: (number, body) => github.change('issues.createComment', { issue_number: number, body }),
    edit: (comment, body) => github.change('issues.updateComment', { comment_id: comment, body }),
    async closer(number) {
      const { closed_by: by } = await github.read('issues.get', { issue_number: number });
      return by?.type === 'User' ? Number(by.id) : null;
    },
    async labelled(number) {
      const since = new Map<string, number>();
      // Oldest first. Events of other kinds have no label.
      for await (const page of github.pages('issues.listEvents', { issue_number: number }))
        for (const one of page)
          if (one.event === 'labeled' && 'label' in one)
            since.set(one.label.name.toLowerCase(), Date.parse(one.created_at));
      return since;
    },
  };
}

interface RawIssue {
  readonly number: number;
  readonly html_url: string;
  readonly body?: string | null;
  readonly labels: readonly (string | { readonly name?: string })[];
  readonly state_reason?: string | null;
  readonly created_at: string;
  readonly closed_at: string | null;
}

function issueOf(raw: RawIssue): LabelledIssue {
  return {
    number: raw.number,
    url: raw.html_url,
    body: raw.body ?? '',
    labels: raw.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    isDuplicate: raw.state_reason === 'duplicate',
    createdMs: Date.parse(raw.created_at),
    closedMs: raw.closed_at === null ? null : Date.parse(raw.closed_at),
  };
}
