import { type Clock, describe, InputError, type Logger, RemoteError, readCheckList } from '@lockstep/base';
import {
  type Collected,
  type ControlMap,
  digestOf,
  type FoundEvidence,
  type FoundList,
  type FoundRun,
  filesOf,
  foundFile,
  type GateFact,
  gatherReports,
  type NumberFacts,
} from '@lockstep/evidence';
import { type GitHub, newestRun, readRerunJobs } from '@lockstep/github';
import { readPastReleases } from '../past-releases.ts';
import { readServices, servicesOf } from '../services-of.ts';
import { artifactPlace } from './artifact-place.ts';
import { bytesIn } from './bytes-in.ts';
import { type AnchoredTrail, foundTrail } from './found-trail.ts';
import { type TrustValues, trustedBranches } from './trusted-branches.ts';

/** How many artifacts of a name, and releases of all services together, are read at most: GitHub gives a job 1,000 requests an hour. */
const MOST_ARTIFACTS = 12;
const MOST_RELEASES = 60;
const MOST_RERUNS = 20;

/** What is read, and how far back. */
export interface GatherValues extends TrustValues {
  /** In ms. */
  readonly window: number;
  readonly 'report-files': readonly string[];
  readonly environment: string;
  readonly service: string;
  readonly 'ledger-creator': string;
  readonly 'quality-workflow': string;
  /** In ms. */
  readonly 'max-unanchored': number;
}

/** Where it is read from, and who reads. */
export interface GatherTools {
  readonly github: GitHub;
  readonly trail: () => Promise<AnchoredTrail>;
  readonly clock: Clock;
  readonly log: Logger;
  /** The folder of the repository. */
  readonly workspace: string;
  /** Address of the repository, for people. */
  readonly repository: string;
  /** Address of the run; null outside of one. */
  readonly run: string | null;
  /** Version of the tool that reads. */
  readonly version: string;
}

/**
 * Reads everything that controls and numbers are made of: reports in artifacts and in files, the audit trail, runs, files
 * of the repository, the ledger. What could not be read is said, and never taken for something that is not there.
 */
export async function gather(values: GatherValues, map: ControlMap, tools: GatherTools): Promise<Collected> {
  const { clock, github, log, repository, run, version, workspace } = tools;
  const nowMs = clock.now();
  const notes: string[] = [];
  const unread: Partial<Record<keyof FoundEvidence['unread'], string>> = {};
  const sources = map.controls.flatMap(({ evidence }) => evidence);
  const window = { fromMs: nowMs - values.window, toMs: nowMs };

  const given = reportsIn(values['report-files'], workspace);
  const gathered = await orSay(
    async () =>
      await gatherReports(artifactPlace(github), {
        branches: await trustedBranches(values, github),
        ...{ fromMs: window.fromMs, most: MOST_ARTIFACTS, log },
      }),
    (why) => {
      unread.reports = why;
    },
  );
  notes.push(...(gathered?.notes ?? []));
  if (gathered?.unread !== undefined) unread.reports = gathered.unread;
  const trail = await orSay(
    async () =>
      foundTrail(await tools.trail(), { maxUnanchoredMs: values['max-unanchored'], repository, run, version }),
    (why) => {
      unread.records = why;
    },
  );
  if (trail?.doubt !== undefined) unread.records = trail.doubt;
  const workflows = sources.flatMap((source) => (source.kind === 'workflow' ? [source.workflow] : []));
  const runs = await orSay(
    async () => await runsOf(github, [...new Set(workflows)], await trustedBranches(values, github)),
    (why) => {
      unread.runs = why;
    },
  );
  const numbers = await orSay(
    async () => await numbersFrom(github, values, window),
    (why) => {
      notes.push(`the ledger was not read: ${why}`);
    },
  );
  for (const [kind, why] of Object.entries(unread)) notes.push(`${kind} were not read: ${why}`);
  const lists = [...given, ...(gathered?.lists ?? []), ...(trail?.lists ?? [])];
  const checkLists = lists.map(({ list }) => list);
  const files = filesOf(sources).flatMap((file) => {
    const bytes = bytesIn(file, workspace);
    return bytes === undefined ? [] : [[file, foundFile(file, bytes, checkLists)] as const];
  });
  const gates = (gathered?.gates ?? []).flatMap(({ gates: all, ...of }) =>
    all.map(({ name, verdict }): GateFact => ({ gate: name, commit: of.commit, verdict, atMs: of.atMs, run: of.run })),
  );
  return {
    at: new Date(nowMs).toISOString(),
    found: {
      ...{ lists, unread, broken: gathered?.broken ?? [], records: trail?.records ?? [], runs: runs ?? [] },
      files: new Map(files),
    },
    numbers: numbers === undefined ? null : { ...numbers, gates: [...numbers.gates, ...gates] },
    notes,
  };
}

async function orSay<T>(read: () => Promise<T>, say: (why: string) => void): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    say(describe(error));
    return undefined;
  }
}

/** Reports that steps before this one wrote. Throws InputError with all that cannot be read. */
function reportsIn(paths: readonly string[], workspace: string): readonly FoundList[] {
  const problems: string[] = [];
  const lists = paths.flatMap((file): FoundList[] => {
    const bytes = bytesIn(file, workspace, 'anywhere');
    try {
      if (bytes === undefined) throw new InputError(`${file} cannot be read`);
      return [{ file, digest: digestOf(bytes), list: readCheckList(bytes.toString('utf8'), file) }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems.map((problem) => `input "report-files": ${problem}`));
      return [];
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return lists;
}

async function runsOf(github: GitHub, workflows: readonly string[], branches: readonly string[]): Promise<FoundRun[]> {
  const runs: FoundRun[] = [];
  // Runs of a pattern cannot be asked for.
  for (const branch of branches.filter((one) => !one.includes('*')))
    for (const workflow of workflows) {
      const run = await newestRun(github, workflow, branch);
      if (run !== undefined) runs.push({ workflow, ...run });
    }
  return runs;
}

async function numbersFrom(github: GitHub, values: GatherValues, window: NumberFacts['window']): Promise<NumberFacts> {
  const { environment } = values;
  const creator = values['ledger-creator'];
  const services = await servicesOf(github, { environment, service: values.service, creator, fromMs: window.fromMs });
  const all = await readServices(services, MOST_RELEASES, async (service, most) => {
    const found = await readPastReleases(github, { environment, service, creator, window, most });
    return { found, records: found.records };
  });
  const reruns = await readRerunJobs(github, values['quality-workflow'], { fromMs: window.fromMs, most: MOST_RERUNS });
  const jobs = reruns.map(
    ({ atMs, attempt, commit, hasPassed, job }): GateFact => ({
      ...{ gate: `job ${job}, of runs that ran again`, commit, atMs, run: attempt },
      verdict: hasPassed ? 'pass' : 'fail',
    }),
  );
  return {
    ...{ environment, window, service: services.length === 1 ? (services[0] ?? '') : '' },
    releases: all.flatMap(({ releases }) => releases),
    sizes: all.flatMap(({ sizes }) => sizes),
    gates: [...all.flatMap(({ gates }) => gates), ...jobs],
    gaps: all.flatMap(({ gaps }) => gaps),
  };
}
