import { access, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readAppFolder, readManifest, upwards } from './app-folder.ts';
import { runCommand, searchPath } from './build-command.ts';
import { BuildFailure } from './build-failure.ts';
import { log } from './build-log.ts';
import { completeFunctions, materialise } from './materialise.ts';
import { isNextBuild, writeNextOutput } from './next-output.ts';
import { assignOwnNames } from './own-names.ts';
import { installCommand, planManager } from './package-manager.ts';
import type { BuildPlan } from './plans.ts';
import type { Cron, Deployment, ReadyState } from './state.ts';
import { pause, projectOf, type World } from './world.ts';

/** Takes a new deployment through its life, behind the answer. */
export function startBuild(world: World, id: string): void {
  const plan = world.builds.take();
  const stop = new AbortController();
  world.building.set(id, stop);
  const signal = AbortSignal.any([stop.signal, world.scope.signal]);
  const life = build(world, id, plan, signal).catch((error: unknown) => {
    if (signal.aborted) return;
    if (!(error instanceof BuildFailure)) throw error;
    log(world, id, 'stderr', `Error: ${error.message}`);
    const { code, message, step } = error;
    enter(world, id, 'ERROR', { error: { code, message, step }, readyStateReason: message });
  });
  world.background(life.finally(() => world.building.delete(id)));
}

async function build(world: World, id: string, plan: BuildPlan, signal: AbortSignal): Promise<void> {
  const end = plan.end ?? { state: 'READY' };
  if (end.state === 'BLOCKED') {
    const seatBlock = end.seatBlock === undefined ? {} : { seatBlock: end.seatBlock };
    return enter(world, id, 'BLOCKED', { readyStateReason: end.reason, ...seatBlock });
  }
  await pause(plan.queuedMs ?? 0, signal);
  enter(world, id, 'INITIALIZING');
  await pause(plan.initializingMs ?? 0, signal);
  enter(world, id, 'BUILDING', { buildingAt: world.store.stamp() });
  for (const line of plan.log ?? []) log(world, id, 'stdout', line);
  const made = await produce(world, id, signal);
  await pause(plan.buildingMs ?? 20, signal);
  signal.throwIfAborted();
  switch (end.state) {
    case 'CANCELED':
      return enter(world, id, 'CANCELED', { canceledAt: world.store.stamp(), readyStateReason: 'Canceled' });
    case 'ERROR':
      throw new BuildFailure(end.code, end.message, end.step);
    case 'READY': {
      const staged = world.store.now.deployments.get(id)?.target === 'production';
      const substate = staged ? { readySubstate: 'STAGED' as const } : {};
      enter(world, id, 'READY', { ...made, ...substate, readyAt: world.store.stamp() });
      if (end.aliasAssigned === true) world.store.patch('deployments', id, { aliasAssignedAt: world.store.stamp() });
      if (end.aliasError !== undefined) world.store.patch('deployments', id, { aliasError: end.aliasError });
      else assignOwnNames(world, id);
    }
  }
}

function enter(world: World, id: string, readyState: ReadyState, more: Partial<Deployment> = {}): void {
  world.store.patch('deployments', id, { ...more, readyState });
  log(world, id, 'deployment-state', readyState);
}

/** The Build Output of a deployment: as it came, or as its build command made it. */
async function produce(
  world: World,
  id: string,
  signal: AbortSignal,
): Promise<{ readonly output: string; readonly crons: readonly Cron[] }> {
  const deployment = world.store.now.deployments.get(id);
  if (deployment === undefined) throw new Error(`the stand-in lost deployment ${id}`);
  const output = deployment.output ?? (await makeOutput(world, deployment, signal));
  const config = await readFile(path.join(output, 'config.json'), 'utf8').catch(() => {
    throw new BuildFailure('MISSING_BUILD_OUTPUT', 'There is no `.vercel/output/config.json` in this deployment.');
  });
  const { version, crons = [] } = JSON.parse(config) as { version?: number; crons?: readonly Cron[] };
  if (version !== 3) throw new BuildFailure('INVALID_BUILD_OUTPUT', `Build Output version ${version} is not 3.`);
  return { output, crons };
}

async function makeOutput(world: World, deployment: Deployment, signal: AbortSignal): Promise<string> {
  const root = await materialise(world, deployment);
  const app = appOf(root, setting(deployment, 'rootDirectory') ?? projectOf(world, deployment).rootDirectory);
  const own = path.join(app.folder, OUTPUT);
  if (deployment.prebuilt) {
    // The CLI's output lies in the Root Directory where the link is the repository's, else where it was called.
    const output = (await exists(path.join(own, 'config.json'))) ? own : path.join(root, OUTPUT);
    await completeFunctions(root, output);
    return output;
  }
  if (!(await exists(app.folder)))
    throw new BuildFailure(
      'NOW_SANDBOX_WORKER_ROOTDIR_NOT_EXIST',
      `The specified Root Directory "${app.name}" does not exist. Please update your Project Settings.`,
    );
  await buildSource(world, { deployment, root, app: app.folder }, signal);
  await completeFunctions(root, own);
  return own;
}

const OUTPUT = '.vercel/output';

function appOf(root: string, rootDirectory: string | null): { readonly name: string; readonly folder: string } {
  return { name: rootDirectory ?? '.', folder: path.join(root, rootDirectory ?? '.') };
}

function setting(deployment: Deployment, name: string): string | undefined {
  const value = deployment.settings[name];
  return typeof value === 'string' ? value : undefined;
}

interface SourceBuild {
  readonly deployment: Deployment;
  /** What was sent, and the app in it. */
  readonly root: string;
  readonly app: string;
}

async function buildSource(world: World, { deployment, root, app }: SourceBuild, signal: AbortSignal): Promise<void> {
  const project = projectOf(world, deployment);
  const folder = readAppFolder(root, app, searchPath());
  const manager = planManager(folder);
  const install = setting(deployment, 'installCommand') ?? project.installCommand ?? undefined;
  if (manager.kind === 'missing' && install === undefined)
    throw new BuildFailure('PACKAGE_MANAGER_MISSING', manager.why, 'installStep');
  const { name, program, at } =
    manager.kind === 'found'
      ? { name: manager.manager, program: manager.program, at: manager.at }
      : { name: 'npm' as const, program: 'npm', at: 0 };
  const installs = install ?? installCommand(folder, name, program);
  if (installs !== undefined) {
    const cwd = install === undefined ? (upwards(app, root)[at] ?? app) : app;
    await runCommand(world, deployment, { command: installs, cwd, step: 'install' }, signal);
  }
  const script = readManifest(app).scripts?.['build'] === undefined ? undefined : `${program} run build`;
  const command = setting(deployment, 'buildCommand') ?? project.buildCommand ?? script;
  if (command !== undefined) await runCommand(world, deployment, { command, cwd: app, step: 'build' }, signal);
  const output = path.join(app, OUTPUT);
  if (await exists(path.join(output, 'config.json'))) return;
  if (isNextBuild(app)) return writeNextOutput(app, output);
  const directory = setting(deployment, 'outputDirectory') ?? project.outputDirectory ?? 'public';
  const site = (await exists(path.join(app, directory))) ? path.join(app, directory) : app;
  await mkdir(output, { recursive: true });
  await writeFile(path.join(output, 'config.json'), '{"version":3}');
  await symlink(site, path.join(output, 'static'));
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
