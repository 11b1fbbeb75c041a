import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { count, markdownTable, nameSome } from '@lockstep/base';
import { type JudgedJob, judgeNeeds, type NeedsJudgement, parseJobs, parseNeeds, parsePolicy } from '@lockstep/quality';
import { type Inputs, inputs } from './inputs.ts';

export const action = defineAction({ name: 'gate-verdict', inputs, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome> {
  const judgement = judgeNeeds(
    parseNeeds(values.needs),
    parsePolicy(values.policy),
    parseJobs(values.jobs),
    shell.env.eventName,
  );
  shell.summary.add(table(judgement));
  for (const job of judgement.jobs) shell.log.info(`${job.job}: ${job.result}${job.blocks ? ', blocks' : ''}`);
  const blocking = judgement.jobs.filter((job) => job.blocks);
  return {
    verdict: judgement.verdict,
    ...worded(judgement, blocking),
    outputs: { blocking: blocking.map(({ job, result, policy }) => ({ job, result, policy })) },
  };
}

function worded(judgement: NeedsJudgement, blocking: readonly JudgedJob[]): { reason: string; message: string } {
  const { jobs, verdict } = judgement;
  if (jobs.length === 0)
    return { reason: 'nothing-to-judge', message: 'needs is empty; list the jobs to judge under "needs:" of this job' };
  if (verdict === 'pass') return { reason: 'all-good', message: `${count(jobs.length, 'job')}, none blocks` };
  const names = nameSome(
    blocking.map(({ job, result }) => `${job} (${result})`),
    8,
  );
  if (verdict === 'fail') return { reason: 'job-failed', message: `blocked by ${names}` };
  const hint = 'a job that may be skipped or cancelled is declared in "policy"';
  return { reason: 'job-did-not-run', message: `blocked by ${names}; ${hint}` };
}

function table(judgement: NeedsJudgement): string {
  const rows = judgement.jobs.map(({ job, result, policy, blocks }) => [
    job,
    result,
    policy.join(', '),
    blocks ? '**blocks**' : '',
  ]);
  return `### Gate verdict\n\n${markdownTable(['job', 'result', 'policy', ''], rows)}`;
}
