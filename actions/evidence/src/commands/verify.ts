import { readAccept, reportChecks } from '@lockstep/action-kit/audit';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { anchorLine, judgeTrail, trailChecks } from '@lockstep/evidence';
import { anchoredTrail } from '../anchored-trail.ts';
import { inServerTime } from '../in-server-time.ts';
import type { Inputs } from '../inputs.ts';
import type { Reason } from '../reasons.ts';
import { toolOf } from '../tool.ts';
import type { Command } from './command.ts';

/** Reads the whole trail, and says what was changed in it and which anchor proves that. */
export const verify: Command = { problems: ({ accept }) => readAccept(accept).problems, run };

async function run(values: Inputs, given: Shell): Promise<Outcome<Reason>> {
  // Records are dated by GitHub's clock, wherever they are kept.
  const shell = await inServerTime(values, given);
  const { env, log } = shell;
  const { name, ...facts } = await anchoredTrail(values, shell);
  log.info(`${name}: ${facts.objects.length} records, ${facts.anchors.length} anchors`);
  const report = judgeTrail(facts);
  const policy = { name, maxUnanchoredMs: values['max-unanchored'] };
  const outcome = reportChecks(
    shell,
    {
      subject: name,
      nowMs: facts.nowMs,
      run: env.runId === 0 ? null : env.runUrl,
      tool: toolOf(),
      ...trailChecks(facts, report, policy),
    },
    values,
  );
  const head = report.head === undefined ? {} : { digest: report.head.digest, anchor: anchorLine(report.head) };
  return {
    ...outcome,
    outputs: { ...outcome.outputs, records: facts.objects.length, anchored: report.anchored, ...head },
  };
}
