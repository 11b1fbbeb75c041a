import { expect, test } from '@jest/globals';
import { auditPlatform, platformLines, readPlatform, readPolicy } from '../../src/index.ts';
import { goodWorld, NOW, type Service, type World } from '../world.ts';

/** Where there is nothing to look at, or more than is looked at, a line does not pass in silence. */
async function verdictsOf(text: string, services: readonly Service[], change: (world: World) => void) {
  await using world = await goodWorld();
  change(world);
  const { policy, problems } = readPolicy(text, 'platform.yml', platformLines);
  expect(problems).toEqual([]);
  const { checks, notVerified } = auditPlatform(policy.lines, await readPlatform(world.access(services)));
  return [...checks.map(({ reason }) => reason), ...notVerified.map(({ because }) => because)];
}

test('no ruleset: that no one may bypass it is no pass', async () => {
  const found = await verdictsOf('github: { bypass-actors: [] }', ['github'], ({ repo }) =>
    repo.configure({ rulesets: [], requiredChecks: undefined as never }),
  );
  expect(found).toEqual(['no-ruleset']);
});

test('more rulesets than are read: who may bypass them is not known', async () => {
  const found = await verdictsOf('github: { bypass-actors: [] }', ['github'], ({ repo }) => {
    const [first] = repo.state.settings.rulesets ?? [];
    if (first === undefined) throw new Error('the good world has a ruleset');
    const many = Array.from({ length: 30 }, (_, nth) => ({ ...first, name: `r${nth}`, bypassActors: [] }));
    repo.configure({ rulesets: many });
  });
  expect(found).toEqual(['no-answer']);
});

test('the sixth ruleset is looked at like the first', async () => {
  const found = await verdictsOf('github: { bypass-actors: [] }', ['github'], ({ repo }) => {
    const [first] = repo.state.settings.rulesets ?? [];
    if (first === undefined) throw new Error('the good world has a ruleset');
    const many = Array.from({ length: 6 }, (_, nth) => ({ ...first, name: `r${nth}`, bypassActors: [] }));
    repo.configure({ rulesets: [...many, first] });
  });
  expect(found).toContain('more-may-bypass');
});

test('no domain of its own: nothing is configured, and no certificate was seen', async () => {
  const text = 'vercel: { domains-configured: true, certificate-days-left: 14 }';
  const found = await verdictsOf(text, ['vercel'], ({ vercel, vercelProject }) =>
    vercel.configure(vercelProject, {
      domains: vercel.project(vercelProject.id).domains.filter(({ name }) => name.includes('.vercel.app')),
    }),
  );
  expect(found).toEqual(Array.from({ length: 2 }, () => 'the project has no domain of its own'));
});

test('no webhook endpoint is none in live mode', async () => {
  const found = await verdictsOf('stripe: { webhooks-live: true }', ['stripe'], ({ stripe }) => {
    stripe.endpoints.splice(0);
  });
  expect(found).toEqual(['no-endpoint']);
});

test('a backup of tomorrow proves nothing', async () => {
  const found = await verdictsOf('supabase: { backup-max-age-hours: 26 }', ['supabase'], ({ project }) => {
    project.physicalBackupData = {
      earliest_physical_backup_date_unix: NOW / 1_000,
      latest_physical_backup_date_unix: NOW / 1_000 + 86_400,
    };
  });
  expect(found).toEqual(['backup-of-the-future']);
});

test('variables of which there is another page are not known', async () => {
  await using world = await goodWorld();
  const { policy } = readPolicy('vercel: { env-no-public-secrets: true }', 'p.yml', platformLines);
  const effect = {
    kind: 'status',
    status: 200,
    body: { envs: [], pagination: { count: 0, next: 1, prev: null } },
  } as const;
  world.faults.plant({ service: 'vercel', path: /\/env(?:\?|$)/, times: 1, effect });
  const { checks } = auditPlatform(policy.lines, await readPlatform(world.access(['vercel'])));
  expect(checks.map(({ reason }) => reason)).toEqual(['no-answer']);
});

test('a level of the advisor that no description names is not taken for a mild one', async () => {
  await using world = await goodWorld();
  const { policy } = readPolicy('supabase: { advisors: ERROR }', 'p.yml', platformLines);
  const body = { lints: [{ name: 'rls_disabled_in_public', level: 'CRITICAL' }] };
  const effect = { kind: 'status', status: 200, body } as const;
  world.faults.plant({ service: 'supabase', path: /\/advisors\/security/, times: 1, effect });
  const { checks } = auditPlatform(policy.lines, await readPlatform(world.access(['supabase'])));
  expect(checks.map(({ reason, measured }) => [reason, measured])).toEqual([['advisor-finding', 'CRITICAL']]);
});

test('a limit that is no number lets nothing through', async () => {
  const text = 'supabase: { auth-rate-limits: { otp: Infinity } }';
  expect(await verdictsOf(text, ['supabase'], () => undefined)).toEqual(['limit-too-high']);
});

const DEMANDS = [
  'vercel: { domains: [] }',
  'vercel: { env-production: [] }',
  'vercel: { drains: [] }',
  'supabase: { functions: [] }',
  'github: { required-checks: [] }',
  'github: { environment-secrets: [] }',
  'stripe: { webhooks: [] }',
  'sentry: { alerts: [] }',
];
test.each(DEMANDS)('%s demands nothing, and is refused', (text) => {
  const { policy, problems } = readPolicy(text, 'platform.yml', platformLines);
  expect(policy.lines).toEqual([]);
  expect(problems).toEqual([expect.stringContaining('expected a list of at least one text')]);
});
