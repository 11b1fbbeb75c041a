import { reportChecks } from '@lockstep/action-kit/audit';
import { lookAtSite } from '@lockstep/action-kit/edge-audit/look';
import { planOf, problemsOf } from '@lockstep/action-kit/edge-audit/plan';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { count, InputError } from '@lockstep/base';
import { selectChecks } from '@lockstep/edge';
import { type Inputs, inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({ name: 'edge-audit', inputs, check: problemsOf, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { url } = values;
  if (url === undefined) throw new InputError('input "url": required, expected a URL');
  const plan = planOf(values, url);
  const selected = selectChecks(plan.checks);
  if (values['dry-run']) {
    for (const { id, title } of selected.run) shell.log.info(`${id}: ${title}`);
    const message = `the inputs are valid; would run ${count(selected.run.length, 'check')} on ${plan.url.origin}${plan.paths.join(', ')}, no request was sent`;
    return { verdict: 'pass', reason: 'dry-run', message };
  }
  const audited = await shell.log.group(`Looking at ${plan.url.origin} from outside`, () =>
    lookAtSite(values, plan, shell),
  );
  shell.log.info(`${count(audited.asked, 'request')} sent to ${plan.url.origin}`);
  const { section, ...outcome } = reportChecks(
    shell,
    {
      subject: plan.url.host,
      nowMs: shell.clock.now(),
      run: shell.env.runId === 0 ? null : shell.env.runUrl,
      tool: { name: 'edge-audit', version: process.env['GITHUB_ACTION_REF'] || 'main' },
      checks: audited.checks,
      notVerified: audited.gaps,
    },
    values,
  );
  const { grade } = audited;
  const more = { grade: grade?.grade ?? '', score: grade?.score ?? '', result: outcome.message, section };
  return { ...outcome, outputs: { ...outcome.outputs, ...more } };
}
