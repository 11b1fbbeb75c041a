import { describe, InputError, type Logger, RemoteError, readCheckList } from '@lockstep/base';
import type { FoundBroken, FoundList } from '../controls/found.ts';
import { digestOf } from '../trail/record.ts';
import { type ArtifactFacts, type ArtifactRun, doubtOf, isOfOthers, mismatchOf } from './judge-artifact.ts';
import { type GateVerdict, readQualityReport } from './quality-report.ts';
import { REPORT_ARTIFACTS, type ReportArtifact } from './report-artifacts.ts';
import { readZip } from './zip.ts';

/** Where runs keep their artifacts. Each throws RemoteError. */
export interface ArtifactPlace {
  /** Newest first, each page read when it is asked for. */
  list(name: string): AsyncIterable<ArtifactFacts>;
  download(id: number): Promise<Buffer>;
  /** Undefined where it is gone. */
  run(id: number): Promise<ArtifactRun | undefined>;
}

export interface GatherOptions {
  /** Whose runs are believed, `*` for any characters. */
  readonly branches: readonly string[];
  readonly fromMs: number;
  /** How many of each name are read at most, newest first, of those that are trusted; and as many gates of others. */
  readonly most: number;
  readonly log: Logger;
}

/** Verdicts of gates of one run. */
export interface FoundGates {
  readonly commit: string;
  readonly atMs: number;
  readonly run: string;
  readonly gates: readonly GateVerdict[];
}

export interface GatheredReports {
  /** All of the time that was asked for: what of them is current, `collectEvidence` finds out. */
  readonly lists: readonly FoundList[];
  readonly broken: readonly FoundBroken[];
  /** Also of runs that are no evidence, such as those of pull requests: a gate that wavers does so there. */
  readonly gates: readonly FoundGates[];
  /** What was passed over, in a line each. */
  readonly notes: readonly string[];
  /** Where others pushed out what is trusted: of which reports not all were found; undefined where that did not happen. */
  readonly unread: string | undefined;
}

const MOST_BYTES = 64 * 1024 * 1024;
/** So many times as many as are read are looked at: GitHub gives a job 1,000 requests an hour. */
const LOOKED_AT = 5;
const LIMITS = { files: 10_000, bytes: MOST_BYTES } as const;

/** Reads the reports that runs of our workflows keep. What cannot be read is broken, and never passed over in silence. */
export async function gatherReports(place: ArtifactPlace, options: GatherOptions): Promise<GatheredReports> {
  const found = { lists: [] as FoundList[], broken: [] as FoundBroken[], gates: [] as FoundGates[] };
  const notes: string[] = [];
  const unread: string[] = [];
  for (const kind of REPORT_ARTIFACTS) {
    const many = { lookedAt: 0, trusted: 0, others: 0 };
    for await (const artifact of place.list(kind.artifact)) {
      if (artifact.createdMs < options.fromMs) break;
      if (many.trusted >= options.most) {
        notes.push(`${kind.artifact}: only the newest ${options.most} artifacts were read`);
        break;
      }
      // Gates of others are history, but no more of it than of our own.
      const isHistory = kind.form === 'gates' && !artifact.expired && many.others < options.most;
      if (!isHistory && isOfOthers(artifact, options.branches)) continue;
      if (many.lookedAt >= options.most * LOOKED_AT) {
        unread.push(
          `${kind.artifact}: ${many.lookedAt} artifacts were looked at, of which ${many.trusted} are of runs on branches that are trusted`,
        );
        break;
      }
      many.lookedAt++;
      const run = await place.run(artifact.runId);
      const doubt = doubtOf(run, options.branches);
      if (doubt !== undefined) options.log.debug(`artifact ${kind.artifact} of run ${artifact.runId}: ${doubt}`);
      if (run === undefined || (doubt !== undefined && !isHistory)) continue;
      if (artifact.expired) {
        // What is older has expired too. It was good or bad, and says nothing now.
        notes.push(`${kind.artifact}: the artifact of ${run.url} and those before it have expired`);
        break;
      }
      many[doubt === undefined ? 'trusted' : 'others']++;
      const read = await readArtifact(place, kind, { artifact, run });
      if (read.kind === 'read' && read.gates !== undefined) found.gates.push(read.gates);
      if (doubt !== undefined) continue;
      if (read.kind === 'read') found.lists.push(read.list);
      else found.broken.push(brokenOf(kind, { artifact, run }, read));
    }
  }
  return { ...found, notes, unread: unread.length === 0 ? undefined : unread.join('; ') };
}

interface Kept {
  readonly artifact: ArtifactFacts;
  readonly run: ArtifactRun;
}

type ReadArtifact =
  | { readonly kind: 'read'; readonly list: FoundList; readonly gates?: FoundGates }
  | { readonly kind: 'broken'; readonly why: string; readonly digest: string };

async function readArtifact(place: ArtifactPlace, kind: ReportArtifact, kept: Kept): Promise<ReadArtifact> {
  const { artifact } = kept;
  const broken = (why: string, digest = ''): ReadArtifact => ({ kind: 'broken', why, digest });
  if (artifact.bytes > MOST_BYTES)
    return broken(`the artifact has ${artifact.bytes} bytes, at most ${MOST_BYTES} are read`);
  let archive: Buffer;
  try {
    archive = await place.download(artifact.id);
  } catch (error) {
    if (error instanceof RemoteError) return broken(`it could not be downloaded: ${describe(error)}`);
    throw error;
  }
  const digest = digestOf(archive);
  if (artifact.digest !== null && artifact.digest !== `sha256:${digest}`)
    return broken('the archive is not the one that GitHub stored', digest);
  const zip = readZip(archive, (name) => name === kind.file, LIMITS);
  if (zip.kind === 'broken') return broken(zip.why, digest);
  const file = zip.files.get(kind.file);
  return file === undefined ? broken(`there is no ${kind.file} in it`, digest) : readFile(file, kind, kept);
}

function readFile(file: Buffer, kind: ReportArtifact, { artifact, run }: Kept): ReadArtifact {
  const digest = digestOf(file);
  const text = file.toString('utf8');
  const name = nameOf(kind);
  if (kind.form === 'gates') {
    const read = readQualityReport(text, { nowMs: artifact.createdMs, run: run.url, subject: run.repository });
    if (read.kind === 'broken') return { ...read, digest };
    const gates = { commit: run.commit, atMs: artifact.createdMs, run: run.url, gates: read.gates };
    return { kind: 'read', list: { file: name, digest, list: read.list }, gates };
  }
  try {
    const list = readCheckList(text, name);
    const why = mismatchOf(list, { tool: kind.tool, artifact, run });
    if (why !== undefined) return { kind: 'broken', why, digest };
    return { kind: 'read', list: { file: name, digest, list: { ...list, run: list.run ?? run.url } } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { kind: 'broken', why: error.problems[0] ?? 'it is no list of checks', digest };
  }
}

const nameOf = ({ artifact, file }: ReportArtifact) => `${artifact}/${file}`;

function brokenOf(
  kind: ReportArtifact,
  { artifact, run }: Kept,
  read: { readonly why: string; readonly digest: string },
): FoundBroken {
  const { digest, why } = read;
  return { tool: kind.tool, file: nameOf(kind), digest, atMs: artifact.createdMs, run: run.url, why };
}
