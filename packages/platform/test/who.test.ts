import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Change,
  compareSnapshots,
  judgeChanges,
  NO_WITNESSES,
  readPlatform,
  readTraces,
  type Snapshot,
  snapshotOf,
} from '../src/index.ts';
import { handleOf, type Trace, whoChanged } from '../src/state/who.ts';
import { goodWorld, NOW, type Service, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await goodWorld();
});
afterEach(async () => await world[Symbol.asyncDispose]());

const snapshot = async (service: Service): Promise<Snapshot> => snapshotOf(await readPlatform(world.access([service])));

/** What the comparison says of a change that is pinned. */
async function compared(service: Service, change: () => unknown) {
  const before = await snapshot(service);
  change();
  const access = world.access([service]);
  const facts = await readPlatform(access);
  const changes = compareSnapshots(before, snapshotOf(facts));
  expect(changes).not.toEqual([]);
  const witnesses = await readTraces(access, facts, changes);
  return judgeChanges({ changes, pinned: [`${service}.*`], compared: [], notCompared: [], leftOut: [], witnesses });
}

const weakened = (): void => {
  const [first] = world.repo.state.settings.rulesets ?? [];
  if (first === undefined) throw new Error('the good world has a ruleset');
  world.repo.configure({ rulesets: [{ ...first, rules: first.rules.filter(({ type }) => type !== 'deletion') }] });
};
const HOUR_AGO = new Date(NOW - 3_600_000).toISOString();
const entry = (login: string, ruleset = 2) => ({ ruleset, login, at: HOUR_AGO });

/** The history is shown to who may write: no token of an audit should. */
function mayWrite(): void {
  const { github } = world;
  const writer = github.token({ repository: 'acme/shop', login: 'olga', permissions: ALL });
  world.useGitHubToken(writer);
}
const ALL = {
  actions: 'read',
  administration: 'write',
  contents: 'read',
  environments: 'read',
  secrets: 'read',
} as const;

test('GitHub: who changed a ruleset is in its history', async () => {
  mayWrite();
  world.repo.configure({ rulesetHistory: [entry('mallory'), entry('nobody', 9)] });
  const { checks, notVerified } = await compared('github', weakened);
  expect(checks).toMatchObject([
    { what: 'github.rules.deletionBlocked', measured: `false (by mallory at ${HOUR_AGO})` },
    { what: 'github.rulesets.main.rules.deletion', measured: `not there (by mallory at ${HOUR_AGO})` },
  ]);
  expect(notVerified).toEqual([]);
});

test('GitHub: an entry from before the log is read names no one', async () => {
  mayWrite();
  world.repo.configure({
    rulesetHistory: [{ ...entry('mallory'), at: new Date(NOW - 31 * 86_400_000).toISOString() }],
  });
  const { notVerified } = await compared('github', weakened);
  expect(notVerified).toMatchObject([{ id: 'drift.who', chosen: false }]);
});

test('GitHub: a token that only reads is not shown it, and the scope is named', async () => {
  world.repo.configure({ rulesetHistory: [entry('mallory')] });
  const { checks, notVerified } = await compared('github', weakened);
  expect(checks.map(({ measured }) => measured)).toEqual(['false', 'not there']);
  expect(notVerified).toMatchObject([
    { id: 'drift.who', remedy: 'Give the token this access: Administration: write.' },
  ]);
});

test('GitHub: of other settings no one is named, with the plan', async () => {
  const { notVerified } = await compared('github', () => world.repo.configure({ pushProtection: false }));
  expect(notVerified).toMatchObject([{ id: 'drift.who', because: expect.stringContaining('the plan is "team"') }]);
});

