import { literal, type Session } from '@lockstep/postgres';
import type { Rights, RoleFacts, Table } from './catalog/types.ts';
import type { AuditTableFinding } from './findings.ts';
import { type Intent, isListed } from './intent.ts';
import { attemptAll } from './probe/attempt.ts';
import type { Verb } from './probe/closed.ts';
import { planTable, type Subject } from './probe/plan-table.ts';
import { type Cell, probeTable } from './probe/probe-table.ts';
import { isRow, type Person } from './seed/world.ts';
import { bucketsOf, type Fresh, type Part, type Places, placeNow, placesNow, rowValues, type Stage } from './stage.ts';

/** All that the probes of one audit share. */
export interface Run {
  readonly session: Session;
  readonly stage: Stage;
  readonly intent: Intent;
  readonly parts: readonly Part[];
  readonly rights: ReadonlyMap<string, ReadonlyMap<string, Rights>>;
  readonly superuser: boolean;
  readonly places: Places;
  readonly roleOf: (name: string) => RoleFacts;
}

/** Rows of a table, or of one bucket of Storage. */
interface Lot {
  readonly table: Table;
  readonly bucket: string | undefined;
}

export type FreshOf = (lot: Lot, person: Person | undefined) => Promise<Fresh>;

export interface Cells {
  readonly cells: readonly Cell[];
  readonly auditTables: readonly AuditTableFinding[];
}

/** Every table and every identity. */
export async function auditCells(run: Run, freshOf: FreshOf): Promise<Cells> {
  const cells: Cell[] = [];
  const auditTables: AuditTableFinding[] = [];
  for (const table of run.stage.probed) {
    for (const bucket of bucketsOf(table, run.intent)) {
      for (const part of run.parts) {
        const subject = await subjectOf(run, { table, bucket }, part, freshOf);
        const found = await probeTable(probing(run, part), subject, verbsFor(run, table));
        cells.push(...found.map((cell) => (bucket === undefined ? cell : { ...cell, bucket })));
        if (isListed(table.label, run.intent.auditTables)) auditTables.push(await auditTable(run, part, subject));
      }
    }
  }
  return { cells, auditTables };
}

/** What somebody reaches who pretends to be of the other tenant: only what more it is than without. */
export async function forgedCells(run: Run, forged: readonly Part[], known: readonly Cell[]): Promise<readonly Cell[]> {
  if (forged.length === 0) return [];
  const { cells } = await auditCells({ ...run, parts: forged }, async () => ({ own: undefined, foreign: [] }));
  const isKnown = (cell: Cell) =>
    known.some(
      ({ kind, role, table, verb }) =>
        kind === 'leak' && role === cell.role && table.oid === cell.table.oid && verb === cell.verb,
    );
  // Whose own rows are out of reach this way proves nothing, and nothing is asked of it.
  const decided = ['leak', 'apart', 'closed', 'refused'];
  return cells.filter((cell) => decided.includes(cell.kind) && !isKnown(cell));
}

function verbsFor({ intent, stage }: Run, table: Table): readonly Verb[] {
  const isPublic = isListed(table.label, intent.publicObjects);
  const isTenants = stage.kinship.isOfTenant(table);
  const read: readonly Verb[] = isPublic ? [] : ['read'];
  if (!isTenants) return [...read, 'change', 'delete'];
  // Anybody may found a tenant; and one is not moved into another.
  if (table.label === intent.tenantTable) return [...read, 'change', 'delete'];
  return [...read, 'change', 'delete', 'plant', 'move'];
}

function probing(run: Run, { actor }: Part) {
  const { session, stage, superuser } = run;
  return { session, actor, role: run.roleOf(actor.role), superuser, tables: stage.catalog.tables };
}

const NO_RIGHTS: Rights = {
  ...{ select: false, insert: false, update: false, delete: false, truncate: false },
  ...{ selectColumns: [], insertColumns: [], updateColumns: [] },
};

