import { afterEach, describe, expect, test } from '@jest/globals';
import type { Shell } from '@lockstep/action-shell';
import { Secret, silent } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import type { Reply, Request } from '@lockstep/proving-ground/http';
import type { ProbeHost } from '@lockstep/vercel';
import { type App, commit, healthy, startApp } from '../../health/test/app.ts';
import { hostAsker } from '../src/ask-host.ts';
import { credentialProblems, credentialsOf } from '../src/gate-credentials.ts';
import { checkStages, gateStage, type StageGateInputs, type StageJudgement } from '../src/stage-gate.ts';

const CANDIDATE = { deployment: 'dpl_candidate', commit: 'c'.repeat(40) };
const BASE = { deployment: 'dpl_base', commit };

const values: StageGateInputs = {
  stages: [],
  'stage-time': 60_000,
  'server-gate': 'keep',
  'production-url': undefined,
  paths: ['/api/health'],
  format: 'auto',
  conditions: [],
  'allow-findings': [],
  interval: 5_000,
  samples: 30,
  'max-latency-ratio': 1.5,
  metrics: '',
  'metrics-secrets': new Secret(''),
  'database-url': new Secret(''),
  'request-timeout': 5_000_000,
  'vercel-token': new Secret(''),
  'vercel-project': '',
  'vercel-team': '',
  'vercel-api-url': undefined,
  'protection-bypass': new Secret(''),
  'trusted-sources': false,
  'trusted-audience': '',
  headers: new Secret(''),
};

type Arm = (turn: number) => Reply;
type Arms = {
  readonly candidate?: Arm;
  readonly base?: Arm;
  readonly ignoresQuery?: boolean;
  readonly opens?: (headers: Request['headers']) => boolean;
};

const named =
  (build: { readonly deployment: string; readonly commit: string }, change: object = {}): Arm =>
  () =>
    healthy({ metadata: { deployment_id: build.deployment, git_commit: build.commit }, ...change });

let app: App | undefined;
/** How often each was asked. */
let asked = { candidate: 0, base: 0 };
afterEach(async () => {
  await app?.close();
  app = undefined;
});

function aShell(): Shell {
  return {
    clock: hastyClock(1_000),
    log: { ...silent, group: (_title: string, work: () => Promise<unknown>) => work() },
    signal: new AbortController().signal,
    env: { workspace: process.cwd() },
    mask: () => undefined,
  } as unknown as Shell;
}

/** Both builds behind one address, as the edge serves a stage: the query chooses, and nothing else does here. */
async function judged(
  { base = named(BASE), candidate = named(CANDIDATE), ignoresQuery = false, opens = () => true }: Arms,
  more: Partial<StageGateInputs> = {},
): Promise<StageJudgement> {
  const turns = { candidate: 0, base: 0 };
  asked = turns;
  app = await startApp({
    '/api/health': ({ headers, query }: Request) => {
      if (!opens(headers)) return { status: 401, body: { error: 'a wall' } };
      const arm = !ignoresQuery && query.get('vcrrForceCanary') === 'true' ? 'candidate' : 'base';
      return (arm === 'candidate' ? candidate : base)(turns[arm]++);
    },
  });
  const shell = aShell();
  const origin = new URL(app.url);
  const given = { ...values, ...more };
  const asking = { ...given, 'identity-path': '/api/health', 'request-timeout': 5_000 };
  const probe = hostAsker(asking, credentialsOf(given, shell)) as ProbeHost;
  const subject = { origin, candidate: CANDIDATE, base: BASE, watchMs: 60_000, since: shell.clock.now() };
  return await gateStage(given, subject, probe, shell);
}

