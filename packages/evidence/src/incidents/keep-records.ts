import { type Check, count, describe, InputError, nameSome, RemoteError } from '@lockstep/base';
import { type AppendTools, appendEntry } from '../trail/append.ts';
import type { TrailEntry } from '../trail/record.ts';
import type { TrailStore } from '../trail/store.ts';
import { readTrail } from '../trail/verify.ts';
import type { Incident } from './incident.ts';
import { incidentRecords, readTrailRecords } from './records.ts';

export interface KeptRecords {
  /** All of the trail, as far as it can be read. */
  readonly records: readonly TrailEntry[];
  /** Whether the trail has what there is to record; none where there is nothing. */
  readonly checks: readonly Check[];
}

/**
 * Records each incident in the audit trail. A trail that refuses, or that cannot be reached, loses none: the issues are there,
 * and the next run records what this one could not. Throws the signal's reason.
 */
export async function keepRecords(
  incidents: readonly Incident[],
  trail: TrailStore,
  { run, ...tools }: AppendTools & { readonly run: TrailEntry['run'] },
): Promise<KeptRecords> {
  if (incidents.length === 0) return { records: [], checks: [] };
  const { signal } = tools;
  const problems: string[] = [];
  const otherwise: string[] = [];
  const known: AppendTools['known'] = new Map();
  const entries = incidents.flatMap((incident) => incidentRecords(incident, run));
  for (const entry of entries) {
    const problem = await problemOf(async () => {
      if ((await appendEntry(trail, entry, { ...tools, known })).differs) otherwise.push(entry.id);
    }, signal);
    if (problem === undefined) continue;
    problems.push(problem.what);
    if (problem.isOfTrail) break;
  }
  let records: readonly TrailEntry[] = [];
  const unread = await problemOf(async () => {
    records = readTrailRecords(await readTrail(trail, { signal }));
  }, signal);
  if (unread !== undefined) problems.push(unread.what);
  const found = { entries: entries.length, problems: [...new Set(problems)], otherwise };
  return { records, checks: [recordedCheck(trail.name, found)] };
}

/** Of the trail as a whole, or of the one entry. */
interface Problem {
  readonly what: string;
  readonly isOfTrail: boolean;
}

async function problemOf(work: () => Promise<unknown>, signal: AbortSignal): Promise<Problem | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const isOfTrail = error instanceof RemoteError;
    if (signal.aborted || (!isOfTrail && !(error instanceof InputError))) throw error;
    return { what: describe(error), isOfTrail };
  }
}

interface Kept {
  readonly entries: number;
  readonly problems: readonly string[];
  /** Ids of which the trail says something else. */
  readonly otherwise: readonly string[];
}

function recordedCheck(name: string, { entries, otherwise, problems }: Kept): Check {
  const about = {
    ...{ id: 'incident/recorded', title: 'Incidents are in the audit trail', what: name },
    expected: 'a record of each that was opened or closed',
  };
  const others = otherwise.length === 0 ? [] : [`the trail says something else of ${nameSome(otherwise, 5)}`];
  const measured = [...problems, ...others].join('; ');
  if (problems.length > 0)
    return {
      ...{ ...about, verdict: 'unknown', reason: 'not-recorded', measured },
      remedy: 'the issues are there, and the next run records what is missing: correct this by then',
    };
  if (others.length > 0)
    return {
      ...{ ...about, verdict: 'unknown', reason: 'recorded-otherwise', measured },
      remedy:
        'compare the record with the issue and its comment, and correct what was changed there; a record is never changed',
    };
  return {
    ...about,
    verdict: 'pass',
    reason: 'recorded',
    measured: `${count(entries, 'record')}, all there`,
    remedy: '',
  };
}
