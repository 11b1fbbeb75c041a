export const id = 5102;
export const ids = [5102];
export const modules = {

/***/ 929509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ guardedRuns)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/migrations/lib/run/envelope.js
var envelope = __webpack_require__(351321);
// EXTERNAL MODULE: ./packages/migrations/lib/run/execute.js
var execute = __webpack_require__(680872);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/as-owner.js
async function asOwner(session, relations, count) {
    await session.rows('savepoint lockstep_measure; set local session authorization default; set local role none; set local row_security = off; ' +
        "set local search_path = ''; set local timezone = default; set local datestyle = default; " +
        'set local intervalstyle = default; set local bytea_output = default; set local extra_float_digits = default');
    const oids = relations.map(({ oid }) => oid).join(', ');
    const hidden = await session.rows(`select c.oid from pg_catalog.pg_class c where c.oid in (${oids || '0'}) and pg_catalog.row_security_active(c.oid)`);
    for (const { name, oid } of relations) {
        if (!hidden.some((row) => row[0] === oid))
            continue;
        await session.rows(`set constraints all immediate; alter table only ${name} no force row level security`);
    }
    const result = await count();
    await session.rows('rollback to lockstep_measure; release lockstep_measure');
    return result;
}

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/losses.js + 1 modules
var data_loss_losses = __webpack_require__(567526);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/labels.js


async function readLabels(session) {
    const rows = await session.rows('select e.enumtypid, e.oid, e.enumlabel from pg_catalog.pg_enum e');
    const types = new Map();
    for (const [type, oid, label] of rows) {
        const labels = types.get(type ?? '') ?? new Map();
        types.set(type ?? '', labels.set(oid ?? '', label ?? ''));
    }
    return types;
}
function movedLabels(before, after) {
    const moved = new Map();
    for (const [type, labels] of before) {
        const now = after.get(type);
        if (now === undefined)
            continue;
        const names = new Set(labels.values());
        const others = [...labels].flatMap(([oid, label]) => {
            const other = now.get(oid);
            return other !== undefined && other !== label && names.has(other) ? [other] : [];
        });
        if (others.length > 0)
            moved.set(type, others);
    }
    return moved;
}
async function labelsLost(session, moved) {
    const losses = [];
    for (const [type, labels] of moved) {
        const columns = await session.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), pg_catalog.quote_ident(a.attname), a.attname, a.atttypid <> y.oid,
              pg_catalog.format_type(y.oid, -1)
         from pg_catalog.pg_type y join pg_catalog.pg_attribute a on a.atttypid in (y.oid, y.typarray) and a.attnum > 0 and not a.attisdropped
         join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'm') and c.relpersistence <> 't'
         join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where y.oid = ${(0,quote/* literal */.eu)(type)}::pg_catalog.oid order by 1, 2`);
        const list = `array[${labels.map(quote/* literal */.eu).join(', ')}]`;
        for (const [table, column, name, isArray, typeName] of columns) {
            const holds = isArray === 't' ? `t.${column} && ${list}::${typeName}[]` : `t.${column} = any (${list}::${typeName}[])`;
            const [row] = await session.rows(`select count(*) from only ${table} t where ${holds}`);
            losses.push((0,data_loss_losses/* lossOf */.je)('type', `${table}.${name}`, Number(row?.[0])));
        }
    }
    return losses.filter((loss) => loss !== undefined);
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/relations.js
var relations = __webpack_require__(982996);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/lock-tables.js

async function lockTables(session, threats) {
    const going = threats.filter(({ kind }) => kind !== 'rows').map(({ relation }) => relation.oid);
    const parents = await session.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), min(a.level)
       from pg_catalog.unnest('{${going.join(',')}}'::oid[]) as leaf (oid)
       cross join pg_catalog.pg_partition_ancestors(leaf.oid) with ordinality as a (oid, level)
       join pg_catalog.pg_class c on c.oid = a.oid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'p' group by n.nspname, c.relname order by min(a.level) desc, 1`);
    for (const [name] of parents)
        await session.rows(`lock table only ${name} in access exclusive mode`);
    const modes = new Map();
    for (const { kind, relation } of threats) {
        if (relation.kind !== 'table' || relations/* LARGE_OBJECTS */.h.includes(relation.oid))
            continue;
        const known = modes.get(relation.name);
        modes.set(relation.name, kind === 'rows' && known !== 'access exclusive' ? 'exclusive' : 'access exclusive');
    }
    for (const [name, mode] of [...modes].sort(([a], [b]) => (a < b ? -1 : 1))) {
        await session.rows(`lock table only ${name} in ${mode} mode`);
    }
}

// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var connection_session = __webpack_require__(356042);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/others.js

