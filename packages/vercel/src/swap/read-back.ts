import { type Delays, describe, pause, RemoteError, sameCommit, sameDeployment } from '@lockstep/base';
import { atMost } from '../at-most.ts';
import type { VercelApi } from '../client.ts';
import { readAliases } from '../hosts.ts';
import { readProject } from '../project.ts';
import type { RolloutArm } from '../rolling/arms.ts';
import { type Rollout, readRollout } from '../rolling/rollout.ts';
import { isWildcard, nameBelow } from '../wildcard.ts';

/** Which build answered under a host. */
export type ServedBuild =
  | { readonly kind: 'served'; readonly deploymentId: string | undefined; readonly commit: string | undefined }
  /**
   * No build named itself; `answered` where something answered at all, `failing` where that was a server error, or nothing came
   * in time, `sentOn` where it sent visitors on to a host.
   */
  | {
      readonly kind: 'silent';
      readonly why: string;
      readonly answered?: boolean;
      readonly failing?: boolean;
      readonly sentOn?: string;
    }
  /** The name does not resolve, so that no one reaches it. */
  | { readonly kind: 'unresolved' };

/**
 * Asks a host, the way its users do, which build it is; with `base` as those do whom a rolling release leaves where they are.
 */
export type ProbeHost = (host: string, signal: AbortSignal, arm?: RolloutArm) => Promise<ServedBuild>;

/** What must be seen everywhere. */
export interface Expectation {
  readonly projectId: string;
  readonly deploymentId: string;
  /** Where it is known: hosts may name only their commit. */
  readonly commit: string | undefined;
  /** The commit it replaced: where both are the same, a commit says nothing. */
  readonly otherCommit: string | undefined;
  readonly hosts: readonly string[];
  /** Whether `targets.production` and `crons` must agree: so with promote and rollback, not with single aliases. */
  readonly pointers: boolean;
  /** Whether the project had cron jobs that ran. */
  readonly crons: boolean;
  /** What must not be rolled out any more; undefined where the project has no rolling releases. */
  readonly rolledOut: string | undefined;
}

/** A place where a change is seen, and what was seen there. */
export interface ObservedPlace {
  /**
   * `name`: the record of a host; `host`: what the host itself answers; `production` and `crons`: the pointers of the
   * project; `rollout`: a rolling release that is under way; `api`: Vercel, which could not be asked.
   */
  readonly kind: 'name' | 'host' | 'production' | 'crons' | 'rollout' | 'api';
  /** The host; for pointers and Vercel itself what they are called. */
  readonly name: string;
  /** The deployment or commit that was seen there; undefined where nothing was, or nothing for sure. */
  readonly now: string | undefined;
  /** For people: `shop.example.com shows dpl_x`. */
  readonly shown: string;
}

export interface ReadBack {
  /** Seen, and something else than expected. */
  readonly differs: readonly ObservedPlace[];
  /** Not seen for sure. */
  readonly unclear: readonly ObservedPlace[];
  /** The hosts that named the expected build themselves. */
  readonly confirmed: readonly string[];
  /**
   * What only its record confirms: wildcards below which no build names itself to a visitor, and hosts from which the
   * app sends visitors on to another one that is read back too.
   */
  readonly byRecord: readonly string[];
}

export interface ReadBackTools {
  /** Undefined where the caller wants no host asked. */
  readonly probe: ProbeHost | undefined;
  /** When to stop looking again, in milliseconds since the epoch. */
  readonly until: number;
}

const DELAYS: Delays = [250, 500, 1_000, 2_000, 3_000];
const AT_ONCE = 8;

/**
 * Reads a change back from where users and Vercel would see it, again and again until all agree or time is up:
 * reads may lag behind writes. Three reads a round, however many hosts there are. A wildcard is read back by its record
 * and by a made-up name below it, where such a name resolves and the app serves it.
 */
export async function readBack(api: VercelApi, expected: Expectation, tools: ReadBackTools): Promise<ReadBack> {
  let pending: readonly Asked[] = expected.hosts.map((host) => ({
    host,
    at: isWildcard(host) ? nameBelow(host) : host,
  }));
  const confirmed = new Set<string>();
  const byRecord = new Set<string>();
  for (let turn = 0; ; turn++) {
    const control = await readControlPlane(api, expected);
    // As long as it is rolled out, which build a host serves to one visitor says nothing of the next.
    const edge =
      tools.probe === undefined || control.isRolling
        ? noEdge
        : await askHosts(api, expected, pending, probeOf(tools.probe, control));
    for (const host of edge.confirmed) confirmed.add(host);
    for (const host of edge.byRecord) byRecord.add(host);
    pending = pending.filter(({ host }) => !confirmed.has(host) && !byRecord.has(host));
    const differs = [...control.differs, ...edge.differs];
    const unclear = [...control.unclear, ...edge.unclear];
    const settled = differs.length === 0 && unclear.length === 0;
    if (settled || !(await pause(api, DELAYS, turn, tools.until)))
      return { differs, unclear, confirmed: [...confirmed], byRecord: [...byRecord] };
  }
}

/** A host of the project, and the name at which it is asked. */
interface Asked {
  readonly host: string;
  readonly at: string;
}

type Seen = ReadBack;

