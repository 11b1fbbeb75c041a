import { identifier, type Session, textArray } from '@lockstep/postgres';
import type { Catalog, Rights, Routine, View } from './catalog/types.ts';
import type { FunctionFinding, ViewFinding } from './findings.ts';
import { type Intent, isListed } from './intent.ts';
import { type Attempt, attemptAll } from './probe/attempt.ts';
import { type Arguments, callAbout, readsNothing } from './probe/functions.ts';
import { appeared, callSight, observe, type Seen, type Sight, viewSight } from './probe/observe.ts';
import type { Run } from './run-cells.ts';
import { isRow } from './seed/world.ts';
import { type Part, placesNow, rootId } from './stage.ts';

/** What somebody sees before the other tenant is there. */
export interface Watch {
  readonly part: Part;
  readonly views: readonly { readonly view: View; readonly seen: Seen }[];
  readonly calls: readonly { readonly routine: Routine; readonly seen: Seen }[];
  /** To be called with the other's ids. */
  readonly asked: readonly Routine[];
  readonly notCalled: readonly Routine[];
  readonly before: readonly Sight[];
  /** Looked at twice, it is not the same: what is new in it says nothing. */
  readonly restless: ReadonlySet<string>;
}

interface Around {
  readonly part: Part;
  readonly catalog: Catalog;
  readonly intent: Intent;
  readonly rights: ReadonlyMap<string, Rights> | undefined;
  readonly callable: ReadonlySet<string> | undefined;
}

/** Looks at every view and function that somebody may use, while there is one tenant only. */
export async function lookAround(
  session: Session,
  { callable, catalog, intent, part, rights }: Around,
): Promise<Watch> {
  const views = catalog.views.flatMap((view) => {
    const seen = isListed(view.label, intent.publicObjects) ? undefined : viewSight(view, rights?.get(view.oid));
    return seen === undefined ? [] : [{ view, seen }];
  });
  const routines = catalog.routines.filter(
    ({ aggregateOrTrigger, label, oid }) =>
      !aggregateOrTrigger && callable?.has(oid) === true && !isListed(label, intent.publicObjects),
  );
  // What it does itself it does as the caller, whom the tables were tried as; what it may do besides is not undone.
  const mayCall = ({ label, volatility }: Routine) => volatility !== 'v' || isListed(label, intent.callable);
  const called = routines.filter(mayCall);
  const calls = called
    .filter(({ types }) => types.length === 0)
    .map((routine) => ({ routine, seen: callSight(routine) }));
  const things = [...views, ...calls].map(({ seen }) => seen);
  const before = await observe(session, part.actor, things);
  const again = await observe(session, part.actor, things);
  const restless = things
    .filter((_, at) => appeared(before[at] as Sight, again[at] as Sight) > 0)
    .map(({ oid }) => oid);
  return {
    part,
    views,
    calls,
    asked: called.filter(({ types }) => types.length > 0),
    notCalled: routines.filter((routine) => !mayCall(routine) && mayExceed(routine, catalog)),
    before,
    restless: new Set(restless),
  };
}

/**
 * Whether a function may do more than its caller: with the rights of its owner, by another one that has them, by SQL that it
 * is given (in which the role can be changed), or in a language that is not read here.
 */
function mayExceed({ definer, source }: Routine, { hidden }: Catalog): boolean {
  if (definer || source === '' || /\bexecute\b/i.test(source)) return true;
  return hidden.some((label) => source.includes(label.slice(label.indexOf('.') + 1)));
}

/** The same again, now that the other tenant is there. */
export async function otherThings(
  run: Run,
  watches: readonly Watch[],
): Promise<{ readonly views: readonly ViewFinding[]; readonly functions: readonly FunctionFinding[] }> {
  const views: ViewFinding[] = [];
  const functions: FunctionFinding[] = [];
  const afters: (readonly Sight[])[] = [];
  for (const watch of watches) afters.push(await observe(run.session, watch.part.actor, seenBy(watch)));
  const shows = await showing(run, watches, afters);
  const compared = (watch: Watch, seen: Seen, sights: readonly [Sight, Sight]) => {
    const found = compare(watch, seen, sights);
    if (found.kind !== 'apart' || found.evidence !== '' || shows.has(seen.oid)) return found;
    return { kind: 'failed', evidence: 'no one sees a row in it, so that it proves nothing' } as const;
  };
  for (const [nth, watch] of watches.entries()) {
    const { actor } = watch.part;
    const who = { actor: actor.name, role: actor.role };
    const after = afters[nth] ?? [];
    for (const [at, { seen, view }] of watch.views.entries()) {
      const { evidence, kind } = compared(watch, seen, [watch.before[at] as Sight, after[at] as Sight]);
      const isMeant = kind === 'leak' && overPublic(run, view);
      views.push({ view, ...who, verb: 'read', kind: isMeant ? 'apart' : kind, evidence: isMeant ? '' : evidence });
    }
    for (const [at, { routine, seen }] of watch.calls.entries()) {
      const place = at + watch.views.length;
      functions.push({
        routine,
        ...who,
        ...compared(watch, seen, [watch.before[place] as Sight, after[place] as Sight]),
      });
    }
    for (const routine of watch.asked) functions.push({ routine, ...who, ...(await asked(run, watch.part, routine)) });
    for (const routine of watch.notCalled) functions.push({ routine, ...who, kind: 'not-called', evidence: '' });
    for (const { view } of watch.views) views.push(...(await changedThrough(run, watch.part, view)));
  }
  return { views, functions };
}

