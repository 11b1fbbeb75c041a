import type { Command } from '../command.ts';
import { repositoryOption } from '../repository-option.ts';

export const releases: Command = {
  name: 'releases',
  summary: 'lists the releases: what is live, what waits, and what can be rolled back to',
  details: `
Reads the ledger, which is in the deployments of the repository at GitHub, and changes nothing. "live" is what the ledger
says that users have; whether Vercel serves it, and still has the deployment of an older release, the rollback itself asks.
"previous" is where a rollback without further words goes to; each release that is marked with "yes" can be named instead.

A token comes from GITHUB_TOKEN or GH_TOKEN, from --token-file, or is asked for on a terminal. It needs Actions: read and
Deployments: read.

  GITHUB_TOKEN=$(gh auth token) lockstep releases
  lockstep releases --environment staging --number 30 --json

Ends with 0 where the next release can begin, 1 where something is in its way or needs a decision, 2 where the ledger could
not be read.`,
  arguments: [],
  options: [
    { name: 'environment', value: 'NAME', meaning: 'environment at GitHub', absent: 'production' },
    { name: 'service', value: 'NAME', meaning: 'which of several services of the environment' },
    { name: 'number', value: 'NUMBER', meaning: 'how many of the newest releases are shown', absent: '10' },
    { name: 'in', value: 'FOLDER', meaning: 'the folder of your repository', absent: '.' },
    repositoryOption,
    { name: 'token-file', value: 'FILE', meaning: 'file with a token for GitHub; - reads standard input' },
    {
      name: 'ledger-creator',
      value: 'LOGIN',
      meaning: 'whose records count: the login that the workflows write with',
      absent: 'github-actions[bot]',
    },
  ],
  run: async (call) => (await import('./releases/list.ts')).listReleases(call),
};
