import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { closeServer, listen } from '@lockstep/proving-ground/net';
import { type SpawnedAction, type SpawnOptions, spawnAction } from '@lockstep/workflow-runner/action';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { Journal } from '../src/index.ts';

const action = join(import.meta.dirname, 'fixtures', 'actions', 'probe');
const probe = (inputs: Record<string, string>, options: SpawnOptions = {}) => spawnAction(action, inputs, options);

describe.each([
  ['the runner of actions', undefined],
  ['the node of this process', process.execPath],
])('on %s', (_what, node) => {
  const runtime = node === undefined ? {} : { node };

  test('an outcome becomes outputs, one line of log, and exit 0', async () => {
    const step = await probe({}, runtime);
    expect(step).toMatchObject({ status: 0, outcome: 'success', annotations: [] });
    expect(step.outputs).toEqual({ verdict: 'pass', reason: 'done', plan: '{"a":[1]}', n: '3' });
    expect(step.log).toContain('probe: pass (done): all is well');
  });

  test.each([
    ['unknown', 1, 'not-seen', 'unknown', ['error: nothing was seen']],
    ['warn', 0, 'not-seen', 'unknown', ['warning: nothing was seen']],
    ['caller', 1, 'invalid-input', 'fail', ['error: first', 'error: second']],
    ['world', 1, 'remote-error', 'unknown', ['error: Vercel refused (HTTP 500)']],
  ])('mode %s exits %d as %s', async (mode, status, reason, verdict, said) => {
    const step = await probe({ mode }, runtime);
    expect(step.status).toBe(status);
    expect(step.outputs).toEqual({ verdict, reason });
    expect(step.annotations.map((one) => `${one.level}: ${wordsOf(one)}`)).toEqual(said);
    expect(step.annotations[0]?.message).toMatch(new RegExp(`/docs/reasons.md#${reason}$`));
    expect(step.log).not.toMatch(/^\s+at /m);
  });
});

test('a fault of our own says so, and shows its stack only to those who debug', async () => {
  const plain = await probe({ mode: 'bug' });
  expect(plain.outputs['reason']).toBe('internal-error');
  expect(plain.log).toContain('a fault of Lockstep itself');
  expect(plain.log).not.toContain('main.mjs:');
  expect((await probe({ mode: 'bug' }, { debug: true })).log).toContain('main.mjs:');
});

test('an error that nobody awaits ends the step with a word, and is undone', async () => {
  const step = await probe({ mode: 'stray' });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'internal-error' } });
  expect(step.annotations[0]?.message).toContain('nobody awaits this');
  expect(step.state['lockstep-main']).toBe('"failed"');
});

test('what breaks once the outcome is told does not change it', async () => {
  const step = await probe({ mode: 'late' });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'done' } });
});

test('a summary that cannot be written is a warning', async () => {
  const step = await probe({ mode: 'no-summary' });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass' } });
  expect(step.output).toContain('the step summary could not be written');
});

test('wrong inputs are all told, the action does not run, and post has nothing to undo', async () => {
  const step = await probe({ mode: 'sideways', 'dry-run': 'yes', wait: '5', note: 'clash' });
  expect(step.status).toBe(1);
  expect(step.annotations.map(wordsOf)).toEqual([
    expect.stringContaining('input "mode": expected one of'),
    'input "wait": expected a duration like 200ms, 30s or 5m, got "5"',
    'input "dry-run": expected true or false, got "yes"',
    'inputs "note" and "mode" exclude each other',
  ]);
  expect(step.log).not.toContain('note clash');
  const after = await probe({}, { phase: 'post', state: step.state, jobStatus: 'failure' });
  expect(after).toMatchObject({ status: 0, log: expect.not.stringContaining('undoing') });
});

test('inputs that exclude each other are told before the action runs', async () => {
  const [first] = (await probe({ note: 'clash' })).annotations;
  expect(first?.message.split('\n')[0]).toBe('inputs "note" and "mode" exclude each other');
});

test('a secret is masked in every form, also where a wrong input is told', async () => {
  const key = 'postgres://app:s3cr%40t!!@db/app';
  const step = await probe({
    key,
    note: `${key} s3cr@t!! ${Buffer.from('s3cr@t!!').toString('base64')}`,
    wait: 's3cr@t!!',
  });
  expect(step.log).not.toMatch(/s3cr|czNjckB0ISE/);
  const fine = await probe({ key, note: `${key} s3cr@t!! ${Buffer.from('s3cr@t!!').toString('base64')}` });
  expect(fine.log).toContain('note *** *** *** key ***');
});

