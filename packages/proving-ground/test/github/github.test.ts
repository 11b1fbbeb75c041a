import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Faults } from '../../src/faults/faults.ts';
import {
  type GitHub,
  gitHubRoutes,
  loadGitHubContract,
  type RepositorySeed,
  startGitHub,
} from '../../src/github/index.ts';
import { ask } from './ask.ts';

const ALL = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  'pull-requests': 'write',
  statuses: 'write',
} as const;

let faults: Faults;
let github: GitHub;
let repo: RepositorySeed;
let token: string;

beforeEach(async () => {
  faults = new Faults();
  github = await startGitHub({ faults, now: () => Date.parse('2026-11-22T04:00:00Z') });
  repo = github.repository('acme/shop');
  repo.commit({ message: 'First', files: { 'README.md': 'Shop\n' } });
  token = github.token({ repository: 'acme/shop', permissions: ALL });
});

afterEach(async () => {
  await github.close();
  github.expectNoViolations();
});

const get = (path: string) => ask(github, token, `GET ${path}`);
const post = (path: string, body: unknown) => ask(github, token, `POST ${path}`, body);
const patch = (path: string, body: unknown) => ask(github, token, `PATCH ${path}`, body);

test('every operation of the cut is answered, and nothing else', () => {
  const contract = loadGitHubContract();
  expect(Object.keys(gitHubRoutes).sort()).toEqual([...contract.operations].sort());
});

describe('tokens', () => {
  test('no token and a wrong one are 401', async () => {
    expect(await ask(github, undefined, 'GET /repos/acme/shop')).toMatchObject({
      status: 401,
      body: { message: 'Requires authentication' },
    });
    expect(await ask(github, 'ghs_wrong', 'GET /repos/acme/shop')).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    });
  });

  test('a token that was taken back is 401', async () => {
    github.revoke(token);
    expect((await get('/repos/acme/shop')).status).toBe(401);
  });

  test('a missing permission is 403 and names what would do', async () => {
    const poor = github.token({ repository: 'acme/shop', permissions: { deployments: 'read', contents: 'write' } });
    const answer = await ask(github, poor, 'POST /repos/acme/shop/deployments', { ref: 'main' });
    expect(answer).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } });
    expect(answer.headers.get('x-accepted-github-permissions')).toBe('deployments=write');
    expect((await ask(github, poor, 'GET /repos/acme/shop/deployments')).status).toBe(200);
  });

  test('one of two permissions is enough where GitHub says so', async () => {
    const number = repo.issue('Broken');
    const poor = github.token({ repository: 'acme/shop', permissions: { 'pull-requests': 'write' } });
    const answer = await ask(github, poor, `POST /repos/acme/shop/issues/${number}/comments`, { body: 'Hello' });
    expect(answer.status).toBe(201);
    const denied = await ask(github, poor, 'POST /repos/acme/shop/issues', { title: 'Another' });
    expect(denied.headers.get('x-accepted-github-permissions')).toBe('issues=write');
  });

  test('another repository is not there for a token', async () => {
    github.repository('acme/other').commit();
    expect((await get('/repos/acme/other')).status).toBe(404);
  });

  test('a request without a user agent is refused', async () => {
    expect((await ask(github, token, 'GET /repos/acme/shop', undefined, { 'user-agent': '' })).status).toBe(403);
  });
});

describe('the contract', () => {
  test('a request that GitHub would refuse is 422 and a violation', async () => {
    const deployment = (await post('/repos/acme/shop/deployments', { ref: 'main' })).body.id;
    const statuses = `/repos/acme/shop/deployments/${deployment}/statuses`;
    expect((await post('/repos/acme/shop/deployments', {})).status).toBe(422);
    expect((await post(statuses, { state: 'done' })).status).toBe(422);
    expect((await get('/repos/acme/shop/issues?state=everything')).status).toBe(422);
    expect(github.takeViolations().map((violation) => violation.what)).toEqual([
      "/body must have required property 'ref'",
      '/body/state must be equal to one of the allowed values',
      '/query/state must be equal to one of the allowed values',
    ]);
  });

  test('a field that GitHub would silently ignore is a violation, and is ignored', async () => {
    expect((await post('/repos/acme/shop/deployments', { ref: 'main', enviroment: 'production' })).status).toBe(201);
    expect((await get('/repos/acme/shop/deployments?tasks=deploy')).status).toBe(200);
    expect(github.takeViolations().map((violation) => violation.what)).toEqual([
      '/body must NOT have additional properties (enviroment)',
      '/query must NOT have additional properties (tasks)',
    ]);
  });

  test('a route that nobody modelled is 404 and a violation', async () => {
    expect((await get('/repos/acme/shop/invitations')).status).toBe(404);
    expect(() => github.expectNoViolations()).toThrow('unknown-route: GET /repos/acme/shop/invitations');
    github.takeViolations();
  });

  test('a body that is no JSON is 400', async () => {
    expect((await post('/repos/acme/shop/deployments', '{"ref":')).status).toBe(400);
    expect(github.takeViolations()).toHaveLength(1);
  });

  test('an answer with a missing or mistyped field is found', async () => {
    const contract = loadGitHubContract();
    const good = (await get('/repos/acme/shop')).body;
    expect(contract.checkAnswer('repos/get', 200, good)).toEqual([]);
    expect(contract.checkAnswer('repos/get', 200, { ...good, id: 'one' })).toEqual(['/id must be integer']);
    const { full_name: _, ...less } = good;
    expect(contract.checkAnswer('repos/get', 200, less)).toEqual(["(whole) must have required property 'full_name'"]);
    expect(contract.checkAnswer('repos/get', 202, good)).toEqual(['HTTP 202 is not foreseen']);
  });
});

