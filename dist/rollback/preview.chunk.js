export const id = 881;
export const ids = [881];
export const modules = {

/***/ 596310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZS: () => (/* binding */ ARCHIVE_SCHEMA),
/* harmony export */   eM: () => (/* binding */ planArchive),
/* harmony export */   wA: () => (/* binding */ lostColumns)
/* harmony export */ });
/* unused harmony export OWN_COLUMN */
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(247753);
/* harmony import */ var _data_loss_losses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(567526);
/* harmony import */ var _data_loss_own_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(938493);
/* harmony import */ var _data_loss_relations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(982996);




const OWN_COLUMN = '_lockstep_';
const ARCHIVE_SCHEMA = 'lockstep_archive';
function planArchive(found, sources) {
    const relations = new Map(found.threats.map(({ relation }) => [relation.oid, relation]));
    const refusals = [];
    const copies = [];
    const claimed = new Set();
    for (const relation of relations.values()) {
        const losses = found.losses.filter((loss) => isOf(loss, relation));
        for (const loss of losses)
            claimed.add(loss);
        if (losses.length === 0)
            continue;
        const planned = planCopy(relation, losses, found, sources.get(relation.oid));
        if (typeof planned === 'string')
            refusals.push(notPossible(relation.name, planned));
        else
            copies.push(planned);
    }
    for (const loss of found.losses) {
        if (!claimed.has(loss))
            refusals.push(notPossible(loss.object, WITHOUT_TABLE[loss.kind] ?? 'untestable'));
    }
    const [first, ...more] = refusals;
    return first === undefined ? { kind: 'copy', copies } : { kind: 'refuse', refusals: [first, ...more] };
}
const WITHOUT_TABLE = {
    numbers: 'sequence',
    foreign: 'foreign-table',
    refresh: 'view',
    type: 'labels',
};
function notPossible(object, because) {
    return { kind: 'not-possible', object, because };
}
function isOf({ kind, object }, { columns, name }) {
    if (kind === 'numbers' || kind === 'untestable')
        return false;
    return object === name || [...columns.values()].some((column) => object === `${name}.${column.name}`);
}
function planCopy(relation, losses, { after, before, own, threats }, source) {
    if (_data_loss_relations_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGE_OBJECTS */ .h.includes(relation.oid))
        return 'large-object';
    if (relation.kind === 'foreign')
        return 'foreign-table';
    if (relation.kind === 'view')
        return 'view';
    if (relation.plainName.startsWith(`${ARCHIVE_SCHEMA}.`))
        return 'own-schema';
    if (source === undefined)
        return 'untestable';
    if (losses.some(({ kind }) => kind === 'unlogged'))
        return 'unlogged';
    if ([...relation.columns.values()].some(({ name }) => name.startsWith(OWN_COLUMN)))
        return 'reserved-name';
    const { aboutRows, target } = source;
    const now = after.get(relation.oid);
    const common = { relation, target, aboutRows, condition: (0,_data_loss_own_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignRow */ .p6)(own, relation) };
    if (now === undefined) {
        const key = source.keys.find((names) => columnsNamed(relation, names) !== undefined) ?? [];
        return { ...common, kind: 'rows', columns: allColumns(relation, source), key, dropped: [] };
    }
    const key = source.keys.find((names) => isKept(relation, now, names));
    const dropped = threats
        .toSorted(byColumn)
        .flatMap((threat) => threat.kind === 'column' &&
        threat.relation.oid === relation.oid &&
        losses.some(({ kind, object }) => kind === 'column' && object === `${relation.name}.${threat.column.name}`)
        ? [{ name: threat.column.name, condition: `(${(0,_data_loss_losses_js__WEBPACK_IMPORTED_MODULE_2__/* .lossCondition */ .pT)(threat, own)})` }]
        : []);
    const others = losses.filter(({ kind }) => kind !== 'column');
    if (others.length === 0) {
        if (key === undefined)
            return 'no-key';
        const names = new Set([...key, ...dropped.map(({ name }) => name)]);
        const columns = allColumns(relation, source).filter(({ name }) => names.has(name));
        const condition = dropped.map((each) => each.condition).join(' or ');
        return { ...common, kind: 'values', columns, key, dropped, condition };
    }
    const updates = now.filenode === relation.filenode && now.updated > (before.get(relation.oid)?.updated ?? 0);
    const deletesOnly = dropped.length === 0 && !updates && others.every(({ kind }) => kind === 'rows');
    if (key === undefined && !deletesOnly)
        return 'no-key';
    return { ...common, kind: 'mixed', columns: allColumns(relation, source), key: key ?? [], dropped };
}
function byColumn(a, b) {
    return ('attnum' in a ? a.attnum : 0) - ('attnum' in b ? b.attnum : 0);
}
function allColumns({ columns }, source) {
    return [...columns]
        .sort(([a], [b]) => a - b)
        .flatMap(([attnum, { generated, name, type }]) => {
        if (generated)
            return [];
        const { hasOwnCollation, keepsType } = source.columns.get(attnum) ?? { hasOwnCollation: false, keepsType: false };
        const value = keepsType ? `t.${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .identifier */ .Cv)(name)}` : `t.${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .identifier */ .Cv)(name)}::pg_catalog.text`;
        const sql = hasOwnCollation ? `(${value} collate pg_catalog."default")` : value;
        return [{ name, type, asText: !keepsType, sql }];
    });
}
function columnsNamed({ columns }, names) {
    const found = names.map((name) => [...columns].find(([, column]) => column.name === name && !column.generated)?.[0]);
    return found.every((attnum) => attnum !== undefined) ? found : undefined;
}
function isKept(relation, now, names) {
    const attnums = columnsNamed(relation, names);
    return attnums?.every((attnum) => now.columns.get(attnum)?.shape === relation.columns.get(attnum)?.shape) === true;
}
function lostColumns(dropped) {
    const each = dropped.map(({ condition, name }) => `case when ${condition} then ${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .eu)(name)} end`);
    return each.length === 0
        ? `'{}'::pg_catalog.text[]`
        : `pg_catalog.array_remove(array[${each.join(', ')}]::pg_catalog.text[], null)`;
}


