import { type Check, count } from '@lockstep/base';
import type { Tier } from '../manifest/manifest.ts';
import { type TierProblem, tierProblems } from '../targets/s3/lifecycle.ts';
import type { Protection } from '../targets/target.ts';

/** For how long a tier is promised to be kept. */
export interface KeptTier {
  /** A tier, or `files/TIER`: the files of its backups. */
  readonly name: Tier | `files/${Tier}`;
  readonly days: number;
}

const WORDS: Readonly<Record<TierProblem['kind'], string>> = {
  'deleted-too-early': 'deleted after',
  'kept-too-long': 'deleted only after',
  'never-deleted': 'never deleted',
};

/** Whether the bucket deletes what is in each tier when it should, and not before. */
export function judgeLifecycle(
  place: string,
  kept: readonly KeptTier[],
  protection: Protection | undefined,
): readonly Check[] {
  const problems = protection === undefined ? [] : tierProblems(kept, protection.expiry);
  return kept.map(({ days, name }): Check => {
    const check = {
      id: `lifecycle-${name.replace('/', '-')}`,
      title: `The store keeps ${words(name)} for as long as it should`,
      what: place,
      expected: `deleted after ${count(days, 'day')}`,
    };
    const remedy = 'set the lifecycle rules of the bucket to those that are shown';
    if (protection === undefined)
      return {
        ...check,
        verdict: 'unknown',
        reason: 'lifecycle-unknown',
        measured: 'the store does not say',
        remedy: place.startsWith('s3://')
          ? 'let the key read the lifecycle of the bucket, or look at the rules of the store yourself'
          : 'delete old backups there by a rule of your own, or keep the backups in a bucket with lifecycle rules',
      };
    const problem = problems.find(({ tier }) => tier === name);
    if (problem === undefined)
      return { ...check, verdict: 'pass', reason: 'lifecycle-as-promised', measured: check.expected, remedy: '' };
    const { has, kind } = problem;
    const measured = has === undefined ? WORDS[kind] : `${WORDS[kind]} ${count(has, 'day')}`;
    return { ...check, verdict: 'fail', reason: kind, measured, remedy };
  });
}

function words(name: KeptTier['name']): string {
  const tier = name.replace('files/', '');
  return tier === name ? `${name} backups` : `files of ${tier} backups`;
}