async function existsForOthers(engine, oids) {
    if (oids.length === 0)
        return [];
    const { log, signal } = engine;
    const session = await (0,connection_session/* openSession */.f)(engine.target, { log, signal, applicationName: 'lockstep look' });
    try {
        const rows = await session.rows(`select c.oid from pg_catalog.pg_class c where c.oid = any ('{${oids.join(',')}}'::pg_catalog.oid[]) and c.relkind in ('r', 'm', 'f')`);
        return rows.map((row) => row[0] ?? '');
    }
    finally {
        await session.close();
    }
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/own-rows.js
var own_rows = __webpack_require__(938493);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/row-snapshot.js




async function takeRowSnapshot(session, threats, tried, own) {
    const [row] = await session.rows(`select ${own_rows/* MOMENT */.BA}`);
    const touched = new Map(threats.flatMap((each) => each.kind === 'rows' || each.kind === 'type' ? [[each.relation.oid, each.relation]] : []));
    const tables = [];
    for (const relation of touched.values()) {
        const now = tried.get(relation.oid);
        if (now !== undefined)
            tables.push(await count(session, relation, now, own));
    }
    return { moment: row?.[0] ?? '0', tables };
}
async function count(session, relation, now, own) {
    const anew = now.filenode !== relation.filenode;
    const left = [...relation.columns].flatMap(([attnum, column]) => {
        const then = now.columns.get(attnum);
        return column.generated || then === undefined ? [] : [{ attnum, column, changes: then.shape !== column.shape }];
    });
    const columns = anew || left.some(({ changes }) => changes) ? left : [];
    const owned = (0,own_rows/* ownColumns */.Yc)(own, relation);
    const fixed = left.filter(({ attnum }) => owned?.has(attnum) === false).map(({ attnum }) => attnum);
    const asks = [
        'count(*)',
        `count(*) filter (where ${(0,own_rows/* foreignRow */.p6)(own, relation)})`,
        `count(*) filter (where ${(0,own_rows/* foreignVersion */.V0)(own, relation)})`,
        ...columns.flatMap((each) => sumOf(textOf(each))),
        ...sumOfRows(columns.map(textOf)),
        ...(owned === undefined ? [] : sumOfRows(textsOf(relation, fixed))),
    ];
    const [row] = await readLargeObjects(session, relation, `select ${asks.join(', ')} from only ${relation.name} t`);
    const [all, foreign, foreignVersions] = [row?.[0], row?.[1], row?.[2]].map(Number);
    const sum = (nth) => readSum(row ?? [], 3 + 2 * nth);
    return {
        ...{ relation, all, foreign, foreignVersions },
        columns: columns.map((each, nth) => ({ ...each, before: sum(nth) })),
        rows: columns.length === 0 ? undefined : sum(columns.length),
        fixed: owned === undefined ? undefined : { attnums: fixed, sum: sum(columns.length + (columns.length === 0 ? 0 : 1)) },
    };
}
function textsOf({ columns }, attnums) {
    return attnums.flatMap((attnum) => {
        const column = columns.get(attnum);
        return column === undefined ? [] : [`t.${(0,quote/* identifier */.Cv)(column.name)}::text`];
    });
}
async function readLargeObjects(session, { oid }, query) {
    await session.rows('savepoint lockstep_snapshot');
    try {
        const rows = await session.rows(query);
        await session.rows('release lockstep_snapshot');
        return rows;
    }
    catch (error) {
        if (!relations/* LARGE_OBJECTS */.h.includes(oid) || !(0,data_loss_losses/* isForbidden */.US)(error))
            throw error;
        await session.rows('rollback to lockstep_snapshot');
        return [];
    }
}
function textOf({ changes, column }) {
    const name = `t.${(0,quote/* identifier */.Cv)(column.name)}`;
    return changes && column.hasFields
        ? `pg_catalog.jsonb_strip_nulls(pg_catalog.to_jsonb(${name}))::text`
        : `${name}::text`;
}
function sumOf(value) {
    return [`count(${value})`, `sum(pg_catalog.hashtextextended(${value}, 0)::numeric)`];
}
function sumOfRows(values) {
    return values.length === 0
        ? []
        : ['count(*)', `sum(pg_catalog.hashtextextended(row(${values.join(', ')})::text, 0)::numeric)`];
}
function readSum(row, at) {
    return { values: Number(row[at] ?? 0), hash: row[at + 1] ?? '' };
}
function isEqual(a, b) {
    return a.values === b.values && a.hash === b.hash;
}
const LARGE_OBJECT_LIST = 'pg_catalog.pg_largeobject_metadata';
async function findLosses(session, snapshot, { after, before: start, known, own }) {
    const losses = [];
    for (const table of snapshot.tables.toSorted((a) => (a.relation.name === LARGE_OBJECT_LIST ? -1 : 0))) {
        const [before, now] = [start.get(table.relation.oid), after.get(table.relation.oid)];
        if (before === undefined || now === undefined)
            continue;
        if (relations/* LARGE_OBJECTS */.h.includes(now.oid) && losses.some(({ object }) => object === LARGE_OBJECT_LIST))
            continue;
        const rows = await rowsLost(session, table, { before, now, own, moment: snapshot.moment });
        losses.push(...(rows === undefined ? await valuesLost(session, table, now, known) : [rows]));
    }
    return losses;
}
async function valuesLost(session, table, now, known) {
    const losses = [];
    const values = [];
    let isWhole = table.rows !== undefined;
    for (const kept of table.columns) {
        const object = `${table.relation.name}.${kept.column.name}`;
        const name = now.columns.get(kept.attnum)?.name;
        if (name === undefined || known.some((each) => each.object === object)) {
            isWhole = false;
            continue;
        }
        const same = await sameValue(session, now, { ...kept, column: { ...kept.column, name } }, kept.column.type);
        if (same !== undefined)
            values.push(same);
        else
            losses.push(...some((0,data_loss_losses/* lossOf */.je)('type', object, kept.before.values)));
    }
    if (losses.length > 0 || !isWhole || table.rows === undefined)
        return losses;
    const [row] = await session.rows(`select ${sumOfRows(values).join(', ')} from only ${now.name} t`);
    return isEqual(table.rows, readSum(row ?? [], 0)) ? [] : some((0,data_loss_losses/* lossOf */.je)('values', table.relation.name, table.all));
}
function some(loss) {
    return loss === undefined ? [] : [loss];
}
async function rowsLost(session, { all, fixed, foreign, foreignVersions, relation }, { before, moment, now, own }) {
    const ask = async (what) => {
        const [row] = await readLargeObjects(session, now, `select ${what} from only ${now.name} t`);
        return row ?? [];
    };
    const left = async (condition) => Number((await ask(`count(*) filter (where ${condition})`))[0]);
    const updated = now.updated - before.updated;
    if (Number.isNaN(all))
        return (0,data_loss_losses/* lossOf */.je)('values', relation.name, updated + now.deleted - before.deleted);
    if (now.filenode !== before.filenode) {
        const gone = all + now.inserted - before.inserted - (await left('true'));
        return (0,data_loss_losses/* lossOf */.je)('rows', relation.name, Math.min(foreign, gone)) ?? (0,data_loss_losses/* lossOf */.je)('values', relation.name, updated);
    }
    const untouched = (0,own_rows/* writtenBefore */.T2)(moment);
    const lost = foreign - (await left(`${(0,own_rows/* foreignRow */.p6)(own, relation)} and ${untouched}`));
    if (now.deleted > before.deleted || (updated === 0 && lost > 0))
        return (0,data_loss_losses/* lossOf */.je)('rows', relation.name, lost);
    if (updated === 0)
        return undefined;
    const same = await left(`${(0,own_rows/* foreignVersion */.V0)(own, relation)} and ${untouched}`);
    const overwritten = (0,data_loss_losses/* lossOf */.je)('values', relation.name, foreignVersions - same);
    if (overwritten !== undefined || fixed === undefined || fixed.attnums.length === 0)
        return overwritten;
    const sum = readSum(await ask(sumOfRows(textsOf(now, fixed.attnums)).join(', ')), 0);
    return isEqual(fixed.sum, sum) ? undefined : (0,data_loss_losses/* lossOf */.je)('values', relation.name, updated);
}
async function sameValue(session, relation, kept, type) {
    for (const value of [textOf(kept), `t.${(0,quote/* identifier */.Cv)(kept.column.name)}::${type}::text`]) {
        await session.rows('savepoint lockstep_sum');
        try {
            const [row] = await session.rows(`select ${sumOf(value).join(', ')} from only ${relation.name} t`);
            await session.rows('release lockstep_sum');
            if (isEqual(kept.before, readSum(row ?? [], 0)))
                return value;
        }
        catch (error) {
            if (!(0,data_loss_losses/* isBadCast */.PA)(error))
                throw error;
            await session.rows('rollback to lockstep_sum');
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/sequences.js
var data_loss_sequences = __webpack_require__(168014);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/threats.js
var data_loss_threats = __webpack_require__(974034);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/touched.js

async function readTouched(session) {
    const rows = await session.rows(`
    with recursive locked as (
      select l.relation as oid, pg_catalog.bool_or(l.mode = 'RowExclusiveLock') as writes,
             pg_catalog.bool_or(l.mode = 'AccessExclusiveLock') as alone from pg_catalog.pg_locks l
       where l.locktype = 'relation' and l.pid = pg_catalog.pg_backend_pid()
         and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
         and l.mode not in ('AccessShareLock', 'RowShareLock')
       group by l.relation
    ), part (typ) as (
      select c.reltype from locked
       cross join lateral (select c.reltype from pg_catalog.pg_class c where c.oid = locked.oid and c.reltype <> 0 offset 0) c
      union
      select case when c.oid is null then d.objid else c.reltype end
        from part
       cross join lateral (select d.classid, d.objid from pg_catalog.pg_depend d
                            where d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.refobjid = part.typ offset 0) d
        left join lateral (select c.oid, c.reltype from pg_catalog.pg_class c
                            where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and c.oid = d.objid offset 0) c on true
       where d.classid in ('pg_catalog.pg_type'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
         and (c.oid is null or c.reltype <> 0)
    )
    select oid, writes, alone from locked
    union all
    select y.typrelid, false, false from part
     cross join lateral (select y.typrelid from pg_catalog.pg_type y where y.oid = part.typ and y.typrelid <> 0 offset 0) y
     where y.typrelid not in (select oid from locked)`);
    const oids = rows.map((row) => row[0] ?? '');
    return {
        oids: [...new Set([...oids, ...relations/* LARGE_OBJECTS */.h])],
        writes: new Set(rows.filter((row) => row[1] === 't').map((row) => row[0] ?? '')),
        alone: new Set(rows.filter((row) => row[2] === 't').map((row) => row[0] ?? '')),
    };
}
function both(a, b) {
    return {
        oids: [...new Set([...a.oids, ...b.oids])],
        writes: new Set([...a.writes, ...b.writes]),
        alone: new Set([...a.alone, ...b.alone]),
    };
}
function without({ alone, oids, writes }, tables = new Set()) {
    const isOther = (oid) => !tables.has(oid);
    const others = (all) => new Set([...all].filter(isOther));
    return { oids: oids.filter(isOther), writes: others(writes), alone: others(alone) };
}
async function madeHere(session, oids) {
    if (oids.length === 0)
        return new Set();
    const rows = await session.rows(`
    select a.attrelid from pg_catalog.pg_attribute a
     cross join (select pg_catalog.pg_current_xact_id()::text::bigint as top,
                        (pg_catalog.pg_current_xact_id()::text::bigint & ${0xffffffff})::text::xid as top32) now
     where a.attrelid = any ('{${oids.join(',')}}'::pg_catalog.oid[]) and a.attnum = -1
       and case when pg_catalog.age(a.xmin) <= pg_catalog.age(top32) then pg_catalog.pg_xact_status(
             (top + pg_catalog.age(top32)::bigint - pg_catalog.age(a.xmin))::text::xid8) = 'in progress' else false end`);
    return new Set(rows.map((row) => row[0] ?? ''));
}

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/guard.js













const TRIES = 5;
const BLIND = 'track_counts is off, so rows that a down migration deletes cannot be counted; enable it for this database, or allow data loss';
const REFUSED = { ok: false, error: undefined, at: 'refused' };
async function runGuarded(context, segment, records, options) {
    const { script, session } = context;
    const empties = ['truncate', 'do', 'call', 'select'].some((word) => script.words.has(word));
    let losses = [];
    const execution = await (0,execute/* runInTransaction */.vg)(context, segment, records, async (send) => {
        const watched = { context, options, empties, run: () => withDeferred(session, send) };
        await session.rows('savepoint lockstep_trial');
        const trial = await watched.run();
        if (!trial.ok)
            return trial;
        let look = await firstLook(watched);
        for (let tries = 1;; tries++) {
            const turn = await runFor(watched, look);
            if (turn.kind === 'ended') {
                losses = turn.losses;
                return turn.execution;
            }
            if (tries === TRIES)
                throw new Error(`the down migration does more each time than it did before: ${turn.more}`);
            look = turn.look;
        }
    });
    return { execution, losses };
}
async function withDeferred(session, send) {
    const done = await send();
    const settled = done.ok ? await session.send(envelope/* checkDeferred */._6.sql) : undefined;
    return settled?.ok === false ? { ok: false, error: settled.error, at: { in: 'commit' } } : done;
}
async function firstLook({ context: { session }, options }) {
    const touched = await readTouched(session);
    const after = await (0,relations/* readRelations */.A)(session, touched.oids);
    const [counts] = await session.rows("select pg_catalog.current_setting('track_counts')");
    if (counts?.[0] !== 'on' && !options.allowsLoss)
        throw new errors/* InputError */.dz(BLIND);
    return { touched, after, before: new Map() };
}
async function runFor(watched, { after: tried, before: counted, touched }) {
    const { context, empties, options } = watched;
    const { session } = context;
    const { archivist } = options;
    await session.rows('rollback to lockstep_trial');
    const threats = (0,data_loss_threats/* findThreats */.J)(withCounts(await (0,relations/* readRelations */.A)(session, touched.oids), counted), tried, touched, empties);
    archivist?.locked();
    await lockTables(session, threats);
    const own = await options.own();
    const changed = [...new Map(threats.map(({ relation }) => [relation.oid, relation])).values()];
    const written = threats.flatMap(({ kind, relation }) => (kind === 'rows' ? [relation.oid] : []));
    await options.carrier?.before(session, written);
    const counts = await asOwner(session, changed, async () => ({
        losses: await measureAll(session, threats, own),
        rows: await takeRowSnapshot(session, threats, tried, own),
        sequences: await (0,data_loss_sequences/* readSequences */.l)(session, touched.oids),
        labels: await readLabels(session),
    }));
    const known = { threats, own, touched, changed, ...counts };
    const stops = !options.allowsLoss && archivist === undefined;
    if (archivist === undefined && options.trialOnly === true)
        return refuse(known.losses);
    if (known.losses.length > 0 && stops)
        return refuse(known.losses);
    await session.rows('savepoint lockstep_run');
    const ran = await runLooking(watched, known);
    if ('kind' in ran)
        return ran;
    if (ran.losses.length > 0 && stops)
        return refuse(ran.losses);
    const end = archivist === undefined || ran.losses.length === 0 ? ran : await runKept(watched, known, ran);
    if ('kind' in end)
        return end;
    if (options.trialOnly === true)
        return refuse(end.losses);
    await options.carrier?.after(session);
    return { kind: 'ended', execution: { ok: true }, losses: end.losses };
}
function refuse(losses) {
    return { kind: 'ended', execution: REFUSED, losses };
}
async function runLooking({ context, empties, options, run }, { changed, labels, losses, own, rows, sequences, threats, touched }) {
    const { session } = context;
    const start = await (0,relations/* readRelations */.A)(session, touched.oids);
    const done = await run();
    if (!done.ok)
        return { kind: 'ended', execution: done, losses };
    const now = without(await readTouched(session), options.carrier?.tables);
    const all = both(touched, now);
    const after = await (0,relations/* readRelations */.A)(session, all.oids);
    const unlooked = await findUnlooked(context, { known: touched, now, left: new Set(after.keys()) });
    const foreseen = new Set(threats.map(data_loss_threats/* threatKey */.Q));
    const unforeseen = (0,data_loss_threats/* findThreats */.J)(start, after, all, empties).filter((threat) => !foreseen.has((0,data_loss_threats/* threatKey */.Q)(threat)));
    if (unforeseen.length > 0 || unlooked.length > 0) {
        const more = [...unforeseen.map(data_loss_threats/* threatKey */.Q), ...unlooked.map((oid) => `relation ${oid}`)].join(', ');
        return { kind: 'again', look: { touched: all, after, before: start }, more };
    }
    const left = changed.flatMap(({ oid }) => after.get(oid) ?? []);
    const lost = await asOwner(session, left, async () => [
        ...(await findLosses(session, rows, { before: start, after, own, known: losses })),
        ...(await (0,data_loss_sequences/* sequencesLost */.J)(session, sequences, await (0,data_loss_sequences/* readSequences */.l)(session, all.oids), own)),
        ...(await labelsLost(session, movedLabels(labels, await readLabels(session)))),
    ]);
    return { losses: [...losses, ...lost], before: start, after };
}
async function runKept(watched, known, seen) {
    const { context, options } = watched;
    const { session } = context;
    const { own, threats, touched } = known;
    await session.rows('rollback to lockstep_run');
    const before = await (0,relations/* readRelations */.A)(session, touched.oids);
    const { after, losses } = seen;
    const isStaged = await options.archivist?.stage(session, { threats, losses, own, before, after });
    if (isStaged !== true)
        return refuse(losses);
    await session.rows('savepoint lockstep_run');
    const ran = await runLooking(watched, known);
    if ('kind' in ran) {
        const isCutOff = ran.kind === 'ended' && (0,data_loss_losses/* isTooSlow */.gv)(ran.execution.ok ? undefined : ran.execution.error);
        return isCutOff && options.archivist?.isLate() === true ? refuse(losses) : ran;
    }
    return (await options.archivist?.finish(session, ran)) === true ? ran : refuse(ran.losses);
}
async function findUnlooked({ engine, session }, { known, left, now }) {
    const looked = new Set(known.oids);
    const met = now.oids.filter((oid) => !looked.has(oid));
    const made = await madeHere(session, met.filter((oid) => left.has(oid)));
    const gone = await findGone(session, met);
    return [...met.filter((oid) => left.has(oid) && !made.has(oid)), ...(await existsForOthers(engine, gone))];
}
async function findGone(session, oids) {
    if (oids.length === 0)
        return [];
    const rows = await session.rows(`select oid from pg_catalog.unnest('{${oids.join(',')}}'::oid[]) as met (oid) where oid not in (select c.oid from pg_catalog.pg_class c where c.oid = any ('{${oids.join(',')}}'::oid[]))`);
    return rows.map((row) => row[0] ?? '');
}
function withCounts(relations, counted) {
    const none = { deleted: 0, inserted: 0, updated: 0 };
    return new Map([...relations].map(([oid, relation]) => {
        const { deleted, inserted, updated } = counted.get(oid) ?? none;
        return [oid, { ...relation, deleted, inserted, updated }];
    }));
}
async function measureAll(session, threats, own) {
    const losses = [];
    for (const threat of threats) {
        const loss = threat.kind === 'rows' ? undefined : await (0,data_loss_losses/* measure */.xP)(session, threat, own);
        if (loss !== undefined)
            losses.push(loss);
    }
    return losses;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/guarded-runs.js


const NOTHING = { losses: [], kept: { archived: [], refusals: [] } };
function guardedRuns(guard, newArchivist) {
    const lost = new Map();
    const kept = new Map();
    return {
        async transaction(context, segment, records) {
            if (segment.end !== undefined)
                return (0,execute/* runTransaction */.c4)(context, segment, records);
            const archivist = newArchivist?.();
            const guarded = await runGuarded(context, segment, records, { ...guard, archivist });
            lost.set(segment, guarded.losses);
            if (archivist !== undefined)
                kept.set(segment, archivist.kept());
            return guarded.execution;
        },
        async tryAll(context, segments) {
            const pieces = segments.flatMap((segment) => segment.kind === 'transaction' && segment.end === undefined ? segment.pieces : []);
            const all = { kind: 'transaction', pieces, begin: undefined, end: undefined, line: 1 };
            const archivist = newArchivist?.();
            const options = { ...guard, archivist, trialOnly: true };
            const tried = await runGuarded(context, all, { sql: '', statements: 0 }, options);
            if (tried.execution.ok || tried.execution.at !== 'refused')
                return NOTHING;
            return { losses: tried.losses, kept: archivist?.kept() ?? NOTHING.kept };
        },
        went() {
            const all = [...kept.values()];
            return {
                losses: [...lost.values()].flat(),
                kept: {
                    archived: all.flatMap(({ archived }) => archived),
                    refusals: all.flatMap(({ refusals }) => refusals),
                },
            };
        },
    };
}


/***/ }),

/***/ 553410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ limitsNow),
/* harmony export */   bN: () => (/* binding */ describeKeep),
/* harmony export */   gr: () => (/* binding */ defaultArchiveLimits),
/* harmony export */   mP: () => (/* binding */ expectedLockMs)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(672435);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(984731);

const DAY_MS = 86_400_000;
const defaultArchiveLimits = {
    rows: 1_000_000,
    bytes: 100_000_000,
    lockMs: 5_000,
    keepMs: 30 * DAY_MS,
};
const BYTES_A_SECOND = 25_000_000;
const ROWS_A_SECOND = 250_000;
function expectedLockMs({ bytes, rows }) {
    return Math.ceil(Math.max(bytes / BYTES_A_SECOND, rows / ROWS_A_SECOND) * 1_000);
}
function limitsNow(limits, spentMs) {
    const { leftMs, lockMs } = limits;
    return leftMs === undefined ? limits : { ...limits, lockMs: Math.max(0, Math.min(lockMs, leftMs - spentMs)) };
}
function describeKeep(ms) {
    return ms >= DAY_MS ? (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(Math.floor(ms / DAY_MS), 'day') : (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)(ms);
}


/***/ }),

/***/ 752750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yO: () => (/* binding */ countPredicted),
  Sh: () => (/* binding */ foresee),
  RV: () => (/* binding */ reachesOthers)
});

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/losses.js + 1 modules
var data_loss_losses = __webpack_require__(567526);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/relations.js
var relations = __webpack_require__(982996);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/sequences.js
var data_loss_sequences = __webpack_require__(168014);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/threats.js
var threats = __webpack_require__(974034);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/simulate.js

