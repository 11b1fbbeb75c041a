import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { InputError } from '@lockstep/base';
import type { Annotation } from '../console/annotation.ts';
import { createStepFiles, processStepFiles } from '../console/file-commands.ts';
import { Masker } from '../console/masker.ts';
import { StepConsole } from '../console/step-console.ts';
import { machineVariables } from '../machine/machine.ts';
import { actionNode } from '../machine/node-runtime.ts';
import { type ProcessRequest, startProcess } from '../machine/process.ts';
import { runnerTimes } from '../machine/times.ts';
import { readManifest } from '../parse/manifest.ts';
import {
  defaultGitHub,
  defaultRunner,
  type GitHubContext,
  githubVariables,
  runnerVariables,
} from '../plan/github-context.ts';
import { actionInputs, inputVariables } from '../step/action-inputs.ts';

export interface SpawnOptions {
  /** Which of the action's entry points to run (`main`). */
  readonly phase?: 'pre' | 'main' | 'post';
  /** Variables of the job and step, such as LOCKSTEP_JOURNAL. GITHUB_* and RUNNER_* are the runner's: use `github`. */
  readonly env?: Readonly<Record<string, string>>;
  /** What an earlier phase saved: `state` of its result. Becomes STATE_*. */
  readonly state?: Readonly<Record<string, string>>;
  /** Laid over the `github` context: `{ api_url, token, sha, … }`; becomes GITHUB_* and `${{ github.… }}`. */
  readonly github?: Readonly<Record<string, unknown>>;
  /** `job.status` in input defaults (success). */
  readonly jobStatus?: 'success' | 'failure' | 'cancelled';
  /** The workspace, in which the action is started; a fresh folder when absent. */
  readonly cwd?: string;
  /** RUNNER_TEMP; a fresh folder, removed after, when absent. Hand the same one to main and post to keep the journal. */
  readonly temp?: string;
  /** The Node.js to run it on (the action runtime, node24, where installed). */
  readonly node?: string;
  /** Aborting cancels the action as the runner does: SIGINT, 7.5 s, SIGTERM, 2.5 s, kill. */
  readonly signal?: AbortSignal;
  /** Multiplies the runner's waits (1). */
  readonly timeScale?: number;
  /**
   * Kills the process by this signal once a line of its output matches, or once `when` is true, such as that a service
   * was asked; without either, at once.
   */
  readonly kill?: {
    readonly signal: NodeJS.Signals;
    readonly afterLine?: RegExp;
    readonly when?: () => boolean;
    readonly delayMs?: number;
  };
  /** Shows `::debug::` lines in the log. */
  readonly debug?: boolean;
  /** Every line of the log, masked, as it comes. */
  readonly onLine?: (line: string) => void;
}

export interface SpawnedAction {
  /** The exit code; 128 + its number when a signal ended the process. */
  readonly status: number;
  readonly signal: NodeJS.Signals | undefined;
  /** How the runner would judge the step, before `continue-on-error`. */
  readonly outcome: 'success' | 'failure' | 'cancelled';
  readonly outputs: Readonly<Record<string, string>>;
  /** What it saved for its later phases, on top of `options.state`. */
  readonly state: Readonly<Record<string, string>>;
  /** What it exported with GITHUB_ENV. */
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  /** The step summary as it would be shown: masked, and '' when it was over 1 MiB. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** What the log shows: commands taken out, secrets masked. */
  readonly log: string;
  /** Every line as the process wrote it, commands and secrets included. */
  readonly output: string;
}

/**
 * Runs one JavaScript action, the one whose action.yml lies in `action`, as the runner spawns it: inputs with their
 * evaluated defaults, a clean environment, file commands, workflow commands. Throws InputError when there is no such
 * action or phase.
 */
