export const id = 9803;
export const ids = [9803];
export const modules = {

/***/ 521933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createArchivist: () => (/* binding */ createArchivist)
});

// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(182089);
// EXTERNAL MODULE: ./packages/migrations/lib/history/write.js
var write = __webpack_require__(573145);
// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(247753);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/plan.js
var archive_plan = __webpack_require__(596310);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/schema.js
var schema = __webpack_require__(420829);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/copy.js



const MARKS = {
    _lockstep_lost: 'pg_catalog.text[]',
    _lockstep_xmin: 'pg_catalog.xid',
    _lockstep_done: 'pg_catalog.timestamptz',
    _lockstep_conflict: 'pg_catalog.text',
};
async function addMarks(session, id, has) {
    const missing = Object.entries(MARKS).filter(([name]) => !has.includes(name));
    const list = missing.map(([name, type]) => `add column ${name} ${type}`);
    await session.rows(`alter table ${contentsOf(id)} ${list.join(', ')}`);
}
function contentsOf(id) {
    return `${archive_plan/* ARCHIVE_SCHEMA */.ZS}.a${id}`;
}
function stageOf(id) {
    return `${archive_plan/* ARCHIVE_SCHEMA */.ZS}.s${id}`;
}
async function nextId(session) {
    const [row] = await session.rows(`select pg_catalog.nextval(pg_catalog.pg_get_serial_sequence(${(0,quote/* literal */.eu)(schema/* ARCHIVES */._t)}, 'id'))`);
    return row?.[0] ?? '';
}
async function stage(session, copy, id, { before, room }) {
    const counters = before.get(copy.relation.oid) ?? copy.relation;
    const values = copy.columns.map(({ name, sql }) => `${sql} as ${(0,quote/* identifier */.Cv)(name)}, `).join('');
    const from = `from only ${copy.relation.name} t where ${copy.condition}`;
    if (copy.kind === 'mixed') {
        const lost = `${(0,archive_plan/* lostColumns */.wA)(copy.dropped)} as _lockstep_lost`;
        const rows = await create(session, stageOf(id), `select ${values}t.ctid as _lockstep_at, ${lost} ${from}`);
        const [all] = await session.rows(`select pg_catalog.count(*) from only ${copy.relation.name}`);
        return { copy, id, rows, all: Number(all?.[0]), before: counters };
    }
    const most = room.limits.rows - room.used.rows;
    const isSome = copy.dropped.length > 1;
    const lost = isSome ? `${(0,archive_plan/* lostColumns */.wA)(copy.dropped)} as _lockstep_lost, ` : '';
    const query = `select ${`${values}${lost}`.replace(/, $/, '')} ${from} limit ${most + 1}`;
    const rows = await create(session, contentsOf(id), query);
    await addMarks(session, id, isSome ? ['_lockstep_lost'] : []);
    return rows > most ? tooMany(copy, room) : { copy, id, rows, all: rows, before: counters };
}
async function create(session, table, query) {
    const result = await session.send(`create table ${table} as ${query}`);
    if (!result.ok)
        throw result.error;
    return Number(result.reply.tags.at(-1)?.split(' ').at(-1));
}
function tooMany({ aboutRows, relation }, { limits }) {
    return { kind: 'rows', object: relation.name, limit: limits.rows, about: aboutRows };
}
async function finish(session, staged, { after, keepMs, room }) {
    const { copy, id, rows: stagedRows } = staged;
    if (copy.kind === 'mixed') {
        const refused = await keepChanged(session, staged, after.get(copy.relation.oid), room);
        if (refused !== undefined)
            return refused;
    }
    const table = contentsOf(id);
    const [row] = await session.rows(`select ${copy.kind === 'mixed' ? `(select pg_catalog.count(*) from ${table})` : stagedRows}, pg_catalog.pg_table_size(${(0,quote/* literal */.eu)(table)}::pg_catalog.regclass)`);
    const [rows, bytes] = [Number(row?.[0]), Number(row?.[1])];
    if (rows === 0) {
        await session.rows(`drop table ${table}`);
        return undefined;
    }
    const object = copy.relation.name;
    const { limits, used } = room;
    if (rows + used.rows > limits.rows)
        return tooMany(copy, room);
    if (bytes + used.bytes > limits.bytes) {
        return { kind: 'bytes', object, limit: limits.bytes, bytes: bytes + used.bytes };
    }
    return { id, object, kind: copy.kind, rows, bytes, keepMs };
}
async function keepChanged(session, staged, now, room) {
    const { copy, id, rows } = staged;
    const { key, relation } = copy;
    if (now === undefined)
        return notPossible(copy, 'unsteady');
    const most = room.limits.rows - room.used.rows;
    const isAnew = now.filenode !== relation.filenode;
    const kept = await create(session, contentsOf(id), `${key.length === 0 ? goneRows(staged, now) : changedRows(staged, now)} limit ${most + 1}`);
    await session.rows(`drop table ${stageOf(id)}`);
    await addMarks(session, id, ['_lockstep_lost', '_lockstep_xmin']);
    if (kept > most)
        return tooMany(copy, room);
    if (key.length === 0)
        return isAnew && kept !== rows ? notPossible(copy, 'no-key') : undefined;
    const [row] = await session.rows(`select (select pg_catalog.count(*) from ${contentsOf(id)} where _lockstep_lost is null), ${isAnew ? `(select pg_catalog.count(*) from only ${now.name})` : '0'}`);
    const [missing, left] = [Number(row?.[0]), Number(row?.[1])];
    const went = isAnew ? staged.all + now.inserted - staged.before.inserted - left : now.deleted - staged.before.deleted;
    return missing > went ? notPossible(copy, 'key-changes') : undefined;
}
function notPossible({ relation }, because) {
    return { kind: 'not-possible', object: relation.name, because };
}
function goneRows({ copy, id }, now) {
    const isAnew = now.filenode !== copy.relation.filenode;
    const values = copy.columns.map(({ name }) => `s.${(0,quote/* identifier */.Cv)(name)}, `).join('');
    const isLeft = isAnew ? `exists (select from only ${now.name} t)` : 't.ctid is not null';
    const join = isAnew ? '' : `left join only ${now.name} t on t.ctid = s._lockstep_at`;
    return `select ${values}null::pg_catalog.text[] as _lockstep_lost, null::pg_catalog.xid as _lockstep_xmin from ${stageOf(id)} s ${join} where not (${isLeft})`;
}
function changedRows({ copy: { columns, dropped, key, relation }, id }, now) {
    const nameNow = (name) => {
        const attnum = [...relation.columns].find(([, column]) => column.name === name)?.[0] ?? 0;
        return now.columns.get(attnum)?.name;
    };
    const text = (of, name) => `${of}.${(0,quote/* identifier */.Cv)(name)}::pg_catalog.text collate pg_catalog."C"`;
    const match = key.map((name) => `${text('t', nameNow(name) ?? name)} = ${text('s', name)}`).join(' and ');
    const isMissing = `t.${(0,quote/* identifier */.Cv)(nameNow(key[0] ?? '') ?? '')} is null`;
    const goes = new Set(dropped.map(({ name }) => name));
    const differs = columns.flatMap(({ name }) => {
        const then = nameNow(name);
        if (key.includes(name) || goes.has(name) || then === undefined)
            return [];
        return [`case when ${text('s', name)} is distinct from ${text('t', then)} then ${(0,quote/* literal */.eu)(name)} end`];
    });
    const changed = `pg_catalog.array_remove(array[${differs.join(', ')}]::pg_catalog.text[], null)`;
    const lost = differs.length === 0 ? 's._lockstep_lost' : `s._lockstep_lost || ${changed}`;
    const values = columns.map(({ name }) => {
        const value = `s.${(0,quote/* identifier */.Cv)(name)}`;
        if (key.includes(name))
            return `${value}, `;
        return `case when ${isMissing} or ${(0,quote/* literal */.eu)(name)} = any (l.lost) then ${value} end as ${(0,quote/* identifier */.Cv)(name)}, `;
    });
    return `select ${values.join('')}case when ${isMissing} then null else l.lost end as _lockstep_lost, t.xmin as _lockstep_xmin
    from ${stageOf(id)} s left join only ${now.name} t on ${match} cross join lateral (select ${lost} as lost) l
   where ${isMissing} or l.lost <> '{}'`;
}
function insertArchive({ copy, id }, { bytes, keepMs, rows }, about) {
    const columns = copy.columns.map(({ asText, name, type }) => ({ name, type, as_text: asText }));
    const values = {
        id: id,
        direction: (0,quote/* literal */.eu)(about.direction),
        version: (0,quote/* literal */.eu)(about.version),
        migration: (0,quote/* literal */.eu)(about.migration),
        release: (0,quote/* optional */.lq)(about.release),
        by_release: (0,quote/* optional */.lq)(about.by.release),
        commit_sha: (0,quote/* optional */.lq)(about.by.commit),
        actor: (0,quote/* optional */.lq)(about.by.actor),
        run: (0,quote/* optional */.lq)(about.by.run),
        source: (0,quote/* literal */.eu)(copy.relation.name),
        target: (0,quote/* literal */.eu)(copy.target),
        kind: (0,quote/* literal */.eu)(copy.kind),
        contents: (0,quote/* literal */.eu)(`a${id}`),
        columns: `${(0,quote/* literal */.eu)(JSON.stringify(columns))}::jsonb`,
        key: `${(0,quote/* literal */.eu)(JSON.stringify(copy.key))}::jsonb`,
        dropped: `${(0,quote/* literal */.eu)(JSON.stringify(copy.dropped.map(({ name }) => name)))}::jsonb`,
        whole: String(copy.condition === 'true'),
        rows: String(rows),
        bytes: String(bytes),
        cluster: (0,quote/* optional */.lq)(about.cluster),
        expires: `pg_catalog.clock_timestamp() + ${(0,quote/* literal */.eu)(`${keepMs} milliseconds`)}::pg_catalog.interval`,
    };
    return `insert into ${schema/* ARCHIVES */._t} (${Object.keys(values).join(', ')}) overriding system value values (${Object.values(values).join(', ')})`;
}