describe('GitHub Enterprise Cloud: the audit log of the organization', () => {
  const audit = (action: string, login: string, more: Readonly<Record<string, unknown>> = {}, repo = 'acme/shop') => ({
    ...{ action, login, at: HOUR_AGO, repo, more },
  });
  const log = (...auditLog: readonly ReturnType<typeof audit>[]): void =>
    world.repo.configure({ organization: { plan: 'enterprise', requiresSecondFactor: true }, auditLog });

  test.each<[string, string, object, Readonly<Record<string, unknown>>?]>([
    [
      'github.repository.pushProtection',
      'repository_secret_scanning_push_protection.disable',
      { pushProtection: false },
    ],
    ['github.forkApproval', 'repo.set_actions_fork_pr_approvals_policy', { forkApproval: 'first_time_contributors' }],
    ['github.workflow.tokenWrites', 'repo.set_default_workflow_permissions', { workflowToken: 'write' }],
    ['github.actions.shaPinning', 'repo.update_actions_settings', { shaPinning: false }],
    ['github.secrets', 'repo.create_actions_secret', { secrets: ['VERCEL_TOKEN', 'NEW'] }, { key: 'NEW' }],
    ['github.dependabotAlerts', 'repository_vulnerability_alerts.disable', { dependabotAlerts: false }],
  ])('%s: who is named by %s', async (path, action, settings, more = {}) => {
    log(audit(action, 'mallory', more), audit('repo.pages_source', 'nobody'));
    const { checks, notVerified } = await compared('github', () => world.repo.configure(settings));
    expect(checks).toMatchObject([{ what: path, measured: expect.stringMatching(/\(by mallory at /) }]);
    expect(notVerified).toEqual([]);
  });

  test('a ruleset and an environment are named by their names', async () => {
    log(
      audit('repository_ruleset.update', 'mallory', { ruleset_name: 'main' }),
      audit('environment.update_protection_rule', 'olga', { environment_name: 'production' }),
      audit('environment.update_protection_rule', 'nobody', { environment_name: 'other' }),
    );
    const { checks, notVerified } = await compared('github', () => {
      weakened();
      world.repo.environment('production', ['dana'], { preventsSelfReview: true, protectedBranches: true });
    });
    const who = (start: string) =>
      checks.filter(({ what }) => what.startsWith(start)).map(({ measured }) => /by (\w+) at/.exec(measured)?.[1]);
    expect(new Set(who('github.environments.production.'))).toEqual(new Set(['olga']));
    expect(new Set(who('github.rulesets.main'))).toEqual(new Set(['mallory']));
    // The history of the ruleset is shown to nobody who may only read.
    expect(notVerified.filter(({ id }) => id !== 'drift.who')).toEqual([]);
  });

  test('what another repository, an older entry or an unknown action says names no one', async () => {
    log(
      audit('repo.update_actions_settings', 'other', {}, 'acme/else'),
      { ...audit('repo.update_actions_settings', 'old'), at: new Date(NOW - 31 * 86_400_000).toISOString() },
      audit('__proto__.constructor', 'odd'),
      audit('', 'odd'),
    );
    const { checks, notVerified } = await compared('github', () => world.repo.configure({ shaPinning: false }));
    expect(checks).toMatchObject([{ measured: 'false' }]);
    expect(notVerified).toMatchObject([{ id: 'drift.who', because: expect.stringContaining('names no one') }]);
  });

  test('a token whose plan is not shown asks, and what it lacks is named', async () => {
    log(audit('repo.update_actions_settings', 'mallory'));
    world.repo.invite('olga', 'write');
    const { notVerified } = await compared('github', () => world.repo.configure({ shaPinning: false }));
    expect(notVerified).toMatchObject([
      { id: 'drift.who', remedy: expect.stringContaining('owner of the organization') },
    ]);
  });
});

test.each([
  ['supabase', (): unknown => Object.assign(world.project.settings.auth, { password_min_length: 6 }), 'Management API'],
  ['stripe', (): unknown => void world.stripe.endpoints.splice(0), 'no event'],
  ['sentry', (): unknown => void world.sentry.alerts.splice(0), 'no route'],
] as const)('%s has no log that its API shows', async (service, change, because) => {
  const { notVerified } = await compared(service, change);
  expect(notVerified).toMatchObject([{ id: 'drift.who', because: expect.stringContaining(because), chosen: false }]);
});

test('Vercel: a log that the plan does not have is named with it', async () => {
  const effect = { kind: 'status', status: 402 } as const;
  world.faults.plant({ service: 'vercel', path: /v3\/events/, times: 9, effect });
  const { notVerified } = await compared('vercel', () =>
    world.vercel.configure(world.vercelProject, { nodeVersion: '18.x' }),
  );
  expect(notVerified).toMatchObject([{ because: 'the plan "pro" does not have the activity of the team' }]);
});

test('a change that is not pinned demands no name', () => {
  const changes: readonly Change[] = [{ path: 'supabase.auth.jwt_exp', before: 1, after: 2 }];
  const judged = judgeChanges({
    changes,
    pinned: [],
    compared: [],
    notCompared: [],
    leftOut: [],
    witnesses: NO_WITNESSES,
  });
  expect(judged).toMatchObject({ checks: [{ id: 'drift.change', verdict: 'pass' }], notVerified: [] });
});

const trace = (changes: Partial<Trace>): Trace => ({
  ...{ service: 'vercel', who: 'olga', atMs: NOW, about: [], paths: [] },
  ...changes,
});

test.each([
  ['vercel.env[DATABASE_URL production].type', 'DATABASE_URL', true],
  ['vercel.domains[shop.example.com].verified', 'shop.example.com', true],
  ['vercel.env.A.type', 'A', true],
  ['vercel.env[DATABASE_URL production].type', 'DATABASE', false],
  ['vercel.env[DATABASE_URL production].type', 'e', false],
  ['vercel.env[DATABASE_URL production].type', 'production', false],
  ['supabase.env.A.type', 'A', false],
])('%s is about %s: %j', (path, name, is) => {
  expect(whoChanged(path, [trace({ about: [name] })]) !== undefined).toBe(is);
});

test('of several entries the newest is taken', () => {
  const path = 'github.rules.linear';
  const of = (who: string, atMs: number) => trace({ service: 'github', who, atMs, paths: ['github.rules'] });
  expect(whoChanged(path, [of('first', 1), of('last', 3), of('middle', 2)])?.who).toBe('last');
  expect(whoChanged('github.rulesets.main', [of('first', 1)])).toBeUndefined();
});

test.each([
  'anna@example.com',
  'Anna Berg',
  'a\nverdict: pass',
  '](https://evil.example)',
  '<img src=x>',
  '\u202eevil',
  '`rm`',
  'x'.repeat(65),
  '',
  undefined,
])('%j is no name of an account that is shown', (name) => {
  expect(handleOf(name)).toBe('an account whose name is not shown');
});

test.each(['olga', 'dependabot[bot]', 'o.l-g_a9'])('%s is shown', (name) => {
  expect(handleOf(name)).toBe(name);
});
