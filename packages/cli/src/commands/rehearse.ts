import type { Command } from '../command.ts';
import { LOCAL_HELP, postgresOption } from '../local-database.ts';

export const rehearse: Command = {
  name: 'rehearse',
  summary: 'releases commits of your repository on this machine, by your own workflow',
  details: `
Starts a real PostgreSQL, an edge with your app in real processes, and stand-ins for Vercel, GitHub and Slack, and runs your
workflow there with the actions that GitHub would run. It needs bash, git and the package @lockstep-ci/rehearse, which is found in
your project or next to this command:

  npx --package @lockstep-ci/cli --package @lockstep-ci/rehearse lockstep rehearse

It connects to nothing outside of this machine but the registry from which your lockfile installs; if something would, the
rehearsal stops and names it. That covers Node.js programs, git, and programs that use a proxy, such as curl; a program that
connects directly, such as psql or ssh, is not covered. ${LOCAL_HELP}

The first workflow runs for each commit, and those after it once, on the newest commit: a release and then a rollback, a stage
and then a promotion. Services, times, names and tokens of the rehearsal are set automatically. For a
workflow with strategy: rolling, rolling releases are on, with stages of 10 % and 50 %.

  lockstep rehearse --last 2
  lockstep rehearse apps/shop --uncommitted --env 'POSTGRES_URL=$DATABASE_URL'

  --input REQUEST          in an input or a comment, the word REQUEST is the newest request for an approval
  --comment                a comment of another user that starts the workflow: '/approve-release REQUEST'
  --env NAME=VALUE         DATABASE_URL is set already, and '$DATABASE_URL' is its value
  --env .env.rehearsal     a file with such lines; real secrets are not needed, and are warned of

Ends with 0 where the last run succeeded, 1 where it did not, 64 where there is nothing to rehearse.`,
  arguments: [{ name: 'FOLDER', meaning: 'the folder of the repository; by default this one', required: false }],
  options: [
    { name: 'last', value: 'NUMBER', meaning: 'releases so many of the newest commits, one by one', absent: '1' },
    { name: 'uncommitted', meaning: 'includes what is not committed' },
    {
      name: 'workflow',
      value: 'PATH',
      many: true,
      meaning: 'which workflow, instead of .github/workflows/lockstep-release.yml; may be repeated',
    },
    { name: 'event', value: 'NAME', meaning: 'what starts the last of them, where it runs on several: push, …' },
    { name: 'input', value: 'NAME=VALUE', many: true, meaning: 'an input of "Run workflow"; may be repeated' },
    { name: 'comment', value: 'TEXT', meaning: 'the comment that starts it' },
    { name: 'with', value: 'INPUT=VALUE', many: true, meaning: 'an input of ours, in place of that of the workflow' },
    { name: 'secret', value: 'NAME=VALUE', many: true, meaning: 'a secret of the repository' },
    { name: 'var', value: 'NAME=VALUE', many: true, meaning: 'a variable of the repository' },
    { name: 'env', value: 'NAME=VALUE', many: true, meaning: 'a variable of the project at Vercel; or a file of them' },
    { name: 'root-directory', value: 'FOLDER', meaning: 'Root Directory of the project at Vercel: apps/web' },
    { name: 'mirror', value: 'OWNER/NAME', many: true, meaning: 'where your workflows find Lockstep' },
    {
      name: 'action',
      value: 'OWNER/NAME=FOLDER',
      many: true,
      meaning: 'an action of another owner, by its folder here',
    },
    { name: 'keep', meaning: 'keeps everything running until Ctrl-C' },
    postgresOption,
  ],
  run: async (call) => (await import('./rehearse/run.ts')).runRehearsal(call),
};