// EXTERNAL MODULE: ./packages/migrations/lib/archive/refusal.js
var refusal = __webpack_require__(1035549);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/settings.js
var settings = __webpack_require__(577446);
// EXTERNAL MODULE: ./packages/migrations/lib/archive/sources.js
var sources = __webpack_require__(556974);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/archivist.js








function createArchivist(engine, of, limits) {
    let archived = [];
    let refusals = [];
    let staged = [];
    let until = 0;
    const refuse = (...list) => {
        refusals = list;
        return false;
    };
    const guarded = async (object, work) => {
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof sql_error/* SqlError */.L8) || engine.signal?.aborted)
                throw error;
            const { code } = error.server;
            if (code === '57014')
                return refuse({ kind: 'lock-time', object: object(), limitMs: limits.lockMs });
            if (code.startsWith('53'))
                return refuse({ kind: 'server', object: object(), code });
            if (code === '42P07')
                return refuse({ kind: 'schema', because: 'name-taken', who: 'a table of that name' });
            throw error;
        }
    };
    const hurry = async (session) => {
        const left = Math.max(1, until - engine.clock.now());
        await session.rows(`set local statement_timeout = ${Math.ceil(left)}`);
    };
    return {
        kept: () => ({
            archived,
            refusals: refusals.map((each) => ({ kind: each.kind, message: (0,refusal/* describeArchiveRefusal */.e)(each, of.direction) })),
        }),
        locked() {
            until = engine.clock.now() + limits.lockMs;
            [archived, refusals, staged] = [[], [], []];
        },
        isLate() {
            return (engine.clock.now() >= until && !refuse({ kind: 'lock-time', object: 'the tables', limitMs: limits.lockMs }));
        },
        async stage(session, seen) {
            let object = 'the tables';
            return guarded(() => object, async () => {
                const isStaged = await (0,settings/* withinSettings */.$0)(session, async () => {
                    await hurry(session);
                    const oids = [...new Set(seen.threats.map(({ relation }) => relation.oid))];
                    const plan = (0,archive_plan/* planArchive */.eM)(seen, await (0,sources/* readSources */.t)(session, oids));
                    if (plan.kind === 'refuse')
                        return refuse(...plan.refusals);
                    const taken = await (0,schema/* ensureArchiveSchema */.cX)(session);
                    if (taken !== undefined)
                        return refuse(taken);
                    const list = [];
                    let used = { rows: 0, bytes: 0 };
                    const relations = plan.copies.map(({ relation }) => relation);
                    return (0,settings/* pastPolicies */.PM)(session, relations, async () => {
                        for (const copy of plan.copies) {
                            object = copy.relation.name;
                            await hurry(session);
                            const done = await stage(session, copy, await nextId(session), {
                                before: seen.before,
                                room: { limits, used },
                            });
                            if (!('copy' in done))
                                return refuse(done);
                            if (copy.kind !== 'mixed')
                                used = { ...used, rows: used.rows + done.rows };
                            list.push(done);
                        }
                        staged = list;
                        return true;
                    });
                });
                await hurry(session);
                return isStaged;
            });
        },
        async finish(session, { after, losses }) {
            let object = 'the tables';
            return guarded(() => object, async () => {
                await session.rows(settings/* asArchivist */.Cv);
                const unseen = losses.find(({ object: of }) => staged.every(({ copy: { relation } }) => of !== relation.name && !of.startsWith(`${relation.name}.`)));
                if (unseen !== undefined)
                    return refuse({ kind: 'not-possible', object: unseen.object, because: 'unsteady' });
                const left = staged.flatMap(({ copy }) => after.get(copy.relation.oid) ?? []);
                const isKept = await (0,settings/* pastPolicies */.PM)(session, left, () => keepAll(session, after));
                if (!isKept)
                    return false;
                const open = await (0,schema/* closeToOthers */.NW)(session);
                if (open !== undefined)
                    return refuse(open);
                await session.rows(archivedEvent());
                return engine.clock.now() <= until || refuse({ kind: 'lock-time', object, limitMs: limits.lockMs });
            });
            function archivedEvent() {
                const archives = archived.map(({ id, object, rows }) => ({ id, source: object, rows }));
                const { direction, version } = of;
                return (0,write/* insertEvent */.Ul)({ kind: 'archive', version, by: engine.provenance, detail: { direction, archives } });
            }
            async function keepAll(within, now) {
                for (const each of staged) {
                    object = each.copy.relation.name;
                    await hurry(within);
                    const used = {
                        rows: archived.reduce((sum, { rows }) => sum + rows, 0),
                        bytes: archived.reduce((sum, { bytes }) => sum + bytes, 0),
                    };
                    const room = { limits, used };
                    const done = await finish(within, each, { after: now, room, keepMs: limits.keepMs });
                    if (done === undefined)
                        continue;
                    if (!('rows' in done && 'id' in done))
                        return refuse(done);
                    await within.rows(insertArchive(each, done, { ...of, by: engine.provenance }));
                    archived.push(done);
                }
                return true;
            }
        },
    };
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
