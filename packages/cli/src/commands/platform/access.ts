import { type PlatformNames, platformWorld, releaseTimes } from '@lockstep/action-kit/platform';
import { InputError, Secret, silent, systemClock } from '@lockstep/base';
import type { PlatformWorld } from '@lockstep/platform';
import type { Call } from '../../command.ts';
import { commitNamed, noCommit } from '../../git.ts';

/** What a snapshot holds; what was built is no setting. */
export const SERVICES = ['vercel', 'supabase', 'github', 'stripe', 'sentry'] as const;
export const SECTIONS = [...SERVICES, 'bundle'] as const;

/** What is missing is named as the variable or option that gives it. */
const NAMES: PlatformNames = {
  vercel: { token: 'VERCEL_TOKEN', places: { project: '--vercel-project (or VERCEL_PROJECT_ID)' } },
  supabase: { token: 'SUPABASE_ACCESS_TOKEN', places: { project: '--supabase-project (or SUPABASE_PROJECT_ID)' } },
  github: { token: 'GITHUB_TOKEN', places: { repository: '--repository (or GITHUB_REPOSITORY)' } },
  stripe: { token: 'STRIPE_KEY', places: {} },
  sentry: {
    token: 'SENTRY_AUTH_TOKEN',
    places: { organization: '--sentry-organization (or SENTRY_ORG)', project: '--sentry-project (or SENTRY_PROJECT)' },
  },
  bundle: '--bundle-directory or --url',
};

const from = (name: string): string => process.env[name] ?? '';
const given = (call: Call, option: string, variable: string): string => call.text(option) || from(variable);
const secret = (name: string): Secret => new Secret(from(name));

/** Empty where no one named one and git knows none here. Throws InputError. */
async function commitOf(call: Call): Promise<string> {
  const asked = call.text('commit') || 'HEAD';
  const commit = await commitNamed(asked, call);
  if (commit === undefined && asked !== 'HEAD') throw new InputError(noCommit(asked));
  return commit ?? '';
}

/** What the options and the environment give access to. */
export async function worldOf(call: Call, sections: readonly string[]): Promise<PlatformWorld> {
  const [owner = '', repo = ''] = repositoryOf(call).split('/');
  const url = call.text('url');
  if (url !== '' && !URL.canParse(url))
    throw new InputError('--url: expected an address like https://shop.example.com/login');
  const github = {
    token: secret('GITHUB_TOKEN'),
    apiUrl: address('GITHUB_API_URL', 'https://api.github.com').href.replace(/\/$/, ''),
    owner,
    repo,
    environment: call.text('environment') || 'production',
  };
  const tools = { clock: systemClock, log: silent, signal: call.signal, requestTimeoutMs: 10_000 };
  const commit = await commitOf(call);
  return platformWorld(
    {
      vercel: {
        token: secret('VERCEL_TOKEN'),
        project: given(call, 'vercel-project', 'VERCEL_PROJECT_ID'),
        team: given(call, 'vercel-team', 'VERCEL_ORG_ID'),
        apiUrl: address('VERCEL_API_URL', 'https://api.vercel.com'),
      },
      supabase: {
        token: secret('SUPABASE_ACCESS_TOKEN'),
        project: given(call, 'supabase-project', 'SUPABASE_PROJECT_ID'),
        apiUrl: address('SUPABASE_API_URL', 'https://api.supabase.com'),
      },
      github,
      stripe: { token: secret('STRIPE_KEY'), apiUrl: address('STRIPE_API_URL', 'https://api.stripe.com') },
      sentry: {
        token: secret('SENTRY_AUTH_TOKEN'),
        organization: given(call, 'sentry-organization', 'SENTRY_ORG'),
        project: given(call, 'sentry-project', 'SENTRY_PROJECT'),
        apiUrl: address('SENTRY_URL', 'https://sentry.io'),
        drillSecret: secret('LOCKSTEP_DRILL_SECRET'),
      },
      bundle: {
        directory: call.text('bundle-directory'),
        url: url === '' ? undefined : new URL(url),
        bypass: secret('VERCEL_AUTOMATION_BYPASS_SECRET'),
      },
      release: {
        commit: commit || undefined,
        ...(await releaseTimes(
          { commit, workspace: process.cwd(), functions: sections.includes('supabase') },
          github,
          tools,
        )),
        sentryRelease: call.text('sentry-release') || undefined,
      },
    },
    { ...tools, sections, names: NAMES },
  );
}

export function placeOf(call: Call) {
  return {
    vercelProject: given(call, 'vercel-project', 'VERCEL_PROJECT_ID'),
    vercelTeam: given(call, 'vercel-team', 'VERCEL_ORG_ID'),
    supabaseRef: given(call, 'supabase-project', 'SUPABASE_PROJECT_ID'),
    repository: repositoryOf(call),
  };
}

function repositoryOf(call: Call): string {
  const name = given(call, 'repository', 'GITHUB_REPOSITORY');
  if (name !== '' && !/^[\w.-]+\/[\w.-]+$/.test(name))
    throw new InputError(`--repository "${name}": expected OWNER/NAME`);
  return name;
}

function address(variable: string, absent: string): URL {
  const text = from(variable) || absent;
  if (!URL.canParse(text)) throw new InputError(`${variable}: expected an address`);
  return new URL(text);
}
