import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { DRILL_SECRET } from '../../../packages/platform/test/world/drill.ts';
import { CANARY } from '../../../packages/platform/test/world.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { stage } from './spawn.ts';

test('a platform as the policy says passes; the snapshot holds no secret, and compares as equal', async () => {
  await using at = await stage();
  const first = await at.run({ 'snapshot-path': 'state/platform.json' });
  expect(first).toMatchObject({
    status: 0,
    outputs: { verdict: 'pass', reason: 'checks-passed', failed: '0', unknown: '0' },
  });
  expect(first.outputs['snapshot-path']).toBe(join(at.folder, 'state/platform.json'));
  const second = await at.run({ 'compare-with': 'state/platform.json' });
  expect(second).toMatchObject({ status: 0, outputs: { verdict: 'pass', drift: '0' } });
  const written = readdirSync(at.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:json|md|sarif|xml)$/.test(name))
    .map((name) => readFileSync(join(at.folder, name), 'utf8'));
  for (const text of [first.log, first.summary, second.log, second.summary, ...written])
    expect(text).not.toContain(CANARY);
});

/** Of every kind of answer: all is well, each service refuses with the secret in its words, each is down. */
const ANSWERS = [
  undefined,
  { kind: 'status', status: 403, body: { message: CANARY, error: { message: CANARY } } },
  { kind: 'status', status: 400, body: `<p>${CANARY}</p>` },
] as const;

test.each(ANSWERS.map((effect, nth) => [nth, effect] as const))(
  'with debug logging no value of a secret is in anything that is written (answer %i)',
  async (_nth, effect) => {
    await using at = await stage();
    if (effect !== undefined)
      for (const service of ['vercel', 'supabase', 'github', 'stripe', 'sentry'])
        at.world.faults.plant({ service, times: Number.POSITIVE_INFINITY, effect });
    const inputs = {
      'snapshot-path': 'state/platform.json',
      'sentry-drill-secret': DRILL_SECRET,
      'sentry-release': 'shop@1.2.3',
    };
    const step = await at.run(inputs, { debug: true });
    // The debug log has each request.
    expect(step.log.match(/GET \//g)?.length ?? 0).toBeGreaterThan(4);
    const written = readdirSync(at.folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:json|md|sarif|xml|sh)$/.test(name))
      .map((name) => readFileSync(join(at.folder, name), 'utf8'));
    expect(written.length).toBeGreaterThan(3);
    for (const text of [step.log, step.summary, JSON.stringify(step.outputs), JSON.stringify(step.state), ...written])
      for (const secret of [CANARY, ...at.secrets]) expect(text).not.toContain(secret);
  },
);

test('what differs fails at its line of the policy; a pinned change fails with the plan to bring it back', async () => {
  await using at = await stage();
  await at.run({ 'snapshot-path': 'state.json' });
  at.world.vercel.configure(at.world.vercelProject, { nodeVersion: '18.x' });
  at.write('pinned.yml', 'pinned: ["vercel.project.*"]\nvercel: { node-version: 24.x }\n');
  const step = await at.run({
    'platform-policy': 'pinned.yml',
    'compare-with': 'state.json',
    'restore-plan-path': 'plan.sh',
  });
  expect(step).toMatchObject({
    status: 1,
    outputs: { verdict: 'fail', reason: 'checks-failed', failed: '2', drift: '1' },
  });
  const { checks } = JSON.parse(readFileSync(join(at.folder, 'report/checks.json'), 'utf8'));
  expect(checks).toMatchObject([
    { id: 'drift.pinned', what: 'vercel.project.nodeVersion', measured: '"18.x"', expected: '"24.x"' },
    { id: 'vercel.node-version', where: { file: 'pinned.yml', line: 2 } },
    { id: 'drift.members', what: 'supabase.members', verdict: 'pass' },
    { id: 'drift.members', what: 'vercel.members', verdict: 'pass' },
  ]);
  expect(readFileSync(join(at.folder, 'plan.sh'), 'utf8')).toContain(`-d '{"nodeVersion":"24.x"}'`);
});

test('only the services of the lines are asked, and for a release only the lines that would break it', async () => {
  await using at = await stage('vercel:\n  node-version: 24.x\n  saml: false\nsupabase:\n  pitr: false\n');
  const step = await at.run({ lines: 'release' });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', passed: '1' } });
  expect(at.world.vercel.exchanges.length).toBeGreaterThan(0);
  expect([at.world.supabase, at.world.github, at.world.stripe].map(({ exchanges }) => exchanges.length)).toEqual([
    0, 0, 0,
  ]);
});

test('an outage of a service does not stop a release with on-unknown: warn, and is told', async () => {
  await using at = await stage('vercel: { node-version: 24.x }\n');
  at.world.faults.plant({
    service: 'vercel',
    times: Number.POSITIVE_INFINITY,
    effect: { kind: 'status', status: 503 },
  });
  const step = await at.run({ deadline: '2s', lines: 'release', 'on-unknown': 'warn' });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'unknown', failed: '0', unknown: '1' } });
});

test('a dry run sends nothing', async () => {
  await using at = await stage();
  const before = at.world.vercel.exchanges.length;
  expect(await at.run({ 'dry-run': 'true' })).toMatchObject({ status: 0, outputs: { reason: 'dry-run' } });
  expect(at.world.vercel.exchanges.length).toBe(before);
});

test('a snapshot that is there is not replaced by one that has less, and what only changed is shown', async () => {
  await using at = await stage('vercel: { framework: nextjs }\n');
  await at.run({ 'snapshot-path': 'state.json' });
  const good = readFileSync(join(at.folder, 'state.json'), 'utf8');
  at.world.vercel.configure(at.world.vercelProject, { nodeVersion: '18.x' });
  const step = await at.run({
    'snapshot-path': 'state.json',
    'compare-with': 'state.json',
    'supabase-token': 'sbp_none',
  });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', 'snapshot-path': '', drift: '1' } });
  expect(readFileSync(join(at.folder, 'state.json'), 'utf8')).toBe(good);
  expect(step.log).toContain('changed vercel.project.nodeVersion: was "24.x", is "18.x"');
  expect(step.summary).toContain('| vercel.project.nodeVersion | "24.x" | "18.x" |');
  const { notVerified } = JSON.parse(readFileSync(join(at.folder, 'report/checks.json'), 'utf8'));
  expect(notVerified).toContainEqual(expect.objectContaining({ id: 'drift.snapshot', what: 'state.json' }));
});

test('a name that is missing beside its token is named by its input; a path below a file is one clear line', async () => {
  await using at = await stage('sentry: { data-scrubber: true }\n');
  const step = await at.run({ 'sentry-organization': '' });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown' } });
  expect(step.summary.replaceAll('\u200b', '')).toContain('sentry-token is set, and sentry-organization is not');
  at.write('file', '');
  const other = await at.run({ 'snapshot-path': 'file/below.json' });
  expect(other.log).toContain('input "snapshot-path": file/below.json cannot be written');
});
