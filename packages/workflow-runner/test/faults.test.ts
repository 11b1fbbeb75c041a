import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { conclusions, job, logOf, steps, WorkflowLab } from './workflow-lab.ts';

const hang = (then: string) => `
jobs:
  main:
    runs-on: ubuntu-latest
    steps:
      - name: First
        uses: lockstep-ci/lockstep/actions/probe@v1
      - name: Hang
        id: hang
        uses: lockstep-ci/lockstep/actions/probe@v1
        with:
          append: '{"output":"told=yes\\n"}'
          end: ${then}
      - name: Whatever happens
        if: always()
        run: echo "outcome \${{ steps.hang.outcome }}, output \${{ steps.hang.outputs.told }}"
`;

describe('a fault in a run', () => {
  let lab: WorkflowLab;
  beforeEach(() => {
    lab = new WorkflowLab();
  });
  afterEach(() => lab[Symbol.dispose]());

  test('a kill at a line of the log fails the step; what it wrote is read, and every post runs', async () => {
    const strikes = [{ do: 'kill' as const, step: 'hang', logMatches: /^ready$/ }];
    const result = await lab.run(hang('hang'), { strikes });
    expect(conclusions(result)).toEqual({ main: 'failure' });
    expect(steps(result, 'main')).toEqual([
      'First: success',
      'Hang: failure',
      'Whatever happens: success',
      'Post Hang: success',
      'Post First: success',
    ]);
    expect(logOf(result, 'main')).toContain('outcome failure, output yes');
  });

  test('on a shutdown of the runner the running step is signalled, no other step runs, and no post step', async () => {
    const strikes = [{ do: 'shutdown' as const, step: 'Hang', logMatches: /^ready$/ }];
    const result = await lab.run(hang('hang'), { strikes });
    expect(steps(result, 'main')).toEqual([
      'First: success',
      'Hang: cancelled',
      'Whatever happens: skipped',
      'Post Hang: skipped',
      'Post First: skipped',
    ]);
    expect(logOf(result, 'main')).toContain('got SIGINT');
    expect(conclusions(result)).toEqual({ main: 'cancelled' });
    expect(job(result, 'main').annotations[0]?.message).toContain('The runner has received a shutdown signal');
  });

  test('when the machine is lost its processes are gone at once, and nothing more is read or run', async () => {
    const strikes = [{ do: 'lose' as const, step: 'hang', logMatches: /^ready$/ }];
    const result = await lab.run(hang('hang-deaf'), { strikes });
    expect(steps(result, 'main')).toEqual(['First: success', 'Hang: cancelled']);
    expect(logOf(result, 'main')).not.toContain('got SIG');
    expect(job(result, 'main').steps[1]?.outputs).toEqual({});
    expect(conclusions(result)).toEqual({ main: 'failure' });
  });

  test('a cancelled run sends SIGINT, after 7.5 s SIGTERM, and 2.5 s later kills the process tree', async () => {
    const at: Record<string, number> = {};
    const result = await lab.run(hang('hang-deaf'), {
      timeScale: 0.1,
      strikes: [{ do: 'cancel', step: 'Hang', logMatches: /^ready$/ }],
      onEvent: (event) => {
        if (event.type === 'log') at[event.line] ??= Date.now();
        if (event.type === 'step-finished') at[event.step.name] = Date.now();
      },
    });
    const between = (from: string, to: string) => ((at[to] ?? 0) - (at[from] ?? 0)) / 100;
    expect(between('got SIGINT', 'got SIGTERM')).toBeGreaterThan(7);
    expect(between('got SIGINT', 'got SIGTERM')).toBeLessThan(9.5);
    expect(between('got SIGTERM', 'Hang')).toBeGreaterThan(2);
    expect(between('got SIGTERM', 'Hang')).toBeLessThan(6);
    expect(steps(result, 'main')).toEqual([
      'First: success',
      'Hang: cancelled',
      'Whatever happens: success',
      'Post Hang: success',
      'Post First: success',
    ]);
    expect(logOf(result, 'main')).toContain('outcome cancelled, output yes');
    expect(result.conclusion).toBe('cancelled');
  });

  test('of a cancelled run the jobs end that must, and those go on whose `if` holds for a cancelled run', async () => {
    const result = await lab.run(
      `jobs:
  runs:
    runs-on: ubuntu-latest
    steps: [{ id: wait, run: 'echo ready; sleep 20' }]
  goes-on:
    if: always()
    runs-on: ubuntu-latest
    steps: [{ run: sleep 0.3 }]
  waits:
    environment: production
    runs-on: ubuntu-latest
    steps: [{ run: 'true' }]
  after:
    needs: goes-on
    runs-on: ubuntu-latest
    steps: [{ run: 'true' }]
  behind:
    needs: runs
    runs-on: ubuntu-latest
    steps: [{ run: 'true' }]
  last:
    needs: runs
    if: cancelled()
    runs-on: ubuntu-latest
    steps: [{ run: 'true' }]
`,
      {
        strikes: [{ do: 'cancel', step: 'wait', logMatches: /^ready$/, afterMs: 50 }],
        environments: { production: { approve: () => new Promise(() => undefined) } },
      },
    );
    expect(conclusions(result)).toEqual({
      runs: 'cancelled',
      'goes-on': 'success',
      waits: 'cancelled',
      after: 'cancelled',
      behind: 'skipped',
      last: 'success',
    });
  });

  test('a run that is cancelled while a job gets its token starts nothing of it', async () => {
    const controller = new AbortController();
    const result = await lab.run(hang('exit:0'), {
      signal: controller.signal,
      mintToken: () => {
        controller.abort();
        return 'ghs_too_late';
      },
    });
    expect(conclusions(result)).toEqual({ main: 'cancelled' });
    expect(job(result, 'main').steps).toEqual([]);
  });

  test('a strike that never hit is told', async () => {
    lab.workflow(hang('exit:0'));
    const run = await lab.runner.start(lab.options({ strikes: [{ do: 'kill', step: 'hang', logMatches: /never/ }] }));
    expect((await run.result).conclusion).toBe('success');
    expect(run.missed).toHaveLength(1);
  });

  test('what a step leaves running is gone when its job has ended', async () => {
    const pidFile = join(lab.root, 'pid');
    const result = await lab.run(`jobs:
  main:
    runs-on: ubuntu-latest
    steps:
      - run: setsid sleep 60 > /dev/null 2>&1 & echo $! > ${pidFile}
      - run: kill -0 "$(cat ${pidFile})" && echo "still there"
`);
    expect(logOf(result, 'main')).toMatch(/^still there$/m);
    await delay(20);
    expect(commandOf(readFileSync(pidFile, 'utf8').trim())).toBe('');
  });

  test('a destroyed run is over at once', async () => {
    lab.workflow(hang('hang-deaf'));
    let ready: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const onLine = (event: { type: string; line?: string }) =>
      event.type === 'log' && event.line === 'ready' ? ready() : undefined;
    // Cancelled in order, it would take ten times ten seconds.
    const run = await lab.runner.start(lab.options({ timeScale: 10, onEvent: onLine }));
    await started;
    const before = Date.now();
    lab.runner.destroy();
    expect((await run.result).conclusion).toBe('cancelled');
    expect(Date.now() - before).toBeLessThan(30_000);
  });

  test('a runner that is killed itself leaves no process and no folder behind', async () => {
    const program = fileURLToPath(new URL('interrupted.mjs', import.meta.url));
    const child = spawn(process.execPath, [program, lab.root], { stdio: ['ignore', 'pipe', 'inherit'] });
    let started: RegExpExecArray | null = null;
    for await (const line of createInterface({ input: child.stdout })) {
      started = /^started (\d+) (\d+) (.*)$/.exec(line);
      if (started !== null) break;
    }
    child.kill('SIGKILL');
    const [, shell = '', sleep = '', workspace = ''] = started ?? [];
    for (let look = 0; look < 100 && existsSync(workspace); look++) await delay(50);
    expect([commandOf(shell), commandOf(sleep), existsSync(workspace)]).toEqual(['', '', false]);
  });

  test('a signal of the caller cancels the run', async () => {
    const controller = new AbortController();
    const result = await lab.run(hang('hang'), {
      signal: controller.signal,
      onEvent: (event) => (event.type === 'step-started' && event.step === 'Hang' ? controller.abort() : undefined),
    });
    expect(result.conclusion).toBe('cancelled');
    expect(result.annotations.map((annotation) => annotation.message)).toEqual(['The run was canceled.']);
  });
});

/** Empty for a process that has ended, be it reaped or not. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
