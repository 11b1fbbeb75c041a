import type { GitHub } from '../client.ts';
import { HEAD_TASK, type HeadPayload, INTENT_TASK, type LedgerKey, readHead, readIntent } from './payload.ts';
import type { RawStatus } from './states.ts';
import { foldLedger, type Head, isOfItself, type LedgerView, type RawDeployment, type RawRecord } from './view.ts';
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
export const LOOKED_AT = 10;

/**
 * The newest heads, the last released one (past those that are of themselves, to where they go back to), and the intents
 * that are newer than it. Statuses are read for those alone, and of our own line: a release says which one was live when
 * it began, so that the failed ones between need not be asked.
 */
export async function readView(source: LedgerSource, key: LedgerKey): Promise<LedgerView> {
  const { creator, github } = source;
  const records: RawRecord[] = [];
  const passedOver: RawDeployment[] = [];
  let [since, looked] = [0, 0];
  let liveBefore: string | null = null;
  /** Whether it is the one to go back to. */
  const look = async (record: RawDeployment): Promise<boolean> => {
    looked++;
    const whole = await withStatuses(github, record);
    records.push(whole);
    const [head] = foldLedger(key, creator, [whole]).heads;
    liveBefore = head?.before.release ?? null;
    if (head?.state !== 'released') return false;
    if (since === 0) since = record.id;
    return !isOfItself(head);
  };
  let found = false;
  for await (const record of deployments(github, key, HEAD_TASK)) {
    const payload = record.creator?.login === creator ? readHead(record.payload) : undefined;
    if (payload?.service !== key.service) records.push({ ...record, statuses: [] });
    else if (looked >= LOOKED_AT && payload.id !== liveBefore) passedOver.push(record);
    else found = await look(record);
    if (found) break;
  }
  // Where the record of what was live then is gone, the next ones are asked.
  if (!found) for (const record of passedOver.slice(0, LOOKED_AT)) if (await look(record)) break;
  let intents = 0;
  for await (const record of deployments(github, key, INTENT_TASK)) {
    if (record.id < since) break;
    const ours = record.creator?.login === creator && readIntent(record.payload)?.service === key.service;
    if (!ours) records.push({ ...record, statuses: [] });
    else if (++intents <= LOOKED_AT) records.push(await withStatuses(github, record));
  }
  return foldLedger(key, creator, records);
}

/** The releases of a line, newest first, each read when it is asked for. */
export async function* readReleases(source: LedgerSource, key: LedgerKey): AsyncGenerator<Head, void, undefined> {
  for await (const { record } of headsOf(source, key)) yield* await whole(source, key, record);
}

export interface WantedLine {
  /** What is known already. */
  readonly view: LedgerView;
  /** Whether it is the one to stop at. */
  isIt(head: Head): boolean;
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
): Promise<readonly Head[]> {
  const known = new Map(view.heads.map((head) => [head.id, head]));
  const line: Head[] = [];
  let liveBefore: string | null = null;
  for await (const { payload, record } of headsOf(source, key)) {
    const told = known.get(payload.id);
    const assumed: Head | undefined =
      told === undefined && payload.id === liveBefore ? wentThrough(payload, record) : undefined;
    const isEnough: boolean = assumed !== undefined && !isIt(assumed);
    const head: Head | undefined = told ?? (isEnough ? assumed : (await whole(source, key, record))[0]);
    if (head === undefined) continue;
    line.push(head);
    if (isIt(head) || line.length >= most) break;
    if (head.state === 'released') liveBefore = head.before.release;
  }
  return line;
}

/** One that a newer one says was live; undefined where only its statuses can tell what it brought. */
function wentThrough(payload: HeadPayload, record: RawDeployment): Head | undefined {
  const brings = payload.candidate.deployment;
  const { created_at: at, id } = record;
  return brings === null
    ? undefined
    : { ...payload, record: id, createdAt: at, since: at, state: 'released', message: '', brings };
}

/** Our own, each once. */
async function* headsOf({ creator, github }: LedgerSource, key: LedgerKey) {
  const seen = new Set<string>();
  for await (const record of deployments(github, key, HEAD_TASK)) {
    const payload = readHead(record.payload);
    if (payload?.service !== key.service || record.creator?.login !== creator || seen.has(payload.id)) continue;
    seen.add(payload.id);
    yield { payload, record };
  }
}

async function whole(
  { creator, github }: LedgerSource,
  key: LedgerKey,
  record: RawDeployment,
): Promise<readonly Head[]> {
  return foldLedger(key, creator, [await withStatuses(github, record)]).heads;
}

/** Newest first. */
async function* deployments(github: GitHub, key: LedgerKey, task: string): AsyncGenerator<RawDeployment> {
  for await (const page of github.pages('repos.listDeployments', { environment: key.environment, task }))
    yield* page.map(deploymentOf);
}

async function withStatuses(github: GitHub, record: RawDeployment): Promise<RawRecord> {
  const statuses: RawStatus[] = [];
  for await (const page of github.pages('repos.listDeploymentStatuses', { deployment_id: record.id }))
    statuses.push(...page.map((status) => ({ ...status, id: Number(status.id) })));
  return { ...record, statuses };
}
