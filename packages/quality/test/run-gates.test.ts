import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { commandEnvironment, runCommand } from '../src/command.ts';
import { gatesOf } from '../src/config.ts';
import { type GateResult, type GateRunContext, runGates } from '../src/run-gates.ts';
import { inOrder } from '../src/schedule.ts';
import { Repository } from './repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

function run(gates: readonly object[], more: Partial<GateRunContext> = {}): Promise<readonly GateResult[]> {
  return runGates(gatesOf(gates, 'gates'), {
    root: repo.root,
    reportDirectory: join(repo.root, '.reports'),
    concurrency: 4,
    baseline: undefined,
    env: process.env,
    clock: systemClock,
    signal: new AbortController().signal,
    runCommand,
    readGit: repo.readGit,
    ...more,
  });
}
const answers = (results: readonly GateResult[]) =>
  results.map(({ gate, judgement }) => `${gate.name}: ${judgement.verdict} ${judgement.reason}`);
const eslint = (findings: number) =>
  JSON.stringify([{ filePath: 'a.js', messages: Array(findings).fill({ severity: 2, message: 'm', ruleId: 'r' }) }]);

test('real commands: by exit code, by report, by what they print', async () => {
  repo.write('good.json', eslint(0));
  const results = await run([
    { name: 'ok', run: 'true' },
    { name: 'no', run: 'false' },
    { name: 'first-fails', run: 'false\ntrue' },
    { name: 'pipe-fails', run: 'false | true' },
    { name: 'gone', run: 'no-such-tool-anywhere' },
    { name: 'lint', run: `echo '${eslint(1)}' > lint.json; exit 1`, report: 'lint.json', format: 'eslint' },
    { name: 'printed', run: `echo '${eslint(0)}'; echo noise >&2`, report: 'stdout', format: 'eslint' },
    { name: 'only-read', report: 'good.json', format: 'eslint' },
  ]);
  expect(answers(results)).toEqual([
    'ok: pass exit-code',
    'no: fail exit-code',
    'first-fails: fail exit-code',
    'pipe-fails: fail exit-code',
    'gone: unknown not-started',
    'lint: fail findings',
    'printed: pass clean',
    'only-read: pass clean',
  ]);
  expect(readFileSync(join(repo.root, '.reports', 'printed.log'), 'utf8')).toContain('noise');
});

test('of a tool that failed before it wrote its report the exit code is named', async () => {
  const [result] = await run([{ name: 'lint', run: 'exit 3', report: 'x.json', format: 'eslint' }]);
  expect(result?.judgement).toMatchObject({
    reason: 'report-absent',
    message: expect.stringContaining('exit code 3'),
  });
});

describe('a report that was not written in this run is stale', () => {
  beforeEach(() => {
    repo.write('old.json', eslint(0));
  });
  const reads = { report: 'old.json', format: 'eslint' };

  test('by the gate that should have', async () => {
    expect(answers(await run([{ name: 'a', run: 'true', ...reads }]))).toEqual(['a: unknown report-stale']);
  });

  test('by the gate before it', async () => {
    const gates = [
      { name: 'tests', run: 'true' },
      { name: 'a', after: ['tests'], ...reads },
    ];
    expect(answers(await run(gates))).toEqual(['tests: pass exit-code', 'a: unknown report-stale']);
  });

  test('by its age, where it is only read', async () => {
    const hourAgo = new Date(Date.now() - 3_600_000);
    utimesSync(join(repo.root, 'old.json'), hourAgo, hourAgo);
    const aged = (limit: object) => run([{ name: 'a', ...reads, ...limit }]).then(answers);
    expect(await aged({ 'max-age': '30m' })).toEqual(['a: unknown report-stale']);
    expect(await aged({ 'max-age': '2h' })).toEqual(['a: pass clean']);
    expect(await aged({})).toEqual(['a: pass clean']);
    expect(await aged({ report: 'nowhere', 'max-age': '2h' })).toEqual(['a: unknown report-absent']);
  });

  test('but one that was written again with the same content is not', async () => {
    const again = 'sleep 0.02; cp old.json x && mv x old.json';
    expect(answers(await run([{ name: 'a', run: again, ...reads }]))).toEqual(['a: pass clean']);
  });
});

