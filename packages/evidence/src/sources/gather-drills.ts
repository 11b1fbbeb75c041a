import { describe, isMap, RemoteError } from '@lockstep/base';
import { hasMeasured } from '../documents/measured.ts';
import { digestOf } from '../trail/record.ts';
import type { ArtifactPlace } from './gather-reports.ts';
import { type ArtifactFacts, type ArtifactRun, doubtOf, isOfOthers, mismatchOf } from './judge-artifact.ts';
import { readZip } from './zip.ts';

/** The artifacts in which our workflows keep the numbers of a drill. */
const ARTIFACTS = ['lockstep-drill', 'lockstep-alert-drill'] as const;
const FILE = 'drill.json';
const MOST_BYTES = 64 * 1024 * 1024;

export interface GatheredDrills {
  /** As they were found, for `readMeasured`. */
  readonly found: readonly unknown[];
  /** Why a drill says nothing, in a line each. */
  readonly notes: readonly string[];
}

/** Reads the numbers of the newest drill of each kind. An older one is no substitute for one that cannot be read. */
export async function gatherDrills(place: ArtifactPlace, branches: readonly string[]): Promise<GatheredDrills> {
  const found: unknown[] = [];
  const notes: string[] = [];
  for (const name of ARTIFACTS) {
    const kept = await newestOf(place, name, branches);
    if (kept === undefined) continue;
    const read = await readDrill(place, kept);
    if (read.kind === 'read') found.push(read.record);
    else notes.push(`${name}: the drill of ${kept.run.url} cannot be read: ${read.why}`);
  }
  return { found, notes };
}

interface Kept {
  readonly artifact: ArtifactFacts;
  readonly run: ArtifactRun;
}

async function newestOf(place: ArtifactPlace, name: string, branches: readonly string[]): Promise<Kept | undefined> {
  for await (const artifact of place.list(name)) {
    if (isOfOthers(artifact, branches)) continue;
    const run = await place.run(artifact.runId);
    if (run !== undefined && doubtOf(run, branches) === undefined) return { artifact, run };
  }
  return undefined;
}

type ReadDrill =
  | { readonly kind: 'read'; readonly record: unknown }
  | { readonly kind: 'broken'; readonly why: string };

async function readDrill(place: ArtifactPlace, { artifact, run }: Kept): Promise<ReadDrill> {
  const broken = (why: string): ReadDrill => ({ kind: 'broken', why });
  if (artifact.expired) return broken('its artifact has expired');
  if (artifact.bytes > MOST_BYTES) return broken(`its artifact has ${artifact.bytes} bytes`);
  let archive: Buffer;
  try {
    archive = await place.download(artifact.id);
  } catch (error) {
    if (error instanceof RemoteError) return broken(describe(error));
    throw error;
  }
  if (artifact.digest !== null && artifact.digest !== `sha256:${digestOf(archive)}`)
    return broken('the archive is not the one that GitHub stored');
  const zip = readZip(archive, (name) => name === FILE, { files: 10_000, bytes: MOST_BYTES });
  if (zip.kind === 'broken') return broken(zip.why);
  const record = parsed(zip.files.get(FILE)?.toString('utf8') ?? '');
  if (record === undefined) return broken(`there is no ${FILE} in it, or it is no JSON`);
  if (!hasMeasured(record)) return broken(`its ${FILE} is no record of a drill`);
  const about = { tool: '', artifact, run };
  const why = mismatchOf({ at: String(record['at']), run: textOr(record['run']), tool: { name: '' } }, about);
  return why === undefined ? { kind: 'read', record } : broken(why);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isMap(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
