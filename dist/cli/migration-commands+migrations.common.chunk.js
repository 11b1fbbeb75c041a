export const id = 9324;
export const ids = [9324];
export const modules = {

/***/ 904505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
function canonicalJson(value) {
    return JSON.stringify(value, (_key, member) => {
        if (typeof member !== 'object' || member === null || Array.isArray(member))
            return member;
        return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
}


/***/ }),

/***/ 597064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ownsArchives),
/* harmony export */   g: () => (/* binding */ noteArchives)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(672435);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247753);


const ARCHIVES = 'lockstep_archive.archives';
async function ownsArchives(session) {
    const [list] = await session.rows(`
    select pg_catalog.count(*) = 5 from pg_catalog.pg_namespace n
      join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = 'archives' and c.relkind = 'r'
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname in ('source', 'expires', 'version', 'restored', 'direction')
     where n.nspname = 'lockstep_archive' and pg_catalog.pg_has_role(current_user, c.relowner, 'usage')
       and pg_catalog.pg_has_role(current_user, n.nspowner, 'usage')`);
    return list?.[0] === 't';
}
async function noteArchives({ log }, session, changed) {
    if (!(await ownsArchives(session)))
        return;
    const [changedVersions, way] = 'applied' in changed ? [changed.applied, 'down'] : [changed.rolledBack, 'up'];
    const versions = changedVersions.length === 0 ? "''" : changedVersions.map(_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu).join(', ');
    const rows = await session.rows(`
    select source, expires <= pg_catalog.clock_timestamp(), version in (${versions}) and direction = '${way}' and restored is distinct from 'all' from ${ARCHIVES}`);
    const over = rows.filter((row) => row[1] === 't').length;
    const waiting = rows.filter((row) => row[2] === 't' && row[1] !== 't').map((row) => row[0] ?? '');
    if (waiting.length > 0) {
        log.info(`archived data of ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .nameSome */ .Kf)([...new Set(waiting)], 4)} can be restored now with command: restore-archive`);
    }
    if (over > 0 && 'applied' in changed) {
        log.warning(`${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(over, 'archive')} kept longer than archive-keep; delete with command: prune-archives`);
    }
}


/***/ }),

/***/ 567526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bQ: () => (/* binding */ describeLosses),
  PA: () => (/* binding */ isBadCast),
  US: () => (/* binding */ isForbidden),
  gv: () => (/* binding */ isTooSlow),
  pT: () => (/* binding */ lossCondition),
  je: () => (/* binding */ lossOf),
  xP: () => (/* binding */ measure)
});

// UNUSED EXPORTS: COUNTED, isConstant

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/logic.js
var logic = __webpack_require__(602002);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js
var parser = __webpack_require__(658489);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/last-copies.js



async function countLastCopies(session, { name, oid }) {
    const [view] = await session.rows(`select c.relispopulated, pg_catalog.pg_get_viewdef(c.oid) from pg_catalog.pg_class c where c.oid = ${(0,quote/* literal */.eu)(oid)}::pg_catalog.oid`);
    if (view?.[0] !== 't')
        return 0;
    const query = (view[1] ?? '').replace(/;\s*$/, '');
    await session.rows('savepoint lockstep_count');
    try {
        const [row] = await session.rows(`select count(*) from (select m::text from ${name} m except all select q::text from (${query}) q) as last_copies`);
        const all = Number(row?.[0]);
        const columns = all === 0 ? undefined : await columnsOfData(session, oid, query);
        const left = columns === undefined ? all : await countWithout(session, name, query, columns);
        await session.rows('release lockstep_count');
        return left;
    }
    catch (error) {
        if (!(error instanceof sql_error/* SqlError */.L8))
            throw error;
        await session.rows('rollback to lockstep_count');
        const [row] = await session.rows(`select count(*) from ${name}`);
        return Number(row?.[0]);
    }
}
async function columnsOfData(session, oid, query) {
    const [read] = await session.rows(`select pg_catalog.bool_and(case d.refclassid when 'pg_catalog.pg_class'::pg_catalog.regclass then c.relkind in ('r', 'p') or c.oid = r.ev_class
              else d.refclassid <> 'pg_catalog.pg_proc'::pg_catalog.regclass end)
       from pg_catalog.pg_rewrite r join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = r.oid
       left join pg_catalog.pg_class c on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and c.oid = d.refobjid
      where r.ev_class = ${(0,quote/* literal */.eu)(oid)}::pg_catalog.oid`);
    if (read?.[0] !== 't')
        return undefined;
    const parse = await (0,parser/* loadParser */.qd)();
    const select = parse(query);
    if (select?.type !== 'SelectStmt' || CHOOSES.some((clause) => select.fields[clause] !== undefined))
        return undefined;
    return (0,parser/* children */.Y_)(select.fields, 'targetList').map((each) => !isComputed((0,parser/* child */.jf)((0,parser/* child */.jf)(each, 'ResTarget') ?? {}, 'val') ?? {}));
}
const CHOOSES = ['larg', 'distinctClause', 'limitCount', 'limitOffset', 'withClause', 'valuesLists'];
const OF_MANY = /^(count|sum|avg|stddev(_pop|_samp)?|variance|var_(pop|samp)|bool_and|bool_or|every|corr|covar_(pop|samp)|regr_\w+)$/;
const OF_NUMBERS = /^(round|ceil|ceiling|floor|trunc|abs|greatest|least)$/;
function isComputed(node) {
    const { fields, type } = (0,parser/* opened */.Sg)(node);
    switch (type) {
        case 'FuncCall': {
            const name = (0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'funcname').slice(-1));
            if (fields['over'] !== undefined)
                return false;
            return OF_MANY.test(name) || (OF_NUMBERS.test(name) && ofComputed((0,parser/* children */.Y_)(fields, 'args')));
        }
        case 'TypeCast':
            return isComputed((0,parser/* child */.jf)(fields, 'arg') ?? {});
        case 'CoalesceExpr':
            return ofComputed((0,parser/* children */.Y_)(fields, 'args'));
        case 'A_Expr':
            return ofComputed([(0,parser/* child */.jf)(fields, 'lexpr'), (0,parser/* child */.jf)(fields, 'rexpr')].filter((each) => each !== undefined));
        default:
            return false;
    }
}
function ofComputed(nodes) {
    return nodes.some(isComputed) && nodes.every((each) => isComputed(each) || (0,logic/* constantValue */.yb)(each) !== undefined);
}
async function countWithout(session, name, query, columns) {
    const names = columns.map((_, nth) => `c${nth}`);
    const kept = names.filter((_, nth) => columns[nth]);
    if (kept.length === 0)
        return 0;
    const row = (of) => `row(${kept.map((each) => `${of}.${each}`).join(', ')})::text`;
    const [found] = await session.rows(`select count(*) from (select ${row('m')} from ${name} m (${names.join(', ')})
       except all select ${row('q')} from (${query}) q (${names.join(', ')})) as last_copies`);
    return Number(found?.[0]);
}

// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/own-rows.js
var own_rows = __webpack_require__(938493);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/losses.js



const COUNTED = 1_000;
function lossOf(kind, object, rows) {
    return rows <= 0 ? undefined : { kind, object, rows: Math.min(rows, COUNTED), more: rows > COUNTED };
}
async function measure(session, threat, own) {
    const { relation } = threat;
    if (threat.kind === 'foreign')
        return { kind: 'foreign', object: relation.name, rows: 0, more: true };
    if (relation.kind === 'view')
        return lossOf(threat.kind, relation.name, await countLastCopies(session, relation));
    const object = 'column' in threat ? `${relation.name}.${threat.column.name}` : relation.name;
    const rows = await countUpTo(session, relation, lossCondition(threat, own), 'column' in threat ? threat.column : undefined);
    return lossOf(threat.kind, object, rows);
}
function lossCondition(threat, own) {
    switch (threat.kind) {
        case 'table':
        case 'rows':
        case 'refresh':
        case 'unlogged':
            return (0,own_rows/* foreignRow */.p6)(own, threat.relation);
        case 'column': {
            const value = (0,own_rows/* isMade */.sX)(own, threat.relation, threat.attnum) ? ownValue(threat.column) : anyValue(threat.column);
            return `${value} and ${(0,own_rows/* foreignValue */.W4)(own, threat.relation, threat.attnum)}`;
        }
        case 'type': {
            const column = `t.${(0,quote/* identifier */.Cv)(threat.column.name)}`;
            return `${column}::${threat.to}::${threat.column.type}::text is distinct from ${column}::text`;
        }
    }
}
function ownValue(column) {
    if (!isConstant(column.defaultSql))
        return anyValue(column);
    return `t.${(0,quote/* identifier */.Cv)(column.name)}::text is distinct from (${column.defaultSql})::${column.type}::text`;
}
function anyValue({ defaultSql, name }) {
    return defaultSql === '' || /^NULL\b/i.test(defaultSql) ? `t.${(0,quote/* identifier */.Cv)(name)} is not null` : 'true';
}
function isConstant(sql) {
    return /^\(?(-?\d+(\.\d+)?|E?'([^']|'')*'|true|false|ARRAY\[\])\)?(::[\w ".]+(\(\d+(,\d+)?\))?(\[\])*)*$/i.test(sql);
}
async function countUpTo(session, relation, condition, column) {
    const query = (where) => `select count(*) from (select from only ${relation.name} t where ${where} limit ${COUNTED + 1}) as counted`;
    await session.rows('savepoint lockstep_count');
    try {
        const [row] = await session.rows(query(condition));
        await session.rows('release lockstep_count');
        return Number(row?.[0]);
    }
    catch (error) {
        if (!isBadCast(error) || column === undefined)
            throw error;
        await session.rows('rollback to lockstep_count');
        const [row] = await session.rows(query(`t.${(0,quote/* identifier */.Cv)(column.name)} is not null`));
        return Number(row?.[0]);
    }
}
function isBadCast(error) {
    return error instanceof sql_error/* SqlError */.L8 && /^(22|42)/.test(error.server.code) && !isForbidden(error);
}
function isForbidden(error) {
    return error instanceof sql_error/* SqlError */.L8 && error.server.code === '42501';
}
function isTooSlow(error) {
    return error instanceof sql_error/* SqlError */.L8 && (error.server.code === '57014' || error.server.code === '55P03');
}
const WORDS = {
    table: 'table',
    column: 'column',
    type: 'values of column',
    rows: 'rows of table',
    values: 'overwritten rows of table',
    refresh: 'rows that only this materialized view still has:',
    unlogged: 'after the next server crash, since it is unlogged, the rows of table',
};
function describeLosses(losses) {
    return losses
        .map(({ kind, more, object, rows }) => {
        if (kind === 'untestable')
            return `data that ${object} may delete, which cannot be tested beforehand`;
        if (kind === 'numbers')
            return `the position of sequence ${object}, which would assign the same numbers again`;
        if (kind === 'foreign')
            return `rows of the foreign table ${object}, which cannot be counted`;
        return `${WORDS[kind]} ${object} (${more ? 'more than ' : ''}${rows} row${rows === 1 ? '' : 's'})`;
    })
        .join(', ');
}


/***/ }),

/***/ 938493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ MOMENT),
/* harmony export */   T2: () => (/* binding */ writtenBefore),
/* harmony export */   V0: () => (/* binding */ foreignVersion),
/* harmony export */   W4: () => (/* binding */ foreignValue),
/* harmony export */   Yc: () => (/* binding */ ownColumns),
/* harmony export */   p6: () => (/* binding */ foreignRow),
/* harmony export */   qf: () => (/* binding */ ownRows),
/* harmony export */   sX: () => (/* binding */ isMade),
/* harmony export */   wu: () => (/* binding */ writtenSince)
/* harmony export */ });
/* harmony import */ var _relations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(982996);

const EPOCH = 2n ** 31n;
function ownRows(side, together, now) {
    const { facts, xminHorizon } = side;
    if (facts === undefined || xminHorizon === undefined || side.cluster !== now.cluster)
        return undefined;
    const age = BigInt(now.currentXid) - BigInt(xminHorizon);
    if (age < 0n || age >= EPOCH)
        return undefined;
    const writerOf = (known) => ({
        facts: known,
        xids: known.xids.map(lowBits),
        isClean: !known.destroyed && !now.destroyedSince,
    });
    const newer = together.flatMap((each) => each.cluster === now.cluster && each.facts !== undefined ? [writerOf(each.facts)] : []);
    return { migration: writerOf(facts), newer, horizon: lowBits(xminHorizon) };
}
function lowBits(id) {
    return String(BigInt(id) & 0xffffffffn);
}
function insertedBy(own, { oid }) {
    const inserters = [own.migration, ...own.newer].filter(({ facts: { inserted, rewritten, tables, updated }, isClean }) => isClean &&
        (tables.has(oid) ||
            ((inserted.has(oid) || _relations_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGE_OBJECTS */ .h.includes(oid)) && !updated.has(oid) && !rewritten.has(oid))));
    return inserters.flatMap(({ xids }) => xids);
}
function assignedBy(own, { oid }) {
    return [own.migration, ...own.newer].filter(({ facts }) => facts.assigned.has(oid) && !facts.rewritten.has(oid));
}
function foreignRow(own, relation) {
    return own === undefined ? 'true' : notBy(insertedBy(own, relation));
}
function foreignVersion(own, relation) {
    if (own === undefined)
        return 'true';
    return notBy([...insertedBy(own, relation), ...assignedBy(own, relation).flatMap(({ xids }) => xids)]);
}
function ownColumns(own, relation) {
    const writers = own === undefined ? [] : assignedBy(own, relation);
    if (writers.length === 0)
        return undefined;
    return new Set(writers.flatMap(({ facts, isClean }) => [
        ...(facts.assigned.get(relation.oid) ?? []),
        ...((isClean ? facts.columns.get(relation.oid) : undefined) ?? []),
    ]));
}
function isMade(own, relation, attnum) {
    const { columns, tables } = own?.migration.facts ?? {};
    return attnum <= (tables?.get(relation.oid) ?? 0) || columns?.get(relation.oid)?.has(attnum) === true;
}
function foreignValue(own, relation, attnum) {
    if (own === undefined)
        return 'true';
    const inserted = insertedBy(own, relation);
    if (!isMade(own, relation, attnum))
        return notBy(inserted);
    return `${notBy([...inserted, ...(own.migration.isClean ? own.migration.xids : [])])} and ${sinceHorizon(own)}`;
}
function sinceHorizon({ horizon }) {
    return `pg_catalog.age(t.xmin) <= pg_catalog.age('${horizon}'::xid)`;
}
function writtenSince(own) {
    return `${notBy([own.migration, ...own.newer].flatMap(({ xids }) => xids))} and ${sinceHorizon(own)}`;
}
function notBy(xids) {
    return xids.length === 0 ? 'true' : `(${xids.map((xid) => `t.xmin <> '${xid}'::xid`).join(' and ')})`;
}
function writtenBefore(moment) {
    return `(pg_catalog.age('${moment}'::xid)::bigint - pg_catalog.age(t.xmin)) not between 0 and ${2 ** 30}`;
}
const MOMENT = `pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint & ${0xffffffff}`;


/***/ }),

/***/ 982996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readRelations),
/* harmony export */   h: () => (/* binding */ LARGE_OBJECTS)
/* harmony export */ });
const LARGE_OBJECTS = ['2995', '2613'];
async function readRelations(session, scope) {
    const where = 'where' in scope ? scope.where : `c.oid = any ('{${scope.join(',')}}'::pg_catalog.oid[])`;
    const rows = await session.rows(`savepoint lockstep_look; set local search_path = '';
    select c.oid, c.relkind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), n.nspname || '.' || c.relname, c.relfilenode,
           c.relpersistence = 'u', pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid),
           pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid), pg_catalog.pg_stat_get_xact_tuples_updated(c.oid), a.attnum, a.attname,
           pg_catalog.format_type(a.atttypid, a.atttypmod), a.atttypid || ' ' || a.atttypmod || coalesce(' ' || within.fields, ''),
           within.fields is not null, a.attgenerated <> '', pg_catalog.pg_get_expr(d.adbin, d.adrelid)
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      left join lateral (
        with recursive part (typ) as (
          select a.atttypid
          union
          select next.typ from part
           cross join lateral (select * from pg_catalog.pg_type y where y.oid = part.typ and y.oid >= 16384 offset 0) y
           cross join lateral (
             select y.typelem union all select y.typbasetype
             union all select r.rngsubtype from pg_catalog.pg_range r where r.rngtypid = y.oid or r.rngmultitypid = y.oid
             union all select f.atttypid from pg_catalog.pg_attribute f
                        where y.typrelid <> 0 and f.attrelid = y.typrelid and f.attnum > 0 and not f.attisdropped) as next (typ)
           where next.typ <> 0)
        select pg_catalog.string_agg(y.oid || '.' || f.attnum || ':' || f.atttypid, ' ' order by y.oid, f.attnum) as fields
          from part
         cross join lateral (select * from pg_catalog.pg_type y where y.oid = part.typ and y.typrelid <> 0 offset 0) y
          join pg_catalog.pg_attribute f on f.attrelid = y.typrelid and f.attnum > 0 and not f.attisdropped
      ) as within on a.atttypid >= 16384
     where c.relkind in ('r', 'm', 'f') and c.relpersistence <> 't'
       and (n.nspname not in ('pg_catalog', 'information_schema') or c.oid in (${LARGE_OBJECTS.join(', ')}))
       and (${where});
    rollback to lockstep_look; release lockstep_look`);
    const relations = new Map();
    for (const row of rows) {
        const text = (at) => row[at] ?? '';
        const relation = relations.get(text(0)) ?? {
            oid: text(0),
            kind: text(1) === 'm' ? 'view' : text(1) === 'f' ? 'foreign' : 'table',
            name: text(2),
            plainName: text(3),
            filenode: text(4),
            unlogged: row[5] === 't',
            deleted: Number(row[6]),
            inserted: Number(row[7]),
            updated: Number(row[8]),
            columns: new Map(),
        };
        relations.set(relation.oid, relation);
        if (row[9] === null)
            continue;
        relation.columns.set(Number(row[9]), {
            name: text(10),
            type: text(11),
            shape: text(12),
            hasFields: row[13] === 't',
            generated: row[14] === 't',
            defaultSql: text(15),
        });
    }
    return relations;
}


/***/ }),

/***/ 772489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ createEngine)
/* harmony export */ });
/* unused harmony export defaultLimits */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(636190);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(735351);


const defaultLimits = {
    lockTimeoutMs: 200,
    lockRetryForMs: 60_000,
    migrationLockTimeoutMs: 60_000,
    statementTimeoutMs: 900_000,
    reconnectForMs: 60_000,
};
function createEngine(options) {
    return {
        target: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .readDatabaseUrl */ .Bq)(options.databaseUrl.reveal()),
        provenance: options.provenance,
        limits: { ...defaultLimits, ...options.limits },
        log: options.log,
        clock: options.clock ?? _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .ml,
        signal: options.signal,
        random: options.random ?? Math.random,
    };
}


/***/ }),

/***/ 31555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xb: () => (/* binding */ endOwnOrphans),
/* harmony export */   et: () => (/* binding */ acquireMigrationLock),
/* harmony export */   uR: () => (/* binding */ MigrationLockError),
/* harmony export */   ub: () => (/* binding */ holdsLock)
/* harmony export */ });
/* unused harmony export tryMigrationLock */
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(984731);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(283475);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(247753);



const HIGH = BigInt(_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .MIGRATION_LOCK */ .x) >> 32n;
const LOW = BigInt(_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .MIGRATION_LOCK */ .x) & 0xffffffffn;
const HELD_BY = `from pg_catalog.pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
  and l.classid::bigint = ${HIGH} and l.objid::bigint = ${LOW}
  and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())`;
function holdsLock(session) {
    const taken = `pg_catalog.pg_try_advisory_lock(${_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .MIGRATION_LOCK */ .x})`;
    return `1/(case when pg_catalog.pg_backend_pid() = ${session.pid} then ${taken} else false end)::int`;
}
async function tryMigrationLock(session) {
    const [taken] = await session.rows(`select pg_catalog.pg_try_advisory_lock(${_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .MIGRATION_LOCK */ .x})`);
    if (taken?.[0] !== 't')
        return false;
    const [held] = await session.rows(`select count(*) ${HELD_BY} and l.pid = ${session.pid}`);
    if (held?.[0] !== '1')
        throw lostLock();
    return true;
}
async function acquireMigrationLock(session, engine) {
    const started = engine.clock.now();
    for (let told = false;;) {
        if (await tryMigrationLock(session))
            return;
        const waited = engine.clock.now() - started;
        if (!told || waited >= engine.limits.migrationLockTimeoutMs) {
            const holder = await describeHolder(session);
            if (waited >= engine.limits.migrationLockTimeoutMs)
                throw lockHeld(holder, waited);
            engine.log.info(`waiting for another migration run: ${holder}`);
            told = true;
        }
        const left = engine.limits.migrationLockTimeoutMs - waited;
        await engine.clock.sleep(Math.min(left, 200 + 300 * engine.random()), engine.signal);
    }
}
async function describeHolder(session) {
    const rows = await session.rows(`select a.pid, a.application_name, a.usename, extract(epoch from now() - a.xact_start)::int
       from pg_catalog.pg_stat_activity a where a.pid in (select l.pid ${HELD_BY})`);
    const [pid, name, user, seconds] = rows[0] ?? [];
    if (pid === undefined)
        return 'it has just released it';
    const busy = seconds === null || seconds === undefined ? 'between transactions' : `in a transaction for ${seconds} s`;
    return `backend ${pid} (${name || 'no name'}, user ${user ?? '?'}), ${busy}`;
}
class MigrationLockError extends _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .RemoteError */ .Hi {
    reason;
    constructor(state, message, hint) {
        super(message, { service: 'PostgreSQL', retryable: state === 'held', hint });
        this.reason = `migration-lock-${state}`;
    }
}
function lockHeld(holder, waited) {
    return new MigrationLockError('held', `another migration run holds the migration lock after ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(waited)}: ${holder}`, 'wait for it to end and run again, or raise migration-lock-timeout');
}
function lostLock() {
    return new MigrationLockError('lost', 'this connection no longer holds the migration lock', 'a pooler in transaction mode changes the backend between transactions; use session mode or the server itself');
}
async function endOwnOrphans(session, applicationName) {
    const rows = await session.rows(`select pg_catalog.pg_terminate_backend(a.pid) from pg_catalog.pg_stat_activity a
      where a.pid in (select l.pid ${HELD_BY}) and a.pid <> ${session.pid}
        and a.application_name = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu)(applicationName)}`);
    return rows.length;
}


/***/ }),

/***/ 162907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R3: () => (/* binding */ HAS_OBSERVERS),
/* harmony export */   lQ: () => (/* binding */ observation),
/* harmony export */   xI: () => (/* binding */ OBSERVED),
/* harmony export */   yQ: () => (/* binding */ OBSERVERS)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247753);

const OBSERVED = "nullif(pg_catalog.current_setting('lockstep.facts', true), '')::jsonb";
const PICTURE = 'lockstep.picture_3';
const OBSERVE = 'lockstep.observe_3';
const SUM_UPDATED = 'lockstep.sums_1';
const SUM_ROWS = 'lockstep.sum_1';
const BEFORE = `
#variable_conflict use_column
begin
  select pg_catalog.array_agg(l.relation), pg_catalog.array_agg(l.writes), pg_catalog.array_agg(l.alone),
         pg_catalog.array_agg(c.relkind), pg_catalog.array_agg(c.relnatts), pg_catalog.array_agg(c.relfilenode)
    into relations, writes, alone, kinds, natts, files
    from (select relation, pg_catalog.bool_or(mode = 'RowExclusiveLock') as writes, pg_catalog.bool_or(mode = 'AccessExclusiveLock') as alone
            from pg_catalog.pg_locks where locktype = 'relation' and pid = pg_catalog.pg_backend_pid()
             and mode not in ('AccessShareLock', 'RowShareLock') group by relation) l
    left join lateral (select c.relkind, c.relnatts, c.relfilenode from pg_catalog.pg_class c where c.oid = l.relation offset 0) c on true;
end`;
const COMPARED = 32 << 20;
const SUM = `
declare columns text; sum text;
begin
  if pg_catalog.row_security_active(relation) or pg_catalog.pg_table_size(relation) > ${COMPARED} then return null; end if;
  select pg_catalog.string_agg('t.' || pg_catalog.quote_ident(a.attname), ', ' order by a.attnum) into columns
    from pg_catalog.pg_attribute a where a.attrelid = relation and a.attnum between 1 and natts and not a.attisdropped;
  execute pg_catalog.format('select pg_catalog.count(*) || '' '' || pg_catalog.sum(pg_catalog.hashtextextended(row(%1$s)::pg_catalog.text, 0)::pg_catalog.numeric)
      || '' '' || pg_catalog.sum(pg_catalog.hashtextextended(row(%1$s)::pg_catalog.text, 1)::pg_catalog.numeric) from only %2$s t', columns, relation::pg_catalog.regclass) into sum;
  return sum;
end`;
const SUMS = `
#variable_conflict use_column
begin
  select pg_catalog.array_agg(l.oid), pg_catalog.array_agg(c.relnatts), pg_catalog.array_agg(${SUM_ROWS}(l.oid, c.relnatts))
    into relations, natts, sums
    from (select relation as oid from pg_catalog.pg_locks where locktype = 'relation' and pid = pg_catalog.pg_backend_pid() and mode = 'RowExclusiveLock'
             and pg_catalog.pg_stat_get_xact_tuples_updated(relation) > 0 group by relation) l
    join lateral (select c.relnatts from pg_catalog.pg_class c where c.oid = l.oid and c.relkind = 'r' offset 0) c on true;
end`;
function observation(claims) {
    const argument = claims === undefined ? 'null' : (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(JSON.stringify(claims));
    return {
        before: `declare lockstep_before no scroll cursor for select * from ${PICTURE}() union all select * from ${SUM_UPDATED}();`,
        after: `select ${OBSERVE}(${argument});`,
    };
}
const HAS_OBSERVERS = `pg_catalog.to_regprocedure('${PICTURE}()') is not null and pg_catalog.to_regprocedure('${OBSERVE}(jsonb)') is not null`;
const ours = (xmin) => `case when pg_catalog.age(${xmin}) <= pg_catalog.age(top32) then pg_catalog.pg_xact_status(
     (top + pg_catalog.age(top32)::bigint - pg_catalog.age(${xmin}))::text::xid8) = 'in progress' else false end`;
const ABOUT = `(pg_catalog.to_regclass(u->>'table') = t.oid or pg_catalog.to_regclass(u->>'table') in
  (select i.inhparent from pg_catalog.pg_inherits i where i.inhrelid = t.oid))`;
const CAPTURE = `
#variable_conflict use_column
declare
  cursor_before refcursor := 'lockstep_before';
  relations oid[]; writes boolean[]; alone boolean[]; kinds "char"[]; natts smallint[]; files oid[]; sums text[];
  compared oid[]; compared_natts smallint[];
  top bigint := pg_catalog.pg_current_xact_id()::text::bigint;
  top32 xid := (pg_catalog.pg_current_xact_id()::text::bigint & 4294967295)::text::xid;
  tables jsonb; columns jsonb; assigned jsonb;
  written oid[]; altered oid[]; altered_natts smallint[]; inserted oid[]; updated oid[]; rewritten oid[]; table_oid oid;
  destroyed boolean; is_left boolean;
begin
  if not pg_catalog.current_setting('track_counts')::boolean then raise 'nothing was counted'; end if;
  -- Fails where the migration has closed it; empty where the migration has read it.
  fetch cursor_before into relations, writes, alone, kinds, natts, files, sums;
  if not found then raise 'what was there before is unknown'; end if;
  select pg_catalog.jsonb_object_agg(t.oid, t.natts) filter (where t.made),
         pg_catalog.array_agg(t.oid) filter (where t.writes),
         pg_catalog.array_agg(t.oid) filter (where t.altered), pg_catalog.array_agg(t.was_natts) filter (where t.altered),
         pg_catalog.array_agg(t.oid) filter (where t.inserts and not t.made),
         pg_catalog.array_agg(t.oid) filter (where t.updates and not t.made),
         pg_catalog.array_agg(t.oid) filter (where t.was_file <> t.file and t.kind = 'r'),
         coalesce(pg_catalog.bool_or(not t.made and (
           t.kind is null and t.was_kind in ('r', 'm')
           or t.deletes
           or t.kind = 'f' and t.writes
           or t.kind = 'm' and (t.updates or t.was_file <> t.file))), false)
           or pg_catalog.pg_stat_get_xact_tuples_deleted(2613) > 0 or pg_catalog.pg_stat_get_xact_tuples_updated(2613) > 0
    into tables, written, altered, altered_natts, inserted, updated, rewritten, destroyed
    from (select l.oid, l.was_kind, l.was_natts, l.was_file, l.writes, c.kind, c.natts, c.file,
                 l.was_kind is not null and l.alone and c.kind in ('r', 'p', 'f', 'c') as altered,
                 l.was_kind is null and c.kind in ('r', 'm', 'p', 'f') and ${ours('a.made')} as made,
                 c.kind in ('r', 'm') and pg_catalog.pg_stat_get_xact_tuples_deleted(l.oid) > 0 as deletes,
                 c.kind in ('r', 'm') and pg_catalog.pg_stat_get_xact_tuples_updated(l.oid) > 0 as updates,
                 c.kind = 'r' and pg_catalog.pg_stat_get_xact_tuples_inserted(l.oid) > 0 as inserts
            from unnest(relations, writes, alone, kinds, natts, files) l (oid, writes, alone, was_kind, was_natts, was_file)
            left join lateral (select c.relkind as kind, c.relnatts as natts, c.relfilenode as file
                                 from pg_catalog.pg_class c where c.oid = l.oid offset 0) c on true
            left join lateral (select a.xmin as made from pg_catalog.pg_attribute a
                                where a.attrelid = l.oid and a.attnum = -1 and l.was_kind is null offset 0) a on true
           -- Indexes, sequences and what is too long for a row are parts of what is looked at.
           where coalesce(c.kind, l.was_kind, 'r') not in ('i', 'I', 'S', 't')) t;
  if altered is not null then
    select pg_catalog.jsonb_object_agg(t.oid, t.added) filter (where t.added is not null),
           destroyed or pg_catalog.bool_or(t.replaced)
      into columns, destroyed
      from (select t.oid,
                   pg_catalog.jsonb_agg(a.attnum) filter (where a.attnum > t.natts and not a.attisdropped) as added,
                   coalesce(pg_catalog.bool_or(a.attnum <= t.natts
                                               and (a.attisdropped or t.oid = any (rewritten))), false) as replaced
              from unnest(altered, altered_natts) t (oid, natts)
              left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and ${ours('a.xmin')}
             group by t.oid) t;
  end if;
  if updated is not null and claims is not null
     and not exists (select from pg_catalog.pg_trigger t where t.tgrelid = any (written) and not t.tgisinternal)
     and not exists (select from pg_catalog.pg_rewrite w where w.ev_class = any (written))
     and not exists (select from pg_catalog.pg_proc p
                      where p.proname = any (array(select pg_catalog.jsonb_array_elements_text(claims->'calls')))
                        and p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace
                        and p.prolang not in (select l.oid from pg_catalog.pg_language l where l.lanname in ('internal', 'c'))) then
    select pg_catalog.jsonb_object_agg(t.oid, coalesce(t.constants, '[]')),
           destroyed or pg_catalog.bool_or(t.outside) or count(*) < pg_catalog.cardinality(updated)
      into assigned, destroyed
      from (select t.oid, pg_catalog.jsonb_agg(distinct a.attnum) filter (where (u->>'constant')::boolean) as constants,
                   pg_catalog.bool_or(a.attnum is null or not (coalesce(columns->t.oid::text, '[]') @> pg_catalog.to_jsonb(a.attnum))) as outside,
                   pg_catalog.bool_or(a.attnum is null or not (u->>'constant')::boolean
                                      and not (coalesce(columns->t.oid::text, '[]') @> pg_catalog.to_jsonb(a.attnum))) as unknown
              from unnest(updated) t (oid)
              join pg_catalog.jsonb_array_elements(claims->'updates') u on ${ABOUT}
             cross join lateral pg_catalog.jsonb_array_elements_text(u->'columns') set_column (name)
              left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attname = set_column.name and a.attnum > 0 and not a.attisdropped
             group by t.oid) t
     where not t.unknown;
  elsif updated is not null and not destroyed then
    -- What was written cannot be read: it is compared. Where all rows are in their old columns what they were, none is lost.
    begin
      fetch cursor_before into relations, writes, alone, kinds, compared_natts, files, sums;
      compared := relations;
      destroyed := not coalesce(updated <@ compared and not updated && coalesce(rewritten, '{}')
        and (select pg_catalog.bool_and(s.sum is not null and s.sum = ${SUM_ROWS}(s.oid, s.natts))
               from unnest(compared, compared_natts, sums) s (oid, natts, sum) where s.oid = any (updated)), false);
    exception when others then
      destroyed := true;
    end;
  end if;
  -- A table that was rewritten may have been emptied before or after: then only newer rows are left.
  foreach table_oid in array coalesce(rewritten, '{}') loop
    exit when destroyed;
    execute pg_catalog.format('select exists (select from only %s offset %s)', table_oid::pg_catalog.regclass,
      pg_catalog.pg_stat_get_xact_tuples_inserted(table_oid)) into is_left;
    destroyed := not is_left;
  end loop;
  perform pg_catalog.set_config('lockstep.facts', pg_catalog.jsonb_build_object(
    'xid', top::text, 'tables', coalesce(tables, '{}'), 'columns', coalesce(columns, '{}'), 'updated', coalesce(updated, '{}'),
    'inserted', coalesce(inserted, '{}'), 'assigned', coalesce(assigned, '{}'), 'rewritten', coalesce(rewritten, '{}'), 'destroyed', coalesce(destroyed, true))::text, true);
  -- The server adds up what it counts until it is idle for a second: the next migration begins at zero.
  if pg_catalog.current_setting('server_version_num')::int >= 150000 then perform pg_catalog.pg_stat_force_next_flush(); end if;
exception when others then
  perform pg_catalog.set_config('lockstep.facts', '', true);
end`;
const ROW = 'out relations oid[], out writes boolean[], out alone boolean[], out kinds "char"[], out natts smallint[], out files oid[], out sums text[]';
const OBSERVERS = `
create or replace function ${SUM_ROWS}(relation oid, natts smallint) returns text language plpgsql stable
  set extra_float_digits = 3 set datestyle = 'ISO' set intervalstyle = 'postgres' set bytea_output = 'hex' as ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(SUM)};
create or replace function ${SUM_UPDATED}(${ROW}) language plpgsql stable as ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(SUMS)};
create or replace function ${PICTURE}(${ROW}) language plpgsql stable as ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(BEFORE)};
create or replace function ${OBSERVE}(claims jsonb) returns void language plpgsql set plan_cache_mode = force_generic_plan as ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(CAPTURE)};
revoke all on function ${SUM_ROWS}(oid, smallint) from public;
revoke all on function ${SUM_UPDATED}() from public;
revoke all on function ${PICTURE}() from public;
revoke all on function ${OBSERVE}(jsonb) from public;
`;


/***/ }),

/***/ 320233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findMarks)
/* harmony export */ });
/* harmony import */ var _sql_tokens_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(682065);
/* harmony import */ var _sql_walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(470217);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(557367);



const WINDOW = 1 << 20;
const LINE = 400;
function findMarks(source) {
    const found = candidates(source);
    const sure = new Set(found.filter(({ rule }) => rule.loose !== true).map(({ rule }) => rule.tool));
    const marks = found.filter(({ rule }) => rule.loose !== true || sure.has(rule.tool));
    return marks.length === 0 ? [] : inComments(source, marks);
}
function candidates(source) {
    const found = [];
    for (let base = 0; base < source.size; base += WINDOW) {
        const start = Math.max(0, base - LINE);
        const bytes = source.read(start, base + WINDOW + LINE);
        const until = base - start + WINDOW;
        for (let at = bytes.indexOf('--', base - start); at >= 0 && at < until;) {
            const end = bytes.indexOf(10, at);
            const { isBehind, text } = lineAt(bytes, at, end < 0 ? bytes.length : end);
            const rule = (0,_marks_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleOf */ .Y)(text, isBehind);
            if (rule !== undefined)
                found.push({ rule, at: start + at });
            at = end < 0 ? -1 : bytes.indexOf('--', end);
        }
    }
    return found;
}
function lineAt(bytes, at, end) {
    let from = at;
    while (from > 0 && at - from < LINE && bytes[from - 1] !== 10)
        from--;
    const before = bytes.toString('latin1', from, at).trim();
    const text = bytes.toString('utf8', at, Math.min(end, at + LINE)).trim();
    return before === '#' ? { text: `#${text}`, isBehind: false } : { text, isBehind: before !== '' };
}
function inComments(source, marks) {
    const found = [];
    let next = 0;
    for (const item of (0,_sql_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .G)(source)) {
        if (next >= marks.length)
            break;
        if (item.kind !== 'statement' && item.kind !== 'end')
            continue;
        const to = item.kind === 'end' ? source.size : item.to;
        while ((marks[next]?.at ?? to) < item.from)
            next++;
        if ((marks[next]?.at ?? to) >= to)
            continue;
        const sql = source.read(item.from, to);
        const comments = new Set((0,_sql_tokens_js__WEBPACK_IMPORTED_MODULE_2__/* .lineComments */ .FQ)(sql).map(({ at }) => at + item.from));
        const isInParentheses = parentheses(sql);
        for (let mark = marks[next]; mark !== undefined && mark.at < to; mark = marks[++next]) {
            const isProse = mark.rule.tool === _marks_js__WEBPACK_IMPORTED_MODULE_0__/* .HEADING */ .TB && isInParentheses(mark.at - item.from);
            if (comments.has(mark.at) && !isProse)
                found.push(mark);
        }
    }
    return found;
}
function parentheses(sql) {
    let words;
    let next = 0;
    let depth = 0;
    return (at) => {
        words ??= (0,_sql_tokens_js__WEBPACK_IMPORTED_MODULE_2__/* .tokens */ .LU)(sql);
        for (let token = words[next]; token !== undefined && token.at < at; token = words[++next]) {
            if (token.kind === 'mark' && token.value === '(')
                depth++;
            if (token.kind === 'mark' && token.value === ')')
                depth--;
        }
        return depth > 0;
    };
}


/***/ }),

/***/ 961742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ readFolder)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(565658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/inspect.js + 1 modules
var inspect = __webpack_require__(257718);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/source.js
var sql_source = __webpack_require__(71514);
;// CONCATENATED MODULE: ./packages/migrations/lib/files/code-files.js


const NAME = /^(?:V(\d+(?:[._]\d+)*)__|(\d+)[-_.]).*(?<!\.d)\.([cm]?[jt]s|java|kt|groovy)$/;
const LOOKED_AT = 20_000;
const TOOLS = [
    ['Flyway', /flywaydb|BaseJavaMigration/],
    ['node-pg-migrate', /node-pg-migrate|\bpgm\b|\bshorthands\b/],
    ['TypeORM', /typeorm|MigrationInterface|QueryRunner/i],
    ['Sequelize', /sequelize|queryInterface/i],
    ['Kysely', /kysely/i],
    ['MikroORM', /mikro-orm/i],
    ['Knex', /\bknex\b/i],
    ['Drizzle', /drizzle/i],
];
function toolOfCode(file) {
    try {
        const text = (0,external_node_fs_.readFileSync)(file, 'utf8').slice(0, LOOKED_AT);
        return TOOLS.find(([, words]) => words.test(text))?.[0];
    }
    catch {
        return undefined;
    }
}
function listCode(directory, base) {
    const at = external_node_path_.resolve(base ?? '.', directory);
    return (0,external_node_fs_.readdirSync)(at, { withFileTypes: true }).flatMap((entry) => {
        const [, parts, digits] = NAME.exec(entry.name) ?? [];
        const version = digits ?? parts?.replaceAll('_', '.');
        if (!entry.isFile() || version === undefined)
            return [];
        const whose = toolOfCode(external_node_path_.join(at, entry.name)) ?? 'the tool that it is written for';
        const message = `a migration in ${languageOf(entry.name)}, which only ${whose} can run; apply it with that, then take over its history (lockstep import, or command: adopt with from), and write new ones in SQL`;
        return [{ file: external_node_path_.posix.join(directory, entry.name), message, version }];
    });
}
function languageOf(file) {
    const ending = /\.(\w+)$/.exec(file)?.[1] ?? '';
    if (/^[cm]?ts$/.test(ending))
        return 'TypeScript';
    return { java: 'Java', kt: 'Kotlin', groovy: 'Groovy' }[ending] ?? 'JavaScript';
}

// EXTERNAL MODULE: ./packages/migrations/lib/files/find-marks.js
var find_marks = __webpack_require__(320233);
;// CONCATENATED MODULE: ./packages/migrations/lib/files/layout.js
const MIGRATION = /^([0-9]+)_(.*)\.sql$/;
const HALF = /\.(?:(up|do|deploy)|(down|undo|rollback|revert|drop))$/i;
function readName(file, layout) {
    if (!/\.sql$/i.test(file) || file.startsWith('.'))
        return { kind: 'other' };
    const match = MIGRATION.exec(file);
    if (match?.[1] === undefined || match[2] === undefined) {
        const why = 'the file name is not a migration; rename it to NUMBER_name.sql, with a lower-case .sql';
        return { kind: 'refused', why, version: /^\d+/.exec(file)?.[0] };
    }
    const [, version, rest] = match;
    if (layout === 'pairs') {
        const half = /\.(up|down)$/.exec(rest);
        if (half !== null)
            return { kind: half[1], version, name: rest.slice(0, half.index) };
        const why = `neither .up.sql nor .down.sql; rename it to ${version}_${rest.replace(HALF, '')}.up.sql`;
        return { kind: 'refused', why, version };
    }
    const half = HALF.exec(rest);
    if (half !== null) {
        const todo = half[2] === undefined
            ? `rename it to ${version}_${rest.slice(0, half.index)}.sql`
            : 'move it to the directory of down migrations';
        return { kind: 'refused', why: `the Supabase CLI would apply this as another migration; ${todo}`, version };
    }
    return { kind: 'up', version, name: rest };
}
function downsByName(files) {
    const all = new Set(files.map((file) => file.toLowerCase()));
    return new Set(files.filter((file) => {
        const half = /([-_])(down|undo|rollback|revert)\.sql$/i.exec(file);
        if (half === null)
            return false;
        const stem = file.slice(0, half.index).toLowerCase();
        return ['', '_up', '-up', '_do', '-do'].some((ending) => all.has(`${stem}${ending}.sql`));
    }));
}
function detectLayout(files) {
    const named = files.filter(({ name }) => MIGRATION.test(name));
    if (named.some(({ name }) => /\.up\.sql$/.test(name)))
        return 'pairs';
    const whole = named.filter(({ name }) => !/\.down\.sql$/.test(name));
    if (whole.length === 0)
        return named.length > 0 ? 'pairs' : 'supabase';
    return whole.filter(({ hasSections }) => hasSections).length * 2 > whole.length ? 'sections' : 'supabase';
}

// EXTERNAL MODULE: ./packages/migrations/lib/files/list-files.js
var list_files = __webpack_require__(1028166);
// EXTERNAL MODULE: ./packages/migrations/lib/files/migration.js
var files_migration = __webpack_require__(935980);
;// CONCATENATED MODULE: ./packages/migrations/lib/files/layouts/drizzle.js





const JOURNAL = 'meta/_journal.json';
const drizzle = {
    id: 'drizzle',
    isIt: (_files, at) => (0,external_node_fs_.existsSync)(external_node_path_.join(at, JOURNAL)),
    read({ base, directory, problems }) {
        const listed = new Map(((0,list_files/* listSqlFiles */.WP)(directory, base, problems) ?? []).map((each) => [external_node_path_.basename(each.file), each]));
        const files = [];
        const strays = [];
        let before;
        for (const entry of readJournal(directory, base)) {
            const [, digits, rest] = /^(\d+)_(.*)$/.exec(entry.tag) ?? [];
            const of = { version: digits ?? entry.when, name: rest ?? entry.tag };
            const [up, down] = [listed.get(`${entry.tag}.sql`), listed.get(`${entry.tag}.down.sql`)];
            listed.delete(`${entry.tag}.sql`);
            listed.delete(`${entry.tag}.down.sql`);
            if (up === undefined) {
                const message = `${JOURNAL} names it, and it is not there`;
                strays.push({ file: `${directory}/${entry.tag}.sql`, message, version: of.version });
                continue;
            }
            if (before !== undefined && (0,files_migration/* compareVersions */.Zy)(of.version, before.name.version) < 0) {
                const message = `${JOURNAL} applies it after ${before.file}, which has a higher number; generate it again`;
                strays.push({ file: up.file, message, version: of.version });
            }
            before = { ...up, name: { kind: 'up', ...of }, stamp: entry.when };
            files.push(before);
            if (down !== undefined)
                files.push({ ...down, name: { kind: 'down', ...of } });
        }
        for (const { file } of listed.values()) {
            const message = `${JOURNAL} does not name it; create it with "drizzle-kit generate --custom"`;
            strays.push({ file, message, version: /^\d+/.exec(external_node_path_.basename(file))?.[0] });
        }
        return { files, strays };
    },
};
function readJournal(directory, base) {
    const file = external_node_path_.posix.join(directory, JOURNAL);
    const wrong = (why) => new errors/* InputError */.dz(`migrations folder ${directory}: ${file}: ${why}`);
    let journal;
    try {
        journal = JSON.parse((0,external_node_fs_.readFileSync)(external_node_path_.resolve(base ?? '.', file), 'utf8'));
    }
    catch {
        throw wrong('is no JSON; restore it from git');
    }
    const { dialect, entries } = journal ?? {};
    if (!Array.isArray(entries))
        throw wrong('has no entries; restore it from git');
    if (typeof dialect === 'string' && dialect !== 'postgresql' && dialect !== 'pg') {
        throw wrong(`is for ${dialect}, not for postgresql`);
    }
    return entries.map(({ idx, tag, when }) => {
        if (typeof tag !== 'string' || !/^[\w.-]+$/.test(tag) || !Number.isSafeInteger(when)) {
            throw wrong(`entry ${String(idx)} has no tag or no time; restore it from git`);
        }
        return { tag, when: String(when) };
    });
}

// EXTERNAL MODULE: ./packages/migrations/lib/files/layouts/flyway.js
var flyway = __webpack_require__(936379);
// EXTERNAL MODULE: ./packages/migrations/lib/files/same-number.js
var same_number = __webpack_require__(41689);
;// CONCATENATED MODULE: ./packages/migrations/lib/files/layouts/folders.js





const folders = {
    id: 'folders',
    isIt: (_files, at, names) => names.some((name) => (0,external_node_fs_.existsSync)(external_node_path_.join(at, name, 'migration.sql'))),
    read({ base, directory, problems }) {
        requirePostgres(external_node_path_.resolve(base ?? '.', directory), directory);
        const files = [];
        const strays = ((0,list_files/* listSqlFiles */.WP)(directory, base, problems) ?? []).map(({ file }) => ({
            file,
            message: 'not in a folder of its own; move it to NUMBER_name/migration.sql',
            version: /^\d+/.exec(external_node_path_.basename(file))?.[0],
        }));
        const seen = new Map();
        for (const folder of (0,list_files/* listFolders */.uT)(directory, base)) {
            const inside = (0,list_files/* listSqlFiles */.WP)(`${directory}/${folder}`, base, problems) ?? [];
            const [, version, name] = /^(\d+)(?:_(.*))?$/.exec(folder) ?? [];
            const named = (file) => inside.find((each) => external_node_path_.basename(each.file) === file);
            const up = named('migration.sql');
            if (up === undefined) {
                if (version !== undefined)
                    strays.push({ file: `${directory}/${folder}`, message: 'no migration.sql in it', version });
                continue;
            }
            if (version === undefined) {
                const message = 'its folder must begin with a number: NUMBER_name/migration.sql';
                strays.push({ file: up.file, message, version: undefined, matters: 'always' });
                continue;
            }
            const down = named('down.sql');
            const number = (0,same_number/* numberOf */.rl)(version);
            const nth = seen.get(number) ?? 0;
            seen.set(number, nth + 1);
            if (nth >= same_number/* MOST_OF_ONE */.Hb) {
                const message = `more than ${same_number/* MOST_OF_ONE */.Hb} folders begin with ${version}; give this one a number of its own`;
                strays.push({ file: up.file, message, version, matters: 'always' });
                continue;
            }
            const of = { version: (0,same_number/* nthVersion */.f4)(version, nth), name: name ?? '' };
            files.push({ ...up, name: { kind: 'up', ...of } });
            if (down !== undefined)
                files.push({ ...down, name: { kind: 'down', ...of } });
        }
        return { files, strays };
    },
};
function requirePostgres(at, directory) {
    const file = external_node_path_.join(at, 'migration_lock.toml');
    if (!(0,external_node_fs_.existsSync)(file))
        return;
    const provider = /^\s*provider\s*=\s*"([^"]*)"/m.exec((0,external_node_fs_.readFileSync)(file, 'utf8'))?.[1];
    if (provider === undefined || provider === 'postgresql' || provider === 'postgres')
        return;
    throw new errors/* InputError */.dz(`migrations folder ${directory}: its migration_lock.toml is for ${provider}, not for postgresql`);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/files/layouts/all.js



const OTHER_LAYOUTS = [drizzle, folders, flyway/* flyway */.T];

;// CONCATENATED MODULE: ./packages/migrations/lib/files/look-alike.js



const COPY = 'copy each of them to NUMBER_name.sql, and its down migration to the directory of down migrations';
function lookAt(folder) {
    const entries = list(folder);
    const names = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
    return look_alike_folders(folder, entries, names) ?? files(folder, names);
}
function describeLook(look, migrations) {
    if (look !== undefined)
        return `looks like ${look.tool} (${look.sign}); ${look.todo}`;
    return migrations > 0
        ? 'cannot be read'
        : 'no migration in it (a file is named NUMBER_name.sql); name the folder of the migrations, or write none for a service without any';
}
const DEPTH = 3;
const look_alike_LOOKED_AT = 2_000;
function holding(folder, file) {
    const found = [];
    let left = look_alike_LOOKED_AT;
    const look = (at, depth) => {
        for (const entry of list(at)) {
            if (!entry.isDirectory() || entry.name === 'node_modules' || left-- <= 0)
                continue;
            const inner = external_node_path_.join(at, entry.name);
            if ((0,external_node_fs_.existsSync)(external_node_path_.join(inner, file)))
                found.push(external_node_path_.relative(folder, inner));
            else if (depth < DEPTH)
                look(inner, depth + 1);
        }
    };
    look(folder, 1);
    return found;
}
function look_alike_folders(folder, entries, names) {
    if (!entries.some((entry) => entry.isDirectory()))
        return undefined;
    const whole = holding(folder, 'migration.sql');
    const [first] = whole;
    if (first !== undefined) {
        const isPrisma = names.includes('migration_lock.toml');
        const above = external_node_path_.dirname(first).split(external_node_path_.sep).join('/');
        const todo = above === '.' ? 'set layout: folders, or auto' : `name ${above} as the directory`;
        const tool = isPrisma ? 'Prisma' : 'Prisma or Drizzle';
        return { tool, sign: sign(whole, 'migration.sql'), todo, isFolders: true };
    }
    const halves = holding(folder, 'up.sql');
    if (halves.length === 0)
        return undefined;
    const isHasura = halves.some((each) => each.includes(external_node_path_.sep) || /^\d{13}_/.test(each));
    const tool = isHasura ? 'Hasura' : 'Diesel or Hasura';
    const todo = `apply them with that tool, or ${COPY}`;
    return { tool, sign: sign(halves, 'up.sql'), todo, isFolders: true };
}
function sign(found, file) {
    const [first = ''] = found;
    const more = found.length > 1 ? ` and ${found.length - 1} more` : '';
    return `${external_node_path_.posix.join(...first.split(external_node_path_.sep), file)}${more}`;
}
const FILES = [
    { tool: 'Flyway, Refinery or Evolve', name: /^[VUR][\d._]*__.*\.sql$/, todo: 'set layout: flyway, or auto' },
    { tool: 'Sqitch', name: /^sqitch\.(plan|conf)$/, todo: 'name the folder "deploy", its files NUMBER_name.sql' },
    {
        tool: 'Liquibase',
        name: /changelog.*\.(xml|ya?ml|json|sql)$/i,
        todo: 'apply it with Liquibase, or write its changesets as NUMBER_name.sql',
    },
    {
        tool: 'files with another separator',
        name: /^\d+[-.].*\.sql$/i,
        todo: 'name them NUMBER_name.sql, with an underscore after the number',
    },
    { tool: 'Rails', name: /^\d+_.*\.rb$/, todo: 'apply them with Rails' },
    { tool: 'Alembic or Django', name: /\.py$/, todo: 'apply them with that tool' },
    { tool: 'Phinx, Laravel or Doctrine', name: /\.php$/, todo: 'apply them with that tool' },
    { tool: 'Atlas', name: /\.(hcl|sum)$/, todo: 'apply them with Atlas' },
    { tool: 'pgroll', name: /^\d+_.*\.(json|ya?ml)$/, todo: 'apply them with pgroll' },
];
function files(folder, names) {
    for (const { name, todo, tool } of FILES) {
        const found = names.find((each) => name.test(each));
        if (found !== undefined)
            return { tool, sign: found, todo, isFolders: false };
    }
    const code = names.find((each) => /(?<!\.d)\.([cm]?[jt]s|java|kt)$/.test(each));
    if (code !== undefined)
        return lookOfCode(folder, code);
    const [inner] = list(folder)
        .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
        .filter((entry) => list(external_node_path_.join(folder, entry.name)).some(({ name }) => /^\d+_.*\.sql$/.test(name)));
    if (inner === undefined)
        return undefined;
    return {
        tool: 'a folder above the migrations',
        sign: `${inner.name}/ has some`,
        todo: `name ${inner.name} as the directory`,
        isFolders: false,
    };
}
function lookOfCode(folder, sign) {
    const tool = toolOfCode(external_node_path_.join(folder, sign));
    const own = tool ?? 'their own tool';
    const todo = `apply them with ${own}, and write new ones in SQL in a folder of their own (NUMBER_name.sql)`;
    const of = `${languageOf(sign)}${tool === undefined ? '' : ` (${tool})`}`;
    return { tool: `migrations in ${of}`, sign, todo, isFolders: false };
}
function list(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./packages/migrations/lib/files/sections.js + 1 modules
var sections = __webpack_require__(168182);
// EXTERNAL MODULE: ./packages/migrations/lib/files/supabase.js
var supabase = __webpack_require__(208215);
;// CONCATENATED MODULE: ./packages/migrations/lib/files/folder.js














const NO_FOLDER = 'none';
function readFolder(options) {
    try {
        return readAll(options);
    }
    catch (error) {
        const { code = '', syscall } = error;
        if (syscall === undefined)
            throw error;
        const todo = ['EACCES', 'EPERM'].includes(code) ? '; give the user of this process the right to read it' : '';
        throw new errors/* InputError */.dz(`migrations folder ${options.directory}: cannot be read: ${(0,errors/* describe */.q0)(error)}${todo}`, {
            cause: error,
        });
    }
}
function readAll(options) {
    const { base, directory, downDirectory } = options;
    const strange = [];
    const files = directory === NO_FOLDER ? [] : (0,list_files/* listSqlFiles */.WP)(directory, base, strange);
    if (files === undefined) {
        throw new errors/* InputError */.dz(`migrations folder ${directory}: does not exist; check out the repository, or name another`);
    }
    const strays = [];
    const other = otherLayout(options);
    const found = other === undefined ? files.map(read) : [];
    const layout = other?.id ?? (options.layout === 'auto' ? detectLayout(found.map(shapeOf)) : options.layout);
    if (other !== undefined)
        strange.length = 0;
    const named = other === undefined ? nameAll(found, layout, strays) : readOther(other, options, { strange, strays });
    if (directory !== NO_FOLDER)
        strays.push(...listCode(directory, base));
    const isSupabase = options.layout === 'supabase' || (0,supabase/* isSupabaseFolder */.X)(directory, base);
    const isDump = (file, nth) => layout === 'supabase' && isSupabase && nth === 0 && (0,supabase/* isSupabasesFirstDump */.u)(file.name);
    const ups = named.filter((file) => file.name.kind === 'up').filter((file, nth) => !isDump(file, nth));
    const dumps = named.filter((file) => file.name.kind === 'up').filter(isDump);
    const downs = layout === 'supabase'
        ? nameAll(((0,list_files/* listSqlFiles */.WP)(downDirectory, base, strange) ?? []).map(read), layout, strays)
        : named.filter((file) => file.name.kind === 'down');
    for (const problem of strange)
        strays.push({ ...problem, version: versionOf(problem.file) });
    refuseOtherFolders(options, other === undefined, ups.length, strays);
    const order = textOrdered(layout, isSupabase, ups) ? 'text' : 'number';
    const downOf = new Map(downs.toReversed().map((down) => [keyOf(down), down]));
    const downFor = (up) => downOf.get(keyOf(up));
    const migrations = oneEach(ups.map((up) => migrationOf(up, downFor(up), layout)).sort(byVersion(order)));
    const known = new Set(ups.map(keyOf));
    const leftOutNames = new Set(dumps.map(keyOf));
    for (const down of downs) {
        if (known.has(keyOf(down)))
            continue;
        const message = 'a down migration without a matching up migration; both need the same number and name';
        if (!leftOutNames.has(keyOf(down))) {
            strays.push({ file: down.file, message, version: down.name.version });
        }
    }
    const ambiguity = options.layout === 'auto' ? ambiguityOf(migrations, layout, order) : undefined;
    const leftOut = dumps.map(({ file }) => `${file}: left out, as the Supabase CLI does: a dump of its first releases (N_init.sql before 2021-12-09)`);
    return { layout, order, migrations, strays, ambiguity, leftOut };
}
function read({ file, path: at }) {
    const source = (0,inspect/* withoutMark */.E)((0,sql_source/* fileSource */.I)(file, at));
    return { file, path: at, source, marks: (0,find_marks/* findMarks */.C)(source) };
}
function otherLayout({ base, directory, layout }) {
    if (directory === NO_FOLDER)
        return undefined;
    if (layout !== 'auto')
        return OTHER_LAYOUTS.find(({ id }) => id === layout);
    const at = external_node_path_.resolve(base ?? '.', directory);
    const entries = (0,external_node_fs_.readdirSync)(at, { withFileTypes: true });
    const namesOf = (isFolder) => entries.filter((entry) => entry.isDirectory() === isFolder).map(({ name }) => name);
    return OTHER_LAYOUTS.find(({ isIt }) => isIt(namesOf(false), at, namesOf(true)));
}
function readOther(other, { base, directory }, { strange, strays }) {
    const found = other.read({ directory, base, problems: strange });
    strays.push(...found.strays);
    return found.files.map((each) => ({ ...each, ...read(each) }));
}
function shapeOf({ file, marks }) {
    return { name: external_node_path_.basename(file), hasSections: (0,sections/* hasSections */.VL)(marks) };
}
function versionOf(file) {
    return /^\d+/.exec(external_node_path_.basename(file))?.[0];
}
function nameAll(files, layout, strays) {
    const downs = layout === 'pairs' ? new Set() : downsByName(files.map(({ file }) => external_node_path_.basename(file)));
    return files.flatMap((each) => {
        const { file } = each;
        const name = readName(external_node_path_.basename(file), layout);
        if (name.kind === 'other')
            return [];
        if (name.kind === 'refused')
            strays.push({ file, message: name.why, version: name.version });
        else if (downs.has(external_node_path_.basename(file))) {
            const message = 'by its name the down migration of the file next to it; move it to the directory of down migrations';
            strays.push({ file, message, version: name.version });
        }
        else
            return [{ ...each, name }];
        return [];
    });
}
function refuseOtherFolders(options, isByNames, migrations, strays) {
    const { base, directory, mayBeEmpty } = options;
    if (directory === NO_FOLDER || (!isByNames && migrations > 0))
        return;
    const look = lookAt(external_node_path_.resolve(base ?? '.', directory));
    const isNone = migrations === 0 && (mayBeEmpty !== true || strays.length > 0 || look !== undefined);
    if (look?.isFolders !== true && !isNone)
        return;
    throw new errors/* InputError */.dz(`migrations folder ${directory}: ${describeLook(look, migrations)}`);
}
function textOrdered(layout, isSupabase, ups) {
    if (layout === 'supabase')
        return isSupabase;
    if (layout === 'folders')
        return true;
    return layout === 'sections' && ups.some(({ marks }) => marks.some(({ rule }) => rule.tool === 'dbmate'));
}
function byVersion(order) {
    return (a, b) => (0,files_migration/* compareVersions */.Zy)(a.version, b.version, order);
}
function oneEach(migrations) {
    const byNumber = new Map();
    for (const migration of migrations) {
        const number = (0,files_migration/* versionKey */._5)(migration.version);
        const first = byNumber.get(number);
        byNumber.set(number, first === undefined ? migration : { ...first, others: [...(first.others ?? []), migration] });
    }
    return [...byNumber.values()];
}
function ambiguityOf(migrations, layout, order) {
    const versions = migrations.map(({ version }) => version);
    const filesOf = (pair) => pair.map((version) => migrations.find((each) => each.version === version)?.file);
    const pair = layout === 'supabase' ? (0,files_migration/* ordersDiffer */.KU)(versions) : undefined;
    if (pair === undefined) {
        const begins = order === 'text' ? (0,files_migration/* beginsAnother */.q7)(versions) : undefined;
        if (begins === undefined)
            return undefined;
        const [short, long] = filesOf(begins);
        return `${short} has a version that the version of ${long} starts with: tools that sort by file name (dbmate, the Supabase CLI before 3) apply the longer one first, those that sort by version the shorter one; give all versions the same number of digits, or set layout: ${layout} to apply the shorter one first`;
    }
    const [first, second] = filesOf(pair);
    const one = `${first} comes before ${second} as a number, and after it as text, which is how the Supabase CLI sorts`;
    const way = order === 'text' ? 'set layout: supabase for its order' : 'set layout: supabase for that order';
    return `${one}; give all versions the same number of digits, or ${way}`;
}
function migrationOf(up, down, layout) {
    const { version, name } = up.name;
    const problems = [];
    const ofDown = [];
    const scripts = () => {
        if (layout === 'sections') {
            const halves = (0,sections/* cutSections */.Bt)(up.source, problems);
            const half = halves.down;
            return {
                up: (0,inspect/* inspect */.N)(halves.up, problems, halves.preamble),
                down: half === undefined ? undefined : downScript(half, ofDown),
            };
        }
        (0,sections/* refuseMarks */.FY)(up.source, up.marks, 'up', problems);
        const script = (0,inspect/* inspect */.N)(up.source, problems, up.preamble);
        if (down === undefined)
            return { up: script, down: undefined };
        (0,sections/* refuseMarks */.FY)(down.source, down.marks, 'down', ofDown);
        return { up: script, down: downScript((0,sections/* withPreamble */.RI)(down.source, down.preamble ?? ''), ofDown) };
    };
    const found = scripts();
    const stamp = up.stamp === undefined ? {} : { stamp: up.stamp };
    const migration = { version, name, file: up.file, ...stamp, ...found };
    if (problems.length + ofDown.length === 0)
        return migration;
    return { ...migration, down: ofDown.length > 0 ? undefined : found.down, problems: [...problems, ...ofDown] };
}
function downScript(source, problems) {
    const found = (0,inspect/* inspect */.N)(source, problems);
    if (found.statements === 0 && (found.texts?.length ?? 0) === 0) {
        problems.push({
            file: source.name,
            message: 'empty; delete it, or write a comment why there is nothing to reverse',
        });
    }
    return found;
}
function keyOf({ key, name: { name, version } }) {
    return key ?? `${version} ${name}`;
}


/***/ }),

/***/ 936379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ FLYWAY_NAME),
/* harmony export */   T: () => (/* binding */ flyway)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(989278);
/* harmony import */ var _list_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1028166);
/* harmony import */ var _migration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(935980);




const FLYWAY_NAME = /^([VUB])(\d+(?:[._]\d+)*)__(.*)\.sql$/;
const REPEATABLE = /^R__.*\.sql$/;
const CALLBACK = /^(before|after|create)[A-Z]\w*\.sql$|^(before|after)[A-Z]\w*__.*\.sql$/;
const flyway = {
    id: 'flyway',
    isIt: (files) => files.some((file) => FLYWAY_NAME.test(file) || REPEATABLE.test(file)),
    read({ base, directory, problems }) {
        const files = [];
        const strays = [];
        for (const each of (0,_list_files_js__WEBPACK_IMPORTED_MODULE_2__/* .listDeep */ .z)(directory, base, problems)) {
            const found = readName(each);
            if ('message' in found)
                strays.push(found);
            else
                files.push(withSettings(found, strays));
        }
        return { files, strays };
    },
};
function readName({ file, path: at }) {
    const base = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(file);
    if (REPEATABLE.test(base)) {
        const message = 'a repeatable migration, which Flyway runs again whenever it changes and nothing here does: copy its SQL into a new V file each time it changes, and move it out of this folder';
        return { file, message, version: undefined, matters: 'always' };
    }
    if (CALLBACK.test(base)) {
        const message = "a callback of Flyway's, which nothing here runs: move its SQL into migrations, and it out of here";
        return { file, message, version: undefined, matters: 'always' };
    }
    const [, kind, digits, name] = FLYWAY_NAME.exec(base) ?? [];
    if (kind === undefined || digits === undefined || name === undefined) {
        const message = 'the file name is not a migration; rename it to VNUMBER__name.sql, with two underscores';
        const version = /^[VU]?(\d+(?:[._]\d+)*)/.exec(base)?.[1]?.replaceAll('_', '.');
        return { file, message, version };
    }
    const version = digits.replaceAll('_', '.');
    if (kind === 'B') {
        const message = 'a baseline migration, which Flyway runs in place of all before it; nothing here does';
        return { file, message, version };
    }
    return { file, path: at, name: { kind: kind === 'V' ? 'up' : 'down', version, name }, key: (0,_migration_js__WEBPACK_IMPORTED_MODULE_3__/* .versionKey */ ._5)(version) };
}
function withSettings(found, strays) {
    const lines = read(`${found.path}.conf`).split('\n');
    const settings = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
    const other = settings.filter((line) => !/^executeInTransaction\s*=\s*(true|false)$/.test(line));
    if (other.length > 0) {
        const message = `written for Flyway: "${other[0]}" is not followed here; delete it, or apply ${found.file} with Flyway`;
        strays.push({ file: `${found.file}.conf`, message, version: found.name.version });
    }
    const isBare = settings.some((line) => /=\s*false$/.test(line) && line.startsWith('executeInTransaction'));
    return isBare ? { ...found, preamble: '-- lockstep: no-transaction\n' } : found;
}
function read(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 1028166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WP: () => (/* binding */ listSqlFiles),
/* harmony export */   uT: () => (/* binding */ listFolders),
/* harmony export */   z: () => (/* binding */ listDeep)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(989278);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);



function listSqlFiles(directory, base, problems) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(base ?? '.', directory);
    if (!isThere(folder))
        return undefined;
    const root = rootOf(folder, base);
    if (!isWithin(root, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder))) {
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`migrations folder ${directory}: is a link to outside the repository; name the folder itself`);
    }
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true })
        .filter(({ name }) => /\.sql$/i.test(name) && !name.startsWith('.'))
        .filter((entry) => !entry.isDirectory())
        .map((entry) => ({ entry, file: node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(directory, entry.name), path: node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, entry.name) }))
        .filter(({ entry, file, path: at }) => {
        const problem = strangeness(entry, at, root);
        if (problem !== undefined)
            problems.push({ file, message: problem });
        return problem === undefined;
    })
        .map(({ file, path: at }) => ({ file, path: at }))
        .sort((a, b) => (a.file < b.file ? -1 : 1));
}
function isThere(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder) !== undefined;
    }
    catch (error) {
        const { code = '' } = error;
        if (['ENOENT', 'ENOTDIR'].includes(code))
            return false;
        throw error;
    }
}
function listFolders(directory, base) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(base ?? '.', directory), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        .map(({ name }) => name)
        .sort();
}
const DEPTH = 5;
function listDeep(directory, base, problems, depth = DEPTH) {
    const here = listSqlFiles(directory, base, problems) ?? [];
    if (depth === 0)
        return here;
    return [
        ...here,
        ...listFolders(directory, base).flatMap((name) => listDeep(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(directory, name), base, problems, depth - 1)),
    ];
}
function rootOf(folder, base) {
    const repository = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(base ?? '.');
    return isWithin(repository, folder) ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(repository) : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder);
}
function isWithin(root, file) {
    return file === root || file.startsWith(root.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? root : root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
}
function strangeness(entry, at, root) {
    if (entry.isFile())
        return undefined;
    if (!entry.isSymbolicLink())
        return 'not a regular file';
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(at))
        return 'a link to nowhere';
    if (!isWithin(root, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(at))) {
        return 'a link to outside the repository; put the file itself here';
    }
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(at).isFile() ? undefined : 'a link to what is not a regular file';
}


/***/ }),

/***/ 557367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TB: () => (/* binding */ HEADING),
/* harmony export */   Y: () => (/* binding */ ruleOf)
/* harmony export */ });
/* unused harmony export MARKS */
const HEADING = 'a section heading';
const sections = (tool, up, down) => [
    ...(up === undefined ? [] : [{ tool, role: 'up', line: up }]),
    { tool, role: 'down', line: down },
];
const refused = (tool, line, why) => ({ tool, role: 'refused', line, why });
const MARKS = [
    ...sections('dbmate', /^--\s*migrate:up\b/i, /^--\s*migrate:down\b/i),
    refused('goose (ENVSUB)', /^--\s*\+\s*goose\s+envsub\s+on\b/i, 'it inserts environment variables into the SQL; write the values themselves'),
    ...sections('goose', /^--\s*\+\s*goose\s+up\b/i, /^--\s*\+\s*goose\s+down\b/i),
    ...sections('sql-migrate', /^--\s*\+\s*migrate\s+up\b/i, /^--\s*\+\s*migrate\s+down\b/i),
    ...sections('micrate', /^--\s*\+\s*micrate\s+up\b/i, /^--\s*\+\s*micrate\s+down\b/i),
    ...sections('a tool like goose', /^--\s*\+\s*\w+\s+up$/i, /^--\s*\+\s*\w+\s+down$/i),
    ...sections('rambler', /^--\s*rambler\s+up\b/i, /^--\s*rambler\s+down\b/i),
    ...sections('node-pg-migrate', /^--[\s-]*up\s+migration\s*([^\w\s].*)?$/i, /^--[\s-]*down\s+migration\s*([^\w\s].*)?$/i),
    { tool: 'node-pg-migrate', role: 'down', line: /^--[\s-]*down\s+migration\b/i, loose: true },
    { tool: 'tern', role: 'down', line: /^-{2,}\s*create\s+above\s*\/\s*drop\s+below\b/i, anywhere: true },
    ...sections('MyBatis', undefined, /^--\s*(\/\/)?\s*@undo\b/i),
    refused('Play evolutions', /^#.*!\s*(ups|downs)\b/i, 'its marks begin with a #, which is no comment in SQL; write "-- !Ups" and "-- !Downs"'),
    ...sections('Play evolutions', /^--.*!\s*ups\b/i, /^--.*!\s*downs\b/i),
    ...sections('Atlas (txtar)', /^--\s+migration\.sql\s+--$/i, /^--\s+down\.sql\s+--$/i),
    refused('Atlas (txtar)', /^--\s*atlas:txtar\b/i, 'it holds several files in one; write the one named migration.sql alone'),
    refused('Atlas (checkpoint)', /^--\s*atlas:checkpoint\b/i, 'it replaces all files before it, which would run as well; delete those or this one'),
    refused('Atlas (delimiter)', /^--\s*atlas:delimiter\b/i, 'end statements with a semicolon instead'),
    refused('Liquibase (formatted SQL)', /^--\s*(liquibase\s+formatted\s+sql\b|changeset\s+[^\s:]+:\S+)/i, 'its changesets, preconditions and rollbacks are not followed; write one file per changeset, with its rollback as the down migration'),
    refused('graphile-migrate (include)', /^--!\s*include\s+\S/i, 'the other file would be missing; write its SQL here'),
    refused('Sqitch', /^--\s*(revert\s+\S+\s+from|verify\s+\S+\s+on)\s+(pg|cockroach|yugabyte|mysql|sqlite)$/i, 'this is a revert or verify script; use the deploy script, and the revert script as its down migration'),
    refused('Bytebase', /^--\s*txn-mode\s*=\s*off\b/i, 'write "-- lockstep: no-transaction" instead'),
    ...sections(HEADING, headingOf('up'), headingOf('down')),
    { tool: HEADING, role: 'down', line: /^--\W*(undo|(undo|rollback)\W+(script|sql|section|part|migration))\W*$/i },
];
function headingOf(half) {
    const between = '[^\\p{L}\\p{N}]';
    return new RegExp(`^--${between}*(?:(?:migrat(?:e|ion)|schema|sql|db|name|direction|section)${between}+)?${half}s?` +
        `(?:${between}+(?:script|sql|section|part|migrations?))?${between}*$`, 'iu');
}
function ruleOf(line, isBehind) {
    return MARKS.find((rule) => (!isBehind || rule.anywhere === true) && rule.line.test(line));
}


/***/ }),

/***/ 935980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KU: () => (/* binding */ ordersDiffer),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   _5: () => (/* binding */ versionKey),
/* harmony export */   q7: () => (/* binding */ beginsAnother),
/* harmony export */   xv: () => (/* binding */ VERSION)
/* harmony export */ });
function compareVersions(a, b, order = 'number') {
    if (order === 'text')
        return a < b ? -1 : a > b ? 1 : 0;
    const [left, right] = [a.split('.'), b.split('.')];
    for (let nth = 0; nth < Math.max(left.length, right.length); nth++) {
        const [one, other] = [BigInt(left[nth] ?? 0), BigInt(right[nth] ?? 0)];
        if (one !== other)
            return one < other ? -1 : 1;
    }
    return 0;
}
const VERSION = /^\d+(\.\d+)*$/;
function versionKey(version) {
    const parts = version.split('.').map((part) => String(BigInt(part)));
    while (parts.length > 1 && parts.at(-1) === '0')
        parts.pop();
    return parts.join('.');
}
function ordersDiffer(versions) {
    const sorted = versions.toSorted((a, b) => compareVersions(a, b));
    for (const [nth, version] of sorted.entries()) {
        const before = sorted[nth - 1];
        if (before !== undefined && compareVersions(before, version) < 0 && compareVersions(before, version, 'text') > 0) {
            return [before, version];
        }
    }
    return undefined;
}
function beginsAnother(versions) {
    const numbers = versions.filter((version) => !version.includes('.'));
    const sorted = numbers.toSorted((a, b) => compareVersions(a, b, 'text'));
    for (const [nth, version] of sorted.entries()) {
        const before = sorted[nth - 1];
        if (before !== undefined && version.startsWith(before))
            return [before, version];
    }
    return undefined;
}


/***/ }),

/***/ 41689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ freeVersions),
/* harmony export */   Hb: () => (/* binding */ MOST_OF_ONE),
/* harmony export */   Rc: () => (/* binding */ nameKey),
/* harmony export */   __: () => (/* binding */ byNumberOf),
/* harmony export */   f4: () => (/* binding */ nthVersion),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/* harmony import */ var _migration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(935980);

const MOST_OF_ONE = 100;
function nthVersion(number, nth) {
    return nth === 0 ? number : `${number}.${String(nth).padStart(2, '0')}`;
}
function numberOf(version) {
    return (0,_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(version.split('.')[0] ?? version);
}
function nameKey(number, name) {
    return `${number} ${name}`;
}
function byNumberOf(all, versionOf) {
    const groups = new Map();
    for (const each of all) {
        const number = numberOf(versionOf(each));
        groups.set(number, [...(groups.get(number) ?? []), each]);
    }
    return groups;
}
function* freeVersions(number, taken) {
    let nth = Math.max(-1, ...taken.map((version) => Number(version.split('.')[1] ?? 0)));
    for (;;)
        yield nthVersion(number, ++nth);
}


/***/ }),

/***/ 168182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bt: () => (/* binding */ cutSections),
  VL: () => (/* binding */ hasSections),
  FY: () => (/* binding */ refuseMarks),
  RI: () => (/* binding */ withPreamble)
});

// EXTERNAL MODULE: ./packages/migrations/lib/sql/directives.js
var directives = __webpack_require__(101529);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/lines.js
var lines = __webpack_require__(843286);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/source.js
var sql_source = __webpack_require__(71514);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/walk.js
var walk = __webpack_require__(470217);
// EXTERNAL MODULE: ./packages/migrations/lib/files/find-marks.js
var find_marks = __webpack_require__(320233);
;// CONCATENATED MODULE: ./packages/migrations/lib/files/joined-sections.js



const EXACT = /^-- \+migrate\s+(Up|Down)(\s|$)/;
const LINE = 400;
function joinSections(source, marks, role) {
    const own = marks.filter(({ rule }) => rule.role === role);
    const [first] = own;
    if (first === undefined || !own.every((mark) => isExact(source, mark)))
        return undefined;
    const parts = [];
    const open = [];
    let isBare = false;
    for (const [nth, mark] of marks.entries()) {
        if (mark.at < first.at)
            continue;
        const bytes = source.read(mark.at, marks[nth + 1]?.at ?? source.size);
        if (mark.rule.role !== role) {
            parts.push(Buffer.alloc((0,lines/* countLines */.l)(bytes), '\n'));
            continue;
        }
        parts.push(mark === first ? bytes : bytes.subarray(Buffer.byteLength(lineOf(bytes))));
        if (mark !== own.at(-1) && !isClosed(bytes))
            open.push(mark);
        isBare ||= /\bnotransaction\b/.test(lineOf(bytes));
    }
    const firstLine = source.firstLine + (0,lines/* countLines */.l)(source.read(0, first.at));
    return { half: (0,sql_source/* textSource */.r)(source.name, Buffer.concat(parts), firstLine), isBare, open };
}
function isExact(source, { at, rule }) {
    const before = at === 0 ? '\n' : source.read(at - 1, at).toString('latin1');
    return rule.tool === 'sql-migrate' && before === '\n' && EXACT.test(lineOf(source.read(at, at + LINE)));
}
function lineOf(bytes) {
    return bytes.toString('utf8', 0, Math.min(bytes.length, LINE)).split(/\r?\n/, 1)[0] ?? '';
}
function isClosed(bytes) {
    let closed = true;
    for (const item of (0,walk/* walk */.G)((0,sql_source/* textSource */.r)('', bytes))) {
        if (item.kind === 'statement')
            closed = bytes.subarray(item.end, item.to).includes(';');
        else if (item.kind === 'unterminated')
            closed = false;
    }
    return closed;
}

// EXTERNAL MODULE: ./packages/migrations/lib/files/marks.js
var files_marks = __webpack_require__(557367);
;// CONCATENATED MODULE: ./packages/migrations/lib/files/sections.js







const NO_TRANSACTION = '-- lockstep: no-transaction';
function cutSections(source, problems) {
    const marks = (0,find_marks/* findMarks */.C)(source);
    const lineOf = (0,lines/* lineCounter */.L)(source);
    const report = (at, message) => void problems.push({ file: source.name, line: lineOf(at), message });
    for (const { at, rule } of marks)
        if (rule.role === 'refused')
            report(at, refusalOf(rule));
    const cuts = marks.filter(({ rule }) => rule.role !== 'refused');
    const other = cuts.find(({ rule }) => rule.tool !== cuts[0]?.rule.tool);
    if (other !== undefined) {
        report(other.at, `a mark of ${other.rule.tool} among marks of ${cuts[0]?.rule.tool}; a file has those of one tool`);
    }
    const bare = { up: false, down: false };
    const half = (role) => {
        const [mark, second] = cuts.filter(({ rule }) => rule.role === role);
        if (mark === undefined)
            return undefined;
        const joined = second === undefined ? undefined : joinSections(source, cuts, role);
        if (joined !== undefined) {
            for (const { at } of joined.open)
                report(at, `the last statement below "-- +migrate" ends without a semicolon`);
            bare[role] = joined.isBare;
            return joined.half;
        }
        if (second !== undefined)
            report(second.at, `a second mark for "${role}"; a file has one`);
        const end = cuts.find(({ at }) => at > mark.at)?.at ?? source.size;
        return part(source, mark.at, end, lineOf(mark.at));
    };
    const [first] = cuts;
    const down = half('down');
    const up = half('up') ?? (first?.rule.role === 'down' ? part(source, 0, first.at, source.firstLine) : undefined);
    const before = up?.size === 0 ? undefined : up;
    if (before === undefined)
        report(0, 'no "-- migrate:up" in it, nor such a mark of another tool');
    const isMarked = cuts.some(({ rule }) => rule.role === 'up');
    const begins = isMarked ? (first?.at ?? 0) : 0;
    if (!isOnlyComments(part(source, 0, begins, source.firstLine)))
        report(0, 'SQL before the first mark, which would never run');
    const preamble = source.read(0, begins).toString('utf8');
    const preambleOf = (role) => (bare[role] ? `${preamble}\n${NO_TRANSACTION}\n` : preamble);
    return {
        up: before ?? source,
        down: down === undefined ? undefined : withPreamble(down, preambleOf('down')),
        preamble: preambleOf('up'),
    };
}
function withPreamble(down, preamble) {
    const isBare = (0,directives/* findDirectives */.i)(preamble).some(({ directive }) => directive.kind === 'no-transaction');
    if (!isBare)
        return down;
    const text = `${NO_TRANSACTION}\n${down.read(0, down.size).toString('utf8')}`;
    return (0,sql_source/* textSource */.r)(down.name, text, down.firstLine - 1);
}
function hasSections(marks) {
    return marks.some(({ rule }) => rule.role !== 'refused' && rule.tool !== files_marks/* HEADING */.TB);
}
function refuseMarks(source, marks, half, problems) {
    const lineOf = (0,lines/* lineCounter */.L)(source);
    const other = half === 'up' ? 'down' : 'up';
    for (const [nth, { at, rule }] of marks.entries()) {
        const report = (message) => void problems.push({ file: source.name, line: lineOf(at), message });
        if (rule.role === 'refused')
            report(refusalOf(rule));
        if (rule.role !== other)
            continue;
        const end = marks.slice(nth + 1).find((next) => next.rule.role === half)?.at ?? source.size;
        if (isOnlyComments(part(source, at, end, 1)))
            continue;
        report(`here begins the ${other} half (${rule.tool}), which would run as part of the ${half}; ` +
            'set layout: sections if all files are written this way, or put it into a separate file');
        return;
    }
}
function isOnlyComments(source) {
    const [first] = (0,walk/* walk */.G)(source);
    return first === undefined || first.kind === 'end';
}
function refusalOf({ tool, why }) {
    return `written for ${tool}: ${why ?? ''}`;
}
function part(source, from, to, firstLine) {
    return {
        name: source.name,
        firstLine,
        size: to - from,
        read: (start, end) => source.read(from + start, Math.min(to, from + end)),
    };
}


/***/ }),

/***/ 695098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ mentionsSupabase),
/* harmony export */   L: () => (/* binding */ usesSupabase)
/* harmony export */ });
const USES = /\b(anon|authenticated|service_role|authenticator|supabase_\w+)\b|\b(auth\.(users|uid|role|jwt|email)|storage\.(objects|buckets|foldername)|realtime\.\w+|vault\.\w+|extensions\.\w+)\b|\bschema\s+"?extensions"?/i;
const LOOKED_AT = 1 << 20;
const ITS_FOLDER = /(^|\/)supabase\/migrations\/[^/]+$/;
function usesSupabase({ migrations }) {
    if (migrations.some(({ file }) => ITS_FOLDER.test(file)))
        return true;
    return mentionsSupabase(migrations);
}
function mentionsSupabase(migrations) {
    const scripts = migrations.flatMap(({ down, up }) => (down === undefined ? [up] : [up, down]));
    return scripts.some(({ source }) => USES.test(source.read(0, Math.min(source.size, LOOKED_AT)).toString('latin1')));
}


/***/ }),

/***/ 208215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ isSupabaseFolder),
/* harmony export */   u: () => (/* binding */ isSupabasesFirstDump)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(989278);
/* harmony import */ var _migration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(935980);



function isSupabaseFolder(directory, base) {
    const project = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(base ?? '.', directory));
    return node_path__WEBPACK_IMPORTED_MODULE_1__.basename(project) === 'supabase' || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(project, 'config.toml'));
}
function isSupabasesFirstDump({ name, version }) {
    return name === 'init' && /^\d{14}$/.test(version) && (0,_migration_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, '20211209000000') < 0;
}


/***/ }),

/***/ 909476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ claimVersions)
/* harmony export */ });
/* harmony import */ var _files_migration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(935980);
/* harmony import */ var _files_same_number_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41689);


function claimVersions(migrations, history, order) {
    const recorded = (0,_files_same_number_js__WEBPACK_IMPORTED_MODULE_0__/* .byNumberOf */ .__)(history, ({ version }) => version);
    const groups = [...(0,_files_same_number_js__WEBPACK_IMPORTED_MODULE_0__/* .byNumberOf */ .__)(migrations, ({ version }) => version)];
    const claimed = groups.flatMap(([number, group]) => claimOne(group, recorded.get(number) ?? []));
    return claimed.sort((a, b) => (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(a.version, b.version, order));
}
function claimOne(group, records) {
    const left = new Set(records);
    const found = new Map();
    const claim = (isIt) => {
        for (const migration of group) {
            const record = found.has(migration) ? undefined : [...left].find((each) => isIt(migration, each));
            if (record === undefined)
                continue;
            left.delete(record);
            found.set(migration, record.version);
        }
    };
    claim(({ name }, record) => name === (record.side?.name ?? record.name));
    claim(({ up }, { side }) => up.checksum === side?.checksum);
    const isAlone = group.length === 1 && records.length === 1;
    const taken = new Set(records.map(({ version }) => (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_1__/* .versionKey */ ._5)(version)));
    const isEachFree = group.every((each) => found.has(each) || !taken.has((0,_files_migration_js__WEBPACK_IMPORTED_MODULE_1__/* .versionKey */ ._5)(each.version)));
    const number = group[0]?.version.split('.')[0] ?? '';
    const free = (0,_files_same_number_js__WEBPACK_IMPORTED_MODULE_0__/* .freeVersions */ .ES)(number, records.map(({ version }) => version));
    return group.map((each) => {
        const version = found.get(each) ?? (isAlone || isEachFree ? each.version : free.next().value);
        return (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_1__/* .versionKey */ ._5)(version) === (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_1__/* .versionKey */ ._5)(each.version) ? each : { ...each, version, byName: each.version };
    });
}


/***/ }),

/***/ 899292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KH: () => (/* binding */ isAbout),
/* harmony export */   Qr: () => (/* binding */ isBroken),
/* harmony export */   ZT: () => (/* binding */ knows),
/* harmony export */   eQ: () => (/* binding */ describeForeign),
/* harmony export */   vM: () => (/* binding */ readForeign)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(672435);
/* harmony import */ var _files_migration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(935980);
/* harmony import */ var _files_same_number_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41689);



async function readForeign(session) {
    const { readForeignTables } = await __webpack_require__.e(/* import() */ 1548).then(__webpack_require__.bind(__webpack_require__, 327343));
    return readForeignTables(session);
}
function knows(foreign, migration, folder) {
    const { stamp, up, version } = migration;
    if (foreign.names === 'named')
        return isNamed(foreign, foreign.applied, migration, folder);
    if (foreign.names === 'text')
        return foreign.applied.has(up.checksum) || (stamp !== undefined && foreign.applied.has(stamp));
    const number = (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(version);
    if (foreign.names === 'each' && foreign.applied.has(number))
        return true;
    if (foreign.names === 'none')
        return false;
    return foreign.upTo !== undefined && (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(version, foreign.upTo) <= 0 && !foreign.broken.has(number);
}
function isNamed({ applied, broken }, wanted, { name, version }, folder) {
    const number = (0,_files_same_number_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(version);
    const key = (0,_files_same_number_js__WEBPACK_IMPORTED_MODULE_1__/* .nameKey */ .Rc)(number, name);
    if (applied.has(key) || broken.has(key))
        return wanted.has(key);
    const [only, another] = [...applied, ...broken].filter((each) => each.startsWith((0,_files_same_number_js__WEBPACK_IMPORTED_MODULE_1__/* .nameKey */ .Rc)(number, '')));
    if (only === undefined || another !== undefined || !wanted.has(only))
        return false;
    return folder.filter((each) => (0,_files_same_number_js__WEBPACK_IMPORTED_MODULE_1__/* .numberOf */ .rl)(each.version) === number).length === 1;
}
function isAbout(foreign, migrations) {
    if (foreign.names === 'none' || foreign.unreadable)
        return false;
    return (foreign.rows === 0 ||
        migrations.some((each) => knows(foreign, each, migrations) || isBroken(foreign, each, migrations)));
}
function isBroken(foreign, migration, folder) {
    if (foreign.names === 'named')
        return isNamed(foreign, foreign.broken, migration, folder);
    return foreign.broken.has((0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(migration.version));
}
function describeForeign(foreign, migrations) {
    const made = `made by ${foreign.tool} (${foreign.table})`;
    if (foreign.unreadable)
        return `${made}; this role may not read its history`;
    if (!isAbout(foreign, migrations))
        return `${made}, ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(foreign.rows, 'row')}, none of them for these files`;
    const done = migrations.filter((each) => knows(foreign, each, migrations)).length;
    const broken = migrations.filter((each) => isBroken(foreign, each, migrations)).map(({ file }) => file);
    const stopped = broken.length === 0 ? '' : `, and it stopped in the middle of ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .nameSome */ .Kf)(broken, 3)}`;
    return `${made}, ${done} of ${migrations.length} applied${stopped}`;
}


/***/ }),

/***/ 31440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ readHistory)
});

// UNUSED EXPORTS: inOrder

;// CONCATENATED MODULE: ./packages/migrations/lib/facts/facts.js
function readFacts(json) {
    const list = JSON.parse(json);
    const tables = new Map(list.flatMap((each) => Object.entries(each.tables)));
    const old = (oid) => !tables.has(oid);
    const isUpdated = (oid) => list.filter((each) => each.updated.map(String).includes(oid));
    const updated = new Set(list.flatMap((each) => each.updated.map(String)).filter(old));
    const readable = [...updated].filter((oid) => isUpdated(oid).every((each) => oid in each.assigned));
    const assigned = gather(list.map((each) => each.assigned));
    return {
        xids: list.map(({ xid }) => xid),
        tables,
        columns: gather(list.map((each) => each.columns)),
        inserted: new Set(list.flatMap((each) => each.inserted.map(String))),
        updated,
        assigned: new Map([...assigned].filter(([oid]) => readable.includes(oid))),
        rewritten: new Set(list.flatMap((each) => each.rewritten.map(String)).filter(old)),
        destroyed: list.some((each) => each.destroyed),
    };
}
function gather(list) {
    const all = new Map();
    for (const [oid, columns] of list.flatMap((each) => Object.entries(each))) {
        all.set(oid, new Set([...(all.get(oid) ?? []), ...columns]));
    }
    return all;
}

// EXTERNAL MODULE: ./packages/migrations/lib/files/migration.js
var migration = __webpack_require__(935980);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/split-hints.js
var split_hints = __webpack_require__(238537);
;// CONCATENATED MODULE: ./packages/migrations/lib/history/record.js



async function readHistory(session, tables) {
    if (!tables.supabase.exists && !tables.side.exists)
        return [];
    const supabase = tables.supabase.exists
        ? 'select version, name from supabase_migrations.schema_migrations'
        : 'select null::text as version, null::text as name where false';
    const time = (column, digits) => `pg_catalog.to_char(m.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.${digits}"Z"')`;
    const side = tables.side.exists
        ? 'select * from lockstep.migrations'
        : `select null::text as version, null::text as name, null::text as checksum, null::text as phase, null::text as state,
        null::text as down_sql, null::text as down_digest, null::text as release, null::text as commit_sha, null::text as actor,
        null::text as run, null::text as step, null::text as attempt, null::int as segments, null::text[] as segment_digests,
        null::boolean as segment_begun, null::text as lessons, null::xid8 as xmin_horizon, null::text as cluster,
        null::timestamptz as started_at, null::timestamptz as finished_at where false`;
    const facts = tables.side.hasFacts ? 'm.facts' : 'null';
    const rows = await session.rows(`
    select coalesce(h.version, m.version), h.version is not null, coalesce(h.name, ''), m.version is not null,
           m.name, m.checksum, m.phase, m.state, m.down_sql, m.down_digest, m.release, m.commit_sha, m.actor, m.run, m.step,
           m.attempt, m.segments, pg_catalog.array_to_string(m.segment_digests, ','), m.segment_begun,
           ${facts}, m.xmin_horizon::text, m.cluster, ${time('started_at', 'US')}, ${time('finished_at', 'MS')}, m.lessons
      from (${supabase}) h full join (${side}) m on m.version = h.version`);
    return inOrder(rows
        .map((row) => ({
        version: row[0] ?? '',
        applied: row[1] === 't',
        name: row[2] ?? '',
        side: row[3] === 't' ? sideRecord(row) : undefined,
    }))
        .filter((record) => migration/* VERSION */.xv.test(record.version)));
}
function inOrder(records) {
    const sorted = (order) => records.toSorted((a, b) => (0,migration/* compareVersions */.Zy)(a.version, b.version, order));
    if ((0,migration/* ordersDiffer */.KU)(records.map(({ version }) => version)) === undefined)
        return sorted('number');
    const byText = sorted('text');
    const times = byText.flatMap(({ side }) => (side === undefined ? [] : [side.startedAt]));
    return times.every((time, nth) => nth === 0 || time >= (times[nth - 1] ?? '')) ? byText : sorted('number');
}
function sideRecord(row) {
    const text = (at) => row[at] ?? '';
    const maybe = (at) => row[at] ?? undefined;
    return {
        name: text(4),
        checksum: text(5),
        phase: text(6) === 'contract' ? 'contract' : 'expand',
        state: text(7) === 'partial' || text(7) === 'reverting' ? text(7) : 'applied',
        downSql: maybe(8),
        downDigest: maybe(9),
        release: text(10),
        commit: text(11),
        actor: text(12),
        run: text(13),
        step: text(14),
        attempt: text(15),
        segments: Number(text(16)),
        segmentDigests: text(17) === '' ? [] : text(17).split(','),
        segmentBegun: row[18] === 't',
        facts: row[19] === null || row[19] === undefined ? undefined : readFacts(row[19]),
        xminHorizon: maybe(20),
        cluster: maybe(21),
        startedAt: text(22),
        finishedAt: maybe(23),
        hints: (0,split_hints/* hintsFromText */.gm)(text(24)),
    };
}


/***/ }),

/***/ 608611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   fl: () => (/* binding */ requireRunnable),
/* harmony export */   lc: () => (/* binding */ pendingOf),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   vh: () => (/* binding */ byNumber)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(203906);
/* harmony import */ var _files_migration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(935980);
/* harmony import */ var _sql_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(925626);
/* harmony import */ var _claim_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(909476);




function settle(folder, history, to) {
    const records = byNumber(history);
    const recordOf = (version) => records.get((0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(version));
    const isToRun = (version) => recordOf(version)?.applied !== true && (to === undefined || (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(version, to, folder.order) <= 0);
    const newest = newestOf(history, folder.order);
    const isAhead = (version) => newest === '' || (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(version, newest, folder.order) > 0;
    const named = folder.layout === 'folders' ? (0,_claim_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .claimVersions */ .M)(folder.migrations, history, folder.order) : folder.migrations;
    const migrations = named.map((migration) => pick(migration, recordOf(migration.version)));
    const problems = [];
    const notes = [...folder.leftOut];
    const collect = (matters, problem) => {
        if (matters)
            problems.push(problem);
        else
            notes.push((0,_sql_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .describeProblem */ .B)(problem));
    };
    for (const migration of migrations) {
        const matters = isToRun(migration.version);
        for (const { file } of migration.others ?? []) {
            collect(matters, { file, message: `the same version as ${migration.file}; give one of them another` });
        }
        for (const problem of migration.problems ?? [])
            collect(matters, problem);
    }
    for (const { matters, version, ...stray } of folder.strays)
        collect(matters === 'always' || (version !== undefined && isToRun(version) && isAhead(version)), stray);
    return { folder: { ...folder, migrations }, problems, notes };
}
function newestOf(history, order) {
    let newest = '';
    for (const { applied, version } of history) {
        if (applied && (newest === '' || (0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(version, newest, order) > 0))
            newest = version;
    }
    return newest;
}
function pendingOf(migrations, history) {
    const known = byNumber(history);
    return migrations.filter((migration) => known.get((0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(migration.version))?.applied !== true);
}
function byNumber(history) {
    return new Map(history.map((record) => [(0,_files_migration_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(record.version), record]));
}
function requireRunnable({ folder, problems }, history) {
    if (problems.length > 0)
        throw new _sql_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .FileError */ .f(problems);
    if (folder.ambiguity !== undefined && !history.some((record) => record.applied))
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(folder.ambiguity);
}
function pick(migration, record) {
    const all = [migration, ...(migration.others ?? [])];
    if (all.length === 1 || record === undefined)
        return migration;
    const chosen = all.find(({ up }) => up.checksum === record.side?.checksum) ??
        all.find(({ name }) => name === (record.side?.name ?? record.name)) ??
        migration;
    return { ...chosen, others: all.filter((each) => each !== chosen).map(({ others: _, ...each }) => each) };
}


/***/ }),

/***/ 556271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J7: () => (/* binding */ findTables),
/* harmony export */   a3: () => (/* binding */ ensureTables),
/* harmony export */   gB: () => (/* binding */ HISTORY_SCHEMAS),
/* harmony export */   uZ: () => (/* binding */ findIntruders)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182089);
/* harmony import */ var _facts_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(162907);



const HISTORY_SCHEMAS = ['supabase_migrations', 'lockstep', 'lockstep_archive'];
async function findTables(session) {
    const [row] = await session.rows(`select
    (select pg_catalog.array_to_string(pg_catalog.array_agg(attname::text || ' ' || pg_catalog.format_type(atttypid, atttypmod)), ',')
       from pg_catalog.pg_attribute
      where attrelid = pg_catalog.to_regclass('supabase_migrations.schema_migrations') and attnum > 0 and not attisdropped),
    pg_catalog.to_regclass('lockstep.migrations') is not null and pg_catalog.to_regclass('lockstep.events') is not null,
    exists (select from pg_catalog.pg_attribute
             where attrelid = pg_catalog.to_regclass('lockstep.migrations') and attname = 'facts' and not attisdropped), ${_facts_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .HAS_OBSERVERS */ .R3}`);
    const columns = (row?.[0] ?? '').split(',');
    const complete = columns.includes('version text') && columns.includes('statements text[]') && columns.includes('name text');
    return {
        cluster: await findCluster(session),
        supabase: { exists: complete, hasRollback: columns.includes('rollback text[]') },
        side: { exists: row?.[1] === 't', hasFacts: row?.[2] === 't', hasObservers: row?.[3] === 't' },
    };
}
async function findCluster(session) {
    const result = await session.send(`select s.system_identifier || '/' || d.oid from pg_catalog.pg_control_system() s, pg_catalog.pg_database d
      where d.datname = pg_catalog.current_database()`, { keepRows: true });
    if (!result.ok && result.error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .ConnectionLost */ .pz)
        throw result.error;
    return result.ok ? (result.reply.rows[0]?.[0] ?? undefined) : undefined;
}
const SUPABASE = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations add column if not exists statements text[];
alter table supabase_migrations.schema_migrations add column if not exists name text;
`;
const SIDE = `
create schema if not exists lockstep;
create table if not exists lockstep.migrations (
  version text not null primary key,
  name text not null,
  checksum text not null,
  phase text not null,
  -- applied: in the history too. partial: not there yet, the segments with digests are done. reverting: still there,
  -- and the segments of its down migration with digests are done.
  state text not null,
  down_sql text,
  down_digest text,
  release text,
  commit_sha text,
  actor text,
  run text,
  step text not null,
  attempt text not null,
  segments int not null,
  segment_digests text[] not null default '{}',
  segment_begun boolean not null default false,
  lessons text,
  -- What is the migration's own: what it made and wrote, on this very cluster, as observed in each of its transactions
  -- (packages/migrations/src/facts). Without it, everything counts as data.
  xid xid8,
  facts jsonb,
  xmin_horizon xid8,
  cluster text,
  started_at timestamptz not null,
  finished_at timestamptz
);
alter table lockstep.migrations add column if not exists facts jsonb;
create table if not exists lockstep.events (
  id bigint generated always as identity primary key,
  at timestamptz not null default pg_catalog.clock_timestamp(),
  kind text not null,
  version text not null,
  release text,
  commit_sha text,
  actor text,
  run text,
  step text,
  detail jsonb not null default '{}'
);
alter table lockstep.migrations enable row level security;
alter table lockstep.events enable row level security;
${_facts_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .OBSERVERS */ .yQ}
comment on schema lockstep is 'Release records of Lockstep: leave it to its owner';
do $do$
declare grantee text;
begin
  for grantee in
    select distinct case when acl.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end
      from (select nspacl as list, nspowner as owner from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select relacl, relowner from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep')) as object,
           pg_catalog.aclexplode(object.list) as acl
     where acl.grantee <> object.owner
  loop
    execute pg_catalog.format('revoke all on schema lockstep from %s', grantee);
    execute pg_catalog.format('revoke all on all tables in schema lockstep from %s', grantee);
    execute pg_catalog.format('revoke all on all sequences in schema lockstep from %s', grantee);
  end loop;
end $do$;
`;
async function ensureTables(session, tables) {
    const isComplete = tables.side.exists && tables.side.hasFacts && tables.side.hasObservers;
    if (tables.supabase.exists && isComplete)
        return tables;
    try {
        await session.rows(`begin; set local lock_timeout = '4s'; ${tables.supabase.exists ? '' : SUPABASE} ${isComplete ? '' : SIDE} commit;`);
    }
    catch (error) {
        if (error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8 && !(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .endsConnection */ .B5)(error.server.code))
            await session.send('rollback');
        if (!(error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8) || error.server.code !== '42501')
            throw error;
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('database-url: this role may not create the schemas supabase_migrations and lockstep; use the role that owns the database, or let an administrator run: grant create on database DATABASE to ROLE', { cause: error });
    }
    return findTables(session);
}
async function findIntruders(session) {
    const rows = await session.rows(`
    select object.what || ' belongs to ' || pg_catalog.pg_get_userbyid(object.owner)
      from (select 'schema lockstep' as what, nspowner as owner, nspacl as acl from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select 'table lockstep.' || relname, relowner, relacl from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep') and relkind = 'r'
            union all
            select 'function ' || oid::pg_catalog.regprocedure, proowner, null from pg_catalog.pg_proc
             where pronamespace = pg_catalog.to_regnamespace('lockstep')) as object
     where not pg_catalog.pg_has_role(current_user, object.owner, 'usage')
    union all
    select distinct object.what || ' is granted to ' || case when acl.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(acl.grantee) end
      from (select 'schema lockstep' as what, nspowner as owner, nspacl as acl from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select 'table lockstep.' || relname, relowner, relacl from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep') and relkind = 'r') as object,
           pg_catalog.aclexplode(object.acl) as acl
     where acl.grantee <> object.owner
    union all
    select 'table lockstep.' || c.relname || ' has the trigger ' || t.tgname
      from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
     where c.relnamespace = pg_catalog.to_regnamespace('lockstep') and not t.tgisinternal`);
    return rows.map((row) => row[0] ?? '');
}


/***/ }),

/***/ 573145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $n: () => (/* binding */ upsertSide),
/* harmony export */   DR: () => (/* binding */ removeRecords),
/* harmony export */   K9: () => (/* binding */ beginDown),
/* harmony export */   So: () => (/* binding */ insertHistory),
/* harmony export */   TN: () => (/* binding */ isRecorded),
/* harmony export */   Ul: () => (/* binding */ insertEvent),
/* harmony export */   Xe: () => (/* binding */ finishSegment),
/* harmony export */   YM: () => (/* binding */ acceptSide),
/* harmony export */   bI: () => (/* binding */ traceDetail),
/* harmony export */   dU: () => (/* binding */ destroyedDetail),
/* harmony export */   fn: () => (/* binding */ finishSide),
/* harmony export */   nf: () => (/* binding */ resumeSide),
/* harmony export */   oY: () => (/* binding */ downText),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   xT: () => (/* binding */ beginSegment)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(580229);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247753);
/* harmony import */ var _facts_capture_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(162907);
/* harmony import */ var _sql_split_hints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(238537);





function digestOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256').update(text, 'utf8').digest('hex');
}
function downText(script) {
    return script?.source.read(0, script.source.size).toString('utf8');
}
function insertHistory(entry, tables) {
    const { migration } = entry;
    const { up } = migration;
    const texts = up.texts ?? [
        `-- ${up.source.size} bytes, SHA-256 ${up.checksum}: too large to be kept here, see ${migration.file}`,
    ];
    const down = downText(migration.down);
    const rollback = tables.supabase.hasRollback && down !== undefined ? [', rollback', `, ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .textArray */ .TS)([down])}`] : ['', ''];
    return (`insert into supabase_migrations.schema_migrations (version, name, statements${rollback[0]}) ` +
        `values (${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(migration.version)}, ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(migration.name)}, ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .textArray */ .TS)(texts)}${rollback[1]});`);
}
function upsertSide(entry, tables, state) {
    const { migration, provenance } = entry;
    const down = downText(migration.down);
    const isOne = state === 'applied' && entry.segments === 1;
    const isKnown = (isOne || state === 'partial') && tables.cluster !== undefined;
    const values = {
        version: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(migration.version),
        name: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(migration.name),
        checksum: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(migration.up.checksum),
        phase: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(entry.phase),
        state: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(state),
        down_sql: down === undefined ? 'null' : (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(down),
        down_digest: down === undefined ? 'null' : (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(digestOf(down)),
        release: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(provenance.release),
        commit_sha: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(provenance.commit),
        actor: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(provenance.actor),
        run: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(provenance.run),
        step: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(provenance.step),
        attempt: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(entry.attempt),
        segments: String(entry.segments),
        segment_digests: "'{}'",
        segment_begun: 'false',
        lessons: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_sql_split_hints_js__WEBPACK_IMPORTED_MODULE_2__/* .hintsToText */ .xn)(entry.hints)),
        xid: isOne ? 'pg_catalog.pg_current_xact_id()' : 'null',
        facts: !isKnown ? 'null' : isOne ? `'[]'::jsonb || ${_facts_capture_js__WEBPACK_IMPORTED_MODULE_3__/* .OBSERVED */ .xI}` : "'[]'",
        xmin_horizon: isKnown ? 'pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())' : 'null',
        cluster: isKnown ? (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(tables.cluster) : 'null',
        started_at: entry.isRecorded ? 'pg_catalog.clock_timestamp()' : 'pg_catalog.transaction_timestamp()',
        finished_at: state === 'applied' ? 'pg_catalog.clock_timestamp()' : 'null',
    };
    const names = Object.keys(values);
    return (`insert into lockstep.migrations (${names.join(', ')}) values (${Object.values(values).join(', ')}) ` +
        `on conflict (version) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')};`);
}
function isRecorded(version, attempt) {
    return (`exists (select from lockstep.migrations where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)} ` +
        `and attempt = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(attempt)} and state = 'applied')`);
}
function insertEvent({ by, detail = {}, kind, more = '', version }) {
    const values = [
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(kind),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.release),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.commit),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.actor),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.run),
        (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.step),
        `${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(JSON.stringify((0,_lockstep_base__WEBPACK_IMPORTED_MODULE_4__/* .redactData */ .Ed)(detail)))}::jsonb${more}`,
    ];
    return `insert into lockstep.events (kind, version, release, commit_sha, actor, run, step, detail) values (${values.join(', ')});`;
}
function destroyedDetail(version) {
    return (" || (select pg_catalog.jsonb_build_object('destroyed', case when m.facts is not null then exists (select " +
        "from pg_catalog.jsonb_array_elements(m.facts) f where (f->>'destroyed')::boolean) end) " +
        `from lockstep.migrations m where m.version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)})`);
}
function traceDetail(cluster) {
    return (` || pg_catalog.jsonb_build_object('cluster', ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(cluster)}::text, ` +
        "'horizon', pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::pg_catalog.text)");
}
function beginSegment(version) {
    return `update lockstep.migrations set segment_begun = true where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`;
}
function finishSegment(version, digest, did) {
    const facts = { observed: `facts || ${_facts_capture_js__WEBPACK_IMPORTED_MODULE_3__/* .OBSERVED */ .xI}`, harmless: 'facts', unknown: 'null' }[did];
    return (`update lockstep.migrations set segment_digests = segment_digests || ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(digest)}::text, segment_begun = false, facts = ${facts} ` +
        `where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`);
}
function finishSide(version) {
    return ("update lockstep.migrations set state = 'applied', finished_at = pg_catalog.clock_timestamp() " +
        `where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`);
}
function beginDown(version) {
    return ("update lockstep.migrations set state = 'reverting', segment_digests = '{}', segment_begun = false, lessons = null " +
        `where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`);
}
function acceptSide({ down, name, up }, version) {
    const sql = downText(down);
    const set = {
        name: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(name),
        checksum: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(up.checksum),
        down_sql: sql === undefined ? 'null' : (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(sql),
        down_digest: sql === undefined ? 'null' : (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(digestOf(sql)),
        xid: 'null',
        facts: 'null',
        xmin_horizon: 'null',
    };
    const list = Object.entries(set).map(([column, value]) => `${column} = ${value}`);
    const texts = up.texts === undefined ? '' : `, statements = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .textArray */ .TS)(up.texts)}`;
    return (`update lockstep.migrations set ${list.join(', ')} where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)}; ` +
        `update supabase_migrations.schema_migrations set name = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(name)}${texts} where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`);
}
function resumeSide(version, hints, by) {
    const set = {
        lessons: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_sql_split_hints_js__WEBPACK_IMPORTED_MODULE_2__/* .hintsToText */ .xn)(hints)),
        release: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.release),
        commit_sha: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.commit),
        actor: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.actor),
        run: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(by.run),
        step: (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(by.step),
    };
    const list = Object.entries(set).map(([name, value]) => `${name} = ${value}`);
    return `update lockstep.migrations set ${list.join(', ')} where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`;
}
function removeRecords(version, hasSide = true) {
    const where = `where version = ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(version)};`;
    const side = hasSide ? `delete from lockstep.migrations ${where}` : '';
    return `delete from supabase_migrations.schema_migrations ${where} ${side}`;
}


/***/ }),

/***/ 894575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ isBuiltIn)
/* harmony export */ });
const BUILT_IN = /^(pg_\w+|lo_\w+|txid_\w+|current_\w+|has_\w+|to_\w+|json\w*|xml\w*|array_\w+|string_\w+|regexp_\w+|bool_\w+|bit_\w+|date_\w+|make_\w+|inet\w*|uuid\w*|num\w+|width_bucket|set_config|setval|nextval|currval|lastval|now|timeofday|\w+_timestamp|count|sum|min|max|avg|every|version|format|concat(_ws)?|coalesce|nullif|greatest|least|length|\w+_length|lower|upper|initcap|trim|[blr]trim|[lr]pad|left|right|repeat|replace|reverse|substr(ing)?|position|strpos|split_part|translate|overlay|ascii|chr|md5|sha\d+|encode|decode|digest|hmac|crypt|gen_\w+|quote_\w+|abs|ceil(ing)?|floor|round|trunc|mod|div|power|sqrt|exp|ln|log|sign|random|setseed|age|extract|timezone|isfinite|justify_\w+|unnest|cardinality|generate_\w+|row_number|rank|dense_rank|lag|lead|first_value|last_value|ntile|percentile_\w+|mode|ts\w*|plainto_tsquery|phraseto_tsquery|websearch_to_tsquery|similarity|unaccent|oid\w*|format_type|obj_description|col_description|row_to_json|row_security_active|hashtext\w*|st_\w+|postgis_\w+|hstore|akeys|avals|levenshtein\w*|soundex|metaphone|is(empty|json)|lower_\w+|upper_\w+|range_\w+|cast|exists|xmlelement|table_to_xml|query_to_xml|nlevel|subpath|\w*ltree|dblink\w*)$/;
function isBuiltIn(name) {
    return BUILT_IN.test(name);
}


/***/ }),

/***/ 876172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ callsIn)
/* harmony export */ });
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);

function callsIn(node) {
    const found = [];
    collect(node, found);
    return found;
}
function collect(node, found) {
    if (typeof node !== 'object' || node === null)
        return;
    if (Array.isArray(node)) {
        for (const each of node)
            collect(each, found);
        return;
    }
    for (const [key, value] of Object.entries(node)) {
        if (key === 'FuncCall' || key === 'funccall')
            found.push((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(value, 'funcname')).replace(/^pg_catalog\./, ''));
        collect(value, found);
    }
}


/***/ }),

/***/ 381893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EG: () => (/* binding */ routineCode),
/* harmony export */   b8: () => (/* binding */ readRoutine),
/* harmony export */   j9: () => (/* binding */ readCodeBlock),
/* harmony export */   x8: () => (/* binding */ readBody)
/* harmony export */ });
/* harmony import */ var _sql_tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(682065);
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);


const SQL = new Set(('alter drop create truncate update delete insert merge revoke grant lock reindex refresh vacuum cluster comment ' +
    'set reset copy').split(' '));
const OPENERS = new Set(['begin', 'then', 'else', 'loop']);
function readCodeBlock(fields) {
    const options = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'args').map((each) => (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'DefElem') ?? {});
    const value = (name) => {
        const option = options.find((each) => (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(each, 'defname') === name);
        return (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(option ?? {}, 'arg') ?? {}, 'String'), 'sval');
    };
    if (!/^(plpgsql)?$/.test(value('language')))
        return { ...NOTHING, unreadable: true };
    return readPlpgsql(value('as'));
}
function readRoutine(fields) {
    const code = routineCode(fields);
    const parsed = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'sql_body');
    if (parsed !== undefined)
        return { ...NOTHING, trees: treesIn(parsed) };
    const language = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(optionOf(fields, 'language'), 'String'), 'sval');
    return readBody(language, code);
}
function readBody(language, code) {
    if (language === 'sql')
        return { ...NOTHING, statements: code === '' ? [] : [code] };
    return language === 'plpgsql' ? readPlpgsql(code) : NOTHING;
}
const NOTHING = { statements: [], queries: [], trees: [], unreadable: false };
function treesIn(node) {
    const { fields, type } = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(node);
    if (type === 'List')
        return (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'items').flatMap(treesIn);
    return type === 'ReturnStmt'
        ? [{ type: 'SelectStmt', fields: { targetList: [fields['returnval']] } }]
        : [{ fields, type }];
}
function routineCode(fields) {
    const [body] = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(optionOf(fields, 'as'), 'List') ?? {}, 'items');
    return (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(body ?? {}, 'String'), 'sval');
}
function optionOf(fields, name) {
    const options = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'options').map((each) => (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'DefElem') ?? {});
    return (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(options.find((each) => (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(each, 'defname') === name) ?? {}, 'arg') ?? {};
}
function readPlpgsql(code) {
    const body = Buffer.from(code);
    const list = (0,_sql_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .tokens */ .LU)(body);
    const statements = [];
    const queries = [];
    let unreadable = false;
    const loops = list.some(({ value }) => value === 'commit') ? undefined : new Map();
    const isWord = (at, value) => list[at]?.kind === 'word' && list[at]?.value === value;
    const find = (from, to, test) => {
        for (let nth = from; nth < to; nth++)
            if (test(list[nth]))
                return nth;
        return to;
    };
    for (let at = 0; at < list.length;) {
        const word = list[at]?.kind === 'word' ? (list[at]?.value ?? '') : '';
        const stop = find(at, list.length, (token) => token.kind === 'mark' && token.value === ';');
        const tail = list.slice(at + 1, stop);
        if (SQL.has(word)) {
            if (stop > at)
                statements.push(ofLoop(plain(body, list.slice(at, stop)), loops));
            at = stop + 1;
        }
        else if (word === 'with' || word === 'select') {
            queries.push(withoutInto(body, list.slice(at, stop)));
            at = stop + 1;
        }
        else if (word === 'perform' || word === 'call') {
            if (tail.length > 0)
                (word === 'call' ? queries : statements).push(`${word === 'call' ? 'call' : 'select'} ${textOf(body, tail)}`);
            at = stop + 1;
        }
        else if (word === 'execute') {
            const sql = executed(tail);
            if (sql === undefined)
                unreadable = true;
            else
                statements.push(sql);
            at = stop + 1;
        }
        else if (word === 'return' && isWord(at + 1, 'query')) {
            at += 2;
        }
        else if (word === 'for') {
            const loop = find(at, stop, (token) => token.kind === 'word' && token.value === 'loop');
            const from = find(at, loop, (token) => token.kind === 'word' && token.value === 'in') + 1;
            if (/^(select|with|insert|update|delete|merge)$/.test(list[from]?.value ?? '') && from < loop) {
                const query = textOf(body, list.slice(from, loop));
                queries.push(query);
                if (/^(select|with)$/.test(list[from]?.value ?? ''))
                    loops?.set(list[at + 1]?.value ?? '', query);
            }
            at = loop + 1;
        }
        else if (isWord(at, word) && isAssignment(list, at)) {
            const expression = list.slice(find(at, stop, ({ value }) => value === '=') + 1, stop);
            if (expression.some(({ value }) => value === '('))
                queries.push(`select ${textOf(body, expression)}`);
            at = stop + 1;
        }
        else {
            const opener = find(at, stop, (token) => token.kind === 'word' && OPENERS.has(token.value));
            const asked = /^(if|elsif|elseif|while|return|exit)$/.test(word) ? list.slice(at + 1, opener) : [];
            if (asked.some(({ value }) => value === '('))
                queries.push(`select ${textOf(body, asked)}`);
            at = opener + 1;
        }
    }
    return { statements, queries, trees: [], unreadable };
}
function ofLoop(sql, loops) {
    if (!/^(update|delete)\b/i.test(sql))
        return sql;
    const used = [...(loops ?? [])].filter(([name]) => name !== '' && new RegExp(`\\b${name}\\.\\w`, 'i').test(sql));
    if (used.length === 0)
        return sql;
    return `with ${used.map(([name, query]) => `"${name}" as (${query})`).join(', ')} ${sql}`;
}
function isAssignment(list, at) {
    const [next, other] = [list[at + 1]?.value, list[at + 2]?.value];
    return next === '=' || (next === ':' && other === '=');
}
function textOf(body, list) {
    const [first, last] = [list[0], list[list.length - 1]];
    return first === undefined || last === undefined ? '' : body.toString('utf8', first.at, last.end);
}
function withoutInto(body, list) {
    let depth = 0;
    const into = list.findIndex(({ kind, value }) => {
        if (kind === 'mark' && (value === '(' || value === ')'))
            depth += value === '(' ? 1 : -1;
        return depth === 0 && kind === 'word' && value === 'into';
    });
    if (into < 0 || list[into - 1]?.value === 'insert' || list[into - 1]?.value === 'merge')
        return textOf(body, list);
    let end = into + (list[into + 1]?.value === 'strict' ? 2 : 1);
    while (end < list.length && (list[end + 1]?.value === ',' || list[end + 1]?.value === '.'))
        end += 2;
    return `${textOf(body, list.slice(0, into))} ${textOf(body, list.slice(end + 1))}`.trimEnd();
}
function plain(body, list) {
    const [first, last] = [list[0], list[list.length - 1]];
    const returns = list.findIndex((token) => token.kind === 'word' && token.value === 'returning');
    const into = list.findIndex((token, i) => i > returns && token.kind === 'word' && token.value === 'into');
    if (returns < 0 || into < 0)
        return body.toString('utf8', first.at, last.end);
    return body.toString('utf8', first.at, list[into].at).trimEnd();
}
function executed(list) {
    const end = list.findIndex((token) => token.kind === 'word' && (token.value === 'into' || token.value === 'using'));
    const expression = end < 0 ? list : list.slice(0, end);
    const [first] = expression;
    if (first?.kind === 'text' && expression.length === 1)
        return content(first.value);
    if (!expression.some((token) => token.kind === 'text'))
        return undefined;
    const format = expression.find((token) => token.kind === 'text');
    if (first?.value === 'format' && format !== undefined) {
        return content(format.value)
            .replace(/%(\d+\$)?[Is]/g, '"…"')
            .replace(/%(\d+\$)?L/g, "'…'")
            .replaceAll('%%', '%');
    }
    const parts = expression.flatMap((token) => token.kind === 'text' ? [content(token.value)] : token.value === '|' ? [] : ['"…"']);
    return parts.filter((part, nth) => part !== '"…"' || parts[nth - 1] !== part).join('');
}
function content(constant) {
    const dollar = /^\$([^$]*)\$/.exec(constant)?.[0];
    if (dollar !== undefined)
        return constant.slice(dollar.length, -dollar.length);
    const quoted = constant.replace(/^[eEuU]?&?'/, '').replace(/'$/, '');
    return quoted.replaceAll("''", "'");
}


/***/ }),

/***/ 602002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qj: () => (/* binding */ countsUp),
/* harmony export */   jR: () => (/* binding */ compareConstants),
/* harmony export */   kZ: () => (/* binding */ isNull),
/* harmony export */   vR: () => (/* binding */ negated),
/* harmony export */   x_: () => (/* binding */ isExhaustive),
/* harmony export */   yb: () => (/* binding */ constantValue)
/* harmony export */ });
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);
/* harmony import */ var _trees_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(710601);


const OPPOSITE = {
    '=': '<>',
    '<>': '=',
    '!=': '=',
    '<': '>=',
    '>': '<=',
    '<=': '>',
    '>=': '<',
};
const OPPOSITE_KIND = {
    AEXPR_DISTINCT: 'AEXPR_NOT_DISTINCT',
    AEXPR_NOT_DISTINCT: 'AEXPR_DISTINCT',
    AEXPR_BETWEEN: 'AEXPR_NOT_BETWEEN',
    AEXPR_NOT_BETWEEN: 'AEXPR_BETWEEN',
};
function negated(node) {
    const { fields, type } = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(node);
    const not = { BoolExpr: { boolop: 'NOT_EXPR', args: [node] } };
    const constant = (0,_trees_js__WEBPACK_IMPORTED_MODULE_1__/* .constantOf */ .yi)(node);
    if (constant !== undefined)
        return { A_Const: { boolval: constant ? {} : { boolval: true } } };
    if (type === 'BoolExpr') {
        const args = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'args');
        const operator = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'boolop');
        if (operator === 'NOT_EXPR')
            return args[0] ?? not;
        return { BoolExpr: { boolop: operator === 'AND_EXPR' ? 'OR_EXPR' : 'AND_EXPR', args: args.map(negated) } };
    }
    if (type === 'NullTest') {
        const isNull = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'nulltesttype') === 'IS_NULL';
        return { NullTest: { ...fields, nulltesttype: isNull ? 'IS_NOT_NULL' : 'IS_NULL' } };
    }
    if (type !== 'A_Expr')
        return not;
    const kind = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'kind');
    if (OPPOSITE_KIND[kind] !== undefined)
        return { A_Expr: { ...fields, kind: OPPOSITE_KIND[kind] } };
    const operator = OPPOSITE[(0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'name'))];
    if (operator === undefined || (kind !== 'AEXPR_OP' && kind !== 'AEXPR_IN'))
        return not;
    return { A_Expr: { ...fields, name: [{ String: { sval: operator } }] } };
}
function constantValue(node) {
    if (node === undefined)
        return undefined;
    const cast = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(node, 'TypeCast');
    if (cast !== undefined)
        return constantValue((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cast, 'arg'));
    const constant = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(node, 'A_Const');
    if (constant === undefined || constant['isnull'] === true)
        return undefined;
    const whole = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(constant, 'ival');
    if (whole !== undefined)
        return Number(whole['ival'] ?? 0);
    const decimal = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(constant, 'fval');
    if (decimal !== undefined)
        return Number((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(decimal, 'fval'));
    const string = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(constant, 'sval');
    return string === undefined ? undefined : (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(string, 'sval');
}
const COUNTS = /^(length|char_length|character_length|octet_length|bit_length|cardinality|jsonb?_array_length|abs|count)$/;
function isNull(node) {
    return (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(node, 'A_Const')?.['isnull'] === true;
}
function countsUp(left, operator, right) {
    const call = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(left, 'FuncCall');
    if (call === undefined || !COUNTS.test((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(call, 'funcname').slice(-1))))
        return false;
    const value = constantValue(right);
    return (operator === '>=' && value === 0) || (/^(>|<>|!=)$/.test(operator) && typeof value === 'number' && value < 0);
}
function compareConstants(left, operator, right) {
    const [a, b] = [constantValue(left), constantValue(right)];
    if (a === undefined || b === undefined || typeof a !== typeof b)
        return undefined;
    const isOrdered = typeof a === 'number' && typeof b === 'number';
    switch (operator) {
        case '=':
            return a === b;
        case '<>':
        case '!=':
            return a !== b;
        case '<':
            return isOrdered ? a < b : undefined;
        case '>':
            return isOrdered ? a > b : undefined;
        case '<=':
            return isOrdered ? a <= b : undefined;
        case '>=':
            return isOrdered ? a >= b : undefined;
        default:
            return undefined;
    }
}
function isExhaustive(args) {
    return args.some((one) => {
        const other = negated(one);
        return args.some((each) => each !== one && (0,_trees_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameCondition */ .It)(each, other));
    });
}


/***/ }),

/***/ 515095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ madeBy)
/* harmony export */ });
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);

function madeBy(parsed) {
    if (parsed === undefined)
        return undefined;
    const { fields, type } = parsed;
    const base = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'base') ?? fields;
    const ifNotExists = base['if_not_exists'] === true;
    const made = (name, kind) => ({ name: (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(name), kind, ifNotExists });
    switch (type) {
        case 'CreateStmt':
        case 'CreateForeignTableStmt':
            return made((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(base, 'relation')), 'table');
        case 'CreateTableAsStmt':
            return made((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'into') ?? {}, 'rel')), fields['objtype'] === 'OBJECT_TABLE' ? 'table' : 'view');
        case 'SelectStmt': {
            const into = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'intoClause');
            return into === undefined ? undefined : made((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(into, 'rel')), 'table');
        }
        case 'ViewStmt':
            return made((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'view')), 'view');
        case 'CreateFunctionStmt':
            return made((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'funcname')), 'other');
        case 'DefineStmt':
            return made((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'defnames')), 'other');
        case 'CreateSeqStmt':
            return made((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'sequence')), 'other');
        case 'CreateSchemaStmt':
            return made((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'schemaname'), 'other');
        case 'CreateDomainStmt':
            return made((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'domainname')), 'other');
        case 'CompositeTypeStmt':
            return made((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'typevar')), 'other');
        case 'CreateRangeStmt':
        case 'CreateEnumStmt':
            return made((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'typeName')), 'other');
        default:
            return undefined;
    }
}


/***/ }),

/***/ 658489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   CJ: () => (/* binding */ relationName),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Sg: () => (/* binding */ opened),
/* harmony export */   Y_: () => (/* binding */ children),
/* harmony export */   jf: () => (/* binding */ child),
/* harmony export */   qd: () => (/* binding */ loadParser),
/* harmony export */   sY: () => (/* binding */ listName),
/* harmony export */   zy: () => (/* binding */ has)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55797);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(989278);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(193482);




let loading;
function loadParser() {
    loading ??= load();
    return loading;
}
async function load() {
    globalThis.__dirname ??= '';
    const { default: start } = await __webpack_require__.e(/* import() */ 392).then(__webpack_require__.t.bind(__webpack_require__, 971976, 19));
    const wasm = (await start({ locateFile: wasmFile }));
    return Object.assign((sql) => parse(wasm, sql), { problemOf: (sql) => problemOf(wasm, sql) });
}
function wasmFile() {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_2__.dirname((0,node_url__WEBPACK_IMPORTED_MODULE_3__.fileURLToPath)(import.meta.url));
    const bundled = ['.', '../shared'].map((each) => node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, each, 'libpg-query.wasm')).find(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
    return bundled ?? (0,node_module__WEBPACK_IMPORTED_MODULE_1__.createRequire)(import.meta.url).resolve('libpg-query/wasm/libpg-query.wasm');
}
function parse(wasm, sql) {
    return withResult(wasm, sql, (tree, error) => {
        if (tree === 0 || error !== 0)
            return undefined;
        const { stmts } = JSON.parse(wasm.UTF8ToString(tree));
        const statement = stmts?.[0]?.stmt;
        return statement === undefined ? undefined : opened(statement);
    });
}
function problemOf(wasm, sql) {
    return withResult(wasm, sql, (_tree, error) => {
        if (error === 0)
            return undefined;
        const message = wasm.UTF8ToString(wasm.getValue(error, 'i32'));
        return { message, at: Math.max(0, wasm.getValue(error + 16, 'i32') - 1) };
    });
}
function withResult(wasm, sql, read) {
    const size = wasm.lengthBytesUTF8(sql) + 1;
    const input = wasm._malloc(size);
    wasm.stringToUTF8(sql, input, size);
    const result = wasm._wasm_parse_query_raw(input);
    try {
        return read(wasm.getValue(result, 'i32'), wasm.getValue(result + 8, 'i32'));
    }
    finally {
        wasm._wasm_free_parse_result(result);
        wasm._free(input);
    }
}
function opened(node) {
    const [type = '', fields = {}] = Object.entries(node)[0] ?? [];
    return { type, fields: fields };
}
function child(node, name) {
    const value = node[name];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
function children(node, name) {
    const value = node[name];
    return Array.isArray(value) ? value : [];
}
function text(node, name) {
    const value = node?.[name];
    return typeof value === 'string' ? value : '';
}
function relationName(relation) {
    if (relation === undefined)
        return '';
    const schema = text(relation, 'schemaname');
    return schema === '' ? text(relation, 'relname') : `${schema}.${text(relation, 'relname')}`;
}
function listName(parts) {
    return parts.map((part) => text(child(part, 'String'), 'sval')).join('.');
}
function canonical(name) {
    return name.includes('.') ? name : `public.${name}`;
}
function has(fields, list, name) {
    return children(fields, list).some((each) => {
        const element = child(each, 'DefElem') ?? {};
        return (text(element, 'defname') === name &&
            JSON.stringify(element['arg'] ?? '').match(/false|off|"boolval":false/) === null);
    });
}


/***/ }),

/***/ 5465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q$: () => (/* binding */ CALLS),
  p0: () => (/* binding */ calledBy),
  zM: () => (/* binding */ ranBy),
  kY: () => (/* binding */ remember),
  $M: () => (/* binding */ runBy),
  cO: () => (/* binding */ tagOf)
});

// EXTERNAL MODULE: ./packages/migrations/lib/sql/source.js
var source = __webpack_require__(71514);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/tokens.js
var tokens = __webpack_require__(682065);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/walk.js
var walk = __webpack_require__(470217);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/calls.js
var calls = __webpack_require__(876172);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js
var parser = __webpack_require__(658489);
;// CONCATENATED MODULE: ./packages/migrations/lib/parse/within.js

const WRITES = /^(Insert|Update|Delete|Merge)Stmt$/;
function statementsWithin(parsed) {
    if (parsed === undefined)
        return [];
    const { fields, type } = parsed;
    const runs = /^(Prepare|Copy|CreateTableAs)Stmt$/.test(type) || (type === 'ExplainStmt' && (0,parser/* has */.zy)(fields, 'options', 'analyze'));
    const inner = runs ? (0,parser/* child */.jf)(fields, 'query') : undefined;
    const source = type === 'InsertStmt' ? (0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'selectStmt') ?? {}, 'SelectStmt') : undefined;
    const written = [fields, source ?? {}].flatMap(writtenBy);
    return [...(inner === undefined ? [] : [inner]), ...written].flatMap((each) => {
        const found = (0,parser/* opened */.Sg)(each);
        return [...(WRITES.test(found.type) ? [found] : []), ...statementsWithin(found)];
    });
}
function writtenBy(fields) {
    return (0,parser/* children */.Y_)((0,parser/* child */.jf)(fields, 'withClause') ?? {}, 'ctes').flatMap((each) => {
        const query = (0,parser/* child */.jf)((0,parser/* child */.jf)(each, 'CommonTableExpr') ?? {}, 'ctequery');
        return query === undefined ? [] : [query];
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/parse/runs.js






const CALLS = 'Calls';
function ranBy({ queries, statements, trees }, parse) {
    const all = statements.flatMap((each) => parseAll(each, parse));
    const asked = queries
        .flatMap((each) => parseAll(each, parse))
        .flatMap((each) => (each === undefined ? [] : queried(each)));
    const runs = all.flatMap((each) => (each === undefined ? [] : [each]));
    return {
        runs: [...runs, ...trees.map((parsed) => ({ parsed, tag: tagOfTree(parsed) })), ...asked],
        isWhole: runs.length === all.length,
    };
}
function queried({ parsed, tag }) {
    if (parsed.type !== 'SelectStmt')
        return [{ parsed, tag }];
    const within = statementsWithin(parsed).map((each) => ({ parsed: each, tag: tagOfTree(each) }));
    return (0,calls/* callsIn */.T)(parsed.fields).length === 0
        ? within
        : [{ parsed: { type: CALLS, fields: { query: parsed.fields } }, tag }, ...within];
}
function runBy(statement, own, routines) {
    const called = new Set();
    const all = [];
    const visit = (run, isFirst) => {
        if (!isFirst)
            all.push(run);
        for (const parsed of statementsWithin(run.parsed))
            all.push({ parsed, tag: run.tag });
        for (const name of calledBy(run.parsed)) {
            const runs = routines.get(name);
            if (runs === undefined || called.has(name))
                continue;
            called.add(name);
            for (const each of runs)
                visit(each, false);
        }
    };
    visit(statement, true);
    for (const each of own)
        visit(each, false);
    return all;
}
function calledBy({ fields, type }) {
    return CALLING.test(type) ? (0,calls/* callsIn */.T)(fields).map(parser/* canonical */.$N) : [];
}
const CALLING = new RegExp(`^((Select|Call|Insert|Update|Delete|Merge|CreateTableAs)Stmt|${CALLS})$`);
function remember(routines, fields, runs) {
    routines.set((0,parser/* canonical */.$N)((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'funcname'))), runs);
}
function parseAll(sql, parse) {
    return [...(0,walk/* walk */.G)((0,source/* textSource */.r)('', sql))].flatMap((item) => {
        if (item.kind !== 'statement')
            return [];
        const parsed = parse(item.bytes.toString('utf8'));
        return [parsed === undefined ? undefined : { parsed, tag: tagOf(item.bytes) }];
    });
}
function tagOfTree({ type }) {
    return type.replace(/Stmt$/, '').toUpperCase();
}
function tagOf(statement) {
    const [first = '', second = '', third = ''] = (0,tokens/* tokens */.LU)(statement.subarray(0, TAGGED), 3).map(capitals);
    if (!/^(CREATE|ALTER|DROP|COMMENT|REFRESH|REINDEX|TRUNCATE|LOCK)$/.test(first))
        return first;
    const skip = /^(UNIQUE|OR|TEMP|TEMPORARY|UNLOGGED|MATERIALIZED)$/.test(second);
    return `${first} ${second}${skip ? ` ${third}` : ''}`.trim();
}
const TAGGED = 2048;
function capitals({ kind, value }) {
    return kind === 'word' && /^[a-z_]+$/.test(value) ? value.toUpperCase() : '';
}


/***/ }),

/***/ 534731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readStatements)
/* harmony export */ });
/* harmony import */ var _sql_classify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(228791);
/* harmony import */ var _sql_excerpt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(448698);
/* harmony import */ var _sql_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(843286);
/* harmony import */ var _sql_walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(470217);
/* harmony import */ var _code_block_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(381893);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5465);






const ROWS = new Set(['insert', 'values', 'copy']);
const ROWS_PARSED = 2 << 20;
const ROW_PARSED = 256 << 10;
const PARSED = 4 << 20;
function readStatements(script, parse, routines = new Map()) {
    const lineOf = (0,_sql_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineCounter */ .L)(script.source);
    const list = [];
    let rows = ROWS_PARSED;
    for (const item of (0,_sql_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .G)(script.source)) {
        if (item.kind !== 'statement')
            continue;
        const { bytes, standardStrings, start } = item;
        const isRow = ROWS.has((0,_sql_classify_js__WEBPACK_IMPORTED_MODULE_2__/* .firstWord */ .Nk)(bytes));
        const isRead = bytes.length <= (isRow ? Math.min(rows, ROW_PARSED) : PARSED);
        if (isRow)
            rows -= bytes.length;
        const sql = isRead ? bytes.toString('utf8') : '';
        const parsed = isRead ? parse(sql) : undefined;
        const tag = (0,_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .tagOf */ .cO)(bytes);
        const end = start + bytes.length;
        const shown = () => (0,_sql_excerpt_js__WEBPACK_IMPORTED_MODULE_4__/* .excerpt */ .K)(script.source.read(start, end));
        const block = parsed?.type === 'DoStmt' ? (0,_code_block_js__WEBPACK_IMPORTED_MODULE_5__/* .readCodeBlock */ .j9)(parsed.fields) : undefined;
        const own = block === undefined ? undefined : (0,_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .ranBy */ .zM)(block, parse);
        const inner = parsed === undefined ? [] : (0,_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .runBy */ .$M)({ parsed, tag }, own?.runs ?? [], routines);
        const made = parsed?.type === 'CreateFunctionStmt' ? (0,_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .ranBy */ .zM)((0,_code_block_js__WEBPACK_IMPORTED_MODULE_5__/* .readRoutine */ .b8)(parsed.fields), parse).runs : [];
        const found = {
            at: start,
            line: lineOf(start),
            tag,
            class: item.class.kind,
            parsed,
            problem: isRead && parsed === undefined && standardStrings ? problemIn(sql, parse, start, lineOf) : undefined,
            nested: false,
            unreadable: block !== undefined && (block.unreadable || own?.isWhole === false),
            runs: made,
        };
        list.push(showing(found, shown));
        for (const each of inner) {
            const nested = { ...found, ...each, problem: undefined, nested: true, unreadable: false, runs: [] };
            list.push(showing(nested, shown));
        }
        if (parsed?.type === 'CreateFunctionStmt')
            (0,_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .remember */ .kY)(routines, parsed.fields, made);
    }
    return list;
}
function showing(statement, shown) {
    return Object.defineProperty(statement, 'shown', { get: shown, enumerable: true });
}
function problemIn(sql, parse, start, lineOf) {
    const problem = parse.problemOf(sql);
    if (problem === undefined)
        return undefined;
    const before = Buffer.byteLength(Array.from(sql).slice(0, problem.at).join(''));
    return { message: problem.message, line: lineOf(start + before) };
}


/***/ }),

/***/ 710601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ selectedValue),
/* harmony export */   It: () => (/* binding */ isSameCondition),
/* harmony export */   _X: () => (/* binding */ isNoNarrower),
/* harmony export */   yi: () => (/* binding */ constantOf)
/* harmony export */ });
/* unused harmony export plainCondition */
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);

function plainCondition(node) {
    if (Array.isArray(node))
        return node.map(plainCondition);
    if (typeof node !== 'object' || node === null)
        return node;
    const record = node;
    const [key] = Object.keys(record);
    if (key === 'TypeCast') {
        const { arg } = record[key];
        if (arg !== undefined && ('A_Const' in arg || 'A_ArrayExpr' in arg))
            return plainCondition(arg);
        if (arg !== undefined && 'ColumnRef' in arg && isText(record[key]))
            return plainCondition(arg);
    }
    if (key === 'SubLink') {
        const value = selectedValue(record[key]);
        if (value !== undefined)
            return plainCondition(value);
    }
    if (key === 'ColumnRef') {
        const fields = record[key].fields ?? [];
        return { column: (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)(fields.slice(-1)) };
    }
    if (key === 'FuncCall') {
        const { args, funcname } = record[key];
        return { call: (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)(funcname ?? []).replace(/^(pg_catalog|public)\./, ''), args: plainCondition(args ?? []) };
    }
    if (key === 'A_Expr') {
        const { kind, lexpr, name, rexpr } = record[key];
        const list = rexpr;
        const items = kind === 'AEXPR_IN'
            ? list?.List?.items
            : kind === 'AEXPR_OP_ANY'
                ? (list?.A_ArrayExpr?.elements ?? castElements(rexpr))
                : undefined;
        if (items !== undefined)
            return { in: plainCondition(lexpr), items: plainCondition(items) };
        return { op: (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)(name ?? []), left: plainCondition(lexpr), right: plainCondition(rexpr) };
    }
    return Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (PLACES.has(name) ? [] : [[name, plainCondition(value)]])));
}
function isText(cast) {
    return (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cast, 'typeName') ?? {}, 'names').slice(-1)) === 'text';
}
const PLACES = new Set([
    'location',
    'list_start',
    'list_end',
    'rexpr_list_start',
    'rexpr_list_end',
    'stmt_location',
    'stmt_len',
]);
function castElements(node) {
    const arg = node?.TypeCast?.arg;
    return arg?.A_ArrayExpr?.elements;
}
function selectedValue(link) {
    const { subLinkType, subselect } = link;
    const select = subselect?.SelectStmt;
    if (subLinkType !== 'EXPR_SUBLINK' ||
        select === undefined ||
        (select.fromClause ?? []).length > 0 ||
        select.whereClause !== undefined)
        return undefined;
    const [target, ...more] = select.targetList ?? [];
    return more.length > 0 ? undefined : target?.ResTarget?.val;
}
function isSameCondition(a, b) {
    return JSON.stringify(plainCondition(a) ?? null) === JSON.stringify(plainCondition(b) ?? null);
}
function constantOf(node) {
    const record = (node ?? {});
    if (record.TypeCast !== undefined)
        return constantOf(record.TypeCast.arg);
    if (record.A_Const?.boolval === undefined)
        return undefined;
    return record.A_Const.boolval.boolval === true;
}
function isNoNarrower(old, now) {
    if (constantOf(now) === true || constantOf(old) === false || isSameCondition(old, now))
        return true;
    const [had, has] = [membersOf(old), membersOf(now)];
    if (had !== undefined && has?.of === had.of && had.items.every((each) => has.items.includes(each)))
        return true;
    const any = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(now ?? {}, 'BoolExpr');
    return (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(any, 'boolop') === 'OR_EXPR' && (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(any ?? {}, 'args').some((each) => isSameCondition(old, each));
}
function membersOf(condition) {
    const plain = plainCondition(condition ?? {});
    const words = (value) => JSON.stringify(value);
    if (Array.isArray(plain.items))
        return { of: words(plain.in), items: plain.items.map(words) };
    return plain.op === '=' ? { of: words(plain.left), items: [words(plain.right)] } : undefined;
}


/***/ }),

/***/ 624072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ typeWords)
/* harmony export */ });
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);

const WORDS = {
    varchar: 'character varying',
    bpchar: 'character',
    int2: 'smallint',
    int4: 'integer',
    int8: 'bigint',
    float4: 'real',
    float8: 'double precision',
    bool: 'boolean',
    varbit: 'bit varying',
    timestamptz: 'timestamp with time zone',
    timestamp: 'timestamp without time zone',
    timetz: 'time with time zone',
    time: 'time without time zone',
    decimal: 'numeric',
    int: 'integer',
    serial: 'integer',
    bigserial: 'bigint',
    smallserial: 'smallint',
};
function typeWords(type) {
    const name = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(type, 'names')).replace(/^(pg_catalog|public)\./, '');
    const sizes = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(type, 'typmods').map((each) => {
        const value = (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'A_Const') ?? {}, 'ival');
        return String(value?.['ival'] ?? 0);
    });
    const words = WORDS[name] ?? name;
    const size = sizes.length === 0 ? '' : `(${sizes.join(',')})`;
    const timed = /^(time(?:stamp)?)( with.*)$/.exec(words);
    const whole = timed === null ? `${words}${size}` : `${timed[1]}${size}${timed[2]}`;
    return whole + '[]'.repeat((0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(type, 'arrayBounds').length);
}


/***/ }),

/***/ 1042112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yo: () => (/* binding */ decidePhase),
  BE: () => (/* binding */ decidePhases)
});

// UNUSED EXPORTS: NOT_SQL

// EXTERNAL MODULE: ./packages/migrations/lib/parse/made.js
var made = __webpack_require__(515095);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/statements.js
var statements = __webpack_require__(534731);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/known.js
var picture_known = __webpack_require__(10490);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/picture.js + 1 modules
var picture_picture = __webpack_require__(154706);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/read-files.js
var read_files = __webpack_require__(936890);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/built-in.js
var built_in = __webpack_require__(894575);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/classify.js
var classify = __webpack_require__(228791);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/tokens.js
var tokens = __webpack_require__(682065);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/walk.js
var walk = __webpack_require__(470217);
;// CONCATENATED MODULE: ./packages/migrations/lib/phase/glance.js




function isHarmless(script) {
    if (['drop', 'truncate', 'revoke', 'do'].some((word) => script.words.has(word)))
        return false;
    if ([...script.words].every((word) => ROWS.has(word)) && script.source.size > LOOKED_AT)
        return true;
    const hidden = [];
    const shown = new Set();
    const made = new Set();
    let raises = false;
    let triggers = false;
    for (const item of (0,walk/* walk */.G)(script.source)) {
        if (item.kind !== 'statement')
            continue;
        const word = (0,classify/* firstWord */.Nk)(item.bytes);
        if (!KNOWN.has(word))
            return false;
        if (ROWS.has(word) && (item.bytes.length > ROW || script.source.size > LOOKED_AT))
            continue;
        const list = (0,tokens/* tokens */.LU)(item.bytes);
        if (swallowsAnother(list, item.bytes) || deletesRows(list))
            return false;
        if (word === 'create') {
            if (!isHarmlessCreate(list))
                return false;
            shown.add(said(list, SHOWS_ROWS));
            made.add(said(list, MAKES_FUNCTION));
            const trigger = ADDS_TRIGGER.exec(wordsOf(list, ADDS_TRIGGER_WITHIN))?.groups;
            if (trigger !== undefined && !shown.has(trigger['table'] ?? '') && !made.has(trigger['made'] ?? ''))
                return false;
            triggers ||= list.slice(0, 4).some((token) => token.value === 'trigger');
            const refuses = list.some((token) => token.kind === 'text' && REFUSES.test(token.value));
            if (refuses && list[1]?.value === 'or' && list.some((token) => token.value === 'trigger'))
                return false;
            raises ||= refuses;
            continue;
        }
        if (word === 'call' || (CALLING.has(word) && callsOthers(list)) || writesCatalog(list))
            return false;
        if (word === 'select' && list.some((token) => token.kind === 'word' && token.value === 'into'))
            return false;
        if (word !== 'alter' || !mayBreak(list))
            continue;
        const table = said(list, HIDES_ROWS);
        if (table === '')
            return false;
        hidden.push(table);
    }
    if (raises && (triggers || script.words.has('select') || script.words.has('call')))
        return false;
    return hidden.every((table) => shown.has(table));
}
const LOOKED_AT = 256 << 10;
const ROW = 4 << 10;
const ROWS = new Set(['insert', 'values', 'copy', 'select', 'set']);
const KNOWN = new Set(('abort alter analyze begin call checkpoint close cluster comment commit copy create deallocate declare delete discard end ' +
    'execute explain fetch grant import insert listen load lock merge move notify prepare reassign refresh reindex release reset ' +
    'rollback savepoint security select set show start table unlisten update vacuum values with').split(' '));
const REFUSES = /\braise\s+(?!notice\b|warning\b|info\b|log\b|debug\b)|\breturn\s+null\b|\b(drop|truncate|alter|delete|revoke)\b/i;
const ADDS = new Set(('table index view function procedure trigger policy type schema sequence extension domain publication aggregate cast ' +
    'collation server materialized recursive foreign statistics operator text role user group database event').split(' '));
function isHarmlessCreate(list) {
    const words = list.slice(1).map((token) => (token.kind === 'word' ? token.value : ''));
    let at = 0;
    if (words[0] === 'or' && words.slice(2, 4).includes('view'))
        return false;
    while (/^(or|replace|temp|temporary|global|local|unlogged|constraint)$/.test(words[at] ?? ''))
        at++;
    if (!ADDS.has(words[at] ?? ''))
        return false;
    return words[at] !== 'policy' || !words.some((word) => word === 'restrictive' || word === 'false');
}
const NO_CALLS = new Set(('values in any some all exists not and or as on using when then else where from select order by group over partition filter ' +
    'within conflict between like ilike case distinct array row coalesce nullif greatest least cast extract trim substring ' +
    'position overlay interval limit offset union except intersect returning with only lateral default set rollup cube sets ' +
    'materialized join is if analyze verbose options to table view index').split(' '));
const CALLING = new Set(['select', 'values', 'with', 'insert', 'update', 'delete', 'merge', 'explain']);
function callsOthers(list) {
    return list.some(({ kind, value }, nth) => {
        if ((kind !== 'word' && kind !== 'name') || list[nth + 1]?.value !== '(' || NO_CALLS.has(value))
            return false;
        const schema = list[nth - 1]?.value === '.' ? list[nth - 2]?.value : undefined;
        const before = list[schema === undefined ? nth - 1 : nth - 3]?.value ?? '';
        if (/^(into|:|copy|as|with|recursive|update|references|on|table)$/.test(before))
            return false;
        return (value === 'lo_unlink' || (schema === undefined ? !(0,built_in/* isBuiltIn */.q)(value) : !/^(pg_catalog|extensions)$/.test(schema)));
    });
}
function deletesRows(list) {
    return list.some(({ kind, value }, nth) => kind === 'word' && value === 'delete' && list[nth + 1]?.value === 'from');
}
function writesCatalog(list) {
    const first = list[0]?.value;
    return (/^(update|delete|merge|with)$/.test(first ?? '') &&
        list.some(({ value }) => /^pg_|^information_schema$/.test(value)));
}
const BEGINS = new Set('create alter drop truncate comment grant revoke insert delete update do'.split(' '));
function swallowsAnother(list, bytes) {
    let depth = 0;
    return list.some(({ at, kind, value }, nth) => {
        if (kind === 'mark' && (value === '(' || value === ')'))
            depth += value === '(' ? 1 : -1;
        if (nth === 0 || depth > 0 || kind !== 'word' || !BEGINS.has(value))
            return false;
        const line = bytes.lastIndexOf(10, at);
        return line >= 0 && bytes.toString('latin1', line, at).trim() === '';
    });
}
const BREAKING = new Set(('drop rename type schema detach domain identity inherit row publication constraint unique check foreign primary exclude ' +
    'replica generated null policy role user nologin nobypassrls nosuperuser system database').split(' '));
const FILLS = /^(default|generated|(small|big)?serial\d?)$/;
const ALTERS = new Set(('table index view function procedure routine trigger type schema sequence extension domain publication default materialized ' +
    'foreign server statistics aggregate collation text large event operator language conversion subscription tablespace').split(' '));
function mayBreak(list) {
    const words = list.flatMap((token) => (token.kind === 'word' ? [token.value] : []));
    if (!ALTERS.has(words[1] ?? ''))
        return true;
    const adds = list.some((token, at) => token.value === 'add' && !/^(constraint|generated)$/.test(list[at + 1]?.value ?? ''));
    if (words.some((word) => BREAKING.has(word) && !(adds && (word === 'null' || word === 'generated' || word === 'identity'))))
        return true;
    const required = words.filter((word, at) => word === 'null' && words[at - 1] === 'not').length;
    const setsNotNull = words.some((word, at) => word === 'set' && words[at + 1] === 'not');
    return setsNotNull || required > words.filter((word) => FILLS.test(word)).length;
}
const TABLE = String.raw `(?<table>\S+(?: \. \S+)?)`;
const HIDES_ROWS = new RegExp(`^alter table ${TABLE} enable row level security(?: ;)?$`);
const SHOWS_ROWS = new RegExp(String.raw `^create (?:policy \S+ on ${TABLE} (?!as restrictive|\. )|table ${TABLE.replace('table', 'made')} \()`);
const NAME = String.raw `(?:public \. )?(?<made>\S+(?: \. \S+)?)`;
const MAKES_FUNCTION = new RegExp(String.raw `^create (?:or replace )?function ${NAME} \(`);
const ADDS_TRIGGER = new RegExp(String.raw `^create (?:or replace )?(?:constraint )?trigger .* on ${TABLE} .*execute (?:function|procedure) ${NAME} \(`);
const ADDS_TRIGGER_WITHIN = 200;
function said(list, form) {
    const { table, made } = form.exec(wordsOf(list, 12))?.groups ?? {};
    return table ?? made ?? '';
}
function wordsOf(list, limit) {
    const words = list.slice(0, limit).map(({ kind, value }) => (kind === 'name' ? JSON.stringify(value) : value));
    return words.join(' ');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/phase/phase.js






const NOT_SQL = 'not-sql';
async function decidePhases(migrations, { ask, begun = [], loadParser, older = [] }) {
    const last = migrations.findLastIndex(({ up }) => up.directives.phase !== 'contract' && !isHarmless(up));
    const parse = last < 0 ? undefined : await loadParser();
    const asked = migrations.slice(0, last + 1);
    const routines = new Map();
    const before = parse === undefined ? [] : (0,read_files/* readFiles */.Ul)(older, parse, routines);
    const { files, known } = parse === undefined
        ? { files: [], known: undefined }
        : ask === undefined
            ? { files: (0,read_files/* readFiles */.Ul)(asked, parse, routines), known: undefined }
            : await (0,read_files/* readFilesWith */.uE)(asked, parse, ask);
    const read = new Map(files.map(({ migration, statements }) => [migration.version, statements]));
    const picture = new picture_picture/* Picture */.V(known ?? picture_known/* nothingKnown */.H);
    if (parse !== undefined) {
        for (const { parsed } of before.flatMap(({ statements }) => statements))
            picture.take(parsed);
        if (older.length > 0)
            picture.settle();
        for (const { parsed } of begun.flatMap(({ up }) => (0,statements/* readStatements */.b)(up, parse))) {
            const object = (0,made/* madeBy */.v)(parsed);
            if (object?.ifNotExists === false)
                picture.claim(object.name);
        }
    }
    const judgeScript = parse === undefined ? undefined : (await Promise.all(/* import() */[__webpack_require__.e(2734), __webpack_require__.e(5108)]).then(__webpack_require__.bind(__webpack_require__, 25088))).contractStatements;
    const judged = migrations.map((migration) => {
        const statements = read.get(migration.version) ?? [];
        const reasons = judgeScript?.(statements, picture, (0,read_files/* transactionsOf */.v9)(migration, statements)) ?? [];
        return [migration.version, judge(migration, statements, reasons)];
    });
    return new Map(judged);
}
async function decidePhase(migration, loadParser) {
    const judged = await decidePhases([migration], { loadParser });
    return judged.get(migration.version);
}
function judge({ up }, statements, reasons) {
    const { phase } = up.directives;
    const unknown = statements.flatMap(({ at, problem }) => problem === undefined || up.allowances.some((each) => each.at === at && each.rule === NOT_SQL)
        ? []
        : [{ line: problem.line, what: problem.message }]);
    if (phase === 'contract')
        return { phase, by: 'directive', reasons: [], unknown };
    if (phase === 'expand')
        return { phase, by: 'directive', reasons, unknown };
    const isExpand = reasons.length === 0 && unknown.length === 0;
    return { phase: isExpand ? 'expand' : 'contract', by: 'statements', reasons, unknown };
}


/***/ }),

/***/ 482425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PL: () => (/* binding */ columnsOf),
/* harmony export */   US: () => (/* binding */ policyOf),
/* harmony export */   Zq: () => (/* binding */ constraintKey),
/* harmony export */   mh: () => (/* binding */ indexKey),
/* harmony export */   qh: () => (/* binding */ indexOf),
/* harmony export */   uV: () => (/* binding */ columnOf)
/* harmony export */ });
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);
/* harmony import */ var _parse_type_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(624072);


function indexOf(table, name) {
    if (name === '')
        return '';
    const full = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(table);
    return `${full.slice(0, full.indexOf('.'))}.${name}`;
}
function indexKey(name, fields) {
    return {
        name,
        columns: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'indexParams').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'IndexElem'), 'name')),
        partial: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'whereClause') !== undefined,
    };
}
function constraintKey(table, constraint) {
    if (!/^CONSTR_(UNIQUE|PRIMARY)$/.test((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(constraint, 'contype')))
        return undefined;
    const columns = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(constraint, 'keys').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)([each]));
    return { name: indexOf(table, (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(constraint, 'conname')), columns, partial: false };
}
function columnsOf(fields) {
    const elements = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'tableElts');
    const isWhole = elements.every((each) => !['TableLikeClause'].includes((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(each).type));
    if (!isWhole || (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'inhRelations').length > 0)
        return undefined;
    return new Map(elements.flatMap((each) => {
        const column = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'ColumnDef');
        return column === undefined ? [] : [[(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(column, 'colname'), columnOf(column)]];
    }));
}
function columnOf(definition) {
    const kinds = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(definition, 'constraints').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'Constraint'), 'contype'));
    return {
        type: (0,_parse_type_words_js__WEBPACK_IMPORTED_MODULE_1__/* .typeWords */ .y)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(definition, 'typeName') ?? {}),
        notNull: kinds.includes('CONSTR_NOTNULL') || kinds.includes('CONSTR_PRIMARY'),
        hasDefault: ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'].some((kind) => kinds.includes(kind)),
        isNew: false,
    };
}
function policyOf(fields) {
    return {
        command: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(fields, 'cmd_name') || 'all',
        roles: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'roles').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'RoleSpec'), 'rolename') || 'public'),
        permissive: fields['permissive'] === true,
        using: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'qual'),
        check: (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'with_check'),
    };
}


/***/ }),

/***/ 10490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ nothingKnown),
/* harmony export */   d: () => (/* binding */ NEW)
/* harmony export */ });
const nothingKnown = { complete: false, relations: new Map(), routines: new Map(), types: new Map() };
const NEW = {
    kind: 'table',
    owner: undefined,
    rowSecurity: undefined,
    columns: undefined,
    keys: [],
    constraints: new Map(),
    policies: new Map(),
    query: undefined,
    isChecked: false,
    isMade: true,
    isRenamed: false,
};


/***/ }),

/***/ 593315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ outputsOf)
/* harmony export */ });
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);
/* harmony import */ var _parse_type_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(624072);


function outputsOf(fields, picture) {
    const query = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'query') ?? {}, 'SelectStmt');
    if (query === undefined)
        return undefined;
    const named = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'aliases').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'String'), 'sval'));
    const [source, ...more] = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(query, 'fromClause').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'RangeVar'));
    const single = more.length === 0 && source !== undefined ? picture.relation(sourceName(source)) : undefined;
    const found = new Map();
    const targets = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(query, 'larg') ?? query, 'targetList');
    for (const [nth, each] of targets.entries()) {
        const target = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'ResTarget') ?? {};
        const value = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(target, 'val') ?? {});
        const parts = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(value.fields, 'fields');
        if (value.type === 'ColumnRef' && parts.some((part) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(part, 'A_Star') !== undefined)) {
            if (single?.columns === undefined || !picture.complete)
                return undefined;
            for (const [column, { type }] of single.columns)
                found.set(column, type);
            continue;
        }
        const last = value.type === 'ColumnRef' ? (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)(parts.slice(-1)) : '';
        const type = value.type === 'ColumnRef' ? single?.columns?.get(last)?.type : typeOf(value.type, value.fields);
        found.set(named[nth] ?? ((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(target, 'name') || last || impliedName(value.type, value.fields)), type);
    }
    return found;
}
function sourceName(source) {
    const schema = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(source, 'schemaname');
    return schema === '' ? (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(source, 'relname') : `${schema}.${(0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(source, 'relname')}`;
}
function typeOf(type, fields) {
    return type === 'TypeCast' ? (0,_parse_type_words_js__WEBPACK_IMPORTED_MODULE_1__/* .typeWords */ .y)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'typeName') ?? {}) : undefined;
}
function impliedName(type, fields) {
    if (type === 'FuncCall')
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'funcname').slice(-1));
    if (type === 'TypeCast') {
        const inner = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'arg') ?? {});
        if (inner.type === 'ColumnRef')
            return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(inner.fields, 'fields').slice(-1));
        return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'typeName') ?? {}, 'names').slice(-1));
    }
    if (type === 'CoalesceExpr')
        return 'coalesce';
    if (type === 'CaseExpr')
        return 'case';
    return '?column?';
}


/***/ }),

/***/ 154706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ Picture)
});

// EXTERNAL MODULE: ./packages/migrations/lib/parse/made.js
var made = __webpack_require__(515095);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js
var parser = __webpack_require__(658489);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/type-words.js
var type_words = __webpack_require__(624072);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/definitions.js
var definitions = __webpack_require__(482425);
;// CONCATENATED MODULE: ./packages/migrations/lib/picture/alteration.js



function alteration(cmd, table, relation) {
    const { columns, constraints, keys } = relation;
    const name = (0,parser/* text */.Qq)(cmd, 'name');
    const definition = (0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'ColumnDef') ?? {};
    const set = (change) => {
        const column = columns?.get(name);
        if (columns === undefined || column === undefined)
            return {};
        return { columns: new Map([...columns, [name, { ...column, ...change }]]) };
    };
    switch ((0,parser/* text */.Qq)(cmd, 'subtype')) {
        case 'AT_AddColumn': {
            const added = (0,parser/* text */.Qq)(definition, 'colname');
            if (cmd['missing_ok'] === true && columns?.has(added) === true)
                return {};
            return { columns: new Map([...(columns ?? []), [added, { ...(0,definitions/* columnOf */.uV)(definition), isNew: true }]]) };
        }
        case 'AT_DropColumn':
            return columns === undefined ? {} : { columns: without(columns, name) };
        case 'AT_AlterColumnType':
            return set({ type: (0,type_words/* typeWords */.y)((0,parser/* child */.jf)(definition, 'typeName') ?? {}) });
        case 'AT_SetNotNull':
            return set({ notNull: true });
        case 'AT_DropNotNull':
            return set({ notNull: false });
        case 'AT_ColumnDefault':
            return set({ hasDefault: cmd['def'] !== undefined });
        case 'AT_EnableRowSecurity':
            return { rowSecurity: true };
        case 'AT_DisableRowSecurity':
            return { rowSecurity: false };
        case 'AT_DropConstraint':
            return { constraints: without(constraints, name) };
        case 'AT_AddConstraint': {
            const constraint = (0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'Constraint') ?? {};
            const key = (0,definitions/* constraintKey */.Zq)(table, constraint);
            return {
                constraints: new Map([...constraints, [(0,parser/* text */.Qq)(constraint, 'conname'), constraint]]),
                keys: key === undefined ? keys : [...keys, key],
            };
        }
        default:
            return {};
    }
}
function retyped(relation, from, to) {
    const plain = (name) => name.replace(/^public\./, '');
    const isOf = ({ type }) => type !== undefined && plain(type) === plain(from);
    if (relation.columns === undefined || ![...relation.columns.values()].some(isOf))
        return relation;
    const columns = [...relation.columns].map(([name, column]) => [
        name,
        isOf(column) ? { ...column, type: plain(to) } : column,
    ]);
    return { ...relation, columns: new Map(columns) };
}
function without(map, name) {
    return new Map([...map].filter(([each]) => each !== name));
}

// EXTERNAL MODULE: ./packages/migrations/lib/picture/known.js
var picture_known = __webpack_require__(10490);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/outputs.js
var picture_outputs = __webpack_require__(593315);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/routines.js
var routines = __webpack_require__(993290);
;// CONCATENATED MODULE: ./packages/migrations/lib/picture/picture.js







class Picture {
    complete;
    #relations;
    #routines;
    #objects;
    #types;
    #renamed = new Map();
    #renamedColumns = new Map();
    #gone = new Set();
    #madeTypes = new Set();
    #droppedTypes = new Set();
    #constraints = new Map();
    #policies = new Map();
    #keys = new Map();
    constructor(known) {
        this.complete = known.complete;
        this.#relations = new Map(known.relations);
        this.#routines = new Map(known.routines);
        this.#types = new Map(known.types);
        this.#objects = known.objects;
    }
    relation(name) {
        return this.#relations.get((0,parser/* canonical */.$N)(name));
    }
    column(table, name) {
        return this.relation(table)?.columns?.get(name);
    }
    routine(name) {
        return this.#routines.get((0,parser/* canonical */.$N)(name));
    }
    type(name) {
        return this.#types.get((0,parser/* canonical */.$N)(name));
    }
    isMade(name) {
        return this.relation(name)?.isMade === true;
    }
    isMadeType(name) {
        return this.#madeTypes.has((0,parser/* canonical */.$N)(name));
    }
    isMadeIndex(name) {
        if (name.includes('.') || this.relation(name) !== undefined)
            return this.isMade(name);
        return [...this.#relations].some(([each, { isMade, kind }]) => isMade && kind === 'index' && each.endsWith(`.${name}`));
    }
    oldName(name) {
        return this.#renamed.get((0,parser/* canonical */.$N)(name));
    }
    oldColumn(table, name) {
        return this.#renamedColumns.get(`${(0,parser/* canonical */.$N)(table)} ${name}`);
    }
    isAbsentObject(kind, name) {
        return this.complete && this.#objects?.has(`${kind} ${name}`) === false;
    }
    isAbsent(name) {
        const full = (0,parser/* canonical */.$N)(name);
        if (this.#relations.has(full) || this.#routines.has(full) || this.#types.has(full))
            return false;
        return this.complete || this.#gone.has(full);
    }
    droppedConstraint(table, name) {
        return this.#constraints.get(`${(0,parser/* canonical */.$N)(table)} ${name}`) ?? this.relation(table)?.constraints.get(name);
    }
    droppedPolicy(table, name) {
        return this.#policies.get(`${(0,parser/* canonical */.$N)(table)} ${name}`);
    }
    droppedKeys(table) {
        return this.#keys.get((0,parser/* canonical */.$N)(table)) ?? [];
    }
    tableOfKey(index) {
        return [...this.#relations].find(([, { keys }]) => keys.some((key) => key.name === index));
    }
    take(parsed) {
        if (parsed === undefined)
            return;
        const object = (0,made/* madeBy */.v)(parsed);
        if (object !== undefined)
            this.#make(object, parsed);
        switch (parsed.type) {
            case 'IndexStmt':
                this.#index(parsed.fields);
                break;
            case 'DropStmt':
                this.#drop(parsed.fields);
                break;
            case 'RenameStmt':
                this.#rename(parsed.fields);
                break;
            case 'CreatePolicyStmt':
                this.#policy(parsed.fields);
                break;
            case 'CreateTrigStmt':
                this.#trigger(parsed.fields);
                break;
            case 'AlterTableStmt':
                this.#assume(parsed.fields);
                for (const cmd of (0,parser/* children */.Y_)(parsed.fields, 'cmds'))
                    this.#alter((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(parsed.fields, 'relation')), (0,parser/* opened */.Sg)(cmd).fields);
                break;
            case 'AlterEnumStmt':
                this.#label(parsed.fields);
                break;
        }
    }
    settle() {
        for (const [name, relation] of this.#relations) {
            const columns = relation.columns && new Map([...relation.columns].map(([each, column]) => [each, { ...column, isNew: false }]));
            this.#relations.set(name, { ...relation, columns, isMade: false, isRenamed: false });
        }
        for (const [name, routine] of this.#routines)
            this.#routines.set(name, { ...routine, isMade: false });
        for (const names of [this.#renamed, this.#renamedColumns, this.#constraints, this.#policies, this.#keys])
            names.clear();
        for (const names of [this.#madeTypes, this.#droppedTypes])
            names.clear();
    }
    claim(name) {
        const known = this.relation(name);
        if (known !== undefined)
            this.#relations.set(name, { ...known, isMade: true });
    }
    #make({ ifNotExists, kind, name }, { fields, type }) {
        if (kind === 'other') {
            if (/^(CreateEnum|CreateDomain|CompositeType|CreateRange)Stmt$/.test(type) && !this.#droppedTypes.has(name))
                this.#madeTypes.add(name);
            if (type === 'CreateFunctionStmt')
                this.#routines.set(name, (0,routines/* madeRoutine */.ae)(fields, this.#routines.get(name)));
            else if (type === 'CreateEnumStmt')
                this.#types.set(name, { labels: (0,parser/* children */.Y_)(fields, 'vals').map((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'String'), 'sval')) });
            else if (/^(CreateDomain|CompositeType|CreateRange)Stmt$/.test(type))
                this.#types.set(name, { labels: undefined });
            else if (type === 'CreateSeqStmt' && (!ifNotExists || this.isAbsent(name)))
                this.#relations.set(name, { ...picture_known/* NEW */.d, kind: 'sequence' });
            return;
        }
        if (ifNotExists && !this.isAbsent(name))
            return;
        const isView = kind === 'view';
        const known = this.#relations.get(name);
        const isReplaced = isView && known !== undefined && !known.isMade;
        const relation = {
            ...picture_known/* NEW */.d,
            kind: isView ? 'view' : 'table',
            isForeign: type === 'CreateForeignTableStmt',
            columns: type === 'CreateStmt' ? (0,definitions/* columnsOf */.PL)(fields) : isView ? this.#outputs(fields) : undefined,
            query: isView ? (0,parser/* child */.jf)((0,parser/* child */.jf)(fields, 'query') ?? {}, 'SelectStmt') : undefined,
            isMade: !isReplaced,
        };
        this.#relations.set(name, relation);
    }
    #outputs(fields) {
        const outputs = (0,picture_outputs/* outputsOf */.Y)(fields, this);
        if (outputs === undefined)
            return undefined;
        const column = { notNull: false, hasDefault: false, isNew: false };
        return new Map([...outputs].map(([name, type]) => [name, { ...column, type }]));
    }
    #trigger(fields) {
        const name = (0,parser/* canonical */.$N)((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'funcname')));
        const known = this.#routines.get(name);
        if (known !== undefined)
            this.#routines.set(name, { ...known, isBefore: known.isBefore === true || (0,routines/* isBeforeRow */.AA)(fields) });
    }
    #change(table, change) {
        const known = this.relation(table);
        if (known !== undefined)
            this.#relations.set((0,parser/* canonical */.$N)(table), { ...known, ...change(known) });
    }
    #assume(fields) {
        const name = (0,parser/* canonical */.$N)((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation')));
        if (fields['missing_ok'] !== true && !this.#relations.has(name))
            this.#relations.set(name, { ...picture_known/* NEW */.d, isMade: false });
    }
    #index(fields) {
        const table = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
        const name = (0,definitions/* indexOf */.qh)(table, (0,parser/* text */.Qq)(fields, 'idxname'));
        if (fields['if_not_exists'] === true && this.#relations.has(name))
            return;
        if (name !== '')
            this.#relations.set(name, { ...picture_known/* NEW */.d, kind: 'index' });
        if (fields['unique'] === true)
            this.#change(table, ({ keys }) => ({ keys: [...keys, (0,definitions/* indexKey */.mh)(name, fields)] }));
    }
    #drop(fields) {
        const type = (0,parser/* text */.Qq)(fields, 'removeType');
        for (const object of (0,parser/* children */.Y_)(fields, 'objects')) {
            const { fields: inside, type: node } = (0,parser/* opened */.Sg)(object);
            const parts = node === 'List' ? (0,parser/* children */.Y_)(inside, 'items') : (0,parser/* children */.Y_)(inside, node === 'TypeName' ? 'names' : 'objname');
            if (type === 'OBJECT_POLICY') {
                const policy = (0,parser/* listName */.sY)(parts.slice(-1));
                const table = (0,parser/* listName */.sY)(parts.slice(0, -1));
                const old = this.relation(table)?.policies.get(policy);
                if (old !== undefined)
                    this.#policies.set(`${(0,parser/* canonical */.$N)(table)} ${policy}`, old);
                this.#change(table, ({ policies }) => ({ policies: without(policies, policy) }));
                continue;
            }
            const name = (0,parser/* canonical */.$N)((0,parser/* listName */.sY)(parts));
            if (/^OBJECT_(TABLE|VIEW|MATVIEW|INDEX|SEQUENCE|FOREIGN_TABLE)$/.test(type)) {
                if (type === 'OBJECT_INDEX')
                    this.#forgetKey(name);
                this.#relations.delete(name);
                this.#gone.add(name);
            }
            else if (/^OBJECT_(TYPE|DOMAIN)$/.test(type)) {
                if (!this.#madeTypes.delete(name))
                    this.#droppedTypes.add(name);
                this.#types.delete(name);
            }
            else if (/^OBJECT_(FUNCTION|PROCEDURE|ROUTINE)$/.test(type))
                this.#routines.delete(name);
        }
    }
    #forgetKey(name) {
        const [table, relation] = this.tableOfKey(name) ?? [];
        if (table === undefined || relation === undefined)
            return;
        const gone = relation.keys.filter((key) => key.name === name);
        this.#keys.set(table, [...this.droppedKeys(table), ...gone]);
        this.#relations.set(table, { ...relation, keys: relation.keys.filter((key) => key.name !== name) });
    }
    #rename(fields) {
        const type = (0,parser/* text */.Qq)(fields, 'renameType');
        const relation = (0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'relation'));
        const to = (0,parser/* text */.Qq)(fields, 'newname');
        if (type === 'OBJECT_COLUMN') {
            this.#renameColumn((0,parser/* canonical */.$N)(relation), (0,parser/* text */.Qq)(fields, 'subname'), to);
            this.#change(relation, ({ columns }) => {
                const column = columns?.get((0,parser/* text */.Qq)(fields, 'subname'));
                if (columns === undefined || column === undefined)
                    return {};
                return { columns: new Map([...without(columns, (0,parser/* text */.Qq)(fields, 'subname')), [to, column]]) };
            });
            return;
        }
        if (type === 'OBJECT_POLICY') {
            this.#change(relation, ({ policies }) => {
                const policy = policies.get((0,parser/* text */.Qq)(fields, 'subname'));
                if (policy === undefined)
                    return {};
                return { policies: new Map([...without(policies, (0,parser/* text */.Qq)(fields, 'subname')), [to, policy]]) };
            });
            return;
        }
        const object = (0,parser/* opened */.Sg)((0,parser/* child */.jf)(fields, 'object') ?? {});
        const from = (0,parser/* canonical */.$N)(relation !== '' ? relation : (0,parser/* listName */.sY)((0,parser/* children */.Y_)(object.fields, object.type === 'List' ? 'items' : 'objname')));
        const name = `${from.slice(0, from.lastIndexOf('.'))}.${to}`;
        this.#renamed.set(name, from);
        if (/^OBJECT_(TYPE|DOMAIN)$/.test(type))
            move(this.#types, from, name);
        else if (/^OBJECT_(FUNCTION|PROCEDURE|ROUTINE)$/.test(type))
            move(this.#routines, from, name);
        else if (/^OBJECT_(TABLE|VIEW|MATVIEW|INDEX|SEQUENCE|FOREIGN_TABLE)$/.test(type)) {
            const known = this.#relations.get(from);
            move(this.#relations, from, name);
            if (known !== undefined)
                this.#relations.set(name, { ...known, isRenamed: true });
            for (const key of [...this.#renamedColumns.keys()])
                if (key.startsWith(`${from} `))
                    move(this.#renamedColumns, key, `${name}${key.slice(from.length)}`);
            this.#gone.add(from);
        }
        if (/^OBJECT_(TYPE|DOMAIN)$/.test(type))
            for (const [table, relation] of this.#relations)
                this.#relations.set(table, retyped(relation, from, name));
    }
    #renameColumn(table, from, to) {
        const old = this.oldColumn(table, from) ?? from;
        this.#renamedColumns.delete(`${table} ${from}`);
        if (old !== to)
            this.#renamedColumns.set(`${table} ${to}`, old);
    }
    #policy(fields) {
        this.#change((0,parser/* relationName */.CJ)((0,parser/* child */.jf)(fields, 'table')), ({ policies }) => ({
            policies: new Map([...policies, [(0,parser/* text */.Qq)(fields, 'policy_name'), (0,definitions/* policyOf */.US)(fields)]]),
        }));
    }
    #alter(table, cmd) {
        if ((0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_DropConstraint') {
            const name = (0,parser/* text */.Qq)(cmd, 'name');
            const old = this.relation(table)?.constraints.get(name);
            if (old !== undefined)
                this.#constraints.set(`${(0,parser/* canonical */.$N)(table)} ${name}`, old);
            this.#forgetKey((0,definitions/* indexOf */.qh)(table, name));
        }
        this.#change(table, (relation) => alteration(cmd, table, relation));
    }
    #label(fields) {
        const name = (0,parser/* canonical */.$N)((0,parser/* listName */.sY)((0,parser/* children */.Y_)(fields, 'typeName')));
        const labels = this.#types.get(name)?.labels;
        if (labels !== undefined)
            this.#types.set(name, { labels: [...labels, (0,parser/* text */.Qq)(fields, 'newVal')] });
    }
}
function move(map, from, to) {
    const found = map.get(from);
    map.delete(from);
    if (found !== undefined)
        map.set(to, found);
}


/***/ }),

/***/ 936890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ul: () => (/* binding */ readFiles),
/* harmony export */   uE: () => (/* binding */ readFilesWith),
/* harmony export */   v9: () => (/* binding */ transactionsOf)
/* harmony export */ });
/* harmony import */ var _parse_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5465);
/* harmony import */ var _parse_statements_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(534731);
/* harmony import */ var _sql_segments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(490810);
/* harmony import */ var _read_known_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(875370);
/* harmony import */ var _routines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(993290);





function readFiles(migrations, parse, routines = new Map()) {
    return migrations.map((migration) => ({ migration, statements: (0,_parse_statements_js__WEBPACK_IMPORTED_MODULE_0__/* .readStatements */ .b)(migration.up, parse, routines) }));
}
const DEPTH = 3;
async function readFilesWith(migrations, parse, ask) {
    let files = readFiles(migrations, parse);
    let names = (0,_read_known_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .w)(files.flatMap(({ statements }) => statements));
    if (names.size === 0)
        return { files, known: undefined };
    let known = await ask(names, parse);
    for (let depth = 0; depth < DEPTH; depth++) {
        const routines = (0,_routines_js__WEBPACK_IMPORTED_MODULE_2__/* .runsOf */ .ky)(known.routines, parse);
        if (!files.some(({ statements }) => statements.some((each) => callsAny(each, routines))))
            break;
        files = readFiles(migrations, parse, routines);
        const more = (0,_read_known_js__WEBPACK_IMPORTED_MODULE_1__/* .namesIn */ .w)(files.flatMap(({ statements }) => statements));
        if (more.size === names.size)
            break;
        names = more;
        known = await ask(names, parse);
    }
    return { files, known };
}
function callsAny({ parsed }, routines) {
    return parsed !== undefined && routines.size > 0 && (0,_parse_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .calledBy */ .p0)(parsed).some((name) => routines.has(name));
}
function transactionsOf({ up }, statements) {
    const ends = (0,_sql_segments_js__WEBPACK_IMPORTED_MODULE_4__/* .cutSegments */ .Ld)(up.pieces).flatMap((segment, nth) => {
        const pieces = segment.kind === 'alone' ? [segment.piece] : segment.pieces;
        return pieces.map(({ to }) => ({ nth, to }));
    });
    let at = 0;
    return statements.map((statement) => {
        while (at < ends.length - 1 && (ends[at]?.to ?? 0) <= statement.at)
            at++;
        return ends[at]?.nth ?? 0;
    });
}


/***/ }),

/***/ 875370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readKnown),
/* harmony export */   w: () => (/* binding */ namesIn)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(984731);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(203906);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182089);
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(247753);
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);
/* harmony import */ var _definitions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(482425);




function namesIn(statements) {
    const names = new Set();
    const visit = (node) => {
        if (Array.isArray(node)) {
            const isName = node.some((part) => 'String' in part);
            const words = isName
                ? (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)(node)
                    .split('.')
                    .filter((each) => each !== '')
                : [];
            if (words.length > 0 && words.length <= 4)
                for (let end = 1; end <= words.length; end++)
                    names.add((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(words.slice(0, end).join('.')));
            node.forEach(visit);
        }
        else if (typeof node === 'object' && node !== null) {
            const relation = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .relationName */ .CJ)(node);
            if (relation !== '')
                names.add((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(relation));
            const index = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(node, 'idxname');
            if (index !== '')
                names.add((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(index));
            Object.values(node).forEach(visit);
        }
    };
    for (const { parsed } of statements)
        if (parsed !== undefined)
            visit(parsed.fields);
    return names;
}
const LOCKED_FOR_MS = 60_000;
const LOCK_NOT_AVAILABLE = '55P03';
async function readKnown(session, asked, parse, waitMs = LOCKED_FOR_MS) {
    await session.rows(`begin read only; set local lock_timeout = ${waitMs}`);
    try {
        return await readNames(session, asked, parse);
    }
    catch (error) {
        if (!(error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_1__/* .SqlError */ .L8) || error.server.code !== LOCK_NOT_AVAILABLE)
            throw error;
        const message = `another session has locked a table that the migrations name for ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(waitMs)}; nothing was changed: run it again once that session is done`;
        throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_3__/* .RemoteError */ .Hi(message, { service: 'PostgreSQL', code: LOCK_NOT_AVAILABLE, retryable: true, cause: error });
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}
async function readNames(session, asked, parse) {
    const names = (0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_4__/* .textArray */ .TS)([...asked]);
    const wanted = `(n.nspname || '.' || c.relname = any (${names}))`;
    const from = 'from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace';
    const name = "n.nspname || '.' || c.relname";
    const [relations, columns, keys, constraints, policies, routines, types, objects] = await Promise.all([
        `select ${name}, c.relkind, pg_catalog.pg_get_userbyid(c.relowner), c.relrowsecurity,
              case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) end ${from}
        where ${wanted} and not (c.relkind = 'i' and exists (select from pg_catalog.pg_index x where x.indexrelid = c.oid and not x.indisvalid))`,
        `select ${name}, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.atthasdef or a.attidentity <> '',
              a.attnotnull or exists (select from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.convalidated
                and pg_catalog.pg_get_constraintdef(k.oid) = pg_catalog.format('CHECK ((%I IS NOT NULL))', a.attname))
         ${from} join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where ${wanted} and c.relkind in ('r', 'p', 'v', 'm', 'f') order by a.attnum`,
        `select ${name}, n.nspname || '.' || i.relname, x.indpred is not null,
              (select pg_catalog.string_agg(coalesce(a.attname, ''), ',' order by k.nth) from pg_catalog.unnest(x.indkey) with ordinality k (attnum, nth)
                 left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where k.nth <= x.indnkeyatts)
         ${from} join pg_catalog.pg_index x on x.indrelid = c.oid and x.indisunique and x.indisvalid join pg_catalog.pg_class i on i.oid = x.indexrelid
        where ${wanted} or n.nspname || '.' || i.relname = any (${names})`,
        `select ${name}, k.conname, pg_catalog.pg_get_constraintdef(k.oid), k.contype = 'c' and k.convalidated
         ${from} join pg_catalog.pg_constraint k on k.conrelid = c.oid where ${wanted} and k.contype in ('c', 'f', 'p', 'u', 'x')`,
        `select ${name}, p.polname, case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
              p.polpermissive, (select pg_catalog.string_agg(case when r = 0 then 'public' else pg_catalog.pg_get_userbyid(r) end, ',') from pg_catalog.unnest(p.polroles) r),
              pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
         ${from} join pg_catalog.pg_policy p on p.polrelid = c.oid where ${wanted}`,
        `select n.nspname || '.' || c.proname, pg_catalog.bool_and(c.prorettype in ('trigger'::regtype, 'event_trigger'::regtype)), pg_catalog.bool_or(c.provolatile = 'v'),
              pg_catalog.json_agg(pg_catalog.json_build_object('language', l.lanname, 'code', case when l.lanname in ('sql', 'plpgsql')
                then coalesce(pg_catalog.pg_get_function_sqlbody(c.oid), c.prosrc) else '' end)),
              pg_catalog.bool_or(exists (select from pg_catalog.pg_trigger g where g.tgfoid = c.oid and not g.tgisinternal and g.tgtype & 3 = 3))
         from pg_catalog.pg_proc c join pg_catalog.pg_namespace n on n.oid = c.pronamespace join pg_catalog.pg_language l on l.oid = c.prolang
        where n.nspname || '.' || c.proname = any (${names}) group by 1`,
        `select n.nspname || '.' || t.typname, (select pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ',' order by e.enumsortorder) from pg_catalog.pg_enum e where e.enumtypid = t.oid)
         from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        where n.nspname || '.' || t.typname = any (${names}) and t.typtype in ('e', 'd', 'r', 'c') and not exists (select from pg_catalog.pg_class c where c.oid = t.typrelid and c.relkind <> 'c')`,
        `select kind || ' ' || name from (select 'schema' as kind, nspname as name from pg_catalog.pg_namespace
         union all select 'extension', extname from pg_catalog.pg_extension union all select 'publication', pubname from pg_catalog.pg_publication
         union all select 'server', srvname from pg_catalog.pg_foreign_server) found where 'public.' || name = any (${names})`,
    ].map((sql) => session.rows(sql)));
    const groups = new Map([columns, keys, constraints, policies].map((rows) => [rows, grouped(rows ?? [])]));
    const by = (rows, table, read) => (groups.get(rows)?.get(table) ?? []).map(read);
    const tables = (relations ?? []).map(([full, kind, owner, rls, query]) => {
        const table = full ?? '';
        return [
            table,
            {
                kind: KINDS[kind ?? ''] ?? 'table',
                isForeign: kind === 'f',
                owner: owner ?? undefined,
                rowSecurity: rls === 't',
                columns: new Map(by(columns, table, ([, column, type, hasDefault, notNull]) => [
                    column ?? '',
                    {
                        type: (type ?? '').replace(/^public\./, ''),
                        hasDefault: hasDefault === 't',
                        notNull: notNull === 't',
                        isNew: false,
                    },
                ])),
                keys: by(keys, table, ([, index, partial, list]) => ({
                    name: index ?? '',
                    partial: partial === 't',
                    columns: (list ?? '').split(','),
                })),
                constraints: new Map(by(constraints, table, ([, constraint, definition]) => [
                    constraint ?? '',
                    constraintIn(definition ?? '', parse),
                ])),
                policies: new Map(by(policies, table, (row) => [row[1] ?? '', policyIn(row, parse)])),
                query: query === null || query === undefined ? undefined : parse(query)?.fields,
                isChecked: by(constraints, table, (row) => row[3] === 't').includes(true),
                isMade: false,
                isRenamed: false,
            },
        ];
    });
    return {
        complete: true,
        objects: new Set((objects ?? []).map(([each]) => each ?? '')),
        relations: new Map([...keyed(keys ?? [], new Set(tables.map(([table]) => table))), ...tables]),
        routines: new Map((routines ?? []).map((row) => [row[0] ?? '', routineIn(row)])),
        types: new Map((types ?? []).map(([type, labels]) => [
            type ?? '',
            { labels: labels === null || labels === undefined ? undefined : labelsIn(labels) },
        ])),
    };
}
function grouped(rows) {
    const groups = new Map();
    for (const row of rows) {
        const group = groups.get(row[0] ?? '');
        if (group === undefined)
            groups.set(row[0] ?? '', [row]);
        else
            group.push(row);
    }
    return groups;
}
const KINDS = {
    r: 'table',
    p: 'table',
    f: 'table',
    v: 'view',
    m: 'view',
    i: 'index',
    I: 'index',
    S: 'sequence',
    c: 'type',
};
function keyed(rows, known) {
    const tables = new Map();
    for (const [table, name, partial, list] of rows) {
        if (known.has(table ?? ''))
            continue;
        const key = { name: name ?? '', partial: partial === 't', columns: (list ?? '').split(',') };
        tables.set(table ?? '', [...(tables.get(table ?? '') ?? []), key]);
    }
    return [...tables].map(([table, keys]) => [
        table,
        {
            kind: 'table',
            owner: undefined,
            rowSecurity: undefined,
            columns: undefined,
            keys,
            constraints: new Map(),
            policies: new Map(),
            query: undefined,
            isChecked: false,
            isMade: false,
            isRenamed: false,
        },
    ]);
}
function constraintIn(definition, parse) {
    const [cmd] = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(parse(`alter table t add ${definition}`)?.fields ?? {}, 'cmds');
    return (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .opened */ .Sg)(cmd ?? {}).fields, 'def') ?? {}, 'Constraint') ?? {};
}
function policyIn([, , command, permissive, roles, using, check], parse) {
    const parts = [using === null ? '' : `using (${using})`, check === null ? '' : `with check (${check})`];
    const read = (0,_definitions_js__WEBPACK_IMPORTED_MODULE_5__/* .policyOf */ .US)(parse(`create policy p on t ${parts.join(' ')}`)?.fields ?? {});
    return { ...read, command: command ?? 'all', permissive: permissive === 't', roles: (roles ?? '').split(',') };
}
function routineIn([, trigger, mayWrite, bodies, isBefore]) {
    return {
        trigger: trigger === 't',
        mayWrite: mayWrite === 't',
        bodies: JSON.parse(bodies ?? '[]'),
        isBefore: isBefore === 't',
        isMade: false,
    };
}
function labelsIn(list) {
    return [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, label]) => (label ?? '').replaceAll("''", "'"));
}


/***/ }),

/***/ 993290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ isBeforeRow),
/* harmony export */   QQ: () => (/* binding */ refuses),
/* harmony export */   ae: () => (/* binding */ madeRoutine),
/* harmony export */   hS: () => (/* binding */ isReadable),
/* harmony export */   ky: () => (/* binding */ runsOf)
/* harmony export */ });
/* harmony import */ var _parse_code_block_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(381893);
/* harmony import */ var _parse_parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(658489);
/* harmony import */ var _parse_runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5465);



function madeRoutine(fields, known) {
    const options = (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(fields, 'options').map((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(each, 'DefElem') ?? {});
    const option = (name) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(options.find((each) => (0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(each, 'defname') === name) ?? {}, 'arg') ?? {}, 'String'), 'sval');
    return {
        trigger: /trigger$/.test((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .listName */ .sY)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_parse_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fields, 'returnType') ?? {}, 'names'))),
        mayWrite: !/^(stable|immutable)$/.test(option('volatility')),
        bodies: [{ language: option('language') || 'sql', code: (0,_parse_code_block_js__WEBPACK_IMPORTED_MODULE_1__/* .routineCode */ .EG)(fields) }],
        isBefore: known?.isBefore,
        isMade: known === undefined || known.isMade,
    };
}
function isReadable({ bodies }) {
    return bodies.every(({ code, language }) => /^(sql|plpgsql)$/.test(language) && !(0,_parse_code_block_js__WEBPACK_IMPORTED_MODULE_1__/* .readBody */ .x8)(language, code).unreadable);
}
function runsOf(routines, parse) {
    const found = new Map();
    for (const [name, { bodies }] of routines) {
        const runs = bodies.flatMap(({ code, language }) => (0,_parse_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .ranBy */ .zM)((0,_parse_code_block_js__WEBPACK_IMPORTED_MODULE_1__/* .readBody */ .x8)(language, bodyOf(code)), parse).runs);
        if (runs.length > 0)
            found.set(name, runs);
    }
    return found;
}
function bodyOf(code) {
    return code
        .replace(/^\s*begin\s+atomic\b/i, '')
        .replace(/^\s*return\b/i, 'select')
        .replace(/\bend\s*$/i, (end) => (/^\s*begin\s+atomic\b/i.test(code) ? '' : end));
}
const RAISES = /\braise\s+(?!notice\b|warning\b|info\b|log\b|debug\b|;)/i;
function refuses(code, isBefore) {
    const bare = code.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
    return RAISES.test(bare) || (isBefore && /\breturn\s+null\b/i.test(bare));
}
const BEFORE = 2;
function isBeforeRow(trigger) {
    return Number(trigger['timing'] ?? 0) === BEFORE && trigger['row'] === true;
}


/***/ }),

/***/ 846938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ readReleasesSince),
/* harmony export */   bM: () => (/* binding */ traceRelease)
/* harmony export */ });
/* unused harmony export describeReleases */
/* harmony import */ var _history_write_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(573145);


function traceRelease(by, did) {
    return (0,_history_write_js__WEBPACK_IMPORTED_MODULE_0__/* .insertEvent */ .Ul)({ kind: 'release', version: '', by, detail: { ...did, ...by.line } });
}
async function readReleasesSince({ session, tables }, sinceMs, ours) {
    if (!tables.side.exists)
        return [];
    const rows = await session.rows(`select distinct on (release) release, detail->>'repository', detail->>'environment', detail->>'service',
            pg_catalog.to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
       from lockstep.events
      where kind in ('release', 'up') and release is not null and at > pg_catalog.to_timestamp(${sinceMs} / 1000.0)
      order by release, kind, id desc`);
    return rows
        .map(([release, repository, environment, service, at]) => {
        const line = { repository: repository ?? '', environment: environment ?? '', service: service ?? '' };
        return { release: release ?? '', line: repository ? line : undefined, at: at ?? '' };
    })
        .filter((trace) => !isOurs(trace, ours))
        .sort((a, b) => b.at.localeCompare(a.at));
}
function isOurs({ line, release }, ours) {
    if (ours.releases.includes(release))
        return true;
    const parts = ['repository', 'environment', 'service'];
    return line !== undefined && parts.every((part) => line[part] === ours.line?.[part]);
}
function describeReleases(traces) {
    const names = traces.map(({ at, line, release }) => line === undefined ? `release ${release} (${at})` : `${nameOf(line)} (release ${release}, ${at})`);
    return nameSome(names, 3);
}
function nameOf({ environment, repository, service }) {
    return `${service === '' ? 'the release' : service} in ${environment} of ${repository}`;
}


/***/ }),

/***/ 351321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ empty),
/* harmony export */   JJ: () => (/* binding */ assertNotAborted),
/* harmony export */   ZI: () => (/* binding */ lockTimeout),
/* harmony export */   _6: () => (/* binding */ checkDeferred),
/* harmony export */   c0: () => (/* binding */ asMigrator),
/* harmony export */   fj: () => (/* binding */ join),
/* harmony export */   j8: () => (/* binding */ assertLockHeld),
/* harmony export */   sy: () => (/* binding */ asyncCommit),
/* harmony export */   wD: () => (/* binding */ resetSession)
/* harmony export */ });
/* harmony import */ var _engine_migration_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31555);

function resetSession(session, engine, within = empty) {
    const settings = {
        lock_timeout: `${engine.limits.lockTimeoutMs}ms`,
        statement_timeout: `${engine.limits.statementTimeoutMs}ms`,
        idle_in_transaction_session_timeout: '60s',
    };
    if (session.noticesClientLoss)
        settings['client_connection_check_interval'] = '2s';
    const list = [
        'reset session authorization',
        'reset role',
        'reset all',
        ...Object.entries(settings).map(([name, value]) => `set ${name} = '${value}'`),
        ...(within.sql === '' ? [] : [within.sql.replace(/;$/, '')]),
        'close all',
        'deallocate all',
        'unlisten *',
        'discard sequences',
        'discard temp',
    ];
    return { sql: `${list.join('; ')};`, tags: list.length - (within.sql === '' ? 0 : 1) + within.tags };
}
function assertLockHeld(session, condition) {
    const also = condition === undefined ? '' : `, 1/(${condition})::int`;
    return { sql: `select ${(0,_engine_migration_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsLock */ .ub)(session)}${also};`, tags: 1 };
}
const assertNotAborted = { sql: 'select;', tags: 1 };
const checkDeferred = { sql: 'set constraints all immediate;', tags: 1 };
const asyncCommit = { sql: 'set local synchronous_commit = off;', tags: 1 };
const asMigrator = {
    sql: 'set local session authorization default; set local role none; set local search_path = pg_catalog, pg_temp; ' +
        "set local statement_timeout = '60s';",
    tags: 4,
};
function lockTimeout(engine, patient) {
    const [from, to] = [`${engine.limits.lockTimeoutMs}ms`, '0'];
    const [now, then] = patient ? [from, to] : [to, from];
    const sql = `select pg_catalog.set_config('lock_timeout', '${then}', false) ` +
        `where pg_catalog.current_setting('lock_timeout')::interval = '${now}'::interval;`;
    return { sql, tags: 1 };
}
const empty = { sql: '', tags: 0 };
function join(...parts) {
    return { sql: parts.map((part) => part.sql).join(' '), tags: parts.reduce((sum, part) => sum + part.tags, 0) };
}


/***/ }),

/***/ 680872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ startSmallFiles),
/* harmony export */   c4: () => (/* binding */ runTransaction),
/* harmony export */   q7: () => (/* binding */ clearSession),
/* harmony export */   vg: () => (/* binding */ runInTransaction),
/* harmony export */   yO: () => (/* binding */ settleFailure)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(182089);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(351321);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1036960);



async function runTransaction(context, segment, records) {
    const { session } = context;
    const { head, end } = frame(context, segment, records);
    const done = await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .runParts */ .e2)(context, (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(segment.pieces, head, end));
    if (!done.ok)
        return (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledBack */ .EN)(session, done, clean(context));
    expectIdle(session.status());
    return done;
}
function expectIdle(status) {
    if (status !== 'I')
        throw new Error(`the session is in state ${status} after a transaction`);
}
function clean({ engine, isWhole, session }) {
    return isWhole ? (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .resetSession */ .wD)(session, engine) : _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .empty */ .Ie;
}
function frame({ engine, isWhole, script, session }, segment, records, { condition, isFollowed } = {}) {
    const { observation } = records;
    const observed = observation === undefined ? _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .empty */ .Ie : { sql: observation.after, tags: 1 };
    const back = isWhole ? (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .resetSession */ .wD)(session, engine, observed) : (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .asMigrator */ .c0, observed);
    const ourselves = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(back, isFollowed === true ? _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .asyncCommit */ .sy : _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .empty */ .Ie);
    const written = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(ourselves, { sql: `${records.sql} commit;`, tags: records.statements + 1 });
    const end = segment.end === undefined ? _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .checkDeferred */ ._6 : { sql: `${(0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(script, segment.end)}\n; begin;`, tags: 2 };
    const proven = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)({ sql: 'begin;', tags: 1 }, (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .assertLockHeld */ .j8)(session, condition));
    const begun = segment.begin === undefined ? proven : (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(proven, { sql: `commit; ${(0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(script, segment.begin)};`, tags: 2 });
    const head = observation === undefined ? begun : (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(begun, { sql: observation.before, tags: 1 });
    return { head, end: (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(end, written) };
}
const OTHERS_FAULT = /^(55P03|57|40|42501|53)/;
async function runInTransaction(context, segment, records, body) {
    const { session } = context;
    const { head, end } = frame(context, segment, records);
    const run = async () => {
        for (const piece of segment.pieces) {
            const done = await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .runPart */ .Lk)(context, (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .bare */ .$B)(piece));
            if (!done.ok)
                return done;
        }
        return { ok: true };
    };
    try {
        const begun = await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .runPart */ .Lk)(context, (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(head));
        const done = begun.ok ? await body(run) : begun;
        if (!done.ok)
            return await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledBack */ .EN)(session, done, clean(context));
        const ended = await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .runPart */ .Lk)(context, { before: _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .empty */ .Ie, piece: undefined, after: end });
        return ended.ok ? ended : await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledBack */ .EN)(session, ended, clean(context));
    }
    catch (error) {
        const isTheirs = error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .ConnectionLost */ .pz || (error instanceof _lockstep_postgres__WEBPACK_IMPORTED_MODULE_2__/* .SqlError */ .L8 && OTHERS_FAULT.test(error.server.code));
        const failed = { ok: false, error: error, at: { in: 'preamble' } };
        await (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledBack */ .EN)(session, failed, clean(context));
        if (!isTheirs)
            throw error;
        return failed;
    }
}
function startSmallFiles(session, engine, files) {
    const messages = files.map(({ condition, isFollowed, records, script, segment }) => {
        const context = { session, engine, script, isWhole: true };
        const { end, head } = frame(context, segment, records, { condition, isFollowed });
        const [piece] = segment.pieces;
        return (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(script, { before: head, piece, after: end });
    });
    return session.sendAll(messages).map(async (sent, nth) => {
        const result = await sent;
        if (result.ok)
            expectIdle(result.status);
        return messages[nth].outcomeOf(result);
    });
}
async function settleFailure(session, engine, execution) {
    return execution.ok ? execution : (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledBack */ .EN)(session, execution, (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .resetSession */ .wD)(session, engine));
}
async function clearSession(session, engine) {
    if (session.lost || engine.signal?.aborted)
        return;
    await session.rows((0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .resetSession */ .wD)(session, engine).sql);
}


/***/ }),

/***/ 665958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ failureOf)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/excerpt.js
var excerpt = __webpack_require__(448698);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/lines.js
var lines = __webpack_require__(843286);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/source.js
var source = __webpack_require__(71514);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/walk.js
var walk = __webpack_require__(470217);
;// CONCATENATED MODULE: ./packages/migrations/lib/run/error-position.js




function errorPosition(script, { nth, part, position, row }) {
    const bytes = script.source.read(part.from, part.to);
    const pointed = position === undefined ? undefined : byteOf(bytes, position);
    let found = { start: 0, end: bytes.length };
    let n = 0;
    for (const item of (0,walk/* walk */.G)((0,source/* textSource */.r)('', bytes))) {
        if (item.kind !== 'statement')
            continue;
        found = item;
        if (pointed === undefined ? n++ === nth : pointed <= item.end)
            break;
    }
    const at = pointed ?? found.start;
    const lineOf = (0,lines/* lineCounter */.L)(script.source);
    return {
        line: row === undefined ? lineOf(part.from + at) : lineOf(row.data) + row.line - 1,
        column: position === undefined ? undefined : columnOf(bytes, at),
        statement: (0,excerpt/* excerpt */.K)(bytes.subarray(found.start, found.end)),
        start: part.from + found.start,
        end: part.from + found.end,
    };
}
function byteOf(bytes, position) {
    const before = [...bytes.toString('utf8')].slice(0, position - 1).join('');
    return Math.min(bytes.length, Buffer.byteLength(before));
}
function columnOf(bytes, at) {
    const line = at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1;
    return [...bytes.toString('utf8', line, at)].length + 1;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/failure.js


function failureOf(engine, { file, script, version }, { execution: { at }, tries, blockers, segmentsDone }, error) {
    const { code } = error.server;
    const cancelled = code === '57014' && engine.signal?.aborted === true;
    const reason = cancelled ? 'cancelled' : reasonOf(code, at);
    const place = typeof at === 'object' && at.in === 'statement' ? errorPosition(script, at) : undefined;
    const parts = [
        `${place === undefined ? script.source.name : `${script.source.name}:${place.line}`}: ${(0,errors/* describe */.q0)(error)}`,
        place === undefined ? when(at) : `in: ${place.statement}`,
        tries > 1 ? `tried ${tries} times` : '',
        blockers.length > 0 ? `blocked by: ${blockers.join('; ')}` : '',
        cancelled ? '' : (adviceFor(code) ?? ''),
        segmentsDone > 0
            ? `${segmentsDone} of its segments are committed; correct the rest and run again; it continues there`
            : '',
    ];
    return {
        reason,
        cancelled,
        message: parts.filter((part) => part !== '').join('; '),
        version,
        file,
        line: place?.line,
        column: place?.column,
        statement: place?.statement ?? '',
        sqlState: code,
        segmentsDone,
    };
}
function when(at) {
    if (typeof at === 'string' || at.in === 'statement')
        return '';
    if (at.in === 'commit')
        return 'at its commit, where deferred constraints are checked';
    return at.in === 'records' ? 'while its record was written' : 'before its first statement';
}
function reasonOf(code, at) {
    if (code === '57014')
        return 'statement-timeout';
    if (code === '55P03')
        return 'lock-timeout';
    if (typeof at === 'object' && at.in === 'preamble' && code === '22012')
        return 'migration-lock-lost';
    return typeof at === 'object' && at.in === 'records' ? 'history-write-failed' : 'statement-failed';
}
function adviceFor(sqlState) {
    return ADVICE[sqlState] ?? ADVICE[sqlState.slice(0, 2)];
}
const ADVICE = {
    '55P03': 'raise lock-retry-for, or run when the table is less busy',
    '57014': 'raise statement-timeout, or split the work',
    '55P04': 'use a new enum label in a later file',
    '42P07': 'it exists already: if it was created by hand, record the version with "adopt"',
    '42710': 'it exists already: if it was created by hand, record the version with "adopt"',
    '42701': 'it exists already: if it was created by hand, record the version with "adopt"',
    '42501': 'grant the right to the migrating role, or use the role that owns the object',
    '40P01': 'it deadlocked with the app; run again',
    '53100': "the server's disk is full",
    '23': 'existing rows break the constraint; correct them in an earlier file',
    '25001': 'write "-- lockstep: no-transaction" on its first line',
};


/***/ }),

/***/ 1036960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ bare),
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   EN: () => (/* binding */ rolledBack),
/* harmony export */   Es: () => (/* binding */ isOneMessage),
/* harmony export */   Lk: () => (/* binding */ runPart),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   e2: () => (/* binding */ runParts)
/* harmony export */ });
/* harmony import */ var _sql_pieces_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15576);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(351321);


function bare(piece) {
    return { before: _envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .empty */ .Ie, piece, after: _envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .empty */ .Ie };
}
function own(sql) {
    return { before: sql, piece: undefined, after: _envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .empty */ .Ie };
}
function partsOf(pieces, head, end) {
    const list = pieces.map(bare);
    const isSmall = (part) => part?.piece?.kind === 'sql' && part.piece.to - part.piece.from <= _sql_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .MESSAGE_BYTES */ ._;
    const [first] = list;
    if (first !== undefined && isSmall(first))
        list[0] = { ...first, before: head };
    else
        list.unshift(own(head));
    const last = list.at(-1);
    if (last !== undefined && isSmall(last))
        list[list.length - 1] = { ...last, after: end };
    else
        list.push({ before: _envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .empty */ .Ie, piece: undefined, after: end });
    return list;
}
function isOneMessage({ pieces }) {
    return partsOf(pieces, _envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .empty */ .Ie, _envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .empty */ .Ie).length === 1;
}
async function runParts(context, list) {
    let before = Promise.resolve({ ok: true });
    for (const [nth, part] of list.entries()) {
        const isEarly = nth > 1 && ![part, list[nth - 1]].some((each) => each?.piece?.kind === 'copy');
        const answered = isEarly ? undefined : await before;
        if (answered?.ok === false)
            return answered;
        const sent = runPart(context, isEarly ? { ...part, before: (0,_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .join */ .fj)(_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .assertNotAborted */ .JJ, part.before) } : part);
        const done = await before;
        if (!done.ok) {
            await sent;
            return done;
        }
        before = sent;
    }
    return before;
}
async function runPart({ engine, script, session }, part) {
    if (engine.signal?.aborted)
        return { ok: false, error: undefined, at: 'cancelled' };
    const { options, outcomeOf, sql } = messageOf(script, part);
    return outcomeOf(await session.send(sql, options));
}
function messageOf(script, part) {
    const { before, piece, after } = part;
    const head = before.sql === '' ? '' : `${before.sql}\n`;
    const tail = after.sql === '' ? '' : `\n; ${after.sql}`;
    const about = script.source.name;
    return {
        sql: `${head}${piece === undefined ? '' : textOf(script, piece)}${tail}`,
        options: piece?.kind === 'copy' ? { about, copyData: rowsOf(script, piece) } : { about },
        outcomeOf: (result) => result.ok ? { ok: true } : { ok: false, error: result.error, at: placeOf(part, head, result) },
    };
}
function placeOf({ after, before, piece }, head, { error, tags }) {
    const count = piece === undefined ? 0 : piece.kind === 'sql' ? piece.statements : 1;
    const nth = tags.length - before.tags;
    const server = 'server' in error ? error.server : undefined;
    const position = server?.position === undefined ? undefined : positionIn(head, server.position);
    const isOurs = nth < 0 && (position === undefined || server?.code !== '42601');
    if (isOurs)
        return { in: 'preamble' };
    if (piece === undefined || nth >= count) {
        const behind = nth - count;
        const settles = behind === 0 && after.sql.startsWith(_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .checkDeferred */ ._6.sql);
        return { in: settles || behind === after.tags - 1 ? 'commit' : 'records' };
    }
    const line = /^COPY [^\n\r]{0,300}?, line (\d+)/m.exec(server?.where ?? '')?.[1];
    return {
        in: 'statement',
        part: piece,
        nth: Math.max(0, nth),
        position,
        row: line === undefined || piece.kind !== 'copy' ? undefined : { data: piece.data.from, line: Number(line) },
    };
}
function positionIn(head, position) {
    const within = position - [...head].length;
    return within > 0 ? within : undefined;
}
async function rolledBack(session, failed, clean) {
    if (!session.lost)
        await session.send(`rollback; ${clean.sql}`);
    return failed;
}
function textOf(script, range) {
    return script.source.read(range.from, range.to).toString('utf8');
}
const COPY_STEP = 1 << 18;
function* rowsOf(script, piece) {
    for (let at = piece.data.from; at < piece.data.to; at += COPY_STEP) {
        yield script.source.read(at, Math.min(piece.data.to, at + COPY_STEP));
    }
}


/***/ }),

/***/ 903744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ PlanRefused)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);

class PlanRefused extends _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz {
    reason;
    constructor(refusals) {
        super(refusals.map(({ message }) => message));
        this.reason = refusals[0].reason;
    }
}


/***/ }),

/***/ 667803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ retryLocks)
});

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var session = __webpack_require__(356042);
;// CONCATENATED MODULE: ./packages/postgres/lib/connection/blockers.js


const LOOK_EVERY_MS = 40;
class BlockerWatch {
    #access;
    #second;
    #seen = [];
    constructor(access) {
        this.#access = access;
    }
    get seen() {
        return this.#seen;
    }
    async during(session, work) {
        let over = false;
        const watching = this.#watch(session.pid, () => over).catch((error) => {
            this.#access.log.debug(`the sessions that hold the lock could not be read: ${(0,errors/* describe */.q0)(error)}`);
        });
        try {
            return await work();
        }
        finally {
            over = true;
            await watching;
        }
    }
    async #watch(pid, isOver) {
        this.#second ??= await (0,session/* openSession */.f)(this.#access.target, {
            log: this.#access.log,
            signal: undefined,
            applicationName: 'lockstep watch',
        });
        while (!isOver()) {
            const rows = await this.#second.rows(`select a.pid, a.application_name, a.usename, a.state, extract(epoch from now() - a.xact_start)::int
           from pg_catalog.pg_stat_activity a where a.pid = any(pg_catalog.pg_blocking_pids(${pid}))`);
            if (rows.length > 0)
                this.#seen = rows.map(line);
            await this.#access.clock.sleep(LOOK_EVERY_MS);
        }
    }
    async close() {
        await this.#second?.close();
    }
}
function line([pid, name, user, state, seconds]) {
    const who = `backend ${pid} (${name || 'no name'}, user ${user ?? '?'})`;
    return seconds === null || seconds === undefined
        ? `${who}, ${state ?? '?'}`
        : `${who}, ${state ?? '?'}, transaction open for ${seconds} s`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/run/retry-locks.js


const AGAIN = new Set(['55P03', '40001', '40P01']);
const PAUSE_MS = 400;
async function retryLocks(engine, session, what, attempt) {
    const started = engine.clock.now();
    const watch = new BlockerWatch(engine);
    try {
        for (let tries = 1;; tries++) {
            const execution = tries === 1 ? await attempt() : await watch.during(session, attempt);
            const done = { execution, tries, blockers: watch.seen };
            if (execution.ok || execution.error === undefined || !('server' in execution.error))
                return done;
            if (!AGAIN.has(execution.error.server.code))
                return done;
            const pause = PAUSE_MS * (0.5 + engine.random());
            if (tries > 1 && engine.clock.now() + pause - started > engine.limits.lockRetryForMs)
                return done;
            if (tries === 1) {
                const limit = (0,duration/* formatDuration */.a)(engine.limits.lockRetryForMs);
                engine.log.info(`${what}: waiting for a lock (${execution.error.server.code}), retrying for up to ${limit}`);
            }
            await engine.clock.sleep(Math.min(pause, engine.limits.lockRetryForMs), engine.signal);
        }
    }
    finally {
        await watch.close();
    }
}


/***/ }),

/***/ 119265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ runSegments)
});

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/segments.js
var sql_segments = __webpack_require__(490810);
// EXTERNAL MODULE: ./packages/migrations/lib/run/execute.js
var execute = __webpack_require__(680872);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/source.js
var source = __webpack_require__(71514);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/tokens.js
var tokens = __webpack_require__(682065);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/walk.js
var walk = __webpack_require__(470217);
;// CONCATENATED MODULE: ./packages/migrations/lib/run/replay-settings.js



async function replaySettings(session, script, done) {
    for (const segment of done) {
        const pieces = segment.kind === 'alone' ? [segment.piece] : segment.end === undefined ? segment.pieces : [];
        for (const piece of pieces) {
            const bytes = script.source.read(piece.from, piece.to);
            for (const item of (0,walk/* walk */.G)((0,source/* textSource */.r)('', bytes))) {
                if (item.kind === 'statement' && lasts(item.bytes))
                    await session.rows(item.bytes.toString('utf8'));
            }
        }
    }
}
function lasts(statement) {
    const words = (0,tokens/* tokens */.LU)(statement, 12).map((token) => token.value);
    if (words[0] === 'reset')
        return true;
    if (words[0] === 'set')
        return !['local', 'transaction', 'constraints'].includes(words[1] ?? '');
    const at = words[1] === 'pg_catalog' ? 3 : 1;
    return words[0] === 'select' && words[at] === 'set_config' && words.includes('false');
}

// EXTERNAL MODULE: ./packages/migrations/lib/run/retry-locks.js + 1 modules
var retry_locks = __webpack_require__(667803);
;// CONCATENATED MODULE: ./packages/migrations/lib/run/run-segments.js





const nothing = { kind: 'transaction', pieces: [], begin: undefined, end: undefined, line: 1 };
async function runSegments(context, run) {
    const outcome = await runFrom({ ...context, isWhole: false }, run);
    await (0,execute/* clearSession */.q7)(context.session, context.engine);
    return outcome;
}
async function runFrom(context, { book, progress, segments, transaction = execute/* runTransaction */.c4 }) {
    const { engine, script, session } = context;
    const { name } = script.source;
    const digests = segments.map((segment) => (0,sql_segments/* segmentDigest */.o2)(script, segment));
    const done = progress.digests.length;
    refuseEdits(name, segments, digests, progress.digests);
    const opened = await record(context, book.open);
    if (!opened.execution.ok)
        return { ...opened, segmentsDone: done };
    if (done > 0) {
        engine.log.info(`${name}: continues after segment ${done} of ${segments.length}`);
        await replaySettings(session, script, segments.slice(0, done));
    }
    let tries = 1;
    for (const [nth, segment] of segments.entries()) {
        if (nth < done)
            continue;
        const digest = digests[nth] ?? '';
        const records = nth === segments.length - 1 ? book.last(digest, segment) : book.finish(digest, segment);
        const result = segment.kind === 'transaction'
            ? await (0,retry_locks/* retryLocks */.Z)(engine, session, name, () => transaction(context, segment, records))
            : await alone(context, segment, nth === done && progress.begun, book.begin);
        tries = Math.max(tries, result.tries);
        if (!result.execution.ok)
            return { ...result, segmentsDone: nth };
        if (segment.kind === 'transaction')
            continue;
        const written = await record(context, records);
        if (!written.execution.ok)
            return { ...written, segmentsDone: nth };
    }
    return { execution: { ok: true }, tries, blockers: [], segmentsDone: segments.length };
}
function record(context, records) {
    const { engine, script, session } = context;
    return (0,retry_locks/* retryLocks */.Z)(engine, session, script.source.name, () => (0,execute/* runTransaction */.c4)(context, nothing, records));
}
async function alone(context, segment, begunBefore, announcement) {
    const announced = await record(context, announcement);
    if (!announced.execution.ok)
        return announced;
    const { runAlone } = await __webpack_require__.e(/* import() */ 9851).then(__webpack_require__.bind(__webpack_require__, 505652));
    return runAlone(context, segment, begunBefore);
}
function refuseEdits(name, segments, digests, done) {
    const edited = done.findIndex((digest, nth) => digest !== digests[nth]);
    if (edited < 0)
        return;
    throw new errors/* InputError */.dz(`${name}:${segments[edited]?.line ?? 1}: segment ${edited + 1} was edited after it was committed; restore it as it ` +
        'was and write the correction into segments that have not run, or into a new file');
}


/***/ }),

/***/ 319709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Lp: () => (/* binding */ acrossConnections),
  mp: () => (/* binding */ withReader),
  T4: () => (/* binding */ withRunner)
});

// UNUSED EXPORTS: applicationName

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/pooler.js
var pooler = __webpack_require__(62934);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/cancel.js
var cancel = __webpack_require__(690878);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var session = __webpack_require__(356042);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
// EXTERNAL MODULE: ./packages/migrations/lib/engine/migration-lock.js
var migration_lock = __webpack_require__(31555);
;// CONCATENATED MODULE: ./packages/migrations/lib/history/owner.js

async function requireOwnRecords(session) {
    const [row] = await session.rows(`
    select pg_catalog.quote_ident(current_user), pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(object.owner)), object.what
      from (select nspowner as owner, 'schema lockstep' as what, false as readable
              from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select c.relowner, 'table lockstep.' || c.relname, false
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'lockstep' and c.relkind in ('r', 'p')
            union all
            select c.relowner, 'table supabase_migrations.' || c.relname,
                   pg_catalog.has_schema_privilege(n.oid, 'usage') and pg_catalog.has_table_privilege(c.oid, 'select')
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'supabase_migrations' and c.relname = 'schema_migrations') as object
     where not pg_catalog.pg_has_role(current_user, object.owner, 'usage') and not object.readable
     order by object.what limit 1`);
    if (row === undefined)
        return;
    const [user, owner, what] = row;
    throw new errors/* InputError */.dz(`database-url: the records of migrations (${what}) belong to the role ${owner}, and this is ${user}; connect as ` +
        `${owner}, or let an administrator run: grant ${owner} to ${user}`);
}

// EXTERNAL MODULE: ./packages/migrations/lib/history/record.js + 1 modules
var record = __webpack_require__(31440);
// EXTERNAL MODULE: ./packages/migrations/lib/history/tables.js
var history_tables = __webpack_require__(556271);
// EXTERNAL MODULE: ./packages/migrations/lib/run/execute.js
var execute = __webpack_require__(680872);
;// CONCATENATED MODULE: ./packages/migrations/lib/run/runner.js







function applicationName(engine) {
    return `lockstep ${engine.provenance.step}`.slice(0, 63);
}
async function withReader(engine, work) {
    const session = await connect(engine);
    try {
        await requireOwnRecords(session);
        const tables = await (0,history_tables/* findTables */.J7)(session);
        return await work({ engine, session, tables, history: await (0,record/* readHistory */.L)(session, tables) });
    }
    finally {
        await session.close();
    }
}
async function withRunner(engine, options, work) {
    const session = await connect(engine);
    try {
        await (0,pooler/* refuseTransactionPooler */.U)(engine, session);
        if (options.endsOrphans === true)
            await (0,migration_lock/* endOwnOrphans */.Xb)(session, applicationName(engine));
        await (0,migration_lock/* acquireMigrationLock */.et)(session, engine);
        await (0,execute/* clearSession */.q7)(session, engine);
        return await (0,cancel/* withCancellation */.a)(engine, session, async () => {
            await requireOwnRecords(session);
            const runnerOf = async (tables) => ({
                ...{ engine, session, tables },
                history: await (0,record/* readHistory */.L)(session, tables),
            });
            const found = await (0,history_tables/* findTables */.J7)(session);
            if (options.creates && !found.side.exists)
                await options.beforeFirst?.(await runnerOf(found));
            return work(await runnerOf(options.creates ? await (0,history_tables/* ensureTables */.a3)(session, found) : found));
        });
    }
    finally {
        await session.close();
    }
}
function connect(engine) {
    return (0,session/* openSession */.f)(engine.target, {
        log: engine.log,
        signal: engine.signal,
        applicationName: applicationName(engine),
    });
}
const PAUSE_MS = 500;
const LOSSES = 3;
async function acrossConnections(engine, work) {
    let brokenSince;
    for (let losses = 0;;) {
        try {
            return await work();
        }
        catch (error) {
            if (error instanceof errors/* CancelledError */.cc || engine.signal?.aborted)
                throw error;
            const isReconnect = error instanceof sql_error/* ConnectionLost */.pz || (brokenSince !== undefined && isUnreachable(error));
            if (!isReconnect)
                throw error;
            const now = engine.clock.now();
            if (error instanceof sql_error/* ConnectionLost */.pz)
                losses++;
            brokenSince = error instanceof sql_error/* ConnectionLost */.pz ? now : (brokenSince ?? now);
            if (losses > LOSSES || now - brokenSince >= engine.limits.reconnectForMs)
                throw error;
            engine.log.warning(`${(0,errors/* describe */.q0)(error)}; reconnecting; the history shows what was applied`);
            await engine.clock.sleep(PAUSE_MS * (1 + engine.random()), engine.signal);
        }
    }
}
function isUnreachable(error) {
    return error instanceof errors/* RemoteError */.Hi && error.retryable && !(error instanceof migration_lock/* MigrationLockError */.uR);
}


/***/ }),

/***/ 228791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   Nk: () => (/* binding */ firstWord)
/* harmony export */ });
/* unused harmony export qualifiedName */
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(682065);

const plain = { kind: 'plain' };
const other = { kind: 'alone', what: { does: 'other' } };
const once = (doneState, concurrent = false) => ({
    kind: 'alone',
    what: { does: 'once', doneState, concurrent },
});
const ENOUGH = 48;
function classify(statement, standardStrings = true) {
    const rule = rules.get(firstWord(statement));
    return rule === undefined ? plain : rule((0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .tokens */ .LU)(statement, ENOUGH, standardStrings));
}
function firstWord(statement) {
    let end = 0;
    while (end < statement.length && end < 12 && ((statement[end] | 32) - 97) >>> 0 < 26)
        end++;
    let word = '';
    for (let i = 0; i < end; i++)
        word += String.fromCharCode(statement[i] | 32);
    return word;
}
const rules = new Map(Object.entries({
    begin,
    start: (list) => (says(list, 1, 'transaction') ? begin(list) : plain),
    commit: (list) => (says(list, 1, 'prepared') ? once('42704') : { kind: 'commit', chain: chains(list) }),
    end: (list) => ({ kind: 'commit', chain: chains(list) }),
    abort: (list) => ({ kind: 'rollback', chain: chains(list) }),
    rollback,
    prepare: (list) => (says(list, 1, 'transaction') ? { kind: 'prepare-transaction' } : plain),
    copy,
    create,
    drop,
    alter,
    set: setting,
    reset: (list) => (says(list, 1, 'standard_conforming_strings') ? { kind: 'string-syntax', standard: true } : plain),
    vacuum: () => other,
    cluster: (list) => (clustersEverything(list) ? other : plain),
    reindex,
    discard: (list) => (says(list, 1, 'all') ? other : plain),
}));
function says(list, at, ...words) {
    return words.every((word, i) => list[at + i]?.kind === 'word' && list[at + i]?.value === word);
}
function begin(list) {
    return { kind: 'begin', readOnly: list.some((_, i) => says(list, i, 'read', 'only')) };
}
function chains(list) {
    const and = list.findIndex((token) => token.kind === 'word' && token.value === 'and');
    return and > 0 && says(list, and + 1, 'chain');
}
function rollback(list) {
    if (says(list, 1, 'prepared'))
        return once('42704');
    const at = says(list, 1, 'work') || says(list, 1, 'transaction') ? 2 : 1;
    return says(list, at, 'to') ? plain : { kind: 'rollback', chain: chains(list) };
}
function copy(list) {
    let depth = 0;
    for (const [i, token] of list.entries()) {
        if (token.value === '(' && token.kind === 'mark')
            depth++;
        if (token.value === ')' && token.kind === 'mark')
            depth--;
        if (depth === 0 && token.kind === 'word' && token.value === 'from') {
            return says(list, i + 1, 'stdin') ? { kind: 'copy-from-stdin' } : plain;
        }
    }
    return plain;
}
function create(list) {
    const at = says(list, 1, 'unique') ? 2 : 1;
    if (says(list, at, 'index', 'concurrently'))
        return createIndex(list, at + 2);
    if (says(list, 1, 'database'))
        return once('42P04');
    if (says(list, 1, 'tablespace'))
        return once('42710');
    if (says(list, 1, 'subscription'))
        return optionIsOff(list, 'create_slot', 'connect') ? plain : once('42710');
    return plain;
}
function createIndex(list, from) {
    let at = says(list, from, 'if', 'not', 'exists') ? from + 3 : from;
    let index = '';
    if (!says(list, at, 'on'))
        index = list[at++]?.value ?? '';
    at += says(list, at + 1, 'only') ? 2 : 1;
    return { kind: 'alone', what: { does: 'create-index', index, table: qualifiedName(list, at) } };
}
function qualifiedName(list, at) {
    const part = (token) => token === undefined ? '' : token.kind === 'name' ? `"${token.value.replaceAll('"', '""')}"` : token.value;
    let name = part(list[at]);
    for (let i = at + 1; list[i]?.value === '.' && list[i]?.kind === 'mark'; i += 2)
        name += `.${part(list[i + 1])}`;
    return name;
}
function drop(list) {
    if (says(list, 1, 'index', 'concurrently'))
        return once('42704', true);
    if (says(list, 1, 'database'))
        return once('3D000');
    if (says(list, 1, 'tablespace'))
        return once('42704');
    return says(list, 1, 'subscription') ? once('42704') : plain;
}
function alter(list) {
    if (says(list, 1, 'system'))
        return other;
    if (says(list, 1, 'type'))
        return alterType(list);
    if (says(list, 1, 'database')) {
        const at = list.findIndex((token, i) => i > 2 && token.value === 'tablespace');
        return at > 0 && says(list, at - 1, 'set') ? other : plain;
    }
    if (says(list, 1, 'subscription')) {
        const words = list.filter((token) => token.kind === 'word').map((token) => token.value);
        return words.some((word) => ['refresh', 'publication', 'slot_name', 'failover', 'two_phase'].includes(word))
            ? other
            : plain;
    }
    return says(list, 1, 'table') ? alterTable(list) : plain;
}
function alterTable(list) {
    const detach = list.findIndex((token, i) => i > 2 && token.kind === 'word' && token.value === 'detach');
    if (detach < 0 || !says(list, detach + 1, 'partition'))
        return plain;
    const modes = list
        .slice(detach + 3)
        .filter((token) => token.kind === 'word' && /^(concurrently|finalize)$/.test(token.value));
    if (modes.length === 0)
        return plain;
    const at = says(list, 2, 'if', 'exists') ? 4 : 2;
    const table = qualifiedName(list, says(list, at, 'only') ? at + 1 : at);
    const partition = qualifiedName(list, detach + 2);
    const concurrent = modes.every(({ value }) => value === 'concurrently');
    return { kind: 'alone', what: { does: 'detach-partition', table, partition, concurrent } };
}
function alterType(list) {
    const add = list.findIndex((token, i) => i > 2 && token.kind === 'word' && token.value === 'add');
    if (add < 0 || !says(list, add + 1, 'value'))
        return plain;
    const label = list.slice(add + 2).find((token) => token.kind === 'text');
    return label === undefined ? plain : { kind: 'enum-value', label: label.value };
}
function setting(list) {
    const at = says(list, 1, 'session') || says(list, 1, 'local') ? 2 : 1;
    const name = list[at]?.value;
    const value = list[at + 2]?.value.replace(/^'|'$/g, '').toLowerCase() ?? '';
    if (name === 'standard_conforming_strings') {
        return { kind: 'string-syntax', standard: !/^(off|false|no|0|of|f|fa|fal|fals|n)$/.test(value) };
    }
    if (name === 'client_encoding')
        return { kind: 'client-encoding', encoding: value };
    if (name === 'names')
        return { kind: 'client-encoding', encoding: list[at + 1]?.value.replace(/'/g, '') ?? '' };
    return plain;
}
function clustersEverything(list) {
    if (list.length === 1 || (list.length === 2 && says(list, 1, 'verbose')))
        return true;
    const close = list.findIndex((token) => token.value === ')' && token.kind === 'mark');
    return list[1]?.value === '(' && close === list.length - 1;
}
function reindex(list) {
    const words = list.filter((token) => token.kind === 'word').map((token) => token.value);
    const runsAlone = words.some((word) => ['concurrently', 'database', 'system', 'schema'].includes(word));
    const mode = list.findIndex((token) => token.kind === 'word' && token.value === 'concurrently');
    const concurrent = mode > 0 && !/^'?(false|off|0)'?$/i.test(list[mode + 1]?.value ?? '');
    return runsAlone ? { kind: 'alone', what: { does: 'reindex', concurrent } } : plain;
}
function optionIsOff(list, ...names) {
    return list.some((token, i) => {
        if (token.kind !== 'word' || !names.includes(token.value))
            return false;
        return list[i + 1]?.value === '=' && /^'?(false|off|0)'?$/i.test(list[i + 2]?.value ?? '');
    });
}


/***/ }),

/***/ 101529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ noDirectives),
/* harmony export */   i: () => (/* binding */ findDirectives)
/* harmony export */ });
const noDirectives = { phase: undefined, phaseReason: '', noTransaction: false };
const LINE = /^-{2,}[ \t]*lockstep[ \t]*:(.*)$/i;
const ALMOST = /^[\s*/]*(?:-{2,}[ \t]*)?lockstep(?:[ \t]*[-=:.][ \t]*|[ \t]+)(contract|no-transaction|(?:expand|no-archive|allow\s+\S+)\s+because\s.*)[\s*/.;]*$/i;
const NO_TRANSACTION = [
    /^--\s*pg-delta:\s*transaction=false$/i,
    /^--\s*migrate:\s*(up|down)\b.*\stransaction:\s*false\b/i,
    /^--\s*\+\s*goose\s+no\s+transaction$/i,
    /^--\s*\+\s*migrate\s+(up|down)\b.*\bnotransaction\b/i,
    /^--!\s*no-transaction\b/i,
    /^--\s*atlas:txmode\s+none$/i,
    /^--\s*postgres-migrations\s+disable-transaction$/i,
    /^--\s*morph:\s*nontransactional$/i,
    /^--\s*sem\.attribute\.transaction\s*=\s*none$/i,
];
const ON_TOP = /^--\s*(no-transaction|transactional:\s*false)$/i;
const ANY = /lockstep|transaction|txmode/i;
function findDirectives(text) {
    if (!ANY.test(text))
        return [];
    const lines = text.split('\n');
    return withoutBlocks(text)
        .split('\n')
        .flatMap((line, at) => {
        const directive = parse(line) ?? almost(lines[at] ?? '');
        return directive === undefined ? [] : [{ directive, line: at }];
    });
}
function parse(line) {
    const comment = line.trim();
    if (NO_TRANSACTION.some((pattern) => pattern.test(comment)))
        return { kind: 'no-transaction' };
    if (ON_TOP.test(comment))
        return { kind: 'no-transaction', onTopOnly: true };
    const said = LINE.exec(comment)?.[1]?.trim();
    if (said === undefined)
        return undefined;
    if (/^contract$/i.test(said))
        return { kind: 'phase', phase: 'contract', reason: '' };
    if (/^no-transaction$/i.test(said))
        return { kind: 'no-transaction' };
    const expand = /^expand\s+because\s+(\S.*)$/i.exec(said);
    if (expand?.[1] !== undefined)
        return { kind: 'phase', phase: 'expand', reason: expand[1] };
    const erasure = /^no-archive\s+because\s+(\S.*)$/i.exec(said);
    if (erasure?.[1] !== undefined)
        return { kind: 'no-archive', reason: erasure[1] };
    const allow = /^allow\s+([a-z][a-z0-9-]*)\s+because\s+(\S.*)$/i.exec(said);
    if (allow?.[1] !== undefined && allow[2] !== undefined) {
        return { kind: 'allow', allowance: { rule: allow[1].toLowerCase(), reason: allow[2] } };
    }
    const unfinished = /^unfinished\b\s*(.*)$/i.exec(said);
    if (unfinished?.[1] !== undefined)
        return { kind: 'unfinished', what: unfinished[1] };
    const hint = /^(expand|allow|no-archive)\b/i.test(said) ? 'a reason is required' : 'no such directive';
    return {
        kind: 'unknown',
        problem: `"lockstep: ${said}": ${hint}; known are "contract", "expand because …", "no-transaction", "no-archive because …" and "allow RULE because …"`,
    };
}
function almost(line) {
    const said = ALMOST.exec(line)?.[1];
    if (said === undefined)
        return undefined;
    return { kind: 'unknown', problem: `this is no directive; write it on a line of its own as "-- lockstep: ${said}"` };
}
function withoutBlocks(text) {
    let depth = 0;
    let inLine = false;
    let out = '';
    for (let i = 0; i < text.length; i++) {
        const c = text[i];
        const two = c + (text[i + 1] ?? '');
        if (c === '\n')
            inLine = false;
        if (!inLine && depth === 0 && two === '--')
            inLine = true;
        if (!inLine && (two === '/*' || (depth > 0 && two === '*/'))) {
            depth += two === '/*' ? 1 : -1;
            out += '  ';
            i++;
        }
        else
            out += depth > 0 && c !== '\n' ? ' ' : c;
    }
    return out;
}


/***/ }),

/***/ 448698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ excerpt)
/* harmony export */ });
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(228791);
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(682065);


const SHOWN = 160;
const DATA = new Set(['insert', 'update', 'delete', 'merge', 'select', 'with', 'values', 'call', 'do']);
function excerpt(statement) {
    const hidesNumbers = DATA.has((0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .firstWord */ .Nk)(statement));
    let text = '';
    let end = 0;
    for (const token of (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .tokens */ .LU)(statement.subarray(0, 2048), 80)) {
        if (text !== '' && token.at > end)
            text += ' ';
        const isNumber = hidesNumbers && token.kind === 'word' && /^\d/.test(token.value);
        text += token.kind === 'text' ? "'…'" : isNumber ? '…' : statement.toString('utf8', token.at, token.end);
        end = token.end;
    }
    return text.length > SHOWN || end < statement.length ? `${text.slice(0, SHOWN)} …` : text;
}


/***/ }),

/***/ 257718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ inspect),
  E: () => (/* binding */ withoutMark)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(153586);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: ./packages/migrations/lib/sql/lines.js
var lines = __webpack_require__(843286);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/classify.js
var classify = __webpack_require__(228791);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/directives.js
var directives = __webpack_require__(101529);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/pieces.js
var pieces = __webpack_require__(15576);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/tokens.js
var tokens = __webpack_require__(682065);
;// CONCATENATED MODULE: ./packages/migrations/lib/sql/script-builder.js




const KEPT_BYTES = 4 << 20;
const MAY_COMMIT = new Set(['call', 'do']);
class ScriptBuilder {
    #lineOf;
    #report;
    #pieces = [];
    #texts;
    #allowances = [];
    #labels = [];
    #directives = directives/* noDirectives */.S;
    #words = new Set();
    #statements = 0;
    #sealed = false;
    #block;
    constructor(source, lineOf, report) {
        this.#lineOf = lineOf;
        this.#report = report;
        this.#texts = source.size <= KEPT_BYTES ? [] : undefined;
    }
    addPreamble(text) {
        for (const { directive } of (0,directives/* findDirectives */.i)(text)) {
            const problem = directive.kind === 'allow' ? undefined : this.#take(directive, 0);
            if (problem !== undefined)
                this.#report(0, problem);
        }
    }
    add(item) {
        switch (item.kind) {
            case 'statement':
                this.#statement(item);
                break;
            case 'copy-data':
                this.#data(item.to, item.last);
                break;
            case 'meta':
                this.#meta(item);
                break;
            case 'end':
                this.#directivesIn(item.head, item.from, item.from + item.head.length);
                if (item.head.toString('utf8').trim() !== '')
                    this.#texts?.push({ from: item.from, to: item.from + item.head.length });
                break;
            case 'unterminated':
                this.#report(item.from, `a ${item.what} begins here and never ends`);
                break;
            case 'copy-line':
                this.#report(item.from, 'more SQL on the line of a COPY FROM STDIN; begin a new line after its data');
                break;
        }
    }
    finish() {
        if (this.#block !== undefined)
            this.#report(this.#block, 'BEGIN without COMMIT: its changes would be lost');
        return {
            statements: this.#statements,
            pieces: this.#pieces,
            directives: this.#directives,
            allowances: this.#allowances,
            texts: this.#texts,
            words: this.#words,
        };
    }
    #statement(item) {
        this.#directivesIn(item.head, item.from, item.start);
        this.#texts?.push({ from: item.from, to: item.end });
        this.#statements++;
        this.#words.add((0,classify/* firstWord */.Nk)(item.bytes));
        const { from, to } = item;
        const kind = item.class;
        if (item.bytes.includes('${') && hasPlaceholder(item.bytes, item.standardStrings)) {
            this.#report(item.start, 'a placeholder (${…}), which only its own tool fills in; write what it stands for');
        }
        if (this.#usesNewLabel(item.bytes)) {
            this.#pieces.push({ kind: 'border', from, to: from, line: this.#lineOf(item.start) });
        }
        if (kind.kind === 'plain' && this.#joins(from, to))
            return;
        const line = this.#lineOf(item.start);
        if (this.#runsAlone() && this.#pieces.length > 0)
            this.#pieces.push({ kind: 'border', from, to: from, line });
        switch (kind.kind) {
            case 'plain':
            case 'enum-value':
            case 'string-syntax':
            case 'client-encoding':
                this.#sql(item, line, kind);
                break;
            case 'copy-from-stdin':
                this.#pieces.push({ kind: 'copy', from, to, line, data: { from: to, to } });
                break;
            case 'alone':
                if (this.#block !== undefined)
                    this.#report(item.start, 'cannot run in a transaction block; move it out of it');
                this.#pieces.push({ kind: 'alone', from, to, line, what: kind.what });
                break;
            case 'begin':
                if (this.#block !== undefined)
                    this.#report(item.start, 'BEGIN inside of BEGIN; commit the first one before');
                this.#block = item.start;
                this.#pieces.push({ kind: 'begin', from, to, line, readOnly: kind.readOnly });
                break;
            case 'commit':
            case 'rollback':
            case 'prepare-transaction':
                this.#blockEnds(item, line, kind);
                break;
        }
    }
    #joins(from, to) {
        const last = this.#pieces.at(-1);
        if (last?.kind !== 'sql' || last.to !== from || this.#sealed || this.#runsAlone())
            return false;
        if (to - last.from > pieces/* MESSAGE_BYTES */._)
            return false;
        this.#pieces[this.#pieces.length - 1] = { ...last, to, statements: last.statements + 1 };
        return true;
    }
    #runsAlone() {
        return this.#directives.noTransaction && this.#block === undefined;
    }
    #sql(item, line, kind) {
        const { from, to } = item;
        if (kind.kind === 'client-encoding' && !/^(utf-?8|unicode)$/i.test(kind.encoding)) {
            this.#report(item.start, `client_encoding ${kind.encoding}: files are UTF-8; convert the file and remove this`);
        }
        if (this.#runsAlone() && MAY_COMMIT.has((0,classify/* firstWord */.Nk)(item.bytes))) {
            this.#pieces.push({ kind: 'alone', from, to, line, what: { does: 'other' } });
        }
        else if (!this.#joins(from, to))
            this.#pieces.push({ kind: 'sql', from, to, line, statements: 1 });
        this.#sealed = kind.kind === 'string-syntax';
        if (kind.kind === 'enum-value')
            this.#labels.push(Buffer.from(kind.label));
    }
    #blockEnds(item, line, kind) {
        const range = { from: item.from, to: item.to, line };
        if (this.#block === undefined) {
            if (kind.kind === 'commit' && !kind.chain) {
                this.#pieces.push({ kind: 'border', ...range });
                return;
            }
            const what = kind.kind === 'prepare-transaction' ? 'PREPARE TRANSACTION' : kind.kind.toUpperCase();
            const chain = kind.kind !== 'prepare-transaction' && kind.chain ? ' AND CHAIN' : '';
            this.#report(item.start, `${what}${chain} without BEGIN: psql would keep what is before it, other tools would not; write BEGIN where it is to begin`);
        }
        if (kind.kind === 'prepare-transaction')
            this.#pieces.push({ kind: 'prepare', ...range });
        else
            this.#pieces.push({ kind: kind.kind, ...range, chain: kind.chain });
        this.#block = kind.kind !== 'prepare-transaction' && kind.chain ? item.start : undefined;
    }
    #data(to, last) {
        const copy = this.#pieces.at(-1);
        if (copy?.kind !== 'copy')
            return;
        this.#pieces[this.#pieces.length - 1] = { ...copy, data: { from: copy.data.from, to } };
        const text = last ? this.#texts?.pop() : undefined;
        if (text !== undefined)
            this.#texts?.push({ ...text, rows: { from: copy.data.from, to } });
    }
    #meta(item) {
        const command = /^\\\S*/.exec(item.text)?.[0] ?? '\\';
        if (!item.inStatement && /^\\(un)?restrict$/.test(command))
            return;
        const todo = command === '\\copy' ? 'write COPY … FROM STDIN with the rows below it' : 'write SQL instead';
        this.#report(item.from, `${command} is a command of psql, not SQL; ${todo}`);
    }
    #usesNewLabel(statement) {
        if (this.#block !== undefined || !this.#labels.some((label) => statement.includes(label)))
            return false;
        this.#labels.length = 0;
        return true;
    }
    #directivesIn(head, from, at) {
        if (head.length < 12)
            return;
        for (const { directive, line } of (0,directives/* findDirectives */.i)(head.toString('utf8'))) {
            const problem = this.#take(directive, at);
            if (problem !== undefined)
                this.#report(nthLine(head, line) + from, problem);
        }
    }
    #take(directive, at) {
        if (directive.kind === 'unknown')
            return directive.problem;
        if (directive.kind === 'unfinished') {
            this.#directives = { ...this.#directives, unfinished: [...(this.#directives.unfinished ?? []), directive.what] };
            return undefined;
        }
        if (directive.kind === 'allow') {
            this.#allowances.push({ ...directive.allowance, at });
            return undefined;
        }
        if (directive.kind === 'no-transaction' && directive.onTopOnly === true && this.#statements > 0)
            return undefined;
        if (this.#statements > 0)
            return 'this directive is about the whole file; write it before the first statement';
        if (directive.kind === 'no-transaction')
            this.#directives = { ...this.#directives, noTransaction: true };
        else if (directive.kind === 'no-archive')
            this.#directives = { ...this.#directives, noArchive: directive.reason };
        else if (this.#directives.phase !== undefined)
            return 'a second phase; a file has one';
        else
            this.#directives = { ...this.#directives, phase: directive.phase, phaseReason: directive.reason };
        return undefined;
    }
}
function hasPlaceholder(statement, standardStrings) {
    if (statement.includes('${flyway:'))
        return true;
    return (0,tokens/* tokens */.LU)(statement, Number.POSITIVE_INFINITY, standardStrings).some(({ at, kind, value }) => kind === 'name' ? /\$\{\w/.test(value) : kind === 'mark' && value === '$' && statement[at + 1] === 123);
}
function nthLine(bytes, nth) {
    let at = 0;
    for (let i = 0; i < nth; i++)
        at = bytes.indexOf(10, at) + 1;
    return at;
}

// EXTERNAL MODULE: ./packages/migrations/lib/sql/walk.js
var walk = __webpack_require__(470217);
;// CONCATENATED MODULE: ./packages/migrations/lib/sql/inspect.js





function inspect(source, problems, preamble = '') {
    const body = withoutMark(source);
    const lineOf = (0,lines/* lineCounter */.L)(body);
    const report = (at, message) => {
        problems.push({ file: source.name, line: lineOf(at), message });
    };
    const hash = (0,external_node_crypto_().createHash)('sha256');
    const update = (bytes) => hash.update(bytes.includes(RETURN) ? Buffer.from(unixLines(bytes), 'latin1') : bytes);
    const builder = new ScriptBuilder(body, lineOf, report);
    if (preamble !== '')
        builder.addPreamble(preamble);
    let broken = false;
    let seen = 0;
    for (const item of (0,walk/* walk */.G)(body, (bytes, from) => {
        broken ||= !checkBytes(bytes, (at, message) => report(from + at, message));
        update(bytes);
        seen = from + bytes.length;
    })) {
        if (!broken)
            builder.add(item);
    }
    for (; seen < body.size; seen += STEP)
        update(body.read(seen, seen + STEP));
    const { allowances, directives, pieces, statements, texts, words } = builder.finish();
    return {
        ...{ source: body, checksum: hash.digest('hex'), statements, pieces, directives, allowances, words },
        get texts() {
            return texts?.map((text) => textOf(body, text));
        },
    };
}
function textOf(source, { from, rows, to }) {
    const text = source.read(from, to).toString('utf8').trim();
    return rows === undefined ? text : `${text};\n${source.read(rows.from, rows.to).toString('utf8')}\\.`;
}
const RETURN = 13;
const STEP = 1 << 20;
function unixLines(bytes) {
    return bytes.toString('latin1').replaceAll('\r\n', '\n');
}
function withoutMark(source) {
    if (!source.read(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
        return source;
    return { ...source, size: source.size - 3, read: (from, to) => source.read(from + 3, to + 3) };
}
function checkBytes(bytes, report) {
    const nul = bytes.indexOf(0);
    if (nul >= 0) {
        const wide = bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]));
        report(nul, `a NUL byte, which PostgreSQL text cannot hold; ${wide ? 'this is UTF-16: ' : ''}save the file as UTF-8`);
        return false;
    }
    if ((0,external_node_buffer_.isUtf8)(bytes))
        return true;
    let line = 0;
    for (let next = bytes.indexOf(10); next >= 0 && (0,external_node_buffer_.isUtf8)(bytes.subarray(line, next));) {
        line = next + 1;
        next = bytes.indexOf(10, line);
    }
    report(line, 'not valid UTF-8; convert the file (iconv -f LATIN1 -t UTF-8), or write the bytes as an escape');
    return false;
}


/***/ }),

/***/ 686268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N5: () => (/* binding */ MINUS),
/* harmony export */   Ov: () => (/* binding */ wordEnd),
/* harmony export */   TM: () => (/* binding */ commentEnd),
/* harmony export */   VS: () => (/* binding */ stringEnd),
/* harmony export */   Vw: () => (/* binding */ STAR),
/* harmony export */   dd: () => (/* binding */ isWordStart),
/* harmony export */   ez: () => (/* binding */ lexOne),
/* harmony export */   fi: () => (/* binding */ DOUBLE_QUOTE),
/* harmony export */   gv: () => (/* binding */ dollarEnd),
/* harmony export */   hr: () => (/* binding */ DOLLAR),
/* harmony export */   jA: () => (/* binding */ QUOTE),
/* harmony export */   o: () => (/* binding */ SLASH),
/* harmony export */   xC: () => (/* binding */ isSpace)
/* harmony export */ });
/* unused harmony export isWord */
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const DOLLAR = 36;
const BACKSLASH = 92;
const MINUS = 45;
const SLASH = 47;
const STAR = 42;
const OPEN = 40;
const CLOSE = 41;
const SEMICOLON = 59;
function lexOne(bytes, from, options) {
    const length = bytes.length;
    let start = -1;
    let end = from;
    let parens = 0;
    let bodies = 0;
    let routine = 'start';
    const token = (at, behind) => {
        if (start < 0)
            start = at;
        end = behind;
    };
    const open = (what, at) => options.final ? { kind: 'unterminated', what, start: at } : { kind: 'more' };
    for (let i = from; i < length;) {
        const c = bytes[i];
        if (isSpace(c)) {
            i++;
        }
        else if (isWordStart(c)) {
            const behind = wordEnd(bytes, i);
            if (behind === length && !options.final)
                return { kind: 'more' };
            token(i, behind);
            if (bytes[behind] === QUOTE && isWord(bytes, i, behind, 'e')) {
                const stop = stringEnd(bytes, behind, true, options.final);
                if (stop < 0)
                    return open('quoted string', behind);
                end = stop;
                i = stop;
                continue;
            }
            if (routine !== 'routine')
                routine = nextStage(routine, bytes, i, behind);
            else if (parens === 0)
                bodies += bodyStep(bytes, i, behind, bodies);
            i = behind;
        }
        else if (c === QUOTE) {
            const stop = stringEnd(bytes, i, !options.standardStrings, options.final);
            if (stop < 0)
                return open('quoted string', i);
            token(i, stop);
            i = stop;
        }
        else if (c === DOUBLE_QUOTE) {
            const close = bytes.indexOf(DOUBLE_QUOTE, i + 1);
            if (close < 0)
                return open('quoted identifier', i);
            token(i, close + 1);
            i = close + 1;
        }
        else if (c === MINUS && bytes[i + 1] === MINUS) {
            i = lineEnd(bytes, i);
            if (i === length && !options.final)
                return { kind: 'more' };
        }
        else if (c === SLASH && bytes[i + 1] === STAR) {
            const stop = commentEnd(bytes, i);
            if (stop < 0)
                return open('comment', i);
            i = stop;
        }
        else if (c === DOLLAR) {
            const stop = dollarEnd(bytes, i, options.final);
            if (stop < 0)
                return open('dollar-quoted string', i);
            token(i, stop);
            i = stop;
        }
        else if (c === BACKSLASH) {
            const stop = lineEnd(bytes, i);
            if (stop === length && !options.final)
                return { kind: 'more' };
            return { kind: 'meta', start: i, end: stop, next: stop, inStatement: start >= 0 };
        }
        else if (c === SEMICOLON && parens === 0 && bodies === 0) {
            if (start >= 0)
                return { kind: 'statement', head: from, start, end, next: i + 1 };
            i++;
        }
        else {
            if (!options.final && i + 1 === length)
                return { kind: 'more' };
            if (c === OPEN)
                parens++;
            else if (c === CLOSE && parens > 0)
                parens--;
            token(i, i + 1);
            i++;
        }
    }
    if (!options.final)
        return { kind: 'more' };
    if (start < 0)
        return { kind: 'end', head: from, next: length };
    return { kind: 'statement', head: from, start, end, next: length };
}
function isSpace(c) {
    return c === 32 || (c >= 9 && c <= 13);
}
function isWordStart(c) {
    return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c >= 128 || isDigit(c);
}
function isDigit(c) {
    return c >= 48 && c <= 57;
}
function wordEnd(bytes, from) {
    let i = from + 1;
    for (; i < bytes.length; i++) {
        const c = bytes[i];
        if (!isWordStart(c) && c !== DOLLAR)
            break;
    }
    return i;
}
function stringEnd(bytes, from, escapes, final) {
    for (let i = from + 1;;) {
        const close = escapes ? unescapedQuote(bytes, i) : bytes.indexOf(QUOTE, i);
        if (close < 0)
            return -1;
        if (bytes[close + 1] === QUOTE) {
            i = close + 2;
            continue;
        }
        if (close + 1 === bytes.length && !final)
            return -1;
        const again = escapes ? continuation(bytes, close + 1) : -1;
        if (again < 0)
            return close + 1;
        i = again + 1;
    }
}
function unescapedQuote(bytes, from) {
    for (let i = from; i < bytes.length; i++) {
        if (bytes[i] === BACKSLASH)
            i++;
        else if (bytes[i] === QUOTE)
            return i;
    }
    return -1;
}
function continuation(bytes, from) {
    let i = from;
    let lines = 0;
    for (; i < bytes.length; i++) {
        const c = bytes[i];
        if (c === NEWLINE || c === RETURN)
            lines++;
        else if (lines > 0 && c === MINUS && bytes[i + 1] === MINUS)
            i = lineEnd(bytes, i);
        else if (!isSpace(c))
            break;
    }
    return lines > 0 && bytes[i] === QUOTE ? i : -1;
}
function commentEnd(bytes, from) {
    let depth = 1;
    for (let i = from + 2;;) {
        const slash = bytes.indexOf(SLASH, i);
        if (slash < 0)
            return -1;
        if (slash > i && bytes[slash - 1] === STAR) {
            depth--;
            i = slash + 1;
            if (depth === 0)
                return i;
        }
        else if (bytes[slash + 1] === STAR) {
            depth++;
            i = slash + 2;
        }
        else
            i = slash + 1;
    }
}
function lineEnd(bytes, from) {
    let i = from;
    while (i < bytes.length && bytes[i] !== NEWLINE && bytes[i] !== RETURN)
        i++;
    return i;
}
function dollarEnd(bytes, from, final) {
    let tag = from + 1;
    while (tag < bytes.length && isWordStart(bytes[tag]))
        tag++;
    if (tag === bytes.length && !final)
        return -1;
    if (bytes[tag] !== DOLLAR || isDigit(bytes[from + 1]))
        return from + 1;
    const quote = Buffer.from(bytes.buffer, bytes.byteOffset + from, tag + 1 - from);
    const close = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(quote, tag + 1);
    return close < 0 ? -1 : close + quote.length;
}
function nextStage(stage, bytes, at, behind) {
    const is = (word) => isWord(bytes, at, behind, word);
    if (stage === 'start')
        return is('create') ? 'create' : 'other';
    if (stage === 'create' && is('or'))
        return 'or';
    if (stage === 'or')
        return is('replace') ? 'replace' : 'other';
    return stage !== 'other' && (is('function') || is('procedure')) ? 'routine' : 'other';
}
function bodyStep(bytes, at, behind, depth) {
    if (isWord(bytes, at, behind, 'begin'))
        return 1;
    if (depth > 0 && isWord(bytes, at, behind, 'case'))
        return 1;
    return depth > 0 && isWord(bytes, at, behind, 'end') ? -1 : 0;
}
function isWord(bytes, at, behind, word) {
    if (behind - at !== word.length)
        return false;
    for (let i = 0; i < word.length; i++)
        if ((bytes[at + i] | 32) !== word.charCodeAt(i))
            return false;
    return true;
}


/***/ }),

/***/ 843286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lineCounter),
/* harmony export */   l: () => (/* binding */ countLines)
/* harmony export */ });
const STEP = 1 << 20;
function countLines(bytes, from = 0, to = bytes.length) {
    let lines = 0;
    for (let at = bytes.indexOf(10, from); at >= 0 && at < to; at = bytes.indexOf(10, at + 1))
        lines++;
    return lines;
}
function lineCounter(source) {
    let counted = 0;
    let line = source.firstLine;
    return (at) => {
        if (at < counted) {
            counted = 0;
            line = source.firstLine;
        }
        while (counted < at) {
            const to = Math.min(at, counted + STEP);
            line += countLines(source.read(counted, to));
            counted = to;
        }
        return line;
    };
}


/***/ }),

/***/ 15576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ MESSAGE_BYTES)
/* harmony export */ });
const MESSAGE_BYTES = 1 << 20;


/***/ }),

/***/ 925626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ describeProblem),
/* harmony export */   f: () => (/* binding */ FileError)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(203906);

class FileError extends _lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz {
    places;
    constructor(places) {
        super(places.map(describeProblem));
        this.places = places;
    }
}
function describeProblem(problem) {
    const line = problem.line === undefined ? '' : `:${problem.line}`;
    return `${problem.file}${line}: ${problem.message}`;
}


/***/ }),

/***/ 490810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ld: () => (/* binding */ cutSegments),
/* harmony export */   o2: () => (/* binding */ segmentDigest),
/* harmony export */   sf: () => (/* binding */ isAtomic)
/* harmony export */ });
let node_crypto__WEBPACK_IMPORTED_MODULE_0___kept;
const node_crypto__WEBPACK_IMPORTED_MODULE_0__ = () => (node_crypto__WEBPACK_IMPORTED_MODULE_0___kept ??= __webpack_require__(823569));

function cutSegments(pieces) {
    const segments = [];
    let open = [];
    let begin;
    const close = (end) => {
        const line = (begin ?? open[0] ?? end)?.line ?? 1;
        if (open.length > 0 || end !== undefined)
            segments.push({ kind: 'transaction', pieces: open, begin, end, line });
        open = [];
        begin = undefined;
    };
    for (const piece of pieces) {
        switch (piece.kind) {
            case 'sql':
            case 'copy':
                open.push(piece);
                break;
            case 'begin':
                close();
                begin = piece;
                break;
            case 'border':
                close();
                break;
            case 'commit':
            case 'rollback': {
                const opener = begin;
                close(piece.kind === 'rollback' || opener?.readOnly === true ? piece : undefined);
                if (piece.chain)
                    begin = opener;
                break;
            }
            case 'prepare':
                close(piece);
                break;
            case 'alone':
                close();
                segments.push({ kind: 'alone', piece, what: piece.what, line: piece.line });
                break;
        }
    }
    close();
    return segments.length > 0
        ? segments
        : [{ kind: 'transaction', pieces: [], begin: undefined, end: undefined, line: 1 }];
}
function isAtomic(segments) {
    const [only, ...rest] = segments;
    return rest.length === 0 && only?.kind === 'transaction' && only.end === undefined;
}
function segmentDigest(script, segment) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__().createHash)('sha256');
    const pieces = segment.kind === 'alone' ? [segment.piece] : segment.pieces;
    for (const piece of pieces) {
        const ranges = piece.kind === 'copy' ? [piece, piece.data] : [piece];
        for (const { from, to } of ranges) {
            for (let at = from; at < to; at += STEP)
                hash.update(script.source.read(at, Math.min(to, at + STEP)));
        }
    }
    return hash.digest('hex');
}
const STEP = 1 << 20;


/***/ }),

/***/ 71514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ fileSource),
/* harmony export */   r: () => (/* binding */ textSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(565658);

function textSource(name, text, firstLine = 1) {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
    return { name, firstLine, size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}
const KEPT_IN_MEMORY = 1 << 20;
function fileSource(name, path) {
    const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    if (size <= KEPT_IN_MEMORY)
        return textSource(name, readRange(path, 0, size));
    return { name, firstLine: 1, size, read: (from, to) => readRange(path, from, Math.min(size, to)) };
}
function readRange(path, from, to) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
    try {
        const wanted = Math.max(0, Math.min(to, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file).size) - from);
        const bytes = Buffer.allocUnsafe(wanted);
        let filled = 0;
        while (filled < wanted) {
            const got = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, bytes, filled, wanted - filled, from + filled);
            if (got === 0)
                break;
            filled += got;
        }
        return bytes.subarray(0, filled);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}


/***/ }),

/***/ 238537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ noHints),
/* harmony export */   EF: () => (/* binding */ hintFrom),
/* harmony export */   gm: () => (/* binding */ hintsFromText),
/* harmony export */   xn: () => (/* binding */ hintsToText),
/* harmony export */   z9: () => (/* binding */ withHints)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(843286);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71514);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(470217);



const noHints = { alone: new Set(), behindCommit: new Set() };
function hintsToText({ alone, behindCommit }) {
    if (alone.size === 0 && behindCommit.size === 0)
        return '';
    return JSON.stringify({ alone: [...alone], behindCommit: [...behindCommit] });
}
function hintsFromText(text) {
    if (text === '')
        return noHints;
    const { alone, behindCommit } = JSON.parse(text);
    return { alone: new Set(alone), behindCommit: new Set(behindCommit) };
}
const IN_TRANSACTION = '25001';
const COMMITS = '2D000';
const LABEL_TOO_NEW = '55P04';
function hintFrom(script, known, refusal) {
    const code = refusal.error?.server?.code;
    const at = refusal.at;
    if (at?.in !== 'statement')
        return undefined;
    if (code !== IN_TRANSACTION && code !== COMMITS && code !== LABEL_TOO_NEW)
        return undefined;
    const start = nthStatement(script, at.part, at.nth);
    if (start === undefined || isInBlock(script, start))
        return undefined;
    const line = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineCounter */ .L)(script.source)(start);
    if (code === LABEL_TOO_NEW) {
        if (known.behindCommit.has(start))
            return undefined;
        return {
            hints: { ...known, behindCommit: new Set([...known.behindCommit, start]) },
            because: `line ${line} uses a new enum label (${code}); what is before it is committed first, separately`,
        };
    }
    if (known.alone.has(start))
        return undefined;
    return {
        hints: { ...known, alone: new Set([...known.alone, start]) },
        because: `line ${line} cannot run in a transaction (${code}); it runs alone, and what is before it is committed first`,
    };
}
function isInBlock(script, start) {
    let isOpen = false;
    for (const piece of script.pieces) {
        if (piece.from > start)
            break;
        if (piece.kind === 'begin')
            isOpen = true;
        if (piece.kind === 'commit' || piece.kind === 'rollback')
            isOpen = piece.chain;
        if (piece.kind === 'prepare')
            isOpen = false;
    }
    return isOpen;
}
function nthStatement(script, part, nth) {
    let n = 0;
    for (const item of (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .G)((0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .textSource */ .r)('', script.source.read(part.from, part.to)))) {
        if (item.kind === 'statement' && n++ === nth)
            return part.from + item.start;
    }
    return undefined;
}
function withHints(script, hints) {
    if (hints.alone.size === 0 && hints.behindCommit.size === 0)
        return script;
    return { ...script, pieces: script.pieces.flatMap((piece) => cut(script, piece, hints)) };
}
function cut(script, piece, hints) {
    const { from, line, to } = piece;
    const border = (at, nth) => ({ kind: 'border', from: at, to: at, line: nth });
    if (piece.kind !== 'sql') {
        const isCut = [...hints.behindCommit].some((start) => start >= from && start < to);
        return isCut ? [border(from, line), piece] : [piece];
    }
    const result = [];
    const lineOf = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .lineCounter */ .L)(script.source);
    for (const item of (0,_walk_js__WEBPACK_IMPORTED_MODULE_1__/* .walk */ .G)((0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .textSource */ .r)('', script.source.read(from, to)))) {
        if (item.kind !== 'statement')
            continue;
        const range = { from: from + item.from, to: from + item.to, line: lineOf(from + item.start) };
        if (hints.behindCommit.has(from + item.start))
            result.push(border(range.from, range.line));
        const last = result.at(-1);
        if (hints.alone.has(from + item.start))
            result.push({ kind: 'alone', ...range, what: { does: 'other' } });
        else if (last?.kind === 'sql')
            result[result.length - 1] = { ...last, to: range.to, statements: last.statements + 1 };
        else
            result.push({ kind: 'sql', ...range, statements: 1 });
    }
    return result;
}


/***/ }),

/***/ 682065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FQ: () => (/* binding */ lineComments),
/* harmony export */   LU: () => (/* binding */ tokens),
/* harmony export */   rT: () => (/* binding */ parts)
/* harmony export */ });
/* harmony import */ var _lexer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(686268);

const LOWER = 32;
const ESCAPES = 'e'.charCodeAt(0);
const PREFIXES = new Set(Buffer.from('ebxn'));
function tokens(statement, limit = Number.POSITIVE_INFINITY, standardStrings = true) {
    const found = [];
    const bytes = Buffer.from(statement.buffer, statement.byteOffset, statement.byteLength);
    for (let i = 0; i < statement.length && found.length < limit;) {
        if ((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(statement[i])) {
            i++;
            continue;
        }
        const stop = tokenEnd(statement, i, standardStrings);
        if (stop.kind === 'comment') {
            i = stop.end;
            continue;
        }
        const raw = stop.kind === 'mark' ? String.fromCharCode(statement[i]) : bytes.toString('utf8', i, stop.end);
        const value = stop.kind === 'word' ? raw.toLowerCase() : stop.kind === 'name' ? unquoted(raw) : raw;
        found.push({ kind: stop.kind, value, at: i, end: stop.end });
        i = stop.end;
    }
    return found;
}
function parts(sql, standardStrings = true) {
    const found = [];
    for (let i = 0; i < sql.length;) {
        const stop = (0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(sql[i]) ? { kind: 'space', end: i + 1 } : tokenEnd(sql, i, standardStrings);
        if (stop.kind !== 'space')
            found.push({ kind: stop.kind, text: sql.toString('utf8', i, stop.end).trimEnd() });
        i = stop.end;
    }
    return found;
}
function lineComments(sql, standardStrings = true) {
    const found = [];
    for (let i = 0; i < sql.length;) {
        const stop = tokenEnd(sql, i, standardStrings);
        if (stop.kind === 'comment' && sql[i] === 45)
            found.push({ at: i, end: stop.end });
        i = stop.end;
    }
    return found;
}
function tokenEnd(bytes, i, standardStrings) {
    const c = bytes[i];
    const orEnd = (end) => (end < 0 ? bytes.length : end);
    if ((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .isWordStart */ .dd)(c)) {
        const end = (0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .wordEnd */ .Ov)(bytes, i);
        const prefix = end === i + 1 && bytes[end] === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .QUOTE */ .jA ? c | LOWER : 0;
        return PREFIXES.has(prefix)
            ? { kind: 'text', end: orEnd((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .stringEnd */ .VS)(bytes, end, !standardStrings || prefix === ESCAPES, true)) }
            : { kind: 'word', end };
    }
    if (c === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .QUOTE */ .jA)
        return { kind: 'text', end: orEnd((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .stringEnd */ .VS)(bytes, i, !standardStrings, true)) };
    if (c === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .DOUBLE_QUOTE */ .fi) {
        let close = bytes.indexOf(_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .DOUBLE_QUOTE */ .fi, i + 1);
        while (close >= 0 && bytes[close + 1] === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .DOUBLE_QUOTE */ .fi)
            close = bytes.indexOf(_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .DOUBLE_QUOTE */ .fi, close + 2);
        return { kind: 'name', end: orEnd(close + 1 || -1) };
    }
    if (c === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .DOLLAR */ .hr) {
        const end = orEnd((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .dollarEnd */ .gv)(bytes, i, true));
        return { kind: end === i + 1 ? 'mark' : 'text', end };
    }
    if (c === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUS */ .N5 && bytes[i + 1] === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUS */ .N5) {
        let end = i;
        while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13)
            end++;
        return { kind: 'comment', end };
    }
    if (c === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .SLASH */ .o && bytes[i + 1] === _lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .STAR */ .Vw)
        return { kind: 'comment', end: orEnd((0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .commentEnd */ .TM)(bytes, i)) };
    return { kind: 'mark', end: i + 1 };
}
function unquoted(raw) {
    return raw.slice(1, -1).replaceAll('""', '"');
}


/***/ }),

/***/ 470217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ walk)
/* harmony export */ });
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(228791);
/* harmony import */ var _lexer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(686268);


const WINDOW = 1 << 20;
function* walk(source, sink = () => undefined, window = WINDOW) {
    let base = 0;
    let bytes = source.read(0, window);
    let at = 0;
    let standardStrings = true;
    const isFinal = () => base + bytes.length >= source.size;
    const slide = () => {
        sink(bytes.subarray(0, at), base);
        const size = at === 0 ? bytes.length * 2 : window;
        base += at;
        at = 0;
        bytes = source.read(base, base + size);
    };
    for (;;) {
        const item = (0,_lexer_js__WEBPACK_IMPORTED_MODULE_0__/* .lexOne */ .ez)(bytes, at, { final: isFinal(), standardStrings });
        if (item.kind === 'more') {
            slide();
            continue;
        }
        if (item.kind === 'unterminated') {
            yield { kind: 'unterminated', from: base + item.start, what: item.what };
            return;
        }
        if (item.kind === 'end') {
            yield { kind: 'end', from: base + item.head, head: bytes.subarray(item.head) };
            at = bytes.length;
            sink(bytes, base);
            return;
        }
        if (item.kind === 'meta') {
            const text = bytes.toString('utf8', item.start, item.end);
            yield { kind: 'meta', from: base + item.start, to: base + item.next, text, inStatement: item.inStatement };
            at = item.next;
            continue;
        }
        const statement = bytes.subarray(item.start, item.end);
        const kind = (0,_classify_js__WEBPACK_IMPORTED_MODULE_1__/* .classify */ .L8)(statement, standardStrings);
        let next = item.next;
        if (kind.kind === 'copy-from-stdin') {
            const line = dataBegins(bytes, next);
            if (line === 'more' && !isFinal()) {
                slide();
                continue;
            }
            if (line === 'sql') {
                yield { kind: 'copy-line', from: base + item.next };
                return;
            }
            next = line === 'more' ? bytes.length : line;
        }
        yield {
            kind: 'statement',
            class: kind,
            from: base + item.head,
            start: base + item.start,
            end: base + item.end,
            to: base + next,
            head: bytes.subarray(item.head, item.start),
            bytes: statement,
            standardStrings,
        };
        at = next;
        if (kind.kind === 'string-syntax')
            standardStrings = kind.standard;
        if (kind.kind !== 'copy-from-stdin')
            continue;
        for (let done = false; !done;) {
            const data = dataEnds(bytes, at, isFinal());
            if (data === undefined) {
                slide();
                continue;
            }
            yield { kind: 'copy-data', from: base + at, to: base + data.end, last: data.last };
            at = data.next;
            done = data.last;
        }
    }
}
function dataBegins(bytes, from) {
    const line = bytes.indexOf(10, from);
    const rest = bytes.toString('latin1', from, line < 0 ? bytes.length : line);
    if (!/^[ \t\r]*(--.*)?$/s.test(rest))
        return 'sql';
    return line < 0 ? 'more' : line + 1;
}
function dataEnds(bytes, from, final) {
    for (let at = from;;) {
        const mark = bytes.indexOf('\\.', at);
        if (mark < 0)
            break;
        const startsLine = mark === from || bytes[mark - 1] === 10;
        const behind = bytes[mark + 2] === 13 ? mark + 3 : mark + 2;
        if (startsLine && (bytes[behind] === 10 || (behind >= bytes.length && final))) {
            return { end: mark, next: Math.min(behind + 1, bytes.length), last: true };
        }
        at = mark + 2;
    }
    if (final)
        return { end: bytes.length, next: bytes.length, last: true };
    const line = bytes.lastIndexOf(10);
    return line < from ? undefined : { end: line + 1, next: line + 1, last: false };
}


/***/ }),

/***/ 323346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ warnOfLoss),
/* harmony export */   FF: () => (/* binding */ archivedUnseen),
/* harmony export */   L8: () => (/* binding */ firstRefused),
/* harmony export */   Ph: () => (/* binding */ planArchives),
/* harmony export */   S5: () => (/* binding */ refusedUp),
/* harmony export */   ky: () => (/* binding */ runsOf),
/* harmony export */   od: () => (/* binding */ seal),
/* harmony export */   xI: () => (/* binding */ untilArchived)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _data_loss_losses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(567526);


const load = () => Promise.all(/* import() */[__webpack_require__.e(5811), __webpack_require__.e(5102), __webpack_require__.e(9803), __webpack_require__.e(7743)]).then(__webpack_require__.bind(__webpack_require__, 15806));
async function planArchives(runner, planned, archive) {
    const contracts = planned.filter(({ decision }) => decision.phase === 'contract');
    if (archive === undefined || contracts.length === 0)
        return new Map();
    return (await load()).planArchives(runner, contracts, archive);
}
function firstRefused(planned, archives) {
    for (const { migration } of planned) {
        const archive = archives.get(migration.version);
        if (archive?.does === 'refuse')
            return refusedUp(migration, archive);
    }
    return undefined;
}
function refusedUp({ file, name, version }, { losses, unarchived }) {
    return { version, name, file, losses, unarchived };
}
function untilArchived(planned, archives) {
    const first = planned.findIndex(({ migration }) => (archives.get(migration.version)?.does ?? 'delete') !== 'delete');
    return first < 0 ? planned : planned.slice(0, first);
}
async function runsOf(runner, planned, { archive, archives }) {
    if (archive === undefined || archives.get(planned.migration.version)?.does !== 'archive')
        return undefined;
    return (await load()).newRunsFor(runner, planned, archive);
}
function warnOfLoss({ engine }, file, archive) {
    if (archive?.does !== 'delete' || archive.losses.length === 0)
        return;
    engine.log.warning(`${file}: deletes ${(0,_data_loss_losses_js__WEBPACK_IMPORTED_MODULE_0__/* .describeLosses */ .bQ)(archive.losses)} without an archive: ${archive.because.join('; ')}`);
}
async function seal({ engine, session }) {
    try {
        await (await load()).seal(session);
    }
    catch (error) {
        if (session.lost || engine.signal?.aborted)
            throw error;
        engine.log.warning(`the archive is complete, but was not summed up: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)}`);
    }
}
async function archivedUnseen(runner, { decision, migration }, archive) {
    if (archive === undefined || decision.phase !== 'contract')
        return [];
    const archived = await (await load()).archivedBy(runner.session, migration.version, archive.limits.keepMs);
    if (archived.length > 0)
        await seal(runner);
    return archived;
}


/***/ }),

/***/ 428713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ choose),
  d: () => (/* binding */ planUp)
});

// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/migrations/lib/files/migration.js
var files_migration = __webpack_require__(935980);
// EXTERNAL MODULE: ./packages/migrations/lib/history/foreign.js
var history_foreign = __webpack_require__(899292);
// EXTERNAL MODULE: ./packages/migrations/lib/history/settle.js
var settle = __webpack_require__(608611);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: ./packages/base/lib/canonical.js
var canonical = __webpack_require__(904505);
// EXTERNAL MODULE: ./packages/migrations/lib/history/write.js
var write = __webpack_require__(573145);
;// CONCATENATED MODULE: ./packages/migrations/lib/up/plan-digest.js




function planDigests(apply, hold, history, order = 'number') {
    const pending = [...apply.map(plan_digest_link('apply')), ...hold.map(plan_digest_link('hold'))];
    const own = pending.reduceRight(chain, chainEnd);
    const first = pending[0]?.version;
    const before = history.filter(({ applied, version }) => applied && (first === undefined || (0,files_migration/* compareVersions */.Zy)(version, first, order) < 0));
    const digests = [own];
    for (const { version, side } of before.toReversed()) {
        if (side?.state !== 'applied')
            break;
        const done = {
            version,
            up: side.checksum,
            down: side.downDigest ?? null,
            phase: side.phase,
            does: 'apply',
        };
        digests.push(chain(digests.at(-1) ?? own, done));
    }
    return digests;
}
function folderDigest(migrations) {
    return createHash('sha256')
        .update(canonicalJson(migrations.map(digestsOf)))
        .digest('hex');
}
function digestsOf({ down, up, version }) {
    const text = downText(down);
    return { version, up: up.checksum, down: text === undefined ? null : digestOf(text) };
}
const chainEnd = (0,write/* digestOf */.ol)('');
function chain(following, migration) {
    return (0,external_node_crypto_().createHash)('sha256')
        .update((0,canonical/* canonicalJson */.d)({ ...migration, following }))
        .digest('hex');
}
function plan_digest_link(does) {
    return ({ migration, decision }) => {
        const down = (0,write/* downText */.oY)(migration.down);
        return {
            version: migration.version,
            up: migration.up.checksum,
            down: down === undefined ? null : (0,write/* digestOf */.ol)(down),
            phase: decision.phase,
            does,
        };
    };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/up/plan.js





function planUp(question) {
    const { foreign = [], history, migrations, order = 'number' } = question;
    const known = (0,settle/* byNumber */.vh)(history);
    const recordOf = (migration) => known.get((0,files_migration/* versionKey */._5)(migration.version));
    const applied = history.filter((record) => record.applied);
    const newest = (0,settle/* newestOf */.su)(history, order);
    const pending = (0,settle/* pendingOf */.lc)(migrations, history).map((migration) => {
        const decision = question.decisions.get(migration.version);
        if (decision === undefined)
            throw new Error(`${migration.file} was not judged`);
        const side = recordOf(migration)?.side;
        return { migration, decision, partial: side?.state === 'partial' ? side : undefined };
    });
    const refusals = [
        ...editedFiles(migrations, known),
        ...halfDown(history),
        ...unknownTarget(question),
        ...notSql(pending),
    ];
    if (!question.allowOutOfOrder)
        refusals.push(...outOfOrder(pending, newest, order));
    const wanted = pending.filter((each) => question.to === undefined || (0,files_migration/* compareVersions */.Zy)(each.migration.version, question.to, order) <= 0);
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
        notes: [...(question.notes ?? []), ...foreign.map((each) => (0,history_foreign/* describeForeign */.eQ)(each, migrations))],
        fromVersion: newest,
        toVersion: refusals.length > 0 || last === undefined || (newest !== '' && (0,files_migration/* compareVersions */.Zy)(last, newest, order) < 0)
            ? newest
            : last,
        digest,
        restOf,
    };
}
function withoutFile(migrations, applied) {
    const files = new Set(migrations.map(({ version }) => (0,files_migration/* versionKey */._5)(version)));
    return applied.filter(({ version }) => !files.has((0,files_migration/* versionKey */._5)(version))).map(({ version }) => version);
}
function appliedByOthers(migrations, wanted, foreign) {
    return foreign
        .filter((history) => (0,history_foreign/* isAbout */.KH)(history, migrations))
        .flatMap((history) => {
        const state = (0,history_foreign/* describeForeign */.eQ)(history, migrations);
        const broken = wanted.find(({ migration }) => (0,history_foreign/* isBroken */.Qr)(history, migration, migrations))?.migration.file;
        if (broken !== undefined) {
            const message = `${state}: complete or revert ${broken} with ${history.tool} first`;
            return [{ reason: 'foreign-history', message, file: broken }];
        }
        const done = wanted
            .filter(({ migration }) => (0,history_foreign/* knows */.ZT)(history, migration, migrations))
            .map(({ migration }) => migration);
        const last = done.at(-1);
        if (last === undefined)
            return [];
        const names = (0,lists/* nameSome */.Kf)(done.map(({ file }) => file), 3);
        const message = `${state}: ${names} would run again; record what is applied first (lockstep import, or command: adopt with from: auto, or with to: ${last.version})`;
        return [{ reason: 'foreign-history', message, file: last.file }];
    });
}
function choose(pending, phase) {
    if (phase === 'all')
        return { apply: pending, held: [], refusals: [] };
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
    if (late.length === 0 || contract === undefined)
        return { apply, held, refusals: [] };
    const names = (0,lists/* nameSome */.Kf)(late.map((each) => each.migration.file), 3);
    const message = `${names}: comes after ${contract.migration.file}, which is contract and waits until the release is committed; ` +
        'apply the contract file first with the workflow Contract (contract.yml, or phase: contract), or give it a later version';
    return { apply: [], held, refusals: [between('expand-behind-contract', message, contract)] };
}
function between(reason, message, { migration: { file } }) {
    return { reason, message, file, betweenPhases: true };
}
function editedFiles(migrations, known) {
    return migrations.flatMap((migration) => {
        const record = known.get((0,files_migration/* versionKey */._5)(migration.version));
        const { side } = record ?? {};
        if (record?.applied !== true || side === undefined || side.checksum === migration.up.checksum)
            return [];
        const message = `${migration.file}: edited since it was applied; restore it and write a new file, or accept the edit with "repair"`;
        return [{ reason: 'checksum-mismatch', message, file: migration.file }];
    });
}
function halfDown(history) {
    return history
        .filter((record) => record.side?.state === 'reverting')
        .map((record) => ({
        reason: 'down-incomplete',
        message: `version ${record.version} is only partly rolled back; finish that first with "down"`,
    }));
}
function notSql(pending) {
    return pending.flatMap(({ decision, migration: { file } }) => decision.unknown.map(({ line, what }) => ({
        reason: 'not-sql',
        message: `${file}:${line}: PostgreSQL does not accept this: ${what}; correct it, or, if it is right, write "-- lockstep: allow not-sql because …" before the statement`,
        file,
    })));
}
function outOfOrder(pending, newest, order) {
    if (newest === '')
        return [];
    const late = pending.filter(({ migration, partial }) => partial === undefined && (0,files_migration/* compareVersions */.Zy)(migration.version, newest, order) < 0);
    const [first] = late;
    if (first === undefined)
        return [];
    const names = (0,lists/* nameSome */.Kf)(late.map((each) => each.migration.file), 3);
    const message = `${names}: ${(0,lists/* count */.U9)(late.length, 'file')} older than ${newest}, which is applied; give it a newer version, ` +
        'or set allow-out-of-order';
    return [{ reason: 'out-of-order', message, file: first.migration.file }];
}
function unknownTarget({ to, migrations }) {
    if (to === undefined || migrations.some((migration) => (0,files_migration/* versionKey */._5)(migration.version) === (0,files_migration/* versionKey */._5)(to)))
        return [];
    return [{ reason: 'no-such-version', message: `to: there is no migration ${to}` }];
}


/***/ }),

/***/ 663067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mp: () => (/* binding */ otherPlan),
  Uk: () => (/* binding */ planFromHistory),
  up: () => (/* binding */ up)
});

// UNUSED EXPORTS: readUpPlan

// EXTERNAL MODULE: ./packages/base/lib/clock.js
var clock = __webpack_require__(636190);
// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(984731);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/notes.js
var notes = __webpack_require__(597064);
// EXTERNAL MODULE: ./packages/migrations/lib/files/migration.js
var migration = __webpack_require__(935980);
// EXTERNAL MODULE: ./packages/migrations/lib/history/foreign.js
var history_foreign = __webpack_require__(899292);
// EXTERNAL MODULE: ./packages/migrations/lib/history/settle.js
var settle = __webpack_require__(608611);
// EXTERNAL MODULE: ./packages/migrations/lib/history/write.js
var write = __webpack_require__(573145);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js
var parser = __webpack_require__(658489);
// EXTERNAL MODULE: ./packages/migrations/lib/phase/phase.js + 1 modules
var phase_phase = __webpack_require__(1042112);
// EXTERNAL MODULE: ./packages/migrations/lib/picture/read-known.js
var read_known = __webpack_require__(875370);
// EXTERNAL MODULE: ./packages/migrations/lib/records/releases.js
var releases = __webpack_require__(846938);
// EXTERNAL MODULE: ./packages/migrations/lib/run/refused.js
var refused = __webpack_require__(903744);
// EXTERNAL MODULE: ./packages/migrations/lib/run/runner.js + 1 modules
var runner = __webpack_require__(319709);
// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/tokens.js
var tokens = __webpack_require__(682065);
// EXTERNAL MODULE: ./packages/migrations/lib/facts/capture.js
var capture = __webpack_require__(162907);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
;// CONCATENATED MODULE: ./packages/migrations/lib/facts/claims.js


const READABLE = new Set([
    ...['update', 'insert', 'select', 'create', 'alter', 'drop', 'comment', 'grant', 'revoke', 'delete', 'truncate'],
    ...['set', 'reset', 'copy', 'analyze', 'lock', 'begin', 'start', 'commit', 'end', ''],
]);
const DEFINES = /^(grant|revoke|comment|drop|create (or replace )?(function|procedure|trigger|aggregate))\b/;
function claimsOf({ texts, words }) {
    if (!words.has('update') || texts === undefined)
        return undefined;
    if ([...words].some((word) => !READABLE.has(word)))
        return undefined;
    const updates = [];
    const calls = new Set();
    for (const text of texts) {
        const list = (0,tokens/* tokens */.LU)(Buffer.from(text));
        const values = list.map(({ value }) => value);
        if (values.some((value) => value.includes('search_path')))
            return undefined;
        if (values[0] === 'insert' && values.includes('conflict') && values.includes('update'))
            return undefined;
        if (values[0] === 'update') {
            const update = assignmentOf(list);
            if (update === undefined)
                return undefined;
            updates.push(update);
        }
        if (DEFINES.test(values.slice(0, 4).join(' ')))
            continue;
        for (const [nth, { kind, value }] of list.entries()) {
            if (kind !== 'mark' && kind !== 'text' && values[nth + 1] === '(')
                calls.add(value);
        }
    }
    const replaced = new Set(updates.flatMap(({ columns }) => columns));
    return {
        updates: updates.map(({ chosenBy, ...update }) => ({
            ...update,
            constant: update.constant && !chosenBy.some((name) => replaced.has(name)),
        })),
        calls: [...calls],
    };
}
function assignmentOf(list) {
    let at = 1;
    const is = (value, nth = at) => list[nth]?.kind !== 'name' && list[nth]?.value === value;
    if (is('only'))
        at++;
    const name = [];
    for (;;) {
        const part = list[at];
        if (part === undefined || (part.kind !== 'word' && part.kind !== 'name'))
            return undefined;
        name.push((0,quote/* identifier */.Cv)(part.value));
        at++;
        if (!is('.'))
            break;
        at++;
    }
    if (is('*'))
        at++;
    if (is('as'))
        at++;
    if (!is('set'))
        at++;
    if (!is('set'))
        return undefined;
    const columns = [];
    let constant = true;
    for (;;) {
        const column = list[at + 1];
        if (column === undefined || (column.kind !== 'word' && column.kind !== 'name') || !is('=', at + 2))
            return undefined;
        columns.push(column.value);
        const from = at + 3;
        at = expressionEnds(list, from);
        constant &&= isConstant(list.slice(from, at));
        if (!is(','))
            break;
    }
    constant &&= !is('from');
    const chosenBy = list.slice(at).flatMap(({ kind, value }) => (kind === 'word' || kind === 'name' ? [value] : []));
    return { table: name.join('.'), columns, constant, chosenBy };
}
const BRACKETS = { '(': 1, '[': 1, ')': -1, ']': -1 };
function expressionEnds(list, from) {
    let depth = 0;
    for (let at = from; at < list.length; at++) {
        const { kind, value } = list[at];
        if (kind === 'mark')
            depth += BRACKETS[value] ?? 0;
        if (depth > 0)
            continue;
        if (kind === 'mark' && value === ',')
            return at;
        if (kind !== 'word' || !['from', 'where', 'returning'].includes(value))
            continue;
        if (value !== 'from' || list[at - 1]?.value !== 'distinct')
            return at;
    }
    return list.length;
}
function isConstant(list) {
    return list.every(({ kind, value }, nth) => {
        if (kind === 'text')
            return true;
        if (kind === 'mark')
            return ':-.'.includes(value);
        const isCast = list[nth - 1]?.value === ':' && list[nth - 2]?.value === ':';
        return kind === 'word' && (isCast || /^(\d.*|null|true|false)$/.test(value));
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/facts/observable.js



function observationOf(script, segment) {
    if (segment.kind !== 'transaction' || segment.end !== undefined)
        return undefined;
    if (fixesSnapshot(script, segment) || freezes(script, segment))
        return undefined;
    return (0,capture/* observation */.lQ)(claimsOf(script));
}
function didOf(script, segment) {
    if (segment.kind === 'transaction') {
        if (segment.end?.kind === 'rollback')
            return 'harmless';
        return observationOf(script, segment) === undefined ? 'unknown' : 'observed';
    }
    const { what } = segment;
    if (what.does === 'other')
        return 'unknown';
    return what.does === 'once' && !what.concurrent ? 'unknown' : 'harmless';
}
function fixesSnapshot(script, { begin, pieces: [first] }) {
    if (begin === undefined)
        return false;
    const words = (0,tokens/* tokens */.LU)(script.source.read(begin.from, begin.to)).map(({ value }) => value);
    const next = first === undefined ? [] : (0,tokens/* tokens */.LU)(script.source.read(first.from, first.to), 2).map(({ value }) => value);
    return (words.some((word) => !['begin', 'start', 'transaction', 'work', ';'].includes(word)) ||
        next.join(' ') === 'set transaction');
}
function freezes(script, { pieces }) {
    if (!script.words.has('copy'))
        return false;
    return pieces.some(({ from, to }) => /\bfreeze\b/i.test(script.source.read(from, to).toString('latin1')));
}

// EXTERNAL MODULE: ./packages/migrations/lib/history/record.js + 1 modules
var record = __webpack_require__(31440);
// EXTERNAL MODULE: ./packages/migrations/lib/run/execute.js
var execute = __webpack_require__(680872);
// EXTERNAL MODULE: ./packages/migrations/lib/run/failure.js + 1 modules
var failure = __webpack_require__(665958);
// EXTERNAL MODULE: ./packages/migrations/lib/run/retry-locks.js + 1 modules
var retry_locks = __webpack_require__(667803);
// EXTERNAL MODULE: ./packages/migrations/lib/run/run-segments.js + 1 modules
var run_segments = __webpack_require__(119265);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/segments.js
var sql_segments = __webpack_require__(490810);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/split-hints.js
var split_hints = __webpack_require__(238537);
;// CONCATENATED MODULE: ./packages/migrations/lib/up/records.js


function entryOf(engine, { decision, migration }, attempt, { hints, script, segments }) {
    return {
        migration: { ...migration, up: script },
        phase: decision.phase,
        provenance: engine.provenance,
        attempt,
        segments,
        hints,
    };
}
function completed(entry, tables, side, { isOne, kept }) {
    const { version } = entry.migration;
    const detail = { phase: entry.phase, ...(kept ? { kept } : {}) };
    const more = `${(0,write/* destroyedDetail */.dU)(version)}${isOne ? (0,write/* traceDetail */.bI)(tables.cluster) : ''}`;
    const event = (0,write/* insertEvent */.Ul)({ kind: 'up', version, by: entry.provenance, detail, more });
    return { sql: `${(0,write/* insertHistory */.So)(entry, tables)} ${side} ${event}`, statements: 3 };
}
function recordsOf(entry, tables, segment, { isObserved, kept } = { isObserved: true, kept: false }) {
    const records = completed(entry, tables, (0,write/* upsertSide */.$n)(entry, tables, 'applied'), { isOne: true, kept });
    return isObserved ? { ...records, observation: observationOf(entry.migration.up, segment) } : records;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/up/apply.js













async function applyMigration(place, planned, { isKept = false, newRuns, pipelined } = {}) {
    const { engine } = place;
    const { migration, partial } = planned;
    const started = engine.clock.now();
    const attempt = pipelined?.attempt ?? (0,external_node_crypto_().randomUUID)();
    let first = pipelined?.execution;
    let hints = partial?.hints ?? split_hints/* noHints */.Ah;
    for (let rest = partial;;) {
        const script = (0,split_hints/* withHints */.z9)(migration.up, hints);
        const segments = (0,sql_segments/* cutSegments */.Ld)(script.pieces);
        const entry = entryOf(engine, planned, attempt, { script, segments: segments.length, hints });
        const [only] = segments;
        const atomic = (0,sql_segments/* isAtomic */.sf)(segments) && rest === undefined && only?.kind === 'transaction';
        const made = await newRuns?.(script);
        if (made !== undefined && 'unarchived' in made)
            return { kind: 'refused', ...made };
        const runs = made?.runs;
        const refused = rest === undefined && !atomic ? await refusedAhead(place, script, segments, runs) : undefined;
        if (refused !== undefined)
            return refused;
        const outcome = atomic
            ? await applyAtomic(place, entry, only, { early: first, runs, isKept })
            : await applySegments(place, entry, segments, { partial: rest, runs, isKept });
        first = undefined;
        const { execution } = outcome;
        const { kept, losses } = runs?.went() ?? NOTHING;
        if (execution.ok) {
            const durationMs = engine.clock.now() - started;
            return { kind: 'applied', durationMs, tries: outcome.tries, atomic, archived: kept.archived };
        }
        if (execution.at === 'refused')
            return { kind: 'refused', losses, unarchived: kept.refusals };
        if (execution.error === undefined)
            throw new errors/* CancelledError */.cc(`${migration.file}: cancelled`);
        if (execution.error instanceof sql_error/* ConnectionLost */.pz)
            return { kind: 'lost', attempt, error: execution.error };
        const refined = (0,split_hints/* hintFrom */.EF)(migration.up, hints, execution);
        if (refined === undefined) {
            const failing = { version: migration.version, file: migration.file, script: migration.up };
            return { kind: 'failed', failure: (0,failure/* failureOf */.g)(engine, failing, { ...outcome, execution }, execution.error) };
        }
        engine.log.info(`${migration.file}: ${refined.because}`);
        hints = refined.hints;
        if (!atomic)
            rest = await readPartial(place, migration.version);
    }
}
const NOTHING = { losses: [], kept: { archived: [], refusals: [] } };
async function refusedAhead({ engine, session }, script, segments, runs) {
    if (runs === undefined)
        return undefined;
    const { kept, losses } = await runs.tryAll({ session, engine, script, isWhole: true }, segments);
    return kept.refusals.length === 0 ? undefined : { kind: 'refused', losses, unarchived: kept.refusals };
}
async function readPartial({ session, tables }, version) {
    const records = await (0,record/* readHistory */.L)(session, tables);
    return records.find((record) => record.version === version)?.side;
}
async function applyAtomic({ engine, session, tables }, entry, segment, { early, isKept, runs }) {
    const { file, up: script } = entry.migration;
    const records = recordsOf(entry, tables, segment, {
        kept: isKept || runs !== undefined,
        isObserved: runs === undefined,
    });
    const transaction = runs?.transaction ?? execute/* runTransaction */.c4;
    let first = early;
    const retried = await (0,retry_locks/* retryLocks */.Z)(engine, session, file, async () => {
        const begun = first;
        first = undefined;
        if (begun === undefined)
            return transaction({ session, engine, script, isWhole: true }, segment, records);
        return (0,execute/* settleFailure */.yO)(session, engine, await begun);
    });
    return { ...retried, segmentsDone: 0 };
}
function applySegments({ engine, session, tables }, entry, segments, { isKept, partial, runs }) {
    const { version, up } = entry.migration;
    const isGuarded = (segment) => runs !== undefined && segment.kind === 'transaction';
    const progress = { digests: partial?.segmentDigests ?? [], begun: partial?.segmentBegun ?? false };
    const open = partial === undefined ? (0,write/* upsertSide */.$n)(entry, tables, 'partial') : (0,write/* resumeSide */.nf)(version, entry.hints, entry.provenance);
    const kept = isKept || (runs !== undefined && partial === undefined);
    const finish = (digest, segment) => ({
        sql: (0,write/* finishSegment */.Xe)(version, digest, isGuarded(segment) ? 'unknown' : didOf(up, segment)),
        statements: 1,
        observation: segment.kind === 'transaction' && !isGuarded(segment) ? observationOf(up, segment) : undefined,
    });
    const book = {
        open: { sql: open, statements: 1 },
        begin: { sql: (0,write/* beginSegment */.xT)(version), statements: 1 },
        finish,
        last: (digest, segment) => {
            const done = finish(digest, segment);
            const rest = completed(entry, tables, (0,write/* finishSide */.fn)(version), { isOne: false, kept });
            return { ...done, sql: `${done.sql} ${rest.sql}`, statements: rest.statements + 1 };
        },
    };
    const transaction = runs === undefined ? {} : { transaction: runs.transaction };
    return (0,run_segments/* runSegments */.G)({ engine, session, script: up }, { segments, progress, book, ...transaction });
}

// EXTERNAL MODULE: ./packages/migrations/lib/up/contract-archives.js
var contract_archives = __webpack_require__(323346);
// EXTERNAL MODULE: ./packages/migrations/lib/run/parts.js
var parts = __webpack_require__(1036960);
;// CONCATENATED MODULE: ./packages/migrations/lib/up/pipeline.js







const PIPELINE_BYTES = 256 << 10;
const PIPELINE_FILES = 50;
function startPipeline({ engine, session, tables }, planned) {
    const small = planned.slice(0, smallAtHead(planned));
    if (small.length < 2)
        return new Map();
    const attempts = small.map(() => (0,external_node_crypto_().randomUUID)());
    const files = small.map((each, nth) => {
        const { up } = each.migration;
        const [segment] = (0,sql_segments/* cutSegments */.Ld)(up.pieces);
        if (segment?.kind !== 'transaction')
            throw new Error(`${each.migration.file} is not one transaction`);
        const entry = entryOf(engine, each, attempts[nth] ?? '', { script: up, segments: 1, hints: split_hints/* noHints */.Ah });
        const before = small[nth - 1]?.migration.version;
        const condition = before === undefined ? undefined : (0,write/* isRecorded */.TN)(before, attempts[nth - 1] ?? '');
        const isFollowed = nth < small.length - 1;
        return { script: up, segment, records: recordsOf(entry, tables, segment), condition, isFollowed };
    });
    const executions = (0,execute/* startSmallFiles */.J)(session, engine, files);
    for (const execution of executions)
        execution.catch(() => undefined);
    return new Map(small.map(({ migration }, nth) => [
        migration.version,
        { attempt: attempts[nth] ?? '', execution: executions[nth] },
    ]));
}
function smallAtHead(planned) {
    let bytes = 0;
    const end = planned.findIndex(({ migration: { down, up }, partial }, nth) => {
        bytes += up.source.size + (down?.source.size ?? 0);
        if (bytes > PIPELINE_BYTES || nth >= PIPELINE_FILES || partial !== undefined)
            return true;
        const segments = (0,sql_segments/* cutSegments */.Ld)(up.pieces);
        const [only] = segments;
        return !((0,sql_segments/* isAtomic */.sf)(segments) && only?.kind === 'transaction' && (0,parts/* isOneMessage */.Es)(only));
    });
    return end < 0 ? planned.length : end;
}

// EXTERNAL MODULE: ./packages/migrations/lib/up/plan.js + 1 modules
var plan = __webpack_require__(428713);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(989278);
;// CONCATENATED MODULE: ./packages/migrations/lib/up/waiting.js




const WRITTEN = 200;
function heldDetail(plan) {
    const held = contractsOf(plan.held).slice(0, WRITTEN);
    return held.length === 0 ? {} : { held: held.map(({ version }) => version) };
}
async function waitingOf({ session, tables }, plan) {
    const pending = contractsOf(plan.pending);
    const found = new Map();
    if (pending.length > 0 && tables.side.exists) {
        const rows = await session.rows(`with moved as (
         select version, pg_catalog.max(id) as id from lockstep.events where kind in ('up', 'down') group by version
       ), first as (
         select held.version, pg_catalog.min(e.id) as id
           from lockstep.events e cross join lateral pg_catalog.jsonb_array_elements_text(
             case when pg_catalog.jsonb_typeof(e.detail->'held') = 'array' then e.detail->'held' end) as held(version)
           left join moved on moved.version = held.version
          where e.kind = 'release' and e.id > coalesce(moved.id, 0)
            and held.version = any(${(0,quote/* textArray */.TS)(pending.map(({ version }) => version))})
          group by held.version
       )
       select first.version, e.release, pg_catalog.to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
         from first join lockstep.events e on e.id = first.id`);
        for (const [version, release, since] of rows)
            found.set(version ?? '', { release: release ?? '', since: since ?? '' });
    }
    return pending.map(({ file, version }) => {
        const { release, since } = found.get(version) ?? { release: '', since: '' };
        return { version, file, release, since };
    });
}
async function readWaiting(engine, plan) {
    return contractsOf(plan.pending).length === 0 ? [] : withReader(engine, (reader) => waitingOf(reader, plan));
}
function describeWaiting(waiting) {
    if (waiting.length === 0)
        return '';
    const [oldest] = waiting.filter(({ since }) => since !== '').sort((a, b) => a.since.localeCompare(b.since));
    const since = oldest === undefined ? '' : ` since ${oldest.since.slice(0, 10)} (release ${oldest.release})`;
    const names = nameSome(waiting.map(({ file }) => basename(file)), 3);
    return `${count(waiting.length, 'contract migration')} ${waiting.length === 1 ? 'waits' : 'wait'}${since}: ${names}`;
}
function contractsOf(planned) {
    return planned.flatMap(({ decision, migration: { file, version } }) => decision.phase === 'contract' ? [{ file, version }] : []);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/up/up.js

















async function readUpPlan(engine, options) {
    return withReader(engine, (reader) => planFromHistory(engine, options, reader));
}
async function up(engine, options) {
    const progress = { plan: undefined, applied: [], waiting: [], open: [] };
    const how = { creates: true, beforeFirst: (found) => refuseForeign(found, options) };
    try {
        return await (0,runner/* acrossConnections */.Lp)(engine, () => (0,runner/* withRunner */.T4)(engine, how, (runner) => runUp(runner, options, progress)));
    }
    catch (error) {
        if (!(0,clock/* isCancellation */.iB)(error, engine.signal) || progress.plan === undefined)
            throw error;
        return report(progress, progress.plan, { cancelled: true });
    }
}
async function runUp(runner, options, progress) {
    const { engine, session } = runner;
    await recover(runner, progress, options);
    const current = await planFromHistory(engine, options, runner);
    progress.plan ??= current;
    const { plan } = progress;
    refuse(current, options);
    if (current === plan && engine.provenance.release !== '') {
        const held = options.phase === 'expand' ? heldDetail(current) : {};
        await session.rows((0,releases/* traceRelease */.bM)(engine.provenance, { pending: current.apply.length, ...held }));
    }
    if (options.phase === 'expand')
        progress.waiting = await waitingOf(runner, current);
    const archives = await (0,contract_archives/* planArchives */.Ph)(runner, current.apply, options.archive);
    const refused = (0,contract_archives/* firstRefused */.L8)(current.apply, archives);
    if (refused !== undefined)
        return report(progress, plan, { refused });
    let pipeline = new Map();
    for (const [nth, planned] of current.apply.entries()) {
        const { file, version } = planned.migration;
        const rest = current.apply.slice(nth);
        if (!pipeline.has(version)) {
            if (engine.signal?.aborted)
                return report(progress, plan, { cancelled: true });
            pipeline = startPipeline(runner, (0,contract_archives/* untilArchived */.xI)(rest, archives));
        }
        const pipelined = pipeline.get(version);
        const archive = archives.get(version);
        (0,contract_archives/* warnOfLoss */.$U)(runner, file, archive);
        const newRuns = await (0,contract_archives/* runsOf */.ky)(runner, planned, { archive: options.archive, archives });
        const result = await applyMigration(runner, planned, { pipelined, newRuns, isKept: archive?.does === 'nothing' });
        if (result.kind === 'lost') {
            progress.open = [{ planned, attempt: result.attempt }, ...openIn(pipeline, rest.slice(1))];
            throw result.error;
        }
        if (result.kind === 'failed') {
            const { failure } = result;
            await note(runner, failure);
            return report(progress, plan, { failure, cancelled: failure.cancelled });
        }
        if (result.kind === 'refused')
            return report(progress, plan, { refused: (0,contract_archives/* refusedUp */.S5)(planned.migration, result) });
        engine.log.info(`${file}: applied in ${(0,duration/* formatDuration */.a)(result.durationMs)}`);
        if (result.archived.length > 0)
            await (0,contract_archives/* seal */.od)(runner);
        progress.applied.push(appliedBy(planned, result, archive));
        if (pipelined !== undefined && !(await pipelined.execution).ok)
            pipeline = new Map();
    }
    await readBack(runner, progress.applied);
    const applied = progress.applied.map(({ version }) => version);
    await (0,notes/* noteArchives */.g)(engine, session, { applied });
    return report(progress, plan, {});
}
function report({ applied, waiting }, plan, end) {
    return { plan, applied, waiting, failure: undefined, refused: undefined, cancelled: false, ...end };
}
async function recover(runner, progress, { archive }) {
    const { engine, history } = runner;
    const recordOf = (version) => history.find((record) => record.version === version);
    progress.applied = progress.applied.filter((each) => recordOf(each.version)?.applied === true);
    for (const { attempt, planned } of progress.open) {
        const side = recordOf(planned.migration.version)?.side;
        if (side?.state !== 'applied' || side.attempt !== attempt)
            continue;
        engine.log.info(`${planned.migration.file}: was committed before the connection broke`);
        const archived = await (0,contract_archives/* archivedUnseen */.FF)(runner, planned, archive);
        const how = { durationMs: timeOf(side), tries: 1, atomic: side.segments === 1, archived };
        progress.applied.push(appliedBy(planned, how, undefined));
    }
    progress.open = [];
}
function openIn(pipeline, rest) {
    return rest.flatMap((planned) => {
        const attempt = pipeline.get(planned.migration.version)?.attempt;
        return attempt === undefined ? [] : [{ planned, attempt }];
    });
}
async function planFromHistory({ provenance }, options, { history, session }) {
    const { allowOutOfOrder, phase, steps, to } = options;
    const settled = (0,settle/* settle */.G9)(options.folder, history, to);
    (0,settle/* requireRunnable */.fl)(settled, history);
    const { migrations, order } = settled.folder;
    const records = new Map(history.map((record) => [(0,migration/* versionKey */._5)(record.version), record]));
    const recordOf = ({ version }) => records.get((0,migration/* versionKey */._5)(version));
    const pending = (0,settle/* pendingOf */.lc)(migrations, history);
    const judged = await (0,phase_phase/* decidePhases */.BE)(pending, {
        loadParser: parser/* loadParser */.qd,
        ask: (names, parse) => (0,read_known/* readKnown */.U)(session, names, parse),
        begun: migrations.filter((each) => isOfRun(recordOf(each), provenance.run)),
    });
    const decisions = new Map();
    for (const migration of pending) {
        const decision = judged.get(migration.version);
        const side = recordOf(migration)?.side;
        decisions.set(migration.version, side?.state === 'partial' ? { ...decision, phase: side.phase } : decision);
    }
    const foreign = await (0,history_foreign/* readForeign */.vM)(session);
    const { notes } = settled;
    return (0,plan/* planUp */.d)({ migrations, decisions, history, phase, to, steps, allowOutOfOrder, order, foreign, notes });
}
function isOfRun(record, run) {
    const plain = (url) => url.replace(/\/attempts\/\d+$/, '');
    return run !== '' && record?.side?.state === 'applied' && plain(record.side.run) === plain(run);
}
function otherPlan(plan, approved) {
    if (approved === '' || approved === plan.digest || plan.restOf.includes(approved))
        return undefined;
    const digests = `digest ${plan.digest.slice(0, 12)}…, approved ${approved.slice(0, 12)}…`;
    const message = `the plan is not the one that was approved (${digests}): files or database have changed since; plan and approve again`;
    return { reason: 'plan-changed', message };
}
async function refuseForeign(found, options) {
    if ((await (0,history_foreign/* readForeign */.vM)(found.session)).length === 0)
        return;
    refuse(await planFromHistory(found.engine, options, found), options);
}
function refuse(current, options) {
    const [refusal, ...more] = current.refusals;
    if (refusal !== undefined)
        throw new refused/* PlanRefused */.M([refusal, ...more]);
    const changed = otherPlan(current, options.expectDigest ?? '');
    if (changed !== undefined)
        throw new refused/* PlanRefused */.M([changed]);
}
async function readBack({ session }, applied) {
    if (applied.length === 0)
        return;
    const rows = await session.rows('select version from supabase_migrations.schema_migrations');
    const versions = new Set(rows.map((row) => row[0]));
    const missing = applied.filter((each) => !versions.has(each.version));
    if (missing.length === 0)
        return;
    throw new Error(`${(0,lists/* count */.U9)(missing.length, 'migration')} ran and is not in the history: ${missing.map((each) => each.file).join(', ')}`);
}
async function note({ engine, session }, failure) {
    const { cancelled, reason, sqlState, line, segmentsDone } = failure;
    const kind = cancelled ? 'cancelled' : 'failed';
    const sql = (0,write/* insertEvent */.Ul)({
        kind,
        version: failure.version,
        by: engine.provenance,
        detail: { reason, sqlState, line, segmentsDone },
    });
    if (session.lost)
        return;
    const first = await session.send(sql);
    const result = first.ok ? first : await session.send(sql);
    if (!result.ok)
        engine.log.debug(`the failure could not be noted: ${(0,errors/* describe */.q0)(result.error)}`);
}
function timeOf({ finishedAt, startedAt }) {
    return finishedAt === undefined ? 0 : Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt));
}
function appliedBy({ migration, decision }, how, archive) {
    const { version, name, file } = migration;
    const { archived, atomic, durationMs, tries } = how;
    const unarchived = archive?.does === 'delete' && archive.losses.length > 0 ? archive.because : [];
    return { version, name, file, phase: decision.phase, durationMs, tries, atomic, archived, unarchived };
}


/***/ }),

/***/ 1034599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Op: () => (/* binding */ seedAsSupabase),
  gu: () => (/* binding */ shadowName),
  to: () => (/* binding */ withShadow)
});

// EXTERNAL MODULE: external "node:crypto"
let external_node_crypto__kept;
const external_node_crypto_ = () => (external_node_crypto__kept ??= __webpack_require__(823569));
// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(203906);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(672435);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/database-url.js + 1 modules
var database_url = __webpack_require__(735351);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/session.js + 2 modules
var session = __webpack_require__(356042);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
;// CONCATENATED MODULE: ./packages/migrations/lib/verify/supabase-seed.js

const ROLES = {
    anon: 'noinherit',
    authenticated: 'noinherit',
    service_role: 'noinherit bypassrls',
    authenticator: 'noinherit',
    dashboard_user: '',
    supabase_admin: '',
    supabase_auth_admin: 'noinherit',
    supabase_storage_admin: 'noinherit',
    supabase_realtime_admin: 'noinherit',
};
async function isSupabase(session) {
    const [row] = await session.rows("select exists (select from pg_catalog.pg_roles where rolname = 'anon')");
    return row?.[0] === 't';
}
async function missingRoles(session) {
    const names = (0,quote/* textArray */.TS)(Object.keys(ROLES));
    const rows = await session.rows(`select name from pg_catalog.unnest(${names}) name where not exists (select from pg_catalog.pg_roles where rolname = name)`);
    return rows.map(([name]) => name ?? '');
}
function makeRoles(names) {
    const made = names.map((name) => {
        const create = `create role ${(0,quote/* identifier */.Cv)(name)} nologin`;
        return `begin execute ${(0,quote/* literal */.eu)(`${create} ${ROLES[name] ?? ''}`)}; exception when insufficient_privilege then execute ${(0,quote/* literal */.eu)(create)}; end;`;
    });
    return `do $seed$ begin ${made.join(' ')} end $seed$`;
}
const unless = (exists, ...statements) => `if not (${exists}) then ${statements.map((sql) => `execute ${(0,quote/* literal */.eu)(sql)};`).join(' ')} end if;`;
const table = (name, columns) => unless(`to_regclass(${(0,quote/* literal */.eu)(name)}) is not null`, `create table ${name} (${columns})`);
const routine = (name, args, rest) => unless(`exists (select from pg_catalog.pg_proc where oid::regproc::text = ${(0,quote/* literal */.eu)(name)} or pronamespace::regnamespace || '.' || proname = ${(0,quote/* literal */.eu)(name)})`, `create function ${name}(${args}) ${rest}`);
const claim = (name) => `coalesce(nullif(current_setting('request.jwt.claim.${name}', true), ''), nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> '${name}')`;
const SCHEMAS = ['auth', 'storage', 'extensions', 'realtime', 'vault', 'graphql', 'graphql_public'];
const TIMES = 'created_at timestamptz default now(), updated_at timestamptz default now()';
const SEED = `do $seed$ begin
${SCHEMAS.map((name) => unless(`exists (select from pg_catalog.pg_namespace where nspname = '${name}')`, `create schema ${name}`, `grant usage on schema ${name} to anon, authenticated, service_role`)).join('\n')}
${['pgcrypto', 'uuid-ossp']
    .map((name) => unless(`exists (select from pg_catalog.pg_extension where extname = '${name}') or not exists (select from pg_catalog.pg_available_extensions where name = '${name}')`, `create extension "${name}" with schema extensions`))
    .join('\n')}
${table('auth.users', `instance_id uuid, id uuid primary key, aud varchar(255), role varchar(255), email varchar(255), encrypted_password varchar(255),
   email_confirmed_at timestamptz, invited_at timestamptz, confirmation_token varchar(255), confirmation_sent_at timestamptz, recovery_token varchar(255),
   recovery_sent_at timestamptz, email_change_token_new varchar(255), email_change varchar(255), email_change_sent_at timestamptz, last_sign_in_at timestamptz,
   raw_app_meta_data jsonb, raw_user_meta_data jsonb, is_super_admin boolean, created_at timestamptz, updated_at timestamptz, phone text unique default null,
   phone_confirmed_at timestamptz, phone_change text default '', phone_change_token varchar(255) default '', phone_change_sent_at timestamptz,
   confirmed_at timestamptz generated always as (least(email_confirmed_at, phone_confirmed_at)) stored, email_change_token_current varchar(255) default '',
   email_change_confirm_status smallint default 0, banned_until timestamptz, reauthentication_token varchar(255) default '', reauthentication_sent_at timestamptz,
   is_sso_user boolean not null default false, deleted_at timestamptz, is_anonymous boolean not null default false`)}
${table('auth.identities', `provider_id text not null, user_id uuid not null references auth.users on delete cascade, identity_data jsonb not null, provider text not null,
   last_sign_in_at timestamptz, ${TIMES}, email text generated always as (lower(identity_data ->> 'email')) stored, id uuid primary key default gen_random_uuid(), unique (provider_id, provider)`)}
${table('auth.sessions', `id uuid primary key, user_id uuid not null references auth.users on delete cascade, ${TIMES}, factor_id uuid, aal text, not_after timestamptz, refreshed_at timestamp, user_agent text, ip inet, tag text`)}
${table('auth.mfa_factors', `id uuid primary key, user_id uuid not null references auth.users on delete cascade, friendly_name text, factor_type text not null, status text not null, ${TIMES}`)}
${routine('auth.uid', '', `returns uuid language sql stable as $f$ select ${claim('sub')}::uuid $f$`)}
${routine('auth.role', '', `returns text language sql stable as $f$ select ${claim('role')} $f$`)}
${routine('auth.email', '', `returns text language sql stable as $f$ select ${claim('email')} $f$`)}
${routine('auth.jwt', '', `returns jsonb language sql stable as $f$ select coalesce(nullif(current_setting('request.jwt.claim', true), ''), nullif(current_setting('request.jwt.claims', true), ''))::jsonb $f$`)}
${table('storage.buckets', `id text primary key, name text not null unique, owner uuid, ${TIMES}, public boolean default false, avif_autodetection boolean default false, file_size_limit bigint, allowed_mime_types text[], owner_id text`)}
${table('storage.objects', `id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets, name text, owner uuid, ${TIMES}, last_accessed_at timestamptz default now(),
   metadata jsonb, path_tokens text[] generated always as (string_to_array(name, '/')) stored, version text, owner_id text, user_metadata jsonb, unique (bucket_id, name)`)}
alter table storage.objects enable row level security;
alter table storage.buckets enable row level security;
${routine('storage.foldername', 'name text', `returns text[] language sql immutable as $f$ select (string_to_array(name, '/'))[1:array_length(string_to_array(name, '/'), 1) - 1] $f$`)}
${routine('storage.filename', 'name text', `returns text language sql immutable as $f$ select (string_to_array(name, '/'))[array_length(string_to_array(name, '/'), 1)] $f$`)}
${routine('storage.extension', 'name text', `returns text language sql immutable as $f$ select substring(name from '\\.([^./]*)$') $f$`)}
${table('realtime.messages', 'topic text not null, extension text not null, payload jsonb, event text, private boolean default false, updated_at timestamp not null default now(), inserted_at timestamp not null default now(), id uuid not null default gen_random_uuid()')}
${routine('realtime.topic', '', `returns text language sql stable as $f$ select nullif(current_setting('realtime.topic', true), '') $f$`)}
${routine('realtime.send', 'payload jsonb, event text, topic text, private boolean default true', `returns void language sql as $f$ select $f$`)}
${routine('realtime.broadcast_changes', 'topic_name text, event_name text, operation text, table_name text, table_schema text, new record, old record, level text default $d$ROW$d$', `returns void language plpgsql as $f$ begin end $f$`)}
${table('vault.secrets', `id uuid primary key default gen_random_uuid(), name text, description text not null default '', secret text not null, key_id uuid, nonce bytea, ${TIMES}`)}
${unless("to_regclass('vault.decrypted_secrets') is not null", 'create view vault.decrypted_secrets as select *, secret as decrypted_secret from vault.secrets')}
${routine('vault.create_secret', `new_secret text, new_name text default null, new_description text default '', new_key_id uuid default null`, `returns uuid language sql as $f$ insert into vault.secrets (secret, name, description) values (new_secret, new_name, new_description) returning id $f$`)}
${unless("exists (select from pg_catalog.pg_publication where pubname = 'supabase_realtime')", 'create publication supabase_realtime')}
grant usage on schema public to anon, authenticated, service_role;
end $seed$`;
async function defaultRights(session) {
    const rows = await session.rows(`select pg_catalog.format('alter default privileges in schema public grant %s on %s to %s%s', pg_catalog.string_agg(e.privilege_type, ', '),
            case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end,
            case e.grantee when 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(e.grantee)) end,
            case when e.is_grantable then ' with grant option' else '' end)
       from pg_catalog.pg_default_acl d cross join lateral pg_catalog.aclexplode(d.defaclacl) e
      where d.defaclrole = (select r.oid from pg_catalog.pg_roles r where r.rolname = current_user)
        and d.defaclnamespace = (select n.oid from pg_catalog.pg_namespace n where n.nspname = 'public') and d.defaclobjtype in ('r', 'S', 'f', 'T')
      group by d.defaclobjtype, e.grantee, e.is_grantable`);
    return rows.map(([sql]) => `${sql};`).join(' ');
}

;// CONCATENATED MODULE: ./packages/migrations/lib/verify/shadow.js




const PREFIX = 'lockstep_shadow_';
const STALE_MS = 3_600_000;
async function withShadow(engine, { given, needsSupabase }, work) {
    if (given !== undefined && !given.isEmpty) {
        const target = (0,database_url/* readDatabaseUrl */.Bq)(given.reveal());
        await refuseUsed(engine, target);
        if (needsSupabase)
            await seed(engine, target, { roles: 'all', rights: '' });
        return work(onTarget(engine, target));
    }
    const admin = await shadow_open(engine, engine.target);
    try {
        await dropStale(admin, engine);
        const name = shadowName(engine, (0,external_node_crypto_().randomBytes)(3).toString('hex'));
        await admin.rows(`create database ${(0,quote/* identifier */.Cv)(name)}`);
        const target = { ...engine.target, database: name };
        let roles = [];
        try {
            await makeSchemas(engine, target, await namedSchemas(admin));
            if (needsSupabase || (await isSupabase(admin))) {
                roles = await rolesBeside(admin);
                await seed(engine, target, { roles, rights: await defaultRights(admin) });
            }
            return await work(onTarget(engine, target));
        }
        finally {
            await drop(admin, name, engine);
            for (const role of roles)
                await admin.send(`drop role if exists ${(0,quote/* identifier */.Cv)(role)}`);
        }
    }
    finally {
        await admin.close();
    }
}
function shadowName({ clock }, unique) {
    return `${PREFIX}${Math.floor(clock.now() / 1_000)}_${unique}`;
}
async function namedSchemas(admin) {
    const rows = await admin.rows("select name from pg_catalog.unnest(pg_catalog.current_schemas(false)) as name where name <> 'public'");
    return rows.map(([name]) => name ?? '');
}
async function makeSchemas(engine, target, names) {
    if (names.length === 0)
        return;
    const session = await shadow_open(engine, target);
    try {
        await session.rows(names.map((name) => `create schema if not exists ${(0,quote/* identifier */.Cv)(name)};`).join(' '));
    }
    finally {
        await session.close();
    }
}
function onTarget(engine, target) {
    return {
        ...engine,
        target,
        provenance: { ...engine.provenance, release: '', step: `${engine.provenance.step} shadow` },
    };
}
function shadow_open(engine, target) {
    return (0,session/* openSession */.f)(target, { log: engine.log, signal: engine.signal, applicationName: 'lockstep shadow' });
}
function seedAsSupabase(engine) {
    return seed(engine, engine.target, { roles: 'all', rights: '' });
}
async function seed(engine, target, { rights, roles }) {
    const session = await shadow_open(engine, target);
    try {
        const missing = roles === 'all' ? await missingRoles(session) : roles;
        if (missing.length > 0)
            await session.rows(makeRoles(missing));
        await session.rows(SEED);
        if (rights !== '')
            await session.rows(rights);
    }
    catch (error) {
        if (!(error instanceof sql_error/* SqlError */.L8) || error.server.code !== '42501')
            throw error;
        throw new errors/* InputError */.dz(`the test database could not be set up like a Supabase project: ${error.message}; set shadow-database-url to an empty database whose user may create roles and schemas`, { cause: error });
    }
    finally {
        await session.close();
    }
}
async function rolesBeside(admin) {
    const missing = await missingRoles(admin);
    if ((await heldBy(admin)) === undefined)
        return missing;
    const needed = missing.filter((role) => NEEDED.includes(role));
    if (needed.length === 0)
        return [];
    throw new errors/* InputError */.dz(`the migrations need a Supabase project, and the server of database-url has no role ${needed.join(', ')}; ` +
        'verify creates no roles on a server that is in use: set shadow-database-url to an empty database on a disposable server, such as a service container');
}
const NEEDED = ['anon', 'authenticated', 'service_role'];
const SUPABASE = '_analytics _realtime _supavisor auth cron extensions graphql graphql_public net pgbouncer pgmq pgsodium pgsodium_masks ' +
    'realtime storage supabase_functions supabase_migrations tiger topology vault lockstep';
async function refuseUsed(engine, target) {
    const itself = new errors/* InputError */.dz('shadow-database-url: is the same database as database-url; give an empty one that may be overwritten');
    const same = ['host', 'port', 'database'];
    if (same.every((key) => target[key] === engine.target[key]))
        throw itself;
    const session = await shadow_open(engine, target);
    try {
        if ((await identityOf(session)) === (await identityOfTarget(engine)))
            throw itself;
        const what = await heldBy(session);
        if (what === undefined)
            return;
        throw new errors/* InputError */.dz(`shadow-database-url: holds ${what}; give an empty database that may be overwritten`);
    }
    finally {
        await session.close();
    }
}
async function heldBy(session) {
    const rows = await session.rows(`select n.nspname || '.' || c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
        and n.nspname <> all (pg_catalog.string_to_array(${(0,quote/* literal */.eu)(SUPABASE)}, ' '))
        and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`);
    const names = rows.slice(0, 3).map((row) => row[0] ?? '');
    return rows.length > 0 ? `${(0,lists/* count */.U9)(rows.length, 'table')} (${names.join(', ')})` : await usersOf(session);
}
async function identityOf(session) {
    const [row] = await session.rows(`select pg_catalog.pg_postmaster_start_time()::text || '/' || d.oid || '/' || d.datname
       from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()`);
    return row?.[0] ?? '';
}
async function identityOfTarget(engine) {
    const session = await shadow_open(engine, engine.target);
    try {
        return await identityOf(session);
    }
    finally {
        await session.close();
    }
}
async function usersOf(session) {
    const [row] = await session.rows(`select pg_catalog.to_regclass('auth.users') is not null and pg_catalog.has_table_privilege(pg_catalog.to_regclass('auth.users'), 'select')`);
    if (row?.[0] !== 't')
        return undefined;
    const [found] = await session.rows('select exists (select from auth.users)');
    return found?.[0] === 't' ? 'users who signed up (auth.users)' : undefined;
}
async function dropStale(admin, engine) {
    const rows = await admin.rows(`select d.datname from pg_catalog.pg_database d where d.datname like '${PREFIX.replaceAll('_', '\\_')}%'
        and pg_catalog.pg_has_role(current_user, d.datdba, 'usage')
        and not exists (select from pg_catalog.pg_stat_activity a where a.datid = d.oid)`);
    for (const [name] of rows) {
        const made = Number(name?.slice(PREFIX.length).split('_')[0]) * 1_000;
        if (name !== null && name !== undefined && engine.clock.now() - made > STALE_MS)
            await drop(admin, name, engine);
    }
}
async function drop(admin, name, engine) {
    const result = await admin.send(`drop database if exists ${(0,quote/* identifier */.Cv)(name)} with (force)`);
    if (!result.ok)
        engine.log.warning(`the test database ${name} could not be dropped: ${(0,errors/* describe */.q0)(result.error)}`);
}


/***/ }),

/***/ 690878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ withCancellation)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(356042);


const AGAIN_EVERY_MS = 250;
const GIVE_UP_AFTER_MS = 5_000;
async function withCancellation(access, session, work) {
    const { signal } = access;
    if (signal === undefined)
        return work();
    const settled = new AbortController();
    let cancelling;
    const onAbort = () => {
        cancelling = cancelUntil(access, session, settled.signal);
    };
    if (signal.aborted)
        onAbort();
    else
        signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await work();
    }
    finally {
        settled.abort();
        signal.removeEventListener('abort', onAbort);
        await cancelling;
    }
}
async function cancelUntil(access, session, settled) {
    let second;
    const sleep = (ms) => access.clock.sleep(ms, settled).then(() => true, () => false);
    void sleep(GIVE_UP_AFTER_MS).then((inVain) => {
        if (!inVain)
            return;
        access.log.warning('the server did not end the statement in time, or does not answer; it may still be running');
        second?.abandon();
        session.abandon();
    });
    try {
        const options = { log: access.log, signal: undefined, applicationName: 'lockstep cancel' };
        second = await (0,_session_js__WEBPACK_IMPORTED_MODULE_0__/* .openSession */ .f)(access.target, { ...options, withinMs: GIVE_UP_AFTER_MS });
        while (!settled.aborted) {
            await second.rows(`select pg_catalog.pg_cancel_backend(${session.pid})`);
            await sleep(AGAIN_EVERY_MS);
        }
    }
    catch (error) {
        access.log.warning(`the running statement could not be cancelled on the server: ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)}`);
    }
    finally {
        await second?.close();
    }
}


/***/ }),

/***/ 62934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ refuseTransactionPooler)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(203906);
/* harmony import */ var _database_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(735351);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(356042);



async function refuseTransactionPooler(access, session) {
    if (session.announcedPid === session.pid)
        return;
    const second = await (0,_session_js__WEBPACK_IMPORTED_MODULE_0__/* .openSession */ .f)(access.target, {
        log: access.log,
        signal: access.signal,
        applicationName: 'lockstep probe',
    });
    try {
        let shared = second.pid === session.pid;
        if (!shared) {
            await second.rows('begin');
            const [now] = await session.rows('select pg_catalog.pg_backend_pid()');
            shared = Number(now?.[0]) !== session.pid;
            await second.rows('rollback');
        }
        if (!shared)
            return;
    }
    finally {
        await second.close();
    }
    throw new _lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`database-url: ${access.target.host}:${access.target.port} is a pooler in transaction mode, on which locks and ` +
        `settings do not hold; use its session mode, ${(0,_database_url_js__WEBPACK_IMPORTED_MODULE_2__/* .sessionUrl */ ._c)(access.target)}, or the server itself`);
}


/***/ }),

/***/ 283475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ MIGRATION_LOCK)
/* harmony export */ });
const MIGRATION_LOCK = '4120653457330203772';


/***/ })

};