function simulate(before, deletes, meaning) {
    const after = new Map(before);
    const writes = new Set();
    for (const take of deletes) {
        for (const oid of meaning(take)) {
            const relation = after.get(oid);
            if (relation === undefined)
                continue;
            if (take.kind === 'rows')
                writes.add(oid);
            const then = changed(relation, take);
            if (then === undefined)
                after.delete(oid);
            else
                after.set(oid, then);
        }
    }
    const touched = { oids: [...before.keys()], writes, alone: new Set() };
    return { threats: (0,threats/* findThreats */.J)(before, after, touched, false), after };
}
function changed(relation, take) {
    switch (take.kind) {
        case 'schema':
        case 'table':
        case 'view':
            return undefined;
        case 'rows':
        case 'sequence':
        case 'identity':
            return relation;
        case 'refresh':
            return { ...relation, filenode: '' };
        case 'unlogged':
            return { ...relation, unlogged: true };
        case 'column':
            return withColumn(relation, take.column, () => undefined);
        case 'type':
            return withColumn(relation, take.column, (column) => ({
                ...column,
                type: take.to,
                shape: `${take.to} of a text`,
            }));
    }
}
function withColumn(relation, name, change) {
    const columns = [...relation.columns].flatMap(([attnum, column]) => {
        const then = column.name === name ? change(column) : column;
        return then === undefined ? [] : [[attnum, then]];
    });
    return { ...relation, columns: new Map(columns) };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/count-predicted.js





async function countPredicted(session, deletes, own, withinMs) {
    if (deletes.length === 0)
        return [];
    const limit = withinMs === undefined ? '' : `; set local statement_timeout = ${withinMs}`;
    await session.rows(`begin read only; set local row_security = off${limit}`);
    try {
        const { meaning, threats } = await foresee(session, deletes);
        const losses = [];
        for (const threat of threats) {
            const loss = await (0,data_loss_losses/* measure */.xP)(session, threat, own);
            if (loss !== undefined)
                losses.push(loss);
        }
        const dropped = [
            ...deletes.flatMap((take) => (take.kind === 'sequence' ? meaning(take) : [])),
            ...(await identitiesOf(session, deletes, meaning)),
        ];
        const sequences = dropped.length === 0 ? new Map() : await (0,data_loss_sequences/* readSequences */.l)(session, dropped);
        return [...losses, ...(await (0,data_loss_sequences/* sequencesLost */.J)(session, sequences, new Map(), own))];
    }
    catch (error) {
        if (!(0,data_loss_losses/* isForbidden */.US)(error) && !(withinMs !== undefined && (0,data_loss_losses/* isTooSlow */.gv)(error)))
            throw error;
        return undefined;
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}
async function identitiesOf(session, deletes, meaning) {
    const found = [];
    for (const take of deletes) {
        if (take.kind !== 'identity')
            continue;
        const rows = await session.rows(`
      select d.objid from pg_catalog.pg_depend d join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
       where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
         and d.deptype = 'i' and d.refobjid = any ('{${meaning(take).join(',')}}'::pg_catalog.oid[]) and a.attname = ${(0,quote/* literal */.eu)(take.column)}`);
        found.push(...rows.map((row) => row[0] ?? ''));
    }
    return found;
}
async function foresee(session, deletes) {
    const meant = await readMeaning(session, deletes);
    const meaning = (take) => meant.get(keyOf(take)) ?? [];
    const before = await (0,relations/* readRelations */.A)(session, [...new Set(deletes.flatMap(meaning))]);
    return { meaning, before, ...simulate(before, deletes, meaning) };
}
async function reachesOthers(session, deletes) {
    const names = deletes.flatMap((take) => (take.kind === 'column' || take.kind === 'type' ? [take.table] : []));
    if (names.length === 0)
        return false;
    const [row] = await session.rows(`
    select exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_type y on y.oid = c.reltype
      join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass
       and d.refobjid in (y.oid, y.typarray) and d.deptype = 'n'
       and d.classid in ('pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass)
     where ${isNamed(names)})`);
    return row?.[0] === 't';
}
function isNamed(names) {
    const last = names.flatMap((name) => name.split('.').map((_part, nth, parts) => parts.slice(nth).join('.')));
    return `c.relname = any (${(0,quote/* textArray */.TS)(last)}) and n.nspname || '.' || c.relname = any (${(0,quote/* textArray */.TS)(names)})`;
}
function keyOf(take) {
    if (take.kind === 'schema')
        return `schema ${take.schema}`;
    return take.kind === 'sequence' ? take.sequence : take.table;
}
async function readMeaning(session, deletes) {
    const schemas = deletes.flatMap((take) => (take.kind === 'schema' ? [take.schema] : []));
    const ofSchemas = `union
      select 'schema ' || n.nspname, c.oid
        from pg_catalog.pg_namespace n join pg_catalog.pg_class c on n.oid = c.relnamespace
       where n.nspname = any (${(0,quote/* textArray */.TS)(schemas)})`;
    const rows = await session.rows(`
    with recursive meant (key, oid) as (
      select n.nspname || '.' || c.relname, c.oid
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where ${isNamed(deletes.map(keyOf))}
      ${schemas.length === 0 ? '' : ofSchemas}
      union
      select meant.key, c.oid from meant
        join pg_catalog.pg_inherits i on i.inhparent = meant.oid
        join pg_catalog.pg_class c on c.oid = i.inhrelid and c.relispartition)
    select key, oid from meant`);
    const meant = new Map();
    for (const [key, oid] of rows) {
        const list = meant.get(key ?? '');
        if (list === undefined)
            meant.set(key ?? '', [oid ?? '']);
        else
            list.push(oid ?? '');
    }
    return meant;
}


/***/ }),