test('annotations and summary stay within their budgets, and what was cut is counted', async () => {
  const step = await probe({ mode: 'flood' });
  expect(step.annotations).toHaveLength(10);
  expect(step.annotations[9]?.message).toBe('… and 31 more; all of them are in the log');
  expect(step.log).toContain('a.sql:39: warning 39');
  expect(Buffer.byteLength(step.summary)).toBeLessThan(1_000_000);
  expect(step.summary).toMatch(/… and \d+ more blocks that did not fit/);
});

test('text that looks like a command stays text', async () => {
  const step = await probe({ mode: 'foreign' });
  expect(step.annotations).toEqual([]);
  expect(step.log).toContain('::error::not a command');
});

test('a cancelled wait ends at once, says so, and leaves its state', async () => {
  const controller = new AbortController();
  const options = { signal: controller.signal, onLine: (line: string) => line === 'waiting' && controller.abort() };
  const step = await probe({ mode: 'wait', wait: '60s' }, options as SpawnOptions);
  expect(step.outputs).toEqual({ verdict: 'unknown', reason: 'cancelled' });
  expect(step.log).toContain('cancelled by SIGINT');
});

test('a proxy in the environment is used, and NO_PROXY spares it', async () => {
  const asked: string[] = [];
  const answer = (name: string) =>
    createServer((incoming, outgoing) => {
      asked.push(`${name} ${incoming.method} ${incoming.url}`);
      outgoing.end(`from the ${name}`);
    });
  const [site, proxy] = [answer('site'), answer('proxy')];
  const [sitePort, proxyPort] = [await listen(site), await listen(proxy)];
  proxy.on('connect', (incoming, socket) => {
    asked.push(`proxy CONNECT ${incoming.url}`);
    const onward = connect(sitePort, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    socket.pipe(onward).pipe(socket);
  });
  try {
    const env = { HTTP_PROXY: `http://127.0.0.1:${proxyPort}`, http_proxy: `http://127.0.0.1:${proxyPort}` };
    const through = await probe({ mode: 'fetch', note: 'http://shop.invalid/x' }, { env });
    expect(through.status).toBe(0);
    expect(asked.some((line) => line.startsWith('proxy '))).toBe(true);
    asked.length = 0;
    const direct = { ...env, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' };
    const around = await probe({ mode: 'fetch', note: `http://127.0.0.1:${sitePort}/x` }, { env: direct });
    expect(around.log).toContain('from the site');
    expect(asked).toEqual(['site GET /x']);
    const old = await probe({ mode: 'fetch', note: `http://127.0.0.1:${sitePort}/x` }, { env, node: process.execPath });
    const tooOld = Number(process.versions.node.split('.')[0]) < 24;
    expect(old.annotations.some((one) => one.message.includes('goes around the proxy'))).toBe(tooOld);
  } finally {
    await Promise.all([closeServer(site), closeServer(proxy)]);
  }
});

test("on GHES every address is the server's own", async () => {
  const github = {
    server_url: 'https://git.acme.test',
    api_url: 'https://git.acme.test/api/v3',
    repository: 'acme/shop',
  };
  const step = await probe({ mode: 'where' }, { github: { ...github, run_id: '77', run_attempt: '2' } });
  expect(step.log).toContain('https://git.acme.test/api/v3 https://git.acme.test/acme/shop/actions/runs/77/attempts/2');
});

/** An annotation without the link to its explanation. */
const wordsOf = ({ message }: { readonly message: string }) => message.split('\n')[0];

describe('post', () => {
  let finished: SpawnedAction;
  let killed: SpawnedAction;
  let temp: string;

  beforeAll(async () => {
    temp = mkdtempSync(join(tmpdir(), 'shell-'));
    finished = await probe({ note: 'as given to main' });
    killed = await probe({ mode: 'wait', wait: '60s' }, { kill: { signal: 'SIGKILL', afterLine: /^waiting/ } });
  });
  afterAll(() => rmSync(temp, { recursive: true }));

  test.each<['success' | 'failure' | 'cancelled', string]>([
    ['success', 'nothing to undo: job-succeeded'],
    ['failure', 'nothing to undo: not-ours-to-undo'],
    ['cancelled', 'nothing to undo: not-ours-to-undo'],
  ])('alone, a finished step is left in place when the job ends as %s', async (jobStatus, line) => {
    const step = await probe({}, { phase: 'post', state: finished.state, jobStatus });
    expect(step).toMatchObject({ status: 0, log: expect.stringContaining(line) });
  });

  test('a killed main is undone, with the inputs that the runner gives again', async () => {
    const options = { phase: 'post', state: killed.state, jobStatus: 'failure' } as const;
    const step = await probe({ note: 'given again' }, options);
    expect(killed.signal).toBe('SIGKILL');
    expect(step.log).toContain('undoing because own-failure, main interrupted, note given again');
  });

  test('no input is kept in the state, and no secret', async () => {
    const step = await probe({ key: 'sec-ret-key', note: 'a note of the caller' });
    expect(JSON.stringify(step.state)).not.toMatch(/sec-ret-key|a note of the caller/);
  });

  test('what is small travels in the state, what is large in a file, and more than its limit is refused', async () => {
    const kept = (wait: string, phase: 'main' | 'post', state = {}) =>
      probe({ mode: 'keep', wait }, { phase, state, temp, jobStatus: 'failure' });
    for (const [wait, inState] of [
      ['100ms', true],
      ['5m', false],
    ] as const) {
      const main = await kept(wait, 'main');
      expect(main.status).toBe(1);
      expect((main.state['lockstep-kept'] ?? '').includes('xxx')).toBe(inState);
      expect(Object.values(main.state).join('').length).toBeLessThan(16_000);
      expect((await kept(wait, 'post', main.state)).log).toContain(`kept ${wait === '5m' ? 300_000 : 100} characters`);
    }
    const step = await probe({ mode: 'save', wait: '20s' });
    expect(step).toMatchObject({ status: 1, outputs: { reason: 'internal-error' } });
    expect(step.log).toContain('the limit is 16000');
  });

  test('a kept file that somebody removed or changed is told, and not believed', async () => {
    const main = await probe({ mode: 'keep', wait: '5m' }, { temp });
    const { lockstepFile } = JSON.parse(main.state['lockstep-kept'] ?? '') as { readonly lockstepFile: string };
    const post = () => probe({ mode: 'keep' }, { phase: 'post', state: main.state, temp, jobStatus: 'failure' });
    writeFileSync(lockstepFile, '"short"');
    expect((await post()).log).toContain('was changed');
    rmSync(lockstepFile);
    expect((await post()).log).toContain('is gone');
  });

  test.each<['open' | 'committed' | 'held', boolean]>([
    ['open', true],
    ['committed', false],
    ['held', false],
  ])('in a release that is %s, undone: %s', async (state, undone) => {
    const path = join(temp, `${state}.jsonl`);
    const journal = new Journal(path, { action: 'release', instance: 'r', clock: systemClock });
    journal.open({ id: 'r1', environment: 'production', service: 'web', commit: 'c', undoDeadlineMs: 240_000 });
    if (state === 'committed') journal.committed();
    if (state === 'held') journal.held('bake');
    const step = await probe(
      {},
      { phase: 'post', state: finished.state, jobStatus: 'success', env: { LOCKSTEP_JOURNAL: path } },
    );
    expect(step.status).toBe(0);
    expect(journal.read().undone).toEqual(
      undone ? [{ action: 'probe', verdict: 'pass', reason: 'undone', message: 'as before', kept: false }] : [],
    );
    expect(journal.read().undoStartedAt === undefined).toBe(!undone);
  });

  test.each([
    ['is kept by request', { 'on-failure': 'keep' }, 'kept-by-request', true],
    ['has nothing to undo', { note: 'nothing' }, 'nothing-to-undo', false],
  ] as readonly [string, Record<string, string>, string, boolean][])(
    'a step that began and %s leaves a word for whoever tells the end',
    async (_what, given, reason, kept) => {
      const path = join(temp, `${reason}.jsonl`);
      const instance = JSON.parse(finished.state['lockstep-instance'] ?? '') as string;
      const journal = new Journal(path, { action: 'probe', instance, clock: systemClock });
      journal.open({ id: 'r1', environment: 'production', service: 'web', commit: 'c', undoDeadlineMs: 240_000 });
      const { state } = finished;
      const post = () => probe(given, { phase: 'post', state, jobStatus: 'failure', env: { LOCKSTEP_JOURNAL: path } });
      await post();
      expect(journal.read().undone).toEqual([]);
      journal.began('probe');
      await post();
      expect(journal.read().undone).toMatchObject([{ verdict: 'pass', reason, kept }]);
    },
  );

  test('undo steps share one budget: who comes too late is cut short, and it is written down', async () => {
    const path = join(temp, 'late.jsonl');
    const journal = new Journal(path, { action: 'release', instance: 'r', clock: systemClock });
    journal.open({ id: 'r1', environment: 'production', service: 'web', commit: 'c', undoDeadlineMs: 300 });
    journal.undoStarted();
    const step = await probe(
      { mode: 'wait' },
      { phase: 'post', state: killed.state, jobStatus: 'cancelled', env: { LOCKSTEP_JOURNAL: path } },
    );
    expect(step.status).toBe(1);
    expect(step.log).toContain('the undo of this job took longer than its budget of 300 ms');
    expect(journal.read().undone).toMatchObject([{ verdict: 'unknown', reason: 'deadline' }]);
  });
});
