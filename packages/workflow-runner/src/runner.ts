import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { InputError } from '@lockstep/base';
import type { ArtifactStore } from './builtin/artifact-store.ts';
import { builtinActions } from './builtin/index.ts';
import { leftovers } from './machine/leftovers.ts';
import type { Sources } from './parse/sources.ts';
import { findUnsupported } from './parse/unsupported.ts';
import { loadWorkflow } from './parse/workflow-file.ts';
import { ConcurrencyGroups, readConcurrency } from './plan/concurrency.ts';
import { checkPermissions, type Frame } from './plan/frame.ts';
import { dispatchInputs } from './plan/inputs.ts';
import type { RunOptions } from './plan/options.ts';
import { defaultPermissions } from './plan/permissions.ts';
import { everything, planRerun } from './plan/rerun.ts';
import { type Conclusion, concludeAll, type RunResult } from './plan/result.ts';
import { runGitHub } from './plan/run-github.ts';
import type { Strike } from './plan/strikes.ts';
import type { Repository } from './repository.ts';
import { ActiveRun } from './run/active-run.ts';
import { CancelledBeforeStart } from './run/before-start.ts';
import { runWorkflowJobs } from './run/workflow-run.ts';

/** A run that goes on. */
export interface WorkflowRun {
  readonly runId: string;
  readonly result: Promise<RunResult>;
  /** Cancels it as a person does on GitHub: steps are signalled, post steps run, for 4:45 at most. */
  cancel(): void;
  /** Kills every process of it at once. */
  destroy(): void;
  /** Planted strikes that never hit. */
  readonly missed: readonly Strike[];
}

/** A repository's runner: runs of one instance share their concurrency groups, and find each other's artifacts. */
export class Runner {
  readonly #groups = new ConcurrencyGroups();
  readonly #runs = new Set<ActiveRun>();
  readonly #artifacts = new Map<string, ArtifactStore>();

  /**
   * Starts a workflow. Throws InputError, before anything has run, for a workflow that GitHub's parser refuses, that
   * uses what is not modelled here, or that gets the wrong inputs; each problem names file and line.
   */
  async start(options: RunOptions): Promise<WorkflowRun> {
    const workspace = repositoryOf(options.repository);
    const sources: Sources = {
      workspace,
      actions: { ...builtinActions, ...options.actions },
      selfReferences: options.selfReferences ?? true,
      services: options.services ?? {},
    };
    const workflow = await loadWorkflow(workspace, options.workflow, sources);
    const event = options.event?.name ?? 'workflow_dispatch';
    if (!workflow.events.includes(event))
      throw new InputError(`${workflow.path} does not run on ${event}; it runs on ${workflow.events.join(', ')}`);
    const unsupported = await findUnsupported(workflow, sources);
    if (unsupported.length > 0) throw new InputError(unsupported);
    checkPermissions(workflow, undefined, options.defaultPermissions ?? defaultPermissions);
    const inputs = event === 'workflow_dispatch' ? dispatchInputs(workflow.dispatchInputs, options.inputs ?? {}) : {};
    const plan = options.rerun === undefined ? everything : planRerun(workflow, options.rerun);
    const given = options.rerun?.of.runId ?? options.github?.['run_id'];
    const runId = String(given ?? Math.floor(1e9 + Math.random() * 9e9));

    const folder = runFolder(options.folder);
    const run = new ActiveRun({
      options,
      sources,
      groups: this.#groups,
      folder: folder.path,
      runId,
      github: runGitHub(options, sources, workflow, runId),
      plan,
      artifactsOf: (other) => this.#artifacts.get(other),
    });
    this.#artifacts.set(runId, run.artifacts);
    const frame: Frame = {
      workflow,
      inputs,
      secrets: { values: options.secrets ?? {}, open: true },
      ceiling: undefined,
      prefix: { id: '', name: '' },
      holders: [run],
      cancelled: new AbortController().signal,
    };
    this.#runs.add(run);
    const result = runToEnd(run, frame).finally(() => {
      this.#runs.delete(run);
      folder.dispose();
    });
    result.catch(() => undefined);
    return {
      runId,
      result,
      cancel: () => run.cancel('The run was canceled by @octocat.'),
      destroy: () => run.destroy(),
      get missed() {
        return run.strikes.missed;
      },
    };
  }

  /** Starts a workflow and waits for its end. */
  async run(options: RunOptions): Promise<RunResult> {
    return (await this.start(options)).result;
  }

  /** Kills every process of every run. */
  destroy(): void {
    for (const run of this.#runs) run.destroy();
  }
}

/** Runs a workflow to its end, with a runner of its own. */
export function runWorkflow(options: RunOptions): Promise<RunResult> {
  return new Runner().run(options);
}

async function runToEnd(run: ActiveRun, frame: Frame): Promise<RunResult> {
  const { options, runId } = run;
  const onAbort = () => run.cancel('The run was canceled.');
  options.signal?.addEventListener('abort', onAbort, { once: true });
  if (options.signal?.aborted === true) onAbort();
  run.emit({ type: 'run-started', runId, workflow: frame.workflow.name });
  let conclusion: Conclusion = 'cancelled';
  try {
    const scope = { contexts: { github: run.github, inputs: frame.inputs, vars: options.vars ?? {} } };
    const leave = await run.enter(readConcurrency(frame.workflow.concurrency, scope), run, run.cancelled, '');
    try {
      const results = await runWorkflowJobs(run, frame);
      conclusion = run.cancelled.aborted ? 'cancelled' : concludeAll([...results.values()].map((end) => end.result));
    } finally {
      leave();
    }
  } catch (error) {
    if (!(error instanceof CancelledBeforeStart)) throw error;
  } finally {
    run.finish();
    options.signal?.removeEventListener('abort', onAbort);
  }
  run.emit({ type: 'run-finished', conclusion });
  const { attempt, jobs, annotations, nodes } = run;
  return { runId, attempt, conclusion, jobs, annotations, masks: [...run.masks], nodes };
}

function repositoryOf({ name, root, ref, sha }: RunOptions['repository']): Repository {
  if (!/^[^/]+\/[^/]+$/.test(name)) throw new InputError(`repository ${name} is not of the form owner/name`);
  if (!existsSync(root)) throw new InputError(`the repository's folder ${root} is not there`);
  return { name, root: resolve(root), ref: ref ?? 'refs/heads/main', sha: sha ?? headOf(root) };
}

function headOf(root: string): string {
  if (!existsSync(join(root, '.git'))) return '1'.repeat(40);
  return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
}

function runFolder(given: string | undefined): { path: string; dispose(): void } {
  if (given !== undefined) {
    mkdirSync(given, { recursive: true });
    return { path: mkdtempSync(join(realpathSync(given), 'run-')), dispose: () => undefined };
  }
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'lockstep-run-')));
  leftovers.note({ kind: 'folder', path });
  const dispose = () => {
    rmSync(path, { recursive: true, force: true });
    leftovers.note({ kind: 'folder-gone', path });
  };
  return { path, dispose };
}