/***/ }),

/***/ 1030075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   previewArchive: () => (/* binding */ previewArchive)
/* harmony export */ });
/* harmony import */ var _lockstep_postgres__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(247753);
/* harmony import */ var _data_loss_count_predicted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(752750);
/* harmony import */ var _data_loss_losses_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(567526);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(553410);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(596310);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1035549);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(556974);







const WITHIN_MS = 5_000;
async function previewArchive(session, { deletes, losses, own }, limits, direction = 'down') {
    const previewOf = (sum, atMost, refusals) => {
        const unarchived = refusals.map((each) => ({ kind: each.kind, message: (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .describeArchiveRefusal */ .e)(each, direction) }));
        return { ...sum, lockMs: (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedLockMs */ .mP)(sum), atMost, unarchived };
    };
    await session.rows(`begin read only; set local row_security = off; set local search_path = ''; set local statement_timeout = ${WITHIN_MS}`);
    try {
        const { after, before, threats } = await (0,_data_loss_count_predicted_js__WEBPACK_IMPORTED_MODULE_2__/* .foresee */ .Sh)(session, deletes);
        const seen = { threats, losses, own, before, after };
        const plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planArchive */ .eM)(seen, await (0,_sources_js__WEBPACK_IMPORTED_MODULE_4__/* .readSources */ .t)(session, [...before.keys()]));
        if (plan.kind === 'refuse')
            return previewOf({ rows: 0, bytes: 0 }, false, plan.refusals);
        let sum = { rows: 0, bytes: 0 };
        const refusals = [];
        for (const copy of plan.copies) {
            const one = await measureCopy(session, copy);
            sum = { rows: sum.rows + one.rows, bytes: sum.bytes + one.bytes };
            const object = copy.relation.name;
            const isExact = copy.kind !== 'mixed';
            if (isExact && sum.rows > limits.rows) {
                refusals.push({ kind: 'rows', object, limit: limits.rows, about: one.rows });
            }
            else if (isExact && sum.bytes > limits.bytes) {
                refusals.push({ kind: 'bytes', object, limit: limits.bytes, bytes: sum.bytes });
            }
        }
        const ms = (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedLockMs */ .mP)(sum);
        const [first] = plan.copies;
        if (refusals.length === 0 && first !== undefined && ms > limits.lockMs) {
            const object = plan.copies.length === 1 ? first.relation.name : 'the tables';
            refusals.push({ kind: 'lock-time', object, limitMs: limits.lockMs, expected: { ...sum, ms } });
        }
        const isMixed = plan.copies.some(({ kind }) => kind === 'mixed');
        return previewOf(sum, isMixed, refusals);
    }
    catch (error) {
        if (!(0,_data_loss_losses_js__WEBPACK_IMPORTED_MODULE_5__/* .isForbidden */ .US)(error) && !(0,_data_loss_losses_js__WEBPACK_IMPORTED_MODULE_5__/* .isTooSlow */ .gv)(error))
            throw error;
        return undefined;
    }
    finally {
        if (!session.lost)
            await session.send('rollback');
    }
}
const ROW_BYTES = 28;
async function measureCopy(session, { columns, condition, relation }) {
    const sizes = columns.map(({ name }) => `coalesce(pg_catalog.pg_column_size(t.${(0,_lockstep_postgres__WEBPACK_IMPORTED_MODULE_6__/* .identifier */ .Cv)(name)}), 0)`);
    const size = [ROW_BYTES, ...sizes].join(' + ');
    const [row] = await session.rows(`select pg_catalog.count(*), coalesce(pg_catalog.sum(${size}), 0) from only ${relation.name} t where ${condition}`);
    return { rows: Number(row?.[0]), bytes: Number(row?.[1]) };
}