export async function spawnAction(
  action: string,
  inputs: Readonly<Record<string, string>> = {},
  options: SpawnOptions = {},
): Promise<SpawnedAction> {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-action-'));
  try {
    return await spawnIn(folder, action, inputs, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function spawnIn(
  folder: string,
  action: string,
  inputs: Readonly<Record<string, string>>,
  options: SpawnOptions,
): Promise<SpawnedAction> {
  const { directory, template } = await readManifest(action);
  const name = basename(directory);
  const phase = options.phase ?? 'main';
  const script = template.runs.using.startsWith('node') && phase in template.runs ? scriptOf(template.runs, phase) : '';
  if (script === '')
    throw new InputError(`action ${name} has no ${phase} to run; look at runs: in ${directory}/action.yml`);

  const temp = options.temp ?? join(folder, 'temp');
  const workspace = options.cwd ?? join(folder, 'workspace');
  const home = join(folder, 'home');
  for (const path of [temp, workspace, home]) mkdirSync(path, { recursive: true });
  const files = createStepFiles(temp);
  const eventPath = join(folder, 'event.json');
  const github: GitHubContext = {
    ...defaultGitHub(),
    token: '',
    action: `__${name}`,
    workspace,
    ...options.github,
    event_path: eventPath,
    ...files,
  };
  writeFileSync(eventPath, JSON.stringify(github['event']));
  // A line to be killed after may be one of the debug log, which is written only where debugging is on.
  const debug = options.debug ?? options.kill?.afterLine !== undefined;
  const runner = defaultRunner(temp, join(folder, 'tools'), debug);
  const contexts = { github, runner, job: { status: options.jobStatus ?? 'success' }, strategy: {}, matrix: {} };
  const given = actionInputs(inputs, template, { contexts });

  const masker = new Masker();
  if (typeof github['token'] === 'string') masker.addSecret(github['token']);
  const console = new StepConsole({ masker, workspace, debug, onLine: options.onLine });
  for (const warning of given.warnings) console.warning(warning);
  const state = new Map(Object.entries(options.state ?? {}));
  const request: ProcessRequest = {
    file: options.node ?? actionNode(),
    args: [join(directory, script)],
    cwd: workspace,
    env: {
      ...machineVariables(home),
      ...options.env,
      ...Object.fromEntries([...state].map(([key, value]) => [`STATE_${key}`, value])),
      ...inputVariables(given.values),
      ...githubVariables(github),
      ...runnerVariables(runner),
    },
  };
  const { end, output, cancelled } = await watch(request, console, options);

  const [outputs, env] = [new Map<string, string>(), new Map<string, string>()];
  const path: string[] = [];
  let summary = '';
  const sink = {
    addPath: (entry: string) => path.push(entry),
    setEnv: (key: string, value: string) => env.set(key, value),
    summary: (markdown: string) => {
      summary = markdown;
    },
    saveState: (key: string, value: string) => state.set(key, value),
    setOutput: (key: string, value: string) => outputs.set(key, value),
  };
  processStepFiles(files, sink, console, masker);
  const failed = end.exitCode !== 0 || console.commandFailed;
  return {
    status: end.exitCode,
    signal: end.signal,
    outcome: cancelled ? 'cancelled' : failed ? 'failure' : 'success',
    outputs: Object.fromEntries([...console.outputs, ...outputs]),
    state: Object.fromEntries([...state, ...console.state]),
    env: Object.fromEntries(env),
    path,
    summary,
    annotations: console.annotations,
    log: console.lines.join('\n'),
    output: output.join('\n'),
  };
}

/** How often `kill.when` is asked. */
const LOOK_EVERY_MS = 10;

async function watch(request: ProcessRequest, console: StepConsole, options: SpawnOptions) {
  const output: string[] = [];
  const { kill, signal } = options;
  const strike = () => {
    if (kill !== undefined) setTimeout(() => running.signal(kill.signal), kill.delayMs ?? 0);
  };
  let struck = false;
  const running = startProcess(
    request,
    (line) => {
      output.push(line);
      console.receive(line);
      if (struck || kill?.afterLine === undefined || !kill.afterLine.test(line)) return;
      struck = true;
      strike();
    },
    runnerTimes(options.timeScale),
  );
  const looking = kill?.when === undefined ? undefined : setInterval(lookForIt, LOOK_EVERY_MS);
  function lookForIt(): void {
    if (struck || kill?.when?.() !== true) return;
    struck = true;
    strike();
  }
  if (kill !== undefined && kill.afterLine === undefined && kill.when === undefined) strike();
  let cancelling: Promise<void> | undefined;
  const cancel = () => {
    cancelling ??= running.cancel();
  };
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted === true) cancel();
  const end = await running.ended.finally(() => {
    clearInterval(looking);
    signal?.removeEventListener('abort', cancel);
  });
  await cancelling;
  running.release();
  return { end, output, cancelled: cancelling !== undefined };
}

function scriptOf(runs: object, phase: 'pre' | 'main' | 'post'): string {
  const script: unknown = Reflect.get(runs, phase);
  return typeof script === 'string' ? script : '';
}
