import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { vercelClient } from '@lockstep/action-kit/vercel';
import { defineAction, type Outcome, type PostShell, type Shell } from '@lockstep/action-shell';
import { count, formatDuration, InputError } from '@lockstep/base';
import {
  cancelBuild,
  collectFiles,
  createDeployment,
  type Deployment,
  type DeploymentRoot,
  findAttempt,
  findRoot,
  newAttempt,
  originOf,
  readProject,
  type VercelApi,
  type VercelProject,
  waitForBuild,
} from '@lockstep/vercel';
import { gitFactsOf } from './git-metadata.ts';
import { isShown, openOnGitHub, reportToGitHub } from './github-deployment.ts';
import { type Inputs, inputs, metaOf, problemsOf, variablesOf } from './inputs.ts';
import { outcomeOf } from './outcome.ts';
import type { Reason } from './reasons.ts';
import { deploySummary } from './summary.ts';

export const action = defineAction({
  name: 'vercel-deploy',
  inputs,
  check: problemsOf,
  run,
  post: { when: 'undo', run: cancel },
});

/** What the post step needs to find a build that main left running. */
interface Begun {
  readonly projectId: string;
  readonly attempt: string;
  readonly deploymentId?: string;
  /** The id of the GitHub Deployment that shows it. */
  readonly shown?: number;
  /** Whether its end was reported there. */
  readonly ended?: boolean;
}

const BEGUN = 'deployment';

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const directory = await folderOf(values, shell);
  const api = vercelClient(values, shell);
  const project = await readProject(api, values['vercel-project']);
  const root = await rootFor(values, project, directory, shell);
  const prebuilt = root.built !== undefined;
  const { files, archived, warning } = await collectFiles({
    directory: root.directory,
    prebuilt,
    archive: values['upload-archive'],
    ...(root.built === undefined ? {} : { built: root.built }),
  });
  if (warning !== undefined) shell.log.warning(warning);
  const staged = values.target === 'production' && values.staged;
  const what = `${archived ? 'an archive' : count(files.length, 'file')} (${megabytes(files)})${prebuilt ? ', prebuilt,' : ''} to ${values.target}${staged ? ', without traffic' : ''}`;
  shell.log.info(`${project.name}: deploying ${what}`);
  warnOfTraffic(values, project, shell);
  if (values['dry-run'])
    return { verdict: 'pass', reason: 'dry-run', message: `would deploy ${what}; nothing was sent` };

  const env = variablesOf(values);
  for (const value of Object.values(env)) shell.mask(value);
  const git = gitFactsOf(shell.env, values['commit-sha']);
  const shown = isShown(values, shell) ? await openOnGitHub(values, shell, git.commit) : undefined;
  const begun: Begun = { projectId: project.id, attempt: newAttempt(), ...(shown === undefined ? {} : { shown }) };
  shell.state.save(BEGUN, begun);
  shell.journal?.began('vercel-deploy', begun);
  const started = shell.clock.now();
  const created = await createDeployment(api, {
    projectId: project.id,
    projectName: project.name,
    target: values.target,
    staged,
    prebuilt,
    files,
    meta: { ...git.meta, ...metaOf(values) },
    env,
    gitMetadata: git.metadata,
    attempt: begun.attempt,
  });
  shell.state.save(BEGUN, { ...begun, deploymentId: created.id } satisfies Begun);
  shell.log.info(`created ${created.id}: ${created.inspectorUrl ?? originOf(created.url)}`);
  const end = await waitForBuild(api, created, started + values['build-timeout']);
  const { lines = [], ...outcome } = await outcomeOf(api, end, values['build-timeout'], shell);
  const tookMs = shell.clock.now() - started;
  shell.log.info(`${end.deployment.readyState} after ${formatDuration(tookMs)}`);
  const { target } = values;
  const { commit } = git;
  shell.summary.add(deploySummary({ ...outcome, deployment: end.deployment, target, staged, commit, tookMs, lines }));
  if (outcome.verdict === 'pass') shell.journal?.finished('vercel-deploy', { deployment: created.id });
  const outputs = outputsOf(end.deployment, git.commit);
  const state = { pass: 'success', fail: 'failure', unknown: 'error' } as const;
  await reportToGitHub(values, shell, shown, {
    state: state[outcome.verdict],
    description: outcome.reason,
    url: outputs['deployment-url'],
  });
  shell.state.save(BEGUN, { ...begun, deploymentId: created.id, ended: true } satisfies Begun);
  return { ...outcome, outputs };
}