/***/ }),

/***/ 1035549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ describeArchiveRefusal)
/* harmony export */ });
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(984731);
/* harmony import */ var _lockstep_base__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(672435);

const UNKEEPABLE = {
    'no-key': 'has no primary key or unique index over required columns, by which its values could be restored',
    'key-changes': 'gets other keys, so that its rows cannot be recognized afterwards',
    'large-object': 'is a large object',
    'foreign-table': 'is a foreign table, whose rows are on another server',
    sequence: 'is a sequence, whose position cannot be restored without assigning numbers twice',
    view: 'is a materialized view, into which no rows can be restored',
    unlogged: 'becomes unlogged: its rows would be lost later, in a crash of the server',
    labels: 'holds labels of an enum that get another meaning',
    untestable: 'does what cannot be tested beforehand',
    'own-schema': 'is itself in the schema lockstep_archive',
    'reserved-name': 'has a column whose name begins with _lockstep_',
    unsteady: 'is changed by the migration in another way each time it runs',
};
const SCHEMA = {
    taken: (who) => `the schema lockstep_archive belongs to ${who}; connect as that role, or rename its schema`,
    'no-right': () => 'this role may not create the schema lockstep_archive; let an administrator run: grant create on database DATABASE to ROLE',
    'name-taken': (who) => `${who} in the schema lockstep_archive was not made by Lockstep; rename it`,
    granted: (who) => `the archive could be read by others (${who}); revoke that right`,
    published: (who) => `the publication ${who} would send the archive to other servers; publish tables by name instead`,
};
const BY_HAND = {
    down: 'copy it in advance, or make a backup, and then use on-data-loss: allow',
    up: 'copy it in advance, or make a backup, and then use archive: never',
};
function describeArchiveRefusal(refusal, direction) {
    const byHand = BY_HAND[direction];
    switch (refusal.kind) {
        case 'not-possible':
            return `${refusal.object} cannot be archived: it ${UNKEEPABLE[refusal.because]}; ${byHand}`;
        case 'rows':
            return `${refusal.object} would bring the archive to more than the ${refusal.limit} rows of archive-limit (the table has about ${refusal.about}); raise archive-limit, or ${byHand}`;
        case 'bytes':
            return `${refusal.object} would bring the archive to ${refusal.bytes} bytes, more than the ${refusal.limit} of archive-limit; raise archive-limit, or ${byHand}`;
        case 'lock-time':
            if (refusal.expected !== undefined)
                return describeExpected(refusal, refusal.expected, direction);
            return `${refusal.object} could not be archived within the ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(refusal.limitMs)} for which its tables may be locked; raise archive-lock-limit, run when the database is less busy, or ${byHand}`;
        case 'schema':
            return SCHEMA[refusal.because](refusal.who);
        case 'server':
            return `the server could not write the archive of ${refusal.object} (SQLSTATE ${refusal.code}); free its disk or its limits, or ${byHand}`;
    }
}
function describeExpected({ limitMs, object }, { bytes, ms, rows }, direction) {
    const limit = limitMs > 0 ? (0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(limitMs) : 'no time';
    return `${object} would be locked for about ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(ms)} while ${(0,_lockstep_base__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rows, 'row')} (${bytes} bytes) are archived, and ${limit} is left by archive-lock-limit${direction === 'down' ? ' and the budget of the undo' : ''}; raise archive-lock-limit${direction === 'down' ? ' and run command: down' : ''}, or ${BY_HAND[direction]}`;
}


/***/ }),

