import type { ArtifactPlace } from './gather-reports.ts';
import { doubtOf } from './judge-artifact.ts';
import { readZip } from './zip.ts';

export interface WantedFile {
  readonly artifact: string;
  readonly file: string;
  /** Whose runs are believed, `*` for any characters. */
  readonly branches: readonly string[];
}

/** So many artifacts are looked at, newest first. */
const MOST = 10;
const LIMITS = { files: 10_000, bytes: 16 * 1024 * 1024 } as const;

/** A file of the newest artifact of a name that a run of ours kept; undefined where there is none. Throws RemoteError. */
export async function newestFile(place: ArtifactPlace, wanted: WantedFile): Promise<Buffer | undefined> {
  let many = 0;
  for await (const { bytes, expired, id, runId } of place.list(wanted.artifact)) {
    if (expired || ++many > MOST) return undefined;
    if (bytes > LIMITS.bytes || doubtOf(await place.run(runId), wanted.branches) !== undefined) continue;
    const zip = readZip(await place.download(id), (name) => name === wanted.file, LIMITS);
    const found = zip.kind === 'broken' ? undefined : zip.files.get(wanted.file);
    if (found !== undefined) return found;
  }
  return undefined;
}
