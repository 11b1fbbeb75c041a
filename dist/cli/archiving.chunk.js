export const id = 490;
export const ids = [490];
export const modules = {

/***/ 8490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  archivedBy: () => (/* binding */ archivedBy),
  newRunsFor: () => (/* binding */ newRunsFor),
  planArchives: () => (/* binding */ planArchives),
  seal: () => (/* binding */ seal)
});

// EXTERNAL MODULE: ./packages/postgres/lib/quote.js
var quote = __webpack_require__(6498);
// EXTERNAL MODULE: ./packages/postgres/lib/connection/sql-error.js
var sql_error = __webpack_require__(6768);
// EXTERNAL MODULE: ./packages/migrations/lib/history/write.js
var write = __webpack_require__(2840);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/losses.js + 2 modules
var data_loss_losses = __webpack_require__(7226);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/own-rows.js
var own_rows = __webpack_require__(4374);
// EXTERNAL MODULE: ./packages/migrations/lib/data-loss/relations.js
var relations = __webpack_require__(6890);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/plan.js




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
    if (relations/* LARGE_OBJECTS */.h.includes(relation.oid))
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
    const common = { relation, target, aboutRows, condition: (0,own_rows/* foreignRow */.p6)(own, relation) };
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
        ? [{ name: threat.column.name, condition: `(${(0,data_loss_losses/* lossCondition */.pT)(threat, own)})` }]
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
        const value = keepsType ? `t.${(0,quote/* identifier */.Cv)(name)}` : `t.${(0,quote/* identifier */.Cv)(name)}::pg_catalog.text`;
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
    const each = dropped.map(({ condition, name }) => `case when ${condition} then ${(0,quote/* literal */.eu)(name)} end`);
    return each.length === 0
        ? `'{}'::pg_catalog.text[]`
        : `pg_catalog.array_remove(array[${each.join(', ')}]::pg_catalog.text[], null)`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/schema.js


const ARCHIVES = `${ARCHIVE_SCHEMA}.archives`;
const schema_RESTORES = `${ARCHIVE_SCHEMA}.restores`;
const TABLES = `
create table ${ARCHIVES} (
  id bigint generated always as identity primary key,
  at timestamptz not null default pg_catalog.clock_timestamp(),
  -- What deleted it: the down migration of this version, or (up) the contract migration itself.
  direction text not null,
  -- The migration, and the release that had applied it.
  version text not null,
  migration text not null,
  release text,
  -- Who archived.
  by_release text,
  commit_sha text,
  actor text,
  run text,
  -- The table as it was called then, and where a restore puts its rows.
  source text not null,
  target text not null,
  -- rows, values or mixed, see packages/migrations/src/archive/plan.ts.
  kind text not null,
  contents text not null,
  columns jsonb not null,
  key jsonb not null,
  dropped jsonb not null,
  -- Rows that migrations put there are among them.
  whole boolean not null,
  rows bigint not null,
  bytes bigint not null,
  -- Of all rows, summed up after the commit: whether they were changed since.
  digest text,
  -- The transaction that archived, on this very cluster.
  xid xid8 not null default pg_catalog.pg_current_xact_id(),
  cluster text,
  expires timestamptz not null,
  -- all, partial: a restore brought back all of it, or not yet.
  restored text,
  restored_at timestamptz,
  extended jsonb not null default '[]'
);
-- Transactions that restored something: what they wrote, no user did.
create table ${schema_RESTORES} (
  xid xid8 not null primary key default pg_catalog.pg_current_xact_id(),
  archive bigint not null,
  at timestamptz not null default pg_catalog.clock_timestamp()
);
`;
async function ensureArchiveSchema(session) {
    const [found] = await session.rows(`
    select pg_catalog.pg_has_role(current_user, n.nspowner, 'usage'), pg_catalog.pg_get_userbyid(n.nspowner), c.relkind,
           (select pg_catalog.count(*) from pg_catalog.pg_attribute a where a.attrelid = c.oid and not a.attisdropped
               and a.attname in ('id', 'version', 'contents', 'columns', 'digest', 'expires', 'extended'))
      from pg_catalog.pg_namespace n
      left join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = 'archives'
     where n.nspname = ${(0,quote/* literal */.eu)(ARCHIVE_SCHEMA)}`);
    if (found?.[0] === 'f')
        return { kind: 'schema', because: 'taken', who: found[1] ?? '' };
    if (found !== undefined && found[2] !== null) {
        const isOurs = found[2] === 'r' && found[3] === '7';
        return isOurs ? undefined : { kind: 'schema', because: 'name-taken', who: 'what is named archives' };
    }
    const [right] = await session.rows(`select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')`);
    if (found === undefined && right?.[0] !== 't')
        return { kind: 'schema', because: 'no-right', who: '' };
    if (found === undefined)
        await session.rows(`create schema ${ARCHIVE_SCHEMA}`);
    await session.rows(`${TABLES} comment on schema ${ARCHIVE_SCHEMA} is 'Data that rollbacks would have deleted, kept by Lockstep: leave it to its owner'`);
    return undefined;
}
const OBJECTS = `
  select n.oid, 'schema'::pg_catalog.text as what, n.nspowner as owner, n.nspacl as acl, n.nspname::pg_catalog.text as name
    from pg_catalog.pg_namespace n where n.nspname = ${(0,quote/* literal */.eu)(ARCHIVE_SCHEMA)}
  union all
  select c.oid, case c.relkind when 'S' then 'sequence' else 'table' end, c.relowner, c.relacl, '${ARCHIVE_SCHEMA}.' || pg_catalog.quote_ident(c.relname)
    from pg_catalog.pg_class c
   where c.relnamespace = pg_catalog.to_regnamespace(${(0,quote/* literal */.eu)(ARCHIVE_SCHEMA)}) and c.relkind in ('r', 'p', 'S', 'v', 'm', 'f')`;
const GRANTED = `
  select object.what, object.name,
         case when acl.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end as grantee
    from (${OBJECTS}) as object, pg_catalog.aclexplode(object.acl) as acl where acl.grantee <> object.owner`;
