import { type Check, formatDuration } from '@lockstep/base';
import type { ReadManifest } from '../manifest/read-manifest.ts';

/** What the manifest itself says about the backup. */
export function manifestCheck(read: ReadManifest, backup: string): Check {
  const check = { id: 'manifest-whole', title: 'The manifest is as it was written', what: backup } as const;
  const expected = 'a manifest that this program wrote';
  if (read.kind === 'read')
    return { ...check, verdict: 'pass', reason: 'manifest-whole', measured: 'its digest holds', expected, remedy: '' };
  if (read.kind === 'missing') {
    const remedy = 'it was not finished: look at the run that made it';
    return { ...check, verdict: 'fail', reason: 'no-manifest', measured: 'none', expected, remedy };
  }
  const remedy =
    read.kind === 'newer'
      ? 'use the version of this action that made the backup, or a later one'
      : 'do not rely on this backup; find out who changed it';
  return { ...check, verdict: 'fail', reason: `manifest-${read.kind}`, measured: read.why, expected, remedy };
}

/** How old the data is that a restore brings back at this moment: the recovery point. */
export function ageCheck(backup: string, ageMs: number, maxAgeMs: number | undefined): readonly Check[] {
  if (maxAgeMs === undefined) return [];
  const isYoung = ageMs <= maxAgeMs;
  return [
    {
      id: 'data-age',
      title: 'The data is young enough',
      verdict: isYoung ? 'pass' : 'fail',
      reason: isYoung ? 'young-enough' : 'too-old',
      what: backup,
      measured: formatDuration(Math.max(0, Math.round(ageMs / 1_000) * 1_000)),
      expected: `at most ${formatDuration(maxAgeMs)}`,
      remedy: isYoung ? '' : 'find out why there is no newer backup',
    },
  ];
}

export function timeCheck(restoreMs: number, maxRestoreMs: number | undefined): readonly Check[] {
  if (maxRestoreMs === undefined) return [];
  const isFast = restoreMs <= maxRestoreMs;
  return [
    {
      id: 'restore-time',
      title: 'The restore is fast enough',
      verdict: isFast ? 'pass' : 'fail',
      reason: isFast ? 'fast-enough' : 'too-slow',
      what: 'from the first byte to the last constraint',
      measured: formatDuration(Math.ceil(restoreMs / 100) * 100),
      expected: `at most ${formatDuration(maxRestoreMs)}`,
      remedy: isFast ? '' : 'restore more tables at a time, or promise a longer time',
    },
  ];
}

/** What a drill could not drop. */
export function leftCheck(left: readonly string[]): Check {
  const clean = left.length === 0;
  return {
    id: 'nothing-left',
    title: 'The drill leaves nothing behind',
    verdict: clean ? 'pass' : 'fail',
    reason: clean ? 'nothing-left' : 'left-behind',
    what: 'the scratch server',
    measured: clean ? 'nothing' : left.join(', '),
    expected: 'nothing',
    remedy: clean ? '' : 'drop it: it holds data of production',
  };
}
