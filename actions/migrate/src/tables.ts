import { basename } from 'node:path';
import { count, formatDuration } from '@lockstep/base';
import {
  type Archived,
  type DownPreview,
  describeKeep,
  describeLosses,
  describePrediction,
  type Edit,
  markdownTable,
  type PreviewedDown,
  type RevertedMigration,
  type UpReport,
  type VerifiedFile,
  type VersionStatus,
  type Waiting,
} from '@lockstep/migrations';

/** The plan of an `up`, and what became of each of its files. */
export function upTable({ applied, failure, plan, refused, waiting }: UpReport): string {
  const rows = plan.apply.map(({ decision, migration: { file, version } }) => {
    const done = applied.find((each) => each.version === version);
    if (done !== undefined) {
      const how = done.atomic ? 'in one transaction' : 'in parts';
      const archived = done.archived.map((each) => `, archived ${archivedCell(each)}`).join('');
      return [
        basename(file),
        done.phase,
        `applied ${how}${archived}`,
        formatDuration(done.durationMs),
        String(done.tries),
      ];
    }
    const why = failure?.version === version ? failure.reason : 'not run';
    return [basename(file), decision.phase, refused?.version === version ? 'cannot be archived' : why, '', ''];
  });
  const since = new Map(waiting.map((each) => [each.version, each]));
  const held = plan.held.map(({ decision, migration: { file, version } }) => {
    const first = since.get(version);
    const how = first === undefined || first.since === '' ? '' : ` since ${first.since} (release ${first.release})`;
    return [basename(file), decision.phase, `held back${how}`, '', ''];
  });
  return markdownTable(['migration', 'phase', 'result', 'time', 'tries'], [...rows, ...held]);
}

/** Which release held each contract migration back first. */
export function waitingTable(waiting: readonly Waiting[]): string {
  const rows = waiting.map(({ file, release, since }) => [basename(file), since || 'no release yet', release]);
  return markdownTable(['contract migration', 'waiting since', 'release'], rows);
}

export function revertedTable(reverted: readonly RevertedMigration[]): string {
  const isArchived = reverted.some(({ archived }) => archived.length > 0);
  const rows = reverted.map((each) => [
    `${each.version} ${each.name}`,
    formatDuration(each.durationMs),
    each.losses.length === 0 ? 'nothing' : describeLosses(each.losses),
    ...(isArchived ? [each.archived.map(archivedCell).join(', ') || 'nothing'] : []),
  ]);
  const archive = isArchived ? ['archived'] : [];
  return markdownTable(['rolled back', 'time', isArchived ? 'data at risk' : 'deleted data', ...archive], rows);
}

function archivedCell({ bytes, keepMs, object, rows }: Archived): string {
  return `${count(rows, 'row')} of ${object} (${kilobytes(bytes)}), kept for ${describeKeep(keepMs)}`;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000)} kB`;
}

/** What would be archived, how much of it, and for how long its tables are locked. */
function archiveCell({ archive, losses, opaque }: PreviewedDown): string {
  if (archive === undefined) return losses.length > 0 || opaque ? 'known when it runs' : 'nothing';
  if (archive.unarchived.length > 0) return `refused: ${archive.unarchived.map(({ message }) => message).join('; ')}`;
  const most = archive.atMost ? 'at most ' : '';
  const lock = formatDuration(archive.lockMs);
  return `${most}${count(archive.rows, 'row')}, ${kilobytes(archive.bytes)}, expected to lock for ${most}${lock}`;
}

export function downPlanTable(plan: DownPreview, archives = false): string {
  const rows = plan.revert.map((each) => [
    `${each.version} ${each.name}`,
    each.side.phase,
    each.side.release,
    each.deletes.map(describePrediction).join(', ') || (each.opaque ? 'known when it runs' : 'nothing'),
    each.losses.length === 0 ? 'none' : describeLosses(each.losses),
    ...(archives ? [archiveCell(each)] : []),
  ]);
  const archive = archives ? ['archived'] : [];
  return rows.length === 0
    ? 'Nothing to roll back.'
    : markdownTable(['to roll back', 'phase', 'release', 'removes', 'data at risk', ...archive], rows);
}

export function statusTable(list: readonly VersionStatus[]): string {
  const rows = list.map((each) => [
    `${each.version} ${each.name}`,
    each.state,
    each.hasDown ? 'yes' : 'no',
    each.release,
    each.appliedAt,
  ]);
  return markdownTable(['migration', 'state', 'down migration', 'release', 'applied at'], rows);
}

export function verifiedTable(files: readonly VerifiedFile[], asked: boolean): string {
  const rows = files.map((each) => [
    basename(each.file),
    each.problems.length === 0
      ? 'applied, rolled back and applied again'
      : each.problems.map((problem) => problem.message).join('; '),
    ...(asked ? [dataCell(each)] : []),
    formatDuration(each.durationMs),
  ]);
  return markdownTable(['migration', 'verified', ...(asked ? ['rows after a rollback'] : []), 'time'], rows);
}

/** What an archive makes of generated rows. */
function dataCell({ data, problems }: VerifiedFile): string {
  switch (data?.kind) {
    case 'nothing-lost':
      return 'the rollback loses none';
    case 'restored':
      return `${count(data.rows, 'generated row')} restored from the archive`;
    case 'refused':
      return `not archived, so such a rollback is refused: ${data.message}`;
    case 'not-tested':
      return data.message;
    case 'differs':
      return 'not restored';
    case undefined:
      return problems.length > 0 ? 'not tested: the schema comes first' : 'not tested';
  }
}

/** What changed in files that were applied, as code blocks that nothing in them can end. */
export function editBlocks(edits: readonly Edit[]): string[] {
  return edits.map(({ diff, file }) => {
    const lines = diff.slice(0, SHOWN_LINES).map((line) => `    ${line}`);
    const more = diff.length > SHOWN_LINES ? `\n\n… and ${diff.length - SHOWN_LINES} more lines` : '';
    return `Edited since it was applied: ${file.replace(/[^\w./-]/g, '_')}\n\n${lines.join('\n')}${more}`;
  });
}

const SHOWN_LINES = 60;
