import { type Finding, failed, gap, looking, passed } from '../finding.ts';
import { type Line, type LineParts, line, missingOf } from '../line.ts';
import { isShipped, looksSecret } from '../names.ts';
import { flag, integer, names } from '../policy/kinds.ts';
import type { EnvFacts } from './facts.ts';
import { VERCEL_SCOPES } from './read.ts';

const SOURCE =
  'https://vercel.com/docs/rest-api/projects/retrieve-the-environment-variables-of-a-project-by-id-or-name';
const DAY_MS = 86_400_000;

type Parts<V> = Omit<LineParts<V>, 'scope' | 'source' | 'judge' | 'propose'> & {
  readonly look: (rows: readonly EnvFacts[], wanted: V, nowMs: number) => readonly Finding[];
  readonly now: (rows: readonly EnvFacts[]) => V | undefined;
};

function ofVariables<V>({ look, now, ...parts }: Parts<V>): Line {
  return line<V>({
    ...parts,
    scope: VERCEL_SCOPES.project,
    source: SOURCE,
    propose: ({ vercel }) => (vercel?.env.kind === 'read' ? now(vercel.env.value) : undefined),
    judge: (wanted, { nowMs, vercel }) =>
      looking(
        vercel?.env,
        { what: parts.title, expected: parts.kind.show(wanted), missing: missingOf(parts.key) },
        (rows) => look(rows, wanted, nowMs),
      ),
  });
}

const inTarget = (rows: readonly EnvFacts[], target: string): readonly string[] => [
  ...new Set(
    rows.filter(({ gitBranch, targets }) => gitBranch === undefined && targets.includes(target)).map(({ key }) => key),
  ),
];

function present(target: 'production' | 'preview'): Parts<readonly string[]> {
  return {
    key: `vercel.env-${target}`,
    title: `Environment variables for ${target}`,
    says: `Names of the variables that ${target} needs.`,
    kind: names,
    forRelease: target === 'production',
    now: (rows) => {
      const names = inTarget(rows, target);
      return names.length === 0 ? undefined : [...names].sort();
    },
    look: (rows, wanted) => {
      const there = inTarget(rows, target);
      return wanted.map((name) => {
        const seeing = { what: name, measured: there.includes(name) ? 'present' : 'missing', expected: 'present' };
        return there.includes(name)
          ? passed(seeing)
          : failed('variable-missing', { ...seeing, remedy: `Run \`vercel env add ${name} ${target}\`.` });
      });
    },
  };
}

/** One finding for each that is wrong, or one that all are right. */
function each(
  rows: readonly EnvFacts[],
  good: { readonly what: string; readonly expected: string },
  wrong: (row: EnvFacts) => Finding | undefined,
): readonly Finding[] {
  const found = rows.flatMap((row) => wrong(row) ?? []);
  return found.length > 0 ? found : [passed({ ...good, measured: `${rows.length} looked at` })];
}

const nameOf = ({ key, targets, gitBranch }: EnvFacts): string =>
  `${key} (${[...targets, ...(gitBranch === undefined ? [] : [`branch ${gitBranch}`])].join(', ')})`;

export const envLines: readonly Line[] = [
  ofVariables(present('production')),
  ofVariables(present('preview')),
  ofVariables<boolean>({
    key: 'vercel.env-secrets-sensitive',
    title: 'Secrets are sensitive variables',
    says: 'Whether variables with a name like a secret have to be of the type Sensitive, whose value no one can read again.',
    kind: flag,
    now: () => true,
    look: (rows, wanted) =>
      wanted
        ? each(
            rows.filter(({ key, targets, type }) => looksSecret(key) && type !== 'system' && !onlyDevelopment(targets)),
            { what: 'variables with a name like a secret', expected: 'type sensitive' },
            (row) =>
              row.type === 'sensitive'
                ? undefined
                : failed('secret-not-sensitive', {
                    what: nameOf(row),
                    measured: `type ${row.type}`,
                    expected: 'type sensitive',
                    remedy: `Remove it and add it again: \`vercel env add ${row.key} ${row.targets[0] ?? 'production'} --sensitive\`. Then create a new secret, since the old one could be read.`,
                  }),
          )
        : [],
  }),
  ofVariables<boolean>({
    key: 'vercel.env-no-public-secrets',
    title: 'No secret reaches the browser',
    says: 'Whether no variable with a name like a secret may begin with NEXT_PUBLIC_ (or VITE_, REACT_APP_, and so on).',
    kind: flag,
    forRelease: true,
    now: () => true,
    look: (rows, wanted) =>
      wanted
        ? each(
            rows.filter(({ key }) => isShipped(key)),
            { what: 'variables that a build writes into files for browsers', expected: 'no secret' },
            (row) =>
              looksSecret(row.key)
                ? failed('public-secret', {
                    what: nameOf(row),
                    measured: 'a name like a secret, in the files for browsers',
                    expected: 'no secret',
                    remedy: `Rename it without the prefix, use it on the server only, and create a new secret. Then \`vercel env rm ${row.key}\`.`,
                  })
                : undefined,
          )
        : [],
  }),
  ofVariables<boolean>({
    key: 'vercel.env-preview-apart',
    title: 'Previews have their own secrets',
    says: 'Whether a secret of production may be a variable of previews too. The API shows that one variable serves both, never whether two have the same value.',
    kind: flag,
    now: () => true,
    look: (rows, wanted) =>
      wanted
        ? each(
            rows.filter(({ key, type }) => looksSecret(key) && type !== 'system'),
            {
              what: 'variables with a name like a secret',
              expected: 'one variable for production, another for previews',
            },
            (row) =>
              row.targets.includes('production') && row.targets.some((one) => one !== 'production')
                ? failed('shared-with-preview', {
                    what: nameOf(row),
                    measured: `one variable for ${row.targets.join(', ')}`,
                    expected: 'one variable for production, another for previews',
                    remedy: `Limit ${row.key} to production, and add another with its own value: \`vercel env add ${row.key} preview --sensitive\`.`,
                  })
                : undefined,
          )
        : [],
  }),
  ofVariables<number>({
    key: 'vercel.env-max-age-days',
    title: 'Age of secrets',
    says: 'Days after which a secret of production has to be replaced.',
    kind: integer('days', 1),
    now: () => 365,
    look: (rows, days, nowMs) =>
      each(
        rows.filter(
          ({ key, targets, type }) => looksSecret(key) && targets.includes('production') && type !== 'system',
        ),
        { what: 'secrets of production', expected: `at most ${days} days old` },
        (row) => {
          const expected = `at most ${days} days old`;
          if (row.updatedAtMs === undefined)
            return gap(nameOf(row), 'Vercel does not say when it was set', 'Set it again, and run the audit again.');
          const age = Math.floor((nowMs - row.updatedAtMs) / DAY_MS);
          return age <= days
            ? undefined
            : failed('secret-too-old', {
                what: nameOf(row),
                measured: `${age} days old`,
                expected,
                remedy: `Create a new secret at its service, then \`vercel env update ${row.key} production --sensitive\` and deploy.`,
              });
        },
      ),
  }),
];

function onlyDevelopment(targets: readonly string[]): boolean {
  // Vercel has no sensitive variables for development.
  return targets.length > 0 && targets.every((one) => one === 'development');
}
