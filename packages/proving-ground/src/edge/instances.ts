import { Agent } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { OwnedProcess } from '../scope/owned-process.ts';
import { processEnv } from '../scope/process-env.ts';
import type { Scope } from '../scope/scope.ts';
import type { Served } from './target.ts';

/** The process behind a deployment, and the connections to it. */
export interface Instance {
  readonly port: number;
  readonly agent: Agent;
  readonly process: OwnedProcess;
  /** What its functions wrote, oldest first, at most 200 lines. */
  readonly log: readonly string[];
}

/** One process per deployment. It starts with the first request, as a function does, and stays. */
export class Instances {
  readonly #scope: Scope;
  /** Variables of all of them. */
  readonly #processEnv: Readonly<Record<string, string>>;
  readonly #started = new Map<string, Promise<Instance>>();

  constructor(scope: Scope, processEnv: Readonly<Record<string, string>>) {
    this.#scope = scope;
    this.#processEnv = processEnv;
  }

  /** Rejects where the process did not come up. */
  of(deployment: Served): Promise<Instance> {
    let instance = this.#started.get(deployment.id);
    if (instance === undefined) {
      instance = start(this.#scope, { ...deployment, env: processEnv(this.#processEnv, deployment.env) });
      // Whoever asked hears of it; nobody else needs to.
      instance.catch(() => undefined);
      this.#started.set(deployment.id, instance);
    }
    return instance;
  }

  /** Undefined where no request has started it yet. */
  get(deploymentId: string): Promise<Instance> | undefined {
    return this.#started.get(deploymentId);
  }
}

// The path holds from src/edge and from lib/edge.
const RUNNER = fileURLToPath(new URL('../../src/edge/build-output.mjs', import.meta.url));

async function start(scope: Scope, { output, env }: Served): Promise<Instance> {
  const owned = await scope.spawn(process.execPath, [RUNNER, output], {
    cwd: output,
    env: { PATH: process.env['PATH'], TZ: 'UTC', LANG: 'C.UTF-8', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    graceMs: 500,
  });
  const log: string[] = [];
  const keep = (line: string) => {
    log.push(line);
    if (log.length > 200) log.shift();
  };
  const { stdout, stderr } = owned.child;
  if (stderr !== null) createInterface(stderr).on('line', keep);
  const port = await new Promise<number>((resolve, reject) => {
    if (stdout === null) return reject(new Error('the function has no output to read'));
    createInterface(stdout).on('line', (line) => {
      const [, told] = /^lockstep: listening on (\d+)$/.exec(line) ?? [];
      if (told === undefined) keep(line);
      else resolve(Number(told));
    });
    void owned.ended.then(({ code }) => reject(new Error(`the function ended (${code}): ${log.join(' ')}`)));
  });
  return { port, agent: new Agent({ keepAlive: true }), process: owned, log };
}
