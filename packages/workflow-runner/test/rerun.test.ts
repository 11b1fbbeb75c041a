import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import type { RunOptions } from '../src/plan/options.ts';
import type { Rerun } from '../src/plan/rerun.ts';
import type { RunResult } from '../src/plan/result.ts';
import { conclusions, job, logOf, WorkflowLab } from './workflow-lab.ts';

/** `broken` fails until the second attempt, and in the third again. */
const GRAPH = `
jobs:
  first:
    runs-on: ubuntu-latest
    outputs:
      at: \${{ steps.say.outputs.at }}
    steps:
      - id: say
        run: echo "at=attempt $GITHUB_RUN_ATTEMPT" >> "$GITHUB_OUTPUT"
  broken:
    needs: first
    runs-on: ubuntu-latest
    outputs:
      at: \${{ steps.say.outputs.at }}
    steps:
      - id: say
        run: |
          echo "sees \${{ needs.first.outputs.at }}"
          echo "at=attempt $GITHUB_RUN_ATTEMPT" >> "$GITHUB_OUTPUT"
          [ "$GITHUB_RUN_ATTEMPT" = 2 ]
  beside:
    runs-on: ubuntu-latest
    steps:
      - run: echo "run \${{ github.run_id }}, attempt \${{ github.run_attempt }} by \${{ github.triggering_actor }} for \${{ github.actor }}"
  after:
    needs: broken
    runs-on: ubuntu-latest
    steps:
      - run: echo "sees \${{ needs.broken.outputs.at }}"
  last:
    needs: [after, beside]
    if: always()
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ needs.after.result }} and \${{ needs.beside.result }}"
`;

const CALLER = `
jobs:
  call:
    uses: ./.github/workflows/called.yml
  seen:
    needs: call
    if: always()
    runs-on: ubuntu-latest
    steps:
      - run: echo "sees \${{ needs.call.outputs.prepared }} and \${{ needs.call.outputs.released }}"
  beside:
    runs-on: ubuntu-latest
    steps:
      - run: "true"
`;
const CALLED = `
on:
  workflow_call:
    outputs:
      prepared:
        value: \${{ jobs.prepare.outputs.at }}
      released:
        value: \${{ jobs.release.outputs.at }}
jobs:
  prepare:
    runs-on: ubuntu-latest
    outputs:
      at: \${{ steps.say.outputs.at }}
    steps:
      - id: say
        run: echo "at=attempt $GITHUB_RUN_ATTEMPT" >> "$GITHUB_OUTPUT"
  release:
    needs: prepare
    runs-on: ubuntu-latest
    outputs:
      at: \${{ steps.say.outputs.at }}
    steps:
      - id: say
        run: |
          echo "sees \${{ needs.prepare.outputs.at }}"
          echo "at=attempt $GITHUB_RUN_ATTEMPT" >> "$GITHUB_OUTPUT"
          [ "$GITHUB_RUN_ATTEMPT" != 1 ]
`;

