import { afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { auditPlatform, type PolicyLine, platformLines, readPlatform, readPolicy, writePolicy } from '../src/index.ts';
import { goodWorld, type Service, type World } from './world.ts';

/** What a plan does not have, and what a service does not show on it, is named with the plan. */
const lines = new Map<Service, readonly PolicyLine[]>();
beforeAll(async () => {
  await using good = await goodWorld();
  for (const service of ['supabase', 'github', 'stripe', 'sentry'] as const) {
    const written = writePolicy(await readPlatform(good.access([service])), platformLines);
    lines.set(service, readPolicy(written, 'platform.yml', platformLines).policy.lines);
  }
});

let world: World;
beforeEach(async () => {
  world = await goodWorld();
});
afterEach(async () => await world[Symbol.asyncDispose]());

/** What is not verified of a policy that the good world passes, by line. */
async function gaps(service: Service): Promise<ReadonlyMap<string, string>> {
  const { checks, notVerified } = auditPlatform(lines.get(service) ?? [], await readPlatform(world.access([service])));
  expect(checks.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  return new Map(notVerified.map(({ because, id }) => [id, because]));
}

function refuse(service: Service, path: RegExp, status: number): void {
  world.faults.plant({ service, path, times: Number.POSITIVE_INFINITY, effect: { kind: 'status', status } });
}

describe('Supabase', () => {
  const parts: readonly (readonly [string, RegExp, string])[] = [
    ['PITR', /addons/, 'supabase.pitr-days'],
    ['backups', /database\/backups/, 'supabase.backup-max-age-hours'],
    ['network restrictions', /network-restrictions/, 'supabase.allowed-addresses'],
    ['TLS', /ssl-enforcement/, 'supabase.tls-enforced'],
    ['sessions', /config\/auth/, 'supabase.auth-session-hours'],
    ['advisors', /advisors/, 'supabase.advisors'],
    ['members', /members/, 'supabase.members-second-factor'],
    ['functions', /functions/, 'supabase.functions'],
    ['buckets', /buckets/, 'supabase.public-buckets'],
    ['keys', /api-keys/, 'supabase.legacy-keys'],
    ['Data API', /postgrest/, 'supabase.data-api-schemas'],
  ];
  test.each(parts)('%s: 402 and 403 name the plan', async (_what, path, line) => {
    world.project.settings.plan = 'free';
    refuse('supabase', path, 402);
    expect((await gaps('supabase')).get(line)).toMatch(/^the plan "free" does not have /);
    world.faults.clear();
    refuse('supabase', path, 403);
    expect((await gaps('supabase')).get(line)).toMatch(/\(HTTP 403\) on the plan "free"$/);
  });

  test('an organization that the token does not show has a plan without a name', async () => {
    refuse('supabase', /organizations\/[^/]+$/, 403);
    refuse('supabase', /database\/backups/, 402);
    expect((await gaps('supabase')).get('supabase.pitr')).toBe('the plan of the account does not have the backups');
  });
});

describe('GitHub', () => {
  const parts: readonly (readonly [string, RegExp, string])[] = [
    ['rules of a private repository', /rules\/branches/, 'github.required-checks'],
    ['environments', /environments\?/, 'github.environment-reviewers'],
    ['secrets of environments', /environments\/production\/secrets/, 'github.environment-secrets'],
    ['code scanning', /code-scanning/, 'github.code-scanning'],
    ['actions', /actions\/permissions/, 'github.allowed-actions'],
  ];
  test.each(parts)('%s: 403 names the plan', async (_what, path, line) => {
    world.repo.configure({ organization: { plan: 'free', requiresSecondFactor: true } });
    refuse('github', path, 403);
    expect((await gaps('github')).get(line)).toMatch(/\(HTTP 403\) on the plan "free"$/);
  });

  test('scanning of secrets that is not shown on the plan', async () => {
    const { pushProtection: _, secretScanning: __, ...settings } = world.repo.state.settings;
    world.repo.state.settings = { ...settings, organization: { plan: 'free', requiresSecondFactor: true } };
    const found = await gaps('github');
    for (const line of ['github.secret-scanning', 'github.push-protection'])
      expect(found.get(line)).toBe('GitHub does not show it to this token on the plan "free"');
  });

  test('a rate limit is no lack of a plan', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' };
    const effect = { kind: 'status', status: 403, headers } as const;
    world.faults.plant({ service: 'github', path: /code-scanning/, times: 99, effect });
    expect(await gaps('github')).toEqual(new Map());
  });

  test('to a token of no owner the second factor is not shown, and the line says so', async () => {
    world.repo.invite('olga', 'write');
    const found = await gaps('github');
    expect(found.get('github.second-factor')).toBe('GitHub shows it to owners of the organization only');
    expect(found.get('github.members-second-factor')).toContain('(HTTP 422)');
  });
});

test.each([
  ['sentry', /workflows/, 'sentry.alerts'],
  ['stripe', /webhook/, 'stripe.webhooks'],
] as const)('%s says no plan: none is named', async (service, path, line) => {
  refuse(service, path, 402);
  expect((await gaps(service)).get(line)).toMatch(/^the plan of the account does not have /);
});
