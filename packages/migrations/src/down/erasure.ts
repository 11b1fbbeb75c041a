import type { RefusedArchive } from '../archive/archivist.ts';

/** Why a down migration is not archived whose file says that its deletion is what it is for. */
export function erasure(file: string, because: string): RefusedArchive {
  const message = `${file} is not archived, because it says "no-archive because ${because}"; use on-data-loss: allow where the data is to be deleted`;
  return { kind: 'not-possible', message };
}
