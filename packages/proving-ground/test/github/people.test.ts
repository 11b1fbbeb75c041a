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
  repo.commit();
  token = github.token({ repository: 'acme/shop', permissions: { actions: 'read', 'pull-requests': 'read' } });
});

afterEach(async () => {
  await github.close();
  github.expectNoViolations();
});

test.each([
  ['admin', 'admin', true],
  ['maintain', 'write', true],
  ['write', 'write', true],
  ['triage', 'read', false],
  ['read', 'read', false],
] as const)('who has the role %s has the permission %s', async (role, permission, push) => {
  repo.invite('olga', role);
  const path = 'GET /repos/acme/shop/collaborators/Olga/permission';
  expect((await ask(github, token, path)).body).toMatchObject({ permission, role_name: role });
  expect((await ask(github, token, path)).body.user.permissions).toMatchObject({ push, pull: true });
});

test('whoever nobody let into a private repository has none', async () => {
  const answer = await ask(github, token, 'GET /repos/acme/shop/collaborators/mallory/permission');
  expect(answer.body).toMatchObject({ permission: 'none', user: { permissions: { pull: false } } });
});

test('an environment shows its reviewers, and no rule where it has none', async () => {
  repo.environment('open');
  repo.environment('guarded', ['olga']);
  const rules = async (name: string) =>
    (await ask(github, token, `GET /repos/acme/shop/environments/${name}`)).body.protection_rules;
  expect(await rules('open')).toEqual([]);
  expect(await rules('guarded')).toMatchObject([
    { type: 'required_reviewers', reviewers: [{ type: 'User', reviewer: { login: 'olga' } }] },
  ]);
});

test('a pull request from a fork says whose its head is, and follows its branch until it is closed', async () => {
  const first = repo.commit({ branch: 'fix' });
  const number = repo.pull({ title: 'Fix', head: 'fix', fork: 'mallory/shop', user: 'mallory' });
  const pull = async () => (await ask(github, token, `GET /repos/acme/shop/pulls/${number}`)).body;
  expect(await pull()).toMatchObject({
    state: 'open',
    head: { sha: first, label: 'mallory:fix', repo: { full_name: 'mallory/shop' } },
    base: { repo: { full_name: 'acme/shop' } },
  });
  const second = repo.commit({ branch: 'fix' });
  expect((await pull()).head.sha).toBe(second);
  repo.close(number);
  repo.commit({ branch: 'fix' });
  expect(await pull()).toMatchObject({ state: 'closed', head: { sha: second } });
});

test('an environment shows what else protects it, and a run who let its jobs in', async () => {
  repo.environment('guarded', ['olga'], { preventsSelfReview: true, protectedBranches: true });
  const guarded = (await ask(github, token, 'GET /repos/acme/shop/environments/guarded')).body;
  expect(guarded).toMatchObject({
    protection_rules: [{ type: 'required_reviewers', prevent_self_review: true }, { type: 'branch_policy' }],
    deployment_branch_policy: { protected_branches: true },
  });
  const run = repo.run();
  repo.reviewRun(run, 'guarded', 'olga', 'approved');
  expect((await ask(github, token, `GET /repos/acme/shop/actions/runs/${run}/approvals`)).body).toMatchObject([
    { state: 'approved', user: { login: 'olga' }, environments: [{ name: 'guarded' }] },
  ]);
});