describe('a stage', () => {
  test('of a candidate that is like the rest passes, with pairs of both in the same minutes', async () => {
    const { verdict, report } = await judged({});
    expect(verdict).toBe('pass');
    expect(report?.comparison).toMatchObject({ verdict: 'pass', required: true });
    expect(asked.base).toBeGreaterThan(30);
    expect(asked.candidate).toBeGreaterThan(asked.base);
  });

  test('of a candidate that is unhealthy fails', async () => {
    const sick = named(CANDIDATE, { status: 'unhealthy', checks: { database: { status: 'fail' } } });
    const { verdict, report } = await judged({ candidate: (turn) => ({ ...sick(turn), status: 503 }) });
    expect(verdict).toBe('fail');
    expect(report?.reason).toBe('unhealthy');
  });

  test('of a candidate that fails more often than the rest fails', async () => {
    const good = named(CANDIDATE);
    // Never twice in a row, so that no limit of the probes alone is reached.
    const { verdict, report } = await judged({
      candidate: (turn) => (turn % 2 === 1 ? { status: 503, body: { error: 'oh' } } : good(turn)),
    });
    expect(verdict).toBe('fail');
    expect(report?.comparison).toBeDefined();
  });

  test('in which both fail says nothing of the candidate', async () => {
    const down: Arm = () => ({ status: 500, body: { error: 'the database is away' } });
    const { verdict } = await judged({
      candidate: (turn) => (turn === 0 ? named(CANDIDATE)(turn) : down(turn)),
      base: (turn) => (turn === 0 ? named(BASE)(turn) : down(turn)),
    });
    expect(verdict).not.toBe('pass');
  });

  const broken: Arm = () => ({ status: 500, body: { error: 'oh' } });
  const gone: Arm = () => ({ status: 404, body: { error: 'no such route' } });

  test.each<[string, Arm]>([
    ['from its first answer on', broken],
    ['from its second answer on', (turn) => (turn === 0 ? named(CANDIDATE) : broken)(turn)],
    // The probes are through by then, and the pairs are too few.
    ['in the last seconds', (turn) => (turn < 43 ? named(CANDIDATE) : broken)(turn)],
    // The edge takes its time, and until then the base answers all.
    ['once the edge serves it', (turn) => (turn < 3 ? named(BASE) : broken)(turn)],
    [
      'where the platform answers for it',
      () => ({ status: 502, body: '<html>', headers: { 'content-type': 'text/html' } }),
    ],
  ])('of a candidate that does nothing but fail %s, while the rest answers, fails', async (_when, candidate) => {
    const { message, verdict } = await judged({ candidate });
    expect(verdict).toBe('fail');
    // Or the probes were not through yet, and see it by themselves.
    expect(message).toMatch(/while dpl_base answers as itself at the same address|times in a row/);
    expect(asked.base).toBeGreaterThanOrEqual(3);
  });

  test.each<[string, Arms]>([
    ['both fail from the start', { candidate: broken, base: broken }],
    [
      'the rest fails now and then',
      { candidate: broken, base: (turn) => (turn % 3 === 2 ? broken : named(BASE))(turn) },
    ],
    ['the other build answered late in its place', { candidate: (turn) => (turn === 9 ? named(BASE) : broken)(turn) }],
    ['the candidate answers, without a health route', { candidate: gone }],
    [
      'it failed, and answers as another build by now',
      { candidate: (turn) => (turn < 9 ? broken : named(BASE))(turn) },
    ],
    ['the rest has no name', { candidate: broken, base: () => healthy({ metadata: {} }) }],
    ['the rest answers as the candidate', { candidate: broken, base: named(CANDIDATE) }],
    [
      'both fail from the second answer on',
      {
        candidate: (turn) => (turn === 0 ? named(CANDIDATE) : broken)(turn),
        base: (turn) => (turn === 0 ? named(BASE) : broken)(turn),
      },
    ],
  ])('in which %s is unknown', async (_what, arms) => {
    expect(await judged(arms)).toMatchObject({ verdict: 'unknown' });
  });

  test('whose candidate cannot be asked for is unknown, and no one is compared with itself', async () => {
    const { message, report, verdict } = await judged({ ignoresQuery: true });
    expect({ verdict, report }).toEqual({ verdict: 'unknown', report: undefined });
    expect(message).toContain('does not answer as dpl_candidate where vcrrForceCanary=true asks for it');
  });

  test('that is answered by the other build half-way is unknown', async () => {
    const { verdict } = await judged({ candidate: (turn) => named(turn < 6 ? CANDIDATE : BASE)(turn) });
    expect(verdict).toBe('unknown');
  });

  test('whose builds have no name of their own is unknown', async () => {
    const nameless: Arm = () => healthy({ metadata: {} });
    const { message, verdict } = await judged({ candidate: nameless, base: nameless });
    expect(verdict).toBe('unknown');
    expect(message).toContain('does not say which build it is');
  });

  test('of builds that name only their commits is judged by these', async () => {
    const byCommit =
      (sha: string): Arm =>
      () =>
        healthy({ metadata: { git_commit: sha } });
    const { verdict } = await judged({ candidate: byCommit(CANDIDATE.commit), base: byCommit(BASE.commit) });
    expect(verdict).toBe('pass');
  });

  test('with a metric that fails fails', async () => {
    const builds: (string | null)[] = [];
    const metrics = await startApp({
      '/errors': ({ query }) => {
        builds.push(query.get('build'));
        return { status: 200, body: { rate: 0.2 } };
      },
    });
    try {
      const text = `
providers: { json: { url: "${metrics.url}" } }
metrics:
  - name: errors
    provider: json
    query: /errors?build={{deployment}}
    path: rate
    for: candidate
    success: "[VALUE] < 0.01"`;
      const { report, verdict } = await judged({}, { metrics: text });
      expect({ verdict, reason: report?.reason }).toEqual({ verdict: 'fail', reason: 'metric-failed' });
      expect(builds[0]).toBe('dpl_candidate');
    } finally {
      await metrics.close();
    }
  });
});

