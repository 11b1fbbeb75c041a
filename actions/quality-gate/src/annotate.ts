import type { Shell } from '@lockstep/action-shell';
import { type Annotated, byCause } from '@lockstep/quality';

/** A log with more lines than this is read by no one. */
const LOGGED = 100;

/**
 * One annotation per cause, on its file. The shell shows the first of each level and logs the others, so they come in
 * the order in which they matter.
 */
export function annotateFindings(shell: Shell, ordered: readonly Annotated[], all: number): void {
  const causes = byCause(ordered);
  if (all > LOGGED && causes.length > LOGGED)
    shell.log.info(`${causes.length - LOGGED} more findings are in the report only`);
  for (const { gate, finding, level } of causes.slice(0, LOGGED)) {
    const { file, line, column, message, rule } = finding;
    shell.annotate({
      level: level === 'note' ? 'notice' : level,
      title: `${gate}: ${rule}`,
      message,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
  }
}
