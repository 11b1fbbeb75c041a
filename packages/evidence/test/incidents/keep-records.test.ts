import { afterAll, expect, test } from '@jest/globals';
import { directoryTarget } from '@lockstep/backup';
import { RemoteError } from '@lockstep/base';
import { Scope } from '@lockstep/proving-ground/scope';
import type { Incident } from '../../src/incidents/incident.ts';
import { keepRecords } from '../../src/incidents/keep-records.ts';
import type { TrailStore } from '../../src/trail/store.ts';
import { judgeTrail, readTrail } from '../../src/trail/verify.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());
const place = () => directoryTarget(scope.folder('lockstep-trail-'));

const T = Date.parse('2026-11-30T10:00:00Z');
const MIN = 60_000;
const DAY = 86_400_000;

const incident = (number: number, openedMs: number): Incident => ({
  ...{ key: `issue/${number}`, cause: 'by-hand', subject: 'production/web', release: null, number, url: '' },
  ...{ startedMs: null, detectedMs: openedMs, restoredMs: null, openedMs, acknowledgedMs: null, acknowledgedBy: null },
  ...{ closedMs: null, closedBy: null, personalData: 'undecided', authorityNotified: false, peopleNotified: false },
  ...{ authorityNotifiedMs: null, peopleNotifiedMs: null },
  ...{ unclearLabels: [], copies: [], postmortem: 'open' },
});
const { signal } = new AbortController();
const at = (ms: number) => ({ now: () => ms, sleep: async () => undefined });
const keep = (incidents: readonly Incident[], trail: TrailStore, nowMs = T) =>
  keepRecords(incidents, trail, { clock: at(nowMs), signal, run: null });

test('each is recorded, and read again with the rest of the trail', async () => {
  const trail = await place();
  const { checks, records } = await keep([incident(1, T), incident(2, T)], trail);
  expect(checks).toMatchObject([{ id: 'incident/recorded', verdict: 'pass', measured: '2 records, all there' }]);
  expect(records.map(({ id }) => id)).toEqual(['incident/issue/1/opened', 'incident/issue/2/opened']);
  expect(await keep([], trail)).toEqual({ checks: [], records: [] });
});

test('one that is still to come by this clock is unknown, and the others are recorded; the next run records it', async () => {
  const trail = await place();
  const all = [incident(1, T + 10 * MIN), incident(2, T)];
  const { checks, records } = await keep(all, trail);
  expect(checks).toMatchObject([{ verdict: 'unknown', reason: 'not-recorded' }]);
  expect(checks[0]?.measured).toContain('is still to come');
  expect(records.map(({ id }) => id)).toEqual(['incident/issue/2/opened']);
  expect((await keep(all, trail, T + 20 * MIN)).records).toHaveLength(2);
});

test('of one that the trail records otherwise it is unknown, and what a machine closed a person may close again', async () => {
  const trail = await place();
  await keep([incident(1, T), incident(2, T)], trail);
  const moved = await keep([{ ...incident(1, T), subject: 'production' }, incident(2, T)], trail);
  expect(moved.checks).toMatchObject([{ verdict: 'unknown', reason: 'recorded-otherwise' }]);
  expect(moved.checks[0]?.measured).toMatch(/something else of incident\/issue\/1\/opened$/);
  const closed = (closedBy: number | null) => keep([{ ...incident(2, T), closedMs: T, closedBy }], trail);
  expect((await closed(null)).checks).toMatchObject([{ verdict: 'pass' }]);
  const { checks, records } = await closed(583);
  expect(checks).toMatchObject([{ verdict: 'pass' }]);
  expect(records.slice(2).map(({ id, verdict }) => [id, verdict])).toEqual([
    ['incident/issue/2/closed-by-machine/20261130T100000Z', 'unknown'],
    ['incident/issue/2/closed/20261130T100000Z', 'pass'],
  ]);
});

test('an incident that is closed again, by another person and much later, is recorded each time, and opened only once', async () => {
  const trail = await place();
  const closedAt = (days: number, closedBy: number) =>
    keep([{ ...incident(1, T), closedMs: T + days * DAY, closedBy }], trail, T + (days + 1) * DAY);
  await closedAt(1, 7);
  await closedAt(8, 99);
  for (let days = 15; days < 60; days += 7)
    await keep([incident(100 + days, T + days * DAY)], trail, T + days * DAY + MIN);
  const { checks, records } = await closedAt(70, 7);
  expect(checks).toMatchObject([{ verdict: 'pass', measured: '2 records, all there' }]);
  const own = records.filter(({ id }) => id.startsWith('incident/issue/1/'));
  expect(own.map(({ actor, happenedAt, id }) => [id, actor, happenedAt.slice(0, 10)])).toEqual([
    ['incident/issue/1/opened', null, '2026-11-30'],
    ['incident/issue/1/closed/20261201T100000Z', 7, '2026-12-01'],
    ['incident/issue/1/closed/20261208T100000Z', 99, '2026-12-08'],
    ['incident/issue/1/closed/20270208T100000Z', 7, '2027-02-08'],
  ]);
  // Stored now, by a clock that tells another time.
  const objects = (await readTrail(trail, { signal })).map((one) => ({ ...one, modifiedMs: undefined }));
  expect(judgeTrail({ objects, anchors: [], nowMs: T + 71 * DAY }).findings).toEqual([]);
});

test('each record of the trail is read once to find all of them, and once to show them', async () => {
  const trail = await place();
  for (let number = 1; number <= 5; number++) await keep([incident(number, T)], trail);
  const reads = new Map<string, number>();
  const counted: TrailStore = {
    name: trail.name,
    putIfAbsent: (...args) => trail.putIfAbsent(...args),
    list: (...args) => trail.list(...args),
    get: (key, options) => {
      reads.set(key, (reads.get(key) ?? 0) + 1);
      return trail.get(key, options);
    },
  };
  await keep(
    [6, 7, 8, 9].map((number) => incident(number, T)),
    counted,
  );
  expect([...reads.values()].filter((times) => times > 2)).toEqual([]);
});

test('a trail whose last writer was ahead, or that does not answer, is unknown, and nothing is lost', async () => {
  const trail = await place();
  await keep([incident(1, T + 60 * MIN)], trail, T + 60 * MIN);
  const behind = await keep([incident(2, T)], trail);
  expect(behind.checks).toMatchObject([{ verdict: 'unknown' }]);
  expect(behind.checks[0]?.measured).toMatch(/the last record is of .*set the clock of this machine/);
  expect((await keep([incident(2, T)], trail, T + 61 * MIN)).checks).toMatchObject([{ verdict: 'pass' }]);
  const fail = () => {
    throw new RemoteError('S3: no answer', { service: 'S3', retryable: true });
  };
  const gone: TrailStore = { name: 's3://acme/trail', putIfAbsent: fail, get: fail, list: fail };
  const { checks, records } = await keep([incident(1, T), incident(2, T)], gone);
  expect({ checks, records }).toMatchObject({
    checks: [{ verdict: 'unknown', measured: 'S3: no answer' }],
    records: [],
  });
});
