import { access, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { BuildFailure } from './build-failure.ts';
import { log } from './build-log.ts';
import { assignOwnNames } from './live.ts';
import { completeFunctions, materialise } from './materialise.ts';
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
  const output = path.join(root, '.vercel/output');
  if (!deployment.prebuilt) await buildSource(world, deployment, root, signal);
  await completeFunctions(root, output);
  return output;
}

async function buildSource(world: World, deployment: Deployment, root: string, signal: AbortSignal): Promise<void> {
  const project = projectOf(world, deployment);
  const setting = (name: string) => {
    const value = deployment.settings[name];
    return typeof value === 'string' ? value : undefined;
  };
  const command = setting('buildCommand') ?? project.buildCommand ?? (await ownBuildScript(root));
  if (command !== undefined) await run(world, deployment, root, command, signal);
  const output = path.join(root, '.vercel/output');
  if (await exists(path.join(output, 'config.json'))) return;
  const folder = setting('outputDirectory') ?? project.outputDirectory ?? 'public';
  const site = (await exists(path.join(root, folder))) ? path.join(root, folder) : root;
  await mkdir(output, { recursive: true });
  await writeFile(path.join(output, 'config.json'), '{"version":3}');
  await symlink(site, path.join(output, 'static'));
}

async function ownBuildScript(root: string): Promise<string | undefined> {
  const manifest = await readFile(path.join(root, 'package.json'), 'utf8').catch(() => '{}');
  const { scripts } = JSON.parse(manifest) as { scripts?: Readonly<Record<string, string>> };
  return scripts?.['build'] === undefined ? undefined : 'npm run build';
}

async function run(world: World, { id, env }: Deployment, cwd: string, command: string, signal: AbortSignal) {
  log(world, id, 'command', command);
  const owned = await world.scope.spawn('sh', ['-c', command], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, CI: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => void owned.stop();
  signal.addEventListener('abort', stop, { once: true });
  const { stdout, stderr } = owned.child;
  const read = async (stream: NodeJS.ReadableStream | null, type: 'stdout' | 'stderr') => {
    if (stream !== null) for await (const line of createInterface(stream)) log(world, id, type, line);
  };
  const [end] = await Promise.all([owned.ended, read(stdout, 'stdout'), read(stderr, 'stderr')]);
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  // The code is that of @vercel/build-utils' spawnAsync, which runs the command on the platform.
  if (end.code !== 0)
    throw new BuildFailure(
      `BUILD_UTILS_SPAWN_${end.code ?? end.signal}`,
      `Command "${command}" exited with ${end.code}`,
    );
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
