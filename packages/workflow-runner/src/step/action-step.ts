import { join } from 'node:path';
import { textsOf } from '../expressions/expressions.ts';
import { readManifest } from '../parse/manifest.ts';
import { type ActionReference, actionDirectory, resolveAction } from '../parse/sources.ts';
import type { UsesStep } from '../parse/workflow.ts';
import { actionInputs, inputVariables } from './action-inputs.ts';
import { type RunBody, runComposite, runCompositePosts } from './composite-step.ts';
import type { LoadedAction } from './loaded-action.ts';
import { writeVariables } from './script-step.ts';
import { type QueuedStep, StepCancelled, type StepExecution } from './step-execution.ts';

/** The main phase of a `uses` step (src/Runner.Worker/ActionRunner.cs, `RunAsync`). */
export async function runAction(execution: StepExecution, step: UsesStep, runBody: RunBody): Promise<void> {
  const { job, queued, scope } = execution;
  const reference = resolveAction(step.uses, execution.repository, job.settings.sources);
  if (reference.kind === 'builtin') return runBuiltin(execution, step, reference);
  const directory = reference.kind === 'workspace' ? join(job.workspace, reference.path) : actionDirectory(reference);
  const action = { reference, manifest: await readManifest(directory) };
  const name = `Post ${queued.name(scope)}`;
  if (action.manifest.template.runs.using === 'composite') {
    const posts: QueuedStep[] = [];
    try {
      await runComposite(execution, action, { inputs: prepare(execution, action, step), posts, runBody });
    } finally {
      if (posts.length > 0)
        registerPost(execution, step, { name, condition: 'always()', run: (post) => runCompositePosts(post, posts) });
    }
  } else {
    // Registered before anything of the action has run: a main that fails or dies has its post all the same.
    registerScriptPost(execution, action, step, name);
    await runScriptPhase(execution, action, step, 'main');
  }
}

/** The pre phase of an action, where it has one. */
export function preStep(action: LoadedAction, main: QueuedStep, step: UsesStep): QueuedStep | undefined {
  const { runs } = action.manifest.template;
  if (!('pre' in runs) || runs.pre === undefined) return undefined;
  return {
    ...main,
    phase: 'pre',
    condition: runs.preIf ?? 'always()',
    name: (scope) => `Pre ${main.name(scope)}`,
    run: async (execution) => {
      registerScriptPost(execution, action, step, `Post ${main.name(execution.scope)}`);
      await runScriptPhase(execution, action, step, 'pre');
    },
  };
}

function registerScriptPost(execution: StepExecution, action: LoadedAction, step: UsesStep, name: string): void {
  const { runs } = action.manifest.template;
  if (!('post' in runs) || runs.post === undefined) return;
  const run: QueuedStep['run'] = (post) => runScriptPhase(post, action, step, 'post');
  registerPost(execution, step, { name, condition: runs.postIf ?? 'always()', run });
}

function registerPost(
  { posts, queued }: StepExecution,
  step: UsesStep,
  { condition, name, run }: { readonly name: string; readonly condition: string; readonly run: QueuedStep['run'] },
): void {
  if (posts.some((post) => post.step === step)) return;
  // The same state as main has: what main saves until its end is there for post.
  posts.push({ step, phase: 'post', condition, state: queued.state, name: () => name, run });
}

/** One phase of a JavaScript action (src/Runner.Worker/Handlers/NodeScriptActionHandler.cs). */
async function runScriptPhase(
  execution: StepExecution,
  action: LoadedAction,
  step: UsesStep,
  phase: QueuedStep['phase'],
): Promise<void> {
  const { job, queued } = execution;
  const inputs = prepare(execution, action, step);
  const script = Reflect.get(action.manifest.template.runs, phase);
  if (typeof script !== 'string') throw new Error(`${step.uses} has no ${phase}`);
  try {
    const state = Object.fromEntries([...queued.state].map(([key, value]) => [`STATE_${key}`, value]));
    const variables = execution.variables({ ...state, ...inputVariables(inputs) });
    const { exitCode } = await execution.run(
      job.settings.node,
      [join(action.manifest.directory, script)],
      job.workspace,
      variables,
    );
    if (exitCode !== 0) execution.failed = true;
  } finally {
    if (!job.lost.aborted) execution.processFiles();
  }
}

/** The inputs, which are evaluated with their defaults for each phase anew, and the head of the log. */
function prepare(
  execution: StepExecution,
  { reference, manifest }: LoadedAction,
  step: UsesStep,
): Record<string, string> {
  const { console, scope, queued } = execution;
  if (reference.kind === 'repository' && !reference.self)
    Object.assign(execution.github, {
      action_repository: reference.repository.name,
      action_ref: reference.repository.ref,
    });
  if (manifest.template.runs.using === 'composite')
    Object.assign(execution.github, { action_path: manifest.directory });
  const { values, warnings } = actionInputs(textsOf(step.with, scope), manifest.template, scope);
  for (const warning of warnings) console.warning(warning);
  if (queued.phase === 'post') console.write('Post job cleanup.');
  else writeHead(execution, step, values);
  return values;
}

async function runBuiltin(
  execution: StepExecution,
  step: UsesStep,
  reference: ActionReference & { kind: 'builtin' },
): Promise<void> {
  const { job, scope } = execution;
  const inputs = textsOf(step.with, scope);
  writeHead(execution, step, inputs);
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(new StepCancelled('The operation was canceled.'));
    execution.token.addEventListener('abort', stop, { once: true });
    if (execution.token.aborted) stop();
  });
  const work = reference.action({
    input: (name) => inputs[name],
    workspace: job.workspace,
    temp: job.temp,
    repository: job.settings.sources.workspace,
    artifacts: job.settings.artifacts,
    artifactsOf: job.settings.artifactsOf,
    signal: execution.token,
    log: (line) => execution.console.write(line),
    setOutput: (name, value) => execution.outputs.set(name, value),
    addPath: (folder) => job.path.push(folder),
  });
  await execution.unlessLost(Promise.race([work, stopped]));
}

function writeHead(execution: StepExecution, step: UsesStep, inputs: Readonly<Record<string, string>>): void {
  const { console } = execution;
  console.write(`##[group]Run ${step.uses}`);
  if (Object.keys(inputs).length > 0) console.write('with:');
  for (const [name, value] of Object.entries(inputs)) if (value !== '') console.write(`  ${name}: ${value}`);
  writeVariables(execution);
  console.write('##[endgroup]');
}