/***/ 556974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readSources)
/* harmony export */ });
async function readSources(session, oids) {
    if (oids.length === 0)
        return new Map();
    const list = `'{${oids.join(',')}}'::pg_catalog.oid[]`;
    const tables = await session.rows(`
    select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(r.relname), greatest(c.reltuples, 0)::bigint
      from pg_catalog.pg_class c
      join pg_catalog.pg_class r on r.oid = case when c.relispartition then pg_catalog.pg_partition_root(c.oid)::pg_catalog.oid else c.oid end
      join pg_catalog.pg_namespace n on n.oid = r.relnamespace
     where c.oid = any (${list})`);
    const columns = await session.rows(`
    select a.attrelid, a.attnum, a.attcollation >= 16384,
           coalesce((select pg_catalog.bool_and(y.oid < 16384 and y.typtype in ('b', 'r', 'm') and y.typname !~ '^_?reg')
                       from pg_catalog.pg_type y where y.oid in (a.atttypid, (select e.typelem from pg_catalog.pg_type e where e.oid = a.atttypid and e.typelem <> 0))), false)
      from pg_catalog.pg_attribute a where a.attrelid = any (${list}) and a.attnum > 0 and not a.attisdropped`);
    const keys = await session.rows(`
    select c.oid, pg_catalog.to_json(array(
             select a.attname from pg_catalog.generate_series(0, i.indnkeyatts - 1) nth
               join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[nth] order by nth))
      from pg_catalog.pg_class c
      join pg_catalog.pg_index i on i.indrelid = case when c.relispartition then pg_catalog.pg_partition_root(c.oid)::pg_catalog.oid else c.oid end
     where c.oid = any (${list}) and i.indisunique and i.indisvalid and i.indimmediate and i.indpred is null and i.indexprs is null
       and not exists (select from pg_catalog.generate_series(0, i.indnkeyatts - 1) nth
                         join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[nth]
                        where not a.attnotnull or a.attgenerated <> '')
     order by c.oid, i.indisprimary desc, i.indnkeyatts, i.indexrelid`);
    return new Map(tables.map(([oid, target, about]) => [
        oid ?? '',
        {
            oid: oid ?? '',
            target: target ?? '',
            aboutRows: Number(about),
            columns: new Map(columns
                .filter((row) => row[0] === oid)
                .map((row) => [Number(row[1]), { hasOwnCollation: row[2] === 't', keepsType: row[3] === 't' }])),
            keys: keys.filter((row) => row[0] === oid).map((row) => JSON.parse(row[1] ?? '[]')),
        },
    ]));
}


/***/ })

};
