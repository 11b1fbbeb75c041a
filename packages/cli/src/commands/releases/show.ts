import { showKey } from '@lockstep/github';
import { columns } from '../../columns.ts';
import type { Terminal } from '../../terminal.ts';
import type { Line, ListedRelease } from './line.ts';

interface Place {
  readonly repository: string;
  readonly environment: string;
  readonly service: string;
}

/** The line as a table, what waits below it, and the verdict in the last line. */
export function lineText(line: Line, place: Place, paint: Terminal['paint']): string {
  const { message, notes, reason, releases, verdict, waiting } = line;
  const table = columns(['release', 'state', 'roll back to', 'commit', 'deployment', 'begun', 'by'], releases.map(row));
  const waits = waiting.map(({ id, kind, run, what }) => `waits: ${kind} ${id}: ${what}\n    ${run}\n`);
  return [
    `${place.repository}, ${showKey(place)}\n`,
    ...(releases.length === 0 ? [] : [table]),
    ...waits,
    ...notes.map((note) => `note: ${note}\n`),
    `${paint(verdict, verdict)} releases (${reason}): ${message}\n`,
  ].join('');
}

function row({ actor, begun, commit, deployment, id, live, rollbackTarget, state }: ListedRelease): readonly string[] {
  return [
    ...[
      id,
      live ? (state === 'released' ? 'live' : `${state}, live`) : state,
      rollbackTarget === 'no' ? '' : rollbackTarget,
      commit?.slice(0, 7) ?? '',
    ],
    ...[deployment ?? '', begun, actor],
  ];
}
