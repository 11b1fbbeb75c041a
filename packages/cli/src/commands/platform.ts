import type { Verdict } from '@lockstep/base';
import type { Call, Command } from '../command.ts';

const COMMANDS = ['init', 'audit', 'snapshot', 'compare', 'restore-plan'] as const;

export const platform: Command = {
  name: 'platform',
  summary: 'compares how your services are configured with a policy file',
  details: `
COMMAND is one of:

  init          writes the policy from what is set now, and shows what is not as production should be
  audit         compares what is set with the policy
  snapshot      writes how everything is set, without any secret
  compare       shows what changed since a snapshot; settings that the policy pins fail
  restore-plan  shows how to bring everything back to a snapshot, as commands and settings in order

It only reads. Tokens come from the environment, so that no other user of this machine sees them: VERCEL_TOKEN,
SUPABASE_ACCESS_TOKEN, GITHUB_TOKEN, STRIPE_KEY, SENTRY_AUTH_TOKEN; for the event of the error drill also
LOCKSTEP_DRILL_SECRET. A service without a token is not asked.

  VERCEL_TOKEN=… lockstep platform init --vercel-project shop --vercel-team acme
  lockstep platform audit
  lockstep platform snapshot --snapshot state/platform.json

Ends with 0 where all is as the policy says, 1 where something is not, 2 where something is not known.`,
  arguments: [{ name: 'COMMAND', meaning: COMMANDS.join(', '), required: true, choices: COMMANDS }],
  options: [
    { name: 'policy', value: 'FILE', meaning: 'the policy', absent: '.lockstep/platform.yml' },
    { name: 'snapshot', value: 'FILE', meaning: 'the snapshot', absent: '.lockstep/platform.json' },
    {
      name: 'compare-with',
      value: 'FILE',
      of: ['audit'],
      meaning: 'snapshot of before; what the policy pins has to be as in it',
    },
    { name: 'vercel-project', value: 'NAME', meaning: 'project at Vercel; or VERCEL_PROJECT_ID' },
    { name: 'vercel-team', value: 'NAME', meaning: 'team at Vercel; or VERCEL_ORG_ID' },
    { name: 'supabase-project', value: 'REF', meaning: 'project at Supabase; or SUPABASE_PROJECT_ID' },
    { name: 'repository', value: 'OWNER/NAME', meaning: 'repository at GitHub; or GITHUB_REPOSITORY' },
    { name: 'environment', value: 'NAME', meaning: 'environment at GitHub', absent: 'production' },
    { name: 'sentry-organization', value: 'NAME', meaning: 'organization at Sentry; or SENTRY_ORG' },
    { name: 'sentry-project', value: 'NAME', meaning: 'project at Sentry; or SENTRY_PROJECT' },
    { name: 'commit', value: 'COMMIT', of: ['audit'], meaning: 'commit that is released', absent: 'HEAD' },
    { name: 'sentry-release', value: 'NAME', of: ['audit'], meaning: 'release whose error drill has to have arrived' },
    { name: 'bundle-directory', value: 'DIRECTORY', meaning: 'built files that browsers load' },
    { name: 'url', value: 'URL', meaning: 'page whose scripts are loaded instead' },
    { name: 'force', of: ['init'], meaning: 'replace a policy that is there' },
  ],
  run: async (call) => runPlatform(call),
};

async function runPlatform(call: Call): Promise<Verdict> {
  const command = call.text('COMMAND') as (typeof COMMANDS)[number];
  // With the engine, which no other command waits for.
  const { commands } = await import('./platform/commands.ts');
  return commands[command](call);
}
