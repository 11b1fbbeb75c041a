import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isString } from '@actions/workflow-parser/templates/tokens/type-guards';
import { InputError } from '@lockstep/base';
import { expressionsIn, member, members, names } from '../expressions/tokens.ts';
import type { Repository } from '../repository.ts';
import { readManifest } from './manifest.ts';
import { actionDirectory, resolveAction, type Sources } from './sources.ts';
import type { Step, StepsJob, Workflow } from './workflow.ts';

const JOB_KEYS = ['container', 'snapshot'];
const STEP_KEYS = ['background', 'wait', 'wait-all', 'cancel', 'parallel'];
const SHELLS = ['bash', 'sh', 'python', 'python3', 'node'];

/**
 * Everything in a workflow and in the workflows and actions it uses that this runner does not do, each with its place.
 * A run is refused for any of it: what is not modelled must not look as if it had run.
 */
export async function findUnsupported(workflow: Workflow, sources: Sources): Promise<string[]> {
  const problems = [...expressionProblems(workflow)];
  for (const job of workflow.jobs) {
    if (job.kind === 'call') problems.push(...(await findUnsupported(job.callee, sources)));
    else
      problems.push(
        ...jobProblems(job, workflow),
        ...serviceProblems(job, workflow, sources),
        ...(await stepsProblems(job.steps, workflow.repository, workflow.where, sources)),
      );
  }
  return [...new Set(problems)];
}

function jobProblems(job: StepsJob, workflow: Workflow): string[] {
  const found = JOB_KEYS.flatMap((key) => {
    const token = member(job.token, key);
    return token === undefined ? [] : [`${workflow.where(token)}: \`${key}\` is not supported here`];
  });
  const foreign = names(job.runsOn).filter((label) => /^(windows|macos)/i.test(label));
  if (foreign.length > 0)
    found.push(
      `${workflow.where(job.runsOn)}: \`runs-on: ${foreign.join(', ')}\` is not supported here; use ubuntu-latest`,
    );
  return [...found, ...shellProblems(member(job.defaults, 'run'), workflow.where)];
}

function serviceProblems({ token }: StepsJob, { where }: Workflow, sources: Sources): string[] {
  const unknown = members(member(token, 'services')).filter(([id]) => sources.services[id] === undefined);
  return unknown.map(([id, service]) => `${where(service)}: service ${id} is not known here; give it in \`services\``);
}

async function stepsProblems(
  steps: readonly Step[],
  repository: Repository,
  where: Workflow['where'],
  sources: Sources,
): Promise<string[]> {
  const problems: string[] = [];
  for (const step of steps) {
    for (const key of STEP_KEYS)
      if (member(step.token, key) !== undefined)
        problems.push(`${where(step.token)}: \`${key}\` is not supported here`);
    problems.push(...shellProblems(step.token, where));
    if (step.kind === 'uses' && step.uses !== '')
      problems.push(...(await usesProblems(step, repository, where, sources)));
  }
  return problems;
}

async function usesProblems(
  step: Step & { kind: 'uses' },
  repository: Repository,
  where: Workflow['where'],
  sources: Sources,
): Promise<string[]> {
  const place = where(member(step.token, 'uses'));
  try {
    const reference = resolveAction(step.uses, repository, sources);
    if (reference.kind !== 'repository') return [];
    const manifest = await readManifest(actionDirectory(reference));
    const { using } = manifest.template.runs;
    if (using === 'docker' || using === 'node12' || using === 'node16')
      return [`${place}: ${step.uses} runs on ${using}, which is not supported here`];
    if (using !== 'composite') return [];
    return await stepsProblems(manifest.steps, reference.repository, manifest.where, sources);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map((problem) => `${place}: ${problem}`);
  }
}

function shellProblems(token: TemplateToken | undefined, where: Workflow['where']): string[] {
  const shell = member(token, 'shell');
  if (shell === undefined || !isString(shell) || SHELLS.includes(shell.value) || shell.value.includes('{0}')) return [];
  return [
    `${where(shell)}: \`shell: ${shell.value}\` is not supported here; use one of ${SHELLS.join(', ')} or a command with {0}`,
  ];
}

function* expressionProblems({ root, jobs, where }: Workflow): Generator<string> {
  const conditions = jobs.flatMap((job) => [job, ...(job.kind === 'steps' ? job.steps : [])]);
  const all = [...expressionsIn(root), ...conditions.map(({ condition, token }) => ({ expression: condition, token }))];
  for (const { expression, token } of all)
    if (/\bhashFiles\s*\(/i.test(expression)) yield `${where(token)}: hashFiles() is not supported here`;
}