async function closeToOthers(session) {
    const open = await session.rows(`select c.name from (${OBJECTS}) as c join pg_catalog.pg_class k on k.oid = c.oid where c.what = 'table' and k.relkind = 'r' and not k.relrowsecurity`);
    for (const [name] of open)
        await session.rows(`alter table ${name} enable row level security`);
    for (const [what, name, grantee] of await session.rows(`select distinct what, name, grantee from (${GRANTED}) as g`)) {
        await session.rows(`revoke all on ${what} ${name} from ${grantee} cascade`);
    }
    return findOpenings(session);
}
async function findOpenings(session) {
    const [granted] = await session.rows(`
    select name || ' to ' || grantee from (${GRANTED}) as g
    union all
    select '${ARCHIVE_SCHEMA}.' || c.relname || '.' || a.attname || ' to others' from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
     where c.relnamespace = pg_catalog.to_regnamespace(${(0,quote/* literal */.eu)(ARCHIVE_SCHEMA)}) and a.attacl is not null
    union all
    select o.name || ' has no row level security' from (${OBJECTS}) as o join pg_catalog.pg_class c on c.oid = o.oid
     where o.what = 'table' and c.relkind = 'r' and not c.relrowsecurity
    union all
    select o.name || ' has a policy' from (${OBJECTS}) as o join pg_catalog.pg_policy p on p.polrelid = o.oid
    limit 1`);
    if (granted !== undefined)
        return { kind: 'schema', because: 'granted', who: granted[0] ?? '' };
    const [published] = await session.rows(`
    select pg_catalog.quote_ident(p.pubname) from pg_catalog.pg_publication p
     where p.puballtables or exists (select from (${OBJECTS}) as o
             join pg_catalog.pg_publication_rel r on r.prrelid = o.oid and r.prpubid = p.oid)
     order by 1 limit 1`);
    if (published !== undefined)
        return { kind: 'schema', because: 'published', who: published[0] ?? '' };
    const [wholeSchema] = await publishedSchemas(session);
    return wholeSchema === undefined ? undefined : { kind: 'schema', because: 'published', who: wholeSchema[0] ?? '' };
}
async function publishedSchemas(session) {
    if (session.version < 150_000)
        return [];
    return session.rows(`
    select pg_catalog.quote_ident(p.pubname) from pg_catalog.pg_publication p
      join pg_catalog.pg_publication_namespace s on s.pnpubid = p.oid
     where s.pnnspid = pg_catalog.to_regnamespace(${(0,quote/* literal */.eu)(ARCHIVE_SCHEMA)}) limit 1`);
}

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
    return `${ARCHIVE_SCHEMA}.a${id}`;
}
function stageOf(id) {
    return `${ARCHIVE_SCHEMA}.s${id}`;
}
async function nextId(session) {
    const [row] = await session.rows(`select pg_catalog.nextval(pg_catalog.pg_get_serial_sequence(${(0,quote/* literal */.eu)(ARCHIVES)}, 'id'))`);
    return row?.[0] ?? '';
}
async function stage(session, copy, id, { before, room }) {
    const counters = before.get(copy.relation.oid) ?? copy.relation;
    const values = copy.columns.map(({ name, sql }) => `${sql} as ${(0,quote/* identifier */.Cv)(name)}, `).join('');
    const from = `from only ${copy.relation.name} t where ${copy.condition}`;
    if (copy.kind === 'mixed') {
        const lost = `${lostColumns(copy.dropped)} as _lockstep_lost`;
        const rows = await create(session, stageOf(id), `select ${values}t.ctid as _lockstep_at, ${lost} ${from}`);
        const [all] = await session.rows(`select pg_catalog.count(*) from only ${copy.relation.name}`);
        return { copy, id, rows, all: Number(all?.[0]), before: counters };
    }
    const most = room.limits.rows - room.used.rows;
    const isSome = copy.dropped.length > 1;
    const lost = isSome ? `${lostColumns(copy.dropped)} as _lockstep_lost, ` : '';
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
        return copy_notPossible(copy, 'unsteady');
    const most = room.limits.rows - room.used.rows;
    const isAnew = now.filenode !== relation.filenode;
    const kept = await create(session, contentsOf(id), `${key.length === 0 ? goneRows(staged, now) : changedRows(staged, now)} limit ${most + 1}`);
    await session.rows(`drop table ${stageOf(id)}`);
    await addMarks(session, id, ['_lockstep_lost', '_lockstep_xmin']);
    if (kept > most)
        return tooMany(copy, room);
    if (key.length === 0)
        return isAnew && kept !== rows ? copy_notPossible(copy, 'no-key') : undefined;
    const [row] = await session.rows(`select (select pg_catalog.count(*) from ${contentsOf(id)} where _lockstep_lost is null), ${isAnew ? `(select pg_catalog.count(*) from only ${now.name})` : '0'}`);
    const [missing, left] = [Number(row?.[0]), Number(row?.[1])];
    const went = isAnew ? staged.all + now.inserted - staged.before.inserted - left : now.deleted - staged.before.deleted;
    return missing > went ? copy_notPossible(copy, 'key-changes') : undefined;
}
function copy_notPossible({ relation }, because) {
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
    return `insert into ${ARCHIVES} (${Object.keys(values).join(', ')}) overriding system value values (${Object.values(values).join(', ')})`;
}

