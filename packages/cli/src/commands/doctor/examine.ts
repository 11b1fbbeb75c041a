import { existsSync, statSync } from 'node:fs';
import { type Check, InputError, type NotVerified, SITE_PATH, type Verdict } from '@lockstep/base';
import { checkSettings, type Finding, packedSources, workflowsIn } from '@lockstep/starters';
import type { Call } from '../../command.ts';
import { repositoryIn, tokenOf } from '../../github-access.ts';
import type { OwnReason } from '../../own-reasons.ts';
import { tellChecks } from '../../tell-checks.ts';
import { githubAsker, vercelAsker } from './askers.ts';
import { healthChecks } from './health.ts';
import { type HealthPaths, pathsIn } from './paths.ts';

interface Question {
  readonly folder: string;
  readonly repository: string;
  readonly url: URL | undefined;
  readonly vercelApi: URL;
}

export async function examine(call: Call): Promise<Verdict> {
  const question = await questionOf(call);
  const { folder, repository, url } = question;
  const findings = await checkSettings(folder, repository, {
    sources: packedSources,
    github: githubAsker(repository, call.signal),
    vercel: vercelAsker(question.vercelApi, call.signal),
    server: process.env['GITHUB_SERVER_URL'] || 'https://github.com',
  });
  const health = url === undefined ? [] : await healthChecks(url, pathsOf(call, folder), call);
  return tellChecks(call, {
    ...{ subject: repository, tool: 'doctor' },
    checks: [...findings.flatMap(checkOf), ...health],
    notVerified: [...(url === undefined ? [NO_URL] : [])],
  });
}

const NO_URL: NotVerified = {
  ...{ id: 'health-route', what: 'the health routes of the app', because: 'no --url was given' },
  ...{ remedy: 'pass the address of the app with --url', chosen: true },
};

/** As the workflows have them, where no option says another one. */
function pathsOf(call: Call, folder: string): HealthPaths {
  const found = pathsIn(workflowsIn(folder).values());
  const [live, health] = [call.text('live-path'), call.text('health-path')];
  return {
    ...found,
    ...(live === '' ? {} : { live: [live] }),
    ...(health === '' ? {} : { health: [health], identity: [health] }),
  };
}

/** Throws InputError, all of it at once. */
async function questionOf(call: Call): Promise<Question> {
  const folder = call.text('in') || '.';
  const problems: string[] = [];
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new InputError(`--in: expected the folder of your repository, got "${folder}"`);
  const url = addressOf('url', call, problems);
  const vercelApi = addressOf('vercel-api-url', call, problems);
  for (const name of ['health-path', 'live-path'])
    if (call.text(name) !== '' && !SITE_PATH.test(call.text(name)))
      problems.push(`--${name}: expected a path that starts with one /, got "${call.text(name)}"`);
  if (workflowsIn(folder).size === 0)
    problems.push(`${folder}: no workflow of Lockstep is in .github/workflows: write them with "lockstep init"`);
  const repository = await repositoryIn(folder, call, problems);
  if (tokenOf().isEmpty)
    problems.push('GITHUB_TOKEN is not set: run it as GITHUB_TOKEN=$(gh auth token) lockstep doctor');
  if (problems.length > 0) throw new InputError(problems);
  return { folder, repository, url, vercelApi: vercelApi ?? new URL('https://api.vercel.com') };
}

function addressOf(name: string, call: Call, problems: string[]): URL | undefined {
  const text = call.text(name);
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url;
  problems.push(`--${name}: expected an address like https://shop.example, got "${text}"`);
  return undefined;
}

const TITLES: Readonly<Record<string, string>> = {
  'allowed-actions': 'The actions that the workflows use may be used',
  environment: 'The environment is there, and its reviewers are as the workflows expect',
  permission: 'The job that calls a workflow grants what it needs',
  'platform-policy': 'The policy of the platform can be read',
  'required-check': 'The check is required',
  secret: 'The secret is there',
  variable: 'The variable is there',
  'vercel-git-deployments': 'Vercel does not deploy to production on push',
  'vercel-project': 'The project is there',
  'vercel-rolling-releases': 'The project rolls out in stages where the workflow does, and nowhere else',
  workflow: 'The workflow can be understood',
};
const VERDICTS = { there: 'pass', missing: 'fail', unknown: 'unknown' } as const;
const REASONS: Readonly<Record<Finding['verdict'], OwnReason<'doctor'>>> = {
  ...{ there: 'as-needed', missing: 'missing', unknown: 'not-seen' },
};

function checkOf({ id, verdict, what, command, link }: Finding): readonly Check[] {
  return [
    {
      ...{ id, title: TITLES[id] ?? id, verdict: VERDICTS[verdict], reason: REASONS[verdict], what },
      ...{ measured: '', expected: '' },
      remedy: verdict === 'there' ? '' : [command, link].filter((one) => one !== undefined).join(' or '),
    },
  ];
}
