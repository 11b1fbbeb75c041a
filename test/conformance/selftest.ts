/**
 * Runs the cases on GitHub and prints what differs from the table. The action of selftest.yml; it is no bundle, so
 * Node 24 runs it as it is.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { renderDifferences } from './report.ts';
import { differences, readTable, type Seen, type SeenJob } from './table.ts';

export interface Where {
  readonly apiUrl: string;
  /** `owner/name` */
  readonly repository: string;
  readonly ref: string;
  readonly token: string;
  /** Names the run among those of the workflow. */
  readonly nonce: string;
  /** Milliseconds between two looks. */
  readonly pollMs: number;
}

interface Run {
  readonly id: number;
  readonly display_title: string;
  readonly status: string;
}

/** Starts the cases, waits for their end, and reads what each job said. */
export async function runCases(where: Where): Promise<Seen> {
  await ask(where, 'POST', 'actions/workflows/selftest-cases.yml/dispatches', {
    ref: where.ref,
    inputs: { nonce: where.nonce },
  });
  const started = await until(where.pollMs, async () => {
    const { workflow_runs } = await json<{ workflow_runs: Run[] }>(
      where,
      'actions/workflows/selftest-cases.yml/runs?per_page=20',
    );
    return workflow_runs.find((run) => run.display_title.includes(where.nonce));
  });
  await until(where.pollMs, async () => {
    const run = await json<Run>(where, `actions/runs/${started.id}`);
    return run.status === 'completed' ? run : undefined;
  });
  return readJobs(where, started.id);
}

async function readJobs(where: Where, run: number): Promise<Seen> {
  const seen = new Map<string, SeenJob>();
  for (let page = 1; ; page++) {
    const path = `actions/runs/${run}/jobs?per_page=50&page=${page}`;
    const { jobs } = await json<{ jobs: { id: number; name: string; conclusion: string }[] }>(where, path);
    for (const { id, name, conclusion } of jobs) {
      const log = conclusion === 'skipped' ? '' : await (await ask(where, 'GET', `actions/jobs/${id}/logs`)).text();
      seen.set(name, { conclusion, log });
    }
    if (jobs.length < 50) return seen;
  }
}

async function json<T>(where: Where, path: string): Promise<T> {
  return (await (await ask(where, 'GET', path)).json()) as T;
}

async function ask(where: Where, method: string, path: string, body?: unknown): Promise<Response> {
  const url = `${where.apiUrl}/repos/${where.repository}/${path}`;
  const headers = { authorization: `Bearer ${where.token}`, accept: 'application/vnd.github+json' };
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
  return response;
}

async function until<T>(pollMs: number, look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(pollMs);
  }
}

async function main(): Promise<void> {
  const { env } = process;
  const need = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === '') throw new Error(`${name} is not set; run this by selftest.yml`);
    return value;
  };
  const rows = readTable().rows.filter((row) => !('test' in row.check));
  const seen = await runCases({
    apiUrl: need('GITHUB_API_URL'),
    repository: need('GITHUB_REPOSITORY'),
    ref: need('GITHUB_REF_NAME'),
    token: need('INPUT_TOKEN'),
    nonce: `${need('GITHUB_RUN_ID')}-${need('GITHUB_RUN_ATTEMPT')}`,
    pollMs: Number(need('INPUT_POLL-SECONDS')) * 1_000,
  });
  const found = differences(rows, seen);
  const report = renderDifferences(found, rows.length);
  console.log(report);
  appendFileSync(need('GITHUB_STEP_SUMMARY'), report);
  process.exitCode = found.length === 0 ? 0 : 1;
}

if (process.argv[1]?.endsWith('selftest.ts') === true) await main();
