import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Reply } from '@lockstep/proving-ground/http';
import { unmet } from '../src/conditions/evaluate.ts';
import { parseCondition } from '../src/conditions/parse.ts';
import type { HttpResponse } from '../src/exchange.ts';
import { gatusFile } from '../src/gatus.ts';
import { gatusCondition } from '../src/gatus-condition.ts';
import { type Expectations, judgeAnswer, openProber } from '../src/index.ts';
import { type App, healthy, startApp, troubled } from './app.ts';
import { freePort } from './free-port.ts';

/** Gatus is not installed with the rest: `LOCKSTEP_GATUS` names the program. */
const program = process.env['LOCKSTEP_GATUS'];
const judged = program === undefined ? describe.skip : describe;

interface Watched {
  readonly name: string;
  readonly success: boolean;
  readonly conditions: readonly { readonly condition: string; readonly success: boolean }[];
}

/** Runs Gatus with a file until it has asked every endpoint once. */
async function askedByGatus(file: string, env: Readonly<Record<string, string>> = {}): Promise<readonly Watched[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-gatus-'));
  const port = await freePort();
  const path = join(folder, 'config.yaml');
  // On loopback alone; what failed is told as it was written.
  writeFileSync(path, `${file}web:\n  address: 127.0.0.1\n  port: ${port}\n`);
  const gatus = spawn(program ?? '', [], {
    env: { ...env, GATUS_CONFIG_PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [gatus.stdout, gatus.stderr])
    stream.on('data', (part: Buffer) => {
      log += String(part);
    });
  const ended = new Promise<void>((resolve) => void gatus.on('exit', () => resolve()));
  try {
    const wanted = file.split('\n').filter((line) => line.startsWith('  - name: ')).length;
    for (let turn = 0; gatus.exitCode === null; turn++) {
      const found = await statuses(port, turn);
      if (found.length === wanted && found.every(({ results }) => results.length > 0))
        return found.map(({ name, results }) => ({
          name,
          success: results.at(-1)?.success === true,
          conditions: results.at(-1)?.conditionResults ?? [],
        }));
      // Real time: Gatus asks its endpoints one after another.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`Gatus ended: ${log.slice(-2_000)}`);
  } finally {
    gatus.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Status {
  readonly name: string;
  readonly results: readonly {
    readonly success: boolean;
    readonly conditionResults?: readonly { readonly condition: string; readonly success: boolean }[];
  }[];
}

/** What it keeps of each page it answers from memory for ten seconds. */
async function statuses(port: number, turn: number): Promise<readonly Status[]> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/endpoints/statuses?page=1&pageSize=${(turn % 90) + 1}`);
    return (await answer.json()) as readonly Status[];
  } catch {
    return [];
  }
}

const expectations = (more: Partial<Expectations> = {}): Expectations => ({
  format: 'plain',
  identity: { deployment: undefined, commit: undefined },
  identityHeader: undefined,
  conditions: [],
  criticality: { critical: [], advisory: [] },
  maxAgeMs: 10_000,
  allowed: [],
  ...more,
});

const now = () => new Date().toISOString();
const of = (status: number, body: unknown) => (): Reply => ({ status, headers: { 'cache-control': 'no-store' }, body });
const details = (db: string) => ({ info: {}, error: {}, details: { db: { status: db } } });
const component = (isReady: boolean) => ({
  timestamp: now(),
  checks: [{ component: 'db', ready: isReady, message: '' }],
});

/** Routes, and how each is judged: a healthy and a sick one of every format that has words of its own. */
const ROUTES: Readonly<Record<string, readonly [Expectations['format'], () => Reply, string?]>> = {
  '/health/good': ['health', () => healthy()],
  '/health/limited': ['health', () => troubled('mail', 'warn')],
  '/health/bad': ['health', () => troubled('mail', 'fail')],
  '/health/lying': ['health', () => healthy({ status: 'unhealthy' })],
  '/live/good': ['live', () => of(200, { status: 'alive', timestamp: now() })()],
  '/live/bad': ['live', () => of(200, { status: 'dead', timestamp: now() })()],
  '/ready/good': ['ready', () => of(200, { status: 'ready', ...component(true) })()],
  '/ready/bad': ['ready', () => of(503, { status: 'not ready', ...component(false) })()],
  '/terminus/good': ['terminus', of(200, { status: 'ok', ...details('up') })],
  '/terminus/bad': ['terminus', of(503, { status: 'error', ...details('down') })],
  '/actuator/good': ['actuator', of(200, { status: 'UP' })],
  '/actuator/bad': ['actuator', of(503, { status: 'OUT_OF_SERVICE' })],
  '/ietf/good': ['health+json', of(200, { status: 'pass' })],
  '/ietf/limited': ['health+json', of(200, { status: 'warn' })],
  '/ietf/bad': ['health+json', of(503, { status: 'fail' })],
  '/plain/good': ['plain', of(200, 'fine')],
  '/plain/bad': ['plain', of(500, 'not fine')],
  // Its name is one with the next to Gatus.
  '/plain/a-b': ['plain', of(204, '')],
  '/plain/a.b': ['plain', of(404, '')],
  '/plain/$HOME': ['plain', of(200, 'fine')],
  '/moved': ['plain', () => ({ status: 308, headers: { location: '/plain/good' }, body: '' })],
  '/gone': ['plain', () => ({ status: 307, headers: { location: 'https://login.invalid/' }, body: '' })],
  '/closed': ['plain', of(401, ''), '[STATUS] == 401'],
  '/open': ['plain', of(200, ''), '[STATUS] == 401'],
  '/few': ['plain', of(200, { queue: { waiting: 3 } }), '[BODY].queue.waiting < 5'],
  '/many': ['plain', of(200, { queue: { waiting: 7 } }), '[BODY].queue.waiting < 5'],
};

/** Answers that a condition is held against, each by a path of its own. */
const ANSWERS: Readonly<Record<string, Reply>> = {
  '/full': {
    status: 200,
    body: {
      state: 'up',
      load: 0.5,
      whole: 7,
      many: 2_500_000,
      below: -3,
      text: '7',
      yes: true,
      items: [{ id: 7 }, { id: 8 }],
      none: [],
      sub: { state: 'ok', 'two-part': 'x y', items: [{ id: 7 }, { id: 8 }] },
      error: null,
      version: '1.2.3',
    },
  },
  '/other': {
    status: 201,
    body: { state: 'down', load: 4.5, whole: 4, many: 12, yes: false, items: [], error: 'x', sub: {} },
  },
  '/absent': { status: 200, body: {} },
  '/failing': { status: 503, body: { state: 'down', error: { code: 'E1' } } },
  '/page': {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<html>\n<h1 class="a">Welcome</h1>\n</html>\n',
  },
  '/text': { status: 200, headers: { 'content-type': 'text/plain' }, body: 'OK\n' },
  '/quoted': { status: 200, headers: { 'content-type': 'application/json' }, body: '"OK"' },
  '/number': { status: 200, headers: { 'content-type': 'application/json' }, body: '42' },
  '/list': { status: 200, body: [{ id: 7 }] },
  '/nothing': { status: 204, body: '' },
};

const CONDITIONS = [
  '[STATUS] == 200',
  '[STATUS] != 503',
  '[STATUS] < 300',
  '[STATUS] <= 200',
  '[STATUS] > 200',
  '[STATUS] == any(201, 204)',
  '[STATUS] != any(200, 204)',
  '[RESPONSE_TIME] < 30s',
  '[RESPONSE_TIME] > 1m',
  '[BODY].state == up',
  '[BODY].state != down',
  '[BODY].state == any(up, fine)',
  '[BODY].state == pat(u*)',
  '[BODY].state != pat(d*)',
  '[BODY].whole == 7',
  '[BODY].whole < 5',
  '[BODY].whole >= 5',
  '[BODY].load < 1',
  '[BODY].load >= 1',
  '[BODY].load <= 4',
  '[BODY].load > 0',
  '[BODY].many == 2500000',
  '[BODY].many >= 2000000',
  '[BODY].below > -5',
  '[BODY].below <= -4',
  '[BODY].text == 7',
  '[BODY].yes == true',
  '[BODY].yes != true',
  '[BODY].items[1].id == 8',
  '[BODY].sub.items[1].id == 8',
  '[BODY][0].id == 7',
  '[BODY].sub.state == ok',
  '[BODY].sub.two-part == "x y"',
  '[BODY].version == "1.2.3"',
  'has([BODY].error)',
  'has([BODY].error) == false',
  'has([BODY].sub.state)',
  '[BODY] == OK',
  '[BODY] != OK',
  '[BODY] == 42',
  '[BODY] == pat(*Welcome*)',
  `[BODY] == pat('*class="a"*')`,
  '[BODY] != pat(*Welcome*)',
  `[BODY] == pat('*"state":"up"*')`,
  '[HEADER].content-type == pat(*json*)',
  '[CERTIFICATE_EXPIRATION] > 21d',
];

/** What it reads otherwise: in a body that is one text, a number or a list it finds every key. The gate finds none. */
const READ_OTHERWISE = ['/quoted', '/number', '/list'].map(
  (path) => `${path}: has([BODY].error) == false is true here and false there`,
);

let app: App;
const secretsSeen: unknown[] = [];

judged('Gatus itself', () => {
  beforeAll(async () => {
    const routes = Object.fromEntries([
      ...Object.entries(ROUTES).map(([path, [, reply]]) => [path, reply] as const),
      ...Object.entries(ANSWERS).map(([path, reply]) => [path, () => reply] as const),
    ]);
    app = await startApp({
      ...routes,
      '/secret': ({ headers }) => {
        secretsSeen.push([headers.host, headers['x-vercel-protection-bypass']]);
        return { status: 200, body: '' };
      },
    });
  });
  afterAll(() => app.close());

  const askOnce = async (path: string): Promise<HttpResponse> => {
    const prober = openProber({ target: { origin: new URL(app.url), host: undefined }, credentials: async () => ({}) });
    const exchange = await prober.ask(path, 5_000, new AbortController().signal).finally(() => prober.close());
    if (exchange.kind !== 'answer') throw new Error(`${path} did not answer`);
    return exchange;
  };

  test('agrees with the gate on every path of the file that a dry run gives', async () => {
    const expected = Object.fromEntries(
      Object.entries(ROUTES).map(([path, [format, , condition]]) => [
        path,
        expectations({ format, conditions: condition === undefined ? [] : [parseCondition(condition)] }),
      ]),
    );
    const paths = Object.keys(expected);
    const answers = await Promise.all(paths.map(askOnce));
    const file = gatusFile({
      origin: new URL(app.url),
      host: undefined,
      paths,
      seen: Object.fromEntries(answers.map(({ landed, path }) => [path, { landed, format: undefined }])),
      expectations: expected,
      degraded: 'warn',
      requestTimeoutMs: 5_000,
      isProtected: false,
    });
    const ours = answers.map((answer) => {
      const judged = judgeAnswer(answer, expected[answer.path] ?? expectations(), undefined);
      return [answer.path, ['ok', 'degraded'].includes(judged.class)] as const;
    });
    const theirs = await askedByGatus(file);
    const name = (path: string) => (path === '/plain/a.b' ? `${path} (2)` : path);
    expect(Object.fromEntries(theirs.map((one) => [one.name, one.success]))).toEqual(
      Object.fromEntries(ours.map(([path, isWell]) => [name(path), isWell])),
    );
    expect(ours.filter(([, isWell]) => isWell).length).toBeGreaterThan(10);
    expect(ours.filter(([, isWell]) => !isWell).length).toBeGreaterThan(8);
  });

  test('reads every condition that is in the file as the gate does', async () => {
    const sources = CONDITIONS.filter((source) => 'conditions' in gatusCondition(parseCondition(source)));
    expect(sources.length).toBeGreaterThan(30);
    const said = (source: string) => {
      const found = gatusCondition(parseCondition(source));
      return 'conditions' in found ? found.conditions : [];
    };
    const endpoints = Object.keys(ANSWERS).flatMap((path) => [
      `  - name: ${JSON.stringify(path)}`,
      `    url: ${JSON.stringify(new URL(path, app.url).href)}`,
      '    interval: 60s',
      // A condition that does not hold is told as it is written.
      '    ui:',
      '      dont-resolve-failed-conditions: true',
      '    conditions:',
      ...[...new Set(sources.flatMap(said))].map((one) => `      - ${JSON.stringify(one)}`),
    ]);
    const found = await askedByGatus(`endpoints:\n${endpoints.join('\n')}\n`);
    const differing: string[] = [];
    for (const path of Object.keys(ANSWERS)) {
      const answer = await askOnce(path);
      const theirs = new Map(
        found.find(({ name }) => name === path)?.conditions.map(({ condition, success }) => [condition, success]),
      );
      for (const source of sources) {
        const isMet = unmet(parseCondition(source), answer) === undefined;
        const isMetThere = said(source).every((one) => theirs.get(one) === true);
        if (isMet !== isMetThere) differing.push(`${path}: ${source} is ${isMet} here and ${isMetThere} there`);
      }
    }
    expect(differing).toEqual(READ_OTHERWISE);
  });

  test('takes the secret of a protected deployment from its own environment', async () => {
    const file = gatusFile({
      origin: new URL(app.url),
      host: 'shop.example',
      paths: ['/secret'],
      expectations: { '/secret': expectations() },
      degraded: 'warn',
      requestTimeoutMs: 5_000,
      isProtected: true,
    });
    await askedByGatus(file, { VERCEL_AUTOMATION_BYPASS_SECRET: 'the-secret' });
    expect(file).not.toContain('the-secret');
    expect(secretsSeen).toContainEqual(['shop.example', 'the-secret']);
  });
});