describe('time', () => {
  test('a gate past its time is ended with all its children, and unknown', async () => {
    const script = '(sleep 30; touch alive) & echo $! > child; wait';
    expect(answers(await run([{ name: 'slow', run: script, timeout: '1500ms' }]))).toEqual(['slow: unknown timed-out']);
    const child = Number(readFileSync(join(repo.root, 'child'), 'utf8'));
    for (let look = 0; look < 100 && isAlive(child); look++) await systemClock.sleep(20);
    expect(isAlive(child)).toBe(false);
  });

  test('one that ignores the first signal is ended by the second', async () => {
    const script = "trap '' TERM; while true; do sleep 0.05; done";
    expect(answers(await run([{ name: 'deaf', run: script, timeout: '200ms' }]))).toEqual(['deaf: unknown timed-out']);
  });

  test.each(['ends', 'is ended'])(
    'nothing is left of what went into a session of its own, where the command %s',
    async (how) => {
      // As browsers do: the group does not reach it, and it holds the pipe open. Not every machine has setsid(1).
      const leave = `require('node:child_process').spawn('bash', ['-c', 'sleep 300 & echo $! > grandchild; wait'], { detached: true, stdio: 'inherit' }).unref();`;
      const wait = `"${process.execPath}" -e "$LEAVE"; while [ ! -s grandchild ]; do sleep 0.05; done;`;
      const controller = new AbortController();
      const gate = { name: 'browser', run: how === 'ends' ? wait : `${wait} sleep 300`, env: { LEAVE: leave } };
      const running = run([gate], { signal: controller.signal });
      const grandchild = join(repo.root, 'grandchild');
      if (how === 'is ended') {
        while (!existsSync(grandchild) || readFileSync(grandchild, 'utf8') === '') await systemClock.sleep(20);
        controller.abort();
      }
      expect(answers(await running)).toEqual([
        how === 'ends' ? 'browser: pass exit-code' : 'browser: unknown cancelled',
      ]);
      const left = Number(readFileSync(grandchild, 'utf8'));
      for (let look = 0; look < 100 && isAlive(left); look++) await systemClock.sleep(20);
      expect(isAlive(left)).toBe(false);
    },
  );

  test('one that leaves a server behind does not hang', async () => {
    expect(answers(await run([{ name: 'server', run: 'sleep 60 & true' }]))).toEqual(['server: pass exit-code']);
  });

  test('a cancelled job ends all of them', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 200);
    const gates = ['a', 'b', 'c'].map((name) => ({ name, run: 'sleep 30', retry: 3 }));
    const results = await run(gates, { signal: controller.signal, concurrency: 2 });
    expect(answers(results)).toEqual(['a: unknown cancelled', 'b: unknown cancelled', 'c: unknown cancelled']);
  });
});

test('a gate is tried again where it says so, and not elsewhere', async () => {
  const second = 'test -e again || { touch again; exit 1; }';
  const clock = { now: () => Date.now(), sleep: async () => undefined };
  const results = await run(
    [
      { name: 'flaky', run: second, retry: 2 },
      { name: 'red', run: 'false' },
    ],
    { clock },
  );
  expect(results.map(({ attempts, judgement }) => `${attempts} ${judgement.verdict}`)).toEqual(['2 pass', '1 fail']);
});

test('a command cannot reach the outputs, state and tokens of the action', async () => {
  const env = { ...process.env, GITHUB_OUTPUT: '/x', 'INPUT_GITHUB-TOKEN': 'ghs_x', ACTIONS_RUNTIME_TOKEN: 't' };
  await run([{ name: 'env', run: 'env > env.txt' }], { env });
  expect(readFileSync(join(repo.root, 'env.txt'), 'utf8')).not.toMatch(/GITHUB_OUTPUT|INPUT_|ACTIONS_RUNTIME/);
  expect(
    commandEnvironment({ GITHUB_SHA: 'a', GITHUB_STATE: 's', STATE_x: 'y', LOCKSTEP_JOURNAL: 'j', CI: 'true' }),
  ).toEqual({
    GITHUB_SHA: 'a',
    CI: 'true',
  });
});

test('gates see the folder for their reports', async () => {
  const run1 = {
    name: 'a',
    run: `echo '${eslint(0)}' > "$LOCKSTEP_REPORTS/a.json"`,
    report: '$LOCKSTEP_REPORTS/a.json',
    format: 'eslint',
  };
  expect(answers(await run([run1]))).toEqual(['a: pass clean']);
  expect(existsSync(join(repo.root, '.reports', 'a.json'))).toBe(true);
});

describe('order', () => {
  test('never more than the limit at a time, each after those it waits for', async () => {
    const items = [
      { name: 'a', after: ['c'] },
      { name: 'b', after: [] },
      { name: 'c', after: [] },
      { name: 'd', after: ['a', 'b'] },
    ];
    const events: string[] = [];
    let running = 0;
    let most = 0;
    const results = await inOrder(items, 2, async ({ name }) => {
      most = Math.max(most, ++running);
      events.push(`+${name}`);
      // Real time: the work takes a moment; who begins is decided before it ends.
      await new Promise((resolve) => setTimeout(resolve, 5));
      events.push(`-${name}`);
      running--;
      return name.toUpperCase();
    });
    expect(results).toEqual(['A', 'B', 'C', 'D']);
    expect(most).toBe(2);
    expect(events.indexOf('+a')).toBeGreaterThan(events.indexOf('-c'));
    expect(events.at(-2)).toBe('+d');
  });

  test('gates run side by side: each waits for the others to have begun', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const all = names.map((name) => `[ -e begun-${name} ]`).join(' && ');
    const meet = `for look in $(seq 200); do ${all} && exit 0; sleep 0.1; done; exit 1`;
    const results = await run(names.map((name) => ({ name, run: `touch begun-${name}; ${meet}` })));
    expect(results.map(({ judgement }) => judgement.verdict)).toEqual(names.map(() => 'pass'));
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
