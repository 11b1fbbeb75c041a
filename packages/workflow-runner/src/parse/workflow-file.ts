import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  WorkflowJob as ConvertedJob,
  Step as ConvertedStep,
} from '@actions/workflow-parser/model/workflow-template';
import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isMapping, isSequence, isString } from '@actions/workflow-parser/templates/tokens/type-guards';
import { InputError } from '@lockstep/base';
import { literalText } from '../expressions/expressions.ts';
import { mapping, member, members, names } from '../expressions/tokens.ts';
import type { Repository } from '../repository.ts';
import { githubParser } from './github-parser.ts';
import { resolveWorkflow, type Sources } from './sources.ts';
import type { CallJob, InputDefinition, Step, Workflow, WorkflowCall, WorkflowJob } from './workflow.ts';

/** A workflow that calls a workflow, … : github.com allows ten levels. */
const DEEPEST_CALL = 10;

/**
 * Reads a workflow file and every workflow it calls. Throws InputError with all that GitHub's own parser finds wrong
 * with them, the inputs and secrets of each call included.
 */
export async function loadWorkflow(
  repository: Repository,
  path: string,
  sources: Sources,
  callers: readonly string[] = [],
): Promise<Workflow> {
  const full = join(repository.root, path);
  if (!existsSync(full))
    throw new InputError(`there is no workflow ${path} in ${repository.name} (${repository.root})`);
  const parser = await githubParser();
  const parsed = parser.parseWorkflow({ name: path, content: readFileSync(full, 'utf8') }, parser.trace);
  const { context, value: root } = parsed;
  check(context);
  if (root === undefined) throw new InputError(`${path} is empty`);
  const template = await parser.convertWorkflowTemplate(context, root);
  check(context);
  const where = (token: TemplateToken | undefined) => (token?.line === undefined ? path : `${path}:${token.line}`);
  const jobs: WorkflowJob[] = [];
  for (const converted of template.jobs) {
    const token = mapping(member(root, 'jobs'), converted.id.value);
    if (token === undefined) throw new Error(`the parser lost job ${converted.id.value} of ${path}`);
    if (converted.type === 'job') jobs.push({ ...jobBase(converted, token), ...stepsJob(converted, token) });
    else jobs.push({ ...jobBase(converted, token), ...(await callJob(converted, token)) });
  }
  check(context);
  return { repository, path, ...head(root, path), jobs, root, where };

  async function callJob(job: ConvertedJob & { type: 'reusableWorkflowJob' }, token: MappingToken) {
    const uses = job.ref.value;
    const id = `${repository.name}/${path}`;
    if (callers.length >= DEEPEST_CALL || callers.includes(id))
      throw new InputError(`${where(job.ref)}: ${uses} is called in a circle or more than ${DEEPEST_CALL} levels deep`);
    const target = at(where(job.ref), () => resolveWorkflow(uses, repository, sources));
    const callee = await loadWorkflow(target.repository, target.path, sources, [...callers, id]);
    parser.convertReferencedWorkflow(context, callee.root, job);
    const secrets = member(token, 'secrets');
    const call: Pick<CallJob, 'kind' | 'uses' | 'with' | 'secrets' | 'callee'> = {
      kind: 'call',
      uses,
      with: mapping(token, 'with'),
      secrets: secrets !== undefined && isString(secrets) ? 'inherit' : mapping(token, 'secrets'),
      callee,
    };
    return call;
  }
}

/** Runs `work`; an InputError of it gets the place in front. */
export function at<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.problems.map((problem) => `${place}: ${problem}`),
      { cause: error },
    );
  }
}

function check(context: TemplateContext): void {
  // A fault in the YAML itself comes with a picture of the place below its first line.
  const errors = context.errors.getErrors().map((error) => error.message.replace(/:?\s*\n[\s\S]*$/, ''));
  if (errors.length > 0) throw new InputError(errors);
}

function head(root: TemplateToken, path: string) {
  const on = member(root, 'on');
  const name = member(root, 'name');
  return {
    name: name === undefined ? path : literalText(name),
    events: names(on),
    dispatchInputs: inputDefinitions(mapping(mapping(on, 'workflow_dispatch'), 'inputs')),
    call: names(on).includes('workflow_call') ? workflowCall(mapping(on, 'workflow_call')) : undefined,
    env: mapping(root, 'env'),
    defaults: member(root, 'defaults'),
    concurrency: member(root, 'concurrency'),
    permissions: member(root, 'permissions'),
  };
}

function workflowCall(token: MappingToken | undefined): WorkflowCall {
  return {
    inputs: inputDefinitions(mapping(token, 'inputs')),
    secrets: members(mapping(token, 'secrets')).map(([name, secret]) => ({
      name,
      required: isTrue(member(secret, 'required')),
    })),
    outputs: new Map(
      members(mapping(token, 'outputs')).flatMap(([name, output]) => {
        const value = member(output, 'value');
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
  };
}

function inputDefinitions(token: MappingToken | undefined): InputDefinition[] {
  return members(token).map(([name, input]) => ({
    name,
    type: (literal(member(input, 'type')) ?? 'string') as InputDefinition['type'],
    required: isTrue(member(input, 'required')),
    default: member(input, 'default'),
    options: names(member(input, 'options')),
  }));
}

function jobBase(job: ConvertedJob, token: MappingToken) {
  return {
    id: job.id.value,
    name: member(token, 'name'),
    needs: names(member(token, 'needs')),
    condition: job.if.expression,
    strategy: member(token, 'strategy'),
    concurrency: member(token, 'concurrency'),
    permissions: member(token, 'permissions'),
    token,
  };
}

function stepsJob(job: ConvertedJob & { type: 'job' }, token: MappingToken) {
  const steps = member(token, 'steps');
  const tokens = steps !== undefined && isSequence(steps) ? [...steps] : [];
  return {
    kind: 'steps' as const,
    runsOn: member(token, 'runs-on'),
    env: mapping(token, 'env'),
    defaults: member(token, 'defaults'),
    environment: member(token, 'environment'),
    timeoutMinutes: member(token, 'timeout-minutes'),
    cancelTimeoutMinutes: member(token, 'cancel-timeout-minutes'),
    continueOnError: member(token, 'continue-on-error'),
    outputs: mapping(token, 'outputs'),
    steps: convertSteps(job.steps, tokens),
  };
}

/** The steps of a job or of a composite action, from the parser's and the file's tokens, which are in the same order. */
export function convertSteps(converted: readonly ConvertedStep[], tokens: readonly TemplateToken[]): Step[] {
  return converted.map((step, index) => {
    const token = tokens[index];
    if (token === undefined || !isMapping(token)) throw new Error(`the parser lost step ${index + 1}`);
    const condition = 'if' in step && step.if !== undefined ? step.if.expression : 'success()';
    const base = {
      id: step.id,
      name: member(token, 'name'),
      condition,
      env: mapping(token, 'env'),
      continueOnError: member(token, 'continue-on-error'),
      timeoutMinutes: member(token, 'timeout-minutes'),
      token,
    };
    const run = member(token, 'run');
    if (run !== undefined)
      return {
        ...base,
        kind: 'run',
        run,
        shell: member(token, 'shell'),
        workingDirectory: member(token, 'working-directory'),
      };
    return { ...base, kind: 'uses', uses: literal(member(token, 'uses')) ?? '', with: mapping(token, 'with') };
  });
}

function literal(token: TemplateToken | undefined): string | undefined {
  return token === undefined ? undefined : literalText(token);
}

function isTrue(token: TemplateToken | undefined): boolean {
  return literal(token) === 'true';
}
