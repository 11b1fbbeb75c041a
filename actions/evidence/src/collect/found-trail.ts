import type { Shell } from '@lockstep/action-shell';
import { count, makeCheckList } from '@lockstep/base';
import { digestOf, type FoundList, type FoundRecord, foundRecords, judgeTrail, trailChecks } from '@lockstep/evidence';
import { anchoredTrail } from '../anchored-trail.ts';
import type { Inputs } from '../inputs.ts';
import { toolOf } from '../tool.ts';

export interface FoundTrail {
  readonly records: readonly FoundRecord[];
  /** Whether it shows tampering: in that case no record of it is evidence. */
  readonly lists: readonly FoundList[];
  readonly doubt: string | undefined;
}

/** The audit trail, and what its chain and its anchors say of it. Throws RemoteError. */
export async function foundTrail(values: Inputs, shell: Shell): Promise<FoundTrail> {
  const { env } = shell;
  const { name, ...facts } = await anchoredTrail(values, shell);
  const report = judgeTrail(facts);
  const list = makeCheckList({
    ...{ subject: name, nowMs: facts.nowMs, run: env.runId === 0 ? null : env.runUrl, tool: toolOf() },
    ...trailChecks(facts, report, { name, maxUnanchoredMs: values['max-unanchored'] }),
  });
  const digest = report.head?.digest ?? digestOf(Buffer.alloc(0));
  const found = [{ file: name, digest, list }];
  if (report.findings.length > 0)
    return { records: [], lists: found, doubt: `it shows ${count(report.findings.length, 'sign')} of tampering` };
  return { records: foundRecords(facts.objects), lists: found, doubt: undefined };
}
