#!/usr/bin/env node
/** Measures that gates run side by side: the wall time of several against that of the slowest among them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../packages/base/lib/clock.js';
import { gatesOf, runCommand, runGates } from '../../packages/quality/lib/index.js';

const MOST = 1.05;

/** Rows of { what, measured, budget, ok }. */
export async function* bench() {
  const root = mkdtempSync(join(tmpdir(), 'lockstep-bench-'));
  const seconds = [3, 2, 2, 1, 1, 1];
  const gates = gatesOf(
    seconds.map((length, index) => ({ name: `gate-${index}`, run: `sleep ${length}` })),
    'bench',
  );
  const started = performance.now();
  const results = await runGates(gates, {
    root,
    reportDirectory: join(root, 'reports'),
    concurrency: gates.length,
    baseline: undefined,
    env: process.env,
    clock: systemClock,
    signal: new AbortController().signal,
    runCommand,
  });
  const wall = performance.now() - started;
  rmSync(root, { recursive: true });
  const ratio = wall / Math.max(...results.map(({ durationMs }) => durationMs));
  yield {
    what: `${gates.length} gates at once`,
    measured: `${ratio.toFixed(3)} × the slowest (${Math.round(wall)} ms)`,
    budget: `≤ ${MOST} ×`,
    ok: ratio <= MOST && results.every(({ judgement }) => judgement.verdict === 'pass'),
  };
}
