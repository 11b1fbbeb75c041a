import { describe, expect, test } from '@jest/globals';
import {
  compareSnapshots,
  judgeChanges,
  NO_WITNESSES,
  partsCompared,
  partsLeftOut,
  partsNotCompared,
  planRestore,
  type RestoreStep,
  readPlatform,
  readSnapshot,
  readTraces,
  restoreText,
  type Snapshot,
  snapshotOf,
  snapshotText,
} from '../src/index.ts';
import { blankWorld, CANARY, goodWorld, NOW, REF, type World } from './world.ts';

const PLACE = { vercelProject: 'web', vercelTeam: 'team_lockstep', supabaseRef: REF, repository: 'acme/shop' };

async function snapshot(world: World): Promise<Snapshot> {
  return snapshotOf(await readPlatform(world.access(['vercel', 'supabase', 'github', 'stripe', 'sentry'])));
}

test('a snapshot of the same world is the same text, and is read again', async () => {
  await using world = await goodWorld();
  const first = snapshotText(await snapshot(world));
  await using other = await goodWorld();
  expect(snapshotText(await snapshot(other))).toBe(first);
  expect(snapshotText(readSnapshot(first, 'state.json'))).toBe(first);
  expect(compareSnapshots(readSnapshot(first, 'state.json'), await snapshot(other))).toEqual([]);
  expect(first).not.toContain(CANARY);
  expect(JSON.parse(first)).toMatchObject({ notRead: [] });
});

test.each([
  ['no JSON', '{'],
  ['another document', '{"kind":"lockstep-checks/1"}'],
  ['nothing', 'null'],
])('what is no snapshot is refused: %s', (_what, text) => {
  expect(() => readSnapshot(text, 'state.json')).toThrow('state.json');
});

test('what changed is told by its path; a pinned one fails, with who did it', async () => {
  await using world = await goodWorld();
  const before = await snapshot(world);
  world.vercel.addVariable(world.vercelProject, { key: 'DATABASE_URL', type: 'plain', target: ['production'] });
  world.vercel.settings.events.push({
    id: 'uev_1',
    text: 'olga changed DATABASE_URL',
    entities: [{ type: 'env_var_name', start: 13, end: 25 }],
    createdAt: NOW,
    user: { username: 'olga', avatar: '', email: 'olga@example.com', uid: 'u1' },
    userId: 'u1',
    principalId: 'u1',
  });
  Object.assign(world.project.settings.auth, { password_min_length: 6 });
  const changes = compareSnapshots(before, await snapshot(world));
  expect(changes).toEqual([
    { path: 'supabase.auth.password_min_length', before: 14, after: 6 },
    { path: 'vercel.env[DATABASE_URL production].type', before: 'sensitive', after: 'plain' },
  ]);
  const access = world.access(['vercel']);
  const witnesses = await readTraces(access, await readPlatform(access), changes);
  const { checks, notVerified } = judgeChanges({
    changes,
    pinned: ['vercel.env*'],
    compared: ['vercel.env'],
    notCompared: [],
    leftOut: [],
    witnesses,
  });
  expect(notVerified).toEqual([]);
  expect(checks).toMatchObject([
    { id: 'drift.change', verdict: 'pass', what: 'supabase.auth.password_min_length', measured: '6', expected: '14' },
    { id: 'drift.pinned', verdict: 'fail', measured: `"plain" (by olga at ${new Date(NOW).toISOString()})` },
  ]);
});

test('a part that was not read is not compared, and is named', async () => {
  await using world = await goodWorld();
  const before = await snapshot(world);
  world.faults.plant({
    service: 'vercel',
    method: 'GET',
    path: /firewall/,
    times: 9,
    effect: { kind: 'status', status: 403 },
  });
  const after = await snapshot(world);
  expect(after.notRead).toEqual(['vercel.firewall']);
  expect(compareSnapshots(before, after)).toEqual([]);
});