const noEdge: Seen = { differs: [], unclear: [], confirmed: [], byRecord: [] };

/** What the pointers of a project are called, wherever people read of them. */
export const POINTERS = { production: 'production pointer', crons: 'cron jobs', rollout: 'rolling release' } as const;

const VERBS = { name: 'shows', production: 'shows', crons: 'run on', rollout: 'is under way to' } as const;

/** A place by Vercel's own records. */
export function placeShowing(kind: Pointer['kind'], name: string, now: string | undefined): ObservedPlace {
  return {
    kind,
    name,
    now,
    shown: `${kind === 'name' ? name : `the ${name}`} ${VERBS[kind]} ${now ?? 'nothing'}`,
  };
}

/** What Vercel's own records say. */
interface Pointer {
  readonly kind: 'name' | 'production' | 'crons' | 'rollout';
  readonly name: string;
  readonly to: string | undefined;
}

/** What Vercel's own records say. */
interface Control extends Seen {
  /** Whether some users still have what must not be rolled out any more. */
  readonly isRolling: boolean;
  /** Whether a later release is rolled out to some users already. */
  readonly rollsOn: boolean;
}

/** Once others are rolled out, what is live is what the rest of the users has. */
function probeOf(probe: ProbeHost, { rollsOn }: Control): ProbeHost {
  return rollsOn ? (host, signal) => probe(host, signal, 'base') : probe;
}

async function readControlPlane(api: VercelApi, expected: Expectation): Promise<Control> {
  try {
    const [project, aliases, rollout] = await Promise.all([
      expected.pointers ? readProject(api, expected.projectId) : undefined,
      readAliases(api, expected.projectId),
      expected.rolledOut === undefined ? undefined : readRollout(api, expected.projectId),
    ]);
    const seen: Pointer[] = expected.hosts.map((host) => ({
      kind: 'name',
      name: host,
      to: aliases.get(host)?.deploymentId,
    }));
    if (project !== undefined) seen.push({ kind: 'production', name: POINTERS.production, to: project.production });
    if (project !== undefined && expected.crons && project.crons !== undefined)
      seen.push({ kind: 'crons', name: POINTERS.crons, to: project.crons });
    const differs = seen
      .filter(({ to }) => to !== expected.deploymentId)
      .map(({ kind, name, to }) => placeShowing(kind, name, to));
    const isRolling = rollout !== undefined && rollout.candidate === expected.rolledOut;
    if (isRolling) differs.push(placeShowing('rollout', POINTERS.rollout, rollout.candidate));
    return { ...noEdge, differs, isRolling, rollsOn: isLater(rollout, expected) };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return {
      ...noEdge,
      isRolling: false,
      rollsOn: false,
      unclear: [{ kind: 'api', name: 'Vercel', now: undefined, shown: describe(error) }],
    };
  }
}

function isLater(rollout: Rollout | undefined, { deploymentId, rolledOut }: Expectation): boolean {
  return rollout !== undefined && rollout.base === deploymentId && rollout.candidate !== rolledOut;
}

async function askHosts(
  api: VercelApi,
  expected: Expectation,
  hosts: readonly Asked[],
  probe: ProbeHost,
): Promise<Seen> {
  const seen = {
    differs: [] as ObservedPlace[],
    unclear: [] as ObservedPlace[],
    confirmed: [] as string[],
    byRecord: [] as string[],
  };
  await atMost(AT_ONCE, hosts, async ({ host, at }) => {
    const served = await probe(at, api.signal);
    const judged = judge(served, expected);
    if (judged === undefined) seen.confirmed.push(host);
    else if (saysNothing(host, served, expected)) seen.byRecord.push(host);
    else seen[judged.as].push({ kind: 'host', name: host, now: judged.now, shown: `${at} ${judged.words}` });
  });
  return seen;
}

/** Whether a host has no visitors of its own, so that its record is all that there is to see. */
function saysNothing(host: string, served: ServedBuild, { hosts }: Expectation): boolean {
  // An unused name need not resolve, and an app that serves only known names refuses it.
  if (isWildcard(host)) return served.kind === 'unresolved' || (served.kind === 'silent' && served.answered === true);
  return (
    served.kind === 'silent' && served.sentOn !== undefined && served.sentOn !== host && hosts.includes(served.sentOn)
  );
}

/** Undefined where the host named the expected build. */
function judge(
  served: ServedBuild,
  expected: Expectation,
): { readonly as: 'differs' | 'unclear'; readonly words: string; readonly now?: string } | undefined {
  if (served.kind === 'unresolved') return { as: 'unclear', words: 'does not resolve' };
  if (served.kind === 'silent') return { as: 'unclear', words: served.why };
  if (served.deploymentId !== undefined)
    return sameDeployment(served.deploymentId, expected.deploymentId)
      ? undefined
      : { as: 'differs', words: `serves ${served.deploymentId}`, now: served.deploymentId };
  if (served.commit === undefined) return { as: 'unclear', words: 'does not say which build it is' };
  if (expected.commit === undefined || expected.commit === expected.otherCommit)
    return { as: 'unclear', words: `names only commit ${served.commit}, from which both deployments were built` };
  return sameCommit(served.commit, expected.commit)
    ? undefined
    : { as: 'differs', words: `serves commit ${served.commit}`, now: served.commit };
}
