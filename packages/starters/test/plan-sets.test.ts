import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { sources } from '../../../test/starters.ts';
import { type Choices, planStarters } from '../src/index.ts';

const ONE: Choices = {
  ...{
    apps: [],
    environments: ['production'],
    approvals: 'none',
    strategy: 'promote',
    packageManager: undefined,
    scoped: new Map(),
  },
  inputs: { 'vercel-project': 'shop', 'vercel-team': 'acme', 'production-url': 'https://shop.example' },
};
const APPS = [
  { name: 'web', directory: 'apps/web' },
  { name: 'admin', directory: 'apps/admin' },
];

interface Calls {
  readonly jobs: Readonly<Record<string, { readonly with?: Readonly<Record<string, unknown>> }>>;
}
function plan(names: readonly string[], choices: Partial<Choices> = {}) {
  const { files, missing } = planStarters(names, sources, { ...ONE, ...choices });
  expect(missing).toEqual([]);
  const short = [...files].map(([path, text]) => [path.replace(/.*lockstep-(.*)\.yml/, '$1'), parse(text) as Calls]);
  const of = (name: string) => (Object.fromEntries(short) as Record<string, Calls>)[name];
  return {
    names: short.map(([name]) => name),
    given: (name: string) => Object.assign({}, ...Object.values(of(name)?.jobs ?? {}).map((job) => job.with ?? {})),
  };
}

test('one app, one environment', () => {
  const { names, given } = plan(['release', 'rollback', 'pull-request']);
  expect(names).toEqual(['pull-request', 'release', 'rollback']);
  expect(given('release')).toEqual(ONE.inputs);
});

test('one app in a folder of its own', () => {
  const { given } = plan(['release', 'pull-request'], { apps: [{ name: 'web', directory: 'apps/web' }] });
  expect(given('release')).toEqual({ ...ONE.inputs, directory: 'apps/web' });
  expect(given('pull-request')).toMatchObject({ directory: 'apps/web' });
});

test('each app has a release of its own, and the first one brings the migrations', () => {
  const scoped = new Map([
    ['admin', { 'vercel-project': 'shop-admin', 'production-url': 'https://admin.shop.example' }],
  ]);
  const { names, given } = plan(['pull-request', 'release', 'contract', 'rollback'], { apps: APPS, scoped });
  expect(names).toEqual([
    'pull-request',
    'release-web',
    'contract-web',
    'rollback-web',
    'release-admin',
    'rollback-admin',
  ]);
  expect(given('release-web')).toEqual({ ...ONE.inputs, service: 'web', directory: 'apps/web' });
  expect(given('release-admin')).toEqual({
    ...ONE.inputs,
    ...scoped.get('admin'),
    ...{ service: 'admin', directory: 'apps/admin', 'migrations-directory': 'none', 'down-directory': 'none' },
  });
});

test('a push goes to the first environment, and people promote to the next', () => {
  const scoped = new Map([['staging', { 'vercel-project': 'shop-staging' }]]);
  const environments = ['staging', 'production'];
  const { names, given } = plan(['release', 'recover'], { environments, approvals: 'reviewers', scoped });
  expect(names).toEqual(['release-staging', 'recover-staging', 'promote-production', 'recover-production']);
  expect(given('release-staging')).toEqual({ ...ONE.inputs, environment: 'staging', 'vercel-project': 'shop-staging' });
  expect(given('promote-production')).toMatchObject({
    ...{ mode: 'same-commit', 'from-environment': 'staging', 'approval-environment': 'production-approval' },
    'vercel-project': 'shop',
  });
  expect(given('recover-staging')).toMatchObject({ environment: 'staging' });
});

test('the last environment alone gives a release to its users by stages', () => {
  const environments = ['staging', 'production'];
  const { given } = plan(['release', 'rollback'], { environments, strategy: 'rolling' });
  expect(given('release-staging')).not.toHaveProperty('strategy');
  expect(given('promote-production')).toMatchObject({ strategy: 'rolling' });
  expect(given('rollback-production')).not.toHaveProperty('strategy');
  expect(plan(['release'], { strategy: 'rolling' }).given('release')).toEqual({ ...ONE.inputs, strategy: 'rolling' });
});

test('two people: one asks for what a push staged, another one approves', () => {
  const { names, given } = plan(['release', 'rollback'], { approvals: 'two-person' });
  expect(names).toEqual(['stage', 'promote', 'approve', 'rollback']);
  expect(given('promote')).toMatchObject({ 'four-eyes': true });
});

test.each([
  ['pnpm', { cache: 'pnpm', 'install-command': 'pnpm install --frozen-lockfile' }],
  ['yarn-classic', { cache: 'yarn', 'install-command': 'yarn install --frozen-lockfile' }],
  ['none', { 'install-command': '' }],
] as const)('gates install with %s', (packageManager, expected) => {
  expect(plan(['pull-request'], { packageManager }).given('pull-request')).toMatchObject(expected);
});

test('what is wrong is said all at once', () => {
  const scoped = new Map([['shop', { 'vercel-projekt': 'x' }]]);
  const inputs = { ...ONE.inputs, 'bake-tme': '1m', submodules: 'true' };
  expect(() => planStarters(['release'], sources, { ...ONE, inputs, scoped })).toThrow(
    expect.objectContaining({
      problems: [
        expect.stringMatching(/^--with shop:…: there is no app and no environment shop; there is production$/),
        expect.stringMatching(/^--with: no called workflow has an input bake-tme; there is .*bake-time/),
        expect.stringMatching(/^--with: no called workflow has an input vercel-projekt; there is .*vercel-project/),
      ],
    }),
  );
  expect(() => planStarters(['relase'], sources, ONE)).toThrow(/no starter "relase"; expected one of .*release/);
});

test.each<[Partial<Choices>, string]>([
  [{ environments: ['staging', 'Staging'] }, '--environments: expected different names, got "Staging" twice'],
  [{ environments: ['a', 'production', 'a'] }, '--environments: expected different names, got "a" twice'],
  [{ apps: [...APPS, { name: 'web', directory: 'b/web' }] }, '--apps: expected a name for each app, got "web" twice'],
  [
    { apps: APPS, environments: ['admin', 'production'] },
    '--apps: expected another name than that of an environment, got "admin"',
  ],
  [
    { apps: ['a', 'a-b'].map((name) => ({ name, directory: name })), environments: ['b-c', 'c'] },
    '.github/workflows/lockstep-promote-a-b-c.yml: of two apps or environments; give them other names',
  ],
])('names that would write one file twice are refused: %j', (choices, problem) => {
  const inputs = { ...ONE.inputs };
  expect(() => planStarters(['promote'], sources, { ...ONE, inputs, ...choices })).toThrow(
    expect.objectContaining({ problems: [problem] }),
  );
});
