import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import {
  SLACK_MS,
  STEP_ENDS_MS,
  TELLING_MS,
  TELLING_STEPS,
  tellingTime,
  UNDO_DEADLINE_MS,
  WORKER_LIVES_MS,
} from '../src/cancelled-job.ts';

const textOf = (path: string) => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');

describe('what a cancelled job does', () => {
  test('fits into the time in which its worker lives, with all that tells the end', () => {
    const all = STEP_ENDS_MS + UNDO_DEADLINE_MS + TELLING_STEPS * TELLING_MS + SLACK_MS;
    expect(all).toBeLessThanOrEqual(WORKER_LIVES_MS);
    expect(WORKER_LIVES_MS).toBe(4 * 60_000 + 45_000);
    expect(SLACK_MS).toBeGreaterThanOrEqual(10_000);
  });

  test('is what inputs say by default, and pages say of it', () => {
    const minutes = `${UNDO_DEADLINE_MS / 60_000}m`;
    const { inputs } = parse(textOf('actions/release/action.yml'));
    expect(inputs['undo-deadline'].default).toBe(minutes);
    for (const name of ['release', 'promote']) {
      const { on } = parse(textOf(`.github/workflows/${name}.yml`));
      expect(on.workflow_call.inputs['undo-deadline'].default).toBe(minutes);
    }
    const page = textOf('docs/how-unwinding-works.md');
    const share = `at most ${TELLING_MS / 1_000} seconds each`;
    for (const words of ['4 minutes and 45 seconds', '(4 minutes, which is also the maximum)', share])
      expect(page).toContain(words);
  });

  test('tells within its share, unless the job went well', () => {
    expect(tellingTime(30_000, 'cancelled')).toBe(TELLING_MS);
    expect(tellingTime(30_000, 'failure')).toBe(TELLING_MS);
    expect(tellingTime(5_000, 'cancelled')).toBe(5_000);
    expect(tellingTime(30_000, 'success')).toBe(30_000);
  });

  test('there are no more steps that tell the end than are counted', () => {
    const always = [
      'alias-swap',
      'approval',
      'handover',
      'health-gate',
      'migrate',
      'notify',
      'preview',
      'release',
      'rollback',
      'vercel-deploy',
    ].filter((name) => /post: \{ when: 'always'/.test(textOf(`actions/${name}/src/run.ts`)));
    expect(always).toHaveLength(TELLING_STEPS);
  });
});