function outputsOf(deployment: Deployment, commit: string): Record<string, string> {
  return {
    'deployment-id': deployment.id,
    'deployment-url': originOf(deployment.url),
    'inspector-url': deployment.inspectorUrl ?? '',
    'commit-sha': commit,
  };
}

async function folderOf(values: Inputs, shell: Shell): Promise<string> {
  const directory = resolve(shell.env.workspace, values.directory);
  const found = await stat(directory).catch(() => undefined);
  if (found?.isDirectory() !== true)
    throw new InputError(`input "directory": ${directory} is not a folder; check out the repository first`);
  return directory;
}

async function rootFor(
  values: Inputs,
  project: VercelProject,
  directory: string,
  shell: Shell,
): Promise<DeploymentRoot> {
  const { rootDirectory } = project;
  const { workspace } = shell.env;
  const root = await findRoot({ workspace, directory, rootDirectory, prebuilt: values.prebuilt }, values.target);
  const place = relative(workspace, root.directory) || 'the checkout';
  if (rootDirectory !== undefined)
    shell.log.info(`sending files from ${place}; Root Directory of ${project.name}: ${rootDirectory}`);
  return root;
}

function warnOfTraffic(values: Inputs, project: VercelProject, shell: Shell): void {
  if (values.target !== 'production' || values.staged) return;
  if (project.autoAssign)
    shell.log.warning('staged: false: users get this build as soon as it is ready, without any gate');
  else shell.log.warning(`${project.name} does not assign production domains automatically: this build stays staged`);
}

function megabytes(files: readonly { readonly size: number }[]): string {
  return `${(files.reduce((sum, file) => sum + file.size, 0) / 1e6).toFixed(1)} MB`;
}

/** Cancels a build that is still running after its job, and says so where there is nothing to cancel. */
async function cancel(values: Inputs, shell: PostShell): Promise<Outcome<Reason> | undefined> {
  const begun = shell.state.get(BEGUN) as Begun | undefined;
  if (begun === undefined) return undefined;
  const live = values.target === 'production' && !values.staged;
  const outcome = await endBuild(vercelClient(values, shell), begun, live);
  if (begun.ended !== true)
    await reportToGitHub(values, shell, begun.shown, { state: 'error', description: outcome.reason });
  return outcome;
}

async function endBuild(api: VercelApi, begun: Begun, live: boolean): Promise<Outcome<Reason>> {
  const nothing = (message: string): Outcome<Reason> => ({ verdict: 'pass', reason: 'nothing-to-cancel', message });
  const id = begun.deploymentId ?? (await findAttempt(api, begun.projectId, begun.attempt))?.id;
  if (id === undefined) return nothing('no deployment was created');
  const { cancelled, deployment } = await cancelBuild(api, id);
  if (cancelled)
    return { verdict: 'pass', reason: 'build-cancelled-by-undo', message: `the build of ${id} was cancelled` };
  if (deployment.readyState === 'READY')
    return nothing(
      live
        ? `${id} is live; restore the release before it with the rollback action`
        : `${id} is built and has no traffic`,
    );
  if (['ERROR', 'CANCELED'].includes(deployment.readyState)) return nothing(`${id} is ${deployment.readyState}`);
  return {
    verdict: 'unknown',
    reason: 'build-not-cancelled',
    message: `${id} is still ${deployment.readyState}; cancel it at ${deployment.inspectorUrl ?? deployment.url}`,
  };
}
