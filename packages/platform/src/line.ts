import type { Part } from './facts/part.ts';
import type { Facts } from './facts.ts';
import { type Finding, failed, gap, looking, passed } from './finding.ts';
import type { Kind } from './policy/kinds.ts';

/** What a line of the policy demands, once its value is known. */
export interface Demand {
  readonly judge: (facts: Facts) => readonly Finding[];
}

/** One line that a policy may hold, and the check that it becomes. */
export interface Line {
  /** `vercel.node-version`: the section, a dot, the name. It is the id of the check too. */
  readonly key: string;
  readonly title: string;
  /** What stands above it in a policy that `init` wrote. */
  readonly says: string;
  /** The least that the token has to be allowed. */
  readonly scope: string;
  /** Where the vendor describes what is read. */
  readonly source: string;
  /** Whether a release breaks where it fails, so that `prepare` looks at it too. */
  readonly forRelease: boolean;
  readonly expected: string;
  /** Undefined for a value that cannot be one of this line. */
  readonly read: (value: unknown) => Demand | undefined;
  /** What `init` writes; undefined where it is not known or there is nothing of the kind. */
  readonly propose: (facts: Facts) => unknown;
}

interface Naming {
  readonly key: string;
  readonly title: string;
  readonly says: string;
  readonly scope: string;
  readonly source: string;
  readonly forRelease?: boolean;
}

export interface LineParts<V> extends Naming {
  readonly kind: Kind<V>;
  readonly judge: (wanted: V, facts: Facts) => readonly Finding[];
  readonly propose: (facts: Facts) => V | undefined;
}

export function line<V>({ kind, judge, propose, forRelease = false, ...naming }: LineParts<V>): Line {
  return {
    ...naming,
    forRelease,
    expected: kind.expected,
    // What is set may be nothing that a policy can demand, such as 0 days.
    propose: (facts) => {
      const value = propose(facts);
      return value === undefined ? undefined : kind.read(value);
    },
    read: (value) => {
      const wanted = kind.read(value);
      return wanted === undefined ? undefined : { judge: (facts) => judge(wanted, facts) };
    },
  };
}

export interface SettingParts<S, V> extends Naming {
  readonly kind: Kind<V>;
  readonly part: (facts: Facts) => Part<S> | undefined;
  /** What is set now; undefined where the service does not say. */
  readonly now: (section: S) => V | undefined;
  readonly remedy: (wanted: V) => string;
  /** Whether what is set is good enough; by default it has to be the same. */
  readonly holds?: (now: V, wanted: V) => boolean;
  /** `at least`, `at most`, where not the same. */
  readonly bound?: string;
  /** Why the service may not say it, where that is known: a plan. */
  readonly unsaid?: (facts: Facts) => string | undefined;
  /** What `init` writes whatever is set now: what production should look like. */
  readonly recommended?: V;
}

/** A line about one value that a service has set. */
export function setting<S, V>(parts: SettingParts<S, V>): Line {
  const { kind, now, part, recommended, remedy, title, bound = '', unsaid = () => undefined } = parts;
  const holds = parts.holds ?? kind.same;
  return line<V>({
    ...parts,
    judge: (wanted, facts) => {
      const expected = [bound, kind.show(wanted)].filter((one) => one !== '').join(' ');
      return looking(part(facts), { what: title, expected, missing: missingOf(parts.key) }, (section) => {
        const found = now(section);
        if (found === undefined)
          return [
            gap(title, unsaid(facts) ?? 'the answer of the service does not say it', 'Check it in the dashboard.'),
          ];
        const seeing = { what: title, measured: kind.show(found), expected };
        return [
          holds(found, wanted) ? passed(seeing) : failed('differs-from-policy', { ...seeing, remedy: remedy(wanted) }),
        ];
      });
    },
    propose: (facts) => {
      const section = part(facts);
      if (section?.kind !== 'read') return undefined;
      const found = now(section.value);
      return found === undefined ? undefined : (recommended ?? found);
    },
  });
}

/** Why nothing is known where a service was not asked at all. */
export function missingOf(key: string): string {
  return `nothing was asked of "${key.slice(0, key.indexOf('.'))}": no access was given`;
}

export const atLeast = {
  bound: 'at least',
  holds: (now: number, wanted: number) => now >= wanted,
} as const;

/** At most, and not without a limit: services write 0 for none. */
export const atMost = {
  bound: 'at most',
  holds: (now: number, wanted: number) => now > 0 && now <= wanted,
} as const;

/** Every one of the wanted, whatever else there is. */
export const including = {
  bound: 'all of',
  holds: (now: readonly string[], wanted: readonly string[]) => wanted.every((one) => now.includes(one)),
} as const;

/** None but the wanted. */
export const onlyFrom = {
  bound: 'none but',
  holds: (now: readonly string[], wanted: readonly string[]) => now.every((one) => wanted.includes(one)),
} as const;
