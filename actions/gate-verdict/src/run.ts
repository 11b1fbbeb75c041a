import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { count, inlineText, markdownTable, nameSome, VERDICT_MARKS } from '@lockstep/base';
import { type JudgedJob, judgeNeeds, type NeedsJudgement, parseJobs, parseNeeds, parsePolicy } from '@lockstep/quality';
import { type Inputs, inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({ name: 'gate-verdict', inputs, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const judgement = judgeNeeds(
    parseNeeds(values.needs),
    parsePolicy(values.policy),
    parseJobs(values.jobs),
    shell.env.eventName,
  );
  const blocking = judgement.jobs.filter((job) => job.blocks);
  const outcome = outcomeOf(judgement, blocking);
  shell.summary.add(
    `### ${VERDICT_MARKS[judgement.verdict]} Gate verdict: ${inlineText(headline(judgement, blocking))}`,
  );
  if (judgement.jobs.length > 0) shell.summary.add(table(judgement));
  for (const { job, result, blocks } of judgement.jobs) shell.log.info(`${job}: ${result}${blocks ? ', blocks' : ''}`);
  return {
    verdict: judgement.verdict,
    ...outcome,
    outputs: { blocking: blocking.map(({ job, result, policy }) => ({ job, result, policy })) },
  };
}

function outcomeOf(
  judgement: NeedsJudgement,
  blocking: readonly JudgedJob[],
): Pick<Outcome<Reason>, 'reason' | 'message'> {
  const { jobs, verdict } = judgement;
  const message = headline(judgement, blocking);
  if (jobs.length === 0)
    return { reason: 'nothing-to-judge', message: `${message}; list the jobs to judge under "needs:" of this job` };
  if (verdict === 'pass') return { reason: 'passed', message };
  if (verdict === 'fail') return { reason: 'job-failed', message };
  const hint = 'declare in "policy" which jobs may be skipped or cancelled';
  return { reason: 'job-did-not-run', message: `${message}; ${hint}` };
}

/** The outcome in a few words. */
function headline({ jobs, verdict }: NeedsJudgement, blocking: readonly JudgedJob[]): string {
  if (jobs.length === 0) return '"needs" is empty';
  if (verdict === 'pass') return `${count(jobs.length, 'job')}, none blocks`;
  const names = nameSome(
    blocking.map(({ job, result }) => `${job} (${result})`),
    8,
  );
  return `${blocking.length} of ${count(jobs.length, 'job')} ${blocking.length === 1 ? 'blocks' : 'block'}: ${names}`;
}

/** What blocks comes first. */
function table(judgement: NeedsJudgement): string {
  const sorted = [...judgement.jobs].sort((a, b) => Number(b.blocks) - Number(a.blocks));
  const rows = sorted.map(({ job, result, policy, verdict, blocks }) => [
    `${VERDICT_MARKS[blocks ? verdict : 'pass']} ${inlineText(job)}`,
    inlineText(result),
    policy.length === 0 ? 'required' : policy.join(', '),
  ]);
  return markdownTable(['Job', 'Result', 'Policy'], rows);
}
