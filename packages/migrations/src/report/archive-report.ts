import { count, formatDuration } from '@lockstep/base';
import type { UpArchive } from '../up/archive-plan.ts';

/** What becomes of what a contract migration deletes; JSON as it stands. */
export interface ArchiveReport {
  readonly does: UpArchive['does'];
  /** How much of it is known before it runs; null where only its run shows it. */
  readonly size: {
    readonly rows: number;
    readonly bytes: number;
    /** How long its tables are expected to be locked for that. */
    readonly lockMs: number;
    readonly atMost: boolean;
  } | null;
  /** Its file says that it must not be archived. */
  readonly byRequest: boolean;
  /** Why it is not archived. */
  readonly because: readonly string[];
}

const none = { size: null, byRequest: false, because: [] };

export function archiveReport(archive: UpArchive | undefined): ArchiveReport | null {
  switch (archive?.does) {
    case undefined:
      return null;
    case 'nothing':
      return { ...none, does: 'nothing' };
    case 'delete':
      return { ...none, does: 'delete', byRequest: archive.byRequest, because: archive.because };
    case 'refuse':
      return { ...none, does: 'refuse', because: archive.unarchived.map(({ message }) => message) };
    case 'archive': {
      const { preview } = archive;
      if (preview === undefined) return { ...none, does: 'archive' };
      const { atMost, bytes, lockMs, rows } = preview;
      return { ...none, does: 'archive', size: { rows, bytes, lockMs, atMost } };
    }
  }
}

/** For a plan; '' where nothing is deleted, or nothing was asked for. */
export function archiveWords(archive: ArchiveReport | null): string {
  switch (archive?.does) {
    case undefined:
    case 'nothing':
      return '';
    case 'delete':
      return `⚠️ what it deletes is not archived: ${archive.because.join('; ')}`;
    case 'refuse':
      return `❌ not applied, because what it deletes cannot be archived: ${archive.because.join('; ')}`;
    case 'archive': {
      if (archive.size === null)
        return 'what it deletes is archived in `lockstep_archive` first; only its run shows how much';
      const { atMost, bytes, lockMs, rows } = archive.size;
      return `what it deletes is archived in \`lockstep_archive\` first: ${atMost ? 'at most ' : ''}${count(rows, 'row')}, ${bytes} bytes, its tables locked for about ${formatDuration(lockMs)}`;
    }
  }
}
