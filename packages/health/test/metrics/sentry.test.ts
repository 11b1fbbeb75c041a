import { afterEach, describe, expect, test } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { type SentryReads, startSentryReads } from '@lockstep/proving-ground/sentry';
import { watchOne } from './watch.ts';

const open: SentryReads[] = [];
afterEach(async () => {
  for (const sentry of open.splice(0)) {
    sentry.expectNoViolations();
    await sentry.close();
  }
});

async function watching(metric: string, seed: (sentry: SentryReads) => void, faults = new Faults()) {
  const sentry = await startSentryReads({ faults });
  open.push(sentry);
  seed(sentry);
  const yaml = `providers:
  sentry:
    url: ${sentry.url}
    organization: acme
    project: shop
    token: $SENTRY_TOKEN
    environment: production
metrics:
  - name: crashes
    provider: sentry
    for: candidate
    release: shop@{{commit}}
    interval: 30s
${metric}`;
  const token = new Secret(sentry.token);
  const watched = await watchOne(yaml, {
    surroundings: { secretOf: (name) => (name === 'SENTRY_TOKEN' ? token : undefined) },
  });
  return { ...watched, sentry };
}

const NEW = 'shop@c0ffee1';
const OLD = 'shop@bada551';
const CRASHES = "    query: crash-free-sessions\n    min-samples: 100\n    success: '[VALUE] >= 0.99'";

