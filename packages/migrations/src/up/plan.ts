import { count, nameSome } from '@lockstep/base';
import { compareVersions, type Migration, type Order, versionKey } from '../files/migration.ts';
import { describeForeign, type ForeignHistory, isAbout, isBroken, knows } from '../history/foreign.ts';
import type { HistoryRecord, SideRecord } from '../history/record.ts';
import { byNumber, newestOf, pendingOf } from '../history/settle.ts';
import type { PhaseDecision } from '../phase/phase.ts';
import type { UpRefusalReason } from '../run/refused.ts';
import { planDigests } from './plan-digest.ts';

export interface PlannedUp {
  readonly migration: Migration;
  readonly decision: PhaseDecision;
  /** What an interrupted run left of it. */
  readonly partial: SideRecord | undefined;
}

export interface UpPlan {
  /** To be applied now, in this order. */
  readonly apply: readonly PlannedUp[];
  /** Pending, and left for a later phase. */
  readonly held: readonly PlannedUp[];
  /** All that the database does not have, in order: also what is refused, or beyond `to` and `steps`. */
  readonly pending: readonly PlannedUp[];
  /** Reasons why nothing at all may be applied. */
  readonly refusals: readonly Refusal[];
  /** Applied versions for which there is no file: an older checkout, or somebody else's work. */
  readonly withoutFile: readonly string[];
  /** What people should know of folder and database, and what stops nothing. */
  readonly notes: readonly string[];
  /** The newest applied version before, '' where there is none. */
  readonly fromVersion: string;
  /** The newest one after it. */
  readonly toVersion: string;
  /** SHA-256 in hex over what is applied and held: versions, texts up and down, phases. */
  readonly digest: string;
  /** The digests of the plans that this one is the rest of; what they had before it is applied by now. */
  readonly restOf: readonly string[];
}

export interface Refusal {
  readonly reason: UpRefusalReason;
  /** One line: which file, and what to do. */
  readonly message: string;
  readonly file?: string;
  /** Whether it is the order of expand and contract files, and so the phase that was asked for, that is in the way. */
  readonly betweenPhases?: true;
}

export interface UpQuestion {
  /** All migrations of the folder, in order. */
  readonly migrations: readonly Migration[];
  /** By version, at least of those that are pending. */
  readonly decisions: ReadonlyMap<string, PhaseDecision>;
  readonly history: readonly HistoryRecord[];
  readonly phase: 'expand' | 'contract' | 'all';
  /** The last version to apply; all where it is undefined. */
  readonly to: string | undefined;
  /** How many to apply at most. */
  readonly steps: number | undefined;
  readonly allowOutOfOrder: boolean;
  /** Of the folder; by number where it is undefined. */
  readonly order?: Order;
  /** What other tools applied to this database. */
  readonly foreign?: readonly ForeignHistory[];
  readonly notes?: readonly string[];
}

/** Decides what an `up` does. Knows nothing but its arguments. */
export function planUp(question: UpQuestion): UpPlan {
  const { foreign = [], history, migrations, order = 'number' } = question;
  const known = byNumber(history);
  const recordOf = (migration: Migration) => known.get(versionKey(migration.version));
  const applied = history.filter((record) => record.applied);
  const newest = newestOf(history, order);

  const pending = pendingOf(migrations, history).map((migration): PlannedUp => {
    const decision = question.decisions.get(migration.version);
    if (decision === undefined) throw new Error(`${migration.file} was not judged`);
    const side = recordOf(migration)?.side;
    return { migration, decision, partial: side?.state === 'partial' ? side : undefined };
  });
  const refusals: Refusal[] = [
    ...editedFiles(migrations, known),
    ...halfDown(history),
    ...unknownTarget(question),
    ...notSql(pending),
  ];
  if (!question.allowOutOfOrder) refusals.push(...outOfOrder(pending, newest, order));

  const wanted = pending.filter(
    (each) => question.to === undefined || compareVersions(each.migration.version, question.to, order) <= 0,
  );
  refusals.push(...appliedByOthers(migrations, wanted, foreign));
  const chosen = choose(wanted, question.phase);
  refusals.push(...chosen.refusals);
  const limited = chosen.apply.slice(0, question.steps);
  const held = chosen.held;
  const last = limited.at(-1)?.migration.version;
  const [digest = '', ...restOf] = planDigests(limited, held, history, order);
  return {
    apply: refusals.length > 0 ? [] : limited,
    held,
    pending,
    refusals,
    withoutFile: withoutFile(migrations, applied),
    notes: [...(question.notes ?? []), ...foreign.map((each) => describeForeign(each, migrations))],
    fromVersion: newest,
    toVersion:
      refusals.length > 0 || last === undefined || (newest !== '' && compareVersions(last, newest, order) < 0)
        ? newest
        : last,
    digest,
    restOf,
  };
}

function withoutFile(migrations: readonly Migration[], applied: readonly HistoryRecord[]): readonly string[] {
  const files = new Set(migrations.map(({ version }) => versionKey(version)));
  return applied.filter(({ version }) => !files.has(versionKey(version))).map(({ version }) => version);
}

