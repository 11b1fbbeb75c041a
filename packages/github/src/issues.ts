import type { ChangeAnswer, GitHub } from './client.ts';
import { teamOf } from './team.ts';

/** An issue as GitHub has it. */
export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly body: string;
}

/** A comment, without what it says. */
export interface Remark {
  /** Of its author: a number, not a name. */
  readonly authorId: string;
  /** Whether a person wrote it. */
  readonly isPerson: boolean;
  /** Whether its author is of the team: in a public repository anyone may write one. Throws RemoteError. */
  isOfTeam(): Promise<boolean>;
  readonly atMs: number;
}

/** The issues of one repository. Reading needs `issues: read`, changing `issues: write`. */
export interface Issues {
  /** The newest 100 open ones with this label: a list is consistent, GitHub's search is not. Throws RemoteError. */
  listOpen(label: string): Promise<readonly Issue[]>;
  create(request: {
    readonly title: string;
    readonly body: string;
    readonly label: string;
  }): Promise<ChangeAnswer<Issue>>;
  /** The first 100 comments since a time (ISO 8601). Throws RemoteError. */
  remarks(number: number, since: string): Promise<readonly Remark[]>;
  comment(number: number, body: string): Promise<ChangeAnswer<unknown>>;
  /** As completed. */
  close(number: number): Promise<ChangeAnswer<unknown>>;
}

export function openIssues(github: GitHub): Issues {
  const isOfTeam = teamOf(github);
  return {
    async listOpen(label) {
      const list = await github.read('issues.listForRepo', { state: 'open', labels: label, per_page: 100 });
      return list.map(issueOf);
    },
    async create({ title, body, label }) {
      const answer = await github.change('issues.create', { title, body, labels: [label] });
      return answer.kind === 'accepted' ? { ...answer, data: issueOf(answer.data) } : answer;
    },
    async remarks(number, since) {
      const list = await github.read('issues.listComments', { issue_number: number, since, per_page: 100 });
      return list.map(({ author_association, created_at, user }) => ({
        authorId: user === null ? '' : String(user.id),
        isPerson: user?.type === 'User',
        isOfTeam: () => isOfTeam({ author_association, user }),
        atMs: Date.parse(created_at),
      }));
    },
    comment: (number, body) => github.change('issues.createComment', { issue_number: number, body }),
    close: (number) =>
      github.change('issues.update', { issue_number: number, state: 'closed', state_reason: 'completed' }),
  };
}

function issueOf(raw: { readonly number: number; readonly html_url: string; readonly body?: string | null }): Issue {
  return { number: raw.number, url: raw.html_url, body: raw.body ?? '' };
}
