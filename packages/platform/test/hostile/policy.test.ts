import { expect, test } from '@jest/globals';
import { CHECK_LIMITS, checksJson, checksSummary, judgeChecks, makeCheckList } from '@lockstep/base';
import {
  auditPlatform,
  platformLines,
  readPlatform,
  readPolicy,
  snapshotOf,
  snapshotText,
  writePolicy,
} from '../../src/index.ts';
import { goodWorld, NOW, type World } from '../world.ts';

const MEGABYTE = 1024 * 1024;
const read = (text: string) => readPolicy(text, 'platform.yml', platformLines);

test.each([
  ['the prototype as a section', '__proto__: { vercel: 1 }'],
  ['the prototype as a line', 'vercel: { __proto__: true }'],
  ['a constructor as a line', 'vercel: { constructor: true, toString: 1 }'],
  ['a number that is none', 'supabase: { auth-password-min-length: .nan }'],
  ['a number without an end', 'supabase: { auth-password-min-length: .inf }'],
  ['a limit without an end', 'supabase: { auth-rate-limits: { otp: .inf } }'],
  ['a number that is too large', 'github: { approvals: 1e300 }'],
  ['an alias as a value', 'vercel: { members: *b }'],
  ['a key twice', 'vercel: { firewall: true, firewall: false }'],
  ['a list as a key', 'vercel: { ? [a, b] : true }'],
  ['a tag of another language', 'vercel: !!js/function "x"'],
  ['a long text', `vercel: { framework: "${'x'.repeat(MEGABYTE)}" }`],
  ['many lines', `vercel:\n${'  a: 1\n'.repeat(100_000)}`],
  ['a list within lists', `vercel: { domains: ${'['.repeat(5_000)}${']'.repeat(5_000)} }`],
])('a policy with %s is refused, and nothing of it is checked', (_what, text) => {
  const { policy, problems } = read(text);
  expect(problems.length).toBeGreaterThan(0);
  expect(policy.lines).toEqual([]);
  expect(({} as Record<string, unknown>)['vercel']).toBeUndefined();
});

test('a map may have names like those of a prototype', () => {
  const { policy, problems } = read('github: { environment-reviewers: { __proto__: olga, constructor: olga } }');
  expect(problems).toEqual([]);
  expect(policy.lines).toHaveLength(1);
});

const NAMES = [
  '\u0000\u001b[2J\u202eevil\r\n::error::injected',
  '](https://evil.example) <script>alert(1)</script> | `x` | @everyone',
  '__proto__',
  'constructor',
  'x'.repeat(MEGABYTE),
];

function plant(world: World, name: string): void {
  world.vercel.addVariable(world.vercelProject, { key: name, type: 'plain', target: ['production'] });
  world.project.settings.members.push({ user_name: name, role_name: 'Owner', mfa_enabled: false });
  world.project.settings.buckets.push({ name, public: true });
  world.sentry.alerts.push({ name, enabled: true, actions: [] });
  world.stripe.endpoints.push({
    ...{ id: 'we_9', url: `https://evil.example/${name.slice(0, 1_000)}`, status: 'enabled' },
    ...{ enabled_events: ['*'], livemode: true, api_version: name.slice(0, 5_000) },
  });
}

test.each(NAMES.map((name) => [name.slice(0, 24), name]))(
  'a name %j in answers ends in no report as it is',
  async (_short, name) => {
    await using world = await goodWorld();
    const { policy } = read(writePolicy(await readPlatform(world.access()), platformLines));
    plant(world, name);
    const services = ['vercel', 'supabase', 'sentry', 'stripe'] as const;
    const facts = await readPlatform(world.access(services));
    const found = auditPlatform(
      policy.lines.filter(({ line }) => services.some((one) => line.key.startsWith(`${one}.`))),
      facts,
    );
    expect(found.checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)).toContain(
      'supabase.public-buckets',
    );
    const tool = { name: 'platform-audit', version: '1' };
    const list = makeCheckList({ subject: 'platform', nowMs: NOW, run: null, tool, ...found });
    const judgement = judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, NOW);
    expect(judgement.verdict).toBe('fail');
    const [summary, json] = [checksSummary(judgement), checksJson(judgement)];
    expect(summary).not.toMatch(/<script>|^::|\]\(https:\/\/evil/m);
    for (const text of [summary, json]) {
      expect(text.length).toBeLessThan(CHECK_LIMITS.file);
      for (const code of ['\u0000', '\u001b', '\u202e']) expect(text.includes(code)).toBe(false);
    }
    // What is committed is JSON, and is written whole whatever a name is.
    expect(() => JSON.parse(snapshotText(snapshotOf(facts)))).not.toThrow();
    // And what init writes of it can be read again.
    expect(
      read(writePolicy(facts, platformLines)).problems.filter((one) => !one.includes('characters, at most')),
    ).toEqual([]);
  },
);

test('a list whose pages never end is unknown, after few requests', async () => {
  await using world = await goodWorld();
  const times = Number.POSITIVE_INFINITY;
  const answer = await fetch(`${world.stripe.url}/v1/webhook_endpoints`, {
    headers: { authorization: `Bearer ${world.stripeKey}` },
  });
  const body = { ...((await answer.json()) as object), has_more: true };
  world.faults.plant({ service: 'stripe', times, effect: { kind: 'status', status: 200, body } });
  const link = '<https://evil.example/>; rel="next"; results="true"; cursor="0:100:0"';
  world.faults.plant({
    service: 'sentry',
    path: /events/,
    times,
    effect: { kind: 'status', status: 200, body: [], headers: { link } },
  });
  const { policy } = read('stripe: { webhooks-live: true }\nsentry: { drill-event: true }');
  const { checks } = auditPlatform(policy.lines, await readPlatform(world.access(['stripe', 'sentry'])));
  expect(checks.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown']);
  expect(world.stripe.exchanges.length).toBeLessThan(12);
  expect(world.sentry.exchanges.length).toBeLessThan(15);
});
