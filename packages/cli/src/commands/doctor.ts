import type { Verdict } from '@lockstep/base';
import type { Call, Command } from '../command.ts';
import { repositoryOption } from '../repository-option.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'shows which settings your workflows still need, and asks the health routes',
  details: `
Reads the workflows in the repository, and asks GitHub and Vercel whether what they need is there: secrets and variables by
name, environments and their reviewers, required checks, permissions, allowed actions, and Vercel's own deployments on push.
For each thing that is missing it shows the command that sets it, or the page. With --url it asks the health routes of the
app as a release does: whether they answer in a known format, are not cached, and name the build. It changes nothing.

Tokens come from the environment: GITHUB_TOKEN or GH_TOKEN, yours, not that of a workflow, which may read Administration,
Environments, Secrets and Variables; VERCEL_TOKEN, without which Vercel is not asked; VERCEL_AUTOMATION_BYPASS_SECRET for an
app behind Deployment Protection.

  GITHUB_TOKEN=$(gh auth token) VERCEL_TOKEN=… lockstep doctor --url https://shop.example

Ends with 0 where everything is there, 1 where something is missing, 2 where something could not be seen.`,
  arguments: [],
  options: [
    { name: 'in', value: 'FOLDER', meaning: 'the folder of your repository', absent: '.' },
    repositoryOption,
    { name: 'url', value: 'URL', meaning: 'address of the app, whose health routes are asked' },
    {
      name: 'health-path',
      value: 'PATH',
      meaning: 'the health route that names the build; by default those of the workflows, else /api/health',
    },
    {
      name: 'live-path',
      value: 'PATH',
      meaning: 'the route that says that the app runs; by default that of the workflows, else /api/health/live',
    },
    { name: 'vercel-api-url', value: 'URL', meaning: "where Vercel's API is", absent: 'https://api.vercel.com' },
  ],
  run: runDoctor,
};

async function runDoctor(call: Call): Promise<Verdict> {
  const { examine } = await import('./setup.ts');
  return await examine(call);
}
