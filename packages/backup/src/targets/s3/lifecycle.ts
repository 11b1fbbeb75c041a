import type { Protection } from '../target.ts';

/** How long what is below a prefix is kept. */
export interface PrefixTier {
  /** `daily` */
  readonly name: string;
  readonly days: number;
}

/** What is wrong with how long a tier is kept. */
export interface TierProblem {
  readonly tier: string;
  readonly wants: number;
  /** The shortest time after which a rule deletes it; undefined where none does. */
  readonly has: number | undefined;
  readonly kind: 'deleted-too-early' | 'kept-too-long' | 'never-deleted';
}

/** After how many days what nobody completes is deleted. */
const UNFINISHED_DAYS = 7;
/** How long a version stays that was replaced or deleted: enough to undo what a stolen key did. */
const REPLACED_DAYS = 30;

/**
 * The rules of the bucket that delete old backups, as `aws s3api put-bucket-lifecycle-configuration` takes them. We print
 * them and never set them: whoever can change a lifecycle can delete every backup.
 */
export function lifecycleRules(prefix: string, tiers: readonly PrefixTier[]): object {
  const below = (name: string) => (prefix === '' ? `${name}/` : `${prefix}/${name}/`);
  return {
    Rules: [
      ...tiers.map(({ days, name }) => ({
        ID: `lockstep-${name.replace('/', '-')}`,
        Status: 'Enabled',
        Filter: { Prefix: below(name) },
        Expiration: { Days: days },
        NoncurrentVersionExpiration: { NoncurrentDays: REPLACED_DAYS },
      })),
      {
        ID: 'lockstep-unfinished',
        Status: 'Enabled',
        Filter: { Prefix: prefix === '' ? '' : `${prefix}/` },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: UNFINISHED_DAYS },
      },
    ],
  };
}

/** Where the bucket keeps a tier for another time than it should. */
export function tierProblems(tiers: readonly PrefixTier[], expiry: Protection['expiry']): readonly TierProblem[] {
  return tiers.flatMap(({ days, name }): readonly TierProblem[] => {
    // A rule for a part of a tier deletes that part of it.
    const rules = expiry.filter(({ prefix }) => `${name}/`.startsWith(prefix) || prefix.startsWith(`${name}/`));
    const whole = rules.filter(({ prefix }) => `${name}/`.startsWith(prefix));
    const first = rules.length === 0 ? undefined : Math.min(...rules.map((rule) => rule.days));
    const of = { tier: name, wants: days, has: first };
    if (first !== undefined && first < days) return [{ ...of, kind: 'deleted-too-early' }];
    if (whole.length === 0) return [{ ...of, has: undefined, kind: 'never-deleted' }];
    const has = Math.min(...whole.map((rule) => rule.days));
    return has > days ? [{ ...of, has, kind: 'kept-too-long' }] : [];
  });
}
