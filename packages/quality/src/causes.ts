import { nameSome } from '@lockstep/base';
import type { Annotated } from './annotations.ts';

/** More lines than this are named by their number alone. */
const NAMED = 5;

/**
 * One entry for each cause: what one rule says in the same words of several lines of one file is said at the first of
 * them, with the others named. The order stays.
 */
export function byCause(ordered: readonly Annotated[]): readonly Annotated[] {
  const causes = new Map<string, { readonly first: Annotated; readonly others: number[] }>();
  for (const one of ordered) {
    const { rule, message, file, line } = one.finding;
    // Without a line there is nothing to name: each stays as it is.
    const key = JSON.stringify(line === undefined ? causes.size : [one.gate, one.level, rule, message, file]);
    const known = causes.get(key);
    if (known === undefined) causes.set(key, { first: one, others: [] });
    else if (line !== undefined) known.others.push(line);
  }
  return [...causes.values()].map(({ first, others }) =>
    others.length === 0 ? first : { ...first, finding: { ...first.finding, message: withOthers(first, others) } },
  );
}

function withOthers({ finding }: Annotated, others: readonly number[]): string {
  const lines = [...new Set(others)].sort((a, b) => a - b);
  const named = nameSome(lines.map(String), NAMED);
  return `${finding.message} (also in ${lines.length === 1 ? 'line' : 'lines'} ${named})`;
}
