import { type Session, SqlError } from '@lockstep/postgres';
import type { Archivist } from '../data-loss/archivist.ts';
import type { Relations } from '../data-loss/relations.ts';
import type { Engine } from '../engine/engine.ts';
import { insertEvent } from '../history/write.ts';
import { type Archived, finish, insertArchive, nextId, type Room, type Staged, stage } from './copy.ts';
import type { ArchiveLimits } from './limits.ts';
import { planArchive } from './plan.ts';
import { type ArchiveRefusal, describeArchiveRefusal } from './refusal.ts';
import { closeToOthers, ensureArchiveSchema } from './schema.ts';
import { asArchivist, pastPolicies, withinSettings } from './settings.ts';
import { readSources } from './sources.ts';

/** What an archive belongs to. */
export interface ArchiveOf {
  /** What deletes the data: a down migration, or a contract migration as it is applied. */
  readonly direction: 'down' | 'up';
  readonly version: string;
  readonly migration: string;
  /** The release that had applied it. */
  readonly release: string;
  readonly cluster: string | undefined;
}

/** Why nothing was archived, and how a message says it. */
export interface RefusedArchive {
  readonly kind: ArchiveRefusal['kind'];
  readonly message: string;
}

/** What came of it. */
export interface Kept {
  readonly archived: readonly Archived[];
  /** Empty where everything was archived. */
  readonly refusals: readonly RefusedArchive[];
}

/** Archives what one transaction of a migration would lose, within that transaction. */
export function createArchivist(
  engine: Engine,
  of: ArchiveOf,
  limits: ArchiveLimits,
): Archivist & { readonly kept: () => Kept } {
  let archived: Archived[] = [];
  let refusals: readonly ArchiveRefusal[] = [];
  let staged: readonly Staged[] = [];
  let until = 0;

  const refuse = (...list: readonly ArchiveRefusal[]): false => {
    refusals = list;
    return false;
  };

  /** Every statement ends in time; what the server does not do is a refusal, and rolled back. */
  const guarded = async (object: () => string, work: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SqlError) || engine.signal?.aborted) throw error;
      const { code } = error.server;
      if (code === '57014') return refuse({ kind: 'lock-time', object: object(), limitMs: limits.lockMs });
      if (code.startsWith('53')) return refuse({ kind: 'server', object: object(), code });
      if (code === '42P07') return refuse({ kind: 'schema', because: 'name-taken', who: 'a table of that name' });
      throw error;
    }
  };

  const hurry = async (session: Session): Promise<void> => {
    const left = Math.max(1, until - engine.clock.now());
    await session.rows(`set local statement_timeout = ${Math.ceil(left)}`);
  };

  return {
    kept: () => ({
      archived,
      refusals: refusals.map((each) => ({ kind: each.kind, message: describeArchiveRefusal(each, of.direction) })),
    }),
    locked() {
      until = engine.clock.now() + limits.lockMs;
      [archived, refusals, staged] = [[], [], []];
    },
    isLate() {
      return (
        engine.clock.now() >= until && !refuse({ kind: 'lock-time', object: 'the tables', limitMs: limits.lockMs })
      );
    },
    async stage(session, seen) {
      let object = 'the tables';
      return guarded(
        () => object,
        async () => {
          const isStaged = await withinSettings(session, async () => {
            await hurry(session);
            const oids = [...new Set(seen.threats.map(({ relation }) => relation.oid))];
            const plan = planArchive(seen, await readSources(session, oids));
            if (plan.kind === 'refuse') return refuse(...plan.refusals);
            const taken = await ensureArchiveSchema(session);
            if (taken !== undefined) return refuse(taken);
            const list: Staged[] = [];
            let used = { rows: 0, bytes: 0 };
            const relations = plan.copies.map(({ relation }) => relation);
            return pastPolicies(session, relations, async () => {
              for (const copy of plan.copies) {
                object = copy.relation.name;
                await hurry(session);
                const done = await stage(session, copy, await nextId(session), {
                  before: seen.before,
                  room: { limits, used },
                });
                if (!('copy' in done)) return refuse(done);
                if (copy.kind !== 'mixed') used = { ...used, rows: used.rows + done.rows };
                list.push(done);
              }
              staged = list;
              return true;
            });
          });
          // What the statements themselves take counts too.
          await hurry(session);
          return isStaged;
        },
      );
    },
    async finish(session, { after, losses }) {
      let object = 'the tables';
      return guarded(
        () => object,
        async () => {
          await session.rows(asArchivist);
          const unseen = losses.find(({ object: of }) =>
            staged.every(({ copy: { relation } }) => of !== relation.name && !of.startsWith(`${relation.name}.`)),
          );
          if (unseen !== undefined) return refuse({ kind: 'not-possible', object: unseen.object, because: 'unsteady' });
          const left = staged.flatMap(({ copy }) => after.get(copy.relation.oid) ?? []);
          const isKept = await pastPolicies(session, left, () => keepAll(session, after));
          if (!isKept) return false;
          const open = await closeToOthers(session);
          if (open !== undefined) return refuse(open);
          await session.rows(archivedEvent());
          return engine.clock.now() <= until || refuse({ kind: 'lock-time', object, limitMs: limits.lockMs });
        },
      );

      /** What there must be of it, however much is removed from the list later. */
      function archivedEvent(): string {
        const archives = archived.map(({ id, object, rows }) => ({ id, source: object, rows }));
        const { direction, version } = of;
        return insertEvent({ kind: 'archive', version, by: engine.provenance, detail: { direction, archives } });
      }

      async function keepAll(within: Session, now: Relations): Promise<boolean> {
        for (const each of staged) {
          object = each.copy.relation.name;
          await hurry(within);
          const used = {
            rows: archived.reduce((sum, { rows }) => sum + rows, 0),
            bytes: archived.reduce((sum, { bytes }) => sum + bytes, 0),
          };
          const room: Room = { limits, used };
          const done = await finish(within, each, { after: now, room, keepMs: limits.keepMs });
          if (done === undefined) continue;
          if (!('rows' in done && 'id' in done)) return refuse(done);
          await within.rows(insertArchive(each, done, { ...of, by: engine.provenance }));
          archived.push(done);
        }
        return true;
      }
    },
  };
}
