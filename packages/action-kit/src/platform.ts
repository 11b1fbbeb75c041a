import { type Clock, DeadlineError, type Logger, type Secret, withDeadline } from '@lockstep/base';
import { createGitHubClient } from '@lockstep/github';
import {
  createJsonApi,
  type Facts,
  type GitHubReads,
  type JsonApi,
  type PlatformWorld,
  type ReleaseFacts,
  readBundleDirectory,
  readPlatform,
  readServedBundle,
  SENTRY_API,
  STRIPE_API,
} from '@lockstep/platform';
import { createSupabaseClient, SUPABASE_API } from '@lockstep/supabase';
import { createVercelClient, VERCEL_API } from '@lockstep/vercel';
import { commitTime, functionTimes } from './function-times.ts';
import type { PlatformAccess } from './platform-access.ts';
import { type PlatformNames, tokenNamesOf, unaskedOf } from './platform-names.ts';

export interface PlatformTools {
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly requestTimeoutMs: number;
  /** The sections of a policy whose services are asked; the others are left in peace. */
  readonly sections: readonly string[];
  /** How the caller names what is missing. */
  readonly names: PlatformNames;
}

/** What the audit of a platform asks, with what every request needs. */
export function platformWorld(access: PlatformAccess, tools: PlatformTools): PlatformWorld {
  const { clock, log, names, requestTimeoutMs, sections, signal } = tools;
  const common = { clock, log, signal, fetch, requestTimeoutMs };
  const { bundle, github, release, sentry, stripe, supabase, vercel } = access;
  const json = (service: string, token: Secret, apiUrl: URL): JsonApi =>
    createJsonApi({ ...common, service, token, apiUrl });
  const unasked = unaskedOf(access, sections, names);
  const asks = (section: string): boolean => sections.includes(section) && unasked[section] === undefined;
  return {
    nowMs: clock.now(),
    release,
    unasked,
    tokenNames: tokenNamesOf(names),
    ...(asks('vercel')
      ? {
          vercel: {
            api: createVercelClient({ ...common, ...vercel, apiUrl: vercel.apiUrl ?? new URL(VERCEL_API) }),
            place: { project: vercel.project, team: vercel.team },
          },
        }
      : {}),
    ...(asks('supabase')
      ? {
          supabase: {
            api: createSupabaseClient({ ...common, ...supabase, apiUrl: supabase.apiUrl ?? new URL(SUPABASE_API) }),
            ref: supabase.project,
          },
        }
      : {}),
    ...(asks('github') ? { github: { api: githubReads(github, common), environment: github.environment } } : {}),
    ...(asks('stripe')
      ? {
          stripe: {
            api: json('Stripe', stripe.token, stripe.apiUrl ?? new URL(STRIPE_API)),
            form: formOf(stripe.token),
          },
        }
      : {}),
    ...(asks('sentry')
      ? {
          sentry: {
            api: json('Sentry', sentry.token, sentry.apiUrl ?? new URL(SENTRY_API)),
            place: {
              organization: sentry.organization,
              project: sentry.project,
              drillSecret: sentry.drillSecret,
              release: release.sentryRelease ?? '',
            },
          },
        }
      : {}),
    ...(sections.includes('bundle') ? bundleOf(bundle, common) : {}),
  };
}

/**
 * Reads one service after the other, each for at most `serviceMs`: one that does not answer leaves time for the others,
 * and what they say is known all the same.
 */
export async function readServices(access: PlatformAccess, tools: PlatformTools, serviceMs: number): Promise<Facts> {
  const { clock, signal } = tools;
  const unanswered: Record<string, string> = {};
  const unasked = unaskedOf(access, tools.sections, tools.names);
  let facts: Facts = { nowMs: clock.now(), release: access.release, unanswered };
  for (const section of tools.sections)
    try {
      const read = (inner: AbortSignal) =>
        readPlatform(platformWorld(access, { ...tools, signal: inner, sections: [section] }));
      const found = await withDeadline(`reading of "${section}"`, serviceMs, read, { clock, signal });
      facts = { ...facts, ...found, unasked };
    } catch (error) {
      if (!(error instanceof DeadlineError) || signal.aborted) throw error;
      unanswered[section] = error.message;
    }
  return facts;
}

/** `rk_live_`: the letters of a key of Stripe's that say what kind it is. */
function formOf(key: Secret): string {
  return /^[a-z]{2}_(?:live|test)_/.exec(key.reveal())?.[0] ?? '';
}

type Common = Omit<PlatformTools, 'names' | 'sections'> & { readonly fetch: typeof fetch };

export interface ReleasePlace {
  readonly commit: string;
  readonly workspace: string;
  /** Whether a line is about Edge Functions and their age: GitHub may be asked for each of them. */
  readonly functions: boolean;
}

/** When the commit was made, and the code of each Edge Function changed, as far as a checkout or GitHub says. */
export async function releaseTimes(
  { commit, functions, workspace }: ReleasePlace,
  github: PlatformAccess['github'],
  tools: Omit<PlatformTools, 'names' | 'sections'>,
): Promise<Pick<ReleaseFacts, 'committedAtMs' | 'functionsChangedAtMs'>> {
  const { signal } = tools;
  if (commit === '') return { committedAtMs: undefined };
  const { owner, repo } = github;
  const client =
    repo === '' || github.token.isEmpty
      ? undefined
      : createGitHubClient({ ...tools, ...github, fetch, repository: { owner, repo } });
  return {
    committedAtMs: await commitTime(commit, workspace, signal),
    functionsChangedAtMs: !functions ? {} : await functionTimes({ commit, workspace, signal, github: client }),
  };
}

function githubReads(github: PlatformAccess['github'], common: Common): GitHubReads {
  const { apiUrl, owner, repo, token } = github;
  const client = createGitHubClient({ ...common, token, apiUrl, repository: { owner, repo } });
  // The endpoints are GitHub's own, and a test holds their names against the client's.
  return { read: (endpoint, parameters) => client.read(endpoint, parameters as never) };
}

function bundleOf({ bypass, directory, url }: PlatformAccess['bundle'], common: Common): Pick<PlatformWorld, 'bundle'> {
  if (directory !== '') return { bundle: () => Promise.resolve(readBundleDirectory(directory)) };
  if (url === undefined) return {};
  const { clock, requestTimeoutMs: timeoutMs, signal } = common;
  return { bundle: () => readServedBundle({ url, fetch, timeoutMs, clock, signal, bypass: bypass.reveal() }) };
}

export type { PlatformAccess } from './platform-access.ts';
export type { PlatformNames } from './platform-names.ts';