async function subjectOf(run: Run, lot: Lot, part: Part, freshOf: FreshOf): Promise<Subject> {
  const { places, stage } = run;
  const { bucket, table } = lot;
  const isOfTenant = stage.kinship.isOfTenant(table);
  const isOfLot = bucket === undefined ? () => true : await inBucket(run, bucket);
  const rights = run.rights.get(part.actor.role)?.get(table.oid) ?? NO_RIGHTS;
  const other = stage.tenants[1].people[0];
  const needsFresh = isOfTenant && rights.insertColumns.length > 0 && table.label !== run.intent.tenantTable;
  const fresh = needsFresh ? await freshOf(lot, part.person) : { own: undefined, foreign: [] };
  const now = await placesNow(run.session, stage, table, places);
  const [mine, theirs] = [now.mine.filter(isOfLot), now.others.filter(isOfLot)];
  return {
    table,
    rights,
    own: isOfTenant && part.person !== undefined ? mine : [],
    // A row that both share is one.
    foreign: isOfTenant ? theirs : [...new Set([...mine, ...theirs])],
    ownRow: rowValues(stage, table, part.person, bucket),
    foreignRow: rowValues(stage, table, other, bucket),
    newOwn: fresh.own,
    newForeign: fresh.foreign,
    deciding: stage.kinship.deciding(table),
  };
}

async function inBucket({ session }: Run, bucket: string): Promise<(key: string) => boolean> {
  const rows = await session.rows(
    `select tableoid::text || ctid::text from storage.objects where bucket_id = ${literal(bucket)}`,
  );
  const keys = new Set(rows.map(([key]) => key));
  return (key) => keys.has(key);
}

/** Own rows of a table that nobody may change: as if they were another's. */
async function auditTable(run: Run, part: Part, subject: Subject): Promise<AuditTableFinding> {
  const { table, rights } = subject;
  const kept: AuditTableFinding = { table, actor: part.actor.name, kind: 'kept', evidence: '' };
  const keys = subject.own.length > 0 ? subject.own : subject.foreign;
  const row = subject.ownRow ?? subject.foreignRow;
  const turned: Subject = { ...subject, own: [], foreign: keys, ownRow: row, foreignRow: row };
  const probes = planTable(turned, ['change', 'delete']);
  const answers = await attemptAll(
    run.session,
    part.actor,
    probes.map(({ attempt }) => attempt),
  );
  const at = probes.findIndex(
    (probe, index) => probe.read(answers[index] ?? { rows: [], code: '-', message: '' }).leak,
  );
  if (at >= 0) return { ...kept, kind: 'leak', evidence: probes[at]?.shown ?? '' };
  if (rights.truncate) return { ...kept, kind: 'leak', evidence: `truncate ${table.label}` };
  return kept;
}

/** Where an identity may see its own rows only: those of another user of the same tenant. */
export async function withinCells(run: Run): Promise<readonly Cell[]> {
  const { intent, stage } = run;
  const cells: Cell[] = [];
  for (const rule of intent.ownRows) {
    const part = run.parts.find(({ identity }) => identity.name === rule.identity);
    const person = part?.person;
    const other = stage.tenants[0].people.find((one) => one !== person && one.identity === person?.identity);
    if (part === undefined || person === undefined || other === undefined) continue;
    for (const table of stage.probed.filter(({ label }) => isListed(label, rule.tables))) {
      const [own, foreign] = [person, other].map((one) => {
        const seeded = stage.kinship.isOfUser(table) ? stage.seeder.known(table, one) : undefined;
        return isRow(seeded) ? seeded : undefined;
      });
      const userColumns = stage.kinship.userColumns(table);
      const newOwn = userColumns.length > 0 ? await stage.seeder.valuesFor(table, person) : undefined;
      const newTheirs = newOwn === undefined ? undefined : await stage.seeder.freshFor(table, other);
      const subject: Subject = {
        table,
        rights: run.rights.get(part.actor.role)?.get(table.oid) ?? NO_RIGHTS,
        own: own === undefined ? [] : [await placeNow(run.session, table, own)],
        foreign: foreign === undefined ? [] : [await placeNow(run.session, table, foreign)],
        ownRow: own?.values,
        foreignRow: foreign?.values,
        newOwn,
        newForeign: newTheirs === undefined ? [] : [newTheirs],
        deciding: userColumns.map((name) => [name]),
      };
      const verbs: readonly Verb[] = [
        'read',
        'change',
        'delete',
        ...(newOwn === undefined ? [] : (['plant', 'move'] as const)),
      ];
      cells.push(...(await probeTable(probing(run, part), subject, verbs)));
    }
  }
  return cells;
}
