import type { Anchor } from './anchor.ts';
import type { TrailFinding } from './finding.ts';
import type { TrailRecord } from './record.ts';

/** A record is stored when it is made; a store under trouble is tried for some time. */
export const STORED_WITHIN_MS = 60 * 60_000;

interface Dated {
  readonly number: number;
  readonly source: string;
  readonly atMs: number;
}

/**
 * What the times of anchors show: a record that comes after an anchor was recorded after the place got that anchor, and
 * one that an anchor knows was recorded before. `links` by their numbers. Pure.
 */
export function datedFindings(
  anchors: readonly Anchor[],
  links: readonly { readonly key: string; readonly record: TrailRecord }[],
): readonly TrailFinding[] {
  const dated = anchors.flatMap(({ atMs, number, source }) => (atMs === undefined ? [] : [{ atMs, number, source }]));
  dated.sort((a, b) => a.number - b.number);
  const before = latestBefore(dated);
  const knowing = earliestKnowing(dated);
  return links.flatMap(({ key, record: { number, recordedAt } }): TrailFinding[] => {
    const recorded = Date.parse(recordedAt);
    const [late, early] = [before(number), knowing(number)];
    const says = ({ atMs, number: last, source }: Dated) =>
      `${source} got record ${last} as the last one at ${new Date(atMs).toISOString()}`;
    if (late !== undefined && late.atMs > recorded + STORED_WITHIN_MS)
      return [
        {
          what: 'back-dated',
          where: key,
          message: `recorded at ${recordedAt}, but ${says(late)}`,
          anchor: late.source,
        },
      ];
    if (early !== undefined && early.atMs < recorded - STORED_WITHIN_MS)
      return [
        {
          ...{ what: 'post-dated', where: key, anchor: early.source },
          message: `recorded at ${recordedAt}, but ${says(early)}`,
        },
      ];
    return [];
  });
}

/** Of the anchors that know fewer records than up to a number, the one that came last. Asked with growing numbers. */
function latestBefore(dated: readonly Dated[]): (number: number) => Dated | undefined {
  let [next, latest]: [number, Dated | undefined] = [0, undefined];
  return (number) => {
    for (let one = dated[next]; one !== undefined && one.number < number; one = dated[++next])
      if (latest === undefined || one.atMs > latest.atMs) latest = one;
    return latest;
  };
}

/** Of the anchors that know a number, the one that came first. */
function earliestKnowing(dated: readonly Dated[]): (number: number) => Dated | undefined {
  const from: Dated[] = [];
  for (const one of [...dated].reverse()) {
    const known = from.at(-1);
    from.push(known !== undefined && known.atMs <= one.atMs ? known : one);
  }
  from.reverse();
  let next = 0;
  return (number) => {
    for (let one = dated[next]; one !== undefined && one.number < number; one = dated[++next]);
    return from[next];
  };
}
