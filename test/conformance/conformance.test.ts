import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect } from '@jest/globals';
import { Faults } from '@lockstep/proving-ground/faults';
import { serve } from '@lockstep/proving-ground/http';
import { type RunResult, runWorkflow } from '@lockstep/workflow-runner';
import { together as test } from '../e2e/sampled.ts';
import { renderDifferences, renderTable } from './report.ts';
import { differences, look, readTable, type Seen, type SeenJob } from './table.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const repository = { name: 'lockstep-ci/lockstep', root };
const table = readTable();
/** One minute of the cases takes this much of it; shorter, and a busy machine has no time to start an action in it. */
const timeScale = 0.03;

const rows = table.rows.flatMap((row) => ('test' in row.check ? [] : [{ ...row, check: row.check }]));
let seen: Seen = new Map();

beforeAll(async () => {
  const result = await runWorkflow({
    repository,
    workflow: '.github/workflows/selftest-cases.yml',
    env: { CONFORMANCE_TIME_SCALE: String(timeScale) },
    timeScale,
    machines: 6,
  });
  seen = new Map(result.jobs.map((job) => [job.name, seenJob(job)]));
});

describe('the runner does what the conformance table says', () => {
  test.each(rows.map((row) => [row.behaviour, row] as const))('%s', (_behaviour, row) => {
    const { expected, observed } = look(row.check, seen.get(row.check.job));
    expect(observed).toBe(expected);
  });

  test('every job of the cases is looked at by a row, or helps one that is', () => {
    const helpers = ['fails', 'skipped', 'matrix (1)', 'masked-lines', 'outputs-after-posts', 'cancelled-post-fails'];
    const unseen = [...seen.keys()].filter(
      (name) => !rows.some((row) => row.check.job === name) && !helpers.includes(name),
    );
    expect(unseen).toEqual([]);
  });

  test('a runner that does something else is told apart', () => {
    const found = differences(table.rows, otherRunner());
    expect(found.map(({ row }) => row.id)).toEqual(['post-order', 'post-fails-job', 'called-output']);
    expect(renderDifferences(found, rows.length)).toContain('no job called-seen');
  });
});

describe('selftest.yml', () => {
  test('starts the cases on GitHub, reads their logs, and finds no difference where there is none', async () => {
    const { result, dispatched } = await selftest(seen);
    expect(result.conclusion).toBe('success');
    expect(dispatched).toHaveLength(1);
    expect(result.jobs[0]?.permissions).toEqual({ actions: 'write', contents: 'read' });
    expect(result.jobs[0]?.steps[0]?.summary).toContain(`All ${rows.length} rows of the conformance table hold here.`);
  });

  test('prints what differs, and fails', async () => {
    const { result } = await selftest(otherRunner());
    expect(result.conclusion).toBe('failure');
    expect(result.jobs[0]?.steps[0]?.summary).toContain(
      `3 of ${rows.length} rows of the conformance table differ here.`,
    );
  });
});

test('each row has an id of its own and names sources that are there', () => {
  expect(new Set(table.rows.map((row) => row.id)).size).toBe(table.rows.length);
  const named = new Set(table.rows.flatMap((row) => row.sources));
  expect([...named].filter((name) => !(name in table.sources))).toEqual([]);
  expect(Object.keys(table.sources).filter((name) => !named.has(name))).toEqual([]);
});

test('each row with a test of its own names one that exists', () => {
  for (const { id, check } of table.rows)
    if ('test' in check)
      expect([id, readFileSync(`${root}${check.test}`, 'utf8').includes(check.title)]).toEqual([id, true]);
});

test('CONFORMANCE.md is the table', () => {
  expect(readFileSync(`${root}packages/workflow-runner/CONFORMANCE.md`, 'utf8')).toBe(renderTable(table));
});

function seenJob(job: RunResult['jobs'][number]): SeenJob {
  return { conclusion: job.conclusion, log: job.steps.map((step) => step.log).join('\n') };
}

/** What a runner would show that runs post steps in another order, does not fail for them, and loses a job. */
function otherRunner(): Seen {
  const other = new Map(seen);
  const log = seen.get('post-order')?.log.replace('"third starts"', '"first starts"') ?? '';
  other.set('post-order', { conclusion: 'success', log });
  other.delete('called-seen');
  return other;
}

/** Runs selftest.yml against a GitHub on which the cases show `cases`. */
async function selftest(cases: Seen): Promise<{ result: RunResult; dispatched: unknown[] }> {
  const dispatched: { inputs: { nonce: string } }[] = [];
  const list = [...cases].map(([name, job], index) => ({ id: index + 1, name, ...job }));
  const github = await serve(
    'github',
    (request) => {
      const path = request.path.replace('/repos/lockstep-ci/lockstep/actions/', '');
      if (request.headers.authorization !== 'Bearer ghs_selftest') return { status: 401 };
      if (path === 'workflows/selftest-cases.yml/dispatches') {
        dispatched.push(request.json() as (typeof dispatched)[number]);
        return { status: 204 };
      }
      const run = { id: 7, display_title: `Selftest cases ${dispatched[0]?.inputs.nonce}`, status: 'completed' };
      if (path === 'workflows/selftest-cases.yml/runs') return { status: 200, body: { workflow_runs: [run] } };
      if (path === 'runs/7') return { status: 200, body: run };
      const page = Number(request.query.get('page'));
      if (path === 'runs/7/jobs') return { status: 200, body: { jobs: list.slice((page - 1) * 50, page * 50) } };
      const job = list.find(({ id }) => path === `jobs/${id}/logs`);
      const stamped = (line: string) => `2026-11-22T01:59:46.7890000Z ${line}`;
      return { status: 200, body: `\uFEFF${job?.log.split('\n').map(stamped).join('\n')}` };
    },
    new Faults(),
  );
  try {
    const result = await runWorkflow({
      repository,
      workflow: '.github/workflows/selftest.yml',
      inputs: { 'poll-seconds': 0.01 },
      github: { api_url: github.url },
      mintToken: () => 'ghs_selftest',
    });
    return { result, dispatched };
  } finally {
    await github.close();
  }
}
