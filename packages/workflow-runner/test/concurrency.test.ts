import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RunResult } from '../src/plan/result.ts';
import { conclusions, WorkflowLab } from './workflow-lab.ts';

const workflow = (concurrency: string, seconds = 0.2) => `
concurrency: ${concurrency}
jobs:
  main:
    runs-on: ubuntu-latest
    steps: [{ run: 'sleep ${seconds}' }]
`;

describe('concurrency', () => {
  let lab: WorkflowLab;
  beforeEach(() => {
    lab = new WorkflowLab();
  });
  afterEach(() => lab[Symbol.dispose]());

  /** Starts three runs, each a little after the one before; their conclusions, and the order in which they ended. */
  async function three(text: string): Promise<{ conclusions: string[]; order: number[]; results: RunResult[] }> {
    lab.workflow(text);
    const order: number[] = [];
    const runs: Promise<RunResult>[] = [];
    for (const index of [1, 2, 3]) {
      const { result } = await lab.runner.start(lab.options());
      runs.push(result.finally(() => order.push(index)));
      await delay(30);
    }
    const results = await Promise.all(runs);
    return { conclusions: results.map((result) => result.conclusion), order, results };
  }

  test('a run waits for its group, and a newer one takes its place', async () => {
    const { conclusions, order, results } = await three(workflow('{ group: g }'));
    expect(conclusions).toEqual(['success', 'cancelled', 'success']);
    expect(order).toEqual([2, 1, 3]);
    expect(results[1]?.annotations[0]?.message).toBe('Canceling since a higher priority waiting request for g exists');
    expect(lab.events.filter((event) => event.type === 'job-waiting')).toHaveLength(2);
  });

  test('with queue: max all that wait run in their order', async () => {
    const { conclusions, order } = await three(workflow('{ group: g, queue: max }'));
    expect(conclusions).toEqual(['success', 'success', 'success']);
    expect(order).toEqual([1, 2, 3]);
  });

  test('with cancel-in-progress a newer run cancels the one that runs', async () => {
    const { conclusions } = await three(workflow('{ group: g, cancel-in-progress: true }', 0.4));
    expect(conclusions).toEqual(['cancelled', 'cancelled', 'success']);
  });

  test('other groups do not wait', async () => {
    const { conclusions } = await three(workflow('${{ github.run_id }}'));
    expect(conclusions).toEqual(['success', 'success', 'success']);
    expect(lab.events.filter((event) => event.type === 'job-waiting')).toEqual([]);
  });

  test('jobs of one group run one after another', async () => {
    const job = 'runs-on: ubuntu-latest, concurrency: { group: deploy, queue: max }, steps: [{ run: sleep 0.1 }]';
    const result = await lab.run(`jobs: { a: { ${job} }, b: { ${job} } }`);
    expect(conclusions(result)).toEqual({ a: 'success', b: 'success' });
    const order = lab.events.flatMap((event) => (/^job-(started|finished)$/.test(event.type) ? [event.type] : []));
    expect(order).toEqual(['job-started', 'job-finished', 'job-started', 'job-finished']);
  });

  test('a called workflow that asks for the group of its caller is a deadlock, and cancelled', async () => {
    lab.write('.github/workflows/called.yml', `on: workflow_call\n${workflow('{ group: same }')}`);
    const result = await lab.run('concurrency: same\njobs: { call: { uses: ./.github/workflows/called.yml } }');
    expect(conclusions(result)).toEqual({ call: 'cancelled' });
    expect(result.annotations[0]?.message).toContain("a deadlock for concurrency group 'same'");
  });
});