// EXTERNAL MODULE: ./packages/base/lib/duration.js
var duration = __webpack_require__(394);
// EXTERNAL MODULE: ./packages/base/lib/lists.js
var lists = __webpack_require__(5917);
;// CONCATENATED MODULE: ./packages/migrations/lib/archive/refusal.js

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
            return `${refusal.object} could not be archived within the ${(0,duration/* formatDuration */.a)(refusal.limitMs)} for which its tables may be locked; raise archive-lock-limit, run when the database is less busy, or ${byHand}`;
        case 'schema':
            return SCHEMA[refusal.because](refusal.who);
        case 'server':
            return `the server could not write the archive of ${refusal.object} (SQLSTATE ${refusal.code}); free its disk or its limits, or ${byHand}`;
    }
}
function describeExpected({ limitMs, object }, { bytes, ms, rows }, direction) {
    const limit = limitMs > 0 ? (0,duration/* formatDuration */.a)(limitMs) : 'no time';
    return `${object} would be locked for about ${(0,duration/* formatDuration */.a)(ms)} while ${(0,lists/* count */.U9)(rows, 'row')} (${bytes} bytes) are archived, and ${limit} is left by archive-lock-limit${direction === 'down' ? ' and the budget of the undo' : ''}; raise archive-lock-limit${direction === 'down' ? ' and run command: down' : ''}, or ${BY_HAND[direction]}`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/settings.js

const FORMATS = {
    search_path: '',
    row_security: 'off',
    timezone: 'UTC',
    datestyle: 'ISO, YMD',
    intervalstyle: 'postgres',
    bytea_output: 'hex',
    extra_float_digits: '3',
    lc_monetary: 'C',
    xmloption: 'content',
    quote_all_identifiers: 'off',
    standard_conforming_strings: 'on',
};
const FORMAT_NAMES = ['statement_timeout', ...Object.keys(FORMATS)];
const WHO = ['session_authorization', 'role'];
async function readSettings(session) {
    const names = [...WHO, ...FORMAT_NAMES];
    const asked = names.map((name) => `pg_catalog.current_setting(${(0,quote/* literal */.eu)(name)})`);
    const [row] = await session.rows(`select ${asked.join(', ')}`);
    return new Map(names.map((name, nth) => [name, row?.[nth] ?? '']));
}
function restored(name, settings) {
    return `pg_catalog.set_config(${(0,quote/* literal */.eu)(name)}, ${(0,quote/* literal */.eu)(settings.get(name) ?? '')}, true)`;
}
const asArchivist = 'set local session authorization default; set local role none; ' +
    Object.entries(FORMATS)
        .map(([name, value]) => `set local ${name} = ${(0,quote/* literal */.eu)(value)}`)
        .join('; ');
async function withinSettings(session, work) {
    const before = await readSettings(session);
    await session.rows(asArchivist);
    const ours = await readSettings(session);
    const result = await work();
    const rest = FORMAT_NAMES.map((name) => restored(name, before)).join(', ');
    await session.rows(`select ${rest}`);
    for (const name of WHO) {
        if (before.get(name) !== ours.get(name))
            await session.rows(`select ${restored(name, before)}`);
    }
    return result;
}
async function pastPolicies(session, relations, work) {
    const oids = relations.map(({ oid }) => oid).join(',');
    const forced = await session.rows(`select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ('{${oids}}'::pg_catalog.oid[]) and c.relforcerowsecurity and pg_catalog.row_security_active(c.oid)`);
    const names = forced.map((row) => row[0] ?? '');
    for (const name of names) {
        await session.rows(`set constraints all immediate; alter table only ${name} no force row level security`);
    }
    const result = await work();
    for (const name of names)
        await session.rows(`alter table only ${name} force row level security`);
    return result;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/sources.js
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
            refusals: refusals.map((each) => ({ kind: each.kind, message: describeArchiveRefusal(each, of.direction) })),
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
                const isStaged = await withinSettings(session, async () => {
                    await hurry(session);
                    const oids = [...new Set(seen.threats.map(({ relation }) => relation.oid))];
                    const plan = planArchive(seen, await readSources(session, oids));
                    if (plan.kind === 'refuse')
                        return refuse(...plan.refusals);
                    const taken = await ensureArchiveSchema(session);
                    if (taken !== undefined)
                        return refuse(taken);
                    const list = [];
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
                await session.rows(asArchivist);
                const unseen = losses.find(({ object: of }) => staged.every(({ copy: { relation } }) => of !== relation.name && !of.startsWith(`${relation.name}.`)));
                if (unseen !== undefined)
                    return refuse({ kind: 'not-possible', object: unseen.object, because: 'unsteady' });
                const left = staged.flatMap(({ copy }) => after.get(copy.relation.oid) ?? []);
                const isKept = await pastPolicies(session, left, () => keepAll(session, after));
                if (!isKept)
                    return false;
                const open = await closeToOthers(session);
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

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/catalog.js



async function readArchives(session) {
    const [exists] = await session.rows(`select pg_catalog.to_regclass(${(0,quote/* literal */.eu)(ARCHIVES)}) is not null`);
    if (exists?.[0] !== 't')
        return [];
    const time = (column) => `pg_catalog.to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
    const rows = await session.rows(`
    select id, version, migration, coalesce(release, ''), source, target, kind, contents, columns, key, dropped, whole, rows, bytes,
           digest, xid, cluster, ${time('at')}, ${time('expires')}, expires <= pg_catalog.clock_timestamp(), restored, direction
      from ${ARCHIVES} order by id`);
    return rows.map((row) => {
        const text = (at) => row[at] ?? '';
        const columns = JSON.parse(text(8));
        return {
            id: text(0),
            direction: text(21) === 'up' ? 'up' : 'down',
            version: text(1),
            migration: text(2),
            release: text(3),
            source: text(4),
            target: text(5),
            kind: text(6),
            contents: `${ARCHIVE_SCHEMA}.${text(7)}`,
            columns: columns.map(({ as_text: asText, name, type }) => ({ name, type, asText })),
            key: JSON.parse(text(9)),
            dropped: JSON.parse(text(10)),
            whole: row[11] === 't',
            rows: Number(text(12)),
            bytes: Number(text(13)),
            digest: row[14] ?? undefined,
            xid: text(15),
            cluster: row[16] ?? undefined,
            at: text(17),
            expires: text(18),
            isExpired: row[19] === 't',
            restored: row[20] === null ? undefined : text(20),
        };
    });
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/digest.js



function digestSql(columns) {
    const values = [...columns.map(({ name }) => `a.${(0,quote/* identifier */.Cv)(name)}`), 'a._lockstep_lost'];
    return `pg_catalog.count(*) || ' ' || coalesce(pg_catalog.sum(pg_catalog.hashtextextended(row(${values.join(', ')})::pg_catalog.text, 0)::pg_catalog.numeric), 0)`;
}
async function sealArchives(session, archives) {
    for (const { columns, contents, digest, id } of archives) {
        if (digest !== undefined)
            continue;
        await session.rows(`begin; ${asArchivist}; update ${ARCHIVES} set digest = (select ${digestSql(columns)} from ${contents} a) where id = ${(0,quote/* literal */.eu)(id)} and digest is null; commit`);
    }
}
async function isUnchanged(session, archive) {
    const { columns, contents, digest, rows } = archive;
    const [exists] = await session.rows(`select pg_catalog.to_regclass(${literal(contents)}) is not null`);
    if (exists?.[0] !== 't')
        return false;
    const [row] = await session.rows(`select ${digestSql(columns)}, pg_catalog.count(*), pg_catalog.count(distinct a.xmin::pg_catalog.text) from ${contents} a`);
    if (Number(row?.[1]) !== rows)
        return false;
    return digest === undefined ? Number(row?.[2]) <= 1 : row?.[0] === digest;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/target.js



async function readTarget(session, name) {
    const rows = await session.rows(`
    select c.oid, c.relkind, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attcollation >= 16384, a.attgenerated <> '',
           a.attidentity = 'a', pg_catalog.pg_get_serial_sequence(${(0,quote/* literal */.eu)(name)}, a.attname)
      from pg_catalog.pg_class c
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.oid = pg_catalog.to_regclass(${(0,quote/* literal */.eu)(name)}) and c.relkind in ('r', 'p')`);
    const [first] = rows;
    if (first === undefined)
        return undefined;
    return {
        oid: first[0] ?? '',
        name,
        isPartitioned: first[1] === 'p',
        columns: new Map(rows.map((row) => [
            row[2] ?? '',
            {
                type: row[3] ?? '',
                hasOwnCollation: row[4] === 't',
                isGenerated: row[5] === 't',
                isIdentity: row[6] === 't',
                sequence: row[7] ?? undefined,
            },
        ])),
    };
}
const EPOCH = (/* unused pure expression or super */ null && (2n ** 31n));
function untouched(archive, back, now) {
    const isNear = (xid) => {
        const age = BigInt(now.currentXid) - BigInt(xid);
        return age >= 0n && age < EPOCH;
    };
    const isHere = now.cluster !== undefined && archive.cluster === now.cluster;
    const sinceDown = isHere && isNear(archive.xid) ? 't.xmin = a._lockstep_xmin' : 'false';
    const { horizon } = back;
    if (horizon === undefined || now.cluster === undefined || back.cluster !== now.cluster || !isNear(horizon)) {
        return { since: 'false', sinceDown };
    }
    const own = back.xids.map((xid) => `${literal(xid)}::pg_catalog.xid`).join(', ');
    const restores = `select (r.xid::pg_catalog.text::pg_catalog.int8 & ${0xffffffff})::pg_catalog.text from ${RESTORES} r where r.xid >= '${horizon}'::pg_catalog.xid8`;
    const since = `(t.xmin = any (array[${own}]::pg_catalog.xid[]) or pg_catalog.age(t.xmin) > pg_catalog.age('${lowBits(horizon)}'::pg_catalog.xid) or t.xmin::pg_catalog.text in (${restores}))`;
    return { since, sinceDown };
}
function target_archivedValue({ asText, name }, { columns }) {
    const value = `a.${(0,quote/* identifier */.Cv)(name)}`;
    return asText ? `${value}::${columns.get(name)?.type ?? 'text'}` : value;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/restore-sql.js


const asText = (of, name) => `${of}.${identifier(name)}::pg_catalog.text collate pg_catalog."C"`;
function restore_sql_from({ target }) {
    return `${target.isPartitioned ? '' : 'only '}${target.name} t`;
}
function restore_sql_match({ archive, target }) {
    return archive.key
        .map((name) => {
        const column = archive.columns.find((each) => each.name === name);
        const value = column === undefined ? 'null' : target_archivedValue(column, target);
        const collation = target.columns.get(name)?.hasOwnCollation === true ? ' collate pg_catalog."default"' : '';
        return `t.${(0,quote/* identifier */.Cv)(name)} = ${value}${collation}`;
    })
        .join(' and ');
}
function archivedColumns({ dropped, kind }, as) {
    switch (kind) {
        case 'rows':
            return 'null::pg_catalog.text[]';
        case 'values':
            return `coalesce(${as}._lockstep_lost, ${textArray(dropped)})`;
        case 'mixed':
            return `${as}._lockstep_lost`;
    }
}
function archived({ archive, newer }) {
    const joins = newer.map((each, nth) => {
        const same = archive.key.map((name) => `${asText(`n${nth}`, name)} = ${asText('a', name)}`);
        return ` left join ${each.contents} n${nth} on ${same.join(' and ')}`;
    });
    return `${archive.contents} a${joins.join('')}`;
}
function lost({ archive, newer }) {
    const own = archivedColumns(archive, 'a');
    if (newer.length === 0)
        return own;
    const again = newer.map((each, nth) => ({
        isThere: `n${nth}.ctid is not null`,
        columns: archivedColumns(each, `n${nth}`),
    }));
    const wholly = again.map(({ columns, isThere }) => `(${isThere} and ${columns} is null)`).join(' or ');
    const not = again.map(({ columns, isThere }) => `not (${isThere} and c.c = any (coalesce(${columns}, array[c.c]::pg_catalog.text[])))`);
    return `case when ${own} is null then case when ${wholly} then '{}'::pg_catalog.text[] end
    else array(select c.c from pg_catalog.unnest(${own}) c (c) where ${not.join(' and ')}) end`;
}
function besidesKey({ archive }) {
    return archive.columns.filter(({ name }) => !archive.key.includes(name));
}
function lostRows(archive, target, isHere) {
    if (archive.kind === 'rows' || archive.key.length === 0)
        return undefined;
    if (archive.key.some((name) => !target.columns.has(name)))
        return undefined;
    const isGone = `t.${identifier(archive.key[0] ?? '')} is null`;
    const stays = `not (${archivedColumns(archive, 'a')} <@ ${textArray(archive.dropped)})`;
    const isWritten = isHere ? '(t.xmin = a._lockstep_xmin) is not true' : 'true';
    return `select pg_catalog.count(*) filter (where ${isGone}), pg_catalog.count(*) filter (where not (${isGone}) and ${stays} and ${isWritten})
            from ${archive.contents} a left join ${restore_sql_from({ target })} on ${restore_sql_match({ archive, target })}
           where ${archivedColumns(archive, 'a')} is not null and a._lockstep_done is null`;
}
function meeting(restoring, where) {
    const { archive, target, untouched } = restoring;
    if (archive.key.length === 0)
        return `select a.ctid as at, 'insert' as what from ${archive.contents} a where ${where}`;
    const dropped = `${textArray(archive.dropped)}`;
    const key = archive.key[0] ?? '';
    const differs = besidesKey(restoring)
        .filter(({ name }) => target.columns.get(name)?.isGenerated !== true)
        .map(({ name }) => `case when (l.lost is null or ${literal(name)} = any (l.lost)) and ${asText('t', name)} is distinct from ${asText('a', name)} then ${literal(name)} end`);
    const differing = `pg_catalog.array_remove(array[${differs.join(', ')}]::pg_catalog.text[], null)`;
    return `select a.ctid as at, case
      when l.lost = '{}' then 'superseded'
      when t.${identifier(key)} is null then case when l.lost is null then 'insert' else 'row-gone' end
      when d.differing = '{}' then 'already'
      when l.lost is null then 'row-exists'
      when (not d.differing && ${dropped} or ${untouched.since}) and (d.differing <@ ${dropped} or ${untouched.sinceDown}) then 'set'
      else 'written-since' end as what
    from ${archived(restoring)} left join ${restore_sql_from(restoring)} on ${restore_sql_match(restoring)}
   cross join lateral (select ${lost(restoring)} as lost) l cross join lateral (select ${differing} as differing) d
   where ${where}`;
}
function writing(restoring, what, at) {
    const places = `a.ctid = any (${at}::pg_catalog.tid[])`;
    const written = what === 'insert' ? insertion(restoring, places) : update(restoring, places);
    const kept = `select ${sum(written.kept)} from ${archived(restoring)} cross join lateral (select ${lost(restoring)} as lost) l where ${places}`;
    return `with w as (${written.sql}) select pg_catalog.count(*), (select ${sum('w.v')} from w) is not distinct from (${kept}) from w`;
}
function sum(value) {
    return `pg_catalog.sum(pg_catalog.hashtextextended(${value}, 0)::pg_catalog.numeric)`;
}
function rowText(values) {
    return values.length === 0 ? "''" : `row(${values.join(', ')})::pg_catalog.text`;
}
function insertion({ archive, target }, places) {
    const columns = archive.columns.filter(({ name }) => target.columns.get(name)?.isGenerated !== true);
    const names = columns.map(({ name }) => identifier(name));
    const values = columns.map((column) => archivedValue(column, target));
    const returned = rowText(columns.map(({ name }) => asText('t', name)));
    const into = `insert into ${target.name} as t`;
    const source = `from ${archive.contents} a where ${places}`;
    return {
        sql: names.length === 0
            ? `${into} select ${source} returning '' as v`
            : `${into} (${names.join(', ')}) overriding system value select ${values.join(', ')} ${source} returning ${returned} as v`,
        kept: rowText(columns.map(({ name }) => asText('a', name))),
    };
}
function update(restoring, places) {
    const { target } = restoring;
    const columns = besidesKey(restoring).filter(({ name }) => {
        const column = target.columns.get(name);
        return column?.isGenerated === false && !column.isIdentity;
    });
    const isLost = (name) => `${literal(name)} = any (l.lost)`;
    const sets = columns.map((column) => `${identifier(column.name)} = case when ${isLost(column.name)} then ${archivedValue(column, target)} else t.${identifier(column.name)} end`);
    const shown = (of) => rowText(besidesKey(restoring).map(({ name }) => `case when ${isLost(name)} then ${asText(of, name)} end`));
    return {
        sql: `update ${restore_sql_from(restoring)} set ${sets.join(', ')} from ${archived(restoring)} cross join lateral (select ${lost(restoring)} as lost) l
           where ${places} and ${restore_sql_match(restoring)} returning ${shown('t')} as v`,
        kept: shown('a'),
    };
}
function offsetByUp({ archive, target }, xids) {
    const value = (of) => rowText(archive.columns.map(({ name }) => asText(of, name)));
    const own = xids.map((xid) => `'${xid}'::pg_catalog.xid`).join(', ');
    return `
    with up as (select ${value('t')} as v, pg_catalog.count(*) as n from ${target.isPartitioned ? '' : 'only '}${target.name} t
                 where t.xmin = any (array[${own}]::pg_catalog.xid[]) group by 1),
         kept as (select a.ctid as at, ${value('a')} as v, pg_catalog.row_number() over (partition by ${value('a')}) as nth
                    from ${archive.contents} a where a._lockstep_done is null),
         marked as (
    update ${archive.contents} a set _lockstep_done = pg_catalog.clock_timestamp(), _lockstep_conflict = null
      from kept join up on up.v = kept.v and kept.nth <= up.n where a.ctid = kept.at returning 1)
    select pg_catalog.count(*) from marked`;
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/carry.js






async function carrierFor(session) {
    const open = (await readArchives(session)).filter(waitsForRows);
    if (open.length === 0)
        return undefined;
    await sealArchives(session, open);
    const contents = await Promise.all(open.map((archive) => oidOf(session, archive.contents)));
    let carried = [];
    return {
        tables: new Set(contents.flatMap((oid) => oid ?? [])),
        before: (within, written) => withinSettings(within, async () => {
            carried = await writtenOf(within, open, written);
            for (const each of carried)
                await forgetWritten(within, each);
        }),
        after: (within) => carried.length === 0
            ? Promise.resolve()
            : withinSettings(within, async () => {
                for (const { archive } of carried)
                    await remember(within, archive);
            }),
    };
}
function waitsForRows({ key, kind, restored }) {
    return kind === 'mixed' && key.length > 0 && restored !== 'all';
}
async function oidOf(session, table) {
    const [row] = await session.rows(`select pg_catalog.to_regclass(${(0,quote/* literal */.eu)(table)})::pg_catalog.oid`);
    return row?.[0] ?? undefined;
}
async function writtenOf(session, open, written) {
    const carried = [];
    for (const archive of open) {
        const target = await readKeyed(session, archive);
        if (target === undefined)
            continue;
        const [row] = await session.rows(`select pg_catalog.bool_or(part = any ('{${written.join(',')}}'::pg_catalog.oid[]))
         from (select '${target.oid}'::pg_catalog.oid union all
               select t.relid from pg_catalog.pg_partition_tree('${target.oid}'::pg_catalog.regclass) t) as parts (part)`);
        if (row?.[0] === 't')
            carried.push({ archive, target });
    }
    return carried;
}
async function readKeyed(session, archive) {
    if ((await oidOf(session, archive.contents)) === undefined)
        return undefined;
    const target = await readTarget(session, archive.target);
    return target !== undefined && archive.key.every((name) => target.columns.has(name)) ? target : undefined;
}
const WAITS = 'a._lockstep_xmin is not null and a._lockstep_done is null';
async function forgetWritten(session, carried) {
    const { archive, target } = carried;
    await pastPolicies(session, [target], () => session.rows(`update ${archive.contents} a set _lockstep_xmin = null from ${restore_sql_from(carried)}
        where ${WAITS} and ${restore_sql_match(carried)} and t.xmin <> a._lockstep_xmin`));
}
async function remember(session, archive) {
    const target = await readKeyed(session, archive);
    if (target === undefined)
        return;
    const carried = { archive, target };
    await pastPolicies(session, [target], () => session.rows(`update ${archive.contents} a set _lockstep_xmin = t.xmin from ${restore_sql_from(carried)}
        where ${WAITS} and ${restore_sql_match(carried)} and t.xmin <> a._lockstep_xmin`));
}
function carryAcross(restoring, other, places) {
    const carried = { archive: other, target: restoring.target };
    return `update ${other.contents} a set _lockstep_xmin = (pg_catalog.pg_current_xact_id()::pg_catalog.text::pg_catalog.int8 & ${0xffffffff})::pg_catalog.text::pg_catalog.xid
    from ${from(carried)} where ${WAITS} and ${match(carried)} and t.xmin = a._lockstep_xmin
     and (t.tableoid, t.ctid) in (select t.tableoid, t.ctid from ${restoring.archive.contents} a join ${from(restoring)} on ${match(restoring)} where a.ctid = any (${places}))`;
}

// EXTERNAL MODULE: ./packages/base/lib/errors.js
var errors = __webpack_require__(6029);
// EXTERNAL MODULE: ./packages/migrations/lib/run/envelope.js
var envelope = __webpack_require__(6244);
// EXTERNAL MODULE: ./packages/migrations/lib/run/execute.js
var execute = __webpack_require__(81);
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
var connection_session = __webpack_require__(7574);
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

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/row-snapshot.js




async function takeRowSnapshot(session, threats, tried, own) {
    const [row] = await session.rows(`select ${own_rows/* MOMENT */.BA}`);
    const touched = new Map(threats.flatMap((each) => each.kind === 'rows' || each.kind === 'type' ? [[each.relation.oid, each.relation]] : []));
    const tables = [];
    for (const relation of touched.values()) {
        const now = tried.get(relation.oid);
        if (now !== undefined)
            tables.push(await row_snapshot_count(session, relation, now, own));
    }
    return { moment: row?.[0] ?? '0', tables };
}
async function row_snapshot_count(session, relation, now, own) {
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

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/sequences.js

async function readSequences(session, oids) {
    const rows = await session.rows(`
    select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), s.seqincrement,
           (select a.xmin from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = -1),
           pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.relname), pg_catalog.quote_ident(a.attname), d.objid is not null
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
    for (const [oid, name, increment, madeBy, table, column] of rows) {
        const [state] = await session.rows(`select last_value, is_called from ${name}`);
        const value = BigInt(state?.[0] ?? 0);
        const isCalled = state?.[1] === 't';
        sequences.set(oid ?? '', {
            name: name ?? '',
            last: isCalled ? value : undefined,
            next: isCalled ? value + BigInt(increment ?? 1) : value,
            rises: !(increment ?? '').startsWith('-'),
            madeBy: madeBy ?? '',
            owner: typeof table === 'string' && typeof column === 'string' ? { table, column } : undefined,
        });
    }
    return sequences;
}
async function sequencesLost(session, before, after, own) {
    const losses = [];
    const ours = own === undefined ? [] : [own.migration, ...own.newer].flatMap(({ xids }) => xids);
    for (const [oid, { last, madeBy, name, owner, rises }] of before) {
        if (last === undefined)
            continue;
        const now = after.get(oid);
        if (now === undefined) {
            if (owner === undefined && !ours.includes(madeBy))
                losses.push((0,data_loss_losses/* lossOf */.je)('numbers', name, 1));
            continue;
        }
        if (rises ? now.next > last : now.next < last)
            continue;
        if (now.owner === undefined) {
            losses.push((0,data_loss_losses/* lossOf */.je)('numbers', name, 1));
            continue;
        }
        const { column, table } = now.owner;
        const [low, high] = rises ? [now.next, last] : [last, now.next];
        const [row] = await session.rows(`select count(*) from ${table} where ${column} between ${low} and ${high}`);
        losses.push((0,data_loss_losses/* lossOf */.je)('numbers', name, Number(row?.[0])));
    }
    return losses.flatMap((loss) => loss ?? []);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/threats.js
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
    const threats = findThreats(withCounts(await (0,relations/* readRelations */.A)(session, touched.oids), counted), tried, touched, empties);
    archivist?.locked();
    await lockTables(session, threats);
    const own = await options.own();
    const changed = [...new Map(threats.map(({ relation }) => [relation.oid, relation])).values()];
    const written = threats.flatMap(({ kind, relation }) => (kind === 'rows' ? [relation.oid] : []));
    await options.carrier?.before(session, written);
    const counts = await asOwner(session, changed, async () => ({
        losses: await measureAll(session, threats, own),
        rows: await takeRowSnapshot(session, threats, tried, own),
        sequences: await readSequences(session, touched.oids),
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
    const foreseen = new Set(threats.map(threatKey));
    const unforeseen = findThreats(start, after, all, empties).filter((threat) => !foreseen.has(threatKey(threat)));
    if (unforeseen.length > 0 || unlooked.length > 0) {
        const more = [...unforeseen.map(threatKey), ...unlooked.map((oid) => `relation ${oid}`)].join(', ');
        return { kind: 'again', look: { touched: all, after, before: start }, more };
    }
    const left = changed.flatMap(({ oid }) => after.get(oid) ?? []);
    const lost = await asOwner(session, left, async () => [
        ...(await findLosses(session, rows, { before: start, after, own, known: losses })),
        ...(await sequencesLost(session, sequences, await readSequences(session, all.oids), own)),
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

// EXTERNAL MODULE: ./packages/migrations/lib/archive/notes.js
var notes = __webpack_require__(3244);
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
    return { threats: findThreats(before, after, touched, false), after };
}
function changed(relation, take) {
    switch (take.kind) {
        case 'schema':
        case 'table':
        case 'view':
            return undefined;
        case 'rows':
        case 'sequence':
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
        const dropped = deletes.flatMap((take) => (take.kind === 'sequence' ? meaning(take) : []));
        const sequences = dropped.length === 0 ? new Map() : await readSequences(session, dropped);
        return [...losses, ...(await sequencesLost(session, sequences, new Map(), own))];
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

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/limits.js

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
    return ms >= DAY_MS ? count(Math.floor(ms / DAY_MS), 'day') : formatDuration(ms);
}

;// CONCATENATED MODULE: ./packages/migrations/lib/archive/preview.js







const WITHIN_MS = 5_000;
async function previewArchive(session, { deletes, losses, own }, limits, direction = 'down') {
    const previewOf = (sum, atMost, refusals) => {
        const unarchived = refusals.map((each) => ({ kind: each.kind, message: describeArchiveRefusal(each, direction) }));
        return { ...sum, lockMs: expectedLockMs(sum), atMost, unarchived };
    };
    await session.rows(`begin read only; set local row_security = off; set local search_path = ''; set local statement_timeout = ${WITHIN_MS}`);
    try {
        const { after, before, threats } = await foresee(session, deletes);
        const seen = { threats, losses, own, before, after };
        const plan = planArchive(seen, await readSources(session, [...before.keys()]));
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
        const ms = expectedLockMs(sum);
        const [first] = plan.copies;
        if (refusals.length === 0 && first !== undefined && ms > limits.lockMs) {
            const object = plan.copies.length === 1 ? first.relation.name : 'the tables';
            refusals.push({ kind: 'lock-time', object, limitMs: limits.lockMs, expected: { ...sum, ms } });
        }
        const isMixed = plan.copies.some(({ kind }) => kind === 'mixed');
        return previewOf(sum, isMixed, refusals);
    }
    catch (error) {
        if (!(0,data_loss_losses/* isForbidden */.US)(error) && !(0,data_loss_losses/* isTooSlow */.gv)(error))
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
    const sizes = columns.map(({ name }) => `coalesce(pg_catalog.pg_column_size(t.${(0,quote/* identifier */.Cv)(name)}), 0)`);
    const size = [ROW_BYTES, ...sizes].join(' + ');
    const [row] = await session.rows(`select pg_catalog.count(*), coalesce(pg_catalog.sum(${size}), 0) from only ${relation.name} t where ${condition}`);
    return { rows: Number(row?.[0]), bytes: Number(row?.[1]) };
}

// EXTERNAL MODULE: ./packages/migrations/lib/parse/made.js
var parse_made = __webpack_require__(1703);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/parser.js
var parser = __webpack_require__(941);
// EXTERNAL MODULE: ./packages/migrations/lib/parse/statements.js
var parse_statements = __webpack_require__(7564);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/predict.js




function predict(script, parse) {
    const statements = (0,parse_statements/* readStatements */.b)(script, parse).filter(({ nested }) => !nested);
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
        const object = (0,parse_made/* madeBy */.v)(parsed);
        if (object !== undefined)
            made.add(object.name);
    }
    return { deletes, opaque };
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
        (type === 'VariableSetStmt' && (0,parser/* text */.Qq)(fields, 'name') === 'search_path'));
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
            return (0,parser/* text */.Qq)((0,parser/* child */.jf)(fields, 'onConflictClause'), 'action') === 'ONCONFLICT_UPDATE';
        case 'TruncateStmt':
            return fields['restart_seqs'] === true;
        case 'AlterSeqStmt':
            return (0,parser/* children */.Y_)(fields, 'options').some((each) => (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'DefElem'), 'defname') === 'restart');
        case 'DropStmt':
            return ((0,parser/* text */.Qq)(fields, 'behavior') === 'DROP_CASCADE' ||
                /^OBJECT_(TYPE|DOMAIN|EXTENSION)$/.test((0,parser/* text */.Qq)(fields, 'removeType')));
        case 'AlterTableStmt':
            if ((0,parser/* text */.Qq)(fields, 'objtype') === 'OBJECT_TYPE')
                return true;
            return (0,parser/* children */.Y_)(fields, 'cmds').some((each) => isOpaqueChange((0,parser/* opened */.Sg)(each).fields));
        default:
            return false;
    }
}
function isOpaqueChange(cmd) {
    const definition = (0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'ColumnDef');
    if ((0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_AlterColumnType')
        return definition?.['raw_default'] !== undefined;
    return (0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_SetIdentity';
}
function deletedBy(type, fields) {
    switch (type) {
        case 'DropStmt':
            return dropped(fields);
        case 'TruncateStmt':
            return (0,parser/* children */.Y_)(fields, 'relations').map((each) => ({ kind: 'rows', table: tableName((0,parser/* child */.jf)(each, 'RangeVar')) }));
        case 'DeleteStmt':
            return fields['whereClause'] === undefined ? [{ kind: 'rows', table: tableName((0,parser/* child */.jf)(fields, 'relation')) }] : [];
        case 'RefreshMatViewStmt':
            return [{ kind: 'refresh', table: tableName((0,parser/* child */.jf)(fields, 'relation')) }];
        case 'AlterTableStmt': {
            const table = tableName((0,parser/* child */.jf)(fields, 'relation'));
            return (0,parser/* children */.Y_)(fields, 'cmds').flatMap((each) => altered(table, (0,parser/* opened */.Sg)(each).fields));
        }
        default:
            return [];
    }
}
function tableName(relation) {
    return (0,parser/* canonical */.$N)((0,parser/* relationName */.CJ)(relation));
}
function dropped(fields) {
    const kind = (0,parser/* text */.Qq)(fields, 'removeType');
    if (kind === 'OBJECT_SCHEMA' && (0,parser/* text */.Qq)(fields, 'behavior') !== 'DROP_CASCADE')
        return [];
    return (0,parser/* children */.Y_)(fields, 'objects').flatMap((each) => {
        if (kind === 'OBJECT_SCHEMA')
            return [{ kind: 'schema', schema: (0,parser/* text */.Qq)((0,parser/* child */.jf)(each, 'String'), 'sval') }];
        const name = (0,parser/* listName */.sY)((0,parser/* children */.Y_)((0,parser/* child */.jf)(each, 'List') ?? {}, 'items'));
        if (kind === 'OBJECT_TABLE')
            return [{ kind: 'table', table: (0,parser/* canonical */.$N)(name) }];
        if (kind === 'OBJECT_MATVIEW')
            return [{ kind: 'view', table: (0,parser/* canonical */.$N)(name) }];
        return kind === 'OBJECT_SEQUENCE' ? [{ kind: 'sequence', sequence: (0,parser/* canonical */.$N)(name) }] : [];
    });
}
function altered(table, cmd) {
    const column = (0,parser/* text */.Qq)(cmd, 'name');
    if ((0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_DropColumn')
        return [{ kind: 'column', table, column }];
    if ((0,parser/* text */.Qq)(cmd, 'subtype') === 'AT_SetUnLogged')
        return [{ kind: 'unlogged', table }];
    if ((0,parser/* text */.Qq)(cmd, 'subtype') !== 'AT_AlterColumnType')
        return [];
    const type = (0,parser/* child */.jf)((0,parser/* child */.jf)((0,parser/* child */.jf)(cmd, 'def') ?? {}, 'ColumnDef') ?? {}, 'typeName');
    return [{ kind: 'type', table, column, to: typeText(type ?? {}) }];
}
function typeText(type) {
    const names = (0,parser/* children */.Y_)(type, 'names').map((part) => (0,quote/* identifier */.Cv)((0,parser/* text */.Qq)((0,parser/* child */.jf)(part, 'String'), 'sval')));
    const numbers = (0,parser/* children */.Y_)(type, 'typmods').map((each) => {
        const value = (0,parser/* child */.jf)((0,parser/* child */.jf)(each, 'A_Const') ?? {}, 'ival');
        return String(value?.['ival'] ?? 0);
    });
    const size = numbers.length === 0 ? '' : `(${numbers.join(', ')})`;
    return `${names.join('.')}${size}${'[]'.repeat((0,parser/* children */.Y_)(type, 'arrayBounds').length)}`;
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
        case 'column':
            return `column ${prediction.table}.${prediction.column}`;
        case 'type':
            return `type of column ${prediction.table}.${prediction.column}`;
    }
}

// EXTERNAL MODULE: ./packages/migrations/lib/sql/classify.js
var classify = __webpack_require__(7361);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/segments.js
var segments = __webpack_require__(3965);
// EXTERNAL MODULE: ./packages/migrations/lib/sql/tokens.js
var tokens = __webpack_require__(5169);
;// CONCATENATED MODULE: ./packages/migrations/lib/data-loss/untestable.js




async function findUntestable(session, script) {
    return [...untestableIn(script), ...(await untestableInFunctions(session, script))];
}
function untestableIn(script) {
    return (0,segments/* cutSegments */.Ld)(script.pieces).flatMap((segment) => {
        const within = segment.kind === 'transaction' ? segment.pieces.flatMap((piece) => leaving(script, piece)) : [];
        const piece = segment.kind === 'alone' ? segment.piece : segment.end;
        if (piece === undefined || piece.kind === 'rollback')
            return within;
        const statement = script.source.read(piece.from, piece.to);
        const words = (0,tokens/* tokens */.L)(statement, 2).map((token) => token.value);
        const what = words
            .slice(0, (0,classify/* firstWord */.Nk)(statement) === 'call' ? 1 : 2)
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
    for (const token of (0,tokens/* tokens */.L)(script.source.read(from, to))) {
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
      where p.proname = any (array[${[...names].map(quote/* literal */.eu).join(', ')}]::pg_catalog.name[])
        and p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace and p.probin is null
        and (${LEAVES.map(([, sql]) => `p.prosrc ~* ${(0,quote/* literal */.eu)(sql)}`).join(' or ')})`);
    return rows.map((row) => untestable(`the function ${row[0] ?? ''}`));
}

;// CONCATENATED MODULE: ./packages/migrations/lib/up/archive-plan.js
function decideArchive(mode, facts) {
    const { isHarmless, noArchive, preview, untestable } = facts;
    const losses = [...facts.losses, ...untestable];
    if (noArchive !== undefined)
        return { does: 'delete', losses, because: [`no-archive because ${noArchive}`], byRequest: true };
    if (isHarmless)
        return { does: 'nothing' };
    const unarchived = [...untestable.map(untested), ...(preview?.unarchived ?? [])];
    if (unarchived.length === 0)
        return { does: 'archive', preview };
    return mode === 'always'
        ? { does: 'refuse', losses, unarchived }
        : { does: 'delete', losses, because: unarchived.map(({ message }) => message), byRequest: false };
}
function untested({ object }) {
    const message = `${object} cannot be archived: what it does cannot be tested beforehand`;
    return { kind: 'not-possible', message };
}

;// CONCATENATED MODULE: ./packages/migrations/lib/up/archiving.js













const archiving_WITHIN_MS = 5_000;
async function planArchives(runner, planned, archive) {
    const contracts = planned.filter(({ decision }) => decision.phase === 'contract');
    const parse = await (0,parser/* loadParser */.qd)();
    const decided = new Map();
    for (const { migration } of contracts)
        decided.set(migration.version, await planOne(runner, migration.up, archive, parse));
    return decided;
}
async function planOne({ session }, script, { limits, mode }, parse) {
    const { noArchive } = script.directives;
    const { deletes, opaque } = predict(script, parse);
    const isHarmless = !opaque && deletes.length === 0 && onlyDefines(script, parse);
    const losses = (await countPredicted(session, deletes, undefined, archiving_WITHIN_MS)) ?? [];
    const untestable = await findUntestable(session, script);
    const isSeen = noArchive === undefined && losses.length > 0;
    const preview = isSeen ? await previewArchive(session, { deletes, losses, own: undefined }, limits, 'up') : undefined;
    return decideArchive(mode, { isHarmless, noArchive, losses, untestable, preview });
}
const archiving_DEFINES = new Set([
    'AlterTableStmt',
    'AlterFunctionStmt',
    'AlterObjectSchemaStmt',
    'AlterOwnerStmt',
    'AlterPolicyStmt',
    'CommentStmt',
    'CreateFunctionStmt',
    'CreatePolicyStmt',
    'CreateStmt',
    'CreateTrigStmt',
    'DropStmt',
    'GrantStmt',
    'IndexStmt',
    'RenameStmt',
    'VariableSetStmt',
    'ViewStmt',
]);
function onlyDefines(script, parse) {
    return (0,parse_statements/* readStatements */.b)(script, parse).every(({ class: kind, parsed }) => (parsed !== undefined && archiving_DEFINES.has(parsed.type)) || ['begin', 'commit', 'rollback'].includes(kind));
}
function newRunsFor({ engine, session, tables }, planned, { limits }) {
    const { name, version } = planned.migration;
    const { release } = engine.provenance;
    const of = { direction: 'up', version, migration: name, release, cluster: tables.cluster };
    const guard = { allowsLoss: false, own: async () => undefined };
    return async (script) => {
        const carrier = (await (0,notes/* ownsArchives */.D)(session)) ? await carrierFor(session) : undefined;
        const losses = await findUntestable(session, script);
        if (losses.length > 0)
            return { losses, unarchived: losses.map(untested) };
        return { runs: guardedRuns({ ...guard, carrier }, () => createArchivist(engine, of, limits)) };
    };
}
async function archivedBy(session, version, keepMs) {
    const archives = await readArchives(session);
    const last = `(select coalesce(pg_catalog.max(d.id), 0) from lockstep.events d where d.kind = 'down' and d.version = ${(0,quote/* literal */.eu)(version)})`;
    const rows = await session.rows(`
    select each->>'id' from lockstep.events e cross join lateral pg_catalog.jsonb_array_elements(e.detail->'archives') each
     where e.kind = 'archive' and e.version = ${(0,quote/* literal */.eu)(version)} and e.detail->>'direction' = 'up' and e.id > ${last}`);
    const ids = new Set(rows.map((row) => row[0]));
    return archives
        .filter(({ id }) => ids.has(id))
        .map(({ bytes, id, kind, rows: count, source }) => ({ id, object: source, kind, rows: count, bytes, keepMs }));
}
async function seal(session) {
    await sealArchives(session, await readArchives(session));
}


/***/ })

};
