import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { readMonitor } from '../../src/monitor/index.ts';
import { type App, startApp } from '../app.ts';
import { freePort } from '../free-port.ts';
import { surroundings } from '../metrics/watch.ts';

/** Gatus is not installed with the rest: `LOCKSTEP_GATUS` names the program. */
const program = process.env['LOCKSTEP_GATUS'];
const judged = program === undefined ? describe.skip : describe;
jest.setTimeout(180_000);

// Real time: Gatus looks by its own clock.
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const scope = new Scope();
let postgres: Postgres;
let app: App;
/** When it was asked, and whether it was well: what is true, however late Gatus was. */
let looks: { readonly at: number; readonly isWell: boolean }[] = [];
let isUp = true;
let end: () => Promise<void> = async () => undefined;

interface Settings {
  readonly database: string;
  readonly every: string;
  readonly keeps?: number;
}

/** Gatus, with what it has seen in a database, where it finds it again. */
async function startGatus({ database, every, keeps }: Settings): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-gatus-'));
  const [path, port] = [join(folder, 'config.yaml'), await freePort()];
  const storage = { type: 'postgres', path: `${postgres.url(database)}?sslmode=disable` };
  const kept = keeps === undefined ? {} : { 'maximum-number-of-results': keeps };
  const endpoint = { name: 'shop', group: 'core', url: app.url, interval: every, conditions: ['[STATUS] == 200'] };
  const web = { address: '127.0.0.1', port };
  // JSON is YAML too.
  writeFileSync(path, JSON.stringify({ storage: { ...storage, ...kept }, web, endpoints: [endpoint] }));
  const gatus = spawn(program ?? '', [], { env: { GATUS_CONFIG_PATH: path }, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => void gatus.on('exit', () => resolve()));
  end = async () => {
    gatus.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return `http://127.0.0.1:${port}`;
}

/** Until the app was looked at so many times more. */
async function looked(times: number): Promise<void> {
  const before = looks.length;
  for (let waited = 0; looks.length < before + times; waited += 50) {
    if (waited > 60_000) throw new Error('Gatus does not look');
    await pause(50);
  }
}

/** Until Gatus has written what it saw. */
async function kept(database: string): Promise<void> {
  const written = () => postgres.query('select 1 from endpoint_results', [], database);
  while ((await written()).length < looks.length) await pause(100);
}

async function observed(url: string, every: string, spans: readonly { from: number; to: number }[]) {
  const text = `provider: gatus\nurl: ${url}\nendpoint: core_shop\nevery: ${every}`;
  return await readMonitor({ text, name: 'the source' }, surroundings()).observe(spans, new AbortController().signal);
}

judged('availability by Gatus itself', () => {
  beforeAll(async () => {
    postgres = await borrowPostgres(scope);
    app = await startApp({
      '/': () => {
        looks.push({ at: Date.now(), isWell: isUp });
        return { status: isUp ? 200 : 503, body: '' };
      },
    });
  });
  afterEach(() => end());
  afterAll(async () => {
    await app?.close();
    await scope[Symbol.asyncDispose]();
  });

  test('what it saw itself, and the time in which it was not there, are what the app knows', async () => {
    const database = 'gatus-live';
    await postgres.createDatabase(database);
    [looks, isUp] = [[], true];
    const settings = { database, every: '1s' };
    await startGatus(settings);
    await looked(8);
    isUp = false;
    await looked(4);
    await kept(database);
    await end();
    isUp = true;
    // Real time: these seconds are the hole.
    await pause(8_000);
    const url = await startGatus(settings);
    await looked(8);
    await kept(database);
    // The first look is before it, so that all of the window is known to be kept.
    const span = { from: ((looks[0]?.at ?? 0) + (looks[1]?.at ?? 0)) / 2, to: Date.now() };
    const within = looks.filter(({ at }) => at > span.from && at <= span.to);
    const young = { from: span.from - 60_000, to: span.to };
    const uptimes = await observed(url, '1s', [span, young]);
    const due = Math.floor((span.to - span.from) / 1000) - 1;
    const good = within.filter(({ isWell }) => isWell).length / within.length;
    expect(uptimes).toEqual([
      { kind: 'measured', good, coverage: within.length / due },
      {
        kind: 'not-measured',
        what: expect.stringMatching(/^Gatus has \d+ results, the first of 20\d\d-.*, and the window has/),
      },
    ]);
    expect(good).toBeLessThan(0.85);
    expect(within.length / due).toBeLessThan(0.85);
  });

  /** A look each minute for more than a month, seven seconds before the full one. */
  async function monthIn(database: string, keeps: number): Promise<string> {
    await postgres.createDatabase(database);
    [looks, isUp] = [[], true];
    await startGatus({ database, every: '24h', keeps });
    await looked(1);
    await kept(database);
    await end();
    // All before the month were bad; in it six hours are missing, and 43 looks were bad.
    await postgres.query(
      `delete from endpoint_results;
       insert into endpoint_results (endpoint_id, success, errors, connected, status, dns_rcode, certificate_expiration,
         domain_expiration, hostname, ip, duration, timestamp)
       select (select endpoint_id from endpoints),
         ago < 43200 and ago not between 14400 and 14439 and ago not in (20, 40, 120),
         '', true, 200, '', 0, 0, '', '', 4000000,
         timestamp '2025-11-30 12:00:00' - interval '7 s' - ago * interval '1 min'
       from generate_series(43799, 0, -1) as ago where ago not between 28800 and 29159`,
      [],
      database,
    );
    return await startGatus({ database, every: '24h', keeps });
  }
  const NOW = Date.parse('2025-11-30T12:00:00Z');
  const [MINUTE, HOUR] = [60_000, 3_600_000];
  const last = (ms: number) => ({ from: NOW - ms, to: NOW });
  const month = last(30 * 24 * HOUR);

  test('a month with a hole, over all its pages, is what is counted by hand', async () => {
    const url = await monthIn('gatus-month', 50_000);
    const aroundHole = { from: NOW - 29_400 * MINUTE, to: NOW - 28_680 * MINUTE };
    expect(await answered(() => observed(url, '60s', [month, last(6 * HOUR), last(HOUR), aroundHole]))).toEqual([
      { kind: 'measured', good: 42_797 / 42_840, coverage: 42_840 / 43_199 },
      { kind: 'measured', good: 357 / 360, coverage: 1 },
      { kind: 'measured', good: 58 / 60, coverage: 1 },
      { kind: 'measured', good: 1, coverage: 360 / 719 },
    ]);
  });

  test('a month of which it keeps the newest hundred is not measured, and its hour is', async () => {
    const url = await monthIn('gatus-hundred', 100);
    expect(await answered(() => observed(url, '60s', [month, last(HOUR)]))).toEqual([
      { kind: 'not-measured', what: expect.stringContaining('storage.maximum-number-of-results') },
      { kind: 'measured', good: 58 / 60, coverage: 1 },
    ]);
  });

  /** Until it listens. */
  async function answered<T extends readonly { readonly kind: string; readonly what?: string }[]>(
    ask: () => Promise<T>,
  ): Promise<T> {
    for (;;) {
      const said = await ask();
      if (!said.some(({ what = '' }) => /connect|refused|fetch/i.test(what))) return said;
      await pause(200);
    }
  }
});