describe('a run that is run again', () => {
  let lab: WorkflowLab;
  beforeEach(() => {
    lab = new WorkflowLab();
  });
  afterEach(() => lab[Symbol.dispose]());

  const again = (of: RunResult, jobs: Rerun['jobs'], more: Partial<RunOptions> = {}) =>
    lab.runner.run(lab.options({ ...more, rerun: { of, jobs } }));
  /** The jobs that ran in the newest attempt. */
  const ran = (result: RunResult) =>
    result.jobs
      .filter(({ attempt }) => attempt === result.attempt)
      .map(({ id }) => id)
      .sort();

  test('its failed jobs run again with what depends on them; of the others the results and outputs hold', async () => {
    const first = await lab.run(GRAPH);
    expect(first).toMatchObject({ attempt: 1, conclusion: 'failure' });
    expect(conclusions(first)).toMatchObject({ broken: 'failure', after: 'skipped', last: 'success' });

    const second = await again(first, 'failed');
    expect(second).toMatchObject({ runId: first.runId, attempt: 2, conclusion: 'success' });
    expect(ran(second)).toEqual(['after', 'broken', 'last']);
    expect(second.jobs).toHaveLength(5);
    expect(job(second, 'first')).toEqual(job(first, 'first'));
    expect(logOf(second, 'broken')).toContain('sees attempt 1');
    expect(logOf(second, 'after')).toContain('sees attempt 2');
    expect(logOf(second, 'last')).toContain('success and success');
  });

  test('all of its jobs run again, with the same id and the next attempt, by whoever asked for it', async () => {
    const first = await lab.run(GRAPH);
    const second = await again(first, 'all', { github: { actor: 'dana', triggering_actor: 'olga' } });
    expect(ran(second)).toEqual(['after', 'beside', 'broken', 'first', 'last']);
    expect(logOf(second, 'beside')).toContain(`run ${first.runId}, attempt 2 by olga for dana`);
    const third = await again(second, 'all');
    expect(third).toMatchObject({ attempt: 3, conclusion: 'failure' });
    // A job that is taken over keeps the attempt that it ran in.
    const fourth = await again(third, { id: 'last' });
    expect(fourth.jobs.map(({ id, attempt }) => [id, attempt])).toContainEqual(['first', 3]);
    expect(fourth.conclusion).toBe('failure');
  });

  test('one of its jobs runs again with what depends on it, though it had not failed', async () => {
    const first = await lab.run(GRAPH);
    expect(ran(await again(first, { id: 'beside' }))).toEqual(['beside', 'last']);
    expect(ran(await again(first, { id: 'first' }))).toEqual(['after', 'broken', 'first', 'last']);
    await expect(again(first, { id: 'nothing' })).rejects.toThrow('has no job nothing among ');
  });

  test('a run in which nothing failed has no failed jobs to run again', async () => {
    const good = await lab.run('jobs:\n  only:\n    runs-on: ubuntu-latest\n    steps:\n      - run: "true"\n');
    await expect(again(good, 'failed')).rejects.toThrow('no job of it failed');
  });

  test('within a called workflow: its other jobs keep their outputs, and jobs behind the call run again', async () => {
    lab.write('.github/workflows/called.yml', CALLED);
    const first = await lab.run(CALLER);
    expect(logOf(first, 'seen')).toContain('sees attempt 1 and attempt 1');
    for (const jobs of ['failed', { id: 'call / release' }] as const) {
      const second = await again(first, jobs);
      expect(ran(second)).toEqual(['call / release', 'seen']);
      expect(logOf(second, 'call / release')).toContain('sees attempt 1');
      expect(logOf(second, 'seen')).toContain('sees attempt 1 and attempt 2');
      expect(second.conclusion).toBe('success');
    }
    const whole = await again(first, { id: 'call / prepare' });
    expect(ran(whole)).toEqual(['call / prepare', 'call / release', 'seen']);
    expect(logOf(whole, 'seen')).toContain('sees attempt 2 and attempt 2');
  });

  test('of a matrix the failed jobs run again, and no other', async () => {
    const workflow = `
jobs:
  each:
    runs-on: ubuntu-latest
    strategy:
      fail-fast: false
      matrix:
        n: [1, 2]
    steps:
      - run: '[ "\${{ matrix.n }}" = 1 ] || [ "$GITHUB_RUN_ATTEMPT" = 2 ]'
`;
    const first = await lab.run(workflow);
    expect(conclusions(first)).toEqual({ 'each (1)': 'success', 'each (2)': 'failure' });
    const second = await again(first, 'failed');
    expect(ran(second)).toEqual(['each (2)']);
    expect(second).toMatchObject({ conclusion: 'success' });
    expect(second.jobs).toHaveLength(2);
  });

  test('what an attempt before uploaded is there, and is in the way of the same name', async () => {
    const workflow = `
jobs:
  keep:
    runs-on: ubuntu-latest
    steps:
      - run: echo kept > file
      - uses: actions/upload-artifact@v6
        with: { name: kept, path: file }
  look:
    needs: keep
    runs-on: ubuntu-latest
    steps:
      - uses: actions/download-artifact@v7
        with: { name: kept }
      - run: cat file
`;
    const first = await lab.run(workflow);
    const second = await again(first, { id: 'look' });
    expect(logOf(second, 'look')).toContain('kept');
    const third = await again(second, 'all');
    expect(third.conclusion).toBe('failure');
    expect(logOf(third, 'keep')).toContain('an artifact with this name already exists');
  });
});