test('a pin of what neither snapshot holds is no setting that was kept', async () => {
  await using world = await goodWorld();
  const whole = await snapshot(world);
  const { services: _, ...rest } = whole;
  const { vercel: _gone, ...without } = whole.services;
  const said = (both: Snapshot, pinned: readonly string[]) => {
    const judged = judgeChanges({
      ...{ changes: [], pinned, witnesses: NO_WITNESSES },
      compared: partsCompared(both, both),
      notCompared: partsNotCompared(both, both),
      leftOut: [],
    });
    const own = <T extends { readonly id: string; readonly what: string }>(all: readonly T[]) =>
      all.filter(({ id }) => id === 'drift.pinned').map(({ what }) => what);
    return { kept: own(judged.checks), open: own(judged.notVerified.filter(({ chosen }) => !chosen)) };
  };
  const pins = ['supabase.*', 'vercel.project.*'];
  expect(said(whole, pins)).toEqual({ kept: ['supabase.*, vercel.project.*'], open: [] });
  expect(said({ ...rest, services: without }, pins)).toEqual({ kept: ['supabase.*'], open: ['vercel.project.*'] });
  expect(said(whole, ['vercl.*'])).toEqual({ kept: [], open: ['vercl.*'] });
});

test('that nothing changed is said of what was compared, and of nothing else', async () => {
  await using world = await goodWorld();
  const whole = await snapshot(world);
  const said = (earlier: Snapshot, pinned: readonly string[] = []) =>
    judgeChanges({
      ...{ changes: compareSnapshots(earlier, whole), pinned, witnesses: NO_WITNESSES },
      compared: partsCompared(earlier, whole),
      notCompared: partsNotCompared(earlier, whole),
      leftOut: partsLeftOut(earlier, whole),
    }).checks.map(({ id, reason, what }) => [id, reason, what]);
  const same = ['drift.same', 'nothing-changed', expect.stringContaining('vercel.project')];
  const members = ['supabase.members', 'vercel.members'].map((part) => ['drift.members', 'members-kept', part]);
  expect(said(whole)).toEqual([same, ...members]);
  expect(said(whole, ['vercel.*'])).toEqual([['drift.pinned', 'pinned-settings-kept', 'vercel.*'], ...members]);
  expect(said({ ...whole, services: {} })).toEqual([]);
});

describe('who has access', () => {
  const joined = async (pinned: readonly string[], before: (whole: Snapshot) => Snapshot = (whole) => whole) => {
    await using world = await goodWorld();
    const earlier = before(await snapshot(world));
    world.vercel.settings.members.push({
      ...world.vercel.settings.members[0],
      username: 'new',
      role: 'OWNER',
    } as never);
    const now = await snapshot(world);
    const judged = judgeChanges({
      ...{ changes: compareSnapshots(earlier, now), pinned, witnesses: NO_WITNESSES },
      compared: partsCompared(earlier, now),
      notCompared: partsNotCompared(earlier, now),
      leftOut: partsLeftOut(earlier, now),
    });
    const own = <T extends { readonly id: string }>(all: readonly T[]) =>
      all.filter(({ id }) => id === 'drift.members');
    return {
      checks: own(judged.checks).map(({ verdict, what }) => [what, verdict]),
      open: own(judged.notVerified).map(({ chosen, what }) => [what, chosen]),
      failed: judged.checks.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id),
    };
  };
  const kept = ['supabase.members', 'pass'];

  test('a member who came, and no pin: nothing fails, and whether it was meant is open', async () => {
    expect(await joined(['vercel.project.*'])).toEqual({
      ...{ checks: [kept], open: [['vercel.members', true]], failed: [] },
    });
  });

  test('pinned, it fails', async () => {
    expect(await joined(['vercel.members*'])).toEqual({
      ...{ checks: [kept, ['vercel.members', 'fail']], open: [], failed: ['drift.pinned', 'drift.members'] },
    });
  });

  test('where the snapshot has no members, it is open too, and never kept', async () => {
    const without =
      (notRead: readonly string[]) =>
      (whole: Snapshot): Snapshot => {
        const { members: _, ...vercel } = whole.services['vercel'] ?? {};
        return { ...whole, services: { ...whole.services, vercel }, notRead };
      };
    const open = (chosen: boolean) => ({ checks: [kept], open: [['vercel.members', chosen]], failed: [] });
    expect(await joined([], without(['vercel.members']))).toEqual(open(true));
    expect(await joined(['vercel.members*'], without(['vercel.members']))).toEqual(open(false));
    // One of a version that did not know them.
    expect(await joined([], without([]))).toEqual(open(true));
    expect(await joined(['vercel.members*'], without([]))).toMatchObject({ failed: ['drift.pinned', 'drift.members'] });
  });
});

