import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Faults } from '../../src/faults/faults.ts';
import { type GitHub, type RepositorySeed, startGitHub } from '../../src/github/index.ts';
import { ask } from './ask.ts';

let github: GitHub;
let repo: RepositorySeed;
let token: string;

beforeEach(async () => {
  github = await startGitHub({ faults: new Faults() });
  repo = github.repository('acme/shop');
  repo.commit({ files: { 'README.md': 'Shop\n', 'supabase/migrations/1_a.sql': 'select 1;\n' } });
  token = github.token({ repository: 'acme/shop', permissions: { contents: 'read', 'pull-requests': 'read' } });
});

afterEach(async () => {
  await github.close();
  github.expectNoViolations();
});

const get = (path: string) => ask(github, token, `GET /repos/acme/shop/${path}`);

test('a tree is read folder by folder, and a folder that did not change keeps its sha', async () => {
  const root = await get('git/trees/main');
  expect(root.body.tree).toMatchObject([
    { path: 'README.md', type: 'blob', size: 5 },
    { path: 'supabase', type: 'tree' },
  ]);
  const supabase = root.body.tree[1].sha;
  repo.commit({ files: { 'README.md': 'Shop 2\n' } });
  const later = await get('git/trees/main');
  expect(later.body.tree[1].sha).toBe(supabase);
  const folder = await get(`git/trees/${supabase}`);
  const migrations = await get(`git/trees/${folder.body.tree[0].sha}`);
  expect(migrations.body.tree).toMatchObject([{ path: '1_a.sql', type: 'blob' }]);
  expect((await get(`git/trees/${'0'.repeat(40)}`)).status).toBe(404);
});

test('commits are listed by the path they touch, a merge that only took it over is not', async () => {
  const base = repo.state.refs.get('heads/main') ?? '';
  const side = repo.commit({ message: 'Web', branch: 'side', parents: [base], files: { 'apps/web/a.ts': 'a\n' } });
  repo.commit({ message: 'Docs', files: { 'README.md': 'Shop 3\n' } });
  const number = repo.pull({ title: 'Web', head: 'side' });
  repo.merge(number);
  const commits = (await get('commits?path=apps/web')).body;
  expect(commits.map((commit: { sha: string }) => commit.sha)).toEqual([side]);
});

test.each(['merge', 'squash', 'rebase'] as const)(
  'the pull request that brought a commit is found (%s)',
  async (how) => {
    const base = repo.state.refs.get('heads/main') ?? '';
    repo.commit({ message: 'One', branch: 'side', parents: [base] });
    repo.commit({ message: 'Two', branch: 'side' });
    const number = repo.pull({ title: 'Both', head: 'side' });
    repo.merge(number, 'octocat', how);
    const landed = (await get(`compare/${base}...main`)).body.commits as { sha: string }[];
    expect(landed).toHaveLength({ merge: 3, squash: 1, rebase: 2 }[how]);
    for (const { sha } of landed) expect((await get(`commits/${sha}/pulls`)).body).toMatchObject([{ number }]);
  },
);
