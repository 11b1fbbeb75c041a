import type { GitHub } from '../client.ts';
import {
  type LedgerKey,
  RELEASE_TASK,
  type ReleasePayload,
  readReleasePayload,
  readSwapPayload,
  SWAP_TASK,
} from './payload.ts';
import type { RawStatus } from './states.ts';
import {
  foldLedger,
  isRepeatRelease,
  type LedgerView,
  type RawDeployment,
  type RawRecord,
  type ReleaseRecord,
  wentThrough,
} from './view.ts';
import { deploymentOf } from './write.ts';

/** Where records are read, and whose count. */
export interface LedgerSource {
  readonly github: GitHub;
  readonly creator: string;
}

/**
 * How many of the newest releases, and changes of traffic, are looked at one by one. No release begins while one before
 * it, or a change of traffic, waits for an end: what lies further back had ended when the newer ones began, however many
 * of those failed. Two that began at once lie side by side.
 */
export const RECORDS_READ = 10;

/**
 * The newest releases, the last one that went through (past those that are of themselves, to where they go back to), and the
 * swaps that are newer than it. Statuses are read for those alone, and of our own line: a release says which one was live when
 * it began, so that the failed ones between need not be asked.
 */
export async function readView(source: LedgerSource, key: LedgerKey): Promise<LedgerView> {
  const { creator, github } = source;
  const records: RawRecord[] = [];
  const passedOver: RawDeployment[] = [];
  let [since, looked] = [0, 0];
  let liveBefore: string | null = null;
  /** Something is known that users had: what was found live. Of two that began at once, the first lies near it. */
  let isAnchored = false;
  /** Whether it is the one to go back to. */
  const look = async (record: RawDeployment): Promise<boolean> => {
    looked++;
    const whole = await withStatuses(github, record);
    records.push(whole);
    const [release] = foldLedger(key, creator, [whole]).releases;
    liveBefore = release?.before.release ?? null;
    isAnchored ||= release?.state === 'released';
    if (release === undefined || !wentThrough(release)) return false;
    if (since === 0) since = record.id;
    return !isRepeatRelease(release);
  };
  let found = false;
  for await (const record of deployments(github, key, RELEASE_TASK)) {
    const payload = record.creator?.login === creator ? readReleasePayload(record.payload) : undefined;
    if (payload?.service !== key.service) records.push({ ...record, statuses: [] });
    else if (looked >= RECORDS_READ && payload.id !== liveBefore) passedOver.push(record);
    else found = await look(record);
    if (found || (isAnchored && looked >= RECORDS_READ)) break;
  }
  // Where the record of what was live then is gone, the next ones are asked.
  if (!found && !isAnchored) for (const record of passedOver.slice(0, RECORDS_READ)) if (await look(record)) break;
  let swaps = 0;
  for await (const record of deployments(github, key, SWAP_TASK)) {
    if (record.id < since) break;
    const ours = record.creator?.login === creator && readSwapPayload(record.payload)?.service === key.service;
    if (!ours) records.push({ ...record, statuses: [] });
    else if (++swaps <= RECORDS_READ) records.push(await withStatuses(github, record));
  }
  return foldLedger(key, creator, records);
}

/** The releases of a line, newest first, each read when it is asked for. */
export async function* readReleases(
  source: LedgerSource,
  key: LedgerKey,
): AsyncGenerator<ReleaseRecord, void, undefined> {
  for await (const { record } of releasesOf(source, key)) yield* await whole(source, key, record);
}

export interface WantedLine {
  /** What is known already. */
  readonly view: LedgerView;
  /** Whether it is the one to stop at. */
  isIt(release: ReleaseRecord): boolean;
  /** How many to look at. */
  readonly most: number;
}

/**
 * The releases of a line, newest first, down to the wanted one. How each of them ended is asked of few: a release that
 * went through names the one that was live when it began, and that one had gone through. What lies between the two failed,
 * and something of it may be in place, so it is asked; and so is the wanted one itself.
 */
export async function readLine(
  source: LedgerSource,
  key: LedgerKey,
  { isIt, most, view }: WantedLine,
): Promise<readonly ReleaseRecord[]> {
  const known = new Map(view.releases.map((release) => [release.id, release]));
  const line: ReleaseRecord[] = [];
  let liveBefore: string | null = null;
  for await (const { payload, record } of releasesOf(source, key)) {
    const read = known.get(payload.id);
    const assumed: ReleaseRecord | undefined =
      read === undefined && payload.id === liveBefore ? assumeReleased(payload, record) : undefined;
    const isEnough: boolean = assumed !== undefined && !isIt(assumed);
    const release: ReleaseRecord | undefined = read ?? (isEnough ? assumed : (await whole(source, key, record))[0]);
    if (release === undefined) continue;
    line.push(release);
    if (isIt(release) || line.length >= most) break;
    if (release.state === 'released') liveBefore = release.before.release;
  }
  return line;
}

/** One that a newer one says was live; undefined where only its statuses can tell what it brought. */
function assumeReleased(payload: ReleasePayload, record: RawDeployment): ReleaseRecord | undefined {
  const { deployment } = payload.candidate;
  const { created_at: at, id } = record;
  return deployment === null
    ? undefined
    : { ...payload, record: id, createdAt: at, since: at, state: 'released', message: '', deployment };
}

/** Our own, each once. */
async function* releasesOf({ creator, github }: LedgerSource, key: LedgerKey) {
  const seen = new Set<string>();
  for await (const record of deployments(github, key, RELEASE_TASK)) {
    const payload = readReleasePayload(record.payload);
    if (payload?.service !== key.service || record.creator?.login !== creator || seen.has(payload.id)) continue;
    seen.add(payload.id);
    yield { payload, record };
  }
}

async function whole(
  { creator, github }: LedgerSource,
  key: LedgerKey,
  record: RawDeployment,
): Promise<readonly ReleaseRecord[]> {
  return foldLedger(key, creator, [await withStatuses(github, record)]).releases;
}

/** Newest first. */
export async function* deployments(github: GitHub, key: LedgerKey, task: string): AsyncGenerator<RawDeployment> {
  for await (const page of github.pages('repos.listDeployments', { environment: key.environment, task }))
    yield* page.map(deploymentOf);
}

export async function withStatuses(github: GitHub, record: RawDeployment): Promise<RawRecord> {
  const statuses: RawStatus[] = [];
  for await (const page of github.pages('repos.listDeploymentStatuses', { deployment_id: record.id }))
    statuses.push(...page.map((status) => ({ ...status, id: Number(status.id) })));
  return { ...record, statuses };
}
