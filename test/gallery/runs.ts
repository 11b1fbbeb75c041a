import type { RunResult, StepResult } from '@lockstep/workflow-runner';

/** What people see of one run, for the pictures of the documentation. */
export interface Seen {
  readonly name: string;
  readonly title: string;
  readonly conclusion: string;
  readonly jobs: readonly {
    readonly name: string;
    readonly conclusion: string;
    readonly summary: string;
    readonly annotations: readonly unknown[];
    readonly steps: readonly {
      readonly name: string;
      readonly phase: string;
      readonly conclusion: string;
      readonly said: string;
    }[];
  }[];
  /** Markdown of the pull request's comment. */
  readonly comment?: string;
  /** Of each message of the channel: what it said, oldest first, and what was answered below it. */
  readonly messages?: readonly unknown[];
}

export function jobsOf({ jobs }: RunResult): Seen['jobs'] {
  return jobs
    .filter(({ conclusion }) => conclusion !== 'skipped')
    .map((job) => ({
      name: job.name,
      conclusion: String(job.conclusion),
      summary: job.steps.map(({ summary }) => summary).join('\n'),
      annotations: [...job.annotations, ...job.steps.flatMap(({ annotations }) => annotations)],
      steps: job.steps.filter(({ conclusion }) => conclusion !== 'skipped').map(stepOf),
    }));
}

/** Its last line is what the action came to. */
function stepOf(step: StepResult): Seen['jobs'][number]['steps'][number] {
  const said = /^[a-z-]+: (?:pass|fail|unknown) \(.*$/m.exec(step.log)?.[0] ?? '';
  return { name: step.name ?? step.id ?? '', phase: step.phase, conclusion: String(step.conclusion), said };
}