/***/ 747311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ predict),
/* harmony export */   dz: () => (/* binding */ predictStatement),
/* harmony export */   m2: () => (/* binding */ renames),
/* harmony export */   pC: () => (/* binding */ describePrediction)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(247753);
/* harmony import */ var _parse_made_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(515095);
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(658489);
/* harmony import */ var _parse_statements_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(534731);




function predict(script, parse) {
    const statements = (0,_parse_statements_js__WEBPACK_IMPORTED_MODULE_0__/* .readStatements */ .b)(script, parse).filter(({ nested }) => !nested);
    const made = new Set();
    let isRenamed = false;
    const deletes = [];
    let opaque = false;
    for (const statement of statements) {
        const { parsed } = statement;
        const { opaque: isUnseen, deletes: found } = predictStatement(statement);
        const known = found.filter((each) => !isRenamed && !('table' in each && made.has(each.table)));
        deletes.push(...known);
        opaque ||= known.length < found.length || isUnseen;
        isRenamed ||= parsed !== undefined && renames(parsed);
        const object = (0,_parse_made_js__WEBPACK_IMPORTED_MODULE_1__/* .madeBy */ .v)(parsed);
        if (object !== undefined)
            made.add(object.name);
    }
    const renumbered = new Set(statements.flatMap(({ parsed }) => (parsed === undefined ? [] : numbers(parsed))));
    const left = deletes.filter((each) => each.kind !== 'identity' || !renumbered.has(`${each.table}.${each.column}`));
    const relabels = statements.filter(({ parsed }) => parsed !== undefined && isRelabel(parsed)).length > 1;
    return { deletes: left, opaque: opaque || relabels || left.length < deletes.length };
}
function isRelabel({ fields, type }) {
    return type === 'AlterEnumStmt' && (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(fields, 'oldVal') !== '';
}
function numbers({ fields, type }) {
    if (type !== 'AlterTableStmt')
        return [];
    const table = tableName((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(fields, 'relation'));
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(fields, 'cmds').flatMap((each) => {
        const cmd = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .opened */ .Sg)(each).fields;
        const isNumbered = ['AT_AddIdentity', 'AT_ColumnDefault'].includes((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(cmd, 'subtype'));
        return isNumbered ? [`${table}.${(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(cmd, 'name')}`] : [];
    });
}
function predictStatement({ parsed, tag }) {
    return {
        deletes: parsed === undefined ? [] : deletedBy(parsed.type, parsed.fields),
        opaque: OPAQUE.has(tag) || (parsed !== undefined && isOpaque(parsed)),
    };
}
function renames({ fields, type }) {
    return (type === 'RenameStmt' ||
        type === 'AlterObjectSchemaStmt' ||
        (type === 'VariableSetStmt' && (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(fields, 'name') === 'search_path'));
}
const OPAQUE = new Set(['CALL', 'DO', 'SELECT', 'WITH', 'EXECUTE', 'EXPLAIN']);
function isOpaque({ fields, type }) {
    switch (type) {
        case 'UpdateStmt':
        case 'MergeStmt':
        case 'DropOwnedStmt':
            return true;
        case 'DeleteStmt':
            return fields['whereClause'] !== undefined;
        case 'InsertStmt':
            return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(fields, 'onConflictClause'), 'action') === 'ONCONFLICT_UPDATE';
        case 'TruncateStmt':
            return fields['restart_seqs'] === true;
        case 'AlterSeqStmt':
            return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(fields, 'options').some((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(each, 'DefElem'), 'defname') === 'restart');
        case 'DropStmt':
            return ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(fields, 'behavior') === 'DROP_CASCADE' ||
                /^OBJECT_(TYPE|DOMAIN|EXTENSION)$/.test((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(fields, 'removeType')));
        case 'AlterTableStmt':
            if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(fields, 'objtype') === 'OBJECT_TYPE')
                return true;
            return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(fields, 'cmds').some((each) => isOpaqueChange((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .opened */ .Sg)(each).fields));
        default:
            return false;
    }
}
function isOpaqueChange(cmd) {
    const definition = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(cmd, 'def') ?? {}, 'ColumnDef');
    if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(cmd, 'subtype') === 'AT_AlterColumnType')
        return definition?.['raw_default'] !== undefined;
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(cmd, 'subtype') === 'AT_SetIdentity';
}
function deletedBy(type, fields) {
    switch (type) {
        case 'DropStmt':
            return dropped(fields);
        case 'TruncateStmt':
            return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(fields, 'relations').map((each) => ({ kind: 'rows', table: tableName((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(each, 'RangeVar')) }));
        case 'DeleteStmt':
            return fields['whereClause'] === undefined ? [{ kind: 'rows', table: tableName((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(fields, 'relation')) }] : [];
        case 'RefreshMatViewStmt':
            return [{ kind: 'refresh', table: tableName((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(fields, 'relation')) }];
        case 'AlterTableStmt': {
            const table = tableName((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(fields, 'relation'));
            return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(fields, 'cmds').flatMap((each) => altered(table, (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .opened */ .Sg)(each).fields));
        }
        default:
            return [];
    }
}
function tableName(relation) {
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .relationName */ .CJ)(relation));
}
function dropped(fields) {
    const kind = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(fields, 'removeType');
    if (kind === 'OBJECT_SCHEMA' && (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(fields, 'behavior') !== 'DROP_CASCADE')
        return [];
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(fields, 'objects').flatMap((each) => {
        if (kind === 'OBJECT_SCHEMA')
            return [{ kind: 'schema', schema: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(each, 'String'), 'sval') }];
        const name = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(each, 'List') ?? {}, 'items'));
        if (kind === 'OBJECT_TABLE')
            return [{ kind: 'table', table: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(name) }];
        if (kind === 'OBJECT_MATVIEW')
            return [{ kind: 'view', table: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(name) }];
        return kind === 'OBJECT_SEQUENCE' ? [{ kind: 'sequence', sequence: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(name) }] : [];
    });
}
function altered(table, cmd) {
    const column = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(cmd, 'name');
    if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(cmd, 'subtype') === 'AT_DropColumn')
        return [{ kind: 'column', table, column }];
    if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(cmd, 'subtype') === 'AT_DropIdentity')
        return [{ kind: 'identity', table, column }];
    if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(cmd, 'subtype') === 'AT_SetUnLogged')
        return [{ kind: 'unlogged', table }];
    if ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(cmd, 'subtype') !== 'AT_AlterColumnType')
        return [];
    const type = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(cmd, 'def') ?? {}, 'ColumnDef') ?? {}, 'typeName');
    return [{ kind: 'type', table, column, to: typeText(type ?? {}) }];
}
function typeText(type) {
    const names = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(type, 'names').map((part) => (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .identifier */ .Cv)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(part, 'String'), 'sval')));
    const numbers = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(type, 'typmods').map((each) => {
        const value = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(each, 'A_Const') ?? {}, 'ival');
        return String(value?.['ival'] ?? 0);
    });
    const size = numbers.length === 0 ? '' : `(${numbers.join(', ')})`;
    return `${names.join('.')}${size}${'[]'.repeat((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .children */ .Y_)(type, 'arrayBounds').length)}`;
}
function describePrediction(prediction) {
    switch (prediction.kind) {
        case 'schema':
            return `schema ${prediction.schema}`;
        case 'table':
            return `table ${prediction.table}`;
        case 'view':
            return `materialized view ${prediction.table}`;
        case 'rows':
            return `rows of table ${prediction.table}`;
        case 'refresh':
            return `rows of materialized view ${prediction.table}`;
        case 'unlogged':
            return `after a server crash, rows of table ${prediction.table}`;
        case 'sequence':
            return `sequence ${prediction.sequence}`;
        case 'identity':
            return `position of the sequence that numbers ${prediction.table}.${prediction.column}`;
        case 'column':
            return `column ${prediction.table}.${prediction.column}`;
        case 'type':
            return `type of column ${prediction.table}.${prediction.column}`;
    }
}


