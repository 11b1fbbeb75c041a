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
  const permissions = {
    actions: 'read',
    'actions-variables': 'read',
    administration: 'read',
    contents: 'read',
    environments: 'read',
    secrets: 'read',
  } as const;
  token = github.token({ repository: 'acme/shop', permissions, login: 'olga' });
});

afterEach(async () => {
  await github.close();
  github.expectNoViolations();
});

const get = async (path: string) => await ask(github, token, `GET /repos/acme/shop${path}`);

test('secrets and variables are listed by name, of the repository, its organization and an environment', async () => {
  repo.configure({ secrets: ['A'], organizationSecrets: ['B'], variables: ['C'], organizationVariables: ['D'] });
  repo.environment('production', [], { secrets: ['E'], variables: ['F'] });
  const names = async (path: string, kind: 'secrets' | 'variables') =>
    (await get(path)).body[kind].map(({ name }: { name: string }) => name);
  expect(await names('/actions/secrets', 'secrets')).toEqual(['A']);
  expect(await names('/actions/organization-secrets', 'secrets')).toEqual(['B']);
  expect(await names('/actions/variables', 'variables')).toEqual(['C']);
  expect(await names('/actions/organization-variables', 'variables')).toEqual(['D']);
  expect(await names('/environments/production/secrets', 'secrets')).toEqual(['E']);
  expect(await names('/environments/production/variables', 'variables')).toEqual(['F']);
  expect((await get('/environments/other/secrets')).status).toBe(404);
});

test("a workflow's own token reads none of them", async () => {
  const weak = github.token({ repository: 'acme/shop', permissions: { actions: 'read', contents: 'read' } });
  for (const path of ['secrets', 'variables', 'permissions'])
    expect(await ask(github, weak, `GET /repos/acme/shop/actions/${path}`)).toMatchObject({ status: 403 });
});

test.each([
  [undefined, { enabled: true, allowed_actions: 'all' }, 404],
  ['none', { enabled: false }, 404],
  ['local', { enabled: true, allowed_actions: 'local_only' }, 404],
  [{ githubOwned: true, patterns: ['acme/*'] }, { enabled: true, allowed_actions: 'selected' }, 200],
] as const)('which actions may be used: %j', async (allowedActions, permissions, selected) => {
  if (allowedActions !== undefined) repo.configure({ allowedActions });
  expect((await get('/actions/permissions')).body).toEqual(permissions);
  expect((await get('/actions/permissions/selected-actions')).status).toBe(selected);
});

test.each(['ruleset', 'protection'] as const)('checks that a %s requires are seen', async (by) => {
  repo.configure({ requiredChecks: { by, names: ['Verdict'] } });
  const { body: rules } = await get('/rules/branches/main');
  const { body: branch } = await get('/branches/main');
  const required = [
    ...rules.flatMap(
      (rule: { parameters: { required_status_checks: object[] } }) => rule.parameters.required_status_checks,
    ),
    ...(branch.protection.required_status_checks?.checks ?? []),
  ];
  expect(required).toMatchObject([{ context: 'Verdict' }]);
  expect(branch.protected).toBe(true);
  expect((await get('/rules/branches/other')).body).toEqual([]);
});
