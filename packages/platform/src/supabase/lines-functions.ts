import { type Finding, failed, gap, looking, passed, unclear } from '../finding.ts';
import { type Line, line, missingOf } from '../line.ts';
import { list, names } from '../policy/kinds.ts';
import type { FunctionFacts } from './facts.ts';
import { SUPABASE_SCOPES } from './read.ts';

const API = 'https://supabase.com/docs/reference/api/';

function ofFunctions(
  parts: { readonly key: string; readonly title: string; readonly says: string; readonly expected: string },
  now: (functions: readonly FunctionFacts[]) => readonly string[],
  look: (
    found: FunctionFacts | undefined,
    slug: string,
  ) => { readonly good: boolean; readonly measured: string; readonly remedy: string },
): Line {
  return line({
    ...parts,
    scope: SUPABASE_SCOPES.functions,
    source: `${API}v1-list-all-functions`,
    kind: names,
    forRelease: true,
    propose: ({ supabase }) => {
      if (supabase?.functions.kind !== 'read') return undefined;
      const found = now(supabase.functions.value);
      return found.length === 0 ? undefined : found;
    },
    judge: (wanted, { supabase }) =>
      looking(
        supabase?.functions,
        { what: parts.title, expected: list.show(wanted), missing: missingOf(parts.key) },
        (functions) =>
          wanted.map((slug): Finding => {
            const { good, measured, remedy } = look(
              functions.find((one) => one.slug === slug),
              slug,
            );
            const seeing = { what: slug, measured, expected: parts.expected };
            return good ? passed(seeing) : failed('function-differs', { ...seeing, remedy });
          }),
      ),
  });
}

export const functionLines: readonly Line[] = [
  ofFunctions(
    {
      key: 'supabase.functions',
      title: 'Edge Functions are deployed',
      says: 'Edge Functions that have to be there and active.',
      expected: 'ACTIVE',
    },
    (functions) => functions.map(({ slug }) => slug).sort(),
    (found, slug) => ({
      good: found?.status === 'ACTIVE',
      measured: found?.status ?? 'not deployed',
      remedy: `Run \`supabase functions deploy ${slug}\`.`,
    }),
  ),
  ofFunctions(
    {
      key: 'supabase.functions-with-jwt',
      title: 'Edge Functions that need a session',
      says: 'Edge Functions that refuse requests without a valid token (verify_jwt).',
      expected: 'verify_jwt on',
    },
    (functions) =>
      functions
        .filter(({ verifyJwt }) => verifyJwt === true)
        .map(({ slug }) => slug)
        .sort(),
    (found, slug) => ({
      good: found?.verifyJwt === true,
      measured:
        found === undefined
          ? 'not deployed'
          : `verify_jwt ${found.verifyJwt === undefined ? 'not said' : found.verifyJwt ? 'on' : 'off'}`,
      remedy: `Deploy ${slug} without --no-verify-jwt, and set verify_jwt = true in supabase/config.toml.`,
    }),
  ),
  line({
    key: 'supabase.functions-current',
    title: 'Edge Functions are not older than the commit',
    says: 'Edge Functions whose code must not be newer in the commit that is released than what is deployed.',
    scope: SUPABASE_SCOPES.functions,
    source: `${API}v1-list-all-functions`,
    kind: names,
    forRelease: true,
    propose: () => undefined,
    judge: (wanted, { release, supabase }) => {
      const about = {
        what: 'Edge Functions',
        expected: 'deployed after the commit',
        missing: missingOf('supabase.functions'),
      };
      const { committedAtMs } = release;
      if (committedAtMs === undefined)
        return [
          gap('Edge Functions', 'the time of the commit is not known', 'Run it in a checkout that has the commit.'),
        ];
      return looking(supabase?.functions, about, (functions) =>
        wanted.map((slug) => {
          const found = functions.find((one) => one.slug === slug);
          const at = found?.updatedAtMs;
          const measured = at === undefined ? 'not deployed' : `deployed at ${new Date(at).toISOString()}`;
          const changed = release.functionsChangedAtMs ?? {};
          // Code that the commit did not touch may have been deployed before it.
          const sinceMs = changed[slug] ?? committedAtMs;
          const seeing = { what: slug, measured, expected: `after ${new Date(sinceMs).toISOString()}` };
          if (at !== undefined && at >= sinceMs) return passed(seeing);
          if (at !== undefined && slug in changed && changed[slug] === undefined)
            return unclear('history-unknown', {
              ...seeing,
              remedy: 'Check out the whole history, or give `github-token` the permission Contents: read.',
            });
          return failed('older-than-commit', {
            ...seeing,
            remedy: `Run \`supabase functions deploy ${slug}\` from the commit.`,
          });
        }),
      );
    },
  }),
];
