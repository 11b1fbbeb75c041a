import type { RefusedArchive } from '../archive/archivist.ts';
import type { ArchiveLimits } from '../archive/limits.ts';
import type { ArchivePreview } from '../archive/preview.ts';
import type { Loss } from '../data-loss/losses.ts';

/** `auto`: what a contract migration deletes is archived where that is possible. `always`: else it is not applied. */
export interface ContractArchive {
  readonly mode: 'auto' | 'always';
  readonly limits: ArchiveLimits;
}

/** What becomes of what a contract migration deletes; decided before anything is changed. */
export type UpArchive =
  /** Its text shows that it deletes nothing. */
  | { readonly does: 'nothing' }
  /** It is archived. Without `preview`, only its run shows how much that is. */
  | { readonly does: 'archive'; readonly preview: ArchivePreview | undefined }
  /** It is deleted without an archive. */
  | {
      readonly does: 'delete';
      readonly losses: readonly Loss[];
      readonly because: readonly string[];
      /** Its file says so. */
      readonly byRequest: boolean;
    }
  /** It is not applied. */
  | { readonly does: 'refuse'; readonly losses: readonly Loss[]; readonly unarchived: readonly RefusedArchive[] };

/** What is known of a contract migration before it runs. */
export interface UpFacts {
  readonly isHarmless: boolean;
  /** Why its file says that what it deletes must not be archived. */
  readonly noArchive: string | undefined;
  readonly losses: readonly Loss[];
  /** What it does that cannot be tried and rolled back. */
  readonly untestable: readonly Loss[];
  readonly preview: ArchivePreview | undefined;
}

/**
 * Decides it. Nothing is deleted without an archive unless that was said beforehand: what turns out to be impossible only
 * during the run stops the migration, with `auto` as well. Pure.
 */
export function decideArchive(mode: ContractArchive['mode'], facts: UpFacts): UpArchive {
  const { isHarmless, noArchive, preview, untestable } = facts;
  const losses = [...facts.losses, ...untestable];
  if (noArchive !== undefined)
    return { does: 'delete', losses, because: [`no-archive because ${noArchive}`], byRequest: true };
  if (isHarmless) return { does: 'nothing' };
  const unarchived = [...untestable.map(untested), ...(preview?.unarchived ?? [])];
  if (unarchived.length === 0) return { does: 'archive', preview };
  return mode === 'always'
    ? { does: 'refuse', losses, unarchived }
    : { does: 'delete', losses, because: unarchived.map(({ message }) => message), byRequest: false };
}

export function untested({ object }: Loss): RefusedArchive {
  const message = `${object} cannot be archived: what it does cannot be tested beforehand`;
  return { kind: 'not-possible', message };
}