test('what a committed snapshot does not hold is left out on purpose, unless the policy pins it', async () => {
  await using world = await goodWorld();
  const whole = await snapshot(world);
  const { firewall: _, ...vercel } = whole.services['vercel'] ?? {};
  const without = { ...whole, services: { ...whole.services, vercel }, notRead: ['vercel.firewall'] };
  const chosen = (earlier: Snapshot, now: Snapshot, pinned: readonly string[] = []) =>
    judgeChanges({
      changes: [],
      pinned,
      compared: partsCompared(earlier, now),
      notCompared: partsNotCompared(earlier, now),
      leftOut: partsLeftOut(earlier, now),
      witnesses: NO_WITNESSES,
    }).notVerified.map((one) => [one.what, one.chosen]);
  expect(chosen(without, whole)).toEqual([['vercel.firewall', true]]);
  expect(chosen(without, without)).toEqual([['vercel.firewall', true]]);
  expect(chosen(without, whole, ['vercel.project.*', 'vercel.fire*'])).toEqual([['vercel.firewall', false]]);
  expect(chosen(without, whole, ['vercel.firewall.enabled'])).toEqual([['vercel.firewall', false]]);
  // What was there, and cannot be read any more, may have changed.
  expect(chosen(whole, without)).toEqual([['vercel.firewall', false]]);
});

test('the plan brings a blank world back to the snapshot, but for what it leaves to a person', async () => {
  await using good = await goodWorld();
  const wanted = await snapshot(good);
  await using blank = await blankWorld();
  const steps = planRestore(wanted, await snapshot(blank), PLACE);
  for (const step of steps) await apply(blank, step);
  const left = compareSnapshots(await snapshot(blank), wanted).map(({ path }) => path);
  const manual = steps.flatMap(({ how, paths }) => (how.kind === 'manual' ? paths : []));
  expect(left.filter((path) => !manual.includes(path))).toEqual([]);
  expect(
    steps.filter(({ how }) => how.kind === 'request').map(({ service, what }) => `${service}: ${what}`),
  ).toMatchSnapshot();
  expect(manual).toMatchSnapshot();
  // Done once, it is done.
  const again = planRestore(wanted, await snapshot(blank), PLACE);
  expect(again.filter(({ how }) => how.kind === 'request')).toEqual([]);
  const text = restoreText(steps, []);
  expect(text).not.toContain(CANARY);
  expect(text).toContain(`'"$VALUE_OF_DATABASE_URL"'`);
});

/** As a shell would, with what a person puts in the place of each value. */
async function apply(world: World, { how, service }: RestoreStep): Promise<void> {
  if (how.kind !== 'request') return;
  const [url, token] = world.writer(service);
  const query = new URLSearchParams(how.query).toString();
  const values = how.values.reduce(
    (text, name) => text.replaceAll(`$${name}`, 'put-in-by-a-person'),
    JSON.stringify(how.body),
  );
  const answer = await fetch(`${url}${how.path}${query === '' ? '' : `?${query}`}`, {
    method: how.method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'user-agent': 'curl' },
    ...(how.body === undefined ? {} : { body: values }),
  });
  expect([how.path, answer.status, answer.ok ? '' : await answer.text()]).toEqual([how.path, expect.any(Number), '']);
}