describe('lists', () => {
  test('come in pages, with links to the others', async () => {
    const number = repo.issue('Talk');
    for (let n = 1; n <= 7; n++) await post(`/repos/acme/shop/issues/${number}/comments`, { body: `${n}` });
    const seen: string[] = [];
    let next: string | undefined = `/repos/acme/shop/issues/${number}/comments?per_page=3`;
    while (next !== undefined) {
      const page = await get(next);
      seen.push(...page.body.map((comment: { body: string }) => comment.body));
      next = /<[^>]*?(\/repos[^>]*)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    const last = await get(`/repos/acme/shop/issues/${number}/comments?per_page=3&page=3`);
    expect(last.headers.get('link')).not.toContain('rel="next"');
  });

  test('a stale read shows the state before the last change', async () => {
    await post('/repos/acme/shop/deployments', { ref: 'main', task: 'one' });
    await post('/repos/acme/shop/deployments', { ref: 'main', task: 'two' });
    faults.plant({ service: 'github', method: 'GET', effect: { kind: 'stale' } });
    const tasks = async () => (await get('/repos/acme/shop/deployments')).body.map((d: { task: string }) => d.task);
    expect(await tasks()).toEqual(['one']);
    expect(await tasks()).toEqual(['two', 'one']);
  });
});

describe('commits', () => {
  test('a comparison is identical, ahead, behind or diverged', async () => {
    const first = repo.commit({ message: 'Base' });
    const main = repo.commit({ message: 'On main', files: { 'a.txt': 'a\n' } });
    const side = repo.commit({ message: 'On the side', branch: 'side', parents: [first], files: { 'b.txt': 'b\n' } });
    const status = async (basehead: string) => {
      const { body } = await get(`/repos/acme/shop/compare/${basehead}`);
      return [body.status, body.ahead_by, body.behind_by];
    };
    expect(await status(`${first}...${first}`)).toEqual(['identical', 0, 0]);
    expect(await status(`${first}...${main}`)).toEqual(['ahead', 1, 0]);
    expect(await status(`main...${first}`)).toEqual(['behind', 0, 1]);
    expect(await status(`main...${side}`)).toEqual(['diverged', 1, 1]);
    const diverged = (await get('/repos/acme/shop/compare/main...side')).body;
    expect(diverged.merge_base_commit.sha).toBe(first);
    expect(diverged.files).toMatchObject([{ filename: 'b.txt', status: 'added', additions: 1, deletions: 0 }]);
  });

  test('a whole sha that is not there is 422, another name 404', async () => {
    expect((await get(`/repos/acme/shop/commits/${'0'.repeat(40)}`)).status).toBe(422);
    expect((await get('/repos/acme/shop/commits/nowhere')).status).toBe(404);
    expect((await get('/repos/acme/shop/compare/main...nowhere')).status).toBe(404);
  });

  test('lead to the pull request that brought them', async () => {
    const held = repo.commit({ branch: 'topic', parents: [repo.commit()], files: { 'c.txt': 'c\n' } });
    const number = repo.pull({ title: 'Add c', head: 'topic', labels: ['feature'] });
    const merge = repo.merge(number);
    for (const sha of [held, merge])
      expect((await get(`/repos/acme/shop/commits/${sha}/pulls`)).body).toMatchObject([{ number, state: 'closed' }]);
    expect((await get(`/repos/acme/shop/pulls/${number}`)).body).toMatchObject({ merged: true, changed_files: 1 });
    expect((await get(`/repos/acme/shop/pulls/${number}/files`)).body).toMatchObject([{ filename: 'c.txt' }]);
    expect((await get(`/repos/acme/shop/pulls/${number}/commits`)).body).toMatchObject([{ sha: held }]);
    repo.review(number, 'hubot', 'APPROVED');
    expect((await get(`/repos/acme/shop/pulls/${number}/reviews`)).body).toMatchObject([{ state: 'APPROVED' }]);
    expect((await get('/repos/acme/shop/pulls?state=all&head=acme:topic')).body).toHaveLength(1);
    const notes = await post('/repos/acme/shop/releases/generate-notes', { tag_name: 'v1' });
    expect(notes.body.body).toContain('* Add c by @octocat in ');
  });

  test('are listed from a tip, and read with their files', async () => {
    const tip = repo.commit({ message: 'Second', files: { 'src/app.ts': 'x\n', 'README.md': null } });
    expect((await get('/repos/acme/shop/commits?sha=main')).body).toMatchObject([{ sha: tip }, {}]);
    expect((await get('/repos/acme/shop/commits/main')).body.files).toMatchObject([
      { filename: 'README.md', status: 'removed' },
      { filename: 'src/app.ts', status: 'added' },
    ]);
    const file = await get('/repos/acme/shop/contents/src/app.ts');
    expect(Buffer.from(file.body.content, 'base64').toString()).toBe('x\n');
    expect((await get('/repos/acme/shop/contents/src')).body).toMatchObject([{ type: 'file', path: 'src/app.ts' }]);
    expect((await get('/repos/acme/shop/contents/lost')).status).toBe(404);
    expect((await get('/repos/acme/shop/branches/main')).body.commit.sha).toBe(tip);
    expect((await get('/repos/acme/shop/branches')).body).toMatchObject([{ name: 'main' }]);
  });

  test('carry statuses, newest of each context counting', async () => {
    const sha = repo.commit();
    await post(`/repos/acme/shop/statuses/${sha}`, { state: 'failure', context: 'ci' });
    await post(`/repos/acme/shop/statuses/${sha}`, { state: 'success', context: 'ci' });
    expect((await get(`/repos/acme/shop/commits/${sha}/status`)).body).toMatchObject({
      state: 'success',
      total_count: 1,
    });
    expect((await get(`/repos/acme/shop/commits/${sha}/statuses`)).body).toHaveLength(2);
  });
});

describe('runs', () => {
  test('are read by attempt, and a rerun does not change the attempt before', async () => {
    const id = repo.run();
    repo.setRun(id, 'completed', 'failure');
    repo.rerun(id);
    const first = await get(`/repos/acme/shop/actions/runs/${id}/attempts/1`);
    expect(first.body).toMatchObject({ status: 'completed', conclusion: 'failure', run_attempt: 1 });
    expect((await get(`/repos/acme/shop/actions/runs/${id}`)).body).toMatchObject({ status: 'queued', run_attempt: 2 });
    expect((await get(`/repos/acme/shop/actions/runs/${id}/attempts/3`)).status).toBe(404);
    repo.job(id, 'release', 'in_progress');
    const jobs = await get(`/repos/acme/shop/actions/runs/${id}/attempts/2/jobs`);
    expect(jobs.body).toMatchObject({ total_count: 1, jobs: [{ name: 'release', status: 'in_progress' }] });
  });

  test('are listed by their state', async () => {
    repo.run({ status: 'completed', conclusion: 'success' });
    const running = repo.run({ path: '.github/workflows/other.yml' });
    const ids = async (path: string) =>
      (await get(`/repos/acme/shop/actions/${path}`)).body.workflow_runs.map((run: { id: number }) => run.id);
    expect(await ids('runs?status=in_progress')).toEqual([running]);
    expect(await ids('workflows/other.yml/runs')).toEqual([running]);
    expect((await get('/repos/acme/shop/actions/workflows/other.yml')).body.path).toBe('.github/workflows/other.yml');
  });

  test('a cancellation reaches whoever runs the workflow, and a finished run has none', async () => {
    const cancelled: number[] = [];
    const listening = await startGitHub({ faults: new Faults(), onCancel: (run) => cancelled.push(run.id) });
    const there = listening.repository('acme/shop');
    there.commit();
    const mine = listening.token({ repository: 'acme/shop', permissions: { actions: 'write' } });
    const running = there.run();
    const done = there.run({ status: 'completed', conclusion: 'success' });
    const cancel = (id: number) => ask(listening, mine, `POST /repos/acme/shop/actions/runs/${id}/cancel`);
    expect((await cancel(running)).status).toBe(202);
    expect((await cancel(done)).status).toBe(409);
    expect(cancelled).toEqual([running]);
    listening.expectNoViolations();
    await listening.close();
  });

  test('a dispatch starts one where somebody runs workflows', async () => {
    let asked: unknown;
    const running = await startGitHub({
      faults: new Faults(),
      onDispatch: ({ workflow, ref, inputs, repo: { runs } }) => {
        asked = { workflow, ref, inputs };
        const id = running.repository('acme/shop').run();
        return runs.find((run) => run.id === id) as never;
      },
    });
    running.repository('acme/shop').commit();
    const mine = running.token({ repository: 'acme/shop', permissions: { actions: 'write' } });
    const route = 'POST /repos/acme/shop/actions/workflows/release.yml/dispatches';
    expect((await ask(running, mine, route, { ref: 'main', inputs: { environment: 'production' } })).status).toBe(204);
    expect(asked).toEqual({ workflow: 'release.yml', ref: 'main', inputs: { environment: 'production' } });
    const detailed = await ask(running, mine, route, { ref: 'main', return_run_details: true });
    expect(detailed.body.workflow_run_id).toBeGreaterThan(0);
    running.expectNoViolations();
    await running.close();
  });
});

describe('the rest', () => {
  test('issues and their comments are made, changed and taken away', async () => {
    const { number } = (await post('/repos/acme/shop/issues', { title: 'Incident', labels: ['incident'] })).body;
    await patch(`/repos/acme/shop/issues/${number}`, { body: 'Timeline' });
    await post(`/repos/acme/shop/issues/${number}/labels`, { labels: ['sev1'] });
    const comment = (await post(`/repos/acme/shop/issues/${number}/comments`, { body: 'One' })).body;
    await patch(`/repos/acme/shop/issues/comments/${comment.id}`, { body: 'Two' });
    expect((await get(`/repos/acme/shop/issues/comments/${comment.id}`)).body.body).toBe('Two');
    expect((await get(`/repos/acme/shop/issues/${number}`)).body).toMatchObject({ body: 'Timeline', comments: 1 });
    expect((await get('/repos/acme/shop/issues?labels=incident,sev1')).body).toHaveLength(1);
    expect((await ask(github, token, `DELETE /repos/acme/shop/issues/comments/${comment.id}`)).status).toBe(204);
    await patch(`/repos/acme/shop/issues/${number}`, { state: 'closed' });
    expect((await get('/repos/acme/shop/issues')).body).toEqual([]);
  });

  test('check runs collect annotations, and are not completed without a conclusion', async () => {
    const sha = repo.commit();
    const check = (await post('/repos/acme/shop/check-runs', { name: 'gate', head_sha: sha, status: 'in_progress' }))
      .body;
    const path = `/repos/acme/shop/check-runs/${check.id}`;
    const annotation = { path: 'a.ts', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'no' };
    const output = { title: 'Gate', summary: 'One', annotations: [annotation] };
    expect((await patch(path, { status: 'completed' })).status).toBe(422);
    expect(github.takeViolations()[0]?.what).toBe("/body must have required property 'conclusion'");
    const unfinished = { name: 'gate', head_sha: sha, completed_at: '2026-11-22T04:00:00Z' };
    expect((await post('/repos/acme/shop/check-runs', unfinished)).status).toBe(422);
    await patch(path, { output });
    await patch(path, { output, conclusion: 'failure' });
    expect((await get(path)).body).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect((await get(`${path}/annotations`)).body).toHaveLength(2);
    expect((await get(`/repos/acme/shop/commits/${sha}/check-runs?check_name=gate`)).body.total_count).toBe(1);
  });

  test('releases are drafted, published, and found by tag', async () => {
    const draft = (await post('/repos/acme/shop/releases', { tag_name: 'v1', draft: true })).body;
    expect((await get('/repos/acme/shop/releases/latest')).status).toBe(404);
    await patch(`/repos/acme/shop/releases/${draft.id}`, { draft: false, body: 'Notes' });
    expect((await get('/repos/acme/shop/releases/latest')).body.body).toBe('Notes');
    expect((await get('/repos/acme/shop/releases/tags/v1')).body.id).toBe(draft.id);
    expect((await get(`/repos/acme/shop/releases/${draft.id}`)).status).toBe(200);
    expect((await get('/repos/acme/shop/releases')).body).toHaveLength(1);
    expect((await post('/repos/acme/shop/releases', { tag_name: 'v1' })).status).toBe(422);
  });

  test('refs are made once', async () => {
    const sha = repo.commit();
    expect((await post('/repos/acme/shop/git/refs', { ref: 'refs/tags/v2', sha })).status).toBe(201);
    expect((await post('/repos/acme/shop/git/refs', { ref: 'refs/tags/v2', sha })).status).toBe(422);
    expect((await get('/repos/acme/shop/git/ref/tags/v2')).body.object.sha).toBe(sha);
    expect((await get('/repos/acme/shop/git/matching-refs/tags/v')).body).toHaveLength(1);
    expect((await get('/repos/acme/shop/tags')).body).toMatchObject([{ name: 'v2' }]);
  });

  test('the rate limit can be read', async () => {
    expect((await get('/rate_limit')).body.rate.limit).toBe(1000);
  });
});