describe('sentry', () => {
  test('finds a release whose sessions crash, and passes one whose do not', async () => {
    const seed = (crashFree: number) => (sentry: SentryReads) =>
      sentry.sessions.push({ release: NEW, sessions: 400, crashFree });
    const bad = await watching(CRASHES, seed(0.93));
    expect(bad.report).toMatchObject({ verdict: 'fail', reason: 'metric-failed' });
    expect(bad.report.readings[0]).toMatchObject({ value: 0.93, samples: 400 });
    expect((await watching(CRASHES, seed(0.999))).report).toMatchObject({ verdict: 'pass' });
  });

  test('compares it with the release before', async () => {
    const metric = "    query: crash-free-users\n    success: '[RATIO] > 0.99'\n    failure: '[RATIO] < 0.97'";
    const seed = (crashFree: number) => (sentry: SentryReads) =>
      sentry.sessions.push(
        { release: NEW, sessions: 400, crashFree },
        { release: OLD, sessions: 900, crashFree: 0.95 },
      );
    expect((await watching(metric, seed(0.95))).report).toMatchObject({ verdict: 'pass' });
    expect((await watching(metric, seed(0.8))).report).toMatchObject({ verdict: 'fail' });
  });

  test('counts issues that were not seen before, by their number alone', async () => {
    const metric = "    query: new-issues\n    min-samples: 100\n    success: '[VALUE] <= 1'";
    const seed = (issues: number) => (sentry: SentryReads) => {
      sentry.sessions.push({ release: NEW, sessions: 400, crashFree: 1 });
      sentry.issues.push({ release: OLD, title: 'old' });
      for (let at = 0; at < issues; at++) sentry.issues.push({ release: NEW, title: 'patient 4711 <b>' });
    };
    const { report } = await watching(metric, seed(2));
    expect(report).toMatchObject({ verdict: 'fail' });
    expect(JSON.stringify(report)).not.toContain('4711');
    expect((await watching(metric, seed(1))).report).toMatchObject({ verdict: 'pass' });
    const unused = await watching(metric, (sentry) => void sentry.issues.push({ release: OLD, title: 'old' }));
    expect(unused.report).toMatchObject({ verdict: 'unknown', reason: 'metric-too-few-samples' });
  });

  test('is unknown, never failed, without sessions, with too few, and without an answer', async () => {
    expect((await watching(CRASHES, () => undefined)).report).toMatchObject({
      verdict: 'unknown',
      reason: 'metric-empty',
    });
    const few = await watching(
      CRASHES,
      (sentry) => void sentry.sessions.push({ release: NEW, sessions: 99, crashFree: 0.5 }),
    );
    expect(few.report).toMatchObject({ verdict: 'unknown', reason: 'metric-too-few-samples' });
    const faults = new Faults();
    faults.plant({ service: 'sentry', times: Number.POSITIVE_INFINITY, effect: { kind: 'status', status: 503 } });
    expect((await watching(CRASHES, () => undefined, faults)).report).toMatchObject({
      verdict: 'unknown',
      reason: 'metric-error',
    });
  });

  test.each<[string, FaultEffect, string]>([
    ['a refused token', { kind: 'status', status: 401, body: '<b>patient 4711</b>' }, 'metric-error'],
    ['a plan without it', { kind: 'status', status: 402, body: 'patient 4711' }, 'metric-not-available'],
    ['a page', { kind: 'status', status: 200, body: '<html>patient 4711' }, 'metric-error'],
    ['JSON of another form', { kind: 'status', status: 200, body: '{"patient 4711":[]}' }, 'metric-error'],
  ])('is unknown, never failed, on %s, and shows nothing of it', async (_, effect, reason) => {
    const faults = new Faults();
    faults.plant({ service: 'sentry', times: Number.POSITIVE_INFINITY, effect });
    const { report } = await watching(CRASHES, () => undefined, faults);
    expect(report).toMatchObject({ verdict: 'unknown', reason });
    expect(JSON.stringify(report)).not.toContain('4711');
  });

  test.each([
    ['', []],
    ['    environment: production\n', ['production']],
  ])('asks about all environments unless one is named: %j', async (environment, asked) => {
    const sentry = await startSentryReads({ faults: new Faults() });
    open.push(sentry);
    sentry.sessions.push({ release: NEW, sessions: 400, crashFree: 1 });
    const yaml = `providers:
  sentry:
    url: ${sentry.url}
    organization: acme
    project: shop
    token: $SENTRY_TOKEN
${environment}metrics:
  - name: crashes
    provider: sentry
    for: candidate
    release: shop@{{commit}}
${CRASHES}`;
    const secretOf = () => new Secret(sentry.token);
    const { report } = await watchOne(yaml, { surroundings: { secretOf } });
    expect(report.verdict).toBe('pass');
    expect(new URLSearchParams(sentry.exchanges[0]?.query).getAll('environment')).toEqual(asked);
  });

  test('says what to check of an address that there is not, and of a release without sessions', async () => {
    const faults = new Faults();
    faults.plant({ service: 'sentry', times: Number.POSITIVE_INFINITY, effect: { kind: 'status', status: 404 } });
    const { report } = await watching(CRASHES, () => undefined, faults);
    expect(report.message).toMatch(/HTTP 404; check "organization", "project" and "environment"/);
    const { report: unused } = await watching(CRASHES, () => undefined);
    expect(unused.message).toContain('no session of the release shop@c0ffee1 yet; check "release"');
  });

  test('asks about no time before the swap', async () => {
    const { report, since } = await watching(
      CRASHES,
      (sentry) => void sentry.sessions.push({ release: NEW, sessions: 400, crashFree: 1 }),
    );
    for (const { from } of report.readings) expect(Date.parse(from)).toBeGreaterThanOrEqual(since);
  });

  test('is unknown on data that is later than the delay: sessions that have not arrived are missing samples', async () => {
    // The few that arrived by then all crashed.
    const late = (sentry: SentryReads) => sentry.sessions.push({ release: NEW, sessions: 12, crashFree: 0 });
    const { report } = await watching(CRASHES, (sentry) => void late(sentry));
    expect(report).toMatchObject({ verdict: 'unknown', reason: 'metric-too-few-samples' });
    expect(report.readings.every(({ outcome }) => outcome !== 'fail')).toBe(true);
  });

  test('waits a minute for the data by default', async () => {
    const { report } = await watching(
      CRASHES,
      (sentry) => void sentry.sessions.push({ release: NEW, sessions: 400, crashFree: 1 }),
    );
    const [first] = report.readings;
    expect(Date.parse(first?.at ?? '') - Date.parse(first?.to ?? '')).toBeGreaterThanOrEqual(60_000);
  });
});