/***/ }),

/***/ 168014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ sequencesLost),
/* harmony export */   l: () => (/* binding */ readSequences)
/* harmony export */ });
/* harmony import */ var _losses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(567526);
/* harmony import */ var _own_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(938493);


async function readSequences(session, oids) {
    const rows = await session.rows(`
    select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), s.seqincrement,
           (select a.xmin from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = -1),
           pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.relname), pg_catalog.quote_ident(a.attname), a.attrelid, a.attnum
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_sequence s on s.seqrelid = c.oid
      left join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.objsubid = 0
            and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
      left join pg_catalog.pg_class t on t.oid = d.refobjid
      left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
      left join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
            and (select y.typcategory from pg_catalog.pg_type y where y.oid = a.atttypid) = 'N'
     where c.oid = any ('{${oids.join(',')}}'::pg_catalog.oid[]) and c.relpersistence <> 't'`);
    const sequences = new Map();
    for (const [oid, name, increment, madeBy, table, column, relation, attnum] of rows) {
        const [state] = await session.rows(`select last_value, is_called from ${name}`);
        const value = BigInt(state?.[0] ?? 0);
        const isCalled = state?.[1] === 't';
        sequences.set(oid ?? '', {
            name: name ?? '',
            last: isCalled ? value : undefined,
            next: isCalled ? value + BigInt(increment ?? 1) : value,
            rises: !(increment ?? '').startsWith('-'),
            madeBy: madeBy ?? '',
            owner: typeof table === 'string' && typeof column === 'string'
                ? { table, column, relation: relation ?? '', attnum: Number(attnum) }
                : undefined,
        });
    }
    return sequences;
}
async function sequencesLost(session, before, after, own) {
    const losses = [];
    const ours = own === undefined ? [] : [own.migration, ...own.newer].flatMap(({ xids }) => xids);
    for (const [oid, sequence] of before) {
        const { last, madeBy, name, owner, rises } = sequence;
        if (last === undefined)
            continue;
        const now = after.get(oid);
        if (now === undefined) {
            if (owner !== undefined)
                losses.push((0,_losses_js__WEBPACK_IMPORTED_MODULE_0__/* .lossOf */ .je)('numbers', name, await countLeft(session, sequence, owner, { oid, own: ours.includes(madeBy) ? own : undefined })));
            else if (!ours.includes(madeBy))
                losses.push((0,_losses_js__WEBPACK_IMPORTED_MODULE_0__/* .lossOf */ .je)('numbers', name, 1));
            continue;
        }
        if (rises ? now.next > last : now.next < last)
            continue;
        if (now.owner === undefined) {
            losses.push((0,_losses_js__WEBPACK_IMPORTED_MODULE_0__/* .lossOf */ .je)('numbers', name, 1));
            continue;
        }
        const { column, table } = now.owner;
        const [low, high] = rises ? [now.next, last] : [last, now.next];
        const [row] = await session.rows(`select count(*) from ${table} where ${column} between ${low} and ${high}`);
        losses.push((0,_losses_js__WEBPACK_IMPORTED_MODULE_0__/* .lossOf */ .je)('numbers', name, Number(row?.[0])));
    }
    return losses.flatMap((loss) => loss ?? []);
}
async function countLeft(session, { last = 0n, rises }, { attnum, relation }, { oid, own }) {
    const [column] = await session.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), pg_catalog.quote_ident(a.attname),
            pg_catalog.row_security_active(c.oid), (
              select q.seqrelid::pg_catalog.regclass from pg_catalog.pg_depend s join pg_catalog.pg_sequence q on q.seqrelid in (s.objid, s.refobjid)
               where q.seqrelid <> '${oid}'::pg_catalog.oid
                 and (s.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and s.refclassid = s.classid and s.refobjid = c.oid and s.refobjsubid = a.attnum and s.deptype in ('a', 'i')
                   or s.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass and s.objid = (
                     select e.oid from pg_catalog.pg_attrdef e where e.adrelid = c.oid and e.adnum = a.attnum)) limit 1)
       from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where a.attrelid = '${relation}'::pg_catalog.oid and a.attnum = ${attnum} and not a.attisdropped
        and (select y.typcategory from pg_catalog.pg_type y where y.oid = a.atttypid) = 'N'`);
    if (column === undefined)
        return 0;
    const [table, name, isHidden, successor] = column;
    const [next] = successor === null || successor === undefined
        ? []
        : await session.rows(`select last_value, is_called from ${successor}`);
    const value = BigInt(next?.[0] ?? (rises ? 1 : -1)) + (next?.[1] === 't' ? (rises ? 1n : -1n) : 0n);
    const [low, high] = rises ? [value, last] : [last, value];
    if (low > high)
        return 0;
    if (isHidden === 't')
        return 1;
    const since = own === undefined ? '' : ` and ${(0,_own_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenSince */ .wu)(own)}`;
    const [row] = await session.rows(`select pg_catalog.count(*) from ${table} t where ${name} between ${low} and ${high}${since}`);
    return Number(row?.[0]);
}


/***/ }),

/***/ 974034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ findThreats),
/* harmony export */   Q: () => (/* binding */ threatKey)
/* harmony export */ });
function findThreats(before, after, { alone, writes }, empties = true) {
    return [...before.values()].flatMap((relation) => {
        const now = after.get(relation.oid);
        if (relation.kind === 'foreign') {
            const emptied = alone.has(relation.oid) && (now !== undefined || empties);
            return writes.has(relation.oid) || emptied ? [{ kind: 'foreign', relation }] : [];
        }
        if (now === undefined)
            return [{ kind: 'table', relation }];
        const isAnew = now.filenode !== relation.filenode;
        const counted = now.deleted > relation.deleted || now.updated > relation.updated;
        if (relation.kind === 'view')
            return isAnew || counted ? [{ kind: 'refresh', relation }] : [];
        const threats = [...relation.columns].flatMap(([attnum, column]) => {
            if (column.generated)
                return [];
            const left = now.columns.get(attnum);
            if (left === undefined)
                return [{ kind: 'column', relation, attnum, column }];
            return left.shape === column.shape ? [] : [{ kind: 'type', relation, attnum, column, to: left.type }];
        });
        if (now.unlogged && !relation.unlogged)
            threats.push({ kind: 'unlogged', relation });
        const uncounted = writes.has(relation.oid) && now.inserted === relation.inserted;
        return counted || uncounted || isAnew ? [...threats, { kind: 'rows', relation }] : threats;
    });
}
function threatKey(threat) {
    const column = 'column' in threat ? `.${threat.column.name}` : '';
    return `${threat.kind} ${threat.relation.name}${column}`;
}


/***/ }),

/***/ 294589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ findUntestable)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(247753);
/* harmony import */ var _sql_classify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(228791);
/* harmony import */ var _sql_segments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(490810);
/* harmony import */ var _sql_tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(682065);




async function findUntestable(session, script) {
    return [...untestableIn(script), ...(await untestableInFunctions(session, script))];
}
function untestableIn(script) {
    return (0,_sql_segments_js__WEBPACK_IMPORTED_MODULE_0__/* .cutSegments */ .Ld)(script.pieces).flatMap((segment) => {
        const within = segment.kind === 'transaction' ? segment.pieces.flatMap((piece) => leaving(script, piece)) : [];
        const piece = segment.kind === 'alone' ? segment.piece : segment.end;
        if (piece === undefined || piece.kind === 'rollback')
            return within;
        const statement = script.source.read(piece.from, piece.to);
        const words = (0,_sql_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .tokens */ .LU)(statement, 2).map((token) => token.value);
        const what = words
            .slice(0, (0,_sql_classify_js__WEBPACK_IMPORTED_MODULE_2__/* .firstWord */ .Nk)(statement) === 'call' ? 1 : 2)
            .join(' ')
            .toUpperCase();
        if (!/^(CALL|DO|COMMIT PREPARED|PREPARE TRANSACTION|DROP DATABASE)/.test(what))
            return within;
        return [...within, untestable(`line ${piece.line} (${what.replace(/^DO .*/, 'DO')})`)];
    });
}
function untestable(object) {
    return { kind: 'untestable', object, rows: 0, more: true };
}
const LEAVES = [
    ['dblink', String.raw `\ydblink\w*\s*\(`],
    ['COPY … PROGRAM', String.raw `\ycopy\y.*\yprogram\y`],
    ['setval', String.raw `\ysetval\s*\((?![^;]{0,200}\yselect\y)`],
];
const DEFINES = new Set(['alter', 'comment', 'create', 'drop', 'grant', 'revoke']);
function running(script, { from, to }) {
    const statements = [[]];
    for (const token of (0,_sql_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .tokens */ .LU)(script.source.read(from, to))) {
        if (token.kind === 'mark' && token.value === ';')
            statements.push([]);
        else
            statements.at(-1)?.push(token);
    }
    return statements.filter(([first]) => first !== undefined && !DEFINES.has(first.value));
}
function leaving(script, piece) {
    const texts = running(script, piece).map((list) => list.map(({ value }) => value).join(' '));
    return LEAVES.flatMap(([name, sql]) => {
        const pattern = new RegExp(sql.replaceAll('\\y', '\\b'), 'is');
        return texts.some((text) => pattern.test(text)) ? [untestable(`line ${piece.line} (${name})`)] : [];
    });
}
async function untestableInFunctions(session, script) {
    const names = new Set();
    for (const { kind, value } of script.pieces.flatMap((piece) => running(script, piece).flat())) {
        if (kind === 'word' || kind === 'name')
            names.add(value);
        else if (kind === 'text')
            for (const [word] of value.matchAll(/\w+/g))
                names.add(word.toLowerCase());
    }
    if (names.size === 0)
        return [];
    const rows = await session.rows(`select p.oid::pg_catalog.regprocedure from pg_catalog.pg_proc p
      where p.proname = any (array[${[...names].map(_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu).join(', ')}]::pg_catalog.name[])
        and p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace and p.probin is null
        and (${LEAVES.map(([, sql]) => `p.prosrc ~* ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu)(sql)}`).join(' or ')})`);
    return rows.map((row) => untestable(`the function ${row[0] ?? ''}`));
}


/***/ })

};
