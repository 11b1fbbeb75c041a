import { type Clock, count, makeCheckList } from '@lockstep/base';
import {
  type Anchor,
  digestOf,
  type FoundList,
  type FoundRecord,
  foundRecords,
  judgeTrail,
  readAnchors,
  readPast,
  readTrail,
  type TrailFacts,
  trailChecks,
} from '@lockstep/evidence';
import type { KeptAt } from '../trail.ts';

/** The whole trail, and every anchor that is known of it. */
export interface AnchoredTrail extends TrailFacts {
  readonly name: string;
}

/** `given`: anchors that the caller has, besides those of the place that keeps them. Throws RemoteError. */
export async function readAnchored(
  { anchors: place, trail }: KeptAt,
  given: readonly Anchor[],
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<AnchoredTrail> {
  const kept = place === undefined ? undefined : await readAnchors(place, clock.now(), { signal });
  const objects = await readTrail(trail, { signal });
  const past = await readPast(trail, { signal });
  const anchors = [...given, ...(kept?.anchors ?? [])];
  return { name: trail.name, objects, anchors, mayHide: kept?.mayHide, past, nowMs: clock.now() };
}

export interface FoundTrail {
  readonly records: readonly FoundRecord[];
  /** Whether it shows tampering: in that case no record of it is evidence. */
  readonly lists: readonly FoundList[];
  readonly doubt: string | undefined;
}

export interface TrailLooks {
  /** How old a record without an anchor may be. */
  readonly maxUnanchoredMs: number;
  /** Address of the repository, whose runs the records name. */
  readonly repository: string;
  /** Address of the run; null outside of one. */
  readonly run: string | null;
  /** Version of the tool that looks. */
  readonly version: string;
}

/** The audit trail, and what its chain and its anchors say of it. Pure. */
export function foundTrail({ name, ...facts }: AnchoredTrail, looks: TrailLooks): FoundTrail {
  const report = judgeTrail(facts);
  const list = makeCheckList({
    ...{ subject: name, nowMs: facts.nowMs, run: looks.run, tool: { name: 'evidence', version: looks.version } },
    ...trailChecks(facts, report, { name, maxUnanchoredMs: looks.maxUnanchoredMs }),
  });
  const digest = report.head?.digest ?? digestOf(Buffer.alloc(0));
  const found = [{ file: name, digest, list }];
  if (report.findings.length > 0)
    return { records: [], lists: found, doubt: `it shows ${count(report.findings.length, 'sign')} of tampering` };
  return { records: foundRecords(facts.objects, looks.repository), lists: found, doubt: undefined };
}
