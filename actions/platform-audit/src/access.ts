import { resolve } from 'node:path';
import { type PlatformAccess, type PlatformNames, releaseTimes } from '@lockstep/action-kit/platform';
import type { Shell } from '@lockstep/action-shell';
import type { Inputs } from './inputs.ts';

/** What is missing is named as the input that gives it. */
export const INPUT_NAMES: PlatformNames = {
  vercel: { token: 'vercel-token', places: { project: 'vercel-project' } },
  supabase: { token: 'supabase-token', places: { project: 'supabase-project' } },
  github: { token: 'github-token', places: {} },
  stripe: { token: 'stripe-key', places: {} },
  sentry: { token: 'sentry-token', places: { organization: 'sentry-organization', project: 'sentry-project' } },
  bundle: 'bundle-directory or url',
};

/** What the inputs give access to. `functions`: whether the age of Edge Functions is looked at. */
export async function accessOf(values: Inputs, functions: boolean, shell: Shell): Promise<PlatformAccess> {
  const { env } = shell;
  const commit = values.commit || env.sha;
  const directory = values['bundle-directory'];
  const github = {
    token: values['github-token'],
    apiUrl: env.apiUrl,
    ...env.repository,
    environment: values['github-environment'],
  };
  const tools = { ...shell, requestTimeoutMs: values['request-timeout'] };
  return {
    vercel: {
      token: values['vercel-token'],
      project: values['vercel-project'],
      team: values['vercel-team'],
      apiUrl: values['vercel-api-url'],
    },
    supabase: {
      token: values['supabase-token'],
      project: values['supabase-project'],
      apiUrl: values['supabase-api-url'],
    },
    github,
    stripe: { token: values['stripe-key'], apiUrl: values['stripe-api-url'] },
    sentry: {
      token: values['sentry-token'],
      organization: values['sentry-organization'],
      project: values['sentry-project'],
      apiUrl: values['sentry-api-url'],
      drillSecret: values['sentry-drill-secret'],
    },
    bundle: {
      directory: directory === '' ? '' : resolve(env.workspace, directory),
      url: values.url,
      bypass: values['protection-bypass'],
    },
    release: {
      commit: commit || undefined,
      ...(await releaseTimes({ commit, workspace: env.workspace, functions }, github, tools)),
      sentryRelease: values['sentry-release'] || undefined,
    },
  };
}