describe('behind a wall', () => {
  const OIDC = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'] as const;
  const before = OIDC.map((name) => process.env[name]);
  afterEach(() => {
    OIDC.forEach((name, i) => {
      if (before[i] === undefined) delete process.env[name];
      else process.env[name] = before[i];
    });
  });
  const opens = (name: string, value: string) => (headers: Request['headers']) => headers[name] === value;

  test('a stage is unknown, since neither build answered', async () => {
    expect(await judged({ opens: () => false })).toMatchObject({ verdict: 'unknown', report: undefined });
  });

  test('headers of the caller open it, for every question that the gate asks', async () => {
    const headers = new Secret('X-Key: abc\nAuthorization: Bearer s3cret');
    const { verdict } = await judged({ opens: opens('authorization', 'Bearer s3cret') }, { headers });
    expect(verdict).toBe('pass');
  });

  test("Vercel's Trusted Sources open it by a token of the runner, asked for with the audience", async () => {
    const runner = await startApp({
      '/token': ({ headers, query }) =>
        headers.authorization === 'Bearer of-the-runner'
          ? { status: 200, body: { value: `oidc-for-${query.get('audience')}` } }
          : { status: 401, body: {} },
    });
    try {
      process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] = `${runner.url}/token`;
      process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = 'of-the-runner';
      const more = { 'trusted-sources': true, 'trusted-audience': 'acme' };
      const wall = opens('x-vercel-trusted-oidc-idp-token', 'oidc-for-acme');
      expect((await judged({ opens: wall }, more)).verdict).toBe('pass');
    } finally {
      await runner.close();
    }
  });

  test('a runner that gives no token is an error before any user gets the candidate', async () => {
    for (const name of OIDC) delete process.env[name];
    const builds = { candidate: CANDIDATE, base: BASE, stages: [{ watchMs: 60_000 }] };
    await expect(checkStages({ ...values, 'trusted-sources': true }, builds, aShell())).rejects.toThrow(
      'no OIDC token',
    );
    await expect(checkStages(values, builds, aShell())).resolves.toBeUndefined();
  });

  test('what is no header, or one of the gate itself, is named by its line and never shown', () => {
    const headers = new Secret('no header\nhost: shop.example\nX-Key: abc');
    const problems = credentialProblems({ headers, 'trusted-sources': false, 'trusted-audience': 'acme' });
    expect(problems).toEqual([
      'input "headers": line 1: expected "Name: value"',
      'input "headers": line 2: host is set by the gate; leave it out',
      'input "trusted-audience": has no effect without "trusted-sources: true"',
    ]);
  });
});
