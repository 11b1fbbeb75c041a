import type { Shell } from '@lockstep/action-shell';
import { count, makeCheckList } from '@lockstep/base';
import {
  anchorsAt,
  digestOf,
  type FoundList,
  type FoundRecord,
  foundRecords,
  judgeTrail,
  readTrail,
  trailChecks,
} from '@lockstep/evidence';
import type { Inputs } from '../inputs.ts';
import { toolOf } from '../tool.ts';
import { trailOf } from '../trail.ts';

export interface FoundTrail {
  readonly records: readonly FoundRecord[];
  /** Whether it shows tampering: in that case no record of it is evidence. */
  readonly lists: readonly FoundList[];
  readonly doubt: string | undefined;
}

/** The audit trail, and what its chain and its anchors say of it. Throws RemoteError. */
export async function foundTrail(values: Inputs, shell: Shell): Promise<FoundTrail> {
  const { clock, env, signal } = shell;
  const { anchors: place, trail } = await trailOf(values, shell);
  const objects = await readTrail(trail, { signal });
  const anchors = place === undefined ? [] : await anchorsAt(place, { signal });
  const nowMs = clock.now();
  const facts = { objects, anchors, nowMs };
  const report = judgeTrail(facts);
  const list = makeCheckList({
    ...{ subject: trail.name, nowMs, run: env.runId === 0 ? null : env.runUrl, tool: toolOf() },
    ...trailChecks(facts, report, { name: trail.name, maxUnanchoredMs: values['max-unanchored'] }),
  });
  const digest = report.head?.digest ?? digestOf(Buffer.alloc(0));
  const found = [{ file: trail.name, digest, list }];
  if (report.findings.length > 0)
    return { records: [], lists: found, doubt: `it shows ${count(report.findings.length, 'sign')} of tampering` };
  return { records: foundRecords(objects), lists: found, doubt: undefined };
}
