import { expect, test } from '@jest/globals';
import {
  auditPlatform,
  platformLines,
  readPlatform,
  readPolicy,
  snapshotOf,
  snapshotText,
  writePolicy,
} from '../src/index.ts';
import { TWELVE_FAULTS } from './twelve-faults.ts';
import { CANARY, goodWorld, logged, NOW } from './world.ts';

function policy(text: string) {
  const read = readPolicy(text, 'platform.yml', platformLines);
  expect(read.problems).toEqual([]);
  return read.policy.lines;
}

test('init on a world with twelve faults names all twelve', async () => {
  await using world = await goodWorld();
  for (const [, plant] of TWELVE_FAULTS) plant(world);
  const facts = await readPlatform(world.access());
  const written = writePolicy(facts, platformLines);
  const { checks } = auditPlatform(policy(written), facts);
  const red = new Set(checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id));
  expect([...red].sort()).toEqual(TWELVE_FAULTS.map(([id]) => id).sort());
  expect(written).not.toContain(CANARY);
});

test('no value of a secret is in what was read, in a report, a snapshot or a log', async () => {
  await using world = await goodWorld();
  logged.length = 0;
  const facts = await readPlatform(world.access());
  const texts = [
    JSON.stringify(facts),
    JSON.stringify(auditPlatform(policy(writePolicy(facts, platformLines)), facts)),
    snapshotText(snapshotOf(facts)),
    logged.join('\n'),
  ];
  expect(logged.length).toBeGreaterThan(40);
  for (const text of texts) {
    expect(text).not.toContain(CANARY);
    for (const token of [world.vercel.token, world.stripeKey, world.sentry.token]) expect(text).not.toContain(token);
  }
});

test('requests: a number for each service, one more for each domain, and one for each hundred of them', async () => {
  const asked = async (more: number) => {
    await using world = await goodWorld();
    for (let at = 0; at < more; at++) {
      world.vercel.addDomain(world.vercelProject, `d${at}.example.com`);
      world.vercel.addVariable(world.vercelProject, { key: `A${at}`, type: 'plain', target: ['preview'] });
      world.repo.configure({ secrets: Array.from({ length: at + 1 }, (_, nth) => `S${nth}`) });
      world.project.functions.push({ ...FUNCTION, slug: `f${at}` });
      world.project.settings.buckets.push({ name: `b${at}`, public: false });
    }
    await readPlatform(world.access());
    const { vercel, supabase, github, stripe, sentry } = world;
    return [vercel, supabase, github, stripe, sentry].map(({ exchanges }) => exchanges.length);
  };
  const others = [15, 19, 1, 4];
  expect(await asked(0)).toEqual([12, ...others]);
  expect(await asked(1)).toEqual([13, ...others]);
  expect(await asked(10)).toEqual([22, ...others]);
  expect(await asked(100)).toEqual([113, ...others]);
});

const FUNCTION = { status: 'ACTIVE', verify_jwt: true, version: 1, updated_at: NOW } as const;

test('an outage is unknown, never passed or failed; what a plan or a token does not show is named', async () => {
  await using world = await goodWorld();
  const lines = policy('vercel: { firewall: true, node-version: 24.x, drains: [logs.example.com], alerts: [errors] }');
  world.faults.plant(
    { service: 'vercel', path: /firewall/, times: Number.POSITIVE_INFINITY, effect: { kind: 'status', status: 503 } },
    { service: 'vercel', path: /drains/, times: Number.POSITIVE_INFINITY, effect: { kind: 'status', status: 402 } },
  );
  const { checks, notVerified } = auditPlatform(lines, await readPlatform(world.access(['vercel'])));
  expect(checks).toMatchObject([
    { id: 'vercel.firewall', verdict: 'unknown', reason: 'no-answer' },
    { id: 'vercel.node-version', verdict: 'pass' },
  ]);
  expect(notVerified).toMatchObject([
    { id: 'vercel.drains', because: 'the plan "pro" does not have the drains', chosen: false },
    { id: 'vercel.alerts', chosen: false },
  ]);
});

test('a service without access is not asked, and its lines are not verified', async () => {
  await using world = await goodWorld();
  const lines = policy('stripe: { live-key: true, webhooks-live: true }\nsentry: { data-scrubber: true }\n');
  const { checks, notVerified } = auditPlatform(lines, await readPlatform(world.access([])));
  expect(checks).toEqual([]);
  expect(notVerified.map(({ id }) => id)).toEqual(['stripe.live-key', 'stripe.webhooks-live', 'sentry.data-scrubber']);
});

test('a token of GitHub that may not read settings: each gap says what it needs', async () => {
  await using world = await goodWorld();
  const lines = policy('github: { workflow-token-writes: false, required-checks: [Lockstep] }');
  const access = world.access(['github']);
  world.faults.plant({
    service: 'github',
    path: /actions\/permissions\/workflow/,
    effect: { kind: 'status', status: 403 },
  });
  const { checks, notVerified } = auditPlatform(lines, await readPlatform(access));
  expect(checks).toMatchObject([{ id: 'github.required-checks', verdict: 'pass' }]);
  expect(notVerified).toMatchObject([
    {
      id: 'github.workflow-token-writes',
      remedy: 'Give the token this access: Administration: read, or change the plan.',
    },
  ]);
});

test.each([
  [
    'a section that is none',
    'vercle: { firewall: true }',
    'platform.yml:1: "vercle" is not known; did you mean "vercel"?',
  ],
  [
    'a line that is none',
    'vercel:\n  firewal: true',
    'platform.yml:2: "firewal" is not known in "vercel"; did you mean "firewall"?',
  ],
  ['a value that is none', 'vercel:\n\n  firewall: 3', 'platform.yml:3: "vercel.firewall": expected true or false'],
  ['a list where lines belong', 'vercel: [a]', 'platform.yml:1: "vercel": expected lines below it'],
  [
    'pins that are none',
    'pinned: 3',
    'platform.yml:1: "pinned": expected a list of paths of a snapshot, like vercel.project.nodeVersion',
  ],
  ['no YAML', 'vercel: [', 'platform.yml: not readable as YAML (line 1, column 10): '],
])('a policy with %s is refused at its line', (_what, text, problem) => {
  const { policy: read, problems } = readPolicy(text, 'platform.yml', platformLines);
  expect(problems[0]).toContain(problem);
  expect(read.lines).toEqual([]);
});

test.each(['', '# nothing\n', 'vercel:\n', 'vercel: {}\nsupabase:\n'])('a policy may say nothing: %j', (text) => {
  expect(readPolicy(text, 'platform.yml', platformLines)).toEqual({ policy: { lines: [], pinned: [] }, problems: [] });
});

test('all problems are told at once', () => {
  const { problems } = readPolicy('a: 1\nvercel:\n  b: 2\n  firewall: x\n', 'platform.yml', platformLines);
  expect(problems.map((one) => one.split(':')[1])).toEqual(['1', '3', '4']);
});