/** What another tool ran must not run again, and what it left half-way is in no known state. */
function appliedByOthers(
  migrations: readonly Migration[],
  wanted: readonly PlannedUp[],
  foreign: readonly ForeignHistory[],
): Refusal[] {
  return foreign
    .filter((history) => isAbout(history, migrations))
    .flatMap((history): Refusal[] => {
      const state = describeForeign(history, migrations);
      const broken = wanted.find(({ migration }) => isBroken(history, migration, migrations))?.migration.file;
      if (broken !== undefined) {
        const message = `${state}: complete or revert ${broken} with ${history.tool} first`;
        return [{ reason: 'foreign-history', message, file: broken }];
      }
      const done = wanted
        .filter(({ migration }) => knows(history, migration, migrations))
        .map(({ migration }) => migration);
      const last = done.at(-1);
      if (last === undefined) return [];
      const names = nameSome(
        done.map(({ file }) => file),
        3,
      );
      const message = `${state}: ${names} would run again; record what is applied first (lockstep import, or command: adopt with from: auto, or with to: ${last.version})`;
      return [{ reason: 'foreign-history', message, file: last.file }];
    });
}

export interface Choice {
  readonly apply: readonly PlannedUp[];
  readonly held: readonly PlannedUp[];
  readonly refusals: readonly Refusal[];
}

/**
 * Inside a release, only what the old code can live with: up to the first contract file. That one and all after it
 * wait until the release is committed; an expand file among those would wait with them, and its code would miss it.
 */
export function choose(pending: readonly PlannedUp[], phase: 'expand' | 'contract' | 'all'): Choice {
  if (phase === 'all') return { apply: pending, held: [], refusals: [] };
  const first = pending.findIndex((each) => each.decision.phase !== phase);
  const apply = first < 0 ? pending : pending.slice(0, first);
  const held = first < 0 ? [] : pending.slice(first);
  if (phase === 'contract') {
    const [blocker] = held;
    if (apply.length > 0 || blocker === undefined || !held.some((each) => each.decision.phase === 'contract')) {
      return { apply, held, refusals: [] };
    }
    const message = `${blocker.migration.file}: an expand file is pending before the contract files; release it first`;
    return { apply: [], held, refusals: [between('contract-behind-expand', message, blocker)] };
  }
  const late = held.filter((each) => each.decision.phase === 'expand');
  const [contract] = held;
  if (late.length === 0 || contract === undefined) return { apply, held, refusals: [] };
  const names = nameSome(
    late.map((each) => each.migration.file),
    3,
  );
  const message =
    `${names}: comes after ${contract.migration.file}, which is contract and waits until the release is committed; ` +
    'apply the contract file first with the workflow Contract (contract.yml, or phase: contract), or give it a later version';
  return { apply: [], held, refusals: [between('expand-behind-contract', message, contract)] };
}

function between(reason: Refusal['reason'], message: string, { migration: { file } }: PlannedUp): Refusal {
  return { reason, message, file, betweenPhases: true };
}

function editedFiles(migrations: readonly Migration[], known: ReadonlyMap<string, HistoryRecord>): Refusal[] {
  return migrations.flatMap((migration) => {
    const record = known.get(versionKey(migration.version));
    const { side } = record ?? {};
    if (record?.applied !== true || side === undefined || side.checksum === migration.up.checksum) return [];
    const message = `${migration.file}: edited since it was applied; restore it and write a new file, or accept the edit with "repair"`;
    return [{ reason: 'checksum-mismatch', message, file: migration.file } as const];
  });
}

/** Its schema is neither the old one nor the new one. */
function halfDown(history: readonly HistoryRecord[]): Refusal[] {
  return history
    .filter((record) => record.side?.state === 'reverting')
    .map((record) => ({
      reason: 'down-incomplete',
      message: `version ${record.version} is only partly rolled back; finish that first with "down"`,
    }));
}

/** What nobody can tell the effect of stops everything, whatever phase its author says that it is. */
function notSql(pending: readonly PlannedUp[]): Refusal[] {
  return pending.flatMap(({ decision, migration: { file } }) =>
    decision.unknown.map(({ line, what }) => ({
      reason: 'not-sql' as const,
      message: `${file}:${line}: PostgreSQL does not accept this: ${what}; correct it, or, if it is right, write "-- lockstep: allow not-sql because …" before the statement`,
      file,
    })),
  );
}

function outOfOrder(pending: readonly PlannedUp[], newest: string, order: Order): Refusal[] {
  if (newest === '') return [];
  const late = pending.filter(
    ({ migration, partial }) => partial === undefined && compareVersions(migration.version, newest, order) < 0,
  );
  const [first] = late;
  if (first === undefined) return [];
  const names = nameSome(
    late.map((each) => each.migration.file),
    3,
  );
  const message =
    `${names}: ${count(late.length, 'file')} older than ${newest}, which is applied; give it a newer version, ` +
    'or set allow-out-of-order';
  return [{ reason: 'out-of-order', message, file: first.migration.file }];
}

function unknownTarget({ to, migrations }: UpQuestion): Refusal[] {
  if (to === undefined || migrations.some((migration) => versionKey(migration.version) === versionKey(to))) return [];
  return [{ reason: 'no-such-version', message: `to: there is no migration ${to}` }];
}