function seenBy({ calls, views }: Watch): readonly Seen[] {
  return [...views, ...calls].map(({ seen }) => seen);
}

/** What shows a row to anybody, or to the session's own role: where it shows none to somebody, that says something. */
async function showing(
  run: Run,
  watches: readonly Watch[],
  afters: readonly (readonly Sight[])[],
): Promise<ReadonlySet<string>> {
  const shows = new Set<string>();
  const all = new Map<string, Seen>();
  for (const [nth, watch] of watches.entries())
    for (const [at, seen] of seenBy(watch).entries()) {
      all.set(seen.oid, seen);
      const sights = [watch.before[at], afters[nth]?.[at]];
      if (sights.some((sight) => (sight?.rows.length ?? 0) > 0)) shows.add(seen.oid);
    }
  const rest = [...all.values()].filter(({ oid }) => !shows.has(oid));
  const itself = { name: '', role: '', become: 'select 1' };
  for (const [at, sight] of (await observe(run.session, itself, rest)).entries())
    if (sight.rows.length > 0) shows.add(rest[at]?.oid ?? '');
  return shows;
}

function compare(watch: Watch, seen: Seen, [before, after]: readonly [Sight, Sight]) {
  if (before.code !== '' || after.code !== '')
    return { kind: after.code === '42501' ? 'apart' : 'failed', evidence: after.message || before.message } as const;
  if (watch.restless.has(seen.oid)) return { kind: 'failed', evidence: 'it answers differently each time' } as const;
  return appeared(before, after) > 0
    ? ({ kind: 'leak', evidence: seen.shown } as const)
    : ({ kind: 'apart', evidence: '' } as const);
}

/** A view over what everyone may read shows nothing that is not public. */
function overPublic({ intent, stage }: Run, view: View): boolean {
  const under = stage.catalog.tables.filter(({ oid }) => view.tables.includes(oid));
  const tenants = under.filter((table) => stage.kinship.isOfTenant(table));
  return under.length > 0 && tenants.every(({ label }) => isListed(label, intent.publicObjects));
}

async function asked(run: Run, part: Part, routine: Routine): Promise<Pick<FunctionFinding, 'kind' | 'evidence'>> {
  const other = run.stage.tenants[1].people[0];
  if (other === undefined) return { kind: 'not-callable-here', evidence: '' };
  const about: Arguments = {
    tenantId: rootId(run.stage, run.intent, other),
    userId: run.stage.seeder.userId(other),
    rows: run.stage.catalog.tables.flatMap((table) => {
      const seeded = run.stage.seeder.known(table, other);
      const isSecret = run.stage.kinship.isOfTenant(table) && !isListed(table.label, run.intent.publicObjects);
      return isRow(seeded) && isSecret ? [{ table, values: seeded.values }] : [];
    }),
  };
  if (readsNothing(routine)) return { kind: 'apart', evidence: '' };
  const called = await callAbout(run.session, part.actor, routine, about);
  if (called.tells) return { kind: 'leak', evidence: `select * from ${routine.label}(…) with ids of the other tenant` };
  if (called.answered) return { kind: 'apart', evidence: '' };
  return { kind: 'not-callable-here', evidence: called.message || 'no values for its arguments' };
}

/** No privilege, or a view or column of a kind that nothing can be written through. */
const REFUSED = ['42501', '55000', '42809', '0A000'];

/** A view that can be written to reaches the rows under it with the rights of its owner. */
async function changedThrough(run: Run, part: Part, view: View): Promise<readonly ViewFinding[]> {
  const rights = run.rights.get(part.actor.role)?.get(view.oid);
  if (rights === undefined || (rights.updateColumns.length === 0 && !rights.delete)) return [];
  const under = run.stage.probed.filter(
    (table) => view.tables.includes(table.oid) && table.parent === null && run.stage.kinship.isOfTenant(table),
  );
  const keys: string[] = [];
  for (const table of under) keys.push(...(await placesNow(run.session, run.stage, table, run.places)).others);
  if (keys.length === 0) return [];
  const rows = under.map(({ sql }) => `select tableoid::text || ctid::text k from ${sql}`).join(' union all ');
  const look = `select count(*) from (${rows}) x where k = any(${textArray(keys)})`;
  const updates = rights.updateColumns.filter((name) => rights.selectColumns.includes(name)).slice(0, 4);
  const tries: { readonly shown: string; readonly attempt: Attempt }[] = [
    ...updates.map((name) => ({
      shown: `update ${view.label} set ${name} = …`,
      attempt: { statement: `update ${view.sql} set ${identifier(name)} = ${identifier(name)}`, look },
    })),
    ...(rights.delete
      ? [{ shown: `delete from ${view.label}`, attempt: { statement: `delete from ${view.sql}`, look } }]
      : []),
  ];
  const answers = await attemptAll(
    run.session,
    part.actor,
    tries.map(({ attempt }) => attempt),
  );
  const at = answers.findIndex(
    ({ code, rows: [row] }) => code === '' && row !== undefined && Number(row[0]) < keys.length,
  );
  const who = { view, actor: part.actor.name, role: part.actor.role, verb: 'change' } as const;
  if (at >= 0) return [{ ...who, kind: 'leak', evidence: tries[at]?.shown ?? '' }];
  const odd = answers.find(({ code }) => code !== '' && !REFUSED.includes(code));
  if (odd !== undefined && answers.every(({ code }) => code !== ''))
    return [{ ...who, kind: 'failed', evidence: odd.message }];
  return [{ ...who, kind: 'apart', evidence: '' }];
}
