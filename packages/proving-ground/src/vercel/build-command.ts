import { delimiter } from 'node:path';
import { createInterface } from 'node:readline';
import { processEnv } from '../scope/process-env.ts';
import { BuildFailure } from './build-failure.ts';
import { log } from './build-log.ts';
import type { Deployment } from './state.ts';
import type { World } from './world.ts';

/** How the package managers of this machine find their registry, and what they may show there. */
const OF_THE_REGISTRY =
  /^npm_config_(.*registry|.*_auth(token)?|cafile|ca|cert|key|userconfig|globalconfig|cache|strict_ssl|(https?_)?proxy|noproxy)$/i;

export interface BuildCommand {
  readonly command: string;
  readonly cwd: string;
  /** `install` runs with this machine's own settings of its package managers. */
  readonly step: 'install' | 'build';
}

/** Runs a command of a build, line by line into its log. Throws BuildFailure where it ends with anything but 0. */
export async function runCommand(
  world: World,
  { id, env }: Pick<Deployment, 'id' | 'env'>,
  { command, cwd, step }: BuildCommand,
  signal: AbortSignal,
): Promise<void> {
  log(world, id, 'command', command);
  const owned = await world.scope.spawn('sh', ['-c', command], {
    cwd,
    env: {
      ...{ PATH: searchPath(), HOME: cwd, CI: '1' },
      ...(step === 'install' ? ofThisMachine() : {}),
      ...processEnv(world.processEnv, env),
    },
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

/** The machine's own, without the folders that a package manager put there for whoever started us. */
export function searchPath(): string {
  const folders = (process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin').split(delimiter);
  return folders.filter((folder) => !folder.includes('node_modules')).join(delimiter);
}

function ofThisMachine(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && (OF_THE_REGISTRY.test(name) || name === 'HOME') ? [[name, value] as const] : [],
  );
  return Object.fromEntries(entries);
}
