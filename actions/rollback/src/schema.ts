import { type ArchiveInputs, archiveLimits } from '@lockstep/action-kit/archive-inputs';
import { migrationEngine } from '@lockstep/action-kit/migrations';
import type { Shell } from '@lockstep/action-shell';
import { count, describe, formatDuration } from '@lockstep/base';
import {
  type ArchiveLimits,
  archivedRows,
  type DownPlan,
  type DownPreview,
  type DownReport,
  describeArchived,
  describeKeep,
  describeLosses,
  describeReleases,
  down,
  type Engine,
  type OwnReleases,
  type ReleaseTrace,
  readDownPlan,
} from '@lockstep/migrations';
import type { Inputs } from './inputs.ts';

/** The migrations that belong to the releases which are rolled back. */
export interface SchemaPlan {
  /** Newest first; each with the digest of its stored down migration, '' where it has none. */
  readonly chosen: readonly (DownPlan['chosen'][number] & { readonly down: string })[];
  /** How many of them, from the newest, must be rolled back before the traffic: the older code cannot live with them. */
  readonly contracts: number;
  /** Why none of them may be rolled back; the older code works with an expanded schema, so then it stays. */
  readonly stays: Stays | undefined;
  /** What does not count as another service's release. */
  readonly ours: OwnReleases;
  /** What they would delete of users, or what would be archived of it, in words; '' where nothing is known of. */
  readonly atRisk: string;
}

/** `shared`: another service released on this database since, and may need it. */
export interface Stays {
  readonly kind: 'kept' | 'shared';
  readonly because: string;
}

/** How the schema ended. `left` are migrations that stay, by version and name. */
export interface SchemaEnd {
  readonly kind: 'down' | 'kept' | 'shared' | 'failed' | 'unknown';
  readonly reverted: readonly string[];
  readonly left: readonly string[];
  /** What the migrations would have deleted, and was archived. */
  readonly archivedRows?: number;
  readonly message: string;
}

/** A part of the plan's migrations, by their places in it. */
export interface SchemaRange {
  readonly from: number;
  readonly upTo: number;
}

export function engineOf(values: Inputs, shell: Shell, release: string): Engine | undefined {
  if (values['database-url'].isEmpty) return undefined;
  const { environment, service } = values;
  return migrationEngine(values, shell, { release, commit: shell.env.sha, line: { environment, service } });
}

/**
 * The migrations of `releases`. `known` are all releases of the line: a finished one is not another service's.
 * Reads the history, takes no lock. Throws RemoteError or InputError where the database cannot be read.
 */
export async function planSchema(
  engine: Engine,
  releases: readonly string[],
  known: readonly string[],
  limits?: ArchiveLimits,
): Promise<SchemaPlan> {
  const ours = { releases: known, line: engine.provenance.line };
  const range = { kind: 'releases', releases } as const;
  const plan = await readDownPlan(engine, { range, ours, archiveLimits: limits });
  const { refusals, releasedSince, revert } = plan;
  const chosen = plan.chosen.map((each) => {
    const down = revert.find(({ version }) => version === each.version)?.side.downDigest ?? '';
    return { ...each, down };
  });
  const contracts = chosen.findLastIndex(({ phase }) => phase === 'contract') + 1;
  const refused = refusals.map(({ message }) => message).join('; ');
  const kept: Stays | undefined = refused === '' ? undefined : { kind: 'kept', because: refused };
  return { chosen, contracts, stays: sharedWith(releasedSince) ?? kept, ours, atRisk: atRiskOf(plan, limits) };
}

/** Counted now, without a lock; what only the run shows is said to be so. */
function atRiskOf({ revert }: DownPreview, limits: ArchiveLimits | undefined): string {
  const parts = revert.flatMap((each) => {
    const { archive, losses, opaque } = each;
    if (limits === undefined || archive === undefined) {
      const known = losses.length === 0 ? [] : [describeLosses(losses)];
      return [...known, ...(opaque ? ['what shows only when it runs'] : [])].map(
        (what) => `${nameOf(each)} would delete ${what}`,
      );
    }
    if (archive.unarchived.length > 0) return archive.unarchived.map(({ message }) => message);
    if (archive.rows === 0) return [];
    const most = archive.atMost ? 'at most ' : '';
    const size = `${Math.ceil(archive.bytes / 1_000)} kB`;
    return [
      `${most}${count(archive.rows, 'row')} (${size}) of ${nameOf(each)} archived for ${describeKeep(limits.keepMs)}, tables locked for about ${formatDuration(archive.lockMs)}`,
    ];
  });
  return parts.join('; ');
}

function sharedWith(others: readonly ReleaseTrace[]): Stays | undefined {
  if (others.length === 0) return undefined;
  const because = `${describeReleases(others)} released on this database since, and may need it; once that no longer does, roll it back with "migrate", "command: down"`;
  return { kind: 'shared', because };
}

/** Rolls back part of the plan, with the down migrations of the history. Throws only when cancelled. */
export async function rollBackSchema(
  engine: Engine,
  plan: SchemaPlan,
  range: SchemaRange,
  values: Pick<Inputs, 'on-data-loss' | keyof ArchiveInputs>,
): Promise<SchemaEnd> {
  const policy = values['on-data-loss'];
  const todo = plan.chosen.slice(range.from, range.upTo);
  const names = todo.map(nameOf);
  if (todo.length === 0) return { kind: 'down', reverted: [], left: [], message: 'no migrations to roll back' };
  if (plan.stays !== undefined)
    return { kind: plan.stays.kind, reverted: [], left: names, message: plan.stays.because };
  try {
    const versions = todo.map(({ version }) => version);
    const onDataLoss = policy === 'allow' || policy === 'archive' ? policy : 'refuse';
    const limits = policy === 'archive' ? { archiveLimits: archiveLimits(values) } : {};
    const range = { kind: 'versions', versions } as const;
    return endOf(await down(engine, { range, onDataLoss, ...limits, ours: plan.ours }), names, policy);
  } catch (error) {
    if (engine.signal?.aborted) throw error;
    return { kind: 'unknown', reverted: [], left: names, message: describe(error) };
  }
}

function endOf(report: DownReport, names: readonly string[], policy: Inputs['on-data-loss']): SchemaEnd {
  const reverted = report.reverted.map(nameOf);
  const left = names.filter((name) => !reverted.includes(name));
  const rows = archivedRows(report.reverted);
  const archived = describeArchived(report.reverted);
  const ended = (kind: SchemaEnd['kind'], message: string): SchemaEnd => {
    return { kind, reverted, left, archivedRows: rows, message: `${message}${archived}` };
  };
  const stays = sharedWith(report.releasedSince);
  if (stays !== undefined) return ended(stays.kind, stays.because);
  if (report.failure !== undefined) return ended('failed', report.failure.message);
  if (report.refused !== undefined) {
    const { version, name, losses, unarchived } = report.refused;
    if (unarchived.length > 0) {
      return ended('failed', `${version} ${name} stays: ${unarchived.map((each) => each.message).join('; ')}`);
    }
    const message = `${version} ${name} stays: its down migration would lose ${describeLosses(losses)}`;
    return policy === 'keep'
      ? ended('kept', message)
      : ended('failed', `${message}; on-data-loss: archive keeps a copy of it, allow deletes it`);
  }
  if (report.cancelled) return ended('unknown', 'cancelled');
  return ended('down', `${count(reverted.length, 'migration')} rolled back`);
}

export function nameOf({ version, name }: { readonly version: string; readonly name: string }): string {
  return `${version} ${name}`;
}
