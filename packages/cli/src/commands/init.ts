import type { Sources } from '@lockstep/starters';
import type { Command } from '../command.ts';

/** `sources`: the starters of a checkout, where not those that the package carries are to be written. */
export function initCommand(sources?: Sources): Command {
  return {
    name: 'init',
    summary: 'sets up releases: writes the workflows into your repository',
    details: `
STARTERS are workflows with commas between them, such as release,rollback,recover; where none is named, all that need no
settings of their own. On a terminal it asks for what is not given (arrow keys choose), shows what changes, and writes after a
yes; elsewhere it takes options alone. What it proposes it has from the repository: .vercel/project.json, the lock file, workspaces with
Next.js apps, the branch from git. A workflow that is there and differs is never replaced without --force. It writes all
files or none.

  --apps web=apps/web,admin=apps/admin   a release of its own for each; the first one brings the migrations
  --environments staging,production      each push is released to the first, people promote to the next
  --approvals reviewers                  the last environment waits for reviewers of the environment NAME-approval
  --approvals two-person                 one person asks for the release, another one approves it
  --strategy rolling                     the last environment gives a release to its users by stages (rolling releases)
  --with INPUT=VALUE                     an input of the called workflows; NAME:INPUT=VALUE for one app or environment

  lockstep init release,rollback,recover --vercel-project shop --vercel-team acme --production-url https://shop.example
  lockstep init --dry-run

  --documents                            templates of the documents that people keep (docs/compliance), their list and the map of
                                         controls (.lockstep); what is there already is kept, also with --force. Where no
                                         STARTERS are named, nothing else

  lockstep init evidence --documents     both, and the workflow that judges them each month

Then "lockstep doctor" shows which settings are missing. Ends with 0 where the workflows are there, 64 where nothing could be
written.`,
    arguments: [{ name: 'STARTERS', meaning: 'which workflows', required: false }],
    options: [
      { name: 'into', value: 'FOLDER', meaning: 'the folder of your repository', absent: '.' },
      { name: 'vercel-project', value: 'NAME', meaning: 'project at Vercel, by id or name' },
      { name: 'vercel-team', value: 'NAME', meaning: 'team at Vercel, by id or slug; empty for a personal project' },
      { name: 'production-url', value: 'URL', meaning: 'address of the app' },
      { name: 'apps', value: 'LIST', meaning: 'apps that are released on their own, NAME=FOLDER' },
      { name: 'environments', value: 'NAMES', meaning: 'environments in their order; by default production' },
      {
        name: 'approvals',
        value: 'WHO',
        meaning: 'who lets a release happen; by default none',
        choices: ['none', 'reviewers', 'two-person'],
      },
      {
        name: 'strategy',
        value: 'HOW',
        meaning: 'how users get a release: all at once (promote), or by the stages of a rolling release',
        choices: ['promote', 'rolling'],
      },
      {
        name: 'package-manager',
        value: 'NAME',
        meaning: 'what installs packages for the gates; by default what the lock file says',
        choices: ['auto', 'npm', 'pnpm', 'yarn', 'yarn-classic', 'bun', 'none'],
      },
      { name: 'documents', meaning: 'writes templates of documents, their list, and the map of controls' },
      {
        name: 'frameworks',
        value: 'NAMES',
        meaning: 'with --documents: whose controls are in the map; by default hipaa,gdpr,soc-2,readiness',
      },
      { name: 'with', value: 'INPUT=VALUE', meaning: 'an input of the called workflows; may be repeated', many: true },
      { name: 'branch', value: 'NAME', meaning: 'the branch that is released, instead of asking git' },
      { name: 'named', value: 'NAME', meaning: 'a set of its own next to others: lockstep-release-NAME.yml' },
      { name: 'plain-steps', meaning: 'writes every step into the file itself, and calls no workflow of ours' },
      { name: 'ref', value: 'REF', meaning: 'version of the workflows: v1, v1.2.3 or a whole commit id', absent: 'v1' },
      {
        name: 'mirror',
        value: 'OWNER/NAME',
        meaning: 'where the toolkit is, on a server of your own',
        absent: 'lockstep-ci/lockstep',
      },
      { name: 'older-server', meaning: 'leaves out what GitHub Enterprise Server does not know' },
      { name: 'force', meaning: 'replaces workflows that are there and differ' },
      { name: 'dry-run', meaning: 'shows what would change, and writes nothing' },
      { name: 'yes', meaning: 'asks nothing' },
    ],
    run: async (call) => {
      const { runInit } = await import('./setup.ts');
      return await runInit(call, sources);
    },
  };
}

export const init = initCommand();
